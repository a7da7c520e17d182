//! Which way a figure is better, where it is better one way.

use crate::words::word_enum;

word_enum! {
    /// Which way a figure is better.
    pub enum Better ("direction of a figure") {
        /// The less of it, the better.
        Lower = "lower",
        /// The more of it, the better.
        Higher = "higher",
    }
}

/// Every figure of a design, with the way it is better by itself: none where that depends on what one wants.
const DIRECTIONS: &[(&str, Option<Better>)] = &[
    ("requests", None),
    ("uncovered_requests", Some(Better::Lower)),
    ("approved_at_once", Some(Better::Higher)),
    ("approved_after_approval", None),
    ("refused", Some(Better::Lower)),
    ("refused_no_account", Some(Better::Lower)),
    ("refused_exhausted", Some(Better::Lower)),
    ("refused_nobody_there", Some(Better::Lower)),
    ("refused_no_room", Some(Better::Lower)),
    ("refused_rejected", None),
    ("refused_position_vacant", Some(Better::Lower)),
    ("refused_other", Some(Better::Lower)),
    ("still_waiting", Some(Better::Lower)),
    ("waiting_halfway", Some(Better::Lower)),
    ("wait_mean", Some(Better::Lower)),
    ("wait_median", Some(Better::Lower)),
    ("wait_p95", Some(Better::Lower)),
    ("approval_level_mean", None),
    ("approved_at_level_1", None),
    ("approved_at_level_2", None),
    ("approved_at_level_3", None),
    ("approved_at_level_4", None),
    ("approved_above_level_4", None),
    ("approved_off_the_line", None),
    ("evaluations", None),
    ("bad_requests", None),
    ("bad_approved", Some(Better::Lower)),
    ("good_rejected", Some(Better::Lower)),
    ("spend", None),
    ("bad_spend", Some(Better::Lower)),
    ("overdelivery_charged", None),
    ("overdelivery_credited", None),
    ("overdelivery_refused", Some(Better::Lower)),
    ("underdelivery", None),
    ("idle_budget", None),
    ("uncovered_channel_days", Some(Better::Lower)),
    ("vacant_days", Some(Better::Lower)),
    ("away_days", Some(Better::Lower)),
    ("onboarding_days", Some(Better::Lower)),
    ("resignations", Some(Better::Lower)),
    ("hires", None),
    ("promotions", None),
    ("moves_across", None),
    ("pay_cost", Some(Better::Lower)),
    ("failures", Some(Better::Lower)),
    ("loss", Some(Better::Lower)),
];

impl Better {
    /// Returns which way a figure of a design is better by itself: none for one of which more may be good or bad, such as
    /// what is spent, or that there is none of.
    ///
    /// ```
    /// use bagan::simulate::Better;
    ///
    /// assert_eq!(Better::natural("wait_p95"), Some(Better::Lower));
    /// assert_eq!(Better::natural("spend"), None);
    /// ```
    #[must_use]
    pub fn natural(figure: &str) -> Option<Self> {
        DIRECTIONS.iter().find(|(name, _)| *name == figure).and_then(|(_, better)| *better)
    }

    /// Turns a difference so that less is better.
    pub(super) fn turn(self, difference: f64) -> f64 {
        match self {
            Self::Lower => difference,
            Self::Higher => 0.0 - difference,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::figures::OF_DESIGN;

    #[test]
    fn every_figure_of_a_design_is_classified_and_no_other() {
        let mut figures: Vec<&str> = OF_DESIGN.iter().map(|(name, ..)| *name).collect();
        let mut classified: Vec<&str> = DIRECTIONS.iter().map(|(name, _)| *name).collect();
        figures.sort_unstable();
        classified.sort_unstable();
        assert_eq!(classified, figures, "say in this file which way each figure is better");
    }
}

//! A bound, what was measured, and which of three answers that is.

use crate::ratio::float;
use crate::simulate::expectation::unmet::UnmetKind;
use crate::simulate::statistics::ConfidenceInterval;

/// Where a figure should lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Bound {
    Below(f64),
    Above(f64),
    Between(f64, f64),
    /// As `Above`, or at it: of shares.
    AtLeast(f64),
}

/// An interval, and what it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measured {
    pub(super) value: f64,
    pub(super) lower: f64,
    pub(super) upper: f64,
}

impl Bound {
    /// Returns whether a value of one year is on the right side.
    pub(super) fn holds(self, value: f64) -> bool {
        match self {
            Self::Below(bound) => value < bound,
            Self::Above(bound) => bound < value,
            Self::AtLeast(bound) => bound <= value,
            Self::Between(low, high) => low <= value && value <= high,
        }
    }

    /// Returns why what was measured does not meet it: none if it does.
    pub(super) fn answer(self, measured: &Measured) -> Option<UnmetKind> {
        let &Measured { lower, upper, .. } = measured;
        if self.holds(lower) && self.holds(upper) {
            return None;
        }
        let is_wholly_wrong = match self {
            Self::Between(low, high) => upper < low || high < lower,
            // On one side each: the better end is wrong too.
            Self::Below(_) => !self.holds(lower),
            Self::Above(_) | Self::AtLeast(_) => !self.holds(upper),
        };
        Some(if is_wholly_wrong { UnmetKind::NotMet } else { UnmetKind::Undecided })
    }

    /// Returns how far a value is from where the answer turns.
    pub(super) fn distance(self, value: f64) -> f64 {
        match self {
            Self::Below(bound) | Self::Above(bound) | Self::AtLeast(bound) => (value - bound).abs(),
            Self::Between(low, high) => (value - low).abs().min((value - high).abs()),
        }
    }

    /// Returns the values at which it turns.
    pub(super) fn ends(self) -> [f64; 2] {
        match self {
            Self::Below(bound) | Self::Above(bound) | Self::AtLeast(bound) => [bound, bound],
            Self::Between(low, high) => [low, high],
        }
    }

    /// Returns whether it is a bound at all.
    pub(super) fn is_sound(self) -> bool {
        match self {
            Self::Below(bound) | Self::Above(bound) | Self::AtLeast(bound) => bound.is_finite(),
            Self::Between(low, high) => low.is_finite() && high.is_finite() && low <= high,
        }
    }

    /// Says it in words, each amount as it is shown.
    pub(super) fn says(self, show: impl Fn(f64) -> String) -> String {
        match self {
            Self::Below(bound) => format!("below {}", show(bound)),
            Self::Above(bound) => format!("above {}", show(bound)),
            Self::AtLeast(bound) => format!("at least {}", show(bound)),
            Self::Between(low, high) => format!("from {} to {}", show(low), show(high)),
        }
    }
}

impl Measured {
    pub(super) fn new(value: f64, interval: ConfidenceInterval) -> Self {
        Self { value, lower: interval.lower, upper: interval.upper }
    }

    /// Returns about how many years it takes for an interval that narrows with the root of them to be on one side, the value
    /// staying: none if it is at the bound.
    pub(super) fn needed(&self, bound: Bound, years: u64) -> Option<u64> {
        let reach = (self.value - self.lower).max(self.upper - self.value);
        let ratio = reach / bound.distance(self.value);
        let needed = float(years) * ratio * ratio;
        (needed < float(1 << 53)).then(|| whole(needed.ceil()).max(years + 1))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below 2^53")]
fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(value: f64, lower: f64, upper: f64) -> Measured {
        Measured { value, lower, upper }
    }

    #[test]
    fn the_whole_interval_answers_and_nothing_less() {
        use UnmetKind::{NotMet, Undecided};
        let interval = measured(5.0, 4.0, 6.0);
        let answers = [
            (Bound::Below(6.5), None),
            (Bound::Below(6.0), Some(Undecided)),
            (Bound::Below(4.5), Some(Undecided)),
            (Bound::Below(4.0), Some(NotMet)),
            (Bound::Above(3.5), None),
            (Bound::Above(4.0), Some(Undecided)),
            (Bound::Above(6.0), Some(NotMet)),
            (Bound::AtLeast(4.0), None),
            (Bound::AtLeast(6.0), Some(Undecided)),
            (Bound::AtLeast(6.1), Some(NotMet)),
            (Bound::Between(4.0, 6.0), None),
            (Bound::Between(4.5, 5.5), Some(Undecided)),
            (Bound::Between(0.0, 4.0), Some(Undecided)),
            (Bound::Between(0.0, 3.9), Some(NotMet)),
            (Bound::Between(6.1, 9.0), Some(NotMet)),
        ];
        for (bound, answer) in answers {
            assert_eq!(bound.answer(&interval), answer, "{bound:?}");
        }
        // What never varies is certain: at the bound it is not below.
        assert_eq!(Bound::Below(0.0).answer(&measured(0.0, 0.0, 0.0)), Some(NotMet));
    }

    #[test]
    fn half_of_the_width_takes_four_times_as_many() {
        let interval = measured(5.0, 4.0, 6.0);
        assert_eq!(interval.needed(Bound::Below(5.5), 100), Some(400));
        assert_eq!(interval.needed(Bound::Below(5.0), 100), None);
        assert_eq!(interval.needed(Bound::Between(4.0, 5.1), 100).map(|needed| needed / 100), Some(100));
    }

    #[test]
    fn a_bound_that_is_no_number_is_not_sound() {
        for bound in [Bound::Below(f64::NAN), Bound::Above(f64::INFINITY), Bound::Between(2.0, 1.0)] {
            assert!(!bound.is_sound());
        }
        assert!(Bound::Between(1.0, 1.0).is_sound());
    }
}

//! The thresholds that a check runs with: the profile's, and over them the org's own.

use crate::money::{Money, Quantity};
use crate::org::{Policy, Profile};

/// The figures that rules compare with; each is an inclusive bound.
///
/// | | startup | scale-up | audited |
/// |---|---|---|---|
/// | `span-at-most` | 15 | 10 | 8 |
/// | `span-at-least` | 1 | 2 | 2 |
/// | `layers-at-most` | 5 | 7 | 7 |
/// | `partners-at-least` | 0 | 1 | 1 |
/// | `overcommit` | 1 | 1 | 1 |
/// | `idle-share-at-most` | 1 | 0.5 | 0.25 |
/// | `manager-midpoint-at-least` | 1 | 1.15 | 1.2 |
/// | `dual-control-above` | none | none | none |
/// | `outcomes-at-most` | 8 | 5 | 5 |
/// | `concentration-at-most` | 1 | 0.6 | 0.5 |
///
/// None of them is a truth: each is a preset, and `[policy.thresholds]` states your own.
///
/// - **Spans.** Urwick allowed a superior five or six whose work interlocks ("The Manager's Span of Control",
///   Harvard Business Review, 1956). Acharya, Lieber, Seem and Welchman
///   ([2017](https://www.mckinsey.com/business-functions/organization/our-insights/how-to-identify-the-right-spans-of-control-for-your-organization))
///   find no one right number but five kinds of manager: player/coach with three to five reports, coach with six
///   or seven, supervisor with eight to ten, facilitator with eleven to fifteen, coordinator with more. The three
///   profiles take the most of a facilitator, the most and the fewest of a supervisor. A team of experts carries
///   fewer. At least two rules out one over one alone; others ask for more.
/// - **Layers.** Jaques held seven levels to be enough for the largest corporation, and fewer for a smaller one
///   ("Too Many Management Levels", [California Management Review,
///   1965](https://cmr.berkeley.edu/1965/11/8-1-too-many-management-levels/)). Seven is also one for each step
///   from specialist to chief executive (S21, S22): with more, two of one class stand in line. Five for a startup
///   is ours.
/// - **Collaboration.** A specialist works mainly with others in marketing (S19); that one of them is enough is ours.
/// - **Money.** Nobody may pass on more than they hold (S12); the idle shares are ours, and so are those of
///   concentration: half is where one weighs more than all others together.
/// - **Outcomes.** Five objectives at most, at every level, is what Doerr's school of objectives and key results
///   advises ("Measure What Matters", 2018; [how many to have](https://www.whatmatters.com/faqs/how-many-okrs-to-have)).
///   Eight for a startup, where a few people wear several hats, is ours.
/// - **Pay.** A DMM is paid far more (S23); how much more is for you to say (S25). Armstrong has the midpoint of a pay
///   range 15 to 20 percent above that of the range below as a rule, and 25 at most (*Handbook of Reward Management
///   Practice*, as quoted at
///   [People Centre, 2016](https://peoplecentre.wordpress.com/2016/03/04/what-is-mid-point-differential-or-mid-point-progression/)).
///   The presets are the two ends of that rule; a startup's only asks for not less.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// The most direct reports that one position should have.
    pub span_at_most: u32,
    /// The fewest direct reports that a position with reports should have.
    pub span_at_least: u32,
    /// The most layers, from a root down to the lowest position.
    pub layers_at_most: u32,
    /// The fewest others in marketing that a specialist should work with.
    pub partners_at_least: u32,
    /// How many times what it holds a position may delegate.
    pub overcommit: Quantity,
    /// The largest share of what a position holds that may stay undelegated, from 0 to 1.
    pub idle_share_at_most: Quantity,
    /// How many times the midpoint of a specialist's band a DMM's should be at least.
    pub manager_midpoint_at_least: Quantity,
    /// The amount of one spend above which two people must approve; none if one is enough.
    pub dual_control_above: Option<Money>,
    /// The most outcomes that one position should answer for.
    pub outcomes_at_most: u32,
    /// The largest share of what a position delegates that should go to one other, or one channel, from 0 to 1.
    pub concentration_at_most: Quantity,
}

impl Settings {
    /// Returns the thresholds of a profile.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        let (span_at_most, span_at_least, layers_at_most, idle_millionths) = match profile {
            Profile::Startup => (15, 1, 5, 1_000_000),
            Profile::ScaleUp => (10, 2, 7, 500_000),
            Profile::Audited => (8, 2, 7, 250_000),
        };
        let (outcomes_at_most, concentration_millionths) = match profile {
            Profile::Startup => (8, 1_000_000),
            Profile::ScaleUp => (5, 600_000),
            Profile::Audited => (5, 500_000),
        };
        let (partners_at_least, midpoint_millionths) = match profile {
            Profile::Startup => (0, 1_000_000),
            Profile::ScaleUp => (1, 1_150_000),
            Profile::Audited => (1, 1_200_000),
        };
        Self {
            span_at_most,
            span_at_least,
            layers_at_most,
            partners_at_least,
            overcommit: Quantity::ONE,
            idle_share_at_most: Quantity::from_millionths(idle_millionths),
            manager_midpoint_at_least: Quantity::from_millionths(midpoint_millionths),
            dual_control_above: None,
            outcomes_at_most,
            concentration_at_most: Quantity::from_millionths(concentration_millionths),
        }
    }

    /// Returns the thresholds of a profile, with those that the policy states in their place.
    #[must_use]
    pub fn new(profile: Profile, policy: &Policy) -> Self {
        let preset = Self::of(profile);
        let stated = &policy.thresholds;
        Self {
            span_at_most: stated.span_at_most.unwrap_or(preset.span_at_most),
            span_at_least: stated.span_at_least.unwrap_or(preset.span_at_least),
            layers_at_most: stated.layers_at_most.unwrap_or(preset.layers_at_most),
            partners_at_least: stated.partners_at_least.unwrap_or(preset.partners_at_least),
            overcommit: stated.overcommit.unwrap_or(preset.overcommit),
            idle_share_at_most: stated.idle_share_at_most.unwrap_or(preset.idle_share_at_most),
            manager_midpoint_at_least: stated
                .manager_midpoint_at_least
                .unwrap_or(preset.manager_midpoint_at_least),
            dual_control_above: stated.dual_control_above.or(preset.dual_control_above),
            outcomes_at_most: stated.outcomes_at_most.unwrap_or(preset.outcomes_at_most),
            concentration_at_most: stated.concentration_at_most.unwrap_or(preset.concentration_at_most),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stated_threshold_goes_before_the_preset() {
        let mut policy = Policy::default();
        policy.thresholds.span_at_most = Some(3);
        let settings = Settings::new(Profile::Audited, &policy);
        assert_eq!((settings.span_at_most, settings.layers_at_most), (3, 7));
    }
}

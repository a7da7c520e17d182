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
/// | `overcommit` | 1 | 1 | 1 |
/// | `idle-share-at-most` | 1 | 0.5 | 0.25 |
/// | `dual-control-above` | none | none | none |
///
/// None of them is a truth. Seven layers is one for each step from specialist to chief executive (S21, S22), so
/// that more of them put two of one class in line. Spans follow the usual advice for teams whose work is
/// partly standardised; a team of experts carries fewer, a sales floor more. State your own in `[policy.thresholds]`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// The most direct reports that one position should have.
    pub span_at_most: u32,
    /// The fewest direct reports that a position with reports should have.
    pub span_at_least: u32,
    /// The most layers, from a root down to the lowest position.
    pub layers_at_most: u32,
    /// How many times what it holds a position may delegate.
    pub overcommit: Quantity,
    /// The largest share of what a position holds that may stay undelegated, from 0 to 1.
    pub idle_share_at_most: Quantity,
    /// The amount of one spend above which two people must approve; none if one is enough.
    pub dual_control_above: Option<Money>,
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
        Self {
            span_at_most,
            span_at_least,
            layers_at_most,
            overcommit: Quantity::ONE,
            idle_share_at_most: Quantity::from_millionths(idle_millionths),
            dual_control_above: None,
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
            overcommit: stated.overcommit.unwrap_or(preset.overcommit),
            idle_share_at_most: stated.idle_share_at_most.unwrap_or(preset.idle_share_at_most),
            dual_control_above: stated.dual_control_above.or(preset.dual_control_above),
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

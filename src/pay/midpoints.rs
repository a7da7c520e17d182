//! How midpoints rise along the ladder.

use crate::career::Ladder;
use crate::money::{Money, Quantity};
use crate::org::Role;
use crate::ratio::of_integers;

/// A step of the ladder between two roles with bands, and how much the midpoint rises with it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct MidpointStep<'o> {
    /// The role that the step leads from.
    pub from: Role<'o>,
    /// The role that it leads to.
    pub to: Role<'o>,
    /// The midpoint there over the midpoint here, less 1: 0.15 is 15 percent more.
    pub rise: f64,
}

/// Returns the midpoint progression of each step of a ladder: the difference as a share of the midpoint it starts from.
///
/// Steps come by the order of the org, then in their own. Those are left out of which a role has no band, one out of
/// order, or a midpoint of 0 to start from. Costs O(roles + steps from roles with a band). The definition is that of the
/// glossary of the University of Maine System ("midpoint differential"), where it is a share of the lower midpoint.
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::career::Ladder;
/// use bagan::pay::midpoint_steps;
///
/// // Every amount is made up.
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.role("specialist").pay_band(96_000_000, 120_000_000, 168_000_000).next(["lead-specialist"]);
/// org.role("lead-specialist").pay_band(140_000_000, 180_000_000, 240_000_000);
/// let org = org.build()?;
///
/// let ladder = Ladder::of(&org);
/// let steps: Vec<_> = midpoint_steps(&ladder).map(|step| (step.from.id(), step.to.id(), step.rise)).collect();
/// assert_eq!(steps, [("specialist", "lead-specialist", 0.5)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn midpoint_steps<'o>(ladder: &Ladder<'o>) -> impl Iterator<Item = MidpointStep<'o>> {
    let with_midpoint = ladder.org().roles().filter_map(|role| Some((role, midpoint(role)?)));
    with_midpoint.flat_map(move |(from, low)| {
        ladder.steps_from(from).filter_map(move |to| {
            let rise = of_integers(i128::from(midpoint(to)?.minor()), i128::from(low.minor()))? - 1.0;
            Some(MidpointStep { from, to, rise })
        })
    })
}

/// Returns the midpoint of a role whose band is in order.
pub(super) fn midpoint(role: Role<'_>) -> Option<Money> {
    role.pay_band().filter(|band| band.is_in_order()).map(|band| band.midpoint)
}

/// Returns the midpoint of a role for a share of full time, to the nearest minor unit, halves up.
pub(super) fn midpoint_for(role: Role<'_>, share: Quantity) -> Option<Money> {
    let whole = Quantity::ONE.millionths();
    let millionths = share.scale(midpoint(role)?).filter(|_| Quantity::ZERO < share)?;
    let nearest = millionths.checked_add(whole / 2)?.div_euclid(whole);
    i64::try_from(nearest).ok().map(Money::from_minor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::org;

    #[test]
    fn steps_without_two_sound_bands_are_left_out_and_a_fall_is_negative() {
        let org = org(|org| {
            org.role("specialist").pay_band(100, 200, 300);
            org.role("senior-specialist").pay_band(100, 150, 200);
            org.role("lead-specialist").pay_band(300, 200, 100);
            org.role("digital-marketing-manager").pay_band(0, 0, 0);
            org.role("director-of-marketing").pay_band(1, 2, 3);
        });
        let ladder = Ladder::of(&org);
        let steps: Vec<_> =
            midpoint_steps(&ladder).map(|step| (step.from.id(), step.to.id(), step.rise)).collect();
        assert_eq!(
            steps,
            [
                ("senior-specialist", "digital-marketing-manager", -1.0),
                ("specialist", "senior-specialist", -0.25),
                ("specialist", "digital-marketing-manager", -1.0),
            ]
        );
    }

    #[test]
    fn a_share_of_a_midpoint_is_rounded_to_the_nearest_minor_unit() {
        let org = org(|org| {
            org.role("specialist").pay_band(0, Money::from_minor(101), Money::from_minor(101));
            org.role("other").pay_band(3, 2, 1);
        });
        let minor = |role: &str, share: &str| {
            midpoint_for(org.role(role).unwrap(), share.parse().unwrap()).map(Money::minor)
        };
        assert_eq!(minor("specialist", "1"), Some(101));
        assert_eq!(minor("specialist", "0.5"), Some(51));
        assert_eq!(minor("specialist", "0.25"), Some(25));
        assert_eq!(
            (minor("specialist", "0"), minor("specialist", "-0.5"), minor("other", "1")),
            (None, None, None)
        );
        assert_eq!(minor("specialist", "1e17"), None);
    }
}

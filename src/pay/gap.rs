//! How far the bands of DMMs are above those of specialists.

use crate::money::{Money, Quantity};
use crate::org::{Org, Role};
use crate::pay::midpoints::midpoint;
use crate::ratio::of_integers;
use crate::role::RoleClass;

/// How far the band of a manager's role is above that of a specialist's, where the two come closest.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Gap<'o> {
    /// The manager's role whose amount is lowest; of several, the one whose id comes first.
    pub manager: Role<'o>,
    /// The specialist's role, senior ones included, whose amount is highest; of several, the one whose id comes first.
    pub specialist: Role<'o>,
    /// The manager's amount as a multiple of the specialist's.
    pub times: f64,
    low: Money,
    high: Money,
}

impl Gap<'_> {
    /// Returns whether the manager's amount is at least so many times the specialist's, exactly.
    #[must_use]
    pub fn reaches(&self, times: Quantity) -> bool {
        reaches(self.low, self.high, times)
    }
}

/// Returns the lowest midpoint of a manager's role over the highest of a specialist's (S23).
///
/// A DMM is paid far more; how much is far more is the threshold of the rule `manager-midpoint-too-close` (PAY003). Bands
/// out of order are left out. None if one side has no band, or the specialist's midpoint is 0. Costs O(roles).
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::pay::{ceiling_gap, midpoint_gap};
///
/// // Every amount is made up.
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.role("lead-specialist").pay_band(160_000_000, 200_000_000, 240_000_000);
/// org.role("digital-marketing-manager").pay_band(280_000_000, 300_000_000, 480_000_000);
/// let org = org.build()?;
/// assert_eq!(midpoint_gap(&org).map(|gap| (gap.specialist.id(), gap.times)), Some(("lead-specialist", 1.5)));
/// assert_eq!(ceiling_gap(&org).map(|gap| gap.times), Some(2.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn midpoint_gap(org: &Org) -> Option<Gap<'_>> {
    let managers = midpoints(org).filter(|(role, _)| role.class() == RoleClass::Manager);
    let lowest = managers.min_by_key(|(role, midpoint)| (*midpoint, role.id()));
    gap(lowest?, highest_specialist_midpoint(org)?)
}

/// Returns the lowest maximum of a manager's role over the highest of a specialist's (S24).
///
/// Below 1, a specialist's ceiling is above a manager's, which the rule `specialist-ceiling-above-manager` (PAY002)
/// finds. Bands upside down are left out. None if one side has no band, or the specialist's maximum is 0. Costs
/// O(roles). For an example see [`midpoint_gap`].
#[must_use]
pub fn ceiling_gap(org: &Org) -> Option<Gap<'_>> {
    let specialists = ceilings(org).filter(|(role, _)| role.class().is_specialist());
    let highest = specialists.min_by_key(|(role, ceiling)| (std::cmp::Reverse(*ceiling), role.id()));
    gap(lowest_manager_ceiling(org)?, highest?)
}

/// Returns the specialist's role whose midpoint is highest; of several, the one whose id comes first.
pub(crate) fn highest_specialist_midpoint(org: &Org) -> Option<(Role<'_>, Money)> {
    let specialists = midpoints(org).filter(|(role, _)| role.class().is_specialist());
    specialists.min_by_key(|(role, midpoint)| (std::cmp::Reverse(*midpoint), role.id()))
}

/// Returns the manager's role whose band ends lowest; of several, the one whose id comes first.
pub(crate) fn lowest_manager_ceiling(org: &Org) -> Option<(Role<'_>, Money)> {
    let managers = ceilings(org).filter(|(role, _)| role.class() == RoleClass::Manager);
    managers.min_by_key(|(role, ceiling)| (*ceiling, role.id()))
}

/// Returns the roles with a band that is in order, with its midpoint.
pub(crate) fn midpoints(org: &Org) -> impl Iterator<Item = (Role<'_>, Money)> {
    org.stated_roles().filter_map(|role| Some((role, midpoint(role)?)))
}

/// Returns the roles with a band that is not upside down, with its maximum.
pub(crate) fn ceilings(org: &Org) -> impl Iterator<Item = (Role<'_>, Money)> {
    let bands = org.stated_roles().filter_map(|role| Some((role, role.pay_band()?)));
    bands.filter(|(_, band)| band.width().is_some()).map(|(role, band)| (role, band.maximum))
}

/// Returns whether an amount is at least so many times another, exactly.
pub(crate) fn reaches(amount: Money, other: Money, times: Quantity) -> bool {
    match (Quantity::ONE.scale(amount), times.scale(other)) {
        (Some(amount), Some(least)) => least <= amount,
        // A product too large for 128 bits is above every amount.
        _ => false,
    }
}

fn gap<'o>((manager, low): (Role<'o>, Money), (specialist, high): (Role<'o>, Money)) -> Option<Gap<'o>> {
    let times = of_integers(i128::from(low.minor()), i128::from(high.minor()))?;
    Some(Gap { manager, specialist, times, low, high })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::org;

    #[test]
    fn the_closest_pair_counts_and_bands_of_others_do_not() {
        let org = org(|org| {
            org.role("specialist").pay_band(50, 100, 500);
            org.role("senior-specialist").pay_band(100, 200, 250);
            org.role("digital-marketing-manager").pay_band(200, 400, 450);
            org.role("brand").class(RoleClass::Manager).pay_band(200, 300, 600);
            org.role("broken").class(RoleClass::Manager).pay_band(200, 10, 100);
            org.role("copywriter").pay_band(900, 900, 900);
        });
        let midpoints = midpoint_gap(&org).unwrap();
        assert_eq!((midpoints.manager.id(), midpoints.specialist.id()), ("brand", "senior-specialist"));
        assert_eq!(Some(midpoints.times), Some(1.5));
        assert!(midpoints.reaches("1.5".parse().unwrap()) && !midpoints.reaches("1.500001".parse().unwrap()));
        let ceilings = ceiling_gap(&org).unwrap();
        assert_eq!(
            (ceilings.manager.id(), ceilings.specialist.id()),
            ("digital-marketing-manager", "specialist")
        );
        assert_eq!(Some(ceilings.times), Some(0.9));
    }

    #[test]
    fn of_one_side_alone_there_is_no_gap_nor_over_nothing() {
        let one = org(|org| _ = org.role("specialist").pay_band(1, 2, 3));
        assert_eq!((midpoint_gap(&one), ceiling_gap(&one)), (None, None));
        let nothing = org(|org| {
            org.role("specialist").pay_band(0, 0, 0);
            org.role("digital-marketing-manager").pay_band(1, 2, 3);
        });
        assert_eq!((midpoint_gap(&nothing), ceiling_gap(&nothing)), (None, None));
    }
}

//! How much more managers are paid than those who report to them.

use crate::org::{Org, Position};
use crate::pay::basis::{Pay, PayBasis};
use crate::ratio::length;

/// How much more a manager is paid than the direct reports.
///
/// Near 0 or below, pay is compressed: the step up takes on the larger risk for little (S23). Ellig, "The Complete Guide
/// to Executive Compensation" (2007), page 194, speaks of 20 to 25 percent between a supervisor and a subordinate as
/// what it seems to take; that is a report, and no threshold here.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SupervisorPremium<'o> {
    /// The manager.
    pub manager: Position<'o>,
    /// The report who is paid most; of several, the one whose id comes first.
    pub highest: Position<'o>,
    /// The manager's pay over that of the highest-paid report, less 1: 0.25 is a quarter more.
    pub over_highest: f64,
    /// The manager's pay over the mean of the reports, less 1.
    pub over_mean: f64,
    /// How many reports are in the figures.
    pub reports: usize,
    /// How many are not: their pay is not stated, or not defined on the basis.
    pub left_out: usize,
}

/// Returns how much more a manager is paid than the direct reports, dotted lines left aside, in O(span log span).
///
/// None if the pay of the manager is not stated or not defined on the basis, or no report is paid anything.
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::pay::{PayBasis, supervisor_premium};
///
/// // Every amount is made up.
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("dmm", "digital-marketing-manager").pay(300_000_000);
/// org.position("seo", "specialist").reports_to("dmm").pay(200_000_000);
/// org.position("social", "specialist").reports_to("dmm").pay(100_000_000);
/// org.position("email", "specialist").reports_to("dmm");
/// let org = org.build()?;
///
/// let dmm = org.position("dmm").ok_or("no such position")?;
/// let premium = supervisor_premium(dmm, PayBasis::AsStated).ok_or("nothing is stated")?;
/// assert_eq!((premium.highest.id(), premium.over_highest, premium.over_mean), ("seo", 0.5, 1.0));
/// assert_eq!((premium.reports, premium.left_out), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn supervisor_premium(manager: Position<'_>, basis: PayBasis) -> Option<SupervisorPremium<'_>> {
    let own = basis.pay_of(manager)?.minor()?;
    let pay = |report: Position<'_>| basis.pay_of(report).and_then(Pay::minor);
    let (mut highest, mut pays) = (None, Vec::with_capacity(manager.span()));
    for (report, pay) in manager.reports().filter_map(|report| Some((report, pay(report)?))) {
        pays.push(pay);
        let is_higher = |(known, most): (Position<'_>, f64)| {
            most.total_cmp(&pay).then_with(|| report.id().cmp(known.id())).is_lt()
        };
        if highest.is_none_or(is_higher) {
            highest = Some((report, pay));
        }
    }
    let (highest, most) = highest.filter(|(_, most)| 0.0 < *most)?;
    // In one order, so that the sum is the same to the bit whatever order reports were stated in.
    pays.sort_unstable_by(f64::total_cmp);
    let (reports, sum) = (pays.len(), pays.iter().sum::<f64>());
    let left_out = manager.span() - reports;
    let over_mean = own * length(reports) / sum - 1.0;
    Some(SupervisorPremium { manager, highest, over_highest: own / most - 1.0, over_mean, reports, left_out })
}

/// Returns the premium of each manager for whom it is defined, in the order of the org, in O(n log n) for n positions.
pub fn supervisor_premiums(org: &Org, basis: PayBasis) -> impl Iterator<Item = SupervisorPremium<'_>> {
    org.positions().filter_map(move |position| supervisor_premium(position, basis))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Quantity;
    use crate::testing::org;

    fn premium(
        manager: Option<i64>,
        reports: &[(Option<i64>, &str)],
        basis: PayBasis,
    ) -> Option<(f64, f64, usize, usize)> {
        let org = org(|org| {
            let dmm = org.position("dmm", "digital-marketing-manager");
            if let Some(pay) = manager {
                dmm.pay(pay);
            }
            for (place, (pay, share)) in reports.iter().enumerate() {
                let seat = org.position(&format!("r{place}"), "specialist").reports_to("dmm");
                let seat = seat.fte(share.parse::<Quantity>().unwrap());
                if let Some(pay) = pay {
                    seat.pay(*pay);
                }
            }
        });
        let found = supervisor_premium(org.position("dmm").unwrap(), basis)?;
        Some((found.over_highest, found.over_mean, found.reports, found.left_out))
    }

    #[test]
    fn a_report_who_is_paid_more_makes_it_negative() {
        let reports = [(Some(400), "1"), (Some(100), "1")];
        assert_eq!(
            premium(Some(300), &reports, PayBasis::AsStated),
            Some((-0.25, 300.0 / 250.0 - 1.0, 2, 0))
        );
    }

    #[test]
    fn without_pay_on_either_side_there_is_none() {
        assert_eq!(premium(None, &[(Some(100), "1")], PayBasis::AsStated), None);
        assert_eq!(premium(Some(100), &[(None, "1")], PayBasis::AsStated), None);
        assert_eq!(premium(Some(100), &[], PayBasis::AsStated), None);
        assert_eq!(premium(Some(100), &[(Some(0), "1")], PayBasis::AsStated), None);
    }

    #[test]
    fn part_time_pay_is_taken_as_the_basis_says() {
        let reports = [(Some(100), "0.5"), (Some(150), "1"), (Some(1_000), "0")];
        assert_eq!(premium(Some(300), &reports[..2], PayBasis::AsStated), Some((1.0, 1.4, 2, 0)));
        assert_eq!(premium(Some(300), &reports, PayBasis::FullTime), Some((0.5, 300.0 / 175.0 - 1.0, 2, 1)));
    }

    #[test]
    fn the_order_of_reports_does_not_reach_the_mean() {
        // As full-time pay: a third of a unit, a large sum and its like do not add up alike in any order.
        let mut reports: Vec<_> =
            [(1, "0.3"), (90_071_992_547_409, "0.7"), (7, "0.9"), (30_000_000_000_000, "0.11"), (11, "0.6")]
                .into();
        let bits = |reports: &[(i64, &'static str)]| {
            let stated: Vec<_> = reports.iter().map(|&(pay, share)| (Some(pay), share)).collect();
            premium(Some(90_000_000_000_000), &stated, PayBasis::FullTime).map(|found| found.1.to_bits())
        };
        let first = bits(&reports);
        assert!(first.is_some());
        for _ in 0..reports.len() {
            reports.rotate_left(1);
            assert_eq!(bits(&reports), first);
            let turned: Vec<_> = reports.iter().rev().copied().collect();
            assert_eq!(bits(&turned), first);
        }
    }

    #[test]
    fn of_two_who_are_paid_most_the_first_id_is_told() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").pay(3);
            org.position("z", "specialist").reports_to("dmm").pay(2);
            org.position("a", "specialist").reports_to("dmm").pay(2);
        });
        let premiums: Vec<_> = supervisor_premiums(&org, PayBasis::AsStated).collect();
        assert_eq!(premiums.iter().map(|one| one.highest.id()).collect::<Vec<_>>(), ["a"]);
    }
}

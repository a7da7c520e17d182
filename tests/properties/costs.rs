//! What teams cost and how they are paid, against sums that are made anew for each position.

#![expect(clippy::float_arithmetic, reason = "the figures are ratios")]

use bagan::pay::{
    Cost, CostRollUp, PayBasis, compa_ratio, midpoint_gap, range_penetration, spreads, supervisor_premium,
};
use bagan::strategies::{OrgParams, org};
use bagan::{Check, Org, Position, Profile, Quantity, RoleClass};
use proptest::prelude::*;

use crate::model::today;

/// A position and all below it, by recursion.
fn team<'o>(position: Position<'o>, into: &mut Vec<Position<'o>>) {
    into.push(position);
    for report in position.reports() {
        team(report, into);
    }
}

/// Pay, that of managers, and vacancies, in minor units; then how many are in no sum.
fn sums(positions: &[Position<'_>]) -> ([i128; 3], [usize; 4]) {
    let (mut sums, mut counts) = ([0; 3], [0; 4]);
    for position in positions {
        let pay = position.pay().map(|pay| i128::from(pay.minor()));
        if position.holder().is_some() {
            counts[usize::from(pay.is_none())] += 1;
            sums[0] += pay.unwrap_or(0);
            sums[1] += pay.filter(|_| position.reports().next().is_some()).unwrap_or(0);
            continue;
        }
        let band = position.role().pay_band();
        let band = band.filter(|band| band.minimum <= band.midpoint && band.midpoint <= band.maximum);
        let share = position.fte().unwrap_or(Quantity::ONE).millionths();
        let midpoint = band.filter(|_| 0 < share).map(|band| {
            let exact = i128::from(band.midpoint.minor()) * share;
            exact / 1_000_000 + i128::from(500_000 <= exact % 1_000_000)
        });
        let price = pay.or(midpoint);
        counts[2 + usize::from(price.is_none())] += 1;
        sums[2] += price.unwrap_or(0);
    }
    (sums, counts)
}

fn figures(cost: Cost) -> ([i128; 3], [usize; 4]) {
    let minor = |sum: Result<bagan::Money, bagan::pay::SumTooLarge>| match sum {
        Ok(money) => i128::from(money.minor()),
        Err(error) => error.minor,
    };
    let counts = [cost.paid(), cost.unstated(), cost.priced_vacancies(), cost.unpriced_vacancies()];
    ([cost.pay(), cost.management(), cost.vacancies()].map(minor), counts.map(|count| count as usize))
}

/// Adds what parts of an org cost.
fn sum(costs: impl IntoIterator<Item = Cost>) -> ([i128; 3], [usize; 4]) {
    let (mut sums, mut counts) = ([0; 3], [0; 4]);
    for (more, others) in costs.into_iter().map(figures) {
        for (sum, more) in sums.iter_mut().zip(more) {
            *sum += more;
        }
        for (count, more) in counts.iter_mut().zip(others) {
            *count += more;
        }
    }
    (sums, counts)
}

/// A number of the figures as a float: those drawn are small enough to lose little.
#[expect(clippy::cast_precision_loss, reason = "figures are compared up to a billionth")]
fn float(number: impl Into<i128>) -> f64 {
    number.into() as f64
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

/// The pay of a position in minor units, as a figure reads it.
fn pay(position: Position<'_>, basis: PayBasis) -> Option<f64> {
    let share = match basis {
        PayBasis::AsStated => 1.0,
        PayBasis::FullTime => float(position.fte().unwrap_or(Quantity::ONE).millionths()) / 1e6,
    };
    position.pay().filter(|_| 0.0 < share).map(|pay| float(pay.minor()) / share)
}

const BASES: [PayBasis; 2] = [PayBasis::AsStated, PayBasis::FullTime];

fn orgs() -> impl Strategy<Value = Org> {
    // A policy of the org's own may switch a rule off.
    org(OrgParams::default().vacancies(0.3).policies(0.0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn each_team_costs_the_sum_of_its_positions(org in orgs()) {
        let costs = CostRollUp::of(&org);
        for position in org.positions() {
            let mut below = Vec::new();
            team(position, &mut below);
            prop_assert_eq!(figures(costs.of_position(position)), sums(&below), "{}", position.id());
        }
        let all: Vec<Position<'_>> = org.positions().collect();
        prop_assert_eq!(figures(costs.total()), sums(&all));
        prop_assert_eq!(sum(costs.by_layer()), sums(&all));
        prop_assert_eq!(sum(costs.by_class().into_iter().map(|(_, cost)| cost)), sums(&all));
        for (layer, cost) in costs.by_layer().into_iter().enumerate() {
            let of_layer: Vec<Position<'_>> =
                org.positions().filter(|position| position.chain().count() == layer).collect();
            prop_assert_eq!(figures(cost), sums(&of_layer));
        }
        for (class, cost) in costs.by_class() {
            let of_class: Vec<Position<'_>> = org.positions().filter(|position| position.class() == class).collect();
            prop_assert_eq!(figures(cost), sums(&of_class));
        }
    }

    #[test]
    fn ratios_are_the_formulas(org in orgs()) {
        for (position, basis) in org.positions().flat_map(|position| BASES.map(|basis| (position, basis))) {
            let band = position.role().pay_band();
            let minor = |money: bagan::Money| float(money.minor());
            let ratio = band.zip(pay(position, basis)).map(|(band, pay)| pay / minor(band.midpoint));
            match (compa_ratio(position, basis), ratio.filter(|ratio| ratio.is_finite())) {
                (Some(found), Some(expected)) => prop_assert!(close(found, expected)),
                (found, expected) => prop_assert_eq!(found, expected),
            }
            let penetration = band.zip(pay(position, basis)).map(|(band, pay)| {
                (pay - minor(band.minimum)) / (minor(band.maximum) - minor(band.minimum))
            });
            match (range_penetration(position, basis), penetration.filter(|figure| figure.is_finite())) {
                (Some(found), Some(expected)) => prop_assert!(close(found, expected)),
                (found, expected) => prop_assert_eq!(found, expected),
            }
        }
    }

    #[test]
    fn premiums_are_the_formulas_and_negative_where_the_rule_finds_a_report(org in orgs()) {
        let report = Check::standard(today()).profile(Profile::Audited).run(&org);
        let found: Vec<String> =
            report.by_rule("report-paid-above-manager").map(|one| one.finding.message(&org)).collect();
        for (manager, basis) in org.positions().flat_map(|position| BASES.map(|basis| (position, basis))) {
            let paid: Vec<f64> = manager.reports().filter_map(|report| pay(report, basis)).collect();
            let highest = paid.iter().copied().fold(0.0, f64::max);
            let expected = pay(manager, basis).filter(|_| 0.0 < highest);
            let premium = supervisor_premium(manager, basis);
            prop_assert_eq!(premium.is_some(), expected.is_some());
            let Some((premium, own)) = premium.zip(expected) else { continue };
            prop_assert!(close(premium.over_highest, own / highest - 1.0));
            prop_assert!(close(premium.over_mean, own / (paid.iter().sum::<f64>() / float(paid.iter().map(|_| 1_i64).sum::<i64>())) - 1.0));
            prop_assert_eq!((premium.reports, premium.left_out), (paid.len(), manager.span() - paid.len()));
            prop_assert!(close(pay(premium.highest, basis).unwrap(), highest));
            let named = format!("reports to `{}`,", manager.id());
            // The amounts drawn are far from where a float could round the difference away.
            prop_assert!(premium.over_highest < 0.0 || found.iter().all(|message| !message.contains(&named)));
        }
    }

    #[test]
    fn spreads_are_those_of_the_ratios(org in orgs()) {
        for basis in BASES {
            let found = spreads(&org, basis);
            let mut left = found.iter();
            for role in org.roles() {
                let of_role = org.positions().filter(|position| position.role() == role);
                let mut ratios: Vec<f64> = of_role.filter_map(|position| compa_ratio(position, basis)).collect();
                ratios.sort_by(f64::total_cmp);
                if ratios.is_empty() {
                    continue;
                }
                let spread = left.next().unwrap();
                prop_assert_eq!((spread.role, spread.positions), (role, ratios.len()));
                prop_assert_eq!((spread.lowest, spread.highest), (ratios[0], ratios[ratios.len() - 1]));
                let middle = ratios.len() / 2;
                let median =
                    if ratios.len() % 2 == 1 { ratios[middle] } else { ratios[middle - 1].midpoint(ratios[middle]) };
                prop_assert!(close(spread.median, median));
            }
            prop_assert!(left.next().is_none());
        }
    }

    #[test]
    fn the_gap_and_the_rule_agree(org in orgs()) {
        let report = Check::standard(today()).profile(Profile::Audited).run(&org);
        let least = 1.2;
        let fires = report.by_rule("manager-midpoint-too-close").next().is_some();
        match midpoint_gap(&org) {
            Some(gap) if 1e-9 < (gap.times - least).abs() => prop_assert_eq!(fires, gap.times < least),
            Some(_) => {}
            None => {
                // One side has no band, or the specialists' midpoints are nothing, which nobody is too close to.
                prop_assert!(!fires);
            }
        }
        if let Some(gap) = midpoint_gap(&org) {
            prop_assert_eq!(gap.manager.class(), RoleClass::Manager);
            prop_assert!(gap.specialist.class().is_specialist());
            let midpoints = |is: fn(RoleClass) -> bool| {
                let of_class = org.roles().filter(move |role| is(role.class())).filter_map(bagan::Role::pay_band);
                of_class.filter(|band| band.is_in_order()).map(|band| float(band.midpoint.minor()))
            };
            let low = midpoints(|class| class == RoleClass::Manager).fold(f64::INFINITY, f64::min);
            let high = midpoints(RoleClass::is_specialist).fold(0.0, f64::max);
            prop_assert!(close(gap.times, low / high));
        }
    }
}

//! What somebody bears, against the sum over all combinations of causes.

#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "probabilities are floats, and so is what they are compared with"
)]

use bagan::risk::{
    Assumptions, Correlation, LossDistribution, OneFactor, any_fails, burden, burdens, expected_loss,
    outcome_risk,
};
use bagan::{FailsWith, Money, Org, OrgBuilder, Outcome, OutcomeKind, Quantity};
use proptest::option::weighted;
use proptest::prelude::*;

/// What one outcome states: millionths, minor units, which of those before it it rests on, and how many must fail.
type Stated = (Option<u32>, Option<i64>, Vec<bool>, u32);

fn stated() -> impl Strategy<Value = Vec<Stated>> {
    let probability = prop_oneof![0..=1_000_000_u32, Just(0), Just(1_000_000), 1..1000_u32];
    let loss = prop_oneof![0..5_i64, 0..1_000_000_i64];
    let one =
        (weighted(0.85, probability), weighted(0.9, loss), prop::collection::vec(any::<bool>(), 5), 0..5_u32);
    prop::collection::vec(one, 1..6)
}

fn org(stated: &[Stated]) -> Org {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("odd", "specialist");
    org.position("even", "specialist");
    for (place, (probability, loss, rests_on, how_many)) in stated.iter().enumerate() {
        let rests_on: Vec<String> =
            (0..place).filter(|&other| rests_on[other]).map(|n| n.to_string()).collect();
        let count = u32::try_from(rests_on.len()).unwrap();
        let fails_with = match how_many {
            0 => FailsWith::Any,
            1 if count != 0 => FailsWith::All,
            n if *n <= count => FailsWith::AtLeast(*n),
            _ => FailsWith::Any,
        };
        let who = if place % 2 == 0 { "even" } else { "odd" };
        let mut outcome = org.outcome(&place.to_string(), OutcomeKind::Tactical, who);
        outcome = outcome.rests_on(rests_on).fails_with(fails_with);
        if let Some(millionths) = probability {
            outcome = outcome.probability(Quantity::from_millionths(i128::from(*millionths)));
        }
        if let Some(loss) = loss {
            outcome.loss(Money::from_minor(*loss));
        }
    }
    org.build().unwrap()
}

/// Which outcomes fail, if these fail by themselves. Outcomes rest on those before them alone.
fn failing(org: &Org, own: &[bool]) -> Vec<bool> {
    let mut failing: Vec<bool> = Vec::new();
    for (outcome, own) in org.outcomes().zip(own) {
        let below: Vec<bool> = outcome.rests_on().map(|other| failing[other.ix().index()]).collect();
        let failed = below.iter().filter(|failed| **failed).count();
        let needed = match outcome.fails_with() {
            FailsWith::Any => 1,
            FailsWith::All => below.len(),
            FailsWith::AtLeast(n) => n as usize,
        };
        failing.push(*own || (!below.is_empty() && needed <= failed));
    }
    failing
}

fn share(outcome: Outcome<'_>) -> f64 {
    outcome.probability().unwrap_or_default().to_string().parse().unwrap()
}

/// The probability that exactly these fail by themselves: inclusion and exclusion over the chances that all of some do.
fn exactly(org: &Org, own: &[bool], rho: f64) -> f64 {
    let p: Vec<f64> = org.outcomes().map(share).collect();
    let others: Vec<usize> = (0..own.len()).filter(|&place| !own[place]).collect();
    let mut sum = 0.0;
    for more in 0..1_usize << others.len() {
        let extra =
            others.iter().enumerate().filter(|(bit, _)| more >> bit & 1 == 1).map(|(_, &place)| place);
        let all: Vec<f64> =
            (0..own.len()).filter(|&place| own[place]).chain(extra).map(|place| p[place]).collect();
        let together = OneFactor::new(&all, Correlation::new(rho).unwrap()).unwrap().all().unwrap();
        sum += if more.count_ones() % 2 == 0 { together } else { -together };
    }
    sum.max(0.0)
}

/// Every combination of outcomes failing by themselves, with its probability and what fails then.
fn combinations(org: &Org, rho: f64) -> Vec<(f64, Vec<bool>)> {
    let count = org.outcomes().len();
    let all =
        (0..1_usize << count).map(|bits| (0..count).map(|place| bits >> place & 1 == 1).collect::<Vec<_>>());
    all.map(|own| (exactly(org, &own, rho), failing(org, &own))).collect()
}

/// The outcomes that one rests on, by however many steps, and itself.
fn below(outcome: Outcome<'_>) -> Vec<Outcome<'_>> {
    let mut found = vec![outcome];
    let mut next = 0;
    while next < found.len() {
        let new: Vec<_> = found[next].rests_on().filter(|other| !found.contains(other)).collect();
        found.extend(new);
        next += 1;
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_burden_is_what_combinations_add_up_to(stated in stated(), rho in 0.0..0.95_f64, level in 0.01..0.995_f64) {
        let org = org(&stated);
        let assumed = Assumptions::new(rho, level).unwrap();
        let (independent, correlated) = (combinations(&org, 0.0), combinations(&org, rho));
        for (position, borne) in burdens(&org, assumed).unwrap() {
            let own: Vec<_> = org.outcomes().filter(|outcome| outcome.accountable() == position).collect();
            prop_assert_eq!(&borne.outcomes, &own);
            let (Some(any), Some(loss)) = (borne.any_fails, borne.loss) else { continue };
            let sides = [
                (any.independent, loss.independent, &independent),
                (any.correlated, loss.correlated, &correlated),
            ];
            for (any, loss, combinations) in sides {
                let fails = |failing: &[bool]| own.iter().any(|outcome| failing[outcome.ix().index()]);
                let expected: f64 = combinations.iter().filter(|(_, f)| fails(f)).map(|(p, _)| p).sum();
                prop_assert!((any - expected).abs() < 1e-11, "{} is not {}", any, expected);
                let lost = |failing: &[bool]| -> i64 {
                    let failed = own.iter().filter(|outcome| failing[outcome.ix().index()]);
                    failed.map(|outcome| outcome.loss().unwrap().minor()).sum()
                };
                let atoms = combinations.iter().map(|(p, f)| (Money::from_minor(lost(f)), p.min(1.0)));
                let whole = LossDistribution::new(atoms).unwrap();
                let near = |found: Money, expected: f64| (found.minor() as f64 - expected).abs() < 0.6;
                prop_assert!(near(loss.expected, whole.expected()));
                let tail = whole.conditional_value_at_risk(level).unwrap();
                prop_assert!((loss.conditional_value_at_risk.minor() as f64 - tail).abs() < 1.0, "{}", tail);
                // A level within rounding of a step may fall on either side of it.
                let least = whole.value_at_risk((level - 1e-9).max(1e-9)).unwrap();
                let most = whole.value_at_risk(level + 1e-9).unwrap();
                prop_assert!((least..=most).contains(&loss.value_at_risk));
            }
        }
    }

    #[test]
    fn an_outcome_fails_as_its_combinations_do_and_what_is_unstated_is_named(stated in stated(), rho in 0.0..0.95_f64) {
        let org = org(&stated);
        let assumed = Assumptions::new(rho, 0.95).unwrap();
        let (independent, correlated) = (combinations(&org, 0.0), combinations(&org, rho));
        for outcome in org.outcomes() {
            let risk = outcome_risk(outcome, assumed).unwrap();
            let open = |one: &Outcome<'_>| one.probability().is_none() && one.rests_on().len() == 0;
            let mut unstated: Vec<_> = below(outcome).into_iter().filter(open).collect();
            unstated.sort_by_key(|one| one.ix());
            let mut named = risk.unstated.clone();
            named.sort_by_key(|one| one.ix());
            prop_assert_eq!(&named, &unstated);
            prop_assert_eq!(risk.fails.is_some(), unstated.is_empty());
            let Some(fails) = risk.fails else { continue };
            for (found, combinations) in [(fails.independent, &independent), (fails.correlated, &correlated)] {
                let failed = combinations.iter().filter(|(_, failing)| failing[outcome.ix().index()]);
                let expected: f64 = failed.map(|(p, _)| p).sum();
                prop_assert!((found - expected).abs() < 1e-11, "{} is not {}", found, expected);
            }
        }
    }

    #[test]
    fn what_is_borne_alone_adds_up_and_what_is_borne_twice_counts_once(stated in stated()) {
        let org = org(&stated);
        let assumed = Assumptions::new(0.3, 0.9).unwrap();
        let whole = burden(org.outcomes(), assumed).unwrap();
        prop_assert_eq!(whole.any_fails, any_fails(org.outcomes(), assumed).unwrap());
        let expected = whole.loss.map(|loss| (loss.independent.expected, loss.correlated.expected));
        let alone = expected_loss(org.outcomes(), assumed).unwrap();
        prop_assert_eq!(expected, alone.map(|loss| (loss.independent, loss.correlated)));
        prop_assert_eq!(&whole, &burden(org.outcomes().chain(org.outcomes()), assumed).unwrap());
        let parts = burdens(&org, assumed).unwrap();
        let count: usize = parts.iter().map(|(_, part)| part.outcomes.len()).sum();
        prop_assert_eq!(count, org.outcomes().len());
        if let Some(loss) = whole.loss {
            let sum: i64 = parts.iter().map(|(_, part)| part.loss.unwrap().independent.expected.minor()).sum();
            prop_assert!((loss.independent.expected.minor() - sum).abs() <= 2);
        }
    }
}

//! The figures of an overview: the same whatever order an org is stated in, and what a dumb count makes of them.

use std::collections::BTreeMap;

use bagan::overview::{Figure, Measure, Missing, Overview, PartOf, Topic};
use bagan::risk::Assumptions;
use bagan::strategies::{OrgParams, org, spec};
use bagan::{Org, OrgSpec, Profile, check};
use proptest::prelude::*;

use crate::model::today;

/// Turns round the order of everything that has a name, or no order of its own.
fn reversed(spec: &OrgSpec) -> OrgSpec {
    let mut spec = spec.clone();
    spec.positions.reverse();
    spec.channels.reverse();
    spec.roles.reverse();
    spec.delegations.reverse();
    spec.outcomes.reverse();
    spec.kpis.reverse();
    spec
}

fn figures(org: &Org) -> String {
    let assumed = Assumptions::new(0.3, 0.9).unwrap();
    let overview = Overview::with(org, today(), Profile::Audited, assumed);
    format!("{overview}\n{}", serde_json::to_string_pretty(&overview).unwrap())
}

fn count(overview: &Overview<'_>, topic: Topic, name: &str) -> Option<u64> {
    match overview.figure(topic, name).unwrap().value {
        Ok(Measure::Count(count)) => Some(count),
        _ => None,
    }
}

/// The figures that count what one rule finds.
const COUNTED: &[(Topic, &str, &str)] = &[
    (Topic::Money, "unfunded_channels", "BUD009"),
    (Topic::Accountability, "vacant_accountable", "ACC008"),
    (Topic::Accountability, "nobody_responsible", "ACC006"),
    (Topic::Accountability, "channels_without_owner", "ACC002"),
    (Topic::Accountability, "answering_for_nothing", "ACC005"),
    (Topic::Accountability, "teams_unowned", "ACC009"),
    (Topic::Accountability, "roi_unowned", "ACC010"),
    (Topic::Accountability, "kpis_adrift", "KPI002"),
    (Topic::Accountability, "managers_without_kpi", "KPI001"),
    (Topic::Risk, "channels_on_one_person", "RSK003"),
    (Topic::Risk, "managers_without_risk", "RSK002"),
    (Topic::People, "outside_band", "PAY001"),
];

/// The figures that a threshold is for, and the rule that judges by it.
const COMPARED: &[(Topic, &str, &str)] = &[
    (Topic::Shape, "layers", "RPT007"),
    (Topic::Shape, "widest_span", "RPT005"),
    (Topic::Shape, "narrowest_span", "RPT006"),
    (Topic::Money, "largest_commitment", "BUD001"),
    (Topic::Money, "largest_idle_share", "BUD010"),
    (Topic::Money, "largest_part", "RSK004"),
    (Topic::Accountability, "most_outcomes", "ACC011"),
    (Topic::People, "midpoint_gap", "PAY003"),
];

/// What each rule finds, run at a level of its own.
fn found(org: &Org) -> BTreeMap<&'static str, usize> {
    let mut check = bagan::Check::standard(today()).profile(Profile::Audited);
    for rule in bagan::rules::ALL {
        check = check.level(rule.info().code, bagan::Level::Warn);
    }
    let mut found = BTreeMap::new();
    for reported in check.run(org).findings() {
        *found.entry(reported.rule.code).or_default() += 1;
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn figures_do_not_depend_on_the_order_stated(spec in spec(OrgParams::default())) {
        let (one, other) = (Org::try_from(&spec).unwrap(), Org::try_from(&reversed(&spec)).unwrap());
        prop_assert_eq!(figures(&one), figures(&other));
    }

    #[test]
    fn what_a_rule_judges_is_what_the_rule_finds(org in org(OrgParams::default())) {
        let overview = Overview::with(&org, today(), Profile::Audited, Assumptions::INDEPENDENT);
        let found = found(&org);
        let count_of = |code: &str| found.get(code).copied().unwrap_or_default();
        for (topic, name, code) in COUNTED {
            let figure = overview.figure(*topic, name).unwrap();
            // Where the org states none of what a rule asks about, a rule says so once, and the figure is no zero.
            if !matches!(figure.value, Err(Missing::SwitchedOff(_) | Missing::Unstated(_))) {
                prop_assert_eq!(figure.value.clone(), Ok(Measure::Count(count_of(code) as u64)), "{}", name);
            }
        }
        for (topic, name, code) in COMPARED {
            let figure = overview.figure(*topic, name).unwrap();
            let holds = figure.preset.as_ref().is_none_or(|preset| preset.holds);
            prop_assert_eq!(holds, count_of(code) == 0, "{}: {:?}", name, figure);
        }
    }

    #[test]
    fn counts_are_those_of_a_dumb_count(org in org(OrgParams::default())) {
        let overview = Overview::of(&org, today());
        let positions: Vec<_> = org.positions().collect();
        let of = |wanted: &dyn Fn(&bagan::Position<'_>) -> bool| Some(positions.iter().filter(|at| wanted(at)).count() as u64);
        let is = |name| count(&overview, Topic::Shape, name);
        prop_assert_eq!(is("positions"), of(&|_| true));
        prop_assert_eq!(is("tops"), of(&|at| at.manager().is_none()));
        prop_assert_eq!(is("one_over_ones"), of(&|at| at.reports().count() == 1));
        prop_assert_eq!(count(&overview, Topic::Money, "holders"), of(&|at| at.accounts(today()).count() != 0));
        prop_assert_eq!(count(&overview, Topic::Accountability, "accountable"), of(&|at| {
            org.outcomes().any(|outcome| outcome.accountable() == *at)
        }));
        let budget = positions.iter().filter_map(|at| at.budget()).map(bagan::Money::minor).sum();
        let budget = Ok(Measure::Amount(bagan::Money::from_minor(budget)));
        prop_assert_eq!(&overview.figure(Topic::Money, "budget").unwrap().value, &budget);
        let parts = &overview.figure(Topic::Shape, "positions").unwrap().parts;
        let sum: u64 = parts.iter().map(|part| match part.value { Some(Measure::Count(count)) => count, _ => 0 }).sum();
        prop_assert_eq!(Some(sum), is("positions"));
    }

    #[test]
    fn parts_are_few_and_each_named_once(org in org(OrgParams::default())) {
        let overview = Overview::of(&org, today());
        for figure in overview.topics().flat_map(|(_, figures)| figures) {
            prop_assert!(figure.parts.len() <= Figure::MOST_PARTS);
            let is_pair = |of: &PartOf<'_>| matches!(of, PartOf::Pair(..));
            for (place, part) in figure.parts.iter().enumerate() {
                prop_assert!(!figure.parts[..place].iter().any(|before| before.of == part.of) || is_pair(&part.of), "{:?}", figure);
            }
        }
        prop_assert_eq!(check(&org, today()).summary().positions as u64, count(&overview, Topic::Shape, "positions").unwrap());
    }
}

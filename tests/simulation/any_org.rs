//! Whatever the org and whatever is assumed, the books of a simulated year balance: the ledger decides, and nothing gets
//! around it.

use std::sync::Arc;

use bagan::simulate::{Outcomes, Simulation};
use bagan::strategies::{OrgParams, assumptions_of, org};
use bagan::{Money, Position, parse_date};
use proptest::prelude::*;

fn values<'r>(outcomes: &'r Outcomes, name: &str) -> &'r [f64] {
    outcomes.figure(name).unwrap().values
}

const REFUSED: [&str; 7] = [
    "refused_no_account",
    "refused_exhausted",
    "refused_nobody_there",
    "refused_no_room",
    "refused_rejected",
    "refused_position_vacant",
    "refused_other",
];

const LEVELS: [&str; 6] = [
    "approved_off_the_line",
    "approved_at_level_1",
    "approved_at_level_2",
    "approved_at_level_3",
    "approved_at_level_4",
    "approved_above_level_4",
];

const OVERDELIVERY: [&str; 3] = ["overdelivery_charged", "overdelivery_credited", "overdelivery_refused"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_request_has_an_end_and_no_budget_is_overspent(
        (org, assumed) in org(OrgParams::default()).prop_map(Arc::new).prop_flat_map(|org| {
            let assumed = assumptions_of(&org);
            (Just(org), assumed)
        }),
        seed in any::<u64>(),
    ) {
        let budgets: i64 = org.positions().filter_map(Position::budget).map(Money::minor).sum();
        // What was asked in the warm-up may end, and be spent, after it or in it.
        let counts_all = assumed.warm_up_days == 0;
        let serves = assumed.to_toml().contains("delivery");
        let errs = ["bad-share", "accepts-good"].iter().any(|key| assumed.to_toml().contains(key));
        let (from, until) = (parse_date("2026-06-01").unwrap(), parse_date("2026-08-01").unwrap());
        let calendar = org.calendar();
        let is_one_year = calendar.fiscal_year(from) == calendar.fiscal_year(parse_date("2026-07-31").unwrap());
        let vacant = org.positions().filter(|seat| seat.occupant().is_none()).count() as f64;
        let seats = org.position_count() as f64;
        let pay: i64 = org.positions().filter_map(Position::pay).map(Money::minor).sum();
        let outcomes = Simulation::new(assumed, from, until).replications(3).seed(seed).run(org).unwrap();
        for year in 0..3 {
            let of = |name: &str| values(&outcomes, name).get(year).copied().unwrap();
            let ended = of("approved_at_once") + of("approved_after_approval") + of("refused") + of("still_waiting");
            prop_assert!(of("requests") <= ended);
            let sum = |names: &[&str]| names.iter().map(|name| of(name)).sum::<f64>();
            prop_assert_eq!(of("refused"), sum(&REFUSED));
            prop_assert_eq!(of("approved_after_approval"), sum(&LEVELS));
            prop_assert!(of("good_rejected") <= of("refused_rejected"));
            // What was asked for and approved, before platforms served more or less of it.
            let asked = of("spend") - of("overdelivery_charged") + of("underdelivery");
            prop_assert!(0.0 <= asked && of("bad_spend") <= asked * (1.0 + 1e-9));
            if counts_all {
                prop_assert!(of("bad_approved") <= of("bad_requests") && of("bad_requests") <= of("requests"));
            }
            if !errs {
                prop_assert_eq!(sum(&["bad_requests", "refused_rejected", "bad_spend"]), 0.0);
            }
            if !serves {
                prop_assert_eq!(sum(&OVERDELIVERY) + of("underdelivery"), 0.0);
            }
            prop_assert!(0.0 <= of("idle_budget"));
            if counts_all {
                prop_assert_eq!(of("requests"), ended);
            }
            // Each fiscal year has the budgets anew.
            if is_one_year && counts_all {
                prop_assert_eq!(of("spend") + of("idle_budget"), budgets as f64);
            }
            // Nobody comes but to a seat that somebody left, or that was vacant; and no one moves twice for one resignation.
            let chains = of("resignations") + vacant;
            if counts_all {
                prop_assert!(of("hires") <= chains);
                prop_assert!(of("promotions") + of("moves_across") <= chains * (seats - 1.0));
            }
            prop_assert!(of("vacant_days") + of("away_days") <= seats * 61.0 + 1e-6);
            prop_assert!(of("onboarding_days") <= seats * 61.0 - of("vacant_days") + 1e-6);
            let paid = of("pay_cost");
            let most = pay as f64 * 61.0 / 365.25 * (1.0 + 1e-9);
            prop_assert!(if paid.is_nan() { pay == 0 } else { (0.0..=most).contains(&paid) }, "{} of {}", paid, most);
            prop_assert!(of("spend") + of("idle_budget") <= 2.0 * budgets as f64);
        }
        for name in REFUSED.into_iter().chain(LEVELS).chain(OVERDELIVERY).chain(["bad_approved", "good_rejected"]) {
            let whole = outcomes.figure(name).unwrap().estimate.mean().unwrap();
            let parts: f64 = outcomes.org().channels()
                .filter_map(|channel| outcomes.of_channel(channel.id())?.find(|figure| figure.name == name)?.estimate.mean())
                .sum();
            prop_assert!((parts - whole).abs() <= 1e-9 * whole.max(1.0), "{}: {} {}", name, parts, whole);
        }
        // Nothing but what is known: the ledger has no other reason.
        prop_assert_eq!(outcomes.figure("refused_other").unwrap().estimate.most(), Some(0.0));
        let refused = outcomes.figure("refused").unwrap().estimate.mean().unwrap();
        let by_position: f64 = outcomes.org().positions()
            .filter_map(|seat| outcomes.of_position(seat.id())?.find(|figure| figure.name == "refused")?.estimate.mean())
            .sum();
        prop_assert!((by_position - refused).abs() <= 1e-9 * refused.max(1.0));
        let per_channel: f64 = outcomes.org().channels()
            .filter_map(|channel| outcomes.of_channel(channel.id())?.find(|figure| figure.name == "spend")?.estimate.mean())
            .sum();
        let per_position: f64 = outcomes.org().positions()
            .filter_map(|seat| outcomes.of_position(seat.id())?.find(|figure| figure.name == "spend")?.estimate.mean())
            .sum();
        let spend = outcomes.figure("spend").unwrap().estimate.mean().unwrap();
        let near = |sum: f64| (sum - spend).abs() <= 1e-9 * spend.max(1.0);
        prop_assert!(near(per_channel) && near(per_position), "{} {} {}", spend, per_channel, per_position);
    }
}

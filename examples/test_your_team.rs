//! Tests a team design as a crate that depends on this one would, with proptest and with simulated years.
//!
//! Run `cargo run --example test_your_team`. A property is a test like any other; here it runs outside of one, so that
//! the example can show what comes out. In your `tests/` folder the first one reads:
//!
//! ```ignore
//! proptest! {
//!     #[test]
//!     fn no_team_is_denied(plan in plans()) {
//!         prop_assert!(!check(&team(&plan)?, today()).is_denied());
//!     }
//! }
//!
//! #[test]
//! fn somebody_is_there_for_every_channel() -> Result<(), Box<dyn Error>> {
//!     Ok(years_of(&Plan { channels: 4, cover: 2, budget: 4_800_000_000 })?
//!         .expect("uncovered_channel_days").in_most_years(0.8).below(5.0)?)
//! }
//! ```

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;
use std::fmt::Debug;

use bagan::simulate::{Assumptions, Outcomes, Simulation, Unmet};
use bagan::strategies::{OrgParams, clean_spec, org_breaking};
use bagan::{
    BuildErrors, Check, Context, Date, Finding, Interval, Level, Org, OrgBuilder, OrgSpec, Rule, RuleInfo,
    Value, check, parse_date,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

/// What a team is planned from.
#[derive(Debug, Clone)]
struct Plan {
    channels: usize,
    cover: usize,
    budget: i64,
}

/// The house's own way to make a team: a specialist for two channels, as often as each should be covered.
fn team(plan: &Plan) -> Result<Org, BuildErrors> {
    let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    let channels: Vec<String> = (1..=plan.channels).map(|number| format!("channel-{number}")).collect();
    for channel in &channels {
        org.channel(channel, "");
    }
    let seats = plan.channels.div_ceil(2) * plan.cover;
    org.position("cmo", "external").holder("sari");
    org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(plan.budget);
    org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
    let share = plan.budget / i64::try_from(seats).unwrap_or(1);
    let year =
        Interval::new(parse_date("2026-01-01").ok(), parse_date("2027-01-01").ok()).unwrap_or_default();
    let pairs = channels.chunks(2).flat_map(|pair| std::iter::repeat_n(pair, plan.cover));
    for (number, pair) in pairs.enumerate() {
        let (seat, holder) = (format!("specialist-{}", number + 1), format!("person-{}", number + 1));
        org.position(&seat, "specialist").holder(&holder).reports_to("dmm").channels(pair);
        org.delegation("dmm", &seat, share).day(share / 20).week(share / 5).valid(year);
    }
    org.build()
}

/// Every plan that the house might make.
fn plans() -> impl Strategy<Value = Plan> {
    (1..=8_usize, 1..=2_usize, 1_000..=1_000_000_000_i64).prop_map(|(channels, cover, budget)| Plan {
        channels,
        cover,
        budget,
    })
}

/// A rule of the house: nobody wears three hats.
struct TooManyHats;

impl Rule for TooManyHats {
    fn info(&self) -> &'static RuleInfo {
        static INFO: RuleInfo =
            RuleInfo::new("ACME001", "too-many-hats", "Finds people who hold more than two positions.")
                .at(Level::Deny);
        &INFO
    }

    fn check(&self, cx: &mut Context<'_, '_>) {
        for person in cx.org().people() {
            let hats: Vec<_> = person.positions().collect();
            if let [first, _, _, ..] = hats.as_slice() {
                let finding = Finding::at(*first).fact("person", Value::person(person.id()));
                cx.report(finding.says("{person} holds three positions or more"));
            }
        }
    }
}

/// Returns the team without one of its specialists: the one at `place`, counted round and round.
fn without_one(org: &Org, place: usize) -> Result<Org, BuildErrors> {
    let mut spec = OrgSpec::from(org);
    let specialists: Vec<String> = org
        .positions()
        .filter(|seat| seat.class().is_specialist())
        .map(|seat| seat.id().to_owned())
        .collect();
    if let Some(gone) = specialists.get(place % specialists.len().max(1)) {
        spec.positions.shift_remove(gone);
        spec.delegations.retain(|delegation| &delegation.to != gone);
    }
    Org::try_from(spec)
}

fn today() -> Date {
    Date::constant(2026, 7, 1)
}

/// Tries a property on some hundred values, and returns the smallest for which it fails.
fn try_it<S: Strategy>(
    strategy: &S,
    holds: impl Fn(&S::Value) -> Result<bool, BuildErrors>,
) -> Option<S::Value> {
    let config = Config { cases: 256, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(strategy, |value| {
        prop_assert!(holds(&value)?);
        Ok(())
    });
    match result {
        Err(TestError::Fail(_, value)) => Some(value),
        _ => None,
    }
}

fn tell(property: &str, found: Option<impl Debug>) -> bool {
    let held = found.is_none();
    match found {
        None => println!("holds  {property}"),
        Some(value) => println!("fails  {property}\n       the smallest case is {value:?}"),
    }
    held
}

/// A hundred years of a team in which people are away and leave.
fn years_of(plan: &Plan) -> Result<Outcomes, Box<dyn Error>> {
    let assumed = Assumptions::from_toml(
        r"
        [requests]
        per-day = 2

        [staff]
        absences-per-year = 3
        absence-days = { gamma = { mean = 4, spread = 0.5 } }
        leaving-per-year = 0.15
        days-to-fill = { exponential = { mean = 45 } }
        ",
    )?;
    let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    Ok(Simulation::new(assumed, from, until).replications(100).seed(7).run(team(plan)?)?)
}

/// What the house expects of a year: there is somebody for each channel, and hardly anything is refused for lack of one.
fn is_covered(years: &Outcomes) -> Result<(), Unmet> {
    years.expect("uncovered_channel_days").below(30.0)?;
    years.expect("uncovered_channel_days").in_most_years(0.8).below(100.0)?;
    years.expect("uncovered_days").on_channel("channel-1").below(10.0)?;
    years.expect("vacant_days").at_position("dmm").below(20.0)
}

fn main() -> Result<(), Box<dyn Error>> {
    // A plan says nothing yet of outcomes and KPIs: what the rules warn of then is for later.
    let denied = try_it(&plans(), |plan| Ok(!check(&team(plan)?, today()).is_denied()));
    let mut as_expected = tell("no team that the house plans is denied", denied);

    let house = Check::standard(today()).rule(&TooManyHats);
    let sizes = OrgParams::default().positions(3..=12).second_seats(0.0);
    let fires = try_it(&clean_spec(sizes), |clean| {
        let silent = house.run(&Org::try_from(clean)?).by_rule("too-many-hats").next().is_none();
        let mut worn_out = clean.clone();
        for position in worn_out.positions.values_mut().take(3) {
            position.holder = Some("the freelancer".to_owned());
        }
        Ok(silent && house.run(&Org::try_from(worn_out)?).by_rule("too-many-hats").count() == 1)
    });
    as_expected &=
        tell("the rule of the house fires on every org that breaks it, and on no clean one", fires);

    let stopped = try_it(&org_breaking("over-delegation")?, |org| Ok(check(org, today()).is_denied()));
    as_expected &= tell("an org that delegates more than it holds is stopped", stopped);

    let twice = plans().prop_map(|plan| Plan { cover: 2, ..plan });
    let stands = |(plan, gone): &(Plan, usize)| {
        let left = without_one(&team(plan)?, *gone)?;
        Ok(check(&left, today()).by_rule("channel-without-specialist").next().is_none())
    };
    as_expected &= tell(
        "covered twice, a channel stands the loss of any specialist",
        try_it(&(twice, 0..16_usize), stands),
    );

    let once = plans().prop_map(|plan| Plan { cover: 1, ..plan });
    as_expected &= !tell("covered once, it does so too", try_it(&(once, 0..16_usize), stands));

    let plan = |cover| Plan { channels: 4, cover, budget: 4_800_000_000 };
    let covered = is_covered(&years_of(&plan(2))?);
    as_expected &= tell("covered twice, channels are covered in a year with its absences", covered.err());
    let covered = is_covered(&years_of(&plan(1))?);
    as_expected &= !tell("covered once, they are too", covered.err());

    if as_expected { Ok(()) } else { Err("that is not what this example is to show".into()) }
}

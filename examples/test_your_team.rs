//! Tests a team design as a dependent would: with orgs that proptest draws.
//!
//! Run `cargo run --example test_your_team`. In a crate of your own each of these is a `#[test]` inside
//! `proptest! { … }`, and `bagan` is a development dependency with the feature `proptest1`.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::strategies::{OrgParams, clean_org, org_breaking, position_of};
use bagan::{BuildErrors, Date, Interval, Org, OrgBuilder, check, parse_date};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

/// The design: one manager, and for each channel so many specialists who share its money.
fn team(specialists: &[usize], money: i64, year: Interval) -> Result<Org, BuildErrors> {
    let mut org = OrgBuilder::new("The design", "IDR");
    org.position("cmo", "cmo").holder("sari").works_with(["dmm"]);
    org.position("studio", "digital-marketing-manager").holder("lestari").reports_to("cmo");
    org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(money);
    let seats: usize = specialists.iter().sum();
    let share = money / i64::try_from(seats.max(1)).unwrap_or(i64::MAX);
    for (number, &count) in specialists.iter().enumerate() {
        let channel = format!("channel-{number}");
        org.channel(&channel, "");
        for seat in 0..count {
            let id = format!("{channel}-{seat}");
            org.position(&id, "specialist").holder(&id).reports_to("dmm").channels([&channel]);
            org.delegation("dmm", &id, share).channel(&channel).week(share).valid(year);
        }
    }
    org.build()
}

/// Runs a property on a hundred values, and says how it ended.
fn try_out<S: Strategy>(
    name: &str,
    strategy: S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) -> Option<S::Value> {
    let mut runner = TestRunner::new(Config { cases: 100, failure_persistence: None, ..Config::default() });
    match runner.run(&strategy, property) {
        Ok(()) => println!("holds    {name}"),
        Err(TestError::Fail(reason, value)) => {
            println!("refuted  {name}\n{reason}");
            return Some(value);
        }
        Err(TestError::Abort(reason)) => println!("given up {name}: {reason}"),
    }
    None
}

/// How many channels nobody covers once a person has left.
fn uncovered_without(org: &Org, leaver: &str) -> usize {
    let covers = |channel: bagan::Channel<'_>| {
        channel.positions().any(|position| position.holder().is_some_and(|holder| holder != leaver))
    };
    org.channels().filter(|channel| !covers(*channel)).count()
}

fn main() -> Result<(), Box<dyn Error>> {
    let today: Date = parse_date("2026-07-01")?;
    let year = Interval::new(Some(parse_date("2026-01-01")?), Some(parse_date("2027-01-01")?))?;

    // Whatever the number of channels and specialists, the design keeps the rules …
    let sizes = || prop::collection::vec(1..=3_usize, 2..=5);
    let refuted =
        try_out("a team of 2 to 5 channels, up to 3 specialists each, keeps the rules", sizes(), |sizes| {
            let org =
                team(&sizes, 900_000_000, year).map_err(|errors| TestCaseError::fail(errors.to_string()))?;
            let report = check(&org, today);
            prop_assert!(report.is_clean(), "{report}");
            Ok(())
        });
    // … but for one manager it can be too many: proptest finds the smallest team that is.
    let refuted = refuted.ok_or("more than ten reports should have been too many")?;
    assert_eq!(refuted.iter().sum::<usize>(), 11, "the smallest team that is too wide");

    // Two specialists for each channel, and any one of them may leave.
    let org = team(&[2, 2, 2], 900_000_000, year)?;
    try_out(
        "with two for each channel, one resignation leaves none uncovered",
        position_of(&org),
        |leaver| {
            let leaver = leaver.and_then(|ix| org.position_at(ix).holder()).unwrap_or_default();
            prop_assert_eq!(uncovered_without(&org, leaver), 0);
            Ok(())
        },
    );

    // Orgs that are nobody's design: clean ones, and ones with a single fault.
    try_out("nobody in a clean org delegates more than they hold", clean_org(OrgParams::default()), |org| {
        for position in org.positions() {
            prop_assert!(position.delegated(today) <= position.held(today));
        }
        Ok(())
    });
    try_out("a check denies whoever delegates too much", org_breaking("over-delegation")?, |org| {
        prop_assert!(check(&org, today).is_denied());
        Ok(())
    });
    Ok(())
}

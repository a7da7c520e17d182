//! Assumptions that cannot be are refused by name.

use std::sync::Arc;

use bagan::parse_date;
use bagan::simulate::assumptions::{DeskAssumptions, Panel, RequestAssumptions, WorkingHours};
use bagan::simulate::{Assumptions, Distribution, Simulation};

use crate::support::line;

fn refusal(state: impl FnOnce(&mut Assumptions)) -> String {
    let mut assumed = Assumptions::default();
    state(&mut assumed);
    let (from, until) = (parse_date("2026-01-01").unwrap(), parse_date("2026-02-01").unwrap());
    Simulation::new(assumed, from, until).run(line(&[1])).unwrap_err().to_string()
}

#[test]
fn numbers_that_cannot_be_are_named() {
    assert_eq!(
        refusal(|a| a.requests.per_day = Some(-1.0)),
        "requests.per-day: must be from 0 to 1000000, and is -1"
    );
    assert_eq!(
        refusal(|a| a.requests.per_day = Some(f64::NAN)),
        "requests.per-day: must be from 0 to 1000000, and is NaN"
    );
    assert_eq!(
        refusal(|a| a.desk.other_work = Some(1.0)),
        "desk.other-work: must be from 0 to below 1, and is 1"
    );
    assert_eq!(refusal(|a| a.desk.servers = Some(0)), "desk.servers: must be 1 or more, and is 0");
    assert_eq!(
        refusal(|a| a.failures.correlation = 1.5),
        "failures.correlation: must be from 0 to 1, and is 1.5"
    );
    assert_eq!(
        refusal(|a| a.staff.leaving_per_year = Some(f64::INFINITY)),
        "staff.leaving-per-year: must be from 0 to 10000, and is inf"
    );
    assert_eq!(
        refusal(|a| a.requests.bad_share = Some(1.1)),
        "requests.bad-share: must be from 0 to 1, and is 1.1"
    );
    assert_eq!(
        refusal(|a| a.desk.accepts_good = Some(-0.1)),
        "desk.accepts-good: must be from 0 to 1, and is -0.1"
    );
    assert_eq!(
        refusal(|a| a.desk.accepts_bad = Some(f64::NAN)),
        "desk.accepts-bad: must be from 0 to 1, and is NaN"
    );
    for (members, accept, message) in [
        (0, 1, "desk.panel.members: must be from 1 to 1000, and is 0"),
        (1_001, 1, "desk.panel.members: must be from 1 to 1000, and is 1001"),
        (3, 0, "desk.panel.accept: must be from 1 to all members, and is 0 of 3"),
        (3, 4, "desk.panel.accept: must be from 1 to all members, and is 4 of 3"),
    ] {
        assert_eq!(refusal(|a| a.desk.panel = Some(Panel::new(members, accept))), message);
    }
    assert_eq!(
        refusal(|a| a.staff.filled_from_within = Some(1.5)),
        "staff.filled-from-within: must be from 0 to 1, and is 1.5"
    );
    let slow = |a: &mut Assumptions| {
        a.positions.entry("a0".to_owned()).or_default().onboarding_speed = Some(0.0);
    };
    assert_eq!(refusal(slow), "positions.a0.onboarding-speed: must be above 0, and 1 at most, and is 0");
    let never = |a: &mut Assumptions| {
        let mut hours = WorkingHours::office();
        hours.days.clear();
        a.desks.insert("a0".to_owned(), {
            let mut desk = DeskAssumptions::default();
            desk.hours = Some(hours);
            desk
        });
    };
    assert_eq!(refusal(never), "desks.a0.hours: must have a working day, and is from 9 until 17, on 0 days");
}

#[test]
fn work_that_takes_no_time_is_refused_where_requests_come() {
    let none = || Distribution::constant(0.0).unwrap();
    assert_eq!(
        refusal(|a| a.desk.service = Some(none())),
        "desk.service: must be above 0 on average where requests come, and is 0"
    );
    let of_a_desk = |a: &mut Assumptions| {
        a.requests.per_day = Some(0.0);
        a.channels.entry("seo".to_owned()).or_default().per_day = Some(2.0);
        a.desks.entry("a0".to_owned()).or_default().service = Some(Distribution::uniform(0.0, 0.0).unwrap());
    };
    assert_eq!(
        refusal(of_a_desk),
        "desks.a0.service: must be above 0 on average where requests come, and is 0"
    );
    let mut assumed = Assumptions::default();
    assumed.desk.service = Some(none());
    assumed.requests.per_day = Some(0.0);
    assert_eq!(assumed.check(), Ok(()));
    // A channel that states something else has no more requests than channels in general.
    assumed.channels.entry("seo".to_owned()).or_default().bad_share = Some(0.1);
    assert_eq!(assumed.check(), Ok(()));
}

/// What would take for ever, or nearly so: events that follow each other in no time.
#[test]
fn rates_without_end_are_refused() {
    assert_eq!(
        refusal(|a| a.requests.per_day = Some(1e300)),
        format!("requests.per-day: must be from 0 to 1000000, and is {}", 1e300)
    );
    let months = |a: &mut Assumptions| a.requests.months = Some([1_000.5; 12]);
    assert_eq!(refusal(months), "requests.months: must be from 0 to 1000, and is 1000.5");
    assert_eq!(
        refusal(|a| a.staff.leaving_per_year = Some(10_001.0)),
        "staff.leaving-per-year: must be from 0 to 10000, and is 10001"
    );
    assert_eq!(
        refusal(|a| a.desk.rework = Some(0.9999)),
        "desk.rework: must be from 0 to 0.999, and is 0.9999"
    );
}

#[test]
fn designs_of_one_name_are_refused() {
    let (from, until) = (parse_date("2026-01-01").unwrap(), parse_date("2026-02-01").unwrap());
    let simulation = Simulation::new(Assumptions::default(), from, until).replications(1);
    let (one, other) = (Arc::new(line(&[1])), Arc::new(line(&[1, 1])));
    let error = simulation.compare([("team", one), ("team", other)]).unwrap_err();
    assert_eq!(error.to_string(), "there are two designs `team`");
}

#[test]
fn what_no_design_has_is_named() {
    let unknown =
        |a: &mut Assumptions| _ = a.channels.insert("ceo".to_owned(), RequestAssumptions::default());
    assert_eq!(refusal(unknown), "channels: no design has a channel `ceo`");
    let unknown = |a: &mut Assumptions| _ = a.desks.insert("dmm".to_owned(), DeskAssumptions::default());
    assert_eq!(refusal(unknown), "desks: no design has a position `dmm`");
}

#[test]
fn no_days_no_replications_and_no_designs_are_refused() {
    let day = parse_date("2026-01-01").unwrap();
    let simulation = |until| Simulation::new(Assumptions::default(), day, parse_date(until).unwrap());
    let error = simulation("2026-01-01").run(line(&[1])).unwrap_err().to_string();
    assert!(error.starts_with("the days from 2026-01-01 to before 2026-01-01 are none"), "{error}");
    let error = simulation("2027-01-01").replications(0).run(line(&[1])).unwrap_err().to_string();
    assert_eq!(error, "there must be a replication");
    let none: [(&str, Arc<bagan::Org>); 0] = [];
    assert_eq!(simulation("2027-01-01").compare(none).unwrap_err().to_string(), "there must be a design");
    let mut assumed = Assumptions::default();
    assumed.warm_up_days = 31;
    let short = Simulation::new(assumed, day, parse_date("2026-02-01").unwrap());
    assert!(short.run(line(&[1])).is_err());
}

#[test]
fn the_file_form_says_where_it_is_wrong() {
    let error = Assumptions::from_toml("[requests]\nper-dya = 3\n").unwrap_err().to_string();
    assert!(error.contains("line 2") && error.contains("per-dya"), "{error}");
    let error = Assumptions::from_toml("[requests]\namount = { lognormal = { mean = -1, spread = 1 } }\n")
        .unwrap_err();
    assert!(error.to_string().contains("`lognormal.mean` must be"), "{error}");
    let read = Assumptions::from_toml("\u{FEFF}[desks.\"größe\"]\nservers = 2\n").unwrap();
    assert_eq!(read.desks.get("größe").and_then(|desk| desk.servers), Some(2));
    assert_eq!(Assumptions::from_toml("").unwrap(), Assumptions::default());
}

#[test]
fn the_file_form_loses_nothing() {
    let text = "warm-up-days = 3\nroute = \"through-the-line\"\n[requests]\nper-day = 2.5\nmonths = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3]\n\
                hours = { from = 8, until = 18 }\nbad-share = 0.2\nappeals = 2\n[channels.seo]\ndelivery = { uniform = { from = 0.5, to = 2 } }\namount = { empirical = { values = [1, 2] } }\n[desk]\norder = \"smallest\"\nrework = 0.1\naccepts-good = 0.9\naccepts-bad = 0.3\npanel = { members = 3, accept = 2 }\n\
                [staff]\nvacant-seats = \"fill\"\nmoves-within = \"up-or-across\"\nfilled-from-within = 0.5\nonboarding-speed = 0.4\n\
                [positions.a0]\nabsence-days = { constant = 2 }\nonboarding-days = { constant = 20 }\ndays-to-promote = { constant = 3 }\n[failures]\ncorrelation = 0.3\n";
    let read = Assumptions::from_toml(text).unwrap();
    let written = toml::to_string(&read).unwrap_or_default();
    assert_eq!(Assumptions::from_toml(&written).unwrap(), read, "{written}");
}

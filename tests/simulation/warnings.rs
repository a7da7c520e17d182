//! What is told of figures that mislead.

use bagan::simulate::{Assumptions, Outcomes, Simulation, Warning};
use bagan::{Org, OrgBuilder, parse_date};

use crate::support::{assumptions, exponential, line};

fn run(org: Org, assumed: Assumptions, days: (&str, &str)) -> Outcomes {
    let days = (parse_date(days.0).unwrap(), parse_date(days.1).unwrap());
    Simulation::new(assumed, days.0, days.1).replications(20).seed(2).run(org).unwrap()
}

fn desk(load: f64) -> Vec<Warning> {
    let mut assumed = assumptions(load, exponential(1.0));
    assumed.warm_up_days = 2;
    run(line(&[1_000_000]), assumed, ("2026-01-05", "2026-03-02")).warnings()
}

#[test]
fn a_desk_that_cannot_keep_up_is_named_with_its_load_and_its_queue_grows() {
    let warnings = desk(1.3);
    let [Warning::Overloaded { position, load }, Warning::Growing { halfway, end }] = warnings.as_slice()
    else {
        panic!("{warnings:?}")
    };
    assert!(position == "a0" && (load - 1.3).abs() < 0.05, "{load}");
    assert!((end / halfway - 2.0).abs() < 0.2, "it grows in proportion: {halfway} {end}");
    assert_eq!(
        warnings[0].to_string(),
        format!("`a0` is overloaded: {:.1}% of what the desk can do comes to it", load * 100.0)
    );
    assert_eq!(warnings.iter().map(Warning::kind).collect::<Vec<_>>(), ["overloaded", "growing"]);
}

#[test]
fn a_desk_that_keeps_up_is_not_warned_of() {
    for load in [0.05, 0.5, 0.8] {
        assert_eq!(desk(load), [], "{load}");
    }
}

/// A team whose money is for the fiscal year of 2026.
fn for_2026(from: &str, until: &str) -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000_000);
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    let year = bagan::Interval::new(parse_date(from).ok(), parse_date(until).ok()).unwrap();
    org.delegation("dmm", "seo", 900_000_000).channel("seo").valid(year);
    org.build().unwrap()
}

#[test]
fn days_outside_the_dates_of_the_money_are_told_with_its_fiscal_year() {
    let warnings = |days| run(for_2026("2026-01-01", "2027-01-01"), Assumptions::default(), days).warnings();
    let outside = warnings(("2027-01-01", "2027-03-01"));
    let [warning @ Warning::NoAccount { share, fiscal_year: Some(2026), .. }] = outside.as_slice() else {
        panic!("{outside:?}")
    };
    assert!(*share >= 1.0);
    assert_eq!(
        warning.to_string(),
        "100.0% of requests are refused for want of an account: simulated from 2027-01-01 until 2027-03-01, and \
         delegations are in force from 2026-01-01 until 2027-01-01, and none of these days (they are for the fiscal year 2026)"
    );
    // A tenth of the days without money is no reason to warn, and three quarters are.
    assert_eq!(warnings(("2026-02-01", "2027-01-15")), []);
    assert!(
        matches!(warnings(("2026-12-01", "2027-03-01")).as_slice(), [Warning::NoAccount { share, .. }] if *share < 1.0)
    );
    let half =
        run(for_2026("2026-01-01", "2026-07-01"), Assumptions::default(), ("2026-08-01", "2026-09-01"));
    assert!(matches!(half.warnings().as_slice(), [Warning::NoAccount { fiscal_year: None, .. }]));
}

#[test]
fn a_team_without_requests_is_not_warned_of() {
    let mut assumed = Assumptions::default();
    assumed.requests.per_day = Some(0.0);
    assert_eq!(
        run(for_2026("2026-01-01", "2027-01-01"), assumed, ("2027-01-01", "2027-03-01")).warnings(),
        []
    );
}

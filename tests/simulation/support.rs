//! Designs whose every part but one is out of the way.

use bagan::simulate::assumptions::WorkingHours;
use bagan::simulate::{Assumptions, Distribution, Outcomes, Simulation};
use bagan::{Org, OrgBuilder, parse_date};

/// A unit of time of the closed forms, in minutes.
pub(crate) const UNIT: f64 = 10.0;

/// More than is ever asked for, and no more than adds up over a line.
const MONEY: i64 = 5_000_000_000_000;

/// Units of time in an hour.
pub(crate) const UNITS: f64 = 60.0 / UNIT;

/// Exponential work of so many units of time on average.
pub(crate) fn exponential(units: f64) -> Distribution {
    Distribution::exponential(units * UNIT).unwrap()
}

/// Work that takes next to no time: less than a tenth of a second.
pub(crate) fn no_time() -> Distribution {
    Distribution::constant(0.001).unwrap()
}

/// A specialist who asks, and above the specialist a line of approvers who each may approve so much, the last anything.
///
/// Money never runs out. The delegation allows nothing by itself: each request needs an approval.
pub(crate) fn line(limits: &[i64]) -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "");
    let top = limits.len() - 1;
    for (place, limit) in limits.iter().enumerate() {
        let seat =
            org.position(&format!("a{place}"), "digital-marketing-manager").holder(&format!("p{place}"));
        if place == top {
            seat.budget(MONEY + 2).approves_up_to(MONEY);
        } else {
            seat.approves_up_to(*limit).reports_to(&format!("a{}", place + 1));
        }
    }
    org.position("asker", "specialist").holder("budi").reports_to("a0").channels(["seo"]);
    for place in (0..top).rev() {
        org.delegation(&format!("a{}", place + 1), &format!("a{place}"), MONEY + 1)
            .sub_delegation(bagan::Permission::Allowed);
    }
    org.delegation("a0", "asker", MONEY).channel("seo").transaction("0.01");
    org.build().unwrap()
}

/// Requests at so many a unit of time, and desks that work round the clock on nothing else.
pub(crate) fn assumptions(per_unit: f64, service: Distribution) -> Assumptions {
    let mut assumed = Assumptions::default();
    assumed.warm_up_days = 14;
    assumed.requests.per_day = Some(per_unit * 1_440.0 / UNIT);
    assumed.requests.hours = Some(WorkingHours::always());
    assumed.requests.amount = Some(Distribution::constant(1_000.0).unwrap());
    assumed.desk.hours = Some(WorkingHours::always());
    assumed.desk.other_work = Some(0.0);
    assumed.desk.service = Some(service);
    assumed
}

/// How much less is run with little optimisation, where it takes longer; the bounds of errors grow with it.
const LESS: u64 = if cfg!(debug_assertions) { 4 } else { 1 };

/// The largest standard error that still tells something, as a share of what is expected.
const ENOUGH: f64 = if cfg!(debug_assertions) { 0.05 } else { 0.02 };

/// Runs the days of 2026.
pub(crate) fn run(org: Org, assumed: Assumptions, replications: u64) -> Outcomes {
    run_from("2026-01-01", org, assumed, replications)
}

/// Runs the days from one to the end of 2026.
pub(crate) fn run_from(from: &str, org: Org, assumed: Assumptions, replications: u64) -> Outcomes {
    // An error that is estimated from a few years is itself far off.
    let replications = (replications / LESS).max(replications.min(12));
    let days = (parse_date(from).unwrap(), parse_date("2027-01-01").unwrap());
    Simulation::new(assumed, days.0, days.1).replications(replications).seed(1).run(org).unwrap()
}

/// Runs the days of 2026 so many times, with a seed.
pub(crate) fn run_seeded(org: Org, assumed: Assumptions, replications: u64, seed: u64) -> Outcomes {
    let days = (parse_date("2026-01-01").unwrap(), parse_date("2027-01-01").unwrap());
    Simulation::new(assumed, days.0, days.1).replications(replications).seed(seed).run(org).unwrap()
}

/// Returns a figure of a design, year by year.
pub(crate) fn of_design<'r>(outcomes: &'r Outcomes, name: &str) -> &'r [f64] {
    outcomes.figure(name).unwrap().values
}

/// Returns a figure of a design, added up over all years.
pub(crate) fn total(outcomes: &Outcomes, name: &str) -> f64 {
    of_design(outcomes, name).iter().sum()
}

/// Returns a figure of a position, added up over all years.
pub(crate) fn of_position(outcomes: &Outcomes, id: &str, name: &str) -> f64 {
    let figure = outcomes.of_position(id).unwrap().find(|figure| figure.name == name).unwrap();
    (figure.estimate.mean().unwrap() * outcomes.replications() as f64).round()
}

/// Returns a figure of a channel, added up over all years.
pub(crate) fn of_channel(outcomes: &Outcomes, id: &str, name: &str) -> f64 {
    let figure = outcomes.of_channel(id).unwrap().find(|figure| figure.name == name).unwrap();
    (figure.estimate.mean().unwrap() * outcomes.replications() as f64).round()
}

/// Asserts that the mean of a figure, in units of time, is within three standard errors of a closed form.
#[track_caller]
pub(crate) fn assert_mean(outcomes: &Outcomes, at: &str, name: &str, unit: f64, expected: f64) {
    let of = |mut figures: Box<dyn Iterator<Item = bagan::simulate::Outcome<'_>> + '_>| {
        let found = figures.find(|figure| figure.name == name).unwrap();
        (found.estimate.mean().unwrap() * unit, found.estimate.standard_error().unwrap() * unit)
    };
    let (mean, error) = match at {
        "" => of(Box::new(outcomes.of_design())),
        at => of(Box::new(outcomes.of_position(at).unwrap())),
    };
    println!("{at} {name}: {mean} ± {error}, expected {expected}");
    assert!((mean - expected).abs() <= 3.0 * error, "{at} {name}: {mean} ± {error} is not {expected}");
    assert!(
        error < expected.abs() * ENOUGH + 1e-9,
        "{at} {name}: the standard error {error} tells too little of {expected}"
    );
}

/// Returns one count of a design as a share of another, by year, with its standard error.
pub(crate) fn share(outcomes: &Outcomes, part: &str, whole: &str) -> (f64, f64) {
    let of = |name: &str| outcomes.of_design().find(|figure| figure.name == name).unwrap().values;
    let shares: Vec<f64> = of(part).iter().zip(of(whole)).map(|(part, whole)| part / whole).collect();
    let n = shares.len() as f64;
    let mean = shares.iter().sum::<f64>() / n;
    let variance = shares.iter().map(|share| (share - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}

/// Simulates one design by way of a comparison.
pub(crate) fn compare(org: Org, assumed: Assumptions) -> bagan::simulate::Designs {
    let days = (parse_date("2026-01-01").unwrap(), parse_date("2026-07-01").unwrap());
    let simulation = Simulation::new(assumed, days.0, days.1).replications(4);
    simulation.compare([("team", std::sync::Arc::new(org))]).unwrap()
}

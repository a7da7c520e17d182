//! One desk: M/M/c, M/M/1/K, M/G/1, two classes of requests, and work that comes back.

use bagan::simulate::assumptions::{QueueOrder, WorkingHours};
use bagan::simulate::{Assumptions, Distribution, Simulation};
use bagan::{Org, OrgBuilder, parse_date};

use crate::closed::{mg1_wait, mm1k, mmc_wait, two_classes_wait};
use crate::support::{
    UNIT, UNITS, assert_mean, assumptions, exponential, line, of_position, run, share, total,
};

#[test]
fn exponential_work_waits_as_erlang_c_has_it() {
    for (lam, mu, servers, years) in [(0.8, 1.0, 1, 40), (2.0, 0.5, 5, 20)] {
        let mut assumed = assumptions(lam, exponential(1.0 / mu));
        assumed.desk.servers = Some(servers);
        let outcomes = run(line(&[1]), assumed, years);
        assert_mean(&outcomes, "a0", "load", 1.0, lam / mu / f64::from(servers));
        assert_mean(&outcomes, "a0", "queue_mean", UNITS, mmc_wait(lam, mu, servers));
        assert_mean(&outcomes, "a0", "desk_mean", UNITS, mmc_wait(lam, mu, servers) + 1.0 / mu);
        // What waits at one desk alone waits no longer from the request to its approval.
        assert_mean(&outcomes, "", "wait_mean", UNITS, mmc_wait(lam, mu, servers) + 1.0 / mu);
    }
}

#[test]
fn a_desk_without_room_turns_away_as_mm1k_does() {
    for (lam, room) in [(0.8, 5), (2.0, 3)] {
        let mut assumed = assumptions(lam, exponential(1.0));
        assumed.desk.room = Some(room);
        let outcomes = run(line(&[1]), assumed, 20);
        let (blocked, time) = mm1k(lam, 1.0, room.cast_signed());
        let (found, error) = share(&outcomes, "refused_no_room", "requests");
        assert!((found - blocked).abs() <= 3.0 * error, "{found} ± {error} is not {blocked}");
        assert_mean(&outcomes, "a0", "desk_mean", UNITS, time);
    }
}

#[test]
fn work_of_any_spread_waits_as_pollaczek_and_khinchine_have_it() {
    let of = |mean: f64, scv: f64| match scv {
        0.0 => Distribution::constant(mean * UNIT).unwrap(),
        scv => Distribution::lognormal(mean * UNIT, scv.sqrt()).unwrap(),
    };
    for (lam, mean, scv, years) in [(0.8, 1.0, 0.0, 20), (0.6, 1.0, 2.0, 60)] {
        let outcomes = run(line(&[1]), assumptions(lam, of(mean, scv)), years);
        assert_mean(&outcomes, "a0", "queue_mean", UNITS, mg1_wait(lam, mean, scv));
    }
}

/// Somebody who asks on two channels, each request of which needs an approval.
fn two_channels() -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "").channel("social", "");
    org.position("dmm", "digital-marketing-manager")
        .holder("rina")
        .budget(5_000_000_000_000_i64)
        .approves_up_to(10_000);
    org.position("asker", "specialist").holder("budi").reports_to("dmm").channels(["seo", "social"]);
    org.delegation("dmm", "asker", 5_000_000_000_000_i64).transaction("0.01");
    org.build().unwrap()
}

#[test]
fn the_smallest_go_first_where_the_queue_says_so_and_nobody_where_it_does_not() {
    for order in [QueueOrder::Smallest, QueueOrder::Arrival] {
        // Half as many requests on each channel, small ones on the first.
        let mut assumed = assumptions(0.3, exponential(1.0));
        assumed.desk.order = Some(order);
        let mut social = assumed.requests.clone();
        social.amount = Some(Distribution::constant(2_000.0).unwrap());
        assumed.channels.insert("social".to_owned(), social);
        let outcomes = run(two_channels(), assumed, 40);
        let expected = match order {
            QueueOrder::Smallest => two_classes_wait(0.3, 0.3, 1.0, 1.0),
            QueueOrder::Arrival => [mg1_wait(0.6, 1.0, 1.0); 2],
        };
        for (channel, wait) in ["seo", "social"].into_iter().zip(expected) {
            let mut figures = outcomes.of_channel(channel).unwrap();
            let found = figures.find(|figure| figure.name == "wait_mean").unwrap().estimate;
            let (mean, error) = (found.mean().unwrap() * UNITS, found.standard_error().unwrap() * UNITS);
            println!("{order:?} {channel}: {mean} ± {error}, expected {}", wait + 1.0);
            assert!((mean - wait - 1.0).abs() <= 3.0 * error, "{order:?} {channel}: {mean} ± {error}");
            assert!(error < 0.05 * wait, "{order:?} {channel}: the standard error {error} tells too little");
        }
    }
}

#[test]
fn other_work_makes_everything_slower() {
    let mut assumed = assumptions(0.4, exponential(1.0));
    assumed.desk.other_work = Some(0.5);
    let outcomes = run(line(&[1]), assumed, 30);
    assert_mean(&outcomes, "a0", "queue_mean", UNITS, mmc_wait(0.4, 0.5, 1));
}

#[test]
fn what_comes_back_is_worked_on_again() {
    // Exponential work, a geometric number of times: exponential again, with the mean w / (1 - r).
    let mut assumed = assumptions(0.4, exponential(1.0));
    assumed.desk.rework = Some(0.2);
    let outcomes = run(line(&[1]), assumed, 30);
    assert_mean(&outcomes, "a0", "load", 1.0, 0.5);
    assert_mean(&outcomes, "a0", "queue_mean", UNITS, mmc_wait(0.4, 0.8, 1));
}

#[test]
fn a_desk_to_which_more_comes_than_it_can_do_is_said_to_be_overloaded() {
    for (lam, overloaded) in [(0.5, false), (1.25, true)] {
        let outcomes = run(line(&[1]), assumptions(lam, exponential(1.0)), 4);
        assert_mean(&outcomes, "a0", "offered_load", 1.0, lam);
        let designs = crate::support::compare(line(&[1]), assumptions(lam, exponential(1.0)));
        assert_eq!(designs.to_string().contains("`a0` is overloaded: 12"), overloaded, "{designs}");
    }
}

#[test]
fn work_without_end_is_never_done() {
    for minutes in [1e15, 1e300, f64::MAX] {
        let mut assumed = Assumptions::default();
        assumed.desk.service = Some(Distribution::constant(minutes).unwrap());
        assumed.staff.absences_per_year = Some(20.0);
        let outcomes = run(line(&[1]), assumed, 2);
        assert_eq!(total(&outcomes, "approved_after_approval"), 0.0, "{minutes}");
        assert!(0.0 < total(&outcomes, "still_waiting"), "{minutes}");
        assert!(1e3 < of_position(&outcomes, "a0", "load"), "{minutes}");
    }
}

/// Work that comes on a day on which the desk is closed is a share of no time.
#[test]
fn what_is_not_defined_is_no_value_either() {
    let mut assumed = Assumptions::default();
    assumed.requests.per_day = Some(50.0);
    assumed.requests.hours = Some(WorkingHours::always());
    let (from, until) = (parse_date("2026-01-04").unwrap(), parse_date("2026-01-05").unwrap());
    let outcomes = Simulation::new(assumed, from, until).replications(3).run(line(&[1])).unwrap();
    let of_position = outcomes.of_position("a0").unwrap();
    for figure in outcomes.of_design().chain(of_position).filter(|figure| !figure.values.is_empty()) {
        let defined = figure.values.iter().filter(|value| !value.is_nan());
        assert_eq!(defined.clone().count() as u64, figure.estimate.count(), "{}", figure.name);
        assert!(defined.clone().all(|value| value.is_finite()), "{} {:?}", figure.name, figure.values);
    }
    let load = outcomes.of_position("a0").unwrap().find(|figure| figure.name == "load").unwrap();
    assert_eq!((load.estimate.count(), load.quantiles().is_none()), (0, true));
}

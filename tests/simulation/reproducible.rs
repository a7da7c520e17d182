//! The same figures to the bit: with any number of threads, in any order of designs, in any order of statement.

use std::sync::Arc;

use bagan::simulate::assumptions::{MovesWithin, VacantSeats};
use bagan::simulate::{Assumptions, Distribution, Simulation};
use bagan::{Org, parse_date};

fn example() -> Arc<Org> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/nusantara.toml");
    Arc::new(Org::from_toml(&std::fs::read_to_string(path).unwrap()).unwrap())
}

fn simulation() -> Simulation {
    let mut assumed = Assumptions::default();
    assumed.staff.leaving_per_year = Some(0.3);
    assumed.staff.absences_per_year = Some(5.0);
    assumed.staff.absence_days = Some(Distribution::gamma(3.0, 1.0).unwrap());
    assumed.staff.filled_from_within = Some(0.7);
    assumed.staff.moves_within = Some(MovesWithin::UpOrAcross);
    assumed.staff.onboarding_days = Some(Distribution::gamma(40.0, 0.5).unwrap());
    assumed.staff.vacant_seats = Some(VacantSeats::Fill);
    Simulation::new(assumed, parse_date("2026-01-01").unwrap(), parse_date("2026-07-01").unwrap())
        .replications(50)
        .seed(11)
}

fn json(designs: Vec<(&str, Arc<Org>)>) -> serde_json::Value {
    serde_json::to_value(simulation().compare(designs).unwrap()).unwrap()
}

#[test]
fn threads_make_no_difference() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| json(vec![("a", example())]).to_string())
    };
    assert_eq!(with(1), with(5));
}

#[test]
fn designs_do_not_disturb_each_other() {
    let other = Arc::new(crate::support::line(&[5, 0]));
    let both = json(vec![("other", Arc::clone(&other)), ("a", example())]);
    let alone = json(vec![("a", example())]);
    assert_eq!(both.pointer("/designs/1"), alone.pointer("/designs/0"));
}

#[test]
fn another_seed_gives_other_figures() {
    let of = |seed| simulation().seed(seed).run(example()).unwrap().figure("spend").unwrap().estimate.mean();
    assert_eq!(of(1), of(1));
    assert_ne!(of(1), of(2));
}

#[test]
fn the_same_design_twice_differs_in_nothing() {
    let outcomes = simulation().compare([("a", example()), ("b", example())]).unwrap();
    let comparison = outcomes.compare("a", "b", "spend").unwrap();
    assert_eq!((comparison.difference().least(), comparison.difference().most()), (Some(0.0), Some(0.0)));
    assert!(outcomes.to_string().contains("no figure differs in any year"));
}

//! Simulate a year of a team of 50 in eight channels, beside a naive version with a heap and hash maps.
//!
//! Run `cargo bench --features simulate --bench team_year`; read the ratio of the lines, not the times; elements are
//! years. The naive version is what a competent user writes in an afternoon, with the same draws: ids as `String`s, a
//! `HashMap` of windows, one heap. It knows no working hours, no calendar, no quantiles and no reasons, and passes
//! nothing on when somebody leaves; ours does, and decides with the ledger. The first round shows that both simulate
//! about as much: as many requests within 2%.
#![expect(
    clippy::panic,
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a bench that cannot go on says why; its model is in floats"
)]

mod assumed;
mod naive;
mod team;

use std::sync::Arc;

use bagan::simulate::Simulation;
use bagan::{Org, parse_date};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Years in one round.
const YEARS: u64 = 64;

fn simulation() -> Simulation {
    let days =
        ["2026-01-01", "2027-01-01"].map(|day| parse_date(day).unwrap_or_else(|error| panic!("{error}")));
    let assumed = assumed::assumptions().unwrap_or_else(|error| panic!("{error}"));
    Simulation::new(assumed, days[0], days[1]).replications(YEARS).seed(1)
}

fn run(simulation: &Simulation, org: &Arc<Org>) -> f64 {
    let outcomes = simulation.run(Arc::clone(org)).unwrap_or_else(|error| panic!("{error}"));
    let requests = outcomes.figure("requests").and_then(|figure| figure.estimate.mean());
    requests.unwrap_or_else(|| panic!("no requests"))
}

fn run_naive(seats: &[team::Seat], draws: &naive::Draws) -> f64 {
    let years = (0..YEARS).map(|number| f64::from(naive::run(seats, draws, number).requests));
    years.sum::<f64>() / YEARS as f64
}

fn benches(criterion: &mut Criterion) {
    let seats = team::seats();
    let org = Arc::new(team::org(&seats).unwrap_or_else(|error| panic!("{error}")));
    let draws = naive::Draws::new().unwrap_or_else(|error| panic!("{error}"));
    let simulation = simulation();
    show(&simulation, &org, &seats, &draws);

    let mut group = criterion.benchmark_group("a year of a team of 50");
    group.sample_size(10).throughput(Throughput::Elements(YEARS));
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.unwrap_or_else(|error| panic!("{error}"));
        group.bench_function(format!("threads/{threads}"), |bench| {
            pool.install(|| bench.iter(|| run(&simulation, &org)));
        });
    }
    group.bench_function("naive", |bench| bench.iter(|| run_naive(&seats, &draws)));
    group.finish();
}

/// Shows that both simulate about the same year.
fn show(simulation: &Simulation, org: &Arc<Org>, seats: &[team::Seat], draws: &naive::Draws) {
    let outcomes = simulation.run(Arc::clone(org)).unwrap_or_else(|error| panic!("{error}"));
    for name in ["requests", "approved_at_once", "approved_after_approval", "wait_mean"] {
        println!("{name}: {:?}", outcomes.figure(name).and_then(|figure| figure.estimate.mean()));
    }
    let year = naive::run(seats, draws, 0);
    println!("naive: {year:?}");
    let (ours, naive) = (run(simulation, org), run_naive(seats, draws));
    assert!((ours / naive - 1.0).abs() < 0.02, "{ours} requests a year, and {naive} in the naive version");
}

criterion_group!(bench, benches);
criterion_main!(bench);

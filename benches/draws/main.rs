//! What a draw of each form costs, and what a stream does.
//!
//! Run `cargo bench --features simulate --bench draws`; each line is a draw, and `stream` makes one and draws once.

#![expect(clippy::panic, reason = "a bench that cannot go on says why")]

use std::hint::black_box;

use bagan::simulate::{Distribution, DistributionError, Purpose, Streams};
use criterion::{Criterion, criterion_group, criterion_main};

fn forms() -> Result<Vec<(&'static str, Distribution)>, DistributionError> {
    Ok(vec![
        ("exponential", Distribution::exponential(3.0)?),
        ("uniform", Distribution::uniform(2.0, 7.0)?),
        ("lognormal", Distribution::lognormal(5e6, 0.8)?),
        ("gamma", Distribution::gamma(45.0, 0.5)?),
        ("gamma-below-1", Distribution::gamma(45.0, 1.5)?),
        ("pert", Distribution::pert(1.0, 2.0, 6.0)?),
        ("pareto", Distribution::pareto(300.0, 1.5)?),
        ("values", Distribution::empirical([1.0, 2.0, 8.0])?),
        ("weights", Distribution::weighted([1.0, 2.0, 8.0], [5.0, 3.0, 1.0])?),
    ])
}

fn draws(criterion: &mut Criterion) {
    let replication = Streams::new(1).replication(0);
    let mut group = criterion.benchmark_group("draw");
    for (form, distribution) in forms().unwrap_or_else(|error| panic!("{error}")) {
        let sampler = distribution.sampler();
        let mut stream = replication.stream(Purpose::Service, "social");
        group.bench_function(form, |bench| bench.iter(|| sampler.draw(&mut stream)));
    }
    group.finish();
    criterion.bench_function("stream/make", |bench| {
        bench.iter(|| replication.stream(Purpose::Service, black_box("paid-social-specialist")));
    });
    criterion.bench_function("stream/make-and-draw-once", |bench| {
        bench.iter(|| replication.stream(Purpose::Service, black_box("paid-social-specialist")).uniform());
    });
}

criterion_group!(benches, draws);
criterion_main!(benches);

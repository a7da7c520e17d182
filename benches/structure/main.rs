//! The structure figures of an org, beside a naive version on petgraph and by definition.
//!
//! Run `cargo bench --bench structure`; read the ratio of the lines of one size, not the times. The naive version of the
//! upper bounds looks at every pair, and so stops at 1,000 positions.

#![expect(clippy::panic, reason = "a bench that cannot go on says why")]

mod lines;
mod naive;

use std::hint::black_box;

use bagan::metrics::{Concentration, Lines, Spans, Structure};
use bagan::{Org, Relation};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// One dotted line for so many positions.
const DOTTED: usize = 20;

/// Pieces, circles, reach, dominators, of solid and dotted lines.
fn figures(org: &Org) -> u64 {
    let found = Structure::new(org, Lines::SolidAndDotted);
    let cut_off: u64 = found.cut_off().into_iter().flatten().map(|(_, lost)| u64::from(lost)).sum();
    let reach = found.graph().reach().unwrap_or_else(|error| panic!("{error}"));
    black_box((found.graph().connectedness(), found.graph().flow_hierarchy()));
    cut_off + reach.one_way()
}

fn without_upper_bound(org: &Org) -> u64 {
    let found = Structure::new(org, Lines::SolidAndDotted);
    found.upper_bounds().unwrap_or_else(|error| panic!("{error}")).missing()
}

/// Every figure but betweenness, of these lines.
fn all(org: &Org, kinds: &[Lines]) -> u64 {
    for &lines in kinds {
        let found = Structure::new(org, lines);
        let reach = found.graph().reach().unwrap_or_else(|error| panic!("{error}"));
        black_box((found.krackhardt().is_ok(), reach.global_centrality(), found.graph().flow_hierarchy()));
        black_box((found.layers(), found.cut_off().map(Iterator::count)));
    }
    black_box((Spans::of(org), Concentration::of_reports(org), Concentration::of_accountability(org)));
    Structure::new(org, Lines::Collaboration)
        .cut_positions()
        .map(|position| position.ix().index() as u64)
        .sum()
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("structure");
    group.sample_size(10);
    for positions in [1_000, 10_000, 100_000] {
        let org = lines::org(positions, DOTTED);
        let downward = |relation: Relation<'_>| matches!(relation, Relation::Manages | Relation::DottedLine);
        let naive = |work: fn(&petgraph::graph::DiGraph<(), ()>) -> usize| {
            work(&naive::lines(black_box(&org), downward))
        };
        group.throughput(Throughput::Elements(positions as u64));
        let id = |name| BenchmarkId::new(name, positions);
        for (name, kinds) in [
            ("all but betweenness, solid", &[Lines::Solid][..]),
            ("all but betweenness, solid and dotted", &[Lines::Solid, Lines::SolidAndDotted]),
        ] {
            group.bench_function(id(name), |bencher| bencher.iter(|| all(black_box(&org), kinds)));
        }
        group.bench_function(id("reach, dominators"), |bencher| bencher.iter(|| figures(black_box(&org))));
        group
            .bench_function(id("reach, dominators, naive"), |bencher| bencher.iter(|| naive(naive::figures)));
        group.bench_function(id("upper bounds"), |bencher| {
            bencher.iter(|| without_upper_bound(black_box(&org)));
        });
        let cuts = |org| Structure::new(org, Lines::Collaboration).cut_positions().len();
        group.bench_function(id("cut positions"), |bencher| bencher.iter(|| cuts(black_box(&org))));
        let together = |relation: Relation<'_>| relation == Relation::WorksWith;
        group.bench_function(id("cut positions, naive"), |bencher| {
            bencher.iter(|| naive::cut_nodes(&naive::lines(black_box(&org), together)));
        });
        if positions == 1_000 {
            group.bench_function(id("upper bounds, naive"), |bencher| {
                bencher.iter(|| naive(naive::without_upper_bound));
            });
        }
        if positions <= 10_000 {
            let between =
                |org| Structure::new(org, Lines::SolidAndCollaboration).betweenness().map(Iterator::count);
            group.bench_function(id("betweenness"), |bencher| bencher.iter(|| between(black_box(&org))));
        }
    }
    group.finish();
}

criterion_group!(all_benches, benches);
criterion_main!(all_benches);

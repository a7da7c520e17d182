//! Import a CSV of an org, build it and check it, beside a naive petgraph version that does the same by hand.
//!
//! Run `cargo bench --bench import_build_check`; read the ratio of the two lines of one size, not the times.
//! The naive version is what a competent user writes in an afternoon: `csv` into structs, a `HashMap` from id to
//! node, a `DiGraph`, and six checks; ours runs every rule that the data can trigger. Both get the same bytes.

#![expect(clippy::panic, reason = "a bench that cannot go on says why")]

mod naive;
mod org_csv;

use std::hint::black_box;

use bagan::{CsvOptions, check, import_csv, parse_date};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn ours(bytes: &[u8], options: &CsvOptions) -> usize {
    let import = import_csv(bytes, options).unwrap_or_else(|errors| panic!("{errors}"));
    let org = import.build().unwrap_or_else(|errors| panic!("{errors}"));
    let as_of = parse_date("2026-07-01").unwrap_or_else(|error| panic!("{error}"));
    check(&org, as_of).findings().len()
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("import, build, check");
    group.sample_size(10);
    for positions in [1_000, 10_000, 100_000, 1_000_000] {
        let bytes = org_csv::generate(positions);
        let options = CsvOptions::new().currency("IDR");
        group.throughput(Throughput::Elements(positions as u64));
        group.bench_function(BenchmarkId::new("bagan", positions), |bencher| {
            bencher.iter(|| ours(black_box(&bytes), &options));
        });
        group.bench_function(BenchmarkId::new("naive petgraph", positions), |bencher| {
            bencher.iter(|| naive::check(black_box(&bytes)));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);

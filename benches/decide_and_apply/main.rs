//! Decide spend requests over a year and post those that are approved, beside a naive version with hash maps.
//!
//! Run `cargo bench --bench decide_and_apply`; read the ratio of the lines of one size, not the times. The naive
//! version is what a competent user writes in an afternoon: ids as `String`s, a `HashMap` a window. It has no keys, so
//! that a request sent twice is spent twice, and knows no reservation, no date out of order and no reason; ours does.
//! Both decide the same requests against the same limits, and a test of the first round compares what they approve.

#![expect(clippy::panic, reason = "a bench that cannot go on says why")]

mod naive;
mod workload;

use std::hint::black_box;

use bagan::{Ledger, Request, Verdict};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use workload::{REQUESTS, Workload};

/// Requests by handle, as a service has them that resolved ids when it read them.
fn by_handle<'w>(ledger: &Ledger, workload: &'w Workload) -> Vec<(Request<'w>, &'w str)> {
    let org = ledger.org();
    let handles = workload.asks.iter().map(|ask| {
        let position = org.position(&ask.position).unwrap_or_else(|| panic!("no position {}", ask.position));
        let channel = org.channel(ask.channel).unwrap_or_else(|| panic!("no channel {}", ask.channel));
        (Request::new(position.ix(), channel.ix(), ask.amount, ask.date), ask.key.as_str())
    });
    handles.collect()
}

/// Decides each request on a ledger that does not change, and counts the approvals.
fn decide(ledger: &Ledger, requests: &[(Request<'_>, &str)]) -> usize {
    requests.iter().filter(|(request, _)| ledger.decide(request).verdict() == Verdict::Approved).count()
}

/// Reserves each request under its key, and counts the approvals.
fn reserve(mut ledger: Ledger, requests: &[(Request<'_>, &str)]) -> usize {
    requests.iter().filter(|(request, key)| ledger.reserve(key, request).is_ok()).count()
}

/// The same from ids.
fn reserve_by_id(mut ledger: Ledger, workload: &Workload) -> usize {
    let mut approved = 0;
    for ask in &workload.asks {
        let request = Request::by_ids(ledger.org(), &ask.position, ask.channel, ask.amount, ask.date);
        approved += usize::from(ledger.reserve(&ask.key, &request).is_ok());
    }
    approved
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("decide and apply");
    group.sample_size(10);
    for positions in [1_000, 100_000] {
        let workload = Workload::new(positions);
        let ledger = Ledger::new(workload.org());
        let requests = by_handle(&ledger, &workload);
        let approved = naive::run(&workload);
        assert_eq!(reserve(ledger.fresh(), &requests), approved, "both approve the same");

        group.throughput(Throughput::Elements(REQUESTS as u64));
        group.bench_function(BenchmarkId::new("bagan, decide by handle", positions), |bencher| {
            bencher.iter(|| decide(&ledger, black_box(&requests)));
        });
        group.bench_function(BenchmarkId::new("bagan, reserve by handle", positions), |bencher| {
            bencher.iter(|| reserve(ledger.fresh(), black_box(&requests)));
        });
        group.bench_function(BenchmarkId::new("bagan, reserve by id", positions), |bencher| {
            bencher.iter(|| reserve_by_id(ledger.fresh(), black_box(&workload)));
        });
        group.bench_function(BenchmarkId::new("naive hash maps, by id", positions), |bencher| {
            bencher.iter(|| naive::run(black_box(&workload)));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);

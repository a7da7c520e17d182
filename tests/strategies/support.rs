//! What the tests share.

use bagan::{Date, parse_date};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestCaseError, TestError, TestRng, TestRunner};

/// The day that strategies make orgs for unless told otherwise.
pub(crate) fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

/// Returns the smallest value that proptest finds for which `fails` holds, the same in every run.
pub(crate) fn shrunk<S: Strategy>(strategy: &S, fails: impl Fn(&S::Value) -> bool) -> S::Value {
    let config = Config { failure_persistence: None, cases: 2_000, ..Config::default() };
    let rng = TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let run = |value| if fails(&value) { Err(TestCaseError::fail("found")) } else { Ok(()) };
    match runner.run(strategy, run) {
        Err(TestError::Fail(_, value)) => value,
        other => panic!("nothing was found: {other:?}"),
    }
}

/// Draws values, the same in every run.
pub(crate) fn samples<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

//! What the tests share.

use bagan::{Date, parse_date};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// The day that strategies make orgs for unless told otherwise.
pub(crate) fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

/// Draws values, the same in every run.
pub(crate) fn samples<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

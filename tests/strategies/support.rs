//! What the tests share.

use bagan::{Date, Org, parse_date};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

/// The day that strategies make orgs for unless told otherwise.
pub(crate) fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

/// A runner that draws the same in every run, and writes no file.
fn runner(cases: u32) -> TestRunner {
    let config = Config { failure_persistence: None, cases, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::default()))
}

/// Draws values, the same in every run.
pub(crate) fn samples<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = runner(1);
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// Returns the smallest value found for which a property fails.
pub(crate) fn smallest<S: Strategy>(strategy: &S, fails: impl Fn(&S::Value) -> bool) -> S::Value {
    // It stops at the first case that fails, and some faults are rare.
    let found = runner(20_000)
        .run(strategy, |value| if fails(&value) { Err(TestCaseError::fail("it fails")) } else { Ok(()) });
    match found {
        Err(TestError::Fail(_, value)) => value,
        other => panic!("the property should fail: {other:?}"),
    }
}

/// Whether an org has something.
pub(crate) type Has<'h> = &'h dyn Fn(&Org) -> bool;

/// Asserts of each thing that one org in the samples has it.
pub(crate) fn assert_all_come_up(orgs: &[Org], things: &[(&str, Has<'_>)]) {
    let missing: Vec<&str> =
        things.iter().filter(|(_, has)| !orgs.iter().any(has)).map(|(thing, _)| *thing).collect();
    assert!(missing.is_empty(), "none of {} orgs has: {missing:?}", orgs.len());
}

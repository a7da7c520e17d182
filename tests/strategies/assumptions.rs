//! Assumptions that are drawn can be made, can be written down, and use every field.

use std::sync::Arc;

use bagan::simulate::Assumptions;
use bagan::strategies::{OrgParams, assumptions_of, org};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_draw_passes_the_check_names_what_there_is_and_is_read_back(
        (org, assumed) in org(OrgParams::default()).prop_map(Arc::new).prop_flat_map(|org| {
            let assumed = assumptions_of(&org);
            (Just(org), assumed)
        }),
    ) {
        prop_assert_eq!(assumed.check(), Ok(()));
        prop_assert!(assumed.channels.keys().all(|id| org.channel(id).is_some()));
        prop_assert!(assumed.desks.keys().chain(assumed.positions.keys()).all(|id| org.position(id).is_some()));
        let read = Assumptions::from_toml(&assumed.to_toml());
        prop_assert_eq!(read.as_ref(), Ok(&assumed), "{}", assumed.to_toml());
    }
}

#[test]
fn every_field_comes_up_and_all_shrink_to_the_defaults() {
    let mut runner = TestRunner::deterministic();
    let params = OrgParams::default().positions(4..=8).channels(2);
    let org = org(params).new_tree(&mut runner).unwrap().current();
    let drawn = assumptions_of(&org);
    let mut text = String::new();
    for _ in 0..64 {
        text += &drawn.new_tree(&mut runner).unwrap().current().to_toml();
    }
    // All keys of the file form: a field that was added and is not drawn is missing here.
    let mut tree = drawn.new_tree(&mut runner).unwrap();
    while tree.simplify() {}
    assert_eq!(tree.current(), Assumptions::default());
    for key in [
        "warm-up-days",
        "route",
        "correlation",
        "per-day",
        "amount",
        "hours",
        "months",
        "service",
        "other-work",
        "order",
        "servers",
        "room",
        "rework",
        "absences-per-year",
        "absence-days",
        "leaving-per-year",
        "days-to-fill",
    ] {
        assert!(text.contains(key), "{key} is never drawn");
    }
}

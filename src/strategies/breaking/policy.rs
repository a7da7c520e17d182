//! Faults in the policy itself.

use crate::org::{Level, Path};
use crate::spec::WaiverSpec;
use crate::strategies::breaking::scene::{Breaker, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] =
    &[("POL001", unknown_rule), ("POL002", unused_waiver), ("POL003", ended_waiver)];

/// Adds a waiver of a rule at some position.
fn waive<'s>(scene: &'s mut Scene, rule: &str) -> Option<&'s mut WaiverSpec> {
    let position = scene.choose(|_| true).unwrap_or_else(|| scene.hire("copywriter", None));
    let at = Path::new().key("positions").key(&position);
    let waivers = &mut scene.spec().waivers;
    waivers.push(WaiverSpec::new(rule, at, "the second one starts in March"));
    waivers.last_mut()
}

/// A level or a waiver of a rule whose name is misspelt.
fn unknown_rule(scene: &mut Scene) {
    let rule = scene.one_of("span-to-wide", &["BUD999", "数字"]);
    if scene.one_of(false, &[true]) {
        waive(scene, rule);
    } else {
        scene.spec().policy.levels.insert(rule.to_owned(), Level::Deny);
    }
}

/// A waiver of what is not found.
fn unused_waiver(scene: &mut Scene) {
    let rule = scene.one_of("vacant-manager", &["RPT006", "no-approver"]);
    waive(scene, rule);
}

/// A waiver that ends today.
fn ended_waiver(scene: &mut Scene) {
    let as_of = scene.as_of;
    if let Some(waiver) = waive(scene, "vacant-manager") {
        waiver.until = Some(as_of);
    }
}

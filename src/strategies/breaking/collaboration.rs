//! Faults in who works with whom.

use crate::money::Amount;
use crate::strategies::breaking::scene::{Breaker, SMALL, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("COL001", manager_without_executive_contact),
    ("COL002", manager_without_peer_department),
    ("COL003", specialist_isolated),
    ("COL004", specialist_bypasses_manager),
    ("COL005", channels_not_integrated),
];

/// Adds a DMM without a team below somebody who leads another too, and returns who leads and the DMM.
fn add_manager(scene: &mut Scene, above: &str) -> (String, String) {
    let above = scene.hire(above, None);
    scene.hire("copywriter", Some(&above));
    let dmm = scene.hire("digital-marketing-manager", Some(&above));
    (above, dmm)
}

/// A DMM below a director who works with the head of sales alone.
fn manager_without_executive_contact(scene: &mut Scene) {
    scene.collaborate();
    let (_, dmm) = add_manager(scene, "director-of-marketing");
    let head = scene.hire("head-of-sales", None);
    scene.change(&dmm, |position| position.works_with = vec![head]);
}

/// A DMM below the CMO, who works with the CMO alone.
fn manager_without_peer_department(scene: &mut Scene) {
    scene.collaborate();
    let (cmo, dmm) = add_manager(scene, "cmo");
    scene.change(&dmm, |position| position.works_with = vec![cmo]);
}

/// A specialist who works with nobody, where others do.
fn specialist_isolated(scene: &mut Scene) {
    scene.collaborate();
    let channel = scene.covered_channel();
    scene.collaborate();
    let dmm = scene.dmm();
    let specialist = scene.hire_specialist("specialist", &dmm, &channel);
    scene.change(&specialist, |position| position.works_with.clear());
}

/// A specialist who works with somebody whom no DMM knows.
fn specialist_bypasses_manager(scene: &mut Scene) {
    let channel = scene.covered_channel();
    scene.collaborate();
    let dmm = scene.dmm();
    let specialist = scene.hire_specialist("specialist", &dmm, &channel);
    let role = scene.one_of("head-of-sales", &["product-manager", "cmo", "ceo"]);
    let partner = scene.hire(role, None);
    scene.change(&specialist, |position| position.works_with.push(partner));
}

/// Two more specialists of a new DMM, each with a channel and a copywriter of its own.
fn channels_not_integrated(scene: &mut Scene) {
    let dmm = scene.team();
    scene.collaborate();
    for _ in 0..2 {
        let channel = scene.add_channel();
        let specialist = scene.hire_specialist("specialist", &dmm, &channel);
        scene.fund(&dmm, &specialist, SMALL, |delegation| delegation.limits.day = Some(Amount::from(10)));
        let writer = scene.hire("copywriter", None);
        scene.change(&specialist, |position| position.works_with = vec![writer]);
    }
}

//! Faults in who bears which risk.

use crate::org::{OutcomeKind, Position};
use crate::role::Risk;
use crate::spec::{OutcomeSpec, StandInSpec};
use crate::strategies::breaking::scene::{Breaker, SMALL, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("RSK001", risk_above_role),
    ("RSK002", manager_without_risk),
    ("RSK003", single_point_of_failure),
    ("RSK004", spend_concentration),
    ("RSK005", self_approval),
    ("RSK006", duties_not_segregated),
];

/// A specialist or a lead at high risk.
fn risk_above_role(scene: &mut Scene) {
    let (channel, dmm) = (scene.covered_channel(), scene.dmm());
    let role = scene.one_of("specialist", &["lead-specialist"]);
    let specialist = scene.hire_specialist(role, &dmm, &channel);
    scene.outcome(&specialist, OutcomeKind::Tactical, |outcome| outcome.risk = Some(Risk::High));
}

/// A new team whose DMM answers for everything at a lower risk, or at one that is not stated.
fn manager_without_risk(scene: &mut Scene) {
    let dmm = scene.team();
    let risk = scene.one_of(None, &[Some(Risk::Medium), Some(Risk::Low)]);
    let own = |outcome: &&mut OutcomeSpec| outcome.accountable == dmm;
    for outcome in scene.spec().outcomes.iter_mut().filter(own) {
        outcome.risk = risk;
    }
}

/// A specialist on a channel of their own who has no deputy.
fn single_point_of_failure(scene: &mut Scene) {
    let dmm = scene.dmm();
    let channel = scene.add_channel();
    let specialist = scene.hire_specialist("specialist", &dmm, &channel);
    scene.change(&specialist, |position| position.acting = None);
    scene.fund(&dmm, &specialist, SMALL, |delegation| delegation.limits.week = Some(10.into()));
}

/// A new team in which a copywriter gets nearly everything.
fn spend_concentration(scene: &mut Scene) {
    let dmm = scene.team();
    for units in [SMALL, 8 * SMALL] {
        let copywriter = scene.hire("copywriter", Some(&dmm));
        scene.fund(&dmm, &copywriter, units, |_| ());
    }
}

/// A new team whose specialist stands in for the DMM who set the limits.
fn self_approval(scene: &mut Scene) {
    let (dmm, valid) = (scene.team(), scene.year());
    let delegation = scene.spec().delegations.iter().find(|delegation| delegation.from == dmm);
    if let Some(specialist) = delegation.map(|delegation| delegation.to.clone()) {
        scene.spec().stand_ins.push(StandInSpec::new(&dmm, &specialist, valid));
    }
}

/// A new team whose DMM works on the specialist's channel too, and pays from the budget.
fn duties_not_segregated(scene: &mut Scene) {
    let dmm = scene.team();
    let org = scene.org();
    let channels = org.position(&dmm).into_iter().flat_map(Position::reports).flat_map(Position::channels);
    let channels = channels.map(|channel| channel.id().to_owned()).collect();
    scene.change(&dmm, |position| position.channels = channels);
}

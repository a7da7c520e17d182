//! Faults in who answers for what.

use crate::check::Settings;
use crate::org::{OutcomeKind, OutcomeTopic, Profile};
use crate::spec::OutcomeSpec;
use crate::strategies::breaking::scene::{Breaker, SMALL, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("ACC001", strategy_below_manager),
    ("ACC002", channel_without_owner),
    ("ACC003", tactics_outside_channel),
    ("ACC004", accountable_without_authority),
    ("ACC005", authority_without_accountability),
    ("ACC006", nobody_responsible),
    ("ACC007", responsible_outside_team),
    ("ACC008", accountable_vacant),
    ("ACC009", team_performance_unowned),
    ("ACC010", roi_unowned),
    ("ACC011", accountability_overload),
];

/// A strategic outcome of a copywriter, who has money for it.
fn strategy_below_manager(scene: &mut Scene) {
    let dmm = scene.dmm();
    let copywriter = scene.hire("copywriter", Some(&dmm));
    scene.fund(&dmm, &copywriter, SMALL, |_| ());
    scene.outcome(&copywriter, OutcomeKind::Strategic, |_| ());
}

/// A channel of a new specialist whose outcome is called strategic.
fn channel_without_owner(scene: &mut Scene) {
    let dmm = scene.dmm();
    let channel = scene.add_channel();
    let specialist = scene.hire_specialist("specialist", &dmm, &channel);
    scene.fund(&dmm, &specialist, SMALL, |delegation| delegation.limits.day = Some(10.into()));
    let outcomes = &mut scene.spec().outcomes;
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.channel.as_ref() == Some(&channel)) {
        outcome.channel = None;
    }
}

/// A copywriter who answers for a channel of somebody else.
fn tactics_outside_channel(scene: &mut Scene) {
    let (channel, dmm) = (scene.covered_channel(), scene.dmm());
    let copywriter = scene.hire("copywriter", Some(&dmm));
    scene.outcome(&copywriter, OutcomeKind::Tactical, |outcome| outcome.channel = Some(channel));
}

/// A DMM alone, without money, who answers for a strategy.
fn accountable_without_authority(scene: &mut Scene) {
    let outside = scene.hire("external", None);
    let dmm = scene.hire("digital-marketing-manager", Some(&outside));
    scene.answer(&dmm);
}

/// A copywriter who leads two others.
fn authority_without_accountability(scene: &mut Scene) {
    let dmm = scene.dmm();
    let copywriter = scene.hire("copywriter", Some(&dmm));
    scene.hire("copywriter", Some(&copywriter));
    scene.hire("graphic-designer", Some(&copywriter));
}

fn nobody_responsible(scene: &mut Scene) {
    let dmm = scene.dmm();
    scene.outcome(&dmm, OutcomeKind::Tactical, |outcome| outcome.responsible.clear());
}

/// An outcome of a DMM on which a copywriter works who reports to nobody.
fn responsible_outside_team(scene: &mut Scene) {
    let dmm = scene.dmm();
    let outsider = scene.hire("copywriter", None);
    scene.outcome(&dmm, OutcomeKind::Tactical, |outcome| outcome.responsible.push(outsider));
}

/// A seat that answers for something and waits for somebody to fill it.
fn accountable_vacant(scene: &mut Scene) {
    let dmm = scene.dmm();
    let copywriter = scene.hire("copywriter", Some(&dmm));
    scene.change(&copywriter, |position| position.holder = None);
    scene.outcome(&copywriter, OutcomeKind::Tactical, |_| ());
}

/// A new team whose DMM answers for everything but one topic.
fn without_topic(scene: &mut Scene, topic: OutcomeTopic) {
    let dmm = scene.team();
    let own = |outcome: &&mut OutcomeSpec| outcome.accountable == dmm;
    for outcome in scene.spec().outcomes.iter_mut().filter(own) {
        outcome.about.retain(|stated| *stated != topic);
    }
}

fn team_performance_unowned(scene: &mut Scene) {
    without_topic(scene, OutcomeTopic::TeamPerformance);
}

fn roi_unowned(scene: &mut Scene) {
    without_topic(scene, OutcomeTopic::Roi);
}

/// One outcome too many by default, or a few.
fn accountability_overload(scene: &mut Scene) {
    let dmm = scene.dmm();
    let has = scene.spec().outcomes.iter().filter(|outcome| outcome.accountable == dmm).count();
    let most = Settings::of(Profile::ScaleUp).outcomes_at_most as usize;
    let more = scene.pick().place(6).unwrap_or_default();
    for _ in has..=most + more {
        scene.outcome(&dmm, OutcomeKind::Tactical, |_| ());
    }
}

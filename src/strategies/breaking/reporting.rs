//! Faults in the reporting lines.

use crate::check::Settings;
use crate::org::{Position, Profile};
use crate::role::RoleClass;
use crate::strategies::breaking::scene::{Breaker, Scene, has_room};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("RPT001", specialist_outside_line),
    ("RPT002", team_without_manager),
    ("RPT003", manager_without_executive),
    ("RPT004", inverted_line),
    ("RPT005", span_too_wide),
    ("RPT006", span_too_narrow),
    ("RPT007", too_many_layers),
    ("RPT008", vacant_manager),
    ("RPT009", manager_of_oneself),
    ("RPT010", dotted_line_doubles_solid),
];

/// A specialist below a specialist.
fn specialist_outside_line(scene: &mut Scene) {
    let suits = |position: Position<'_>| {
        position.class() == RoleClass::Specialist
            && position.occupant().is_some()
            && position.layer() < 5
            && position.span() < 8
    };
    let peer = scene.choose(suits).or_else(|| {
        scene.team();
        scene.choose(suits)
    });
    let (peer, channel) = (peer.unwrap_or_default(), scene.covered_channel());
    scene.hire_specialist("specialist", &peer, &channel);
    scene.answer(&peer);
}

/// A senior specialist below an executive, or at the top.
fn team_without_manager(scene: &mut Scene) {
    let channel = scene.covered_channel();
    let executive = scene.choose(|position| {
        position.class().is_executive() && has_room(position) && position.chain().all(is_no_manager)
    });
    let lead = scene.hire("senior-specialist", executive.as_deref());
    scene.assign(&lead, &[channel]);
}

/// Returns whether a position is neither a DMM nor outside.
fn is_no_manager(position: Position<'_>) -> bool {
    !matches!(position.class(), RoleClass::Manager | RoleClass::External)
}

/// A DMM below the head of another department, or at the top.
fn manager_without_executive(scene: &mut Scene) {
    let is_low = |position: Position<'_>| is_no_manager(position) && !position.class().is_executive();
    let head = scene.choose(|position| {
        position.class() == RoleClass::DepartmentHead && has_room(position) && position.chain().all(is_low)
    });
    scene.hire("digital-marketing-manager", head.as_deref());
}

/// A director below a DMM.
fn inverted_line(scene: &mut Scene) {
    let dmm = scene.dmm();
    scene.hire("director-of-marketing", Some(&dmm));
}

/// One report too many by default, or a few.
fn span_too_wide(scene: &mut Scene) {
    let leader = scene.choose(|position| has_room(position) && position.class() != RoleClass::External);
    let leader = leader.unwrap_or_else(|| scene.hire("head-of-sales", None));
    let span = scene.org().position(&leader).map_or(0, Position::span);
    let most = Settings::of(Profile::ScaleUp).span_at_most as usize;
    let more = scene.pick().place(6).unwrap_or_default();
    for _ in span..=most + more {
        scene.hire("copywriter", Some(&leader));
    }
}

/// One report of somebody who had none.
fn span_too_narrow(scene: &mut Scene) {
    let leader = scene.choose(|position| {
        let class = position.class();
        let asks = class.is_executive() && class != RoleClass::ChiefExecutive
            || matches!(class, RoleClass::DepartmentHead | RoleClass::Contributor | RoleClass::Other);
        // With a report, money of one's own would lie idle.
        let has_money = position.budget().is_some() || position.received().len() != 0;
        asks && !has_money && position.span() == 0 && position.occupant().is_some() && position.layer() < 5
    });
    let leader = leader.unwrap_or_else(|| scene.hire("head-of-sales", None));
    scene.hire("copywriter", Some(&leader));
    scene.answer(&leader);
}

/// Agencies below agencies, one too many by default, or a few.
fn too_many_layers(scene: &mut Scene) {
    let top = scene.choose(|position| {
        // Others would lead too few with one report more, or leave money idle that they spent themselves.
        let leads_one = position.class().is_specialist();
        has_room(position) || leads_one && position.span() == 0 && position.occupant().is_some()
    });
    let mut lowest = top.unwrap_or_else(|| scene.hire("external", None));
    scene.answer(&lowest);
    let layer = scene.org().position(&lowest).map_or(1, Position::layer);
    let most = Settings::of(Profile::ScaleUp).layers_at_most as usize;
    let more = scene.pick().place(3).unwrap_or_default();
    for _ in layer..=most + more {
        lowest = scene.hire("external", Some(&lowest));
    }
}

/// An empty seat above people; it delegates nothing and answers for nothing, so that nobody waits for that too.
fn vacant_manager(scene: &mut Scene) {
    let leader = scene.choose(|position| {
        let mut people = position.reports().filter_map(Position::occupant);
        position.class() != RoleClass::External
            && position.occupant().is_some()
            && position.given().len() == 0
            && position.accountable_for().len() == 0
            && people.next().is_some()
    });
    let leader = leader.unwrap_or_else(|| {
        let head = scene.hire("head-of-sales", None);
        scene.hire("copywriter", Some(&head));
        scene.hire("copywriter", Some(&head));
        head
    });
    scene.change(&leader, |position| {
        position.holder = None;
        position.acting = None;
    });
}

/// A new report who is the leader's own person.
fn manager_of_oneself(scene: &mut Scene) {
    let leader = scene.choose(has_room).unwrap_or_else(|| scene.dmm());
    let person = scene.org().position(&leader).and_then(Position::occupant).map(str::to_owned);
    let report = scene.hire("copywriter", Some(&leader));
    scene.change(&report, |position| position.holder = person);
}

/// A dotted line beside a solid one.
fn dotted_line_doubles_solid(scene: &mut Scene) {
    let suits = |position: Position<'_>| position.manager().is_some();
    let report = scene.choose(suits).unwrap_or_else(|| {
        let outside = scene.hire("external", None);
        scene.hire("copywriter", Some(&outside))
    });
    scene.change(&report, |position| position.dotted_lines.extend(position.reports_to.clone()));
}

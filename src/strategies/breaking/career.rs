//! Faults in the ladder.

use crate::org::Position;
use crate::role::{RoleClass, Seniority};
use crate::spec::{LevelsSpec, RoleSpec};
use crate::strategies::breaking::scene::{Breaker, SMALL, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("CAR001", dead_end_role),
    ("CAR002", step_off_ladder),
    ("CAR003", no_successor),
    ("CAR004", level_outside_role),
];

/// A role of a class with next steps that has none.
fn dead_end_role(scene: &mut Scene) {
    let class = scene.one_of(RoleClass::SeniorSpecialist, &[RoleClass::Specialist, RoleClass::Director]);
    let mut role = RoleSpec::new(class);
    role.next = Some(Vec::new());
    scene.spec().roles.insert("expert".to_owned(), role);
}

/// A step from specialist past the DMM, to the side, or down from the top.
fn step_off_ladder(scene: &mut Scene) {
    let (class, next) = scene.one_of(
        (RoleClass::Specialist, "director-of-marketing"),
        &[(RoleClass::SeniorSpecialist, "specialist"), (RoleClass::Manager, "cmo")],
    );
    let mut role = RoleSpec::new(class);
    role.next = Some(vec![next.to_owned()]);
    scene.spec().roles.insert("expert".to_owned(), role);
}

/// A DMM who leads two people whose role leads nowhere.
fn no_successor(scene: &mut Scene) {
    scene.spec().roles.insert("writer".to_owned(), RoleSpec::new(RoleClass::Contributor));
    let outside = scene.hire("external", None);
    let dmm = scene.hire("digital-marketing-manager", Some(&outside));
    let writer = scene.hire("writer", Some(&dmm));
    scene.hire("writer", Some(&dmm));
    scene.fund(&dmm, &writer, SMALL, |_| ());
}

/// A position at a level that its class does not have, or a role whose levels are upside down.
fn level_outside_role(scene: &mut Scene) {
    let has_levels = |position: Position<'_>| position.role().levels().is_some();
    if let Some(id) = scene.choose(has_levels) {
        let class = scene.org().position(&id).map(Position::class);
        let low = class.is_some_and(|class| class.is_specialist() || class == RoleClass::Manager);
        let level = if low { Seniority::Executive } else { Seniority::Entry };
        scene.change(&id, |position| position.level = Some(level));
        return;
    }
    let mut role = RoleSpec::new(RoleClass::Contributor);
    role.levels = Some(LevelsSpec::new(Seniority::Senior, Seniority::Entry));
    scene.spec().roles.insert("writer".to_owned(), role);
}

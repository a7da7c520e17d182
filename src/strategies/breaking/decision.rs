//! Faults in the decision rights.

use crate::org::Position;
use crate::role::{DecisionRight, RoleClass};
use crate::strategies::breaking::scene::{Breaker, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] =
    &[("DEC001", strategy_decided_below), ("DEC002", tactics_decided_above)];

/// A specialist who decides why, or what.
fn strategy_decided_below(scene: &mut Scene) {
    let right = scene.one_of(DecisionRight::What, &[DecisionRight::Why]);
    decide(scene, right, |position| position.class().is_specialist());
}

/// A DMM above a specialist who decides how, or what now.
fn tactics_decided_above(scene: &mut Scene) {
    let right = scene.one_of(DecisionRight::How, &[DecisionRight::WhatNow]);
    decide(scene, right, |position| {
        let mut below = position.subtree().map(Position::class);
        position.class() == RoleClass::Manager && below.any(RoleClass::is_specialist)
    });
}

/// Gives a right to somebody who suits, of a new team if nobody does.
fn decide(scene: &mut Scene, right: DecisionRight, suits: impl Fn(Position<'_>) -> bool) {
    let position = scene.choose(&suits).or_else(|| {
        scene.team();
        scene.choose(&suits)
    });
    scene.change(&position.unwrap_or_default(), |position| position.decides.push(right));
}

//! Faults in the KPIs.

use crate::org::Position;
use crate::role::RoleClass;
use crate::spec::KpiSpec;
use crate::strategies::breaking::scene::{Breaker, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] =
    &[("KPI001", manager_without_kpi), ("KPI002", kpi_adrift), ("KPI003", targets_fall_short)];

/// A DMM with a team that loses the KPIs.
fn manager_without_kpi(scene: &mut Scene) {
    let leads = |position: Position<'_>| position.class() == RoleClass::Manager && position.span() != 0;
    let dmm = scene.choose(leads).unwrap_or_else(|| scene.team());
    scene.spec().kpis.retain(|kpi| kpi.owner != dmm);
}

/// The KPI of a specialist or a contributor that is no part of another.
fn kpi_adrift(scene: &mut Scene) {
    let owner = scene.choose(|position| {
        let class = position.class();
        class.is_specialist() || class == RoleClass::Contributor
    });
    let owner = owner.unwrap_or_else(|| scene.hire("copywriter", None));
    scene.spec().kpis.push(KpiSpec::new("visits", &owner));
}

/// A KPI whose parts add up to less.
fn targets_fall_short(scene: &mut Scene) {
    let is_tactical = |class: RoleClass| class.is_specialist() || class == RoleClass::Contributor;
    let owner = scene.choose(|position| !is_tactical(position.class()));
    let owner = owner.unwrap_or_else(|| scene.hire("external", None));
    let parts: &[i64] = scene.one_of(&[99], &[&[60, 39], &[0, 0, 0]]);
    let mut whole = KpiSpec::new("visits", &owner);
    whole.target = Some(100.into());
    scene.spec().kpis.push(whole);
    for (number, target) in parts.iter().enumerate() {
        let mut part = KpiSpec::new(&format!("visits-{number}"), &owner);
        part.target = Some((*target).into());
        part.contributes_to = Some("visits".to_owned());
        scene.spec().kpis.push(part);
    }
}

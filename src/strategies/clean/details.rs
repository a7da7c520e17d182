//! What else an org states: KPIs and a way up for each team (S04, S21), and what a position decides.

use crate::role::RoleClass;
use crate::spec::{KpiSpec, OrgSpec, PositionSpec};
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::plan::Plan;

/// States dotted lines, which lead to anybody but the manager.
pub(super) fn dotted_lines(plan: &Plan<'_>, place: usize, spec: &mut PositionSpec) {
    let (Some(seat), Some(raw)) = (plan.seats.get(place), plan.raw.get(place)) else { return };
    let others: Vec<usize> =
        (0..plan.seats.len()).filter(|other| *other != place && seat.manager != Some(*other)).collect();
    let other = raw.people.dotted.and_then(|pick| pick.of(&others));
    spec.dotted_lines = other.and_then(|other| plan.ids.get(other)).cloned().into_iter().collect();
}

/// States what the class of a position decides (S05, S09), and the least level of it.
pub(super) fn career(seat: &Seat, spec: &mut PositionSpec) {
    let facts = seat.class().facts();
    spec.decides = facts.decides.to_vec();
    spec.level = facts.levels.map(|(least, _)| least);
}

/// States a KPI of each DMM with a team (S04), which measures the team's result where that is stated.
pub(super) fn kpis(plan: &Plan<'_>, spec: &mut OrgSpec) {
    for (seat, id) in plan.seats.iter().zip(&plan.ids) {
        if seat.class() == RoleClass::Manager && !seat.reports.is_empty() {
            let result = format!("result-of-{id}");
            let is_stated = spec.outcomes.iter().any(|outcome| outcome.id == result);
            let mut kpi = KpiSpec::new(&format!("kpi-of-{id}"), id);
            kpi.measures = is_stated.then_some(result);
            spec.kpis.push(kpi);
        }
    }
}

//! What else an org states: KPIs and a way up for each team (S04, S21), and what a position decides and answers for.

use crate::org::OutcomeKind;
use crate::role::{Risk, RoleClass};
use crate::spec::{KpiSpec, OrgSpec, OutcomeSpec, PositionSpec};
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

/// States a KPI of each DMM with a team (S04).
pub(super) fn kpis(plan: &Plan<'_>, spec: &mut OrgSpec) {
    let leading = plan.seats.iter().zip(&plan.ids).filter(|(seat, _)| leads(seat));
    spec.kpis.extend(leading.map(|(_, id)| KpiSpec::new(&kpi_of(id), id)));
}

fn leads(seat: &Seat) -> bool {
    seat.class() == RoleClass::Manager && !seat.reports.is_empty()
}

fn kpi_of(id: &str) -> String {
    format!("kpi-of-{id}")
}

/// States who answers for what: a DMM for the team's result (S03), the first specialist of a channel for it (S07).
pub(super) fn outcomes(plan: &Plan<'_>, spec: &mut OrgSpec) {
    for (place, (seat, id)) in plan.seats.iter().zip(&plan.ids).enumerate() {
        let result = format!("result-of-{id}");
        if leads(seat) {
            let mut outcome = OutcomeSpec::new(&result, OutcomeKind::Strategic, id);
            outcome.risk = Some(Risk::High);
            outcome.responsible = vec![id.clone()];
            spec.outcomes.push(outcome);
            if let Some(kpi) = spec.kpis.iter_mut().find(|kpi| kpi.id == kpi_of(id)) {
                kpi.measures = Some(result);
            }
        } else if plan.channels.is_first.get(place) == Some(&true) {
            let channel = spec.positions.get(id).and_then(|position| position.channels.first());
            let mut outcome = OutcomeSpec::new(&result, OutcomeKind::Tactical, id);
            outcome.channel = channel.cloned();
            outcome.risk = Some(Risk::Medium);
            outcome.responsible = vec![id.clone()];
            spec.outcomes.push(outcome);
        }
    }
}

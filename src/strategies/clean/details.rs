//! What else a tidy org states: whom a position works with, what it decides, what it answers for.

use crate::org::OutcomeKind;
use crate::role::{Risk, RoleClass};
use crate::spec::{KpiSpec, OrgSpec, OutcomeSpec, PositionSpec};
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::plan::Plan;
use crate::strategies::pick::Pick;

/// States dotted lines, which lead to anybody but the manager, and collaborations, as the domain has them (S18, S19).
pub(super) fn collaborations(plan: &Plan<'_>, place: usize, spec: &mut PositionSpec) {
    let (Some(seat), Some(raw)) = (plan.seats.get(place), plan.raw.get(place)) else { return };
    let other = |pick: Option<Pick>, suits: &dyn Fn(usize, &Seat) -> bool| {
        let others =
            plan.seats.iter().enumerate().filter(|(other, seat)| *other != place && suits(*other, seat));
        let others: Vec<usize> = others.map(|(other, _)| other).collect();
        let other = pick.and_then(|pick| pick.of(&others));
        other.and_then(|other| plan.ids.get(other)).cloned().into_iter().collect()
    };
    let partners = seat.class().facts().works_with;
    spec.dotted_lines = other(raw.people.dotted, &|other, _| seat.manager != Some(other));
    spec.works_with = other(raw.people.works_with, &|_, seat| partners.contains(&seat.class()));
}

/// States what the class of a position decides (S05, S09), and the least level of it.
pub(super) fn career(seat: &Seat, spec: &mut PositionSpec) {
    let facts = seat.class().facts();
    spec.decides = facts.decides.to_vec();
    spec.level = facts.levels.map(|(least, _)| least);
}

/// States who answers for what: a DMM for the team's result (S03), the first specialist of a channel for it (S07).
pub(super) fn outcomes(plan: &Plan<'_>, spec: &mut OrgSpec) {
    for (place, (seat, id)) in plan.seats.iter().zip(&plan.ids).enumerate() {
        let leads = seat.class() == RoleClass::Manager && !seat.reports.is_empty();
        let result = format!("result-of-{id}");
        if leads {
            let mut outcome = OutcomeSpec::new(&result, OutcomeKind::Strategic, id);
            outcome.risk = Some(Risk::High);
            outcome.responsible = vec![id.clone()];
            spec.outcomes.push(outcome);
            let mut kpi = KpiSpec::new(&format!("kpi-of-{id}"), id);
            kpi.measures = Some(result);
            spec.kpis.push(kpi);
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

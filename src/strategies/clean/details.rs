//! What else a tidy org states: whom a position works with, what it decides, how it is measured.

use crate::role::RoleClass;
use crate::spec::{KpiSpec, OrgSpec, PositionSpec};
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

/// States how the result of each DMM with a team is measured.
pub(super) fn kpis(plan: &Plan<'_>, spec: &mut OrgSpec) {
    for (seat, id) in plan.seats.iter().zip(&plan.ids) {
        let result = format!("result-of-{id}");
        let is_stated = spec.outcomes.iter().any(|outcome| outcome.id == result);
        if seat.class() == RoleClass::Manager && !seat.reports.is_empty() && is_stated {
            let mut kpi = KpiSpec::new(&format!("kpi-of-{id}"), id);
            kpi.measures = Some(result);
            spec.kpis.push(kpi);
        }
    }
}

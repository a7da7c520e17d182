//! Who answers for what: enough for every rule, so that each clean org has outcomes.

use crate::org::{OutcomeKind, OutcomeTopic};
use crate::role::{Risk, RoleClass};
use crate::spec::{OrgSpec, OutcomeSpec};
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::people::Filled;
use crate::strategies::clean::plan::Plan;
use crate::strategies::naming;

/// States the outcomes: of each channel that somebody works on, and of whoever leads, holds or passes on money.
///
/// The first who works on a channel answers for it (S07). A DMM with a team or money answers for both, at high risk
/// (S12, S14, S16). Whoever only spends works for the outcome of the one who gave the money, or for one of its own.
pub(super) fn outcomes(plan: &Plan<'_>, spec: &mut OrgSpec) {
    let owners = owners(plan);
    for (channel, owner) in owners.iter().enumerate() {
        let Some(owner) = owner.and_then(|owner| plan.ids.get(owner).zip(plan.seats.get(owner))) else {
            continue;
        };
        let (id, seat) = owner;
        let channel = naming::channel(channel);
        let mut outcome = OutcomeSpec::new(&format!("result-on-{channel}"), OutcomeKind::Tactical, id);
        outcome.channel = Some(channel);
        outcome.risk = seat.class().facts().risk.map(|most| most.min(Risk::Medium));
        outcome.responsible = vec![id.clone()];
        spec.outcomes.push(outcome);
    }
    // The place of the outcome of each position, in the list.
    let mut results: Vec<Option<usize>> = Vec::with_capacity(plan.seats.len());
    for (place, id) in plan.ids.iter().enumerate() {
        let duty = Duty::of(plan, place);
        let owns = owners.contains(&Some(place));
        let feeder = plan.purses.get(place).and_then(|purse| purse.fed_by);
        let feeder = feeder.and_then(|feeder| results.get(feeder).copied().flatten());
        let result = match (duty, feeder.and_then(|result| spec.outcomes.get_mut(result))) {
            (Duty::None, _) => None,
            (Duty::Lead | Duty::Spend, _) if owns => None,
            (Duty::Spend, Some(result)) => {
                result.responsible.push(id.clone());
                None
            }
            (duty, _) => {
                spec.outcomes.push(result(plan, place, id, duty));
                spec.outcomes.len().checked_sub(1)
            }
        };
        results.push(result);
    }
}

/// Returns who answers for each channel: the first who works on it, if anyone does.
fn owners(plan: &Plan<'_>) -> Vec<Option<usize>> {
    let mut owners = vec![None; plan.channels.count];
    for (place, channels) in plan.channels.of.iter().enumerate() {
        for channel in channels.iter().filter(|_| plan.is_occupied(place)) {
            if let Some(owner) = owners.get_mut(*channel) {
                *owner = owner.or(Some(place));
            }
        }
    }
    owners
}

/// What a position has to answer with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Duty {
    None,
    /// To spend what somebody else delegated.
    Spend,
    /// To lead, or to hold or pass on money, below a DMM.
    Lead,
    /// To answer for the whole of it, as a DMM or somebody above does.
    Manage,
}

impl Duty {
    fn of(plan: &Plan<'_>, place: usize) -> Self {
        let (Some(seat), Some(purse)) = (plan.seats.get(place), plan.purses.get(place)) else {
            return Self::None;
        };
        let class = seat.class();
        if !plan.is_occupied(place) || class == RoleClass::External {
            return Self::None;
        }
        let (has_money, leads) = (purse.given + purse.topped_up != 0, !seat.reports.is_empty());
        let works = class.is_specialist() || class == RoleClass::Contributor;
        match class {
            RoleClass::Manager if leads || has_money => Self::Manage,
            _ if works && (leads || purse.feeds) => Self::Lead,
            _ if !has_money => Self::None,
            _ if works || purse.fed_by.is_some() && !purse.feeds && purse.topped_up == 0 => Self::Spend,
            _ => Self::Manage,
        }
    }
}

fn result(plan: &Plan<'_>, place: usize, id: &str, duty: Duty) -> OutcomeSpec {
    let class = plan.seats.get(place).map_or(RoleClass::Other, Seat::class);
    let kind = if duty == Duty::Manage { OutcomeKind::Strategic } else { OutcomeKind::Tactical };
    let mut outcome = OutcomeSpec::new(&format!("result-of-{id}"), kind, id);
    outcome.risk = class.facts().risk;
    outcome.responsible = vec![id.to_owned()];
    if class == RoleClass::Manager {
        outcome.about = vec![OutcomeTopic::Roi, OutcomeTopic::TeamPerformance];
    }
    outcome
}

/// Returns which seats need a deputy: those that are held by the only person who works on a channel.
pub(super) fn deputies(plan: &Plan<'_>) -> Vec<bool> {
    let mut needed = vec![false; plan.seats.len()];
    for channel in 0..plan.channels.count {
        let works = |place: &usize| plan.channels.of.get(*place).is_some_and(|own| own.contains(&channel));
        let filled = |place: usize| plan.filled.get(place).copied().unwrap_or(Filled::Empty);
        let mut places = (0..plan.seats.len()).filter(works).filter(|place| filled(*place) != Filled::Empty);
        let Some(first) = places.next() else { continue };
        let held = std::iter::once(first)
            .chain(places.clone())
            .find(|place| matches!(filled(*place), Filled::Held(_)));
        if places.any(|place| filled(place).person() != filled(first).person()) {
            continue;
        }
        if let Some(slot) = held.and_then(|place| needed.get_mut(place)) {
            *slot = true;
        }
    }
    needed
}

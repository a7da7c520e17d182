//! Who follows whom, as far as it is the same in every year: who is ready for which seats, and how seats are filled.

use std::sync::Arc;

use crate::career::{Candidate, Ladder};
use crate::org::{Org, Position, PositionIx};
use crate::simulate::assumptions::{Assumptions, MovesWithin, StaffAssumptions, VacantSeats};
use crate::simulate::distribution::{Distribution, DistributionSpec, Sampler};
use crate::simulate::engine::plan::{Plan, distribution};
use crate::simulate::error::SimulationError;
use crate::spec::OrgSpec;

/// How a seat is on the first morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Held,
    /// Vacant, and somebody does the job.
    Acting,
    /// Vacant, and it stays so.
    Vacant,
    /// Vacant, and somebody is looked for.
    ToFill,
}

impl Start {
    /// Returns how a position of the file starts.
    pub(super) fn of(position: Position<'_>, assumed: &StaffAssumptions) -> Self {
        match assumed.vacant_seats.unwrap_or(VacantSeats::Keep) {
            _ if !position.is_vacant() => Self::Held,
            _ if position.acting().is_some() => Self::Acting,
            VacantSeats::Keep => Self::Vacant,
            VacantSeats::Fill => Self::ToFill,
        }
    }
}

/// How one seat is filled when it is empty, and how whoever takes it learns the job.
#[derive(Debug)]
pub(super) struct Succession {
    pub(super) days_to_fill: Sampler,
    /// The probability that it is offered within first.
    pub(super) from_within: f64,
    pub(super) days_to_promote: Sampler,
    moves: MovesWithin,
    /// The place of its role.
    role: usize,
    /// None where a job takes no time to learn.
    pub(super) onboarding_days: Option<Sampler>,
    /// How many times as long work takes for whoever learns the job.
    pub(super) learning: f64,
}

impl Succession {
    pub(super) fn new(position: Position<'_>, assumed: &StaffAssumptions) -> Self {
        let exponential = |mean| distribution(DistributionSpec::Exponential { mean });
        Self {
            days_to_fill: assumed.days_to_fill.clone().unwrap_or_else(|| exponential(45.0)).sampler(),
            from_within: assumed.filled_from_within.unwrap_or_default(),
            days_to_promote: assumed.days_to_promote.clone().unwrap_or_else(|| exponential(15.0)).sampler(),
            moves: assumed.moves_within.unwrap_or(MovesWithin::Up),
            role: position.role().ix().index(),
            onboarding_days: assumed.onboarding_days.as_ref().map(Distribution::sampler),
            learning: 1.0 / assumed.onboarding_speed.unwrap_or(0.5),
        }
    }
}

/// The seats whose holders are ready for a seat of one role.
#[derive(Debug, Default)]
pub(super) struct Ready {
    /// One step below it.
    up: Vec<PositionIx>,
    /// In the role itself.
    across: Vec<PositionIx>,
}

impl Ready {
    /// Finds, by the place of the role, who is ready for the seats that are ever offered within.
    ///
    /// Who is ready depends on the role of a seat, and on nothing else but who holds it, whom two seats of a role show: so
    /// this costs O(positions) for each role, and not for each seat.
    pub(super) fn of_roles<'s>(
        org: &Org,
        successions: impl Iterator<Item = &'s Succession> + Clone,
    ) -> Vec<Self> {
        let mut ready: Vec<Self> = org.roles().map(|_| Self::default()).collect();
        let mut left: Vec<u8> = org.roles().map(|_| 0).collect();
        for succession in successions.clone().filter(|succession| 0.0 < succession.from_within) {
            if let Some(left) = left.get_mut(succession.role) {
                *left = 2;
            }
        }
        if left.iter().all(|left| *left == 0) {
            return ready;
        }
        let ladder = Ladder::of(org);
        for (seat, succession) in org.positions().zip(successions) {
            let Some(left) = left.get_mut(succession.role).filter(|left| 0 < **left) else { continue };
            *left -= 1;
            if let Some(ready) = ready.get_mut(succession.role) {
                ladder.candidates(seat).iter().for_each(|candidate| ready.add(candidate));
            }
        }
        for ready in &mut ready {
            ready.up.sort_unstable();
            ready.up.dedup();
            ready.across.sort_unstable();
            ready.across.dedup();
        }
        ready
    }

    fn add(&mut self, candidate: &Candidate<'_>) {
        if candidate.readiness.is_ready() {
            let list = if candidate.steps == 0 { &mut self.across } else { &mut self.up };
            list.push(candidate.position.ix());
        }
    }
}

impl Plan {
    /// Returns the seats whose holders may move to a seat.
    pub(super) fn ready_for(&self, seat: PositionIx) -> impl Iterator<Item = PositionIx> + Clone {
        let succession = self.seats.get(seat.index()).map(|seat| &seat.succession);
        let ready = succession.and_then(|succession| self.ready.get(succession.role));
        let across = succession.is_some_and(|succession| succession.moves == MovesWithin::UpOrAcross);
        let up = ready.into_iter().flat_map(|ready| &ready.up);
        let across = ready.filter(|_| across).into_iter().flat_map(|ready| &ready.across);
        up.chain(across).copied().filter(move |from| *from != seat)
    }

    /// Returns whether a move from one seat to another is one between seats of the same role.
    pub(super) fn is_across(&self, from: PositionIx, to: PositionIx) -> bool {
        self.org.position_at(from).role() == self.org.position_at(to).role()
    }
}

/// Returns the org as the ledger is to see it: vacant seats that will be filled are held, by people of made-up ids, for
/// the ledger refuses what is asked from a seat without a holder. Whether anybody is there yet is the engine's to say.
pub(super) fn staffed(org: &Arc<Org>, assumed: &Assumptions) -> Result<Arc<Org>, SimulationError> {
    let to_fill: Vec<Position<'_>> = org
        .positions()
        .filter(|seat| Start::of(*seat, &assumed.staff_of(seat.id())) == Start::ToFill)
        .collect();
    if to_fill.is_empty() {
        return Ok(Arc::clone(org));
    }
    let mut spec = OrgSpec::from(org.as_ref());
    let mut people = (1_u64..).map(|number| format!("hired-{number}")).filter(|id| org.person(id).is_none());
    for seat in to_fill {
        if let Some(position) = spec.positions.get_mut(seat.id()) {
            position.holder = people.next();
        }
    }
    let filled = Org::try_from(&spec).map_err(|errors| SimulationError::Filled { error: errors.to_string() });
    filled.map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::{Channel, Role};

    /// Figures are told apart by place: those of the org that is simulated must be those of the file.
    #[test]
    fn filled_seats_leave_everything_in_its_place() {
        let mut assumed = Assumptions::default();
        assumed.staff.vacant_seats = Some(VacantSeats::Fill);
        let mut filled = 0;
        for file in ["nusantara", "senja", "jelajah", "templates/matrix"] {
            let path = format!("{}/examples/orgs/{file}.toml", env!("CARGO_MANIFEST_DIR"));
            let org = Arc::new(Org::from_toml(&std::fs::read_to_string(path).unwrap()).unwrap());
            let staffed = staffed(&org, &assumed).unwrap();
            let positions = |org: &Org| org.positions().map(|seat| seat.id().to_owned()).collect::<Vec<_>>();
            let channels =
                |org: &Org| org.channels().map(|on| Channel::id(on).to_owned()).collect::<Vec<_>>();
            let roles = |org: &Org| org.roles().map(|role| Role::id(role).to_owned()).collect::<Vec<_>>();
            assert_eq!(positions(&org), positions(&staffed));
            assert_eq!(channels(&org), channels(&staffed));
            assert_eq!(roles(&org), roles(&staffed));
            let vacant = |org: &Org| org.positions().filter(|seat| seat.occupant().is_none()).count();
            assert_eq!(vacant(&staffed), 0, "{file}");
            filled += vacant(&org);
        }
        assert!(0 < filled);
    }
}

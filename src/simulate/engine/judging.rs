//! Approvers judge what they are asked: they take good requests for bad ones, and bad ones for good.

use crate::org::PositionIx;
use crate::simulate::assumptions::DeskAssumptions;
use crate::simulate::engine::desk::JobIx;
use crate::simulate::engine::tally::Refusal;
use crate::simulate::engine::working::desk_plan;
use crate::simulate::engine::world::{Stage, World};
use crate::simulate::purpose::Purpose;

/// Whether a request is worth its money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quality {
    Good,
    Bad,
}

/// What a desk says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judgement {
    Accepts,
    Rejects,
}

/// Those who judge at a desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Judges {
    accepts_good: f64,
    accepts_bad: f64,
    members: u32,
    /// How many of them must accept.
    accept: u32,
}

impl Judges {
    pub(super) fn new(assumed: &DeskAssumptions) -> Self {
        let (members, accept) = assumed.panel.map_or((1, 1), |panel| (panel.members, panel.accept));
        Self {
            accepts_good: assumed.accepts_good.unwrap_or(1.0),
            accepts_bad: assumed.accepts_bad.unwrap_or(1.0),
            members,
            accept,
        }
    }

    /// Returns how likely each of them accepts.
    fn accepts(self, quality: Quality) -> f64 {
        match quality {
            Quality::Good => self.accepts_good,
            Quality::Bad => self.accepts_bad,
        }
    }
}

/// As a power of 2: how many places of a stream of judgements belong to one request. No more can ever judge it.
const PLACES: u32 = 32;

impl World<'_> {
    /// Says what those at a desk make of a request.
    ///
    /// Luck belongs to the request: its first judge draws the same number in every design, whichever desk that is, and so
    /// does its second.
    pub(super) fn judge(&mut self, at: PositionIx, ix: JobIx) -> Judgement {
        let (Some(desk), Some(job)) = (desk_plan(self.plan, at), self.jobs.get_mut(ix as usize)) else {
            return Judgement::Accepts;
        };
        let judges = desk.judges;
        let place = (u128::from(job.number) << PLACES) + u128::from(job.judged);
        job.judged = job.judged.saturating_add(judges.members);
        let (source, chance) = (job.source, judges.accepts(job.quality));
        if self.counts() {
            self.tally.judged(source, judges.members);
        }
        // What is certain takes no draw.
        if 1.0 <= chance {
            return Judgement::Accepts;
        }
        let Some(source) = self.plan.sources.get(source) else { return Judgement::Rejects };
        let mut luck = self.streams.stream(Purpose::Judgement, &source.id);
        luck.go_to(place);
        let accepted = (0..judges.members).filter(|_| luck.uniform() < chance).count();
        if judges.accept as usize <= accepted { Judgement::Accepts } else { Judgement::Rejects }
    }

    /// A desk rejects a request: it goes to the next who may approve it, or is refused.
    pub(super) fn reject(&mut self, at: PositionIx, ix: JobIx) {
        if self.counts() {
            self.tally.rejected(at);
        }
        let Some(job) = self.jobs.get_mut(ix as usize) else { return };
        job.rejections.push(at);
        if job.stage == Stage::PassesOn {
            job.passed = Some(at);
        }
        let appeals = self.plan.sources.get(job.source).map_or(0, |source| source.appeals);
        if (appeals as usize) < job.rejections.len() {
            return self.refuse(ix, Refusal::Rejected);
        }
        self.bring(ix);
    }

    /// Returns whether somebody rejected a request already, from whatever seat.
    pub(super) fn has_rejected(&self, rejections: &[PositionIx], person: &str) -> bool {
        let occupant = |seat: &PositionIx| self.plan.org.position_at(*seat).occupant();
        rejections.iter().filter_map(occupant).any(|rejected| rejected == person)
    }
}

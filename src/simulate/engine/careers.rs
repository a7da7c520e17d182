//! Who follows whom: seats fall empty, and are filled from within or from outside.
//!
//! A resignation sets off a chain of vacancies (H. C. White, Chains of Opportunity, 1970): somebody within takes the seat,
//! and leaves one that is filled in turn, until somebody comes from outside. Nobody moves twice in one chain, so each ends.

use crate::org::PositionIx;
use crate::simulate::engine::desk::Desk;
use crate::simulate::engine::hours::DAY;
use crate::simulate::engine::world::{Change, Presence, Tenure, World};

/// What was drawn for an empty seat when it fell empty.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Search {
    /// Which of those who are ready takes it, as a share of their number.
    who: f64,
    /// How long it takes to find somebody outside.
    days_to_fill: f64,
}

impl World<'_> {
    /// Somebody leaves the org.
    pub(super) fn leave(&mut self, of: PositionIx) {
        if self.counts() {
            self.tally.left(of);
        }
        self.chains += 1;
        self.vacate(of, self.chains);
    }

    /// A seat falls empty. What lies at its desk goes to the next who may approve it.
    fn vacate(&mut self, of: PositionIx, chain: u64) {
        self.next_epoch(of);
        self.set(of, Presence::Vacant);
        self.look_for_somebody(of, chain);
        for job in self.desks.get_mut(of.index()).map(Desk::empty).unwrap_or_default() {
            self.bring(job);
        }
    }

    /// Offers an empty seat within, or outside.
    pub(super) fn look_for_somebody(&mut self, of: PositionIx, chain: u64) {
        // Drawn wherever it is offered, so that the same vacancy takes as long to fill in every design.
        let days_to_fill = self.draw(of, |seat, staff| seat.succession.days_to_fill.draw(&mut staff.filling));
        let from_within = self.plan.seats.get(of.index()).map_or(0.0, |seat| seat.succession.from_within);
        let (mut is_within, mut who, mut days) = (false, 0.0, 0.0);
        if 0.0 < from_within {
            is_within = self.draw(of, |_, staff| staff.promotion.uniform()) < from_within;
            who = self.draw(of, |_, staff| staff.promotion.uniform());
            days = self.draw(of, |seat, staff| seat.succession.days_to_promote.draw(&mut staff.promotion));
        }
        if let Some(seat) = self.seats.get_mut(of.index()) {
            seat.chain = chain;
            seat.search = Search { who, days_to_fill };
        }
        if is_within && self.plan.ready_for(of).next().is_some() {
            self.note(of, self.now + days.max(0.0) * DAY, Change::IsOffered);
        } else {
            self.look_outside(of);
        }
    }

    fn look_outside(&mut self, of: PositionIx) {
        let days = self.seats.get(of.index()).map_or(0.0, |seat| seat.search.days_to_fill);
        self.note(of, self.now + days.max(0.0) * DAY, Change::IsFilled);
    }

    /// An empty seat is taken by somebody who is ready for it and there, or is offered outside.
    pub(super) fn offer(&mut self, of: PositionIx) {
        let Some(from) = self.successor(of) else { return self.look_outside(of) };
        let chain = self.seats.get(of.index()).map_or(0, |seat| seat.chain);
        if self.counts() {
            if self.plan.is_across(from, of) {
                self.tally.moved_across(of);
            } else {
                self.tally.promoted_into(of);
            }
        }
        // First the new seat: it may be the one to which the requests at the old desk go.
        self.take(of, chain);
        self.vacate(from, chain);
    }

    /// Returns the seat whose holder takes an empty one.
    fn successor(&self, of: PositionIx) -> Option<PositionIx> {
        let to = self.seats.get(of.index())?;
        let movable = self.plan.ready_for(of).filter(|from| {
            let from = self.seats.get(from.index());
            from.is_some_and(|from| {
                from.presence == Presence::Present && from.chain != to.chain && from.settled <= self.now
            })
        });
        let count = movable.clone().count();
        movable.clone().nth(place(to.search.who, count))
    }

    /// Somebody comes from outside.
    pub(super) fn hire(&mut self, of: PositionIx) {
        if self.counts() {
            self.tally.hired(of);
        }
        self.take(of, 0);
    }

    /// Somebody takes an empty seat, and learns the job.
    fn take(&mut self, of: PositionIx, chain: u64) {
        self.next_epoch(of);
        self.set(of, Presence::Present);
        let days = self.draw(of, |seat, staff| {
            let days = seat.succession.onboarding_days.as_ref();
            days.map_or(0.0, |days| days.draw(&mut staff.onboarding))
        });
        let settled = self.now + days.max(0.0) * DAY;
        if let Some(seat) = self.seats.get_mut(of.index()) {
            (seat.tenure, seat.chain, seat.settled) = (Tenure::Holds, chain, settled);
        }
        self.note_absence(of);
        self.note_leaving(of);
    }

    fn next_epoch(&mut self, of: PositionIx) {
        if let Some(seat) = self.seats.get_mut(of.index()) {
            seat.epoch = seat.epoch.wrapping_add(1);
        }
    }

    /// Returns how many times as long work takes at a desk now, for whoever sits there may still learn the job.
    pub(super) fn learning(&self, at: PositionIx) -> f64 {
        let is_new = self.seats.get(at.index()).is_some_and(|seat| self.now < seat.settled);
        let plan = self.plan.seats.get(at.index()).filter(|_| is_new);
        plan.map_or(1.0, |plan| plan.succession.learning)
    }
}

/// Returns the place of one of so many, each as likely as another.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a list"
)]
fn place(share: f64, count: usize) -> usize {
    (share * count as f64) as usize
}

//! Who is there: people are away, leave, and are followed by others.

use crate::org::PositionIx;
use crate::simulate::engine::arrivals::{day_start, gap};
use crate::simulate::engine::hours::DAY;
use crate::simulate::engine::plan::Seat;
use crate::simulate::engine::working::desk_plan;
use crate::simulate::engine::world::{Change, Event, Presence, Sitting, World};
use crate::simulate::purpose::Purpose;
use crate::simulate::streams::{Replication, Stream};

/// The streams of the comings and goings in one seat.
#[derive(Debug)]
pub(super) struct Staff {
    absence: Stream,
    leaving: Stream,
    filling: Stream,
}

impl Staff {
    fn new(streams: Replication, id: &str) -> Self {
        let of = |purpose| streams.stream(purpose, id);
        Self { absence: of(Purpose::Absence), leaving: of(Purpose::Leaving), filling: of(Purpose::Filling) }
    }
}

impl World<'_> {
    /// Puts everybody in their seats, and notes when they will be away or leave.
    pub(super) fn seat_everybody(&mut self) {
        self.seats.clear();
        self.staff.clear();
        for (place, seat) in self.plan.seats.iter().enumerate() {
            let presence = if seat.is_held { Presence::Present } else { Presence::Vacant };
            self.seats.push(Sitting { presence, ..Sitting::default() });
            let has_changes = seat.is_held && 0.0 < seat.absences_per_minute + seat.leaving_per_minute;
            let of = PositionIx::new(place);
            let id = self.plan.org.position_at(of).id();
            self.staff.push(has_changes.then(|| Staff::new(self.streams, id)));
            if has_changes {
                self.note_absence(of);
                self.note_leaving(of);
            }
        }
    }

    pub(super) fn change(&mut self, of: PositionIx, epoch: u32, what: Change) {
        if self.seats.get(of.index()).is_none_or(|seat| seat.epoch != epoch) {
            return;
        }
        match what {
            Change::GoesAway => self.go_away(of),
            Change::ComesBack => self.come_back(of),
            Change::Leaves => self.leave(of),
            Change::IsFilled => self.fill(of),
        }
    }

    /// What was being worked on at the desk lies there until somebody is back.
    fn go_away(&mut self, of: PositionIx) {
        self.set(of, Presence::Away);
        if let (Some(desk), Some(at)) = (self.desks.get_mut(of.index()), desk_plan(self.plan, of)) {
            desk.lay_down(at, self.now);
        }
        let days = self.draw(of, |seat, staff| seat.absence_days.draw(&mut staff.absence)).max(1.0).ceil();
        let morning = (self.now / DAY).floor() * DAY;
        self.note(of, morning + days * DAY, Change::ComesBack);
    }

    fn come_back(&mut self, of: PositionIx) {
        self.set(of, Presence::Present);
        self.note_absence(of);
        let held = self.desks.get_mut(of.index()).map(super::desk::Desk::hand_over).unwrap_or_default();
        for (job, minutes) in held {
            self.take_up(of, job, minutes);
        }
        self.work(of);
    }

    /// What lies at the desk of whoever leaves goes to the next who may approve it.
    fn leave(&mut self, of: PositionIx) {
        if let Some(seat) = self.seats.get_mut(of.index()) {
            seat.epoch = seat.epoch.wrapping_add(1);
        }
        self.set(of, Presence::Vacant);
        if self.counts() {
            self.tally.left(of);
        }
        let days = self.draw(of, |seat, staff| seat.days_to_fill.draw(&mut staff.filling)).max(0.0);
        self.note(of, self.now + days * DAY, Change::IsFilled);
        for job in self.desks.get_mut(of.index()).map(super::desk::Desk::empty).unwrap_or_default() {
            self.bring(job);
        }
    }

    fn fill(&mut self, of: PositionIx) {
        if let Some(seat) = self.seats.get_mut(of.index()) {
            seat.epoch = seat.epoch.wrapping_add(1);
        }
        self.set(of, Presence::Present);
        self.note_absence(of);
        self.note_leaving(of);
    }

    /// Says how it is with a seat from now on.
    fn set(&mut self, of: PositionIx, presence: Presence) {
        self.count_absence(of);
        self.trace_change(of, presence);
        if let Some(seat) = self.seats.get_mut(of.index()) {
            seat.presence = presence;
        }
        let Some(plan) = self.plan.seats.get(of.index()) else { return };
        for source in &plan.asks_at {
            self.count_uncovered(*source as usize);
            self.count_present(*source as usize);
        }
    }

    /// Counts for how long a seat has been as it is, from the end of the warm-up on.
    pub(super) fn count_absence(&mut self, of: PositionIx) {
        let from = self.counted_from();
        let Some(seat) = self.seats.get_mut(of.index()) else { return };
        let minutes = (self.now - seat.since.max(from)).max(0.0);
        seat.since = self.now;
        match seat.presence {
            Presence::Present => {}
            Presence::Away => self.tally.away(of, minutes),
            Presence::Vacant => self.tally.vacant(of, minutes),
        }
    }

    /// Counts for how long nobody has been there to ask at a source.
    pub(super) fn count_uncovered(&mut self, source: usize) {
        let from = self.counted_from();
        let Some(flow) = self.flows.get_mut(source) else { return };
        let minutes = (self.now - flow.uncovered_since.max(from)).max(0.0);
        flow.uncovered_since = self.now;
        if flow.present.is_empty() {
            self.tally.nobody_asks(source, minutes);
        }
    }

    /// Finds out who is there to ask at a source.
    pub(super) fn count_present(&mut self, source: usize) {
        let Some(plan) = self.plan.sources.get(source) else { return };
        let Some(flow) = self.flows.get_mut(source) else { return };
        let seats = &self.seats;
        let is_present =
            |seat: PositionIx| seats.get(seat.index()).is_some_and(|seat| seat.presence == Presence::Present);
        flow.present.clear();
        flow.present.extend(
            plan.askers
                .iter()
                .enumerate()
                .filter(|(_, (asker, _))| is_present(*asker))
                .map(|(place, _)| place),
        );
    }

    fn counted_from(&self) -> f64 {
        day_start(self.plan.warm_up_days)
    }

    fn note_absence(&mut self, of: PositionIx) {
        let rate = self.plan.seats.get(of.index()).map_or(0.0, |seat| seat.absences_per_minute);
        if 0.0 < rate {
            let gap = self.draw(of, |_, staff| gap(&mut staff.absence));
            // An absence begins in the morning.
            let morning = ((self.now + gap / rate) / DAY).ceil() * DAY;
            self.note(of, morning, Change::GoesAway);
        }
    }

    fn note_leaving(&mut self, of: PositionIx) {
        let rate = self.plan.seats.get(of.index()).map_or(0.0, |seat| seat.leaving_per_minute);
        if 0.0 < rate {
            let gap = self.draw(of, |_, staff| gap(&mut staff.leaving));
            self.note(of, self.now + gap / rate, Change::Leaves);
        }
    }

    fn note(&mut self, seat: PositionIx, at: f64, what: Change) {
        let epoch = self.seats.get(seat.index()).map_or(0, |seat| seat.epoch);
        self.agenda.note(at, Event::Staff { seat, epoch, what });
    }

    fn draw(&mut self, of: PositionIx, figure: impl Fn(&Seat, &mut Staff) -> f64) -> f64 {
        let staff = self.staff.get_mut(of.index()).and_then(Option::as_mut);
        match (self.plan.seats.get(of.index()), staff) {
            (Some(seat), Some(staff)) => figure(seat, staff),
            _ => 0.0,
        }
    }
}

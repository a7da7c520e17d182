//! Who is there: people are away and come back, and whoever stands in asks for them.

use crate::org::PositionIx;
use crate::simulate::engine::arrivals::{day_start, gap};
use crate::simulate::engine::hours::DAY;
use crate::simulate::engine::plan::Seat;
use crate::simulate::engine::succession::Start;
use crate::simulate::engine::working::desk_plan;
use crate::simulate::engine::world::{Change, Event, Presence, Sitting, Tenure, World};
use crate::simulate::purpose::Purpose;
use crate::simulate::streams::{Replication, Stream};

/// The streams of the comings and goings in one seat.
#[derive(Debug)]
pub(super) struct Staff {
    pub(super) absence: Stream,
    pub(super) leaving: Stream,
    pub(super) filling: Stream,
    pub(super) promotion: Stream,
    pub(super) onboarding: Stream,
}

impl Staff {
    fn new(streams: Replication, id: &str) -> Self {
        let of = |purpose| streams.stream(purpose, id);
        Self {
            absence: of(Purpose::Absence),
            leaving: of(Purpose::Leaving),
            filling: of(Purpose::Filling),
            promotion: of(Purpose::Promotion),
            onboarding: of(Purpose::Onboarding),
        }
    }
}

impl World<'_> {
    /// Puts everybody in their seats, and notes when they will be away or leave.
    pub(super) fn seat_everybody(&mut self) {
        self.seats.clear();
        self.staff.clear();
        self.chains = 0;
        for (place, seat) in self.plan.seats.iter().enumerate() {
            let (presence, tenure) = match seat.start {
                Start::Held => (Presence::Present, Tenure::Holds),
                Start::Acting => (Presence::Present, Tenure::Acts),
                Start::Vacant | Start::ToFill => (Presence::Vacant, Tenure::Holds),
            };
            self.seats.push(Sitting { presence, tenure, ..Sitting::default() });
            self.staff.push(None);
            let of = PositionIx::new(place);
            match seat.start {
                Start::Held | Start::Acting => {
                    self.note_absence(of);
                    self.note_leaving(of);
                }
                Start::ToFill => {
                    self.chains += 1;
                    self.look_for_somebody(of, self.chains);
                }
                Start::Vacant => {}
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
            Change::IsOffered => self.offer(of),
            Change::IsFilled => self.hire(of),
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

    /// Says how it is with a seat from now on.
    pub(super) fn set(&mut self, of: PositionIx, presence: Presence) {
        self.count_absence(of);
        self.trace_change(of, presence);
        if let Some(seat) = self.seats.get_mut(of.index()) {
            seat.presence = presence;
        }
        let Some(plan) = self.plan.seats.get(of.index()) else { return };
        for source in plan.asks_at.iter().chain(&plan.stands_in_at) {
            self.count_uncovered(*source as usize);
            self.count_present(*source as usize);
        }
    }

    /// Counts for how long a seat has been as it is, from the end of the warm-up on.
    pub(super) fn count_absence(&mut self, of: PositionIx) {
        let from = self.counted_from();
        let Some(seat) = self.seats.get_mut(of.index()) else { return };
        let since = seat.since.max(from);
        let (minutes, learning) =
            ((self.now - since).max(0.0), (self.now.min(seat.settled) - since).max(0.0));
        seat.since = self.now;
        match seat.presence {
            Presence::Vacant => self.tally.vacant(of, minutes),
            presence => {
                self.tally.sat(of, seat.tenure, minutes, learning);
                if presence == Presence::Away {
                    self.tally.away(of, minutes);
                }
            }
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
        // Room that was made stays.
        let mut present = std::mem::take(&mut flow.present);
        present.clear();
        let manned = plan.askers.iter().enumerate().filter(|(_, (asker, _))| self.is_manned(*asker));
        present.extend(manned.map(|(place, _)| place));
        if let Some(flow) = self.flows.get_mut(source) {
            flow.present = present;
        }
    }

    fn counted_from(&self) -> f64 {
        day_start(self.plan.warm_up_days)
    }

    pub(super) fn note_absence(&mut self, of: PositionIx) {
        let rate = self.plan.seats.get(of.index()).map_or(0.0, |seat| seat.absences_per_minute);
        if 0.0 < rate {
            let gap = self.draw(of, |_, staff| gap(&mut staff.absence));
            // An absence begins in the morning.
            let morning = ((self.now + gap / rate) / DAY).ceil() * DAY;
            self.note(of, morning, Change::GoesAway);
        }
    }

    pub(super) fn note_leaving(&mut self, of: PositionIx) {
        let rate = self.plan.seats.get(of.index()).map_or(0.0, |seat| seat.leaving_per_minute);
        if 0.0 < rate {
            let gap = self.draw(of, |_, staff| gap(&mut staff.leaving));
            self.note(of, self.now + gap / rate, Change::Leaves);
        }
    }

    pub(super) fn note(&mut self, seat: PositionIx, at: f64, what: Change) {
        let epoch = self.seats.get(seat.index()).map_or(0, |seat| seat.epoch);
        self.agenda.note(at, Event::Staff { seat, epoch, what });
    }

    /// Draws a figure for a seat, from streams that begin when they are first drawn from.
    pub(super) fn draw(&mut self, of: PositionIx, figure: impl Fn(&Seat, &mut Staff) -> f64) -> f64 {
        let Self { plan, streams, staff, .. } = self;
        match (plan.seats.get(of.index()), staff.get_mut(of.index())) {
            (Some(seat), Some(staff)) => {
                let begin = || Staff::new(*streams, plan.org.position_at(of).id());
                figure(seat, staff.get_or_insert_with(begin))
            }
            _ => 0.0,
        }
    }
}

//! Desks at work: requests wait, are worked on, and are done.

use crate::org::PositionIx;
use crate::simulate::engine::desk::{JobIx, Working};
use crate::simulate::engine::judging::Judgement;
use crate::simulate::engine::plan::{DeskPlan, Plan};
use crate::simulate::engine::tally::Refusal;
use crate::simulate::engine::world::{Event, Stage, World};
use crate::simulate::purpose::Purpose;
use crate::simulate::streams::Stream;

/// The longest work, in minutes: longer than all days that there are, and short enough to reckon with.
const LONGEST: f64 = 1e12;

impl World<'_> {
    /// Puts a request in the queue of a desk, or turns it away where there is no room.
    pub(super) fn queue(&mut self, ix: JobIx, at: PositionIx) {
        if self.counts() {
            self.tally.came(at);
        }
        let (Some(plan), Some(desk)) = (desk_plan(self.plan, at), self.desks.get_mut(at.index())) else {
            return;
        };
        if plan.room as usize <= desk.len() {
            if self.counts() {
                self.tally.turned_away(at);
            }
            self.refuse(ix, Refusal::NoRoom);
            return;
        }
        if let Some(job) = self.jobs.get_mut(ix as usize) {
            (job.desk, job.at_desk) = (at, self.now);
            desk.push(plan.order, job.amount.minor(), ix);
        }
        self.work(at);
    }

    /// Lets whoever is free at a desk take up what waits.
    pub(super) fn work(&mut self, at: PositionIx) {
        let Some(plan) = desk_plan(self.plan, at) else { return };
        if !self.is_present(at) {
            return;
        }
        while let Some(ix) = self.desks.get_mut(at.index()).and_then(|desk| desk.next(plan)) {
            let waited =
                plan.hours.opens(self.now) - self.jobs.get(ix as usize).map_or(self.now, |job| job.at_desk);
            if self.counts() {
                self.tally.begun(at, waited);
            }
            let minutes = self.draw_service(at, plan);
            self.take_up(at, ix, minutes);
        }
    }

    /// Works on a request for so many minutes of working time.
    pub(super) fn take_up(&mut self, at: PositionIx, job: JobIx, minutes: f64) {
        let (Some(plan), Some(desk)) = (desk_plan(self.plan, at), self.desks.get_mut(at.index())) else {
            return;
        };
        let done = plan.hours.done(self.now, minutes);
        self.tokens = self.tokens.wrapping_add(1);
        let token = self.tokens;
        desk.working.push(Working { job, done, token });
        self.agenda.note(done, Event::Done { desk: at, job, token });
    }

    /// A request is done at a desk: worked on once more, or judged.
    pub(super) fn done(&mut self, at: PositionIx, ix: JobIx, token: u32) {
        let Some(plan) = desk_plan(self.plan, at) else { return };
        let Some(desk) = self.desks.get_mut(at.index()) else { return };
        if !desk.finish(ix, token) {
            return;
        }
        if self.comes_back(at, plan) {
            let minutes = self.draw_service(at, plan);
            self.take_up(at, ix, minutes);
            return;
        }
        if self.counts() {
            let since = self.jobs.get(ix as usize).map_or(self.now, |job| job.at_desk);
            self.tally.handled(at, self.now - since);
        }
        match self.judge(at, ix) {
            Judgement::Accepts => self.accept(at, ix),
            Judgement::Rejects => self.reject(at, ix),
        }
        self.work(at);
    }

    /// A desk accepts a request: passes it on, or approves it.
    fn accept(&mut self, at: PositionIx, ix: JobIx) {
        match self.jobs.get_mut(ix as usize) {
            Some(job) if job.stage == Stage::PassesOn => {
                job.passed = Some(at);
                self.bring(ix);
            }
            Some(job) => {
                job.approvals.push(at);
                self.decide_again(ix);
            }
            None => {}
        }
    }

    fn comes_back(&mut self, at: PositionIx, plan: &DeskPlan) -> bool {
        0.0 < plan.rework && self.service_stream(at).is_some_and(|stream| stream.uniform() < plan.rework)
    }

    /// Draws the working minutes that one approval takes, other work included.
    fn draw_service(&mut self, at: PositionIx, plan: &DeskPlan) -> f64 {
        let drawn = self.service_stream(at).map_or(0.0, |stream| plan.service.draw(stream));
        let minutes = (drawn * plan.slowness * self.learning(at)).min(LONGEST);
        if self.counts() {
            self.tally.worked(at, minutes);
        }
        minutes
    }

    fn service_stream(&mut self, at: PositionIx) -> Option<&mut Stream> {
        let Self { plan, streams, desks, .. } = self;
        let desk = desks.get_mut(at.index())?;
        Some(
            desk.stream
                .get_or_insert_with(|| streams.stream(Purpose::Service, plan.org.position_at(at).id())),
        )
    }
}

pub(super) fn desk_plan(plan: &Plan, at: PositionIx) -> Option<&DeskPlan> {
    plan.seats.get(at.index()).map(|seat| &seat.desk)
}

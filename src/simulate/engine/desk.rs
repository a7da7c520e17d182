//! A desk: what waits at it, and what is being worked on.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::simulate::assumptions::QueueOrder;
use crate::simulate::engine::plan::DeskPlan;
use crate::simulate::streams::Stream;

/// The place of a request that waits for an approval.
pub(super) type JobIx = u32;

/// One desk while a year goes by.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// Those that wait: the smallest key first.
    waiting: BinaryHeap<Reverse<(i64, u64, JobIx)>>,
    /// How many have come, for their order.
    came: u64,
    pub(super) working: Vec<Working>,
    /// What was being worked on when everybody went away: the work that is left.
    held: Vec<(JobIx, f64)>,
    pub(super) stream: Option<Stream>,
}

/// A request that is being worked on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Working {
    pub(super) job: JobIx,
    pub(super) done: f64,
    /// Which of the times it was begun this is: an event of an earlier time is void.
    pub(super) token: u32,
}

impl Desk {
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
        self.working.clear();
        self.held.clear();
        self.came = 0;
        self.stream = None;
    }

    /// Returns how many requests are at the desk.
    pub(super) fn len(&self) -> usize {
        self.waiting.len() + self.working.len() + self.held.len()
    }

    /// Puts a request in the queue.
    pub(super) fn push(&mut self, order: QueueOrder, amount: i64, job: JobIx) {
        let key = match order {
            QueueOrder::Arrival => 0,
            QueueOrder::Smallest => amount,
        };
        self.waiting.push(Reverse((key, self.came, job)));
        self.came += 1;
    }

    /// Takes the next request if somebody is free to work on it.
    pub(super) fn next(&mut self, plan: &DeskPlan) -> Option<JobIx> {
        if plan.servers as usize <= self.working.len() + self.held.len() {
            return None;
        }
        self.waiting.pop().map(|Reverse((.., job))| job)
    }

    /// Takes a request off that is done, unless the event is void.
    pub(super) fn finish(&mut self, job: JobIx, token: u32) -> bool {
        let place = self.working.iter().position(|working| working.job == job && working.token == token);
        place.map(|place| self.working.swap_remove(place)).is_some()
    }

    /// Lays down what is being worked on, for everybody goes away.
    pub(super) fn lay_down(&mut self, plan: &DeskPlan, now: f64) {
        let left = |done: f64| (plan.hours.worked(done) - plan.hours.worked(now)).max(0.0);
        self.held.extend(self.working.drain(..).map(|working| (working.job, left(working.done))));
    }

    /// Takes up again what was laid down.
    pub(super) fn hand_over(&mut self) -> Vec<(JobIx, f64)> {
        std::mem::take(&mut self.held)
    }

    /// Empties the desk, for nobody will sit at it for long: those laid down first, then by their turn.
    pub(super) fn empty(&mut self) -> Vec<JobIx> {
        let mut jobs: Vec<JobIx> = self.working.drain(..).map(|working| working.job).collect();
        jobs.extend(self.held.drain(..).map(|(job, _)| job));
        while let Some(Reverse((.., job))) = self.waiting.pop() {
            jobs.push(job);
        }
        jobs
    }
}

//! A year day by day, noted at the end of each day; an ordinary year notes none.
//!
//! Each day is what the tally of the evening has more than that of the evening before, so that days add up to the figures of
//! the year however events are counted.

use crate::org::PositionIx;
use crate::simulate::engine::arrivals::day_start;
use crate::simulate::engine::hours::DAY;
use crate::simulate::engine::plan::Plan;
use crate::simulate::engine::tally::Tally;
use crate::simulate::engine::world::{Presence, World};
use crate::simulate::streams::Replication;

/// What has been counted until an evening, or on one day.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::simulate) struct Counts {
    pub(in crate::simulate) requests: u64,
    pub(in crate::simulate) uncovered: u64,
    pub(in crate::simulate) approved_at_once: u64,
    pub(in crate::simulate) approved_after: u64,
    pub(in crate::simulate) refused: u64,
    pub(in crate::simulate) spent: i128,
}

impl Counts {
    fn of(tally: &Tally) -> Self {
        let mut counts = Self::default();
        for asked in &tally.channels {
            counts.requests += asked.requests;
            counts.uncovered += asked.uncovered;
            counts.approved_at_once += asked.approved_at_once;
            counts.approved_after += asked.approved_after.iter().sum::<u64>();
            counts.refused += asked.refused.iter().sum::<u64>();
            counts.spent += asked.spent;
        }
        counts
    }

    fn since(&self, before: &Self) -> Self {
        Self {
            requests: self.requests - before.requests,
            uncovered: self.uncovered - before.uncovered,
            approved_at_once: self.approved_at_once - before.approved_at_once,
            approved_after: self.approved_after - before.approved_after,
            refused: self.refused - before.refused,
            spent: self.spent - before.spent,
        }
    }
}

/// One day, and how it is in the evening.
#[derive(Debug, Clone, Copy)]
pub(in crate::simulate) struct TracedDay {
    pub(in crate::simulate) counts: Counts,
    /// What is left of all budgets, in minor units.
    pub(in crate::simulate) left: i128,
    pub(in crate::simulate) waiting: u64,
    pub(in crate::simulate) vacant: u64,
    pub(in crate::simulate) away: u64,
    pub(in crate::simulate) uncovered_channels: u64,
}

/// A seat that is from now on as it was not.
#[derive(Debug, Clone, Copy)]
pub(in crate::simulate) struct TracedChange {
    /// Minutes from the beginning of the first day.
    pub(in crate::simulate) at: f64,
    pub(in crate::simulate) seat: PositionIx,
    pub(in crate::simulate) presence: Presence,
}

/// How many requests are at a desk on an evening; none is not noted.
#[derive(Debug, Clone, Copy)]
pub(in crate::simulate) struct TracedDesk {
    pub(in crate::simulate) day: usize,
    pub(in crate::simulate) seat: PositionIx,
    pub(in crate::simulate) waiting: u64,
}

/// A year day by day.
#[derive(Debug, Default)]
pub(in crate::simulate) struct Trace {
    pub(in crate::simulate) days: Vec<TracedDay>,
    /// In the order of time.
    pub(in crate::simulate) changes: Vec<TracedChange>,
    /// In the order of days.
    pub(in crate::simulate) desks: Vec<TracedDesk>,
    counted: Counts,
    budgets: Vec<PositionIx>,
}

impl Trace {
    fn new(plan: &Plan) -> Self {
        let budgets = plan.org.positions().filter(|position| position.budget().is_some());
        Self { budgets: budgets.map(crate::org::Position::ix).collect(), ..Self::default() }
    }
}

impl World<'_> {
    /// Goes through one year as [`run`](Self::run) does, and returns it day by day, the days of the warm-up included.
    pub(in crate::simulate) fn traced(&mut self, streams: Replication) -> Trace {
        self.trace = Some(Box::new(Trace::new(self.plan)));
        self.evening = day_start(1);
        self.run(streams);
        self.evening = f64::INFINITY;
        self.trace.take().map(|trace| *trace).unwrap_or_default()
    }

    /// Notes every evening until a moment.
    pub(super) fn note_evenings(&mut self, until: f64) {
        let Some(mut trace) = self.trace.take() else { return };
        while self.evening <= until && trace.days.len() < self.plan.days.len() {
            self.note_evening(&mut trace);
            self.evening += DAY;
        }
        if self.plan.days.len() <= trace.days.len() {
            self.evening = f64::INFINITY;
        }
        self.trace = Some(trace);
    }

    /// Notes that a seat is from now on as it was not.
    pub(super) fn trace_change(&mut self, seat: PositionIx, presence: Presence) {
        let at = self.now;
        if let Some(trace) = &mut self.trace {
            trace.changes.push(TracedChange { at, seat, presence });
        }
    }

    fn note_evening(&self, trace: &mut Trace) {
        let day = trace.days.len();
        let counted = Counts::of(&self.tally);
        let mut waiting = 0;
        for (place, desk) in self.desks.iter().enumerate() {
            let at_desk = u64::try_from(desk.len()).unwrap_or(u64::MAX);
            if 0 < at_desk {
                trace.desks.push(TracedDesk { day, seat: PositionIx::new(place), waiting: at_desk });
                waiting += at_desk;
            }
        }
        let seats = |presence| count(self.seats.iter().filter(|seat| seat.presence == presence));
        trace.days.push(TracedDay {
            counts: counted.since(&trace.counted),
            left: self.left_of_budgets(&trace.budgets, day),
            waiting,
            vacant: seats(Presence::Vacant),
            away: seats(Presence::Away),
            uncovered_channels: count(self.flows.iter().filter(|flow| flow.present.is_empty())),
        });
        trace.counted = counted;
    }

    fn left_of_budgets(&self, budgets: &[PositionIx], day: usize) -> i128 {
        let Some(day) = self.plan.days.get(day) else { return 0 };
        let positions = budgets.iter().map(|seat| self.plan.org.position_at(*seat));
        positions.map(|position| i128::from(self.ledger.left_of_budget(position, *day))).sum()
    }
}

fn count<T>(of: impl Iterator<Item = T>) -> u64 {
    u64::try_from(of.count()).unwrap_or(u64::MAX)
}

//! What happens in a year, counted.

use crate::authority::{Delivery, Ledger, LedgerError, ReasonCode};
use crate::org::PositionIx;
use crate::ratio::length;
use crate::simulate::engine::judging::Quality;
use crate::simulate::engine::plan::Plan;
use crate::simulate::engine::world::{Ask, Job, Tenure};

/// Why a request is refused in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::simulate) enum Refusal {
    /// No account in force covers the channel, or it is cut from nothing.
    NoAccount,
    /// The money has run out, of the account or of one that it is cut from.
    Exhausted,
    /// Nobody who may approve it is there.
    NobodyThere,
    /// The desk of the approver is full.
    NoRoom,
    /// Whoever may approve it rejects it.
    Rejected,
    /// The file has nobody act in the seat of whoever asks on that day.
    PositionVacant,
    /// Any other reason of the ledger: it can count no further.
    Other,
}

impl Refusal {
    pub(in crate::simulate) const COUNT: usize = Self::Other as usize + 1;

    pub(super) fn of(error: &LedgerError) -> Self {
        let LedgerError::Refused { reasons, .. } = error else { return Self::Other };
        match () {
            () if reasons.contains(ReasonCode::NoAccount) || reasons.contains(ReasonCode::NoFunding) => {
                Self::NoAccount
            }
            () if reasons.contains(ReasonCode::AccountExhausted) => Self::Exhausted,
            () if reasons.contains(ReasonCode::PositionVacant) => Self::PositionVacant,
            () => Self::Other,
        }
    }
}

/// The levels above who asks that are told apart, none and four; those further up count as the last.
const LEVELS: usize = 6;

/// What happened on one channel, or in all.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::simulate) struct Asked {
    pub(in crate::simulate) requests: u64,
    pub(in crate::simulate) approved_at_once: u64,
    /// By how many layers above who asks the last approver was; 0 for one who is not above, and where none was needed in the
    /// end.
    pub(in crate::simulate) approved_after: [u64; LEVELS],
    /// These layers, added up.
    pub(in crate::simulate) levels: u64,
    pub(in crate::simulate) refused: [u64; Refusal::COUNT],
    /// How often somebody judged a request.
    pub(in crate::simulate) evaluations: u64,
    /// Requests that are not worth their money, those of them that were approved, and their amounts.
    pub(in crate::simulate) bad: u64,
    pub(in crate::simulate) bad_approved: u64,
    pub(in crate::simulate) bad_spent: i128,
    /// Requests that are worth their money, and were rejected.
    pub(in crate::simulate) good_rejected: u64,
    pub(in crate::simulate) delivered: Delivered,
    /// Requests that nobody was there to make.
    pub(in crate::simulate) uncovered: u64,
    pub(in crate::simulate) spent: i128,
    /// Minutes in which nobody was there to ask.
    pub(in crate::simulate) nobody_minutes: f64,
    /// The minutes from a request to its approval, of those that were approved after a wait.
    pub(in crate::simulate) waits: Vec<f64>,
}

/// What platforms served apart from what was asked for, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::simulate) struct Delivered {
    pub(in crate::simulate) free: i128,
    pub(in crate::simulate) charged: i128,
    pub(in crate::simulate) credited: i128,
    pub(in crate::simulate) refused: i128,
}

/// What happened to one position.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::simulate) struct Sat {
    pub(in crate::simulate) requests: u64,
    pub(in crate::simulate) approved_at_once: u64,
    /// Of its own requests.
    pub(in crate::simulate) refused: [u64; Refusal::COUNT],
    pub(in crate::simulate) spent: i128,
    /// Requests of others that came to its desk, turned away or not.
    pub(in crate::simulate) came: u64,
    /// Those that were taken up, done, and turned away.
    pub(in crate::simulate) begun: u64,
    pub(in crate::simulate) handled: u64,
    pub(in crate::simulate) turned_away: u64,
    /// Those that were done and rejected.
    pub(in crate::simulate) rejected: u64,
    /// Minutes of working time that approvals took, and minutes that they waited and were at the desk, all added up.
    pub(in crate::simulate) worked: f64,
    pub(in crate::simulate) waited: f64,
    pub(in crate::simulate) at_desk: f64,
    pub(in crate::simulate) away_minutes: f64,
    pub(in crate::simulate) vacant_minutes: f64,
    pub(in crate::simulate) left: u64,
    /// Those who came from outside, from a step below, and from a seat of the same role.
    pub(in crate::simulate) hired: u64,
    pub(in crate::simulate) promoted_into: u64,
    pub(in crate::simulate) moved_across: u64,
    /// Minutes in which somebody held it, and in which whoever was in it was still learning the job.
    pub(in crate::simulate) held_minutes: f64,
    pub(in crate::simulate) onboarding_minutes: f64,
}

/// What happened in a year, from the end of the warm-up on.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::simulate) struct Tally {
    /// By source.
    pub(in crate::simulate) channels: Vec<Asked>,
    /// By position.
    pub(in crate::simulate) positions: Vec<Sat>,
    /// Requests that were at a desk at the end.
    pub(in crate::simulate) still_waiting: u64,
    /// Requests that were at a desk half-way, in whole weeks from the end; no number where the days are too few.
    pub(in crate::simulate) waiting_halfway: f64,
    /// What of all budgets was not spent, in minor units, at the end of the last day.
    pub(in crate::simulate) idle: i128,
}

impl Asked {
    fn spend(&mut self, ask: &Ask) {
        let minor = i128::from(ask.amount.minor());
        self.spent += minor;
        if ask.quality == Quality::Bad {
            self.bad_approved += 1;
            self.bad_spent += minor;
        }
    }
}

impl Tally {
    pub(super) fn new(plan: &Plan) -> Self {
        Self {
            channels: plan.sources.iter().map(|_| Asked::default()).collect(),
            positions: plan.seats.iter().map(|_| Sat::default()).collect(),
            still_waiting: 0,
            waiting_halfway: f64::NAN,
            idle: 0,
        }
    }

    pub(super) fn clear(&mut self) {
        for channel in &mut self.channels {
            // Room that was made stays.
            let mut waits = std::mem::take(&mut channel.waits);
            waits.clear();
            *channel = Asked { waits, ..Asked::default() };
        }
        self.positions.fill(Sat::default());
        (self.still_waiting, self.idle, self.waiting_halfway) = (0, 0, f64::NAN);
    }

    fn channel(&mut self, source: usize, count: impl FnOnce(&mut Asked)) {
        self.channels.get_mut(source).map(count);
    }

    fn position(&mut self, of: PositionIx, count: impl FnOnce(&mut Sat)) {
        self.positions.get_mut(of.index()).map(count);
    }

    pub(super) fn asked(&mut self, ask: &Ask) {
        self.channel(ask.source, |channel| {
            channel.requests += 1;
            if ask.quality == Quality::Bad {
                channel.bad += 1;
            }
        });
        self.position(ask.asker, |position| position.requests += 1);
    }

    pub(super) fn uncovered(&mut self, source: usize) {
        self.channel(source, |channel| channel.uncovered += 1);
    }

    pub(super) fn approved_at_once(&mut self, ask: &Ask) {
        let minor = i128::from(ask.amount.minor());
        self.channel(ask.source, |channel| {
            channel.approved_at_once += 1;
            channel.spend(ask);
        });
        self.position(ask.asker, |position| {
            position.approved_at_once += 1;
            position.spent += minor;
        });
    }

    pub(super) fn approved_after(&mut self, job: &Job, now: f64, level: usize) {
        let minor = i128::from(job.amount.minor());
        self.channel(job.source, |channel| {
            if let Some(count) = channel.approved_after.get_mut(level.min(LEVELS - 1)) {
                *count += 1;
            }
            channel.levels += u64::try_from(level).unwrap_or(u64::MAX);
            channel.waits.push(now - job.arrived);
            channel.spend(&job.ask());
        });
        self.position(job.asker, |position| position.spent += minor);
    }

    pub(super) fn refused(&mut self, ask: &Ask, why: Refusal) {
        let count = |refused: &mut [u64; Refusal::COUNT]| {
            if let Some(count) = refused.get_mut(why as usize) {
                *count += 1;
            }
        };
        self.channel(ask.source, |channel| {
            count(&mut channel.refused);
            if why == Refusal::Rejected && ask.quality == Quality::Good {
                channel.good_rejected += 1;
            }
        });
        self.position(ask.asker, |position| count(&mut position.refused));
    }

    pub(super) fn judged(&mut self, source: usize, times: u32) {
        self.channel(source, |channel| channel.evaluations += u64::from(times));
    }

    pub(super) fn rejected(&mut self, at: PositionIx) {
        self.position(at, |desk| desk.rejected += 1);
    }

    pub(super) fn delivered(&mut self, ask: &Ask, delivery: Delivery) {
        let Delivery { free, charged, credited, refused } = delivery;
        let more = i128::from(charged) - i128::from(free);
        self.channel(ask.source, |channel| {
            channel.spent += more;
            channel.delivered.free += i128::from(free);
            channel.delivered.charged += i128::from(charged);
            channel.delivered.credited += i128::from(credited);
            channel.delivered.refused += i128::from(refused);
        });
        self.position(ask.asker, |position| position.spent += more);
    }

    pub(super) fn nobody_asks(&mut self, source: usize, minutes: f64) {
        self.channel(source, |channel| channel.nobody_minutes += minutes);
    }

    pub(super) fn came(&mut self, at: PositionIx) {
        self.position(at, |desk| desk.came += 1);
    }

    pub(super) fn begun(&mut self, at: PositionIx, waited: f64) {
        self.position(at, |desk| {
            desk.begun += 1;
            desk.waited += waited;
        });
    }

    pub(super) fn worked(&mut self, at: PositionIx, minutes: f64) {
        self.position(at, |desk| desk.worked += minutes);
    }

    pub(super) fn handled(&mut self, at: PositionIx, minutes: f64) {
        self.position(at, |desk| {
            desk.handled += 1;
            desk.at_desk += minutes;
        });
    }

    pub(super) fn turned_away(&mut self, at: PositionIx) {
        self.position(at, |desk| desk.turned_away += 1);
    }

    pub(super) fn away(&mut self, of: PositionIx, minutes: f64) {
        self.position(of, |position| position.away_minutes += minutes);
    }

    pub(super) fn vacant(&mut self, of: PositionIx, minutes: f64) {
        self.position(of, |position| position.vacant_minutes += minutes);
    }

    pub(super) fn left(&mut self, of: PositionIx) {
        self.position(of, |position| position.left += 1);
    }

    pub(super) fn hired(&mut self, into: PositionIx) {
        self.position(into, |position| position.hired += 1);
    }

    pub(super) fn promoted_into(&mut self, into: PositionIx) {
        self.position(into, |position| position.promoted_into += 1);
    }

    pub(super) fn moved_across(&mut self, into: PositionIx) {
        self.position(into, |position| position.moved_across += 1);
    }

    /// Somebody was in a seat for so many minutes, in so many of which they were learning.
    pub(super) fn sat(&mut self, of: PositionIx, tenure: Tenure, minutes: f64, learning: f64) {
        self.position(of, |position| {
            position.onboarding_minutes += learning;
            if tenure == Tenure::Holds {
                position.held_minutes += minutes;
            }
        });
    }

    pub(super) fn halfway(&mut self, requests: usize) {
        self.waiting_halfway = length(requests);
    }

    pub(super) fn still_waiting(&mut self, requests: usize) {
        self.still_waiting += u64::try_from(requests).unwrap_or(u64::MAX);
    }

    /// Counts what of the budgets is left.
    pub(super) fn money(&mut self, plan: &Plan, ledger: &Ledger) {
        let Some(last) = plan.days.last() else { return };
        for position in plan.org.positions().filter(|position| position.budget().is_some()) {
            let left = ledger.left_of_budget(position, *last);
            self.idle += i128::from(left);
        }
    }
}

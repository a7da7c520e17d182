//! Somebody asks to spend: decided at once by the ledger, or brought to a desk.

use crate::authority::{LedgerError, Request, Verdict};
use crate::money::Money;
use crate::org::{Position, PositionIx};
use crate::simulate::assumptions::Route;
use crate::simulate::engine::desk::JobIx;
use crate::simulate::engine::judging::Quality;
use crate::simulate::engine::plan::Source;
use crate::simulate::engine::tally::Refusal;
use crate::simulate::engine::world::{Ask, Flow, Job, Stage, World};

impl World<'_> {
    /// A request comes at a source.
    pub(super) fn arrive(&mut self, source: usize) {
        let Some(plan) = self.plan.sources.get(source) else { return };
        let Some(flow) = self.flows.get_mut(source) else { return };
        // Drawn whether anybody is there to ask or not, so that the same requests come in every design.
        let amount = plan.amount.draw(&mut flow.amounts);
        let who = flow.amounts.uniform();
        let (number, quality, multiple) = flow.luck(plan);
        let next = flow.arrivals.next(&plan.pattern, &mut flow.times);
        let asker = pick(&flow.present, who).and_then(|place| plan.askers.get(place)).copied();
        if let Some(slot) = self.next.get_mut(source) {
            *slot = next;
        }
        let counts = self.counts();
        let Some((asker, unit)) = asker else {
            if counts {
                self.tally.uncovered(source);
            }
            return;
        };
        let ask = Ask { source, asker, amount: money(amount * unit), quality };
        if counts {
            self.tally.asked(&ask);
        }
        let Some(day) = self.today() else { return };
        let request = Request::new(asker, plan.channel, ask.amount, day.date);
        match self.ledger.spend(&request, day) {
            Ok(()) => {
                if counts {
                    self.tally.approved_at_once(&ask);
                }
                if let Some(multiple) = multiple {
                    self.deliver(ask, multiple);
                }
            }
            Err(LedgerError::Refused { verdict: Verdict::NeedsApproval, .. }) => {
                let job = self.keep(Job::new(ask, (number, multiple), self.now));
                self.bring(job);
            }
            Err(error) => {
                if counts {
                    self.tally.refused(&ask, Refusal::of(&error));
                }
            }
        }
    }

    /// Decides a request again, with the approvals that it has by now.
    pub(super) fn decide_again(&mut self, ix: JobIx) {
        let (Some(day), Some(job)) = (self.today(), self.jobs.get(ix as usize)) else { return };
        let Some(source) = self.plan.sources.get(job.source) else { return };
        let request = Request::new(job.asker, source.channel, job.amount, day.date);
        match self.ledger.spend(&request.approved_by(&job.approvals), day) {
            Ok(()) => {
                let level = job.approvals.last().map_or(0, |last| self.level(job.asker, *last));
                if self.counts() {
                    self.tally.approved_after(job, self.now, level);
                }
                if let (ask, Some(multiple)) = (job.ask(), job.multiple) {
                    self.deliver(ask, multiple);
                }
                self.drop_job(ix);
            }
            Err(LedgerError::Refused { verdict: Verdict::NeedsApproval, .. }) => self.bring(ix),
            Err(error) => self.refuse(ix, Refusal::of(&error)),
        }
    }

    /// Brings a request to the desk of the nearest approver who is there and has not rejected it.
    ///
    /// Where none is needed any more, for a limit of another day counts by now, or none helps, it is decided again; but what
    /// somebody rejected is not spent without somebody who accepts it.
    pub(super) fn bring(&mut self, ix: JobIx) {
        let (Some(day), Some(job)) = (self.today(), self.jobs.get(ix as usize)) else { return };
        let Some(source) = self.plan.sources.get(job.source) else { return };
        let request = Request::new(job.asker, source.channel, job.amount, day.date);
        let request = request.approved_by(&job.approvals);
        let decision = self.ledger.decide(&request);
        if decision.verdict() != Verdict::NeedsApproval && job.rejections.is_empty() {
            return self.decide_again(ix);
        }
        let seats = decision.approvers().filter_map(|step| {
            let approver = step.may_approve()?;
            if self.has_rejected(&job.rejections, approver.person) {
                return None;
            }
            Some(approver.stands_in_from.unwrap_or(step.position).ix())
        });
        let desk = seats.filter(|seat| !job.approvals.contains(seat)).find(|seat| self.is_present(*seat));
        let Some(approver) = desk else {
            let rejected = !job.rejections.is_empty();
            return self.refuse(ix, if rejected { Refusal::Rejected } else { Refusal::NobodyThere });
        };
        let on_the_way = match self.plan.route {
            Route::Direct => None,
            Route::ThroughTheLine => self.next_on_the_line(job.asker, job.passed, approver),
        };
        let stage = if on_the_way.is_some() { Stage::PassesOn } else { Stage::Approves };
        if let Some(job) = self.jobs.get_mut(ix as usize) {
            job.stage = stage;
        }
        self.queue(ix, on_the_way.unwrap_or(approver));
    }

    /// Returns the next seat of the line above who asks in which somebody is, below the approver and above who passed it on.
    fn next_on_the_line(
        &self,
        asker: PositionIx,
        passed: Option<PositionIx>,
        approver: PositionIx,
    ) -> Option<PositionIx> {
        let chain = || self.plan.org.position_at(asker).chain().map(Position::ix);
        let at = |seat: PositionIx| chain().position(|above| above == seat);
        let (from, until) = (passed.and_then(at).map_or(0, |place| place + 1), at(approver)?);
        chain().take(until).skip(from).find(|seat| self.is_present(*seat))
    }

    pub(super) fn refuse(&mut self, ix: JobIx, why: Refusal) {
        if let Some(job) = self.jobs.get(ix as usize).filter(|_| self.counts()) {
            self.tally.refused(&job.ask(), why);
        }
        self.drop_job(ix);
    }

    /// Returns how many layers an approver is above who asks; 0 for one who is not above.
    fn level(&self, asker: PositionIx, approver: PositionIx) -> usize {
        let chain = self.plan.org.position_at(asker).chain();
        chain.zip(1..).find(|(seat, _)| seat.ix() == approver).map_or(0, |(_, level)| level)
    }

    fn keep(&mut self, job: Job) -> JobIx {
        if let Some(ix) = self.free.pop() {
            if let Some(slot) = self.jobs.get_mut(ix as usize) {
                *slot = job;
            }
            return ix;
        }
        self.jobs.push(job);
        u32::try_from(self.jobs.len() - 1).unwrap_or(u32::MAX)
    }

    fn drop_job(&mut self, ix: JobIx) {
        self.free.push(ix);
    }
}

impl Flow {
    /// Returns the number of the request that comes, whether it is worth its money, and what will be served of it.
    fn luck(&mut self, plan: &Source) -> (u64, Quality, Option<f64>) {
        self.number += 1;
        (self.number, self.quality(plan), self.multiple(plan))
    }

    fn quality(&mut self, plan: &Source) -> Quality {
        let is_bad = self.qualities.as_mut().is_some_and(|stream| stream.uniform() < plan.bad_share);
        if is_bad { Quality::Bad } else { Quality::Good }
    }

    fn multiple(&mut self, plan: &Source) -> Option<f64> {
        Some(plan.delivery.as_ref()?.draw(self.deliveries.as_deref_mut()?))
    }
}

/// Picks one of a list, each as likely as another.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a short list"
)]
fn pick(places: &[usize], share: f64) -> Option<usize> {
    places.get((share * places.len() as f64) as usize).copied()
}

/// Returns a drawn amount in whole minor units: at least one.
#[expect(clippy::cast_possible_truncation, reason = "a cast stops at the ends")]
fn money(minor: f64) -> Money {
    Money::from_minor((minor.round() as i64).max(1))
}

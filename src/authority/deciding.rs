//! From a request to a verdict: the tests, and the approvals against them.

use super::decision::Decision;
use super::error::LedgerError;
use super::funds::AccountIx;
use super::judge::{self, Ask, Judgement};
use super::ledger::Ledger;
use super::path::End;
use super::reason::{ReasonCode, Reasons, Verdict};
use super::request::{Approvals, Named, Request};
use super::route::{Asked, Counted};
use crate::calendar::{Date, Day};
use crate::money::Money;
use crate::org::{ChannelIx, PositionIx};

impl Ledger {
    /// Decides whether a position may spend an amount on a channel on a day, and if not, who may say yes.
    ///
    /// Runs its tests in a fixed order: the position is known, held and assigned the channel; an account in force
    /// covers the channel; limits per transaction, day, week and month of every account on the funding path; money
    /// left on each; dual control. At a limit is allowed, above is not; what is not found is not allowed. A limit
    /// or dual control needs approval, anything else is denied whoever approves (S13).
    ///
    /// Changes nothing, answers every request, and takes O(accounts on the funding path) without allocating
    /// memory when it approves; see [`Decision`] for why.
    #[must_use]
    pub fn decide<'l>(&'l self, request: &Request<'l>) -> Decision<'l> {
        let judgement = self.judge(request, self.funds.day(request.date));
        let (verdict, counted) = self.verdict(request, &judgement);
        Decision::new(self, *request, judgement, verdict, counted)
    }

    /// Runs the tests on a request, whose day has these numbers.
    pub(super) fn judge(&self, request: &Request<'_>, day: Day) -> Judgement {
        if request.currency.is_some_and(|currency| currency != self.org().currency()) {
            return Judgement::refused(ReasonCode::ForeignCurrency);
        }
        match self.ask(request, day) {
            Ok(ask) => judge::judge(&self.funds, &self.balances, &ask),
            Err(reason) => {
                let mut reasons = Reasons::from(reason);
                if request.amount <= Money::ZERO {
                    reasons.add(ReasonCode::AmountNotPositive);
                }
                Judgement::refused(reasons)
            }
        }
    }

    /// Returns what a request asks, if it names things that there are.
    pub(super) fn ask(&self, request: &Request<'_>, day: Day) -> Result<Ask, ReasonCode> {
        let Named::Known(position) = request.position else { return Err(ReasonCode::UnknownPosition) };
        let Named::Known(channel) = request.channel else { return Err(ReasonCode::UnknownChannel) };
        if self.org().position_count() <= position.index() {
            return Err(ReasonCode::UnknownPosition);
        }
        if self.org().channels().len() <= channel.index() {
            return Err(ReasonCode::UnknownChannel);
        }
        let amount = request.amount.minor();
        Ok(Ask { position, channel, day, amount, extra: amount })
    }

    /// Returns what becomes of a request, and the approvals that count.
    fn verdict<'l>(&'l self, request: &Request<'l>, judgement: &Judgement) -> (Verdict, Counted<'l>) {
        let (Named::Known(position), Named::Known(channel)) = (request.position, request.channel) else {
            return (Verdict::Denied, Counted::default());
        };
        self.weigh(judgement, (position, channel), request.amount, request.date, request.approvals)
    }

    /// Weighs what the tests found against the approvals.
    pub(super) fn weigh<'l>(
        &'l self,
        judgement: &Judgement,
        (position, channel): (PositionIx, ChannelIx),
        amount: Money,
        date: Date,
        approvals: Approvals<'_>,
    ) -> (Verdict, Counted<'l>) {
        if judgement.reasons.is_empty() {
            return (Verdict::Approved, Counted::default());
        }
        if !judgement.reasons.are_overridable() {
            return (Verdict::Denied, Counted::default());
        }
        let asked = self.asked(judgement, (position, channel), amount, date);
        let counted = match asked {
            Some(asked) if !approvals.is_empty() => asked.count(approvals),
            _ => Counted::default(),
        };
        let enough = judgement.approvals_needed() <= counted.len();
        (if enough { Verdict::Approved } else { Verdict::NeedsApproval }, counted)
    }

    /// Returns what approvers are asked, where an approval helps.
    pub(super) fn asked(
        &self,
        judgement: &Judgement,
        (position, channel): (PositionIx, ChannelIx),
        amount: Money,
        date: Date,
    ) -> Option<Asked<'_>> {
        let base = self.funds.view(judgement.base()?)?;
        let org = self.org();
        let (asker, channel) = (org.position_at(position), org.channel_at(channel));
        Some(Asked { org, base, asker, channel, amount, date })
    }

    /// Returns the account to charge, if the request is approved.
    pub(super) fn approved_leaf(
        &self,
        request: &Request<'_>,
        judgement: &Judgement,
    ) -> Result<AccountIx, LedgerError> {
        match (self.verdict(request, judgement).0, judgement.leaf) {
            (Verdict::Approved, Some(leaf)) => Ok(leaf),
            (verdict, _) => Err(LedgerError::Refused { verdict, reasons: judgement.reasons }),
        }
    }

    /// Returns the account to charge, if there is one with a budget at the end of its path.
    pub(super) fn placed_leaf(
        &self,
        request: &Request<'_>,
        judgement: &Judgement,
        day: Day,
    ) -> Result<AccountIx, LedgerError> {
        let Ok(ask) = self.ask(request, day) else { return Err(judgement.denied()) };
        if ask.amount <= 0 || judgement.reasons.contains(ReasonCode::ForeignCurrency) {
            return Err(judgement.denied());
        }
        let leaf = judgement.leaf.or_else(|| self.funds.account_for(ask.position, ask.channel, ask.day));
        let leaf = leaf.ok_or_else(|| Judgement::refused(ReasonCode::NoAccount).denied())?;
        let mut path = self.funds.path(leaf, ask.day);
        if path.by_ref().count() != 0 && path.end() == Some(End::Budget) {
            return Ok(leaf);
        }
        Err(Judgement::refused(ReasonCode::NoFunding).denied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authority::TestKind;
    use crate::testing::{org, today};

    #[test]
    fn an_amount_that_is_none_fails_its_test_whatever_else_is_unknown() {
        let ledger = Ledger::new(org(|_| {}));
        let decision = ledger.decide(&ledger.request("a", "b", Money::from_minor(-5), today()));
        let failed = |kind| decision.tests().into_iter().find(|test| test.kind == kind)?.failed;
        assert_eq!(failed(TestKind::Amount), Some(ReasonCode::AmountNotPositive));
        assert_eq!(failed(TestKind::Position), Some(ReasonCode::UnknownPosition));
    }
}

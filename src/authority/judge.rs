//! The tests of a decision, in their fixed order, run as one walk up the funding path.

use super::balances::Balances;
use super::error::LedgerError;
use super::funds::{AccountIx, Funds};
use super::path::End;
use super::reason::{ReasonCode, Reasons, Verdict};
use super::rows::UNLIMITED;
use crate::calendar::Day;
use crate::org::{ChannelIx, PositionIx};

/// What is to be tested.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask {
    pub(super) position: PositionIx,
    pub(super) channel: ChannelIx,
    pub(super) day: Day,
    /// The whole amount.
    pub(super) amount: i64,
    /// What of it is not charged yet: all of a request, and what a settlement adds to its reservation.
    pub(super) extra: i64,
}

/// What the tests found.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Judgement {
    pub(super) reasons: Reasons,
    /// The account that the spend is charged to.
    pub(super) leaf: Option<AccountIx>,
    /// The highest account with a limit that is exceeded.
    pub(super) highest: Option<AccountIx>,
}

impl Judgement {
    /// Finds a reason before there is an account.
    pub(super) fn refused(reasons: impl Into<Reasons>) -> Self {
        Self { reasons: reasons.into(), leaf: None, highest: None }
    }

    /// Returns the error of what cannot be placed at all.
    pub(super) fn denied(&self) -> LedgerError {
        LedgerError::Refused { verdict: Verdict::Denied, reasons: self.reasons }
    }

    /// Returns the account whose holder's superiors may approve: the highest that fails, else the one charged.
    pub(super) fn base(&self) -> Option<AccountIx> {
        self.highest.or(self.leaf)
    }

    /// Returns how many different people must approve; none if no approval helps, or none is needed.
    pub(super) fn approvals_needed(&self) -> usize {
        if self.reasons.is_empty() || !self.reasons.are_overridable() {
            return 0;
        }
        if self.reasons.contains(ReasonCode::DualControl) { 2 } else { 1 }
    }
}

/// Tests a spend by a position that there is, on a channel that there is.
pub(super) fn judge(funds: &Funds, balances: &Balances, ask: &Ask) -> Judgement {
    let mut reasons = standing(funds, ask);
    if ask.amount <= 0 {
        reasons.add(ReasonCode::AmountNotPositive);
    }
    if !reasons.is_empty() {
        return Judgement::refused(reasons);
    }
    match funds.account_for(ask.position, ask.channel, ask.day) {
        Some(leaf) => judge_account(funds, balances, ask, leaf),
        None => Judgement::refused(ReasonCode::NoAccount),
    }
}

/// Runs the tests from the account on: limits, money, dual control.
pub(super) fn judge_account(funds: &Funds, balances: &Balances, ask: &Ask, leaf: AccountIx) -> Judgement {
    let mut found = Judgement { leaf: Some(leaf), ..Judgement::default() };
    let mut path = funds.path(leaf, ask.day);
    for (account, row) in path.by_ref() {
        let held = balances.windows(account, ask.day);
        let over = [
            (row.transaction < ask.amount, ReasonCode::TransactionLimit),
            (is_over(row.day, held.day, ask.extra), ReasonCode::DayLimit),
            (is_over(row.week, held.week, ask.extra), ReasonCode::WeekLimit),
            (is_over(row.month, held.month, ask.extra), ReasonCode::MonthLimit),
        ];
        for (over, code) in over {
            if over {
                found.reasons.add(code);
                found.highest = Some(account);
            }
        }
        let year = balances.year(account, ask.day.fiscal_year);
        // What an account holds can be counted, so that only a difference below zero can be out of range.
        if row.amount.saturating_add(year.moved).saturating_sub(year.committed) < ask.extra {
            found.reasons.add(ReasonCode::AccountExhausted);
        }
    }
    if path.end() != Some(End::Budget) {
        return Judgement { reasons: ReasonCode::NoFunding.into(), leaf: Some(leaf), highest: None };
    }
    if funds.dual_control_above() < ask.amount {
        found.reasons.add(ReasonCode::DualControl);
    }
    found
}

/// Tests that the position is held and assigned the channel.
fn standing(funds: &Funds, ask: &Ask) -> Reasons {
    let mut reasons = Reasons::NONE;
    if !funds.is_occupied(ask.position, ask.day.date) {
        reasons.add(ReasonCode::PositionVacant);
    }
    if !funds.is_assigned(ask.position, ask.channel) {
        reasons.add(ReasonCode::ChannelNotAssigned);
    }
    reasons
}

/// Returns whether a window would hold more than its limit.
fn is_over(limit: i64, held: u64, extra: i64) -> bool {
    limit != UNLIMITED
        && u64::try_from(limit).unwrap_or(0) < held.saturating_add(u64::try_from(extra).unwrap_or(0))
}

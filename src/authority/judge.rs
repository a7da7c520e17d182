//! The tests of a decision, in their fixed order, run as one walk up the funding path.

use super::balances::{Balances, Windows};
use super::error::LedgerError;
use super::funds::{AccountIx, Funds};
use super::path::End;
use super::reason::{ReasonCode, Reasons, Verdict};
use super::rows::Row;
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
    // Both are above zero here.
    let (amount, extra) = (ask.amount.cast_unsigned(), ask.extra.cast_unsigned());
    let mut path = funds.path(leaf, ask.day);
    for (account, row) in path.by_ref() {
        let held = balances.windows(account, ask.day);
        if row.is_exceeded(amount, held, extra) {
            found.highest = Some(account);
            add_exceeded(&mut found.reasons, row, held, (amount, extra));
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

/// Adds the limits of an account that a spend is above.
#[cold]
fn add_exceeded(reasons: &mut Reasons, row: &Row, held: Windows, (amount, extra): (u64, u64)) {
    let tests = [
        (row.transaction, amount, ReasonCode::TransactionLimit),
        (row.day, held.day.saturating_add(extra), ReasonCode::DayLimit),
        (row.week, held.week.saturating_add(extra), ReasonCode::WeekLimit),
        (row.month, held.month.saturating_add(extra), ReasonCode::MonthLimit),
    ];
    for (limit, asked, code) in tests {
        if limit < asked {
            reasons.add(code);
        }
    }
}

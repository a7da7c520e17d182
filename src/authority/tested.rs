//! What a decision tests, each with its figures.

use super::reason::ReasonCode;
use crate::money::Money;
use crate::org::Account;
use crate::words::word_enum;

word_enum! {
    /// What a test looks at.
    pub enum TestKind ("test") {
        /// That the amount is one: above zero, in the org's currency.
        Amount = "amount",
        /// That the position is known and held.
        Position = "position",
        /// That the channel is known and the position is assigned it.
        Channel = "channel",
        /// That an account in force covers the channel, on a path that begins at a budget.
        Account = "account",
        /// The limit per transaction of one account.
        Transaction = "transaction",
        /// The limit per day of one account.
        Day = "day",
        /// The limit per week of one account.
        Week = "week",
        /// The limit per month of one account.
        Month = "month",
        /// The money left on one account in the fiscal year.
        Money = "money",
        /// The amount above which two people must approve.
        DualControl = "dual-control",
    }
}

/// One test of a decision, with its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Test<'l> {
    /// What it looks at.
    pub kind: TestKind,
    /// Why it failed; none if it passed.
    pub failed: Option<ReasonCode>,
    /// The account that it is about.
    pub account: Option<Account<'l>>,
    /// The amounts that it compares the request with.
    pub figures: Option<Figures>,
    /// Of an account without enough money: the nearest account above from which enough could be transferred.
    pub transfer_from: Option<Account<'l>>,
}

/// What a limit or an account holds before the request, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figures {
    /// The most there may be; of an account, its amount with what was moved to it and away from it.
    pub limit: Money,
    /// What is spent.
    pub used: Money,
    /// What is set aside and not spent yet.
    pub reserved: Money,
    /// What is left; below zero if more is used than there may be.
    pub remaining: Money,
}

impl Test<'_> {
    pub(super) fn of(kind: TestKind, failed: Option<ReasonCode>) -> Self {
        Self { kind, failed, account: None, figures: None, transfer_from: None }
    }
}

impl Figures {
    /// Makes the figures of what is committed, a part of which is reserved.
    pub(super) fn of(limit: Money, committed: i128, reserved: i128) -> Self {
        let money = |minor: i128| {
            let clamped = minor.clamp(i128::from(i64::MIN), i128::from(i64::MAX));
            Money::from_minor(i64::try_from(clamped).unwrap_or_default())
        };
        Self {
            limit,
            used: money(committed - reserved),
            reserved: money(reserved),
            remaining: money(i128::from(limit.minor()) - committed),
        }
    }
}

//! What does not change about an account.

use super::balances::Windows;
use crate::calendar::{Day, Interval, Window, day_number};
use crate::money::Money;
use crate::org::{Delegation, Position};

/// Nothing in a place for a number.
pub(super) const NONE: u32 = u32::MAX;
/// No limit: more than any window can hold, which may reach over two fiscal years.
pub(super) const UNLIMITED: u64 = u64::MAX;

/// What does not change about an account, in one line of the cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(super) struct Row {
    pub(super) amount: i64,
    pub(super) transaction: u64,
    pub(super) day: u64,
    pub(super) week: u64,
    pub(super) month: u64,
    pub(super) from: i32,
    pub(super) until: i32,
    pub(super) channel: u32,
    /// The account that this one is cut from, [`NONE`] or [`VARIES`].
    pub(super) parent: u32,
    /// The position that may spend from it.
    pub(super) holder: u32,
    /// The delegation; [`NONE`] for a budget.
    pub(super) delegation: u32,
}

impl Row {
    pub(super) fn is_in_force(&self, day: Day) -> bool {
        self.from <= day.number && day.number < self.until
    }

    /// Returns whether a spend of an amount, which adds something to windows that hold so much, is above a limit.
    pub(super) fn is_exceeded(&self, amount: u64, held: Windows, extra: u64) -> bool {
        self.transaction < amount
            || self.day < held.day.saturating_add(extra)
            || self.week < held.week.saturating_add(extra)
            || self.month < held.month.saturating_add(extra)
    }

    /// Returns the limit of one window, if there is one.
    pub(super) fn limit(&self, window: Window) -> Option<Money> {
        let limit = match window {
            Window::Transaction => self.transaction,
            Window::Day => self.day,
            Window::Week => self.week,
            Window::Month => self.month,
        };
        (limit != UNLIMITED).then_some(Money::from_minor(limit.cast_signed()))
    }
}

pub(super) fn delegation_row(delegation: Delegation<'_>) -> Row {
    let limits = delegation.limits();
    // A limit is never below zero.
    let minor = |limit: Option<Money>| limit.map_or(UNLIMITED, |limit| limit.minor().cast_unsigned());
    let (from, until) = numbers(delegation.valid());
    Row {
        amount: delegation.amount().minor(),
        transaction: minor(limits.transaction),
        day: minor(limits.day),
        week: minor(limits.week),
        month: minor(limits.month),
        from,
        until,
        channel: delegation.channel().map_or(NONE, |channel| small(channel.ix().index())),
        parent: NONE,
        holder: small(delegation.to().ix().index()),
        delegation: small(delegation.ix().index()),
    }
}

pub(super) fn budget_row(position: Position<'_>, budget: Money) -> Row {
    Row {
        amount: budget.minor(),
        transaction: UNLIMITED,
        day: UNLIMITED,
        week: UNLIMITED,
        month: UNLIMITED,
        from: i32::MIN,
        until: i32::MAX,
        channel: NONE,
        parent: NONE,
        holder: small(position.ix().index()),
        delegation: NONE,
    }
}

/// Returns the numbers of the first day of an interval and of the day after the last.
fn numbers(interval: Interval) -> (i32, i32) {
    (interval.from().map_or(i32::MIN, day_number), interval.until().map_or(i32::MAX, day_number))
}

/// Returns an index as rows hold it.
pub(super) fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

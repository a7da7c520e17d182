//! What does not change about an account.

use crate::calendar::{Day, Interval, Window, day_number};
use crate::money::Money;
use crate::org::{Delegation, Position};

/// Nothing in a place for a number.
pub(super) const NONE: u32 = u32::MAX;
/// No limit: amounts that reach it cannot be held.
pub(super) const UNLIMITED: i64 = i64::MAX;

/// What does not change about an account, in one line of the cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(super) struct Row {
    pub(super) amount: i64,
    pub(super) transaction: i64,
    pub(super) day: i64,
    pub(super) week: i64,
    pub(super) month: i64,
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

    /// Returns the limit of one window, if there is one.
    pub(super) fn limit(&self, window: Window) -> Option<i64> {
        let limit = match window {
            Window::Transaction => self.transaction,
            Window::Day => self.day,
            Window::Week => self.week,
            Window::Month => self.month,
        };
        (limit != UNLIMITED).then_some(limit)
    }
}

pub(super) fn delegation_row(delegation: Delegation<'_>) -> Row {
    let limits = delegation.limits();
    let minor = |limit: Option<Money>| limit.map_or(UNLIMITED, Money::minor);
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

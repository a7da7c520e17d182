//! What has been charged to each account: by fiscal year, and by day for the windows.

use std::ops::Range;

use hashbrown::HashMap;

use super::days::{Chain, Days};
use super::funds::AccountIx;
use crate::calendar::Day;

/// The balances of all accounts.
#[derive(Debug, Clone, Default)]
pub(super) struct Balances {
    current: Vec<Current>,
    /// The days before the latest one of each account.
    closed: Days,
    /// The fiscal years of an account other than its current one.
    years: HashMap<(AccountIx, i32), Year>,
}

/// What counts in one fiscal year of an account, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Year {
    /// Settled, and reserved but not settled yet.
    pub(super) committed: i64,
    /// Reserved but not settled yet.
    pub(super) reserved: i64,
    /// Moved here by transfers and carry-over, less what was moved away.
    pub(super) moved: i64,
}

/// The latest day on which an account was charged, in one line of the cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Current {
    year: Year,
    of_day: u64,
    of_week: u64,
    of_month: u64,
    day: i32,
    fiscal_year: i32,
    closed: Chain,
}

/// No day yet: before every day, and in no fiscal year.
const NEVER: i32 = i32::MIN;

/// What windows hold on a day, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Windows {
    pub(super) day: u64,
    pub(super) week: u64,
    pub(super) month: u64,
}

/// A change to one account on one day; both amounts may be below zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct Charge {
    pub(super) committed: i64,
    pub(super) reserved: i64,
}

impl Balances {
    pub(super) fn new(accounts: usize) -> Self {
        Self { current: vec![Current::NEW; accounts], closed: Days::default(), years: HashMap::new() }
    }

    /// Returns the fiscal year of an account in which a day lies.
    pub(super) fn year(&self, account: AccountIx, fiscal_year: i32) -> Year {
        match self.current.get(account.index()) {
            Some(current) if current.fiscal_year == fiscal_year => current.year,
            _ if self.years.is_empty() => Year::default(),
            _ => self.years.get(&(account, fiscal_year)).copied().unwrap_or_default(),
        }
    }

    /// Returns what the windows that hold a day hold already.
    pub(super) fn windows(&self, account: AccountIx, day: Day) -> Windows {
        let Some(current) = self.current.get(account.index()) else { return Windows::default() };
        if current.day == day.number {
            return Windows { day: current.of_day, week: current.of_week, month: current.of_month };
        }
        if current.day < day.number {
            return Windows {
                day: 0,
                week: if day.week_start <= current.day { current.of_week } else { 0 },
                month: if day.month_start <= current.day { current.of_month } else { 0 },
            };
        }
        Windows {
            day: self.committed_in(account, day.number..day.number + 1),
            week: self.committed_in(account, day.week_start..day.week_start + 7),
            month: self.committed_in(account, day.month_start..month_end(day)),
        }
    }

    /// Returns what is committed on the days in a range. Costs O(days of the account since the range begins).
    pub(super) fn committed_in(&self, account: AccountIx, days: Range<i32>) -> u64 {
        let Some(current) = self.current.get(account.index()) else { return 0 };
        let latest = if days.contains(&current.day) { current.of_day } else { 0 };
        self.closed.sum(current.closed, days).saturating_add(latest)
    }

    /// Returns whether a charge fits into the fiscal year of an account: whether it can be counted at all.
    pub(super) fn has_room(&self, account: AccountIx, day: Day, charge: Charge) -> bool {
        let year = self.year(account, day.fiscal_year);
        year.committed.checked_add(charge.committed).is_some()
    }

    /// Charges an account on a day; there is room for it.
    ///
    /// Costs O(days of the account since that day).
    pub(super) fn charge(&mut self, account: AccountIx, day: Day, charge: Charge) {
        let Some(current) = self.current.get_mut(account.index()) else { return };
        if current.day == day.number {
            current.add(charge);
            return;
        }
        if current.day < day.number {
            if current.fiscal_year != day.fiscal_year {
                turn_year(&mut self.years, account, current, day.fiscal_year);
            }
            current.turn_day(&mut self.closed, day);
            current.add(charge);
            return;
        }
        self.closed.add(&mut current.closed, day.number, charge.committed);
        // The latest day lies after this one: its week and month may hold both.
        if current.day < day.week_start + 7 {
            current.of_week = current.of_week.wrapping_add_signed(charge.committed);
        }
        if current.day < month_end(day) {
            current.of_month = current.of_month.wrapping_add_signed(charge.committed);
        }
        let year = year_mut(&mut self.years, account, current, day.fiscal_year);
        year.committed += charge.committed;
        year.reserved += charge.reserved;
    }

    /// Returns whether one more day of every account can be kept: days are numbered in 32 bits.
    pub(super) fn has_room_for_days(&self) -> bool {
        self.closed.has_room(self.current.len())
    }

    /// Returns whether an amount can be moved to an account: whether what it then has can be counted.
    pub(super) fn has_room_for(
        &self,
        account: AccountIx,
        fiscal_year: i32,
        granted: i64,
        amount: i64,
    ) -> bool {
        let moved = self.year(account, fiscal_year).moved.checked_add(amount);
        moved.and_then(|moved| moved.checked_add(granted)).is_some()
    }

    /// Moves an amount to an account in a fiscal year, or away from it if it is below zero.
    pub(super) fn move_in(&mut self, account: AccountIx, fiscal_year: i32, amount: i64) {
        if let Some(current) = self.current.get_mut(account.index()) {
            year_mut(&mut self.years, account, current, fiscal_year).moved += amount;
        }
    }

    /// Returns the fiscal years of all accounts in which anything happened, by account and year.
    pub(super) fn all_years(&self) -> Vec<(AccountIx, i32, Year)> {
        let current = self
            .current
            .iter()
            .enumerate()
            .map(|(index, current)| (AccountIx::new(index), current.fiscal_year, current.year));
        let others = self.years.iter().map(|((account, fiscal_year), year)| (*account, *fiscal_year, *year));
        let mut years: Vec<_> = current.chain(others).filter(|(.., year)| *year != Year::default()).collect();
        years.sort_unstable_by_key(|(account, fiscal_year, _)| (*account, *fiscal_year));
        years
    }

    /// Returns the amounts of an account by day, in order, without days of no amount.
    pub(super) fn days(&self, account: AccountIx) -> Vec<(i32, u64)> {
        let Some(current) = self.current.get(account.index()) else { return Vec::new() };
        let mut days = self.closed.all(current.closed);
        days.extend((current.of_day != 0).then_some((current.day, current.of_day)));
        days
    }
}

impl Current {
    const NEW: Self = Self {
        year: Year { committed: 0, reserved: 0, moved: 0 },
        of_day: 0,
        of_week: 0,
        of_month: 0,
        day: NEVER,
        fiscal_year: NEVER,
        closed: Chain::EMPTY,
    };

    fn add(&mut self, charge: Charge) {
        self.year.committed += charge.committed;
        self.year.reserved += charge.reserved;
        // Windows may reach over two fiscal years, each of which is counted in an `i64`: their sum is a `u64`.
        self.of_day = self.of_day.wrapping_add_signed(charge.committed);
        self.of_week = self.of_week.wrapping_add_signed(charge.committed);
        self.of_month = self.of_month.wrapping_add_signed(charge.committed);
    }

    /// Closes the latest day, and goes on to a later one.
    fn turn_day(&mut self, closed: &mut Days, day: Day) {
        if self.of_day != 0 {
            closed.push(&mut self.closed, self.day, self.of_day);
            self.of_day = 0;
        }
        if self.day < day.week_start {
            self.of_week = 0;
        }
        if self.day < day.month_start {
            self.of_month = 0;
        }
        self.day = day.number;
    }
}

/// Puts the current fiscal year aside, and takes up another.
fn turn_year(
    years: &mut HashMap<(AccountIx, i32), Year>,
    account: AccountIx,
    current: &mut Current,
    to: i32,
) {
    if current.year != Year::default() {
        years.insert((account, current.fiscal_year), current.year);
    }
    current.year = years.remove(&(account, to)).unwrap_or_default();
    current.fiscal_year = to;
}

fn year_mut<'b>(
    years: &'b mut HashMap<(AccountIx, i32), Year>,
    account: AccountIx,
    current: &'b mut Current,
    fiscal_year: i32,
) -> &'b mut Year {
    if current.fiscal_year == fiscal_year {
        &mut current.year
    } else {
        years.entry((account, fiscal_year)).or_default()
    }
}

/// Returns the number of the first day of the next month.
fn month_end(day: Day) -> i32 {
    day.month_start + i32::from(day.date.days_in_month())
}

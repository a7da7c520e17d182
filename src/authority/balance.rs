//! Questions to a ledger: what is left where, what is set aside, and the whole of it.

use serde::Serialize;

use super::balances::{Windows, Year};
use super::funds::AccountIx;
use super::ledger::Ledger;
use crate::calendar::{Date, Day, Interval, day_number};
use crate::money::Money;
use crate::org::{Account, Channel, ChannelIx};

/// What happened to one account in one fiscal year, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Balance<'l> {
    /// The account.
    pub account: Account<'l>,
    /// The fiscal year.
    pub fiscal_year: Interval,
    /// The amount of the account, as the org states it.
    pub granted: Money,
    /// What was moved to it by transfers and carry-over, less what was moved away.
    pub moved: Money,
    /// What is spent: settled reservations.
    pub used: Money,
    /// What is reserved, and neither settled nor released.
    pub reserved: Money,
    /// What is left; below zero if more was spent than there is.
    pub remaining: Money,
}

/// A reservation that is neither settled nor released.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenReservation<'l> {
    /// Its idempotency key.
    pub key: &'l str,
    /// The account that it is charged to first.
    pub account: Account<'l>,
    /// The channel.
    pub channel: Channel<'l>,
    /// The amount, in minor units.
    pub amount: Money,
    /// The day on which it counts.
    pub date: Date,
}

/// The whole state of a ledger as plain data: two ledgers with the same state decide alike, now and later.
///
/// Serialized it is the same bytes for the same entries on any machine. Amounts are minor units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LedgerState {
    /// The number of entries.
    pub version: u64,
    /// The accounts that anything happened to, by account and fiscal year.
    pub years: Vec<YearState>,
    /// What is committed on which day, by account and day.
    pub days: Vec<DayState>,
    /// The keys of all entries, in their order, with what became of them.
    pub keys: Vec<(String, &'static str)>,
    /// The open reservations: key, account, day and amount.
    pub open: Vec<(String, String, String, i64)>,
}

/// One account in one fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct YearState {
    /// The place of the account among all, which tells apart what has one path.
    pub number: usize,
    /// The path of the account.
    pub account: String,
    /// The calendar year in which the fiscal year begins.
    pub fiscal_year: i32,
    /// Spent or reserved.
    pub committed: i64,
    /// Reserved.
    pub reserved: i64,
    /// Moved here, less what was moved away.
    pub moved: i64,
}

/// One account on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DayState {
    /// The place of the account among all.
    pub number: usize,
    /// Days since 1970-01-01.
    pub day: i32,
    /// Spent or reserved.
    pub committed: u64,
}

impl Ledger {
    /// Returns what happened to an account in the fiscal year of a day; none of an account of another org.
    #[must_use]
    pub fn balance(&self, account: Account<'_>, on: Date) -> Option<Balance<'_>> {
        let ix = self.funds.find_account(account)?;
        self.balance_of(ix, self.funds.day(on).fiscal_year, on)
    }

    fn balance_of(&self, ix: AccountIx, fiscal_year: i32, on: Date) -> Option<Balance<'_>> {
        let Year { committed, reserved, moved } = self.balances.year(ix, fiscal_year);
        let granted = self.funds.row(ix)?.amount;
        let remaining = granted.saturating_add(moved).saturating_sub(committed);
        Some(Balance {
            account: self.funds.view(ix)?,
            fiscal_year: self.org().calendar().fiscal_year(on),
            granted: Money::from_minor(granted),
            moved: Money::from_minor(moved),
            used: Money::from_minor(committed - reserved),
            reserved: Money::from_minor(reserved),
            remaining: Money::from_minor(remaining),
        })
    }

    /// Returns the balances of the accounts that anything happened to, by account and fiscal year.
    #[must_use]
    pub fn balances(&self) -> Vec<Balance<'_>> {
        let starts = self.org().calendar().fiscal_year_starts();
        let of_year = |year: i32| i16::try_from(year).ok().and_then(|year| starts.in_year(year));
        let years = self.balances.all_years().into_iter();
        years
            .filter_map(|(ix, year, _)| self.balance_of(ix, year, of_year(year).unwrap_or(Date::MIN)))
            .collect()
    }

    /// Returns what an account was charged on the days of an interval, spent or reserved, in minor units.
    ///
    /// Zero for an account of another org; at most [`Money::MAX`].
    #[must_use]
    pub fn committed(&self, account: Account<'_>, days: Interval) -> Money {
        let Some(ix) = self.funds.find_account(account) else { return Money::ZERO };
        let from = days.from().map_or(i32::MIN, day_number);
        let until = days.until().map_or(i32::MAX, day_number);
        let committed = self.balances.committed_in(ix, from..until);
        Money::from_minor(i64::try_from(committed).unwrap_or(i64::MAX))
    }

    /// Returns what of the windows of an account is reserved and not settled yet.
    ///
    /// Looks through all open reservations: it is for answers that are read, not for those that are counted.
    pub(super) fn reserved_windows(&self, account: AccountIx, day: Day) -> Windows {
        let mut reserved = Windows::default();
        for open in self.open.iter() {
            let of = self.funds.day(open.date);
            let (in_week, in_month) = (of.week_start == day.week_start, of.month_start == day.month_start);
            let is_inside = in_week || in_month;
            if !is_inside || !self.funds.path(open.account, of).any(|(on_path, _)| on_path == account) {
                continue;
            }
            let amount = u64::try_from(open.amount).unwrap_or_default();
            let add = |window: &mut u64, inside: bool| *window += if inside { amount } else { 0 };
            add(&mut reserved.day, of.number == day.number);
            add(&mut reserved.week, in_week);
            add(&mut reserved.month, in_month);
        }
        reserved
    }

    /// Returns the reservations that are neither settled nor released, in the order of their entries.
    pub fn open_reservations(&self) -> impl Iterator<Item = OpenReservation<'_>> {
        self.open.iter().filter_map(|open| {
            Some(OpenReservation {
                key: self.keys.text(open.entry),
                account: self.funds.view(open.account)?,
                channel: self.org().channel_at(ChannelIx::new(open.channel as usize)),
                amount: Money::from_minor(open.amount),
                date: open.date,
            })
        })
    }

    /// Returns the whole state as plain data, in O(entries).
    #[must_use]
    pub fn state(&self) -> LedgerState {
        let years = self.balances.all_years().into_iter().map(|(ix, fiscal_year, year)| YearState {
            number: ix.index(),
            account: self.path_of(ix),
            fiscal_year,
            committed: year.committed,
            reserved: year.reserved,
            moved: year.moved,
        });
        let accounts = (0..self.funds.len()).map(AccountIx::new);
        let days = accounts.flat_map(|ix| {
            let days = self.balances.days(ix).into_iter();
            days.map(move |(day, committed)| DayState { number: ix.index(), day, committed })
        });
        let open = self.open.iter().map(|open| {
            let key = self.keys.text(open.entry).to_owned();
            (key, self.path_of(open.account), open.date.to_string(), open.amount)
        });
        LedgerState {
            version: self.version(),
            years: years.collect(),
            days: days.collect(),
            keys: self.keys.iter().map(|(key, state)| (key.to_owned(), state.as_str())).collect(),
            open: open.collect(),
        }
    }
}

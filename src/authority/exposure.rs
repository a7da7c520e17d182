//! The worst case: the most that may still be charged on some days.

use hashbrown::HashMap;

use super::funds::AccountIx;
use super::ledger::Ledger;
use super::path::End;
use crate::calendar::{Date, Day, Interval, day_number};
use crate::money::Money;
use crate::org::{Account, Channel, Limits, Pacing, Position};

/// The most that a position may have charged on a channel on the days of an interval, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exposure {
    /// What the accounts that are charged first hold on those days already, on whatever channel.
    pub committed: Money,
    /// The most that may be charged besides.
    pub to_come: Money,
}

impl Exposure {
    /// Returns the worst case: what is committed, and the most that may come; at most [`Money::MAX`].
    #[must_use]
    pub fn worst_case(&self) -> Money {
        self.committed.add_capped(self.to_come)
    }
}

impl Ledger {
    /// Returns the most that a position may have charged on a channel on the days of an interval.
    ///
    /// Nothing is approved beyond a limit, and every day spends what the limits of every account on the funding path
    /// leave: a hard limit caps its day, week or month, an average lets its platform charge more on some days and
    /// caps the platform's own week or month ([`Pacing`]), and no account spends more than is left on it. Days on
    /// which no account covers the channel, or which the position is not assigned, count nothing. To ask for a month
    /// that has begun, pass the days from today on: days that have passed count as if they could be charged yet.
    ///
    /// The figure is exact: there is a way to spend it, and none to spend more. It is filled day by day, each as full
    /// as it goes, which no other order beats: of any two windows that hold a day, one ends no later than the other,
    /// and so what is spared today never leaves more room for later days than it took. (Where delegations change so
    /// that an account leaves the funding path and comes back to it within one window, there can be a better order,
    /// and the figure is one that can be spent, but perhaps not the highest.)
    ///
    /// Costs O(days × accounts on the funding path).
    ///
    /// ```
    /// use bagan::{Ledger, OrgBuilder, Window, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "USD");
    /// org.channel("paid-search", "");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(100_000);
    /// org.position("search", "specialist").holder("agus").reports_to("dmm").channels(["paid-search"]);
    /// org.delegation("dmm", "search", 50_000).average(100, "google-ads").week(1_000);
    /// let ledger = Ledger::new(org.build()?);
    ///
    /// let search = ledger.org().position("search").ok_or("no such position")?;
    /// let channel = ledger.org().channel("paid-search").ok_or("no such channel")?;
    /// let calendar = ledger.org().calendar();
    /// let day = parse_date("2026-07-01")?;
    /// let worst = |days| ledger.org().display(ledger.exposure(search, channel, days).worst_case()).to_string();
    /// assert_eq!(worst(calendar.day(day)), "USD 200"); // twice the average
    /// assert_eq!(worst(calendar.week(day)), "USD 1,000"); // the hard limit, not seven times 200
    /// assert_eq!(worst(calendar.month(day)), "USD 3,040"); // 30.4 times the average, however the weeks fall
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn exposure(&self, position: Position<'_>, channel: Channel<'_>, days: Interval) -> Exposure {
        let mut exposure = Exposure { committed: Money::ZERO, to_come: Money::ZERO };
        if !position.is_assigned(channel) {
            return exposure;
        }
        let mut meters: HashMap<AccountIx, Meter> = HashMap::new();
        let mut date = Some(days.from().unwrap_or(Date::MIN));
        while let Some(today) = date.filter(|date| days.contains(*date)) {
            let day = self.funds.day(today);
            if let Some(leaf) = self.funds.account_for(position.ix(), channel.ix(), day) {
                let held = self.balances.committed_in(leaf, day.number..day.number + 1);
                exposure.committed = add(exposure.committed, i64::try_from(held).unwrap_or(i64::MAX));
                exposure.to_come = add(exposure.to_come, self.fill(leaf, day, &mut meters));
            }
            date = today.tomorrow().ok();
        }
        exposure
    }

    /// Spends on a day what all accounts of a path leave, and returns it.
    fn fill(&self, leaf: AccountIx, day: Day, meters: &mut HashMap<AccountIx, Meter>) -> i64 {
        let mut path = self.funds.path(leaf, day);
        let mut room = i64::MAX;
        for (account, _) in path.by_ref() {
            let meter = meters.entry(account).or_insert_with(|| Meter::new(self, account));
            meter.go_to(self, day);
            room = room.min(meter.room());
        }
        if path.end() != Some(End::Budget) || room <= 0 {
            return 0;
        }
        for (account, _) in self.funds.path(leaf, day) {
            if let Some(meter) = meters.get_mut(&account) {
                meter.spend(room);
            }
        }
        room
    }
}

/// What is left of each cap of one account while the days go by.
#[derive(Debug)]
struct Meter {
    account: AccountIx,
    limits: Limits,
    average: Option<(Money, Pacing)>,
    day: Gauge,
    week: Gauge,
    month: Gauge,
    average_day: Gauge,
    period: Gauge,
    year: Gauge,
}

/// What is left of one cap in the window that holds the day.
#[derive(Debug, Clone, Copy, Default)]
struct Gauge {
    /// The number of the first day of the window.
    window: Option<i32>,
    left: i64,
}

impl Gauge {
    fn go_to(&mut self, window: i32, left: impl FnOnce() -> i64) {
        if self.window != Some(window) {
            *self = Self { window: Some(window), left: left() };
        }
    }

    fn room(self) -> i64 {
        if self.window.is_some() { self.left } else { i64::MAX }
    }
}

impl Meter {
    fn new(ledger: &Ledger, account: AccountIx) -> Self {
        let (limits, average) = match ledger.funds.view(account) {
            Some(Account::Delegation(delegation)) => {
                let average = delegation.average().map(|average| (average.amount(), average.pacing()));
                (delegation.hard_limits(), average)
            }
            _ => (Limits::default(), None),
        };
        let gauge = Gauge::default();
        Self {
            account,
            limits,
            average,
            day: gauge,
            week: gauge,
            month: gauge,
            average_day: gauge,
            period: gauge,
            year: gauge,
        }
    }

    fn go_to(&mut self, ledger: &Ledger, day: Day) {
        let account = self.account;
        let left = |cap: Money, window: std::ops::Range<i32>| {
            let held = ledger.balances.committed_in(account, window);
            cap.minor().saturating_sub(i64::try_from(held).unwrap_or(i64::MAX))
        };
        let today = || day.number..day.number + 1;
        let month = || day.month_start..day.month_start + i32::from(day.date.days_in_month());
        if let Some(cap) = self.limits.day {
            self.day.go_to(day.number, || left(cap, today()));
        }
        if let Some(cap) = self.limits.week {
            self.week.go_to(day.week_start, || left(cap, day.week_start..day.week_start + 7));
        }
        if let Some(cap) = self.limits.month {
            self.month.go_to(day.month_start, || left(cap, month()));
        }
        if let Some((average, pacing)) = self.average {
            self.average_day.go_to(day.number, || left(pacing.day_cap(average), today()));
            let period = pacing.period_of(day.date);
            let numbers =
                period.from().map_or(i32::MIN, day_number)..period.until().map_or(i32::MAX, day_number);
            self.period.go_to(numbers.start, || left(pacing.period_cap(average), numbers));
        }
        self.year.go_to(day.fiscal_year, || ledger.left(account, day));
    }

    fn gauges(&mut self) -> [&mut Gauge; 6] {
        let Self { day, week, month, average_day, period, year, .. } = self;
        [day, week, month, average_day, period, year]
    }

    fn room(&mut self) -> i64 {
        self.gauges().into_iter().map(|gauge| gauge.room()).min().unwrap_or(0)
    }

    fn spend(&mut self, amount: i64) {
        for gauge in self.gauges() {
            gauge.left = gauge.left.saturating_sub(amount);
        }
    }
}

fn add(sum: Money, minor: i64) -> Money {
    sum.add_capped(Money::from_minor(minor))
}

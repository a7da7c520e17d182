//! The fiscal calendar, and the windows of time that limits count in.

use jiff::SignedDuration;

use super::{Date, Interval, MonthDay, Weekday};
use crate::words::word_enum;

word_enum! {
    /// What a spending limit counts together: one transaction, or all of a day, week or month (S13).
    pub enum Window ("limit window") {
        /// One transaction by itself.
        Transaction = "transaction",
        /// A civil day.
        Day = "day",
        /// A week, from the first weekday of the calendar on.
        Week = "week",
        /// A calendar month.
        Month = "month",
    }
}

/// When fiscal years and weeks start.
///
/// Each of its intervals covers all dates without gap or overlap. Where one would pass the first or the last
/// date that there is, that end is open.
///
/// ```
/// use bagan::{Calendar, Weekday, parse_date};
///
/// let calendar = Calendar::new("07-01".parse()?, Weekday::Sunday);
/// let date = parse_date("2027-01-01")?; // a Friday
/// assert_eq!(calendar.fiscal_year(date).to_string(), "from 2026-07-01 until 2027-07-01");
/// assert_eq!(calendar.week(date).to_string(), "from 2026-12-27 until 2027-01-03");
/// assert_eq!(Calendar::default().week(date).to_string(), "from 2026-12-28 until 2027-01-04");
/// # Ok::<(), bagan::CalendarError>(())
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Calendar {
    fiscal_year_starts: MonthDay,
    week_starts: Weekday,
}

impl Calendar {
    /// Makes a calendar; the default one has fiscal years from 1 January and weeks from Monday.
    #[must_use]
    pub const fn new(fiscal_year_starts: MonthDay, week_starts: Weekday) -> Self {
        Self { fiscal_year_starts, week_starts }
    }

    /// Returns the day on which each fiscal year starts.
    #[must_use]
    pub const fn fiscal_year_starts(self) -> MonthDay {
        self.fiscal_year_starts
    }

    /// Returns the day on which each week starts.
    #[must_use]
    pub const fn week_starts(self) -> Weekday {
        self.week_starts
    }

    /// Returns the fiscal year in which the date falls.
    #[must_use]
    pub fn fiscal_year(self, date: Date) -> Interval {
        let start = |year| self.fiscal_year_starts.in_year(year);
        let year = date.year();
        if start(year).is_some_and(|start| start <= date) {
            Interval::between(start(year), start(year + 1))
        } else {
            Interval::between(start(year - 1), start(year))
        }
    }

    /// Returns the week in which the date falls; an ISO 8601 week where weeks start on Monday.
    #[must_use]
    pub fn week(self, date: Date) -> Interval {
        let passed = date.weekday().since(self.week_starts.to_jiff());
        let days = |days: i8| SignedDuration::from_hours(24 * i64::from(days));
        Interval::between(date.checked_sub(days(passed)).ok(), date.checked_add(days(7 - passed)).ok())
    }

    /// Returns the calendar month in which the date falls.
    #[must_use]
    pub fn month(self, date: Date) -> Interval {
        Interval::between(Some(date.first_of_month()), date.last_of_month().tomorrow().ok())
    }

    /// Returns the interval of the one date.
    #[must_use]
    pub fn day(self, date: Date) -> Interval {
        Interval::between(Some(date), date.tomorrow().ok())
    }

    /// Returns the days that a limit counts together with the date, or `None` for a single transaction.
    ///
    /// ```
    /// use bagan::{Calendar, Window, parse_date};
    ///
    /// let (calendar, date) = (Calendar::default(), parse_date("2028-02-29")?);
    /// assert_eq!(calendar.window(Window::Month, date), Some(calendar.month(date)));
    /// assert_eq!(calendar.window(Window::Transaction, date), None);
    /// # Ok::<(), bagan::CalendarError>(())
    /// ```
    #[must_use]
    pub fn window(self, window: Window, date: Date) -> Option<Interval> {
        match window {
            Window::Transaction => None,
            Window::Day => Some(self.day(date)),
            Window::Week => Some(self.week(date)),
            Window::Month => Some(self.month(date)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse_date;
    use super::*;

    fn date(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    fn fiscal(start: &str) -> Calendar {
        Calendar::new(start.parse().unwrap(), Weekday::Monday)
    }

    /// The days from that one on.
    fn days_from(first: &str) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(date(first)), |day| day.tomorrow().ok())
    }

    /// Walks the days and asserts that each interval begins where the one before it ended.
    fn assert_partition(days: impl Iterator<Item = Date>, interval: impl Fn(Date) -> Interval) {
        let mut last: Option<Interval> = None;
        for day in days {
            let found = interval(day);
            assert!(found.contains(day), "{day} is not in its own interval {found}");
            if let Some(last) = last
                && last != found
            {
                assert_eq!((last.until(), found.from()), (Some(day), Some(day)), "{last}, then {found}");
            }
            last = Some(found);
        }
    }

    fn four_years() -> impl Iterator<Item = Date> {
        days_from("2023-01-01").take(4 * 366)
    }

    #[test]
    fn fiscal_years_from_any_day_cover_time() {
        for start in days_from("2000-01-01").take(366) {
            let calendar = Calendar::new(MonthDay::new(start.month(), start.day()).unwrap(), Weekday::Monday);
            assert_partition(four_years(), |day| calendar.fiscal_year(day));
        }
    }

    #[test]
    fn weeks_from_any_weekday_cover_time() {
        for first in Weekday::ALL {
            let calendar = Calendar::new(MonthDay::default(), *first);
            assert_partition(four_years(), |day| calendar.week(day));
            assert_eq!(calendar.week_starts(), *first);
            let starts = calendar.week(date("2024-02-29")).from().unwrap();
            assert_eq!(starts.weekday(), first.to_jiff());
        }
    }

    #[test]
    fn months_and_days_cover_time() {
        assert_partition(four_years(), |day| Calendar::default().month(day));
        assert_partition(four_years(), |day| Calendar::default().day(day));
    }

    #[test]
    fn a_year_from_the_leap_day_starts_on_1_march_in_common_years() {
        let calendar = fiscal("02-29");
        for (day, year) in [
            ("2024-02-28", "from 2023-03-01 until 2024-02-29"),
            ("2024-02-29", "from 2024-02-29 until 2025-03-01"),
            ("2025-02-28", "from 2024-02-29 until 2025-03-01"),
            ("2025-03-01", "from 2025-03-01 until 2026-03-01"),
        ] {
            assert_eq!(calendar.fiscal_year(date(day)).to_string(), year, "{day}");
        }
    }

    #[test]
    fn week_53_runs_into_the_next_year() {
        let calendar = Calendar::default();
        for day in ["2026-12-28", "2026-12-31", "2027-01-01", "2027-01-03"] {
            assert_eq!(calendar.week(date(day)).to_string(), "from 2026-12-28 until 2027-01-04", "{day}");
        }
    }

    #[test]
    fn ends_are_open_at_the_first_date() {
        for start in ["01-01", "02-29", "07-01"] {
            assert!(fiscal(start).fiscal_year(Date::MIN).contains(Date::MIN), "{start}");
        }
        assert_eq!(fiscal("07-01").fiscal_year(Date::MIN).from(), None);
        assert_eq!(fiscal("01-01").fiscal_year(Date::MIN).from(), Some(Date::MIN));
        // The first date is a Monday.
        assert_eq!(Calendar::default().week(Date::MIN).from(), Some(Date::MIN));
        assert_eq!(Calendar::new(MonthDay::default(), Weekday::Sunday).week(Date::MIN).from(), None);
        assert_eq!(Calendar::default().month(Date::MIN).from(), Some(Date::MIN));
    }

    #[test]
    fn ends_are_open_at_the_last_date() {
        let calendar = Calendar::default();
        for interval in [
            calendar.fiscal_year(Date::MAX),
            fiscal("12-31").fiscal_year(Date::MAX),
            calendar.week(Date::MAX),
            calendar.month(Date::MAX),
            calendar.day(Date::MAX),
        ] {
            assert!(interval.contains(Date::MAX), "{interval}");
            assert_eq!(interval.until(), None);
        }
    }

    #[test]
    fn windows_are_those_of_the_calendar() {
        let (calendar, day) = (fiscal("04-01"), date("2028-02-29"));
        let window = |window| calendar.window(window, day).map(|found| found.to_string());
        assert_eq!(window(Window::Transaction), None);
        assert_eq!(window(Window::Day).as_deref(), Some("from 2028-02-29 until 2028-03-01"));
        assert_eq!(window(Window::Week).as_deref(), Some("from 2028-02-28 until 2028-03-06"));
        assert_eq!(window(Window::Month).as_deref(), Some("from 2028-02-01 until 2028-03-01"));
        assert_eq!(calendar.fiscal_year_starts().to_string(), "04-01");
    }

    #[test]
    fn windows_are_named_as_in_files() {
        let words: Vec<_> = Window::ALL.iter().map(|window| window.as_str()).collect();
        assert_eq!(words, ["transaction", "day", "week", "month"]);
        assert_eq!(
            "year".parse::<Window>().unwrap_err().to_string(),
            "`year` is not a limit window: expected `transaction`, `day`, `week` or `month`"
        );
    }
}

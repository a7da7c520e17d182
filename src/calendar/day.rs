//! Days as numbers, for arithmetic that is done a million times.

use super::{Calendar, Date};

/// A date, with the numbers of the days on which its windows begin.
///
/// Two dates lie in one week exactly where their `week_start` is the same, and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    /// The date itself.
    pub(crate) date: Date,
    /// Days since 1970-01-01.
    pub(crate) number: i32,
    /// The number of the first day of the week.
    pub(crate) week_start: i32,
    /// The number of the first day of the month.
    pub(crate) month_start: i32,
    /// The calendar year in which the fiscal year begins.
    pub(crate) fiscal_year: i32,
}

impl Calendar {
    /// Returns a date with the numbers of its windows.
    pub(crate) fn day_of(self, date: Date) -> Day {
        let number = day_number(date);
        // 1970-01-01 was a Thursday, three days after a Monday.
        let weekday = (number + 3).rem_euclid(7);
        let passed =
            (weekday - i32::from(self.week_starts().to_jiff().to_monday_zero_offset())).rem_euclid(7);
        let starts = self.fiscal_year_starts();
        let begun = (starts.month(), starts.day()) <= (date.month(), date.day());
        Day {
            date,
            number,
            week_start: number - passed,
            month_start: number + 1 - i32::from(date.day()),
            fiscal_year: i32::from(date.year()) - i32::from(!begun),
        }
    }
}

/// Returns the days from 1970-01-01 to a date.
///
/// Counts years from March on, so that the leap day is the last of a year: Hinnant, "chrono-compatible low-level
/// date algorithms" (2013).
pub(crate) fn day_number(date: Date) -> i32 {
    let (year, month, day) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::super::{MonthDay, Weekday, parse_date};
    use super::*;

    /// Every day of twelve years, and the ends of time.
    fn days() -> impl Iterator<Item = Date> {
        let first = parse_date("1995-01-01").ok();
        let some = std::iter::successors(first, |day| day.tomorrow().ok()).take(12 * 366);
        some.chain([
            Date::MIN,
            Date::MAX,
            parse_date("0000-02-29").unwrap(),
            parse_date("1970-01-01").unwrap(),
        ])
    }

    #[test]
    fn numbers_are_those_of_the_library_of_dates() {
        let epoch = parse_date("1970-01-01").unwrap();
        for date in days() {
            let expected = date.duration_since(epoch).as_hours() / 24;
            assert_eq!(i64::from(day_number(date)), expected, "{date}");
        }
    }

    #[test]
    fn windows_begin_where_those_of_the_calendar_do() {
        for (start, week) in
            [("01-01", Weekday::Monday), ("07-01", Weekday::Sunday), ("02-29", Weekday::Friday)]
        {
            let calendar = Calendar::new(start.parse::<MonthDay>().unwrap(), week);
            for date in days() {
                let day = calendar.day_of(date);
                let number = |start: Option<Date>| start.map(day_number);
                if let Some(start) = number(calendar.week(date).from()) {
                    assert_eq!(day.week_start, start, "{date}");
                }
                assert_eq!(Some(day.month_start), number(calendar.month(date).from()), "{date}");
                if let Some(start) = calendar.fiscal_year(date).from() {
                    assert_eq!(day.fiscal_year, i32::from(start.year()), "{date}");
                }
                assert_eq!((day.date, day.number), (date, day_number(date)));
            }
        }
    }
}

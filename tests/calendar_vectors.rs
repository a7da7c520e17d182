//! Compares the calendar with `../shared/vectors/pacing.json`, which was computed by others.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests speak as tests do: by failing"
)]

#[path = "shared/vectors.rs"]
mod vectors;

use bagan::{Calendar, Date, Interval, MonthDay, Weekday, Window, iso_week, parse_date};
use serde_json::Value;

fn rows(table: &str) -> Vec<Value> {
    vectors::rows("pacing.json", &["vectors", table])
}

fn date(row: &Value, key: &str) -> Date {
    parse_date(row[key].as_str().unwrap()).unwrap()
}

fn sundays() -> Calendar {
    Calendar::new(MonthDay::default(), Weekday::Sunday)
}

#[test]
fn iso_weeks_agree() {
    for row in rows("iso_week") {
        let (year, week) = iso_week(date(&row, "date"));
        assert_eq!(i64::from(year), row["iso_year"], "{row}");
        assert_eq!(i64::from(week), row["week"], "{row}");
    }
}

#[test]
fn weeks_start_on_the_day_of_the_calendar() {
    for row in rows("iso_week") {
        let day = date(&row, "date");
        let (monday, sunday) = (date(&row, "week_start_monday"), date(&row, "meta_week_start_sunday"));
        assert_eq!(Calendar::default().week(day).from(), Some(monday), "{row}");
        assert_eq!(sundays().week(day).from(), Some(sunday), "{row}");
        let weekday = Weekday::ALL
            .iter()
            .zip(1_u64..)
            .find(|(first, _)| Calendar::new(MonthDay::default(), **first).week(day).from() == Some(day));
        assert_eq!(weekday.map(|(_, number)| number), row["weekday"].as_u64(), "{row}");
    }
}

#[test]
fn years_have_as_many_weeks() {
    for row in rows("weeks_in_iso_year") {
        let year = i16::try_from(row["year"].as_i64().unwrap()).unwrap();
        // 28 December is always in the last week of its year.
        let (week_year, weeks) = iso_week(Date::new(year, 12, 28).unwrap());
        assert_eq!(week_year, year);
        assert_eq!(i64::from(weeks), row["weeks"], "{row}");
    }
}

#[test]
fn spend_to_date_agrees_in_every_window() {
    let rows = rows("windows");
    let to_date = |last: Date, interval: Interval| -> i64 {
        let counted = rows.iter().filter(|row| {
            let day = date(row, "date");
            day <= last && interval.contains(day)
        });
        counted.map(|row| row["spend"].as_i64().unwrap()).sum()
    };
    let calendar = Calendar::default();
    for row in &rows {
        let day = date(row, "date");
        let window = |window| calendar.window(window, day).unwrap();
        assert_eq!(to_date(day, window(Window::Day)), row["spend"], "{row}");
        assert_eq!(to_date(day, window(Window::Week)), row["iso_week_to_date"], "{row}");
        assert_eq!(to_date(day, sundays().week(day)), row["sun_week_to_date"], "{row}");
        assert_eq!(to_date(day, window(Window::Month)), row["month_to_date"], "{row}");
        assert_eq!(to_date(day, calendar.fiscal_year(day)), row["year_to_date"], "{row}");
    }
}

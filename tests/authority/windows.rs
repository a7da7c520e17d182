//! Compares what a ledger counts in windows with `../shared/vectors/pacing.json`, which was computed by others.

use std::path::Path;
use std::time::Duration;

use bagan::{Account, Calendar, Date, Entry, Interval, Ledger, MonthDay, OrgBuilder, Weekday, parse_date};
use serde_json::Value;

/// Reads the table of windows, or says that it is skipped where the folder is missing.
fn rows() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/pacing.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is missing", path.display());
        return Vec::new();
    };
    let mut file: Value = serde_json::from_str(&text).unwrap();
    let Value::Array(rows) = file["vectors"]["windows"].take() else {
        panic!("no windows in {}", path.display());
    };
    assert!(!rows.is_empty());
    rows
}

fn date(row: &Value) -> Date {
    parse_date(row["date"].as_str().unwrap()).unwrap()
}

/// The last so many days up to one, that one included.
fn rolling(days: u64, last: Date) -> Interval {
    let from = last.checked_sub(Duration::from_secs((days - 1) * 86_400)).unwrap();
    Interval::new(Some(from), last.tomorrow().ok()).unwrap()
}

fn quarter(day: Date) -> Interval {
    let first = Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).unwrap();
    Interval::new(Some(first), day.tomorrow().ok()).unwrap()
}

#[test]
fn what_is_committed_agrees_in_every_window() {
    let mut org = OrgBuilder::new("Pacing", "JPY");
    org.channel("seo", "");
    org.position("dmm", "digital-marketing-manager").holder("rina").channels(["seo"]).budget(1_000_000);
    let mut ledger = Ledger::new(org.build().unwrap());
    let sundays = Calendar::new(MonthDay::default(), Weekday::Sunday);
    for (place, row) in rows().iter().enumerate() {
        let (day, spend) = (date(row), row["spend"].as_i64().unwrap());
        if 0 < spend {
            // Half of the days are settled, the others reserved: both count.
            let key = format!("spend-{place}");
            ledger.apply(&Entry::reserve(&key, day, "dmm", "seo", spend)).unwrap();
            if place % 2 == 0 {
                ledger.apply(&Entry::settle(&format!("settled-{place}"), day, &key, spend)).unwrap();
            }
        }
        let calendar = ledger.org().calendar();
        let windows = [
            ("rolling7", rolling(7, day)),
            ("rolling30", rolling(30, day)),
            ("iso_week_to_date", calendar.week(day)),
            ("sun_week_to_date", sundays.week(day)),
            ("month_to_date", calendar.month(day)),
            ("quarter_to_date", quarter(day)),
            ("year_to_date", calendar.fiscal_year(day)),
        ];
        let account = Account::Budget(ledger.org().position("dmm").unwrap());
        for (name, days) in windows {
            assert_eq!(ledger.committed(account, days).minor(), row[name], "{name} on {day}");
        }
    }
}

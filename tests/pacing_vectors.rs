//! Compares pacing with `../shared/vectors/pacing.json`, which was computed by others.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests speak as tests do: by failing"
)]

#[path = "shared/vectors.rs"]
mod vectors;

use bagan::{Currency, Date, Interval, Ledger, Money, OrgBuilder, Pacing, PacingPeriod, Weekday, parse_date};
use serde_json::Value;

fn rows(table: &str) -> Vec<Value> {
    vectors::rows("pacing.json", &["vectors", table])
}

/// Reads a number as it is printed, which is its shortest decimal, into an amount of two decimals.
fn money(number: &Value) -> Money {
    assert!(number.is_number(), "{number}");
    Currency::from_code("USD").unwrap().parse(&number.to_string()).unwrap()
}

fn all(numbers: &Value) -> Vec<Money> {
    numbers.as_array().unwrap().iter().map(money).collect()
}

fn sum(amounts: &[Money]) -> Money {
    Money::from_minor(amounts.iter().map(|amount| amount.minor()).sum())
}

/// The days from 1 July 2026, a month of 31 days, on.
fn july() -> impl Iterator<Item = Date> {
    std::iter::successors(parse_date("2026-07-01").ok(), |day| day.tomorrow().ok())
}

#[test]
fn google_ads_caps_agree() {
    for row in rows("google_ads") {
        let average = money(&row["avg_daily"]);
        assert_eq!(Pacing::GOOGLE_ADS.day_cap(average), money(&row["daily_max"]), "{row}");
        assert_eq!(Pacing::GOOGLE_ADS.period_cap(average), money(&row["monthly_charging_limit"]), "{row}");
    }
}

#[test]
fn google_ads_months_are_charged_alike() {
    for row in rows("google_ads_month") {
        let served = all(&row["served"]);
        assert!(served.len() <= 31, "{row}");
        let days = july().zip(served.iter().copied());
        let bill = Pacing::GOOGLE_ADS.bill(money(&row["avg_daily"]), days);
        let charged: Vec<Money> = bill.map(|(_, charged)| charged).collect();
        assert_eq!(charged, all(&row["charged"]), "{row}");
        assert_eq!(sum(&charged), money(&row["charged_total"]), "{row}");
        let credit = sum(&served).checked_sub(sum(&charged)).unwrap();
        assert_eq!(credit, money(&row["overdelivery_credit"]), "{row}");
    }
}

#[test]
fn meta_caps_agree() {
    let older = Pacing { day: "1.25".parse().unwrap(), ..Pacing::META };
    assert_eq!(Pacing::META.period, PacingPeriod::Week(Weekday::Sunday));
    for row in rows("meta") {
        let average = money(&row["daily"]);
        assert_eq!(older.day_cap(average), money(&row["daily_max_25pct"]), "{row}");
        assert_eq!(Pacing::META.day_cap(average), money(&row["daily_max_75pct"]), "{row}");
        assert_eq!(Pacing::META.period_cap(average), money(&row["week_max"]), "{row}");
        assert_eq!(row["week"], "Sunday..Saturday");
    }
}

#[test]
fn weeks_of_meta_start_on_sunday() {
    for row in rows("iso_week") {
        let day = parse_date(row["date"].as_str().unwrap()).unwrap();
        let starts = parse_date(row["meta_week_start_sunday"].as_str().unwrap()).unwrap();
        assert_eq!(Pacing::META.period_of(day).from(), Some(starts), "{row}");
    }
}

/// The most that a specialist whose limit is an average may have charged on the days of an interval.
fn worst_case(platform: &str, average: Money, days: impl Fn(bagan::Calendar) -> Interval) -> Money {
    let mut org = OrgBuilder::new("Vectors", "USD");
    org.channel("ads", "");
    org.platform("meta-125", Pacing { day: "1.25".parse().unwrap(), ..Pacing::META });
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    org.position("ads", "specialist").holder("budi").reports_to("dmm").channels(["ads"]);
    org.delegation("dmm", "ads", 1_000_000).channel("ads").average(average, platform);
    let ledger = Ledger::new(org.build().unwrap());
    let (position, channel) = (ledger.org().position("ads").unwrap(), ledger.org().channel("ads").unwrap());
    ledger.exposure(position, channel, days(ledger.org().calendar())).worst_case()
}

#[test]
fn the_exposure_of_an_average_is_what_the_platform_may_charge() {
    let day = parse_date("2026-07-01").unwrap();
    for row in rows("google_ads") {
        let average = money(&row["avg_daily"]);
        let worst = |days: fn(bagan::Calendar, Date) -> Interval| {
            worst_case("google-ads", average, |calendar| days(calendar, day))
        };
        assert_eq!(worst(bagan::Calendar::day), money(&row["daily_max"]), "{row}");
        assert_eq!(worst(bagan::Calendar::month), money(&row["monthly_charging_limit"]), "{row}");
    }
    for row in rows("meta") {
        let average = money(&row["daily"]);
        let sunday_week = Pacing::META.period_of(day);
        for (platform, daily) in [("meta", "daily_max_75pct"), ("meta-125", "daily_max_25pct")] {
            assert_eq!(
                worst_case(platform, average, |calendar| calendar.day(day)),
                money(&row[daily]),
                "{row}"
            );
            assert_eq!(worst_case(platform, average, |_| sunday_week), money(&row["week_max"]), "{row}");
        }
        // A week from Monday overlaps two of the platform's: four days at the most, which use one week up, and Sunday.
        let monday_week = worst_case("meta", average, |calendar| calendar.week(day));
        let (week, sunday) = (money(&row["week_max"]), money(&row["daily_max_75pct"]));
        assert_eq!(monday_week, week.checked_add(sunday).unwrap(), "{row}");
    }
}

/// The rows of stop and warn checks, as far as they are about the amount of a year: what is monthly there accumulates
/// over the months, which no limit of ours does.
#[test]
fn an_annual_stop_is_an_account_without_enough_money() {
    for row in rows("gl_stop_warn") {
        let mut org = OrgBuilder::new("Vectors", "USD");
        org.channel("ads", "");
        // Twelve months of a thousand each.
        org.position("ads", "specialist").holder("budi").channels(["ads"]).budget(12_000);
        let mut ledger = Ledger::new(org.build().unwrap());
        let date = |value: &Value| parse_date(value.as_str().unwrap()).unwrap();
        for posted in row["posted"].as_array().unwrap() {
            let (amount, on) = (money(&posted[1]), date(&posted[0]));
            let request = bagan::Request::by_ids(ledger.org(), "ads", "ads", amount, on);
            ledger.reserve(&posted.to_string(), &request).unwrap();
        }
        let hits = row["hits"].as_array().unwrap();
        let annual = hits.iter().find(|hit| hit[0] == "Annual");
        let decision =
            ledger.decide(&ledger.request("ads", "ads", money(&row["amount"]), date(&row["date"])));
        let short = decision.reasons().next().map(|test| {
            let remaining = test.figures.unwrap().remaining;
            assert_eq!(test.failed, Some(bagan::ReasonCode::AccountExhausted), "{row}");
            decision.amount().checked_sub(remaining).unwrap()
        });
        assert_eq!(short, annual.map(|hit| money(&hit[2])), "{row}");
    }
}

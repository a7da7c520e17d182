//! Platforms that serve more than was asked for, or less, against arithmetic by hand.

use bagan::simulate::{Assumptions, Distribution, Outcomes};
use bagan::{DelegationDraft, Org, OrgBuilder};

use crate::numbers::{number, numbers};
use crate::shared::rows;
use crate::support::{assumptions, no_time, of_channel, of_design, run_seeded, total};

/// A specialist who asks, under limits; nobody may approve what is above them.
fn team(budget: i64, limits: impl FnOnce(DelegationDraft<'_>) -> DelegationDraft<'_>) -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(budget).approves_up_to("0.01");
    org.position("asker", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    limits(org.delegation("dmm", "asker", budget).channel("seo"));
    org.build().unwrap()
}

/// A year in which so much is asked for so many times a day, and so many times as much is served.
fn year(org: Org, per_day: f64, asked: &str, multiple: f64) -> Outcomes {
    let mut assumed = assumptions(per_day / 144.0, no_time());
    assumed.warm_up_days = 0;
    assumed.requests.amount = Some(Distribution::constant(asked.parse().unwrap()).unwrap());
    assumed.requests.delivery = Some(Distribution::constant(multiple).unwrap());
    run_seeded(org, assumed, 2, 3)
}

/// The figures of money in the first year, in major units: charged in all, beyond, credited, refused, not served.
fn money(outcomes: &Outcomes) -> [f64; 5] {
    let names =
        ["spend", "overdelivery_charged", "overdelivery_credited", "overdelivery_refused", "underdelivery"];
    names.map(|name| of_design(outcomes, name)[0] / 100.0)
}

#[test]
fn a_day_and_a_month_are_charged_up_to_their_caps() {
    let google = |limits: i64| team(limits, |org| org.average(10, "google-ads"));
    // Twice asked 4 and served 10 fill a day at 20; so 15 days of a month, and on the next one 4 of 10 are charged and 6
    // credited. Then nobody may ask any more: 12 months of 304.
    let outcomes = year(google(100_000), 30.0, "4", 2.5);
    assert_eq!(money(&outcomes), [3_648.0, 12.0 * 30.0 * 6.0, 12.0 * 6.0, 0.0, 0.0]);
    // Asked 9 and served 27, once a day: 20 are charged, 7 credited, until 4 are left of the month, too few to ask for.
    let outcomes = year(google(100_000), 30.0, "9", 3.0);
    assert_eq!(money(&outcomes), [3_600.0, 180.0 * 11.0, 180.0 * 7.0, 0.0, 0.0]);
}

#[test]
fn months_that_are_served_enough_are_charged_what_google_ads_says() {
    let rows = rows("pacing.json", &["vectors", "google_ads_month"]);
    let served = |row| numbers(row, "served").iter().sum::<f64>();
    // Requests come at random times: only a month that is full is the same whenever they come.
    let (full, partly): (Vec<_>, Vec<_>) =
        rows.iter().partition(|row| 30.4 * number(row, "avg_daily") < served(row));
    for row in full {
        let average = number(row, "avg_daily") as i64;
        // As little is asked for as nobody may approve, and as much is served as a day may cost.
        let org = team(100_000, |org| org.average(average, "google-ads"));
        let outcomes = year(org, 30.0, "0.02", 100.0 * average as f64);
        let [charged, _, credited, refused, _] = money(&outcomes);
        assert_eq!((charged, refused), (12.0 * number(row, "charged_total"), 0.0), "{row}");
        // 15 days are full at twice the average, and the last of the average's 30.4 is four tenths of it.
        assert!((credited - 12.0 * 1.6 * average as f64).abs() < 1e-9, "{credited}: {row}");
    }
    println!("skipped: {} months of google_ads_month that are not full", partly.len());
}

#[test]
fn without_an_average_all_that_is_served_is_charged_while_money_lasts() {
    // 1,000 of money, asked 3 and served 6: 166 times, and of the 4 that are left 3 are spent, and 3 more refused.
    let outcomes = year(team(1_000, |org| org), 5.0, "3", 2.0);
    assert_eq!(money(&outcomes), [999.0, 498.0, 0.0, 3.0, 0.0]);
    assert_eq!(of_channel(&outcomes, "seo", "overdelivery_refused"), 2.0 * 300.0);
    // A limit per transaction counts the whole amount, as in a settlement.
    let outcomes = year(team(1_000, |org| org.transaction(5)), 5.0, "3", 2.0);
    assert_eq!(money(&outcomes), [999.0, 0.0, 0.0, 999.0, 0.0]);
}

#[test]
fn what_is_not_served_can_be_asked_for_again() {
    // A day of 10: asked 4 and served 2 of them, four times; a fifth time 2 are left, and 4 too many.
    let outcomes = year(team(100_000, |org| org.day(10)), 30.0, "4", 0.5);
    assert_eq!(money(&outcomes), [365.0 * 8.0, 0.0, 0.0, 0.0, 365.0 * 8.0]);
    // What is not served at all is never used up.
    let outcomes = year(team(100_000, |org| org.day(10)), 30.0, "4", 0.0);
    assert_eq!(money(&outcomes)[0], 0.0);
    assert_eq!(total(&outcomes, "approved_at_once"), total(&outcomes, "requests"));
}

#[test]
fn serving_what_was_asked_for_changes_nothing() {
    let mut without = assumptions(0.2, no_time());
    let mut with = without.clone();
    with.requests.delivery = Some(Distribution::constant(1.0).unwrap());
    let figures = |assumed: &Assumptions| {
        let outcomes = run_seeded(team(5_000_000, |org| org.average(10_000, "meta")), assumed.clone(), 3, 1);
        let spend = of_design(&outcomes, "spend").to_vec();
        (spend, total(&outcomes, "requests"), total(&outcomes, "overdelivery_charged"))
    };
    assert_eq!(figures(&without), figures(&with));
    // What varies about 1 does, and the same requests come.
    without.requests.delivery = Some(Distribution::lognormal(1.0, 0.3).unwrap());
    let (spend, requests, beyond) = figures(&without);
    assert_eq!(requests, figures(&with).1);
    assert_ne!(spend, figures(&with).0);
    assert!(0.0 < beyond);
}

#[test]
fn only_the_channel_that_states_it_serves_something_else() {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "").channel("social", "");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(10_000_000);
    org.position("asker", "specialist").holder("budi").reports_to("dmm").channels(["seo", "social"]);
    org.delegation("dmm", "asker", 10_000_000);
    let mut assumed = assumptions(0.01, no_time());
    let mut social = assumed.requests.clone();
    social.delivery = Some(Distribution::constant(1.5).unwrap());
    assumed.channels.insert("social".to_owned(), social);
    let outcomes = run_seeded(org.build().unwrap(), assumed, 1, 1);
    assert_eq!(of_channel(&outcomes, "seo", "overdelivery_charged"), 0.0);
    let (beyond, spend) =
        (of_channel(&outcomes, "social", "overdelivery_charged"), of_channel(&outcomes, "social", "spend"));
    assert!(0.0 < beyond);
    assert_eq!(beyond * 3.0, spend);
}

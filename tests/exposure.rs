//! Compares the exposure with the best of all ways to spend, tried one by one on small orgs.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on says why")]

use bagan::{
    Calendar, Date, Entry, Interval, Ledger, Limits, Money, Org, OrgBuilder, Pacing, PacingPeriod, Quantity,
    Weekday, Window, parse_date,
};
use proptest::prelude::*;

/// The days that are spent on: they hold the end of a week, of a platform's week, and of a month.
const DAYS: usize = 5;

fn first() -> Date {
    parse_date("2026-02-27").unwrap() // a Friday
}

fn days() -> Vec<Date> {
    std::iter::successors(Some(first()), |day| day.tomorrow().ok()).take(DAYS).collect()
}

/// What one account may spend; the average is of a platform that charges twice it a day and three times it a week.
#[derive(Debug, Clone)]
struct Caps {
    amount: i64,
    day: Option<i64>,
    week: Option<i64>,
    month: Option<i64>,
    average: Option<i64>,
}

#[derive(Debug, Clone)]
struct Case {
    lead: Caps,
    specialist: Caps,
    budget: i64,
    /// The days, counted from the first, from which on and until which the specialist's delegation is in force.
    valid: (usize, usize),
    /// What is reserved already, on which day.
    reserved: Vec<(usize, i64)>,
}

fn pacing() -> Pacing {
    Pacing::new(Quantity::from(2), PacingPeriod::Week(Weekday::Sunday), Quantity::from(3))
}

fn caps() -> impl Strategy<Value = Caps> {
    let limit = || prop::option::weighted(0.5, 0..5_i64);
    (1..12_i64, limit(), limit(), limit(), prop::option::weighted(0.4, 0..3_i64))
        .prop_map(|(amount, day, week, month, average)| Caps { amount, day, week, month, average })
}

fn case() -> impl Strategy<Value = Case> {
    let reserved = prop::collection::vec((0..DAYS, 1..3_i64), 0..3);
    (caps(), caps(), 1..14_i64, (0..DAYS, 1..=DAYS), reserved).prop_map(
        |(lead, specialist, budget, (from, length), reserved)| {
            let valid = (from, (from + length).min(DAYS + 1));
            Case { lead, specialist, budget, valid, reserved }
        },
    )
}

fn org(case: &Case) -> Org {
    let minor = Money::from_minor;
    let mut org = OrgBuilder::new("Exposure", "USD");
    org.channel("ads", "").platform("weekly", pacing());
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(minor(case.budget));
    org.position("lead", "lead-specialist").holder("wulan").reports_to("dmm");
    org.position("ads", "specialist").holder("budi").reports_to("lead").channels(["ads"]);
    let day =
        |place: usize| std::iter::successors(Some(first()), |day| day.tomorrow().ok()).nth(place).unwrap();
    let valid = Interval::new(Some(day(case.valid.0)), Some(day(case.valid.1))).unwrap();
    for (from, to, caps, valid) in
        [("dmm", "lead", &case.lead, Interval::ALWAYS), ("lead", "ads", &case.specialist, valid)]
    {
        let mut draft = org.delegation(from, to, minor(caps.amount)).valid(valid);
        for (window, limit) in
            [(Window::Day, caps.day), (Window::Week, caps.week), (Window::Month, caps.month)]
        {
            if let Some(limit) = limit {
                draft = draft.limit(window, minor(limit));
            }
        }
        if let Some(average) = caps.average {
            draft.average(minor(average), "weekly");
        }
    }
    org.build().unwrap()
}

/// What each day holds, by account: the same for both, for the lead spends nothing itself.
fn fits(org: &Org, spent: &[i64; DAYS]) -> bool {
    let calendar = org.calendar();
    let days = days();
    let within = |window: &dyn Fn(Date) -> Interval, cap: Money| {
        days.iter().all(|day| {
            let inside = window(*day);
            let sum: i64 =
                days.iter().zip(spent).filter(|(day, _)| inside.contains(**day)).map(|(_, sum)| sum).sum();
            sum <= cap.minor()
        })
    };
    org.delegations().all(|delegation| {
        let Limits { day, week, month, .. } = delegation.hard_limits();
        day.is_none_or(|cap| within(&|date| calendar.day(date), cap))
            && week.is_none_or(|cap| within(&|date| calendar.week(date), cap))
            && month.is_none_or(|cap| within(&|date| calendar.month(date), cap))
            && delegation.average().is_none_or(|average| {
                within(&|date| Calendar::default().day(date), pacing().day_cap(average.amount()))
                    && within(&|date| pacing().period_of(date), pacing().period_cap(average.amount()))
            })
            && spent.iter().sum::<i64>() <= delegation.amount().minor()
    }) && spent.iter().sum::<i64>() <= org.position("dmm").unwrap().budget().unwrap().minor()
}

/// Tries every way to spend on top of what is reserved, and returns the most that one of them spends.
fn best(org: &Org, held: [i64; DAYS], valid: (usize, usize)) -> i64 {
    let most = 5;
    let mut best = 0;
    for code in 0..6_usize.pow(5) {
        let mut rest = code;
        let more: [i64; DAYS] = std::array::from_fn(|place| {
            let digit = rest % (most + 1);
            rest /= most + 1;
            if place < valid.0 || valid.1 <= place { 0 } else { i64::try_from(digit).unwrap() }
        });
        let sum = more.iter().sum();
        if best < sum && fits(org, &std::array::from_fn(|place| held[place] + more[place])) {
            best = sum;
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn it_is_the_best_of_all_ways_to_spend(case in case()) {
        let mut case = case;
        // With a limit of five at the most a day, five digits try all there is.
        case.specialist.day = Some(case.specialist.day.unwrap_or(5));
        let mut ledger = Ledger::new(org(&case));
        let mut held = [0; DAYS];
        for (number, (place, amount)) in case.reserved.iter().enumerate() {
            let money = Money::from_minor(*amount);
            let entry = Entry::reserve(&number.to_string(), days()[*place], "ads", "ads", money);
            if ledger.apply(&entry).is_ok() {
                held[*place] += amount;
            }
        }
        let org = ledger.org();
        let (position, channel) = (org.position("ads").unwrap(), org.channel("ads").unwrap());
        let interval = Interval::new(Some(first()), days()[DAYS - 1].tomorrow().ok()).unwrap();
        let exposure = ledger.exposure(position, channel, interval);
        prop_assert_eq!(exposure.to_come.minor(), best(org, held, case.valid));
        prop_assert_eq!(exposure.committed.minor(), held.iter().sum::<i64>());
    }
}

#[test]
fn a_position_that_is_not_assigned_the_channel_exposes_nothing() {
    let mut org = OrgBuilder::new("Exposure", "USD");
    org.channel("ads", "").channel("seo", "");
    org.position("ads", "specialist").holder("budi").channels(["ads"]).budget(100);
    let ledger = Ledger::new(org.build().unwrap());
    let position = ledger.org().position("ads").unwrap();
    let worst = |channel: &str, days| {
        ledger.exposure(position, ledger.org().channel(channel).unwrap(), days).worst_case().minor()
    };
    assert_eq!(worst("seo", ledger.org().calendar().month(first())), 0);
    assert_eq!(worst("ads", ledger.org().calendar().month(first())), 10_000);
    // Each fiscal year has its amount again.
    let years = Interval::new(parse_date("2026-12-31").ok(), parse_date("2027-01-02").ok()).unwrap();
    assert_eq!(worst("ads", years), 20_000);
}

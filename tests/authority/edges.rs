//! Edges, one by one: calendars, delegations that begin and end, limits that change, amounts at the end of numbers,
//! and input that is wrong.

use std::sync::Arc;

use bagan::{
    AccountRef, Calendar, Date, Entry, Interval, Ledger, LedgerError, Money, Org, OrgBuilder, Verdict,
    Weekday, audit, parse_date,
};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn days(from: Option<&str>, until: Option<&str>) -> Interval {
    Interval::new(from.map(day), until.map(day)).unwrap()
}

/// Builds `dmm` with 1,000 and `seo` below; what `dmm` delegates is left to the caller.
fn org(state: impl FnOnce(&mut OrgBuilder)) -> Org {
    let mut org = OrgBuilder::new("Team", "IDR");
    org.channel("seo", "").channel("email", "");
    org.position("cmo", "cmo").holder("sari");
    org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(1_000);
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    state(&mut org);
    org.build().unwrap()
}

/// A delegation of 400 from `dmm` to `seo`.
fn granted() -> Org {
    org(|org| {
        org.delegation("dmm", "seo", 400);
    })
}

fn reserve(key: &str, date: &str, amount: i64) -> Entry {
    Entry::reserve(key, day(date), "seo", "seo", amount)
}

/// Applies entries that are all accepted.
fn ledger(org: Org, entries: &[Entry]) -> Ledger {
    let mut ledger = Ledger::new(org);
    for entry in entries {
        ledger.apply(entry).unwrap();
    }
    ledger
}

fn code(ledger: &mut Ledger, entry: &Entry) -> Option<&'static str> {
    ledger.apply(entry).err().map(|error| error.code())
}

/// Asserts that a spend of so much is allowed, and one more is not, for a reason.
fn assert_at_most(ledger: &Ledger, date: &str, most: i64, reason: &str) {
    let mut ledger = ledger.clone();
    assert_eq!(code(&mut ledger, &reserve("above", date, most + 1)), Some(reason), "{date}");
    if 0 < most {
        assert_eq!(code(&mut ledger, &reserve("at", date, most)), None, "{date}");
    }
}

fn weekly(week: i64) -> Org {
    org(|org| {
        org.delegation("dmm", "seo", 400).week(week);
    })
}

#[test]
fn a_year_of_53_weeks_has_a_last_week_in_two_years() {
    // Week 53 of 2026: from Monday 28 December to Sunday 3 January.
    let ledger = ledger(weekly(50), &[reserve("a", "2026-12-31", 30), reserve("b", "2027-01-01", 15)]);
    for date in ["2026-12-28", "2026-12-31", "2027-01-01", "2027-01-03"] {
        assert_at_most(&ledger, date, 5, "week-limit");
    }
    for date in ["2026-12-27", "2027-01-04"] {
        assert_at_most(&ledger, date, 50, "week-limit");
    }
}

#[test]
fn a_year_of_52_weeks_ends_where_the_next_begins() {
    // 1 January 2024 is a Monday: week 52 of 2023 ends on Sunday 31 December.
    let ledger = ledger(weekly(50), &[reserve("a", "2023-12-31", 30), reserve("b", "2024-01-01", 10)]);
    assert_at_most(&ledger, "2023-12-25", 20, "week-limit");
    assert_at_most(&ledger, "2024-01-07", 40, "week-limit");
}

#[test]
fn weeks_from_sunday_are_other_weeks() {
    let sunday = org(|org| {
        org.calendar(Calendar::new("01-01".parse().unwrap(), Weekday::Sunday));
        org.delegation("dmm", "seo", 400).week(50);
    });
    let ledger = ledger(sunday, &[reserve("a", "2026-07-05", 30)]); // a Sunday
    assert_at_most(&ledger, "2026-07-04", 50, "week-limit");
    assert_at_most(&ledger, "2026-07-11", 20, "week-limit");
}

#[test]
fn the_leap_day_is_a_day_of_its_own_in_february() {
    let limited = org(|org| {
        org.delegation("dmm", "seo", 400).day(20).month(50);
    });
    let ledger = ledger(limited, &[reserve("a", "2028-02-29", 15), reserve("b", "2028-02-01", 20)]);
    assert_at_most(&ledger, "2028-02-29", 5, "day-limit");
    assert_at_most(&ledger, "2028-02-28", 15, "month-limit");
    assert_at_most(&ledger, "2028-03-01", 20, "day-limit");
    // In a common year, the day before 1 March is the 28th.
    assert_at_most(&ledger, "2027-02-28", 20, "day-limit");
}

#[test]
fn money_is_for_the_fiscal_year_wherever_it_starts() {
    for (start, last, first) in [
        ("01-01", "2026-12-31", "2027-01-01"),
        ("07-01", "2026-06-30", "2026-07-01"),
        // In common years the year starts on 1 March, in leap years on the leap day.
        ("02-29", "2027-02-28", "2027-03-01"),
        ("02-29", "2028-02-28", "2028-02-29"),
    ] {
        let fiscal = org(|org| {
            org.calendar(Calendar::new(start.parse().unwrap(), Weekday::Monday));
            org.delegation("dmm", "seo", 400);
        });
        let ledger = ledger(fiscal, &[reserve("a", last, 390), reserve("b", first, 100)]);
        assert_at_most(&ledger, last, 10, "account-exhausted");
        assert_at_most(&ledger, first, 300, "account-exhausted");
    }
}

#[test]
fn a_delegation_that_begins_and_ends_within_a_week_counts_its_own_days() {
    // In force from Wednesday 1 July to Friday 3 July; before and after, the general one pays.
    let own = days(Some("2026-07-01"), Some("2026-07-04"));
    let two = org(|org| {
        org.delegation("dmm", "seo", 400).week(100);
        org.delegation("dmm", "seo", 90).channel("seo").valid(own).week(40);
    });
    let entries = [
        reserve("tue", "2026-06-30", 60),
        reserve("wed", "2026-07-01", 30),
        reserve("sat", "2026-07-04", 25),
    ];
    let ledger = ledger(two, &entries);
    assert_at_most(&ledger, "2026-06-29", 15, "week-limit");
    assert_at_most(&ledger, "2026-07-03", 10, "week-limit");
    assert_at_most(&ledger, "2026-07-05", 15, "week-limit");
    // A delegation without any other is no account on the days around it.
    let only = org(|org| {
        org.delegation("dmm", "seo", 90).valid(own);
    });
    let mut ledger = Ledger::new(only);
    for (date, expected) in [
        ("2026-06-30", Some("no-account")),
        ("2026-07-01", None),
        ("2026-07-03", None),
        ("2026-07-04", Some("no-account")),
    ] {
        assert_eq!(code(&mut ledger, &reserve(date, date, 10)), expected, "{date}");
    }
}

#[test]
fn a_limit_lowered_below_what_is_used_leaves_less_than_nothing() {
    let entries = [reserve("a", "2026-07-01", 80), reserve("b", "2026-07-01", 60)];
    let before = ledger(granted(), &entries);
    assert_eq!(before.version(), 2);
    let lowered = || {
        org(|org| {
            org.delegation("dmm", "seo", 100).day(50);
        })
    };
    // What happened counts: the account is overspent, and the day holds more than it may.
    let mut after = Ledger::replay(lowered(), &entries).unwrap();
    let account = after.org().delegations().next().unwrap();
    let balance = after.balance(bagan::Account::Delegation(account), day("2026-07-01")).unwrap();
    assert_eq!(balance.remaining, Money::from_minor(-4_000));
    assert_eq!(code(&mut after, &reserve("c", "2026-07-01", 1)), Some("day-limit"));
    assert_eq!(code(&mut after, &reserve("c", "2026-07-02", 1)), Some("account-exhausted"));
    // An audit names both: each is above the limit of the day.
    let audit = audit(lowered(), &entries);
    let found: Vec<(usize, &str)> =
        audit.findings.iter().map(|finding| (finding.index, finding.error.code())).collect();
    assert_eq!(found, [(0, "day-limit"), (1, "day-limit")]);
    assert_eq!(audit.ledger.state(), Ledger::replay(lowered(), &entries).unwrap().state());

    // The next year begins with what was overspent, and with nothing else.
    let carried = |key, amount| Entry::carry_over(key, day("2027-01-01"), AccountRef::general("seo"), amount);
    for amount in [-41, -39, 1, 0] {
        assert_eq!(code(&mut after, &carried("x", amount)), Some("carry-over"), "{amount}");
    }
    assert_eq!(code(&mut after, &carried("x", -40)), None);
    assert_at_most(&after, "2027-01-02", 50, "day-limit");
    let mut whole = after.clone();
    assert_eq!(code(&mut whole, &reserve("jan", "2027-01-02", 50)), None);
    assert_at_most(&whole, "2027-01-03", 10, "account-exhausted");
    // Carried once, the old year is even.
    assert_eq!(code(&mut after, &carried("y", -40)), Some("carry-over"));
}

#[test]
fn the_order_of_dates_does_not_matter() {
    let limited = || {
        org(|org| {
            org.delegation("dmm", "seo", 400).day(40).week(60).month(90);
        })
    };
    let entries = [
        reserve("a", "2026-07-15", 40),
        reserve("b", "2026-07-01", 20),
        reserve("c", "2026-07-30", 25),
        reserve("d", "2026-06-30", 35),
        reserve("e", "2025-07-15", 40),
        reserve("f", "2027-07-15", 40),
    ];
    let there = ledger(limited(), &entries);
    let back: Vec<Entry> = entries.iter().rev().cloned().collect();
    let back = ledger(limited(), &back);
    let (there, back) = (there, back);
    assert_eq!((there.state().years, there.state().days), (back.state().years, back.state().days));
    for ledger in [&there, &back] {
        assert_at_most(ledger, "2026-07-02", 5, "week-limit"); // 35 on Tuesday, 20 on Wednesday
        assert_at_most(ledger, "2026-07-20", 5, "month-limit");
        assert_at_most(ledger, "2026-07-15", 0, "day-limit");
        assert_at_most(ledger, "2026-06-10", 40, "day-limit");
    }
}

#[test]
fn the_same_key_twice_is_one_entry_or_an_error() {
    let spend = reserve("a", "2026-07-01", 40);
    let mut ledger = ledger(granted(), std::slice::from_ref(&spend));
    let before = ledger.state();
    let receipt = ledger.apply(&spend).unwrap();
    assert!(receipt.repeated && receipt.version == 1);
    // The currency of the org may be stated, or left out.
    assert!(ledger.apply(&spend.clone().currency("IDR")).unwrap().repeated);
    let others = [
        reserve("a", "2026-07-01", 41),
        reserve("a", "2026-07-02", 40),
        reserve("a", "2026-07-01", 40).approved_by(["dmm"]),
        Entry::reserve("a", day("2026-07-01"), "seo", "email", 40),
        Entry::settle("a", day("2026-07-01"), "a", 40),
        Entry::release("a", day("2026-07-01"), "a"),
        Entry::reclaim("a", day("2026-07-01"), AccountRef::general("seo"), 40, "dmm"),
    ];
    for other in &others {
        assert_eq!(ledger.apply(other), Err(LedgerError::KeyReused { key: "a".to_owned() }), "{other:?}");
    }
    assert_eq!(ledger.state(), before);
    // Also once the reservation is closed: the entry was made, and is not made again.
    ledger.apply(&Entry::release("b", day("2026-07-01"), "a")).unwrap();
    assert!(ledger.apply(&spend).unwrap().repeated);
    assert_at_most(&ledger, "2026-07-01", 400, "account-exhausted");
    // A key whose entry was refused is free.
    assert_eq!(code(&mut ledger, &reserve("c", "2026-07-01", 401)), Some("account-exhausted"));
    assert_eq!(code(&mut ledger, &reserve("c", "2026-07-01", 400)), None);
}

#[test]
fn one_content_may_be_written_in_several_ways() {
    let mut ledger = Ledger::new(granted());
    let date = day("2026-07-01");
    let spend = |amount: &str| Entry::reserve("a", date, "seo", "seo", amount);
    let moved = |amount: &str| Entry::reclaim("b", date, AccountRef::general("seo"), amount, "dmm");
    for (entry, same) in [(spend("10"), spend("10.00")), (moved("10"), moved("10.00"))] {
        assert!(!ledger.apply(&entry).unwrap().repeated);
        assert!(ledger.apply(&same).unwrap().repeated, "{same:?}");
    }
}

#[test]
fn amounts_at_the_end_of_numbers_are_counted() {
    // Yen have no minor units. Half of the most there is fits, twice; one more does not.
    let vast = || {
        let mut org = OrgBuilder::new("Vast", "JPY");
        org.channel("seo", "");
        org.position("dmm", "digital-marketing-manager").holder("rina").channels(["seo"]).budget(i64::MAX);
        org.build().unwrap()
    };
    let half = i64::MAX / 2;
    let spend = |key: &str, date: &str, amount: i64| Entry::reserve(key, day(date), "dmm", "seo", amount);
    let mut ledger = Ledger::new(vast());
    for (key, amount, expected) in [
        ("a", i64::MIN, Some("amount-not-positive")),
        ("a", half, None),
        ("b", half + 2, Some("account-exhausted")),
        ("b", i64::MAX, Some("account-exhausted")),
        ("b", half + 1, None),
        ("c", 1, Some("account-exhausted")),
    ] {
        assert_eq!(code(&mut ledger, &spend(key, "2026-12-31", amount)), expected, "{amount}");
    }
    // The last week of the year holds two of them, each all that there is.
    assert_eq!(code(&mut ledger, &spend("d", "2027-01-01", i64::MAX)), None);
    let shared = ledger.shared_org();
    let account = bagan::Account::Budget(shared.position("dmm").unwrap());
    let week = ledger.org().calendar().week(day("2027-01-01"));
    assert_eq!(ledger.committed(account, week), Money::MAX);
    let balance = ledger.balance(account, day("2027-01-01")).unwrap();
    assert_eq!((balance.remaining, balance.reserved), (Money::ZERO, Money::MAX));

    // What is settled above, released, or carried over cannot go past the end either.
    let settle = |amount: i64| Entry::settle("s", day("2026-12-31"), "a", amount);
    assert_eq!(code(&mut ledger, &settle(i64::MAX)), Some("account-exhausted"));
    assert_eq!(code(&mut ledger, &settle(1)), None);
    let carried = |amount: i64| Entry::carry_over("y", day("2027-01-01"), AccountRef::general("dmm"), amount);
    assert_eq!(code(&mut ledger, &carried(half - 1)), Some("ledger-full"));
    assert_eq!(code(&mut ledger, &carried(i64::MIN)), Some("carry-over"));
    assert_eq!(code(&mut ledger, &Entry::release("r", day("2027-01-01"), "d")), None);
    assert_eq!(ledger.balance(account, day("2027-01-01")).unwrap().remaining, Money::MAX);

    // Replayed entries are facts: where they cannot be counted, it says so.
    let entries =
        [spend("a", "2026-07-01", i64::MAX), spend("b", "2026-07-01", 1), spend("c", "2027-07-01", 1)];
    let errors = Ledger::replay(vast(), &entries).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| (error.index, error.what.clone())).collect();
    assert_eq!(found, [(1, LedgerError::Full)]);
}

#[test]
fn days_at_the_ends_of_the_calendar_are_days() {
    let limited = org(|org| {
        org.delegation("dmm", "seo", 400).day(40).week(60).month(90);
    });
    let mut ledger = Ledger::new(limited);
    for (key, date) in [("a", Date::MAX), ("b", Date::MIN)] {
        let spend = |key: &str, amount: i64| Entry::reserve(key, date, "seo", "seo", amount);
        assert_eq!(code(&mut ledger, &spend(key, 40)), None);
        assert_eq!(code(&mut ledger, &spend("more", 1)), Some("day-limit"));
        let account = ledger.org().delegations().next().unwrap();
        let balance = ledger.balance(bagan::Account::Delegation(account), date).unwrap();
        assert_eq!(balance.remaining, Money::from_minor(36_000));
    }
    // Before the first day there is no fiscal year to carry over from.
    let carried = Entry::carry_over("c", Date::MIN, AccountRef::general("seo"), 1);
    assert_eq!(code(&mut ledger, &carried), Some("nothing-to-move"));
}

/// Asserts that an entry is refused with a code, twice, and changes nothing.
fn assert_refused(ledger: &mut Ledger, entry: &Entry, expected: &str) {
    let before = ledger.state();
    for _ in 0..2 {
        assert_eq!(code(ledger, entry), Some(expected), "{entry:?}");
        assert_eq!(ledger.state(), before, "{entry:?} changes something");
    }
}

#[test]
fn bad_input_has_an_error_of_its_own_and_changes_nothing() {
    let date = day("2026-07-01");
    let seo = || AccountRef::new("seo", "seo");
    let dated = org(|org| {
        org.delegation("dmm", "seo", 400).valid(days(Some("2026-01-01"), Some("2027-01-01")));
    });
    let entries = [
        reserve("open", "2026-07-01", 40),
        reserve("settled", "2026-07-01", 40),
        reserve("released", "2026-07-01", 40),
        Entry::settle("s", date, "settled", 35),
        Entry::release("r", date, "released"),
    ];
    let mut ledger = ledger(dated, &entries);
    let spend = |position: &str, channel: &str| Entry::reserve("x", date, position, channel, 1);
    let moved = |from, to| Entry::transfer("x", date, from, to, 1, "dmm");
    let cases = [
        ("unknown-position", spend("nobody", "seo")),
        ("unknown-channel", spend("seo", "nowhere")),
        ("channel-not-assigned", spend("seo", "email")),
        ("amount-not-positive", reserve("x", "2026-07-01", 0)),
        ("amount-not-positive", reserve("x", "2026-07-01", -1)),
        ("invalid-amount", Entry::reserve("x", date, "seo", "seo", "1.001")),
        ("invalid-amount", Entry::reserve("x", date, "seo", "seo", i64::MAX)),
        ("foreign-currency", reserve("x", "2026-07-01", 1).currency("EUR")),
        ("no-account", reserve("x", "2025-12-31", 1)),
        ("no-account", reserve("x", "2027-01-01", 1)),
        ("invalid-key", reserve("", "2026-07-01", 1)),
        ("invalid-key", reserve("a\nb", "2026-07-01", 1)),
        ("invalid-key", reserve(&"k".repeat(257), "2026-07-01", 1)),
        ("unknown-reservation", Entry::settle("x", date, "never-made", 1)),
        ("unknown-reservation", Entry::release("x", date, "never-made")),
        ("not-a-reservation", Entry::settle("x", date, "s", 1)),
        ("not-a-reservation", Entry::release("x", date, "r")),
        ("already-settled", Entry::release("x", date, "settled")),
        ("already-settled", Entry::settle("x", date, "settled", 35)),
        ("already-released", Entry::settle("x", date, "released", 1)),
        ("already-released", Entry::release("x", date, "released")),
        ("amount-not-positive", Entry::settle("x", date, "open", 0)),
        ("foreign-currency", Entry::settle("x", date, "open", 1).currency("EUR")),
        ("account-exhausted", Entry::settle("x", date, "open", 400)),
        ("unknown-position", moved(seo(), AccountRef::general("nobody"))),
        ("unknown-position", moved(AccountRef::general("nobody"), seo())),
        ("unknown-channel", moved(AccountRef::new("seo", "nowhere"), AccountRef::general("dmm"))),
        ("no-account", moved(seo(), AccountRef::general("cmo"))),
        ("nothing-to-move", moved(seo(), AccountRef::general("seo"))),
        ("amount-not-positive", Entry::transfer("x", date, seo(), AccountRef::general("dmm"), -1, "dmm")),
        ("unknown-position", Entry::transfer("x", date, seo(), AccountRef::general("dmm"), 1, "nobody")),
        ("not-authorised", Entry::transfer("x", date, seo(), AccountRef::general("dmm"), 1, "seo")),
        ("account-exhausted", Entry::transfer("x", date, seo(), AccountRef::general("dmm"), 326, "dmm")),
        ("nothing-to-move", Entry::reclaim("x", date, AccountRef::general("dmm"), 1, "cmo")),
        ("not-authorised", Entry::reclaim("x", date, seo(), 1, "seo")),
        ("account-exhausted", Entry::reclaim("x", date, seo(), 326, "dmm")),
        ("no-account", Entry::carry_over("x", date, seo(), 1)),
        ("carry-over", Entry::carry_over("x", day("2026-07-01"), AccountRef::general("dmm"), 1_001)),
        ("carry-over", Entry::carry_over("x", day("2026-07-01"), AccountRef::general("dmm"), 0)),
    ];
    for (expected, entry) in &cases {
        assert_refused(&mut ledger, entry, expected);
    }
    // A key may have 256 bytes, in any script.
    assert_eq!(code(&mut ledger, &reserve(&"键".repeat(85), "2026-07-01", 1)), None);
    assert_eq!(code(&mut ledger, &reserve(&"k".repeat(256), "2026-07-01", 1)), None);
}

#[test]
fn money_that_is_reserved_cannot_be_moved_and_what_is_released_can() {
    let date = day("2026-07-01");
    let mut ledger = ledger(granted(), &[reserve("a", "2026-07-01", 300)]);
    let reclaim =
        |key: &str, amount: i64| Entry::reclaim(key, date, AccountRef::general("seo"), amount, "dmm");
    assert_refused(&mut ledger, &reclaim("x", 101), "account-exhausted");
    assert_eq!(code(&mut ledger, &reclaim("b", 100)), None);
    assert_refused(&mut ledger, &Entry::settle("x", date, "a", 301), "account-exhausted");
    assert_eq!(code(&mut ledger, &Entry::release("c", date, "a")), None);
    assert_at_most(&ledger, "2026-07-01", 300, "account-exhausted");
}

#[test]
fn a_request_by_a_stranger_is_denied_in_another_currency_too() {
    let ledger = Ledger::new(Arc::new(granted()));
    let euro = bagan::Currency::from_code("EUR").unwrap();
    let request = ledger.request("seo", "seo", Money::from_minor(1), day("2026-07-01"));
    assert_eq!(ledger.decide(&request).verdict(), Verdict::Approved);
    let foreign = ledger.decide(&request.in_currency(euro));
    assert_eq!(foreign.verdict(), Verdict::Denied);
    assert_eq!(foreign.reasons().next().and_then(|test| test.failed).unwrap().as_str(), "foreign-currency");
}

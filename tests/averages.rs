//! Averages that a platform paces, and the limits that follow from them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says why")]

use bagan::{
    DelegationDraft, Limits, Money, Org, OrgBuilder, Pacing, PacingPeriod, Quantity, Weekday, Window,
    parse_date,
};

fn rupiah(units: i64) -> Money {
    Money::from_minor(units * 100)
}

fn builder() -> OrgBuilder {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(10_000);
    org.position("ppc", "specialist").holder("budi").reports_to("dmm");
    org
}

/// Builds an org with one delegation.
fn org(limits: impl FnOnce(DelegationDraft<'_>) -> DelegationDraft<'_>) -> Org {
    let mut org = builder();
    limits(org.delegation("dmm", "ppc", 9_000));
    org.build().unwrap()
}

fn limits(org: &Org) -> Limits {
    org.delegations().next().unwrap().limits()
}

#[test]
fn an_average_implies_the_caps_of_its_platform() {
    let google = org(|draft| draft.average(10, "google-ads"));
    assert_eq!(
        limits(&google),
        Limits { day: Some(rupiah(20)), month: Some(rupiah(304)), ..Limits::default() }
    );
    let meta = org(|draft| draft.average(10, "meta"));
    let (day, week) = (Some(Money::from_minor(1_750)), Some(rupiah(70)));
    assert_eq!(limits(&meta), Limits { day, week, ..Limits::default() });
    let average = meta.delegations().next().unwrap().average().unwrap();
    assert_eq!((average.amount(), average.platform(), average.pacing()), (rupiah(10), "meta", Pacing::META));
    assert_eq!(average.caps(), limits(&meta));
    assert!(meta.delegations().all(|delegation| delegation.hard_limits().is_empty()));
    assert_eq!(meta.platforms().len(), 0, "what is built in is not stated");
}

#[test]
fn of_a_limit_and_a_cap_the_lower_one_binds() {
    let org = org(|draft| draft.average(10, "google-ads").transaction(5).day(15).week(100).month(500));
    let delegation = org.delegations().next().unwrap();
    let expected = [(Window::Transaction, 5), (Window::Day, 15), (Window::Week, 100), (Window::Month, 304)];
    for (window, limit) in expected {
        assert_eq!(delegation.limits().get(window), Some(rupiah(limit)), "{window}");
        let account = delegation.to().general_account(parse_date("2026-07-01").unwrap()).unwrap();
        assert_eq!(account.limit(window), Some(rupiah(limit)), "{window}");
    }
    assert_eq!(delegation.hard_limits().month, Some(rupiah(500)));
}

#[test]
fn a_platform_may_be_ones_own_or_a_built_in_one_stated_anew() {
    let mut org = builder();
    let own = Pacing::new(Quantity::ONE, PacingPeriod::Week(Weekday::Friday), Quantity::from(5));
    let older = Pacing { day: "1.25".parse().unwrap(), ..Pacing::META };
    org.platform("own", own).platform("meta", older);
    org.delegation("dmm", "ppc", 100).average(4, "own");
    org.delegation("dmm", "ppc", 100).average(4, "meta");
    org.delegation("dmm", "ppc", 100).average(4, "google-ads");
    org.delegation("dmm", "ppc", 100);
    let org = org.build().unwrap();
    let days: Vec<_> = org.delegations().map(|delegation| delegation.limits().day).collect();
    assert_eq!(days, [Some(rupiah(4)), Some(rupiah(5)), Some(rupiah(8)), None]);
    assert_eq!(org.platforms().collect::<Vec<_>>(), [("own", own), ("meta", older)]);
}

#[test]
fn what_an_average_or_a_platform_cannot_be_is_said_at_its_place() {
    let mut org = builder();
    org.delegation("dmm", "ppc", 1);
    org.delegation("dmm", "ppc", 1).average(-5, "google-adz");
    org.delegation("dmm", "ppc", 1).average("1.234", "ppc");
    org.platform("own", Pacing { day: "0.999999".parse().unwrap(), ..Pacing::META });
    org.platform("own", Pacing { factor: Quantity::ZERO, ..Pacing::GOOGLE_ADS });
    org.platform(" ", Pacing { factor: Quantity::from(-1), ..Pacing::META });
    let errors = org.build().map(|_| ()).unwrap_err();
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "delegations[1].limits.average.day: IDR -5 is below zero",
            "delegations[1].limits.average.platform: there is no platform `google-adz`",
            "delegations[2].limits.average.day: `1.234` has more decimals than IDR takes: at most 2",
            "delegations[2].limits.average.platform: there is no platform `ppc`",
            "platforms.\" \": ` ` is not an id of a platform: an id cannot begin or end with white space",
            "platforms.\" \".week: -1 times the average is less than the average",
            "platforms.own: platform `own` is stated twice",
            "platforms.own.day: 0.999999 times the average is less than the average",
            "platforms.own.month: 0 times the average is less than the average",
        ]
    );
    let help: Vec<_> = errors.iter().filter_map(bagan::BuildError::help).collect();
    assert!(help.contains(&"did you mean `google-ads`?".to_owned()), "{help:?}");
}

#[test]
fn delegations_that_differ_in_their_average_alone_keep_one_order() {
    let days = |averages: [i64; 2]| {
        let mut org = builder();
        for average in averages {
            org.delegation("dmm", "ppc", 100).average(average, "meta");
        }
        let org = org.build().unwrap();
        let ppc = org.position("ppc").unwrap();
        ppc.received().map(|received| received.limits().day).collect::<Vec<_>>()
    };
    assert_eq!(days([4, 8]), days([8, 4]));
}

#[test]
fn caps_that_money_cannot_hold_do_not_overflow() {
    let org = org(|draft| draft.average(Money::MAX, "google-ads"));
    assert_eq!(limits(&org), Limits { day: Some(Money::MAX), month: Some(Money::MAX), ..Limits::default() });
}

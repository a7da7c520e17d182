//! The overview of an org, figure by figure, where a user would trip over it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says why")]

use bagan::overview::{Figure, Measure, Missing, Overview, Part, PartOf, Side, Topic};
use bagan::risk::Assumptions;
use bagan::{Date, Interval, Level, Money, Org, OrgBuilder, OutcomeKind, Profile, Quantity, parse_date};

fn day() -> Date {
    parse_date("2026-07-01").unwrap()
}

fn org(state: impl FnOnce(&mut OrgBuilder)) -> Org {
    let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    state(&mut org);
    org.build().unwrap()
}

fn with<'o>(overview: &'o Overview<'o>, topic: Topic, name: &str) -> &'o Figure<'o> {
    overview.figure(topic, name).unwrap()
}

fn line(overview: &Overview<'_>, label: &str) -> String {
    let text = overview.to_string();
    let line = text.lines().find(|line| line.trim_start().starts_with(label));
    line.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_org_of_nobody_has_figures_all_the_same() {
    let org = org(|_| {});
    let overview = Overview::of(&org, day());
    assert_eq!(with(&overview, Topic::Shape, "layers").value, Ok(Measure::Count(0)));
    assert_eq!(
        with(&overview, Topic::Shape, "mean_span").value,
        Err(Missing::Undefined("nobody has reports"))
    );
    assert_eq!(with(&overview, Topic::People, "people").value, Ok(Measure::Count(0)));
    for (topic, figures) in overview.topics() {
        for Figure { name, value, .. } in figures {
            let made_up = matches!(value, Ok(Measure::Number(number)) if !number.is_finite());
            assert!(!made_up, "{topic} {name}");
        }
    }
}

#[test]
fn at_the_bound_holds_and_one_more_is_named() {
    for (reports, holds) in [(10, true), (11, false)] {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            for number in 0..reports {
                org.position(&format!("s{number}"), "specialist").reports_to("dmm");
            }
        });
        let overview = Overview::of(&org, day());
        let span = with(&overview, Topic::Shape, "widest_span");
        let preset = span.preset.as_ref().unwrap();
        assert_eq!((preset.threshold, preset.side, preset.holds), ("span-at-most", Side::AtMost, holds));
        assert_eq!(span.parts.len(), usize::from(!holds), "{span:?}");
    }
}

#[test]
fn the_policy_of_the_org_goes_before_the_profile() {
    let org = org(|org| {
        org.policy_mut().thresholds.layers_at_most = Some(1);
        org.position("dmm", "digital-marketing-manager").holder("rina");
        org.position("seo", "specialist").reports_to("dmm");
    });
    let overview = Overview::with(&org, day(), Profile::Startup, Assumptions::INDEPENDENT);
    assert_eq!(line(&overview, "layers"), "layers 2 layers BEYOND, at most 1 (layers-at-most)");
}

#[test]
fn who_delegates_and_holds_nothing_is_beyond_every_ratio() {
    let org = org(|org| {
        org.position("dmm", "digital-marketing-manager").holder("rina");
        org.position("seo", "specialist").holder("budi").reports_to("dmm");
        org.delegation("dmm", "seo", 1);
    });
    let overview = Overview::of(&org, day());
    let figure = with(&overview, Topic::Money, "largest_commitment");
    assert_eq!(figure.value, Err(Missing::Undefined("somebody delegates money and holds none")));
    assert_eq!(
        line(&overview, "largest commitment"),
        "largest commitment - BEYOND, at most 1.00 (overcommit): `dmm`"
    );
}

#[test]
fn money_for_a_channel_counts_once_however_often_it_is_passed_on() {
    let org = org(|org| {
        org.channel("seo", "").channel("ppc", "");
        org.position("dmm", "digital-marketing-manager").budget(100);
        org.position("lead", "lead-specialist").reports_to("dmm");
        org.position("junior", "specialist").reports_to("lead").channels(["seo"]);
        org.delegation("dmm", "lead", 60).channel("seo").sub_delegation(bagan::Permission::Allowed);
        org.delegation("lead", "junior", 50).channel("seo");
        org.delegation("dmm", "junior", 7).channel("ppc");
    });
    let overview = Overview::of(&org, day());
    let figure = with(&overview, Topic::Money, "set_aside_for_channels");
    assert_eq!(figure.value, Ok(Measure::Amount(Money::from_minor(6_700))));
    let parts: Vec<_> = figure.parts.iter().map(|part| (part.of, part.value)).collect();
    let channel = |id| PartOf::Channel(org.channel(id).unwrap());
    assert_eq!(
        parts,
        [
            (channel("seo"), Some(Measure::Amount(Money::from_minor(6_000)))),
            (channel("ppc"), Some(Measure::Amount(Money::from_minor(700)))),
        ]
    );
    assert_eq!(
        with(&overview, Topic::Money, "delegated").value,
        Ok(Measure::Amount(Money::from_minor(6_700)))
    );
    assert_eq!(line(&overview, "delegated share"), "delegated share 67.0%");
}

#[test]
fn money_is_that_of_the_day() {
    let org = org(|org| {
        org.position("dmm", "digital-marketing-manager").budget(100);
        org.position("seo", "specialist").reports_to("dmm");
        org.delegation("dmm", "seo", 40)
            .valid(Interval::new(Some(day()), Some(parse_date("2026-08-01").unwrap())).unwrap());
    });
    let delegated = |on| line(&Overview::of(&org, parse_date(on).unwrap()), "delegated share");
    assert_eq!(delegated("2026-06-30"), "delegated share 0.0%");
    assert_eq!(delegated("2026-07-01"), "delegated share 40.0%");
    assert_eq!(delegated("2026-08-01"), "delegated share 0.0%");
}

fn at_risk(outcomes: i64) -> Org {
    org(|org| {
        org.position("dmm", "digital-marketing-manager").holder("rina");
        for number in 0..outcomes {
            // Powers of two: no two sums of losses are the same.
            org.outcome(&format!("o{number}"), OutcomeKind::Strategic, "dmm")
                .probability("0.1".parse::<Quantity>().unwrap())
                .loss(1_i64 << number);
        }
    })
}

#[test]
fn a_correlation_that_is_assumed_is_shown_beside_independence() {
    let org = at_risk(2);
    let independent = Overview::of(&org, day());
    assert!(with(&independent, Topic::Risk, "any_strategy_fails").parts.is_empty());
    let assumed = Overview::with(&org, day(), Profile::ScaleUp, Assumptions::new(0.3, 0.9).unwrap());
    let figure = with(&assumed, Topic::Risk, "any_strategy_fails");
    assert_eq!(with(&independent, Topic::Risk, "any_strategy_fails").value, figure.value);
    let [Part { of: PartOf::Word("correlated"), value: Some(Measure::Number(correlated)), .. }] =
        figure.parts.as_slice()
    else {
        unreachable!("{figure:?}")
    };
    assert!(*correlated < 0.19);
    assert!(line(&assumed, "any strategy fails").starts_with("any strategy fails 19.0% correlated "));
}

#[test]
fn what_is_too_large_for_the_tail_still_has_an_expectation() {
    let org = at_risk(40);
    let overview = Overview::of(&org, day());
    let missing = |name| matches!(with(&overview, Topic::Risk, name).value, Err(Missing::TooLarge(_)));
    assert!(missing("value_at_risk") && missing("conditional_value_at_risk"));
    // A tenth of 2^40 - 1 rupiah, in its minor units.
    let expected = Ok(Measure::Amount(Money::from_minor(10 * ((1 << 40) - 1))));
    assert_eq!(with(&overview, Topic::Risk, "expected_loss").value, expected);
    assert_eq!(with(&overview, Topic::Risk, "bears_most").value, expected);
    assert!(matches!(with(&overview, Topic::Risk, "any_strategy_fails").value, Ok(Measure::Number(_))));
}

#[test]
fn an_outcome_that_leaves_its_risk_open_is_named_and_nothing_is_made_up() {
    let org = org(|org| {
        org.position("dmm", "digital-marketing-manager").holder("rina");
        org.outcome("growth", OutcomeKind::Strategic, "dmm").loss(5);
    });
    let overview = Overview::of(&org, day());
    assert_eq!(line(&overview, "without probability"), "without probability 1 outcome `growth`");
    assert_eq!(line(&overview, "without loss"), "without loss 0 outcomes");
    let expected = &with(&overview, Topic::Risk, "expected_loss").value;
    assert!(matches!(expected, Err(Missing::Unstated(_))), "{expected:?}");
}

#[test]
fn a_bus_factor_of_many_people_is_an_upper_bound_and_says_so() {
    let team = |people: usize| {
        org(|org| {
            org.channel("seo", "");
            for number in 0..people {
                org.position(&format!("s{number:02}"), "specialist")
                    .holder(&format!("p{number:02}"))
                    .channels(["seo"]);
            }
        })
    };
    let (few, many) = (team(25), team(26));
    let value = |org| with(&Overview::of(org, day()), Topic::Risk, "bus_factor_of_channels").value.clone();
    assert_eq!(value(&few), Ok(Measure::Count(25)));
    assert_eq!(value(&many), Ok(Measure::AtMost(26)));
    assert!(line(&Overview::of(&many, day()), "bus factor of channels").contains("at most 26 people"));
}

#[test]
fn what_the_policy_switches_off_is_not_counted_as_none() {
    let org = org(|org| {
        org.channel("seo", "");
        org.policy_mut().levels.insert("RSK003".to_owned(), Level::Allow);
        org.position("seo", "specialist").holder("budi").channels(["seo"]);
    });
    let overview = Overview::of(&org, day());
    assert_eq!(
        line(&overview, "- channels on one person"),
        "- channels on one person: not looked for: the policy switches `single-point-of-failure` off"
    );
}

#[test]
fn betweenness_is_left_out_where_it_takes_long() {
    let team = |reports: usize| {
        org(|org| {
            org.position("dmm", "digital-marketing-manager");
            for number in 0..reports {
                org.position(&format!("s{number}"), "specialist").reports_to("dmm");
            }
        })
    };
    let (small, large) = (team(2), team(10_000));
    let value = |org| with(&Overview::of(org, day()), Topic::Shape, "bottleneck").value.clone();
    assert_eq!(value(&small), Ok(Measure::Number(0.0)));
    assert!(matches!(value(&large), Err(Missing::TooLarge(_))));
}

#[test]
fn a_chain_as_deep_as_there_are_people_is_no_trouble() {
    let org = org(|org| {
        let mut above = String::new();
        for number in 0..200_000 {
            let id = format!("p{number:06}");
            let position = org.position(&id, "other").holder(&id).pay(1);
            if number != 0 {
                position.reports_to(&above);
            }
            above = id;
        }
    });
    let overview = Overview::of(&org, day());
    assert_eq!(with(&overview, Topic::Shape, "layers").value, Ok(Measure::Count(200_000)));
    assert_eq!(with(&overview, Topic::Shape, "one_over_ones").parts.len(), Figure::MOST_PARTS);
    assert!(line(&overview, "one over ones").ends_with(", …"));
}

#[test]
fn ids_that_a_terminal_would_obey_are_shown_as_signs() {
    let org = org(|org| _ = org.position("boss\u{202E}", "other"));
    assert_eq!(line(&Overview::of(&org, day()), "tops"), "tops 1 position `boss\u{FFFD}`");
}

#[test]
fn a_little_is_not_read_as_nothing_and_nearly_all_not_as_all() {
    let org = org(|org| {
        org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
        org.position("seo", "specialist").holder("budi").reports_to("dmm");
        org.delegation("dmm", "seo", 999_999);
    });
    let overview = Overview::of(&org, day());
    assert_eq!(line(&overview, "delegated share"), "delegated share >99.9%");
    assert_eq!(
        line(&overview, "largest idle share"),
        "largest idle share <0.1% ok, at most 50.0% (idle-share-at-most)"
    );
}

#[test]
fn where_no_pay_has_a_band_nobody_is_said_to_be_within_it() {
    let org = org(|org| _ = org.position("dmm", "digital-marketing-manager").pay(5));
    let outside = &with(&Overview::of(&org, day()), Topic::People, "outside_band").value.clone();
    assert_eq!(*outside, Err(Missing::Unstated("no position has both a pay and a band")));
}

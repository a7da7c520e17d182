//! The templates: either an error that says what a template takes, or an org of exactly that size that is clean.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says why")]

use bagan::templates::{TeamSize, Template, TemplateError};
use bagan::{Check, Money, Org, Profile, RoleClass, check, parse_date};
use proptest::prelude::*;

fn size(people: u32, minor: i64, channels: usize) -> TeamSize {
    let size = TeamSize::new(people, Money::from_minor(minor), "EUR", 2027).unwrap();
    size.channels((1..=channels).map(|number| format!("channel{number}"))).unwrap()
}

/// Asserts that an org is of the size that was asked for, and clean on days of its year.
fn is_as_asked(org: &Org, people: usize, minor: i64) {
    assert_eq!(org.position_count(), people);
    let holders: std::collections::BTreeSet<_> =
        org.positions().filter_map(|position| position.holder()).collect();
    assert_eq!(holders.len(), people, "every position is another person");
    let budgets = org.positions().filter_map(|position| position.budget());
    let total = budgets.fold(Money::ZERO, |sum, budget| sum.checked_add(budget).unwrap());
    assert_eq!(total, Money::from_minor(minor));
    for day in ["2027-01-01", "2027-06-15", "2027-12-31"] {
        let report = check(org, parse_date(day).unwrap());
        let found: Vec<String> = report
            .findings()
            .iter()
            .map(|found| format!("{}: {}", found.rule.name, found.finding.message(org)))
            .collect();
        assert_eq!(found, [""; 0], "{} on {day}", org.name());
    }
}

/// Draws a template; returns whether it took the size, having asserted that what came of it is right.
fn draws(template: Template, people: u32, minor: i64, channels: usize) -> bool {
    let (fewest, most) = template.channels_range();
    match template.org(&size(people, minor, channels)) {
        Ok(org) => {
            assert!((fewest..=most).contains(&channels));
            let (least, top) = template.people_range(channels).unwrap();
            assert!(least <= people && people <= top, "{template}");
            is_as_asked(&org, people as usize, minor);
            true
        }
        Err(TemplateError::Channels { least, most, .. }) => {
            assert!(!(least..=most).contains(&channels));
            false
        }
        Err(TemplateError::People { least, most, .. }) => {
            assert!(!(least..=most).contains(&people), "{template} {people} {channels}");
            assert_eq!(template.people_range(channels), Some((least, most)));
            false
        }
        Err(TemplateError::Budget { .. }) => {
            assert!(minor < 2_000 || i64::MAX / 4 < minor, "{template}: {minor}");
            false
        }
        Err(error) => panic!("{template} of {people} people, {minor} and {channels} channels: {error}"),
    }
}

#[test]
fn every_head_count_with_the_usual_channels_is_drawn_or_refused_by_its_range() {
    for template in Template::ALL.iter().copied() {
        let (least, most) = template.people_range(6).unwrap();
        for people in 0..=200 {
            let drawn = draws(template, people, 12_000_000_00, 6);
            assert_eq!(drawn, (least..=most).contains(&people), "{template} {people}");
        }
    }
}

proptest! {
    #[test]
    fn any_size_is_drawn_as_asked_or_refused_with_what_is_taken(
        template in prop::sample::select(Template::ALL),
        people in 1..=200_u32,
        minor in prop_oneof![0..=400_i64, 1..=1_000_000_i64, 1..=100_000_000_000_i64, Just(i64::MAX / 4), any::<i64>().prop_map(|minor| minor & i64::MAX)],
        channels in prop_oneof![1..=8_usize, 1..=60_usize],
    ) {
        draws(template, people, minor, channels);
    }

    #[test]
    fn the_least_budget_that_an_error_names_is_taken_and_less_is_not(
        template in prop::sample::select(Template::ALL),
        people in 5..=120_u32,
        channels in 1..=12_usize,
    ) {
        let refused = |minor| template.org(&size(people, minor, channels)).err();
        let Some(TemplateError::Budget { least, .. }) = refused(0) else { return Ok(()) };
        let least: i64 = least.trim_start_matches("EUR ").replace(['.', ','], "").parse().unwrap();
        prop_assert!(1 < least);
        prop_assert!(draws(template, people, least, channels));
        let below = matches!(refused(least - 1), Some(TemplateError::Budget { .. }));
        prop_assert!(below);
    }
}

#[test]
fn quick() {
    for template in Template::ALL.iter().copied() {
        for channels in [1, 2, 3, 6, 7, 20, 40] {
            let Some((least, most)) = template.people_range(channels) else { continue };
            println!("{template} {channels}: {least}..={most}");
            for people in least..=most.min(least + 40) {
                draws(template, people, 1_234_567_89, channels);
            }
        }
    }
}

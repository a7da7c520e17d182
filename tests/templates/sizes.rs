//! The templates: either an error that says what a template takes, or an org of exactly that size that is clean.

use bagan::templates::{TeamSize, Template, TemplateError};
use bagan::{Check, Currency, Money, Org, Position, Profile, RoleClass, check, parse_date};
use proptest::prelude::*;

fn size(people: u32, minor: i64, channels: usize) -> TeamSize {
    let size = TeamSize::new(people, Money::from_minor(minor), "EUR", 2027).unwrap();
    size.channels((1..=channels).map(|number| format!("channel{number}"))).unwrap()
}

/// Asserts that an org is of the size that was asked for, and clean on days of its year.
fn is_as_asked(org: &Org, people: usize, minor: i64) {
    assert_eq!(org.position_count(), people);
    let holders: std::collections::BTreeSet<_> = org.positions().filter_map(Position::holder).collect();
    assert_eq!(holders.len(), people, "every position is another person");
    let budgets = org.positions().filter_map(Position::budget);
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
            assert!(!(2_000..=i64::MAX / 4).contains(&minor), "{template}: {minor}");
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
            let drawn = draws(template, people, 1_200_000_000, 6);
            assert_eq!(drawn, (least..=most).contains(&people), "{template} {people}");
        }
    }
}

#[test]
fn leads_spread_money_over_channels_where_one_channel_is_their_own() {
    for minor in [178, 26_000, 1_700_000] {
        draws(Template::Matrix, 130, minor, 27);
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
        let euro = Currency::from_code("EUR").unwrap();
        let least = euro.parse(&least.trim_start_matches("EUR ").replace(',', "")).unwrap().minor();
        prop_assert!(1 < least);
        prop_assert!(draws(template, people, least, channels));
        let below = matches!(refused(least - 1), Some(TemplateError::Budget { .. }));
        prop_assert!(below);
    }
}

#[test]
fn the_smallest_teams_of_any_number_of_channels_are_clean() {
    for template in Template::ALL.iter().copied() {
        for channels in [1, 2, 3, 7, 20, 40] {
            let Some((least, most)) = template.people_range(channels) else { continue };
            for people in [least, least + 1, least + 2, least + 5, most] {
                draws(template, people, 12_345_678_900, channels);
            }
        }
    }
}

#[test]
fn what_a_template_does_not_take_says_what_it_takes() {
    let drawn = |template: Template, people, minor, channels| {
        template.spec(&size(people, minor, channels)).map(|_| ()).map_err(|error| error.to_string())
    };
    let refusals = [
        (
            Template::FounderLed,
            0,
            1_000_000,
            6,
            "`founder-led` takes 6 to 14 people with 6 channels, and 0 were asked for",
        ),
        (
            Template::Matrix,
            1,
            1_000_000,
            6,
            "`matrix` takes 11 to 314 people with 6 channels, and 1 was asked for",
        ),
        (
            Template::FounderLed,
            200,
            1_000_000,
            1,
            "`founder-led` takes 5 to 14 people with 1 channel, and 200 were asked for",
        ),
        (
            Template::FounderLed,
            10,
            1_000_000,
            40,
            "`founder-led` takes 1 to 20 channels, and 40 were asked for",
        ),
        (
            Template::FunctionalByChannel,
            20,
            1_000_000,
            1,
            "`functional-by-channel` takes 2 to 100 channels, and 1 was asked for",
        ),
        (
            Template::PodsBySegment,
            20,
            1_000_000,
            0,
            "`pods-by-segment` takes 1 to 60 channels, and 0 were asked for",
        ),
        (
            Template::FounderLed,
            6,
            6,
            6,
            "`founder-led` takes a budget of EUR 0.07 to EUR 23,058,430,092,136,939.51 for so many people, and EUR 0.06 was asked for",
        ),
    ];
    for (template, people, minor, channels, refusal) in refusals {
        assert_eq!(drawn(template, people, minor, channels), Err(refusal.to_owned()));
    }
    assert_eq!(drawn(Template::FounderLed, 6, 7, 6), Ok(()));
}

#[test]
fn what_is_no_size_says_why() {
    let new = |budget: &str, currency: &str, year| {
        TeamSize::new(20, budget, currency, year).map(|_| ()).map_err(|error| error.to_string())
    };
    for (budget, currency, year, refusal) in [
        ("1", "IDX", 2027, "`IDX` is not a currency code of ISO 4217"),
        ("much", "IDR", 2027, "`much` is not a decimal number"),
        ("-1", "EUR", 2027, "a budget cannot be below zero, and EUR -1 was asked for"),
        ("1", "EUR", 0, "a fiscal year is one from 1 to 9998, and 0 was asked for"),
        ("1", "EUR", 9_999, "a fiscal year is one from 1 to 9998, and 9999 was asked for"),
        ("1", "EUR", i16::MIN, "a fiscal year is one from 1 to 9998, and -32768 was asked for"),
    ] {
        assert_eq!(new(budget, currency, year), Err(refusal.to_owned()));
    }
    let size = || TeamSize::new(20, 1_000, "EUR", 2027).unwrap();
    for (channels, refusal) in [
        (["seo", "seo"], "the channel `seo` was named twice"),
        (["seo", ""], "`` cannot be the id of a channel: an id cannot be empty"),
        (["seo", " ads"], "` ads` cannot be the id of a channel: an id cannot begin or end with white space"),
    ] {
        assert_eq!(size().channels(channels).map_err(|error| error.to_string()), Err(refusal.to_owned()));
    }
    assert!(size().channels(["x".repeat(257)]).is_err());
}

#[test]
fn ids_in_any_script_of_any_length_that_look_like_those_of_positions_are_kept_apart() {
    let long = ["é".repeat(128), "é".repeat(127), "x".repeat(256)];
    let ids =
        ["检索 广告", "iklan berbayar", "cmo", "dmm", "1", "retail", "agency-1", "a b"].map(str::to_owned);
    for template in Template::ALL.iter().copied() {
        for channels in
            [ids.to_vec(), long.to_vec(), vec!["seo".to_owned(), "seo-1".to_owned(), "seo-1-1".to_owned()]]
        {
            let people = template.people_range(channels.len()).unwrap().0 + 3;
            let size = TeamSize::new(people, 1_000_000, "EUR", 2027).unwrap().channels(&channels).unwrap();
            let org = template.org(&size).unwrap();
            is_as_asked(&org, people as usize, 100_000_000);
            assert_eq!(Org::from_toml(&org.to_toml().unwrap()).unwrap().position_count(), people as usize);
        }
    }
}

/// What sets the templates apart is in the graph.
#[test]
fn each_template_is_what_it_says() {
    let org = |template: Template, people| template.org(&size(people, 1_000_000_000, 6)).unwrap();
    let holders =
        |org: &Org| org.positions().filter(|p| p.budget().is_some()).map(Position::class).collect::<Vec<_>>();

    let founder = org(Template::FounderLed, 12);
    assert_eq!(holders(&founder), [RoleClass::ChiefExecutive]);
    assert!(founder.delegations().all(|delegation| delegation.from().class() == RoleClass::ChiefExecutive));

    let functional = org(Template::FunctionalByChannel, 30);
    assert_eq!(holders(&functional), [RoleClass::CLevel]);
    let team_of = |position: Position<'_>| {
        position.chain().find(|above| above.class() == RoleClass::Manager).map(|dmm| dmm.id().to_owned())
    };
    let teams = |org: &Org, channel: bagan::Channel<'_>| {
        let on = org.positions().filter(|position| position.is_assigned(channel));
        on.filter_map(team_of).collect::<std::collections::BTreeSet<_>>().len()
    };
    assert!(functional.channels().all(|channel| teams(&functional, channel) == 1));

    let pods = org(Template::PodsBySegment, 30);
    let dmms = pods.positions().filter(|position| position.class() == RoleClass::Manager).count();
    assert_eq!(holders(&pods), vec![RoleClass::Manager; dmms]);
    assert!(2 < dmms && pods.channels().all(|channel| teams(&pods, channel) == dmms));

    let hub = org(Template::HubAndSpoke, 30);
    let spokes = hub.positions().filter(|position| position.class() == RoleClass::Specialist);
    assert!(spokes.clone().all(|position| {
        position.dotted_lines().all(|senior| senior.class() == RoleClass::SeniorSpecialist)
            && position.dotted_lines().len() == 1
    }));
    assert!(spokes.count() != 0);

    let matrix = org(Template::Matrix, 30);
    let lent = matrix.positions().filter(|position| position.class().is_specialist());
    for specialist in lent {
        let segment = specialist.dotted_lines().next().unwrap();
        assert!(
            segment.class() == RoleClass::Manager
                && segment.budget().is_none()
                && segment.received().len() == 0
        );
        assert!(specialist.manager() != Some(segment));
    }

    let agency = org(Template::InHouseWithAgency, 30);
    let spent = |class| {
        let to = agency.delegations().filter(|delegation| delegation.to().class() == class);
        to.fold(0, |sum, delegation| sum + delegation.amount().minor())
    };
    assert!(spent(RoleClass::Specialist) < spent(RoleClass::External));
    assert!(holders(&agency).iter().all(|class| *class == RoleClass::Manager));
}

#[test]
fn each_template_is_clean_as_a_startup_too() {
    for template in Template::ALL.iter().copied() {
        let org = template.org(&size(14, 1_000_000_000, 4)).unwrap();
        let report = Check::standard(parse_date("2027-07-01").unwrap()).profile(Profile::Startup).run(&org);
        assert_eq!(report.findings().len(), 0, "{template}");
    }
}

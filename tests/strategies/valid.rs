//! Orgs of any shape.

use std::collections::BTreeSet;

use bagan::strategies::{OrgParams, org, spec};
use bagan::{
    Check, Delegation, Interval, Org, OrgSpec, OutcomeKind, Permission, Position, Profile, RoleClass,
    parse_date,
};
use proptest::prelude::*;

use crate::support::{assert_all_come_up, samples, today};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_drawn_builds_and_comes_back_whole(spec in spec(OrgParams::default())) {
        let org = Org::try_from(&spec).unwrap();
        prop_assert_eq!(OrgSpec::from(&org), spec);
    }

    #[test]
    fn a_check_stands_whatever_is_drawn_and_reads_well(org in any::<Org>()) {
        for profile in Profile::ALL {
            let report = Check::standard(today()).profile(*profile).run(&org);
            for found in report.findings() {
                let message = found.finding.message(&org);
                prop_assert!(!message.contains('{') && !message.ends_with('.'), "{}", message);
            }
        }
    }

    #[test]
    fn a_manager_stands_before_those_who_report_to_it(org in org(OrgParams::default())) {
        for position in org.positions() {
            prop_assert!(position.manager().is_none_or(|manager| manager.ix() < position.ix()));
        }
    }
}

#[cfg(feature = "toml")]
proptest! {
    #[test]
    fn a_toml_file_keeps_what_is_drawn(spec in any::<OrgSpec>()) {
        let org = Org::from_toml(&spec.to_toml().unwrap()).unwrap();
        prop_assert_eq!(OrgSpec::from(&org), spec);
    }
}

#[cfg(feature = "json")]
proptest! {
    #[test]
    fn a_json_file_keeps_what_is_drawn(spec in any::<OrgSpec>()) {
        let org = Org::from_json(&spec.to_json().unwrap()).unwrap();
        prop_assert_eq!(OrgSpec::from(&org), spec);
    }
}

proptest! {
    #[test]
    fn params_are_kept(
        positions in 0..40_usize,
        channels in 0..8_usize,
        delegations in 0..5_usize,
        seed in any::<prop::sample::Index>(),
    ) {
        let params = OrgParams::default()
            .positions(positions)
            .channels(channels)
            .delegations(delegations)
            .vacancies(1.0)
            .policies(0.0);
        for org in samples(&org(params), 1 + seed.index(3)) {
            prop_assert_eq!(org.position_count(), positions);
            prop_assert_eq!(org.channels().len(), channels);
            let delegations = if positions < 2 { 0 } else { delegations };
            prop_assert_eq!(org.delegations().len(), delegations);
            prop_assert!(org.positions().all(Position::is_vacant));
            prop_assert!(org.waivers().is_empty() && org.policy() == &bagan::Policy::default());
        }
    }
}

#[test]
fn nobody_holds_two_seats_unless_asked_for() {
    let one_each = OrgParams::default().second_seats(0.0).vacancies(0.0);
    for org in samples(&org(one_each), 50) {
        assert_eq!(org.people().count(), org.position_count());
    }
    let often = samples(&org(OrgParams::default().second_seats(1.0).positions(10)), 20);
    assert!(often.iter().all(|org| org.people().count() < 10));
}

#[test]
fn delegations_are_dated_around_the_day_asked_for() {
    let day = parse_date("2031-11-30").unwrap();
    let orgs = samples(&org(OrgParams::default().as_of(day)), 200);
    let dated =
        orgs.iter().flat_map(Org::delegations).filter(|delegation| delegation.valid() != Interval::ALWAYS);
    for delegation in dated {
        let near = |date: bagan::Date| (2029..=2034).contains(&date.year());
        assert!(delegation.valid().from().is_none_or(near) && delegation.valid().until().is_none_or(near));
    }
}

#[test]
fn every_role_class_comes_up() {
    let orgs = samples(&org(OrgParams::default()), 300);
    let classes: BTreeSet<RoleClass> = orgs.iter().flat_map(Org::positions).map(Position::class).collect();
    assert_eq!(classes.len(), RoleClass::ALL.len());
}

fn any_position(has: impl Fn(Position<'_>) -> bool) -> impl Fn(&Org) -> bool {
    move |org| org.positions().any(&has)
}

fn any_delegation(has: impl Fn(Delegation<'_>) -> bool) -> impl Fn(&Org) -> bool {
    move |org| org.delegations().any(&has)
}

#[test]
fn every_sort_of_thing_comes_up() {
    let orgs = samples(&org(OrgParams::default()), 300);
    assert_all_come_up(
        &orgs,
        &[
            ("a lone position", &|org| org.position_count() == 1),
            ("two roots", &|org| 1 < org.roots().count()),
            ("a deep line", &any_position(|p| 5 < p.layer())),
            ("a vacant seat", &any_position(|p| p.occupant().is_none())),
            ("somebody who stands in", &any_position(|p| p.is_vacant() && p.acting().is_some())),
            ("a person with two seats", &|org| org.people().any(|person| 1 < person.positions().count())),
            ("a dotted line", &any_position(|p| p.dotted_lines().len() != 0)),
            ("a collaboration", &any_position(|p| p.works_with().next().is_some())),
            ("three channels", &any_position(|p| p.channels().len() == 3)),
            ("a budget", &any_position(|p| p.budget().is_some())),
            ("a decision right", &any_position(|p| p.decides().len() != 0)),
            ("a level", &any_position(|p| p.level().is_some())),
            ("pay", &any_position(|p| p.pay().is_some())),
            ("part of a job", &any_position(|p| p.fte().is_some())),
            ("an id in another script", &any_position(|p| !p.id().is_ascii())),
            ("an id to be quoted", &any_position(|p| p.id().contains(['.', ' ']))),
            ("a role of the user's own", &|org| org.roles().any(|role| !role.is_built_in())),
            ("a pay band", &|org| org.roles().any(|role| role.pay_band().is_some())),
            ("a delegation down the line", &any_delegation(|d| d.from().is_above(d.to()))),
            ("a delegation up the line", &any_delegation(|d| d.to().is_above(d.from()))),
            ("a delegation for a channel", &any_delegation(|d| d.channel().is_some())),
            ("a stand-in today", &any_position(|p| p.stand_ins(today()).next().is_some())),
            ("a stand-in at another time", &|org| org.stand_ins().any(|s| !s.is_in_force(today()))),
            ("an average", &any_delegation(|d| d.average().is_some())),
            ("an average of a platform stated", &|org| {
                let is_stated = |id| org.platforms().any(|(stated, _)| stated == id);
                org.delegations().any(|d| d.average().is_some_and(|average| is_stated(average.platform())))
            }),
            ("a built-in platform stated anew", &|org| org.platforms().any(|(id, _)| id == "meta")),
            ("limits", &any_delegation(|d| !d.limits().is_empty())),
            ("no limits", &any_delegation(|d| d.limits().is_empty())),
            ("an end that is past", &any_delegation(|d| d.has_ended(today()))),
            ("a beginning to come", &any_delegation(|d| d.valid().is_after(today()))),
            ("no dates", &any_delegation(|d| d.valid() == Interval::ALWAYS)),
            ("leave to pass on", &any_delegation(|d| d.stated_sub_delegation() == Some(Permission::Allowed))),
            ("a strategic outcome", &|org| org.outcomes().any(|o| o.kind() == OutcomeKind::Strategic)),
            ("a channel's outcome", &|org| org.outcomes().any(|o| o.channel().is_some())),
            ("a KPI of a KPI", &|org| org.kpis().any(|kpi| kpi.contributes_to().is_some())),
            ("a KPI that measures", &|org| org.kpis().any(|kpi| kpi.measures().is_some())),
            ("a waiver", &|org| !org.waivers().is_empty()),
            ("a level of a rule", &|org| !org.policy().levels.is_empty()),
            ("a threshold", &|org| org.policy().thresholds.span_at_most.is_some()),
            ("another currency", &|org| org.currency().code() != "IDR"),
        ],
    );
}

//! Orgs about which no rule has anything to say.

use bagan::strategies::{OrgParams, clean_org};
use bagan::{Account, Check, Org, OutcomeKind, Position, Profile, RoleClass, Window, check, parse_date};
use proptest::prelude::*;

use crate::support::{assert_all_come_up, samples, today};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_rule_has_anything_to_say_in_any_profile(org in clean_org(OrgParams::default())) {
        for profile in Profile::ALL {
            let report = Check::standard(today()).profile(*profile).run(&org);
            prop_assert!(report.is_clean(), "{}:\n{}", profile, report);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_org_of_any_day_is_clean_on_it(
        (org, day) in ("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])").prop_flat_map(|day| {
            let day = parse_date(&day).unwrap();
            (clean_org(OrgParams::default().as_of(day)), Just(day))
        })
    ) {
        let report = check(&org, day);
        prop_assert!(report.is_clean(), "{}", report);
    }

    #[test]
    fn as_many_positions_are_drawn_as_asked_for(count in 0..30_usize, vacant in any::<bool>()) {
        let params = OrgParams::default().positions(count).channels(3).vacancies(if vacant { 1.0 } else { 0.0 });
        for org in samples(&clean_org(params), 2) {
            prop_assert_eq!(org.position_count(), count);
            prop_assert!(org.positions().all(|position| position.is_vacant() == vacant));
            let specialists = org.positions().filter(|position| position.class().is_specialist()).count();
            prop_assert_eq!(org.channels().len(), 3.min(2 * specialists));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn an_org_of_any_size_is_clean(org in clean_org(OrgParams::default().positions(0..=200).channels(0..=40))) {
        let report = Check::standard(today()).profile(Profile::Audited).run(&org);
        prop_assert!(report.is_clean(), "{}", report);
    }
}

fn any_position(has: impl Fn(Position<'_>) -> bool) -> impl Fn(&Org) -> bool {
    move |org| org.positions().any(&has)
}

fn is(class: RoleClass) -> impl Fn(Position<'_>) -> bool {
    move |position| position.class() == class
}

#[test]
fn every_role_class_comes_up() {
    let orgs = samples(&clean_org(OrgParams::default()), 300);
    for class in RoleClass::ALL {
        assert!(orgs.iter().any(any_position(is(*class))), "{class}");
    }
}

/// What a position has left of its money, as a share of it in percent.
fn idle_percent(position: Position<'_>) -> i64 {
    let (held, delegated) = (position.held(today()).minor(), position.delegated(today()).minor());
    100 * (held - delegated) / held.max(1)
}

#[test]
fn every_shape_comes_up() {
    let orgs = samples(&clean_org(OrgParams::default()), 500);
    let manager = is(RoleClass::Manager);
    let team = |position: Position<'_>| {
        position.class() == RoleClass::Manager
            && position.reports().any(|report| report.class().is_specialist())
    };
    let leads = |p: Position<'_>| p.class() == RoleClass::SeniorSpecialist && p.span() != 0;
    let funded_from_above =
        |p: Position<'_>| team(p) && matches!(p.general_account(today()), Some(Account::Delegation(_)));
    let just_seven_days = |org: &Org| {
        org.delegations().any(|delegation| {
            let limits = delegation.limits();
            let (day, week) = (limits.get(Window::Day), limits.get(Window::Week));
            day.and_then(|day| day.checked_mul(7)).is_some_and(|most| week == Some(most))
        })
    };
    assert_all_come_up(
        &orgs,
        &[
            ("a lone position", &|org| org.position_count() == 1),
            ("one team", &|org| org.positions().filter(|p| team(*p)).count() == 1),
            ("several teams", &|org| 2 < org.positions().filter(|p| team(*p)).count()),
            (
                "a team below an outsider",
                &any_position(|p| team(p) && p.chain().all(is(RoleClass::External))),
            ),
            ("a team below a director", &any_position(|p| team(p) && p.chain().any(is(RoleClass::Director)))),
            ("a DMM below a DMM", &any_position(|p| manager(p) && p.manager().is_some_and(&manager))),
            ("a lead with a team", &any_position(leads)),
            ("a lead who passes money on", &any_position(|p| leads(p) && p.given().len() != 0)),
            ("a team's own budget", &any_position(|p| team(p) && p.budget().is_some())),
            ("a team's money from above", &any_position(funded_from_above)),
            ("both", &any_position(|p| funded_from_above(p) && p.budget().is_some())),
            ("three accounts in a row", &|org| {
                org.delegations()
                    .any(|d| d.cut_from(today()).and_then(|account| account.cut_from(today())).is_some())
            }),
            ("a skipped layer", &|org| org.delegations().any(|d| d.to().manager() != Some(d.from()))),
            ("a renewal", &|org| org.delegations().any(|d| d.valid().is_after(today()))),
            ("a reserve as large as may be", &any_position(|p| p.span() != 0 && idle_percent(p) == 25)),
            ("no reserve", &any_position(|p| team(p) && idle_percent(p) == 0)),
            (
                "a contributor in the team",
                &any_position(|p| p.class() == RoleClass::Contributor && p.manager().is_some_and(team)),
            ),
            ("the widest span", &any_position(|p| p.span() == 8)),
            ("the lowest layer", &any_position(|p| p.layer() == 5)),
            ("the highest week", &just_seven_days),
            ("a vacant seat", &any_position(|p| p.occupant().is_none())),
            ("a vacant team", &any_position(|p| p.occupant().is_none() && p.span() != 0)),
            (
                "a stand-in above people",
                &any_position(|p| p.is_vacant() && p.acting().is_some() && p.span() != 0),
            ),
            ("a person with two seats", &|org| org.people().any(|person| 1 < person.positions().count())),
            ("an unpaid specialist", &any_position(|p| p.class().is_specialist() && p.received().len() == 0)),
            ("a dotted line", &any_position(|p| p.dotted_lines().len() != 0)),
            ("a collaboration", &any_position(|p| p.works_with().next().is_some())),
            ("no outcome", &|org| org.outcomes().len() == 0),
            ("a strategic outcome", &|org| org.outcomes().any(|o| o.kind() == OutcomeKind::Strategic)),
            ("a channel's outcome", &|org| org.outcomes().any(|o| o.channel().is_some())),
            ("work for the outcome of another", &|org| {
                org.outcomes().any(|o| o.responsible().any(|r| r != o.accountable()))
            }),
            ("a deputy", &any_position(|p| p.holder().is_some() && p.acting().is_some())),
            ("money for one channel", &|org| org.delegations().any(|d| d.channel().is_some())),
            (
                "money for one channel of three",
                &any_position(|p| 2 < p.given().filter(|d| d.channel().is_some()).count()),
            ),
            (
                "a DMM with a peer",
                &any_position(|p| manager(p) && p.works_with().any(is(RoleClass::DepartmentHead))),
            ),
            (
                "a DMM with an outsider",
                &any_position(|p| manager(p) && p.works_with().any(is(RoleClass::External))),
            ),
            ("a KPI", &|org| org.kpis().len() != 0),
            ("a KPI of an outcome", &|org| org.kpis().any(|kpi| kpi.measures().is_some())),
            ("pay in a band", &any_position(|p| p.pay().is_some() && p.role().pay_band().is_some())),
            ("a step of the house", &|org| org.roles().any(|role| role.stated_next().is_some())),
            ("a role of the house", &|org| org.roles().any(|role| !role.is_built_in())),
            ("an id in another script", &any_position(|p| !p.id().is_ascii())),
        ],
    );
}

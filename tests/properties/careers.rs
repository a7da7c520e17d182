//! The career ladder and who could follow whom, against lists that are searched from end to end.

use std::collections::{BTreeMap, BTreeSet};

use bagan::career::{Candidate, Cover, Ladder, NoCount, Readiness};
use bagan::strategies::{OrgParams, org};
use bagan::{Check, Org, Position, Profile, Role, RoleClass};
use proptest::prelude::*;

use crate::model::{distances, steps, today, ways};

/// More ways than this are not compared one by one.
const MOST: usize = 2_000;

fn place(role: Role<'_>) -> usize {
    role.org().roles().position(|other| other == role).unwrap()
}

/// Two roles of each org, any of them.
fn with_two_roles() -> impl Strategy<Value = (Org, usize, usize)> {
    (org(OrgParams::default()), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(
        |(org, one, other)| {
            let count = org.roles().len();
            (org, one.index(count), other.index(count))
        },
    )
}

fn ends(org: &Org, one: usize, other: usize) -> (Role<'_>, Role<'_>) {
    (org.roles().nth(one).unwrap(), org.roles().nth(other).unwrap())
}

/// How ready a person is by one seat of theirs, word for word as the documentation says.
fn readiness(seat: Position<'_>, by: Position<'_>, steps: u32) -> Readiness {
    if by.holder().is_none() {
        return Readiness::Acting;
    }
    let level = by.level();
    let suffices = match seat.role().levels() {
        None => Some(true),
        Some((lowest, highest)) if highest < lowest => None,
        Some((lowest, _)) => level.map(|level| lowest <= level),
    };
    match (suffices, steps) {
        (None, steps) => Readiness::Unknown(steps),
        (Some(false), steps) => Readiness::TooEarly(steps),
        (Some(true), 0) => Readiness::Now,
        (Some(true), steps) => Readiness::Next(steps),
    }
}

/// The readiest answer for each person.
fn candidates<'o>(seat: Position<'o>, distances: &[Vec<Option<u32>>]) -> BTreeMap<&'o str, Readiness> {
    let mut found = BTreeMap::new();
    for by in seat.org().positions() {
        let Some(person) = by.holder().or_else(|| by.acting()) else { continue };
        let Some(steps) = distances[place(by.role())][place(seat.role())] else { continue };
        if seat.holder() == Some(person) || by.holder().is_none() && by.role() != seat.role() {
            continue;
        }
        let new = readiness(seat, by, steps);
        found.entry(person).and_modify(|known: &mut Readiness| *known = new.min(*known)).or_insert(new);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn steps_and_ways_are_those_of_the_lists((org, one, other) in with_two_roles()) {
        let (ladder, model) = (Ladder::of(&org), steps(&org));
        for role in org.roles() {
            let from: Vec<usize> = ladder.steps_from(role).map(place).collect();
            prop_assert_eq!(&from, &model[place(role)]);
            let to: BTreeSet<usize> = ladder.steps_to(role).map(place).collect();
            let expected: BTreeSet<usize> = (0..model.len()).filter(|from| model[*from].contains(&place(role))).collect();
            prop_assert_eq!(to, expected);
        }
        let (from, to) = ends(&org, one, other);
        let mut all = Vec::new();
        ways(&model, &mut vec![one], other, MOST, &mut all);
        let found: Vec<Vec<usize>> =
            ladder.paths(from, to).take(MOST).map(|path| path.into_iter().map(place).collect()).collect();
        prop_assert_eq!(&found, &all);
        match ladder.count_paths(from, to) {
            Ok(count) if all.len() < MOST => prop_assert_eq!(count, all.len() as u128),
            Ok(count) => prop_assert!(MOST as u128 <= count),
            Err(error) => {
                prop_assert_eq!(error, NoCount::Circle);
                prop_assert!(ladder.circle().is_some());
            }
        }
    }

    #[test]
    fn the_shortest_way_is_a_way_and_the_first_of_the_shortest((org, one, other) in with_two_roles()) {
        let (ladder, model) = (Ladder::of(&org), steps(&org));
        let (from, to) = ends(&org, one, other);
        prop_assert_eq!(ladder.fewest_steps(from, to), distances(&model)[one][other]);
        let first = ladder.paths(from, to).min_by_key(Vec::len);
        prop_assert_eq!(ladder.shortest_path(from, to), first);
    }

    #[test]
    fn a_circle_is_told_if_and_only_if_there_is_one(org in org(OrgParams::default())) {
        let (ladder, model) = (Ladder::of(&org), steps(&org));
        let distances = distances(&model);
        let on_circles: Vec<usize> =
            (0..model.len()).filter(|role| model[*role].iter().any(|next| distances[*next][*role].is_some())).collect();
        let first = on_circles.iter().map(|role| org.roles().nth(*role).unwrap().id()).min();
        prop_assert_eq!(ladder.circle().map(|circle| circle.roles()[0].id()), first);
        if let Some(circle) = ladder.circle() {
            let roles = circle.roles();
            for (at, role) in roles.iter().enumerate() {
                let next = roles[(at + 1) % roles.len()];
                prop_assert!(ladder.steps_from(*role).any(|step| step == next));
            }
            let fewest = model[place(roles[0])].iter().filter_map(|next| distances[*next][place(roles[0])]).min();
            prop_assert_eq!(Some(roles.len()), fewest.map(|steps| steps as usize + 1));
        }
    }

    #[test]
    fn candidates_are_all_who_lead_there_each_once_and_the_readiest_first(org in org(OrgParams::default())) {
        let (ladder, distances) = (Ladder::of(&org), distances(&steps(&org)));
        for seat in org.positions() {
            let found = ladder.candidates(seat);
            let by_person: BTreeMap<&str, Readiness> = found.iter().map(|one| (one.person, one.readiness)).collect();
            prop_assert_eq!(by_person.len(), found.len());
            prop_assert_eq!(by_person, candidates(seat, &distances));
            prop_assert!(found.is_sorted_by_key(|one: &Candidate<'_>| one.readiness));
        }
    }

    #[test]
    fn a_seat_is_covered_if_a_candidate_is_ready(org in org(OrgParams::default().second_seats(0.5))) {
        let ladder = Ladder::of(&org);
        let cover = Cover::of(&ladder);
        let is_ready = |seat| ladder.candidates(seat).iter().any(|one| one.readiness.is_ready());
        let steps = steps(&org);
        let is_led_to = |seat: &Position<'_>| steps.iter().any(|to| to.contains(&place(seat.role())));
        let seats: Vec<Position<'_>> = org
            .positions()
            .filter(|position| position.reports().next().is_some())
            .filter(|seat| seat.class().rank().is_some() || is_led_to(seat))
            .collect();
        for &seat in &seats {
            prop_assert_eq!(cover.covers(seat), Some(is_ready(seat)), "{}", seat.id());
        }
        prop_assert_eq!(cover.seats(), seats.len());
        prop_assert_eq!(cover.covered(), seats.iter().filter(|seat| is_ready(**seat)).count());
        prop_assert_eq!(cover.covered() + cover.uncovered().count(), cover.seats());
    }

    #[test]
    fn the_rule_and_the_figures_agree_on_teams_without_a_successor(org in org(OrgParams::default().policies(0.0))) {
        let (ladder, distances) = (Ladder::of(&org), distances(&steps(&org)));
        let leads = |role: Role<'_>| {
            org.roles().any(|to| to.class() == RoleClass::Manager && distances[place(role)][place(to)].is_some())
        };
        let found: BTreeSet<&str> = ladder.without_path_below(RoleClass::Manager).map(Position::id).collect();
        let expected = org.positions().filter(|seat| {
            let mut below = seat.subtree().skip(1);
            seat.class() == RoleClass::Manager && seat.span() != 0 && !below.any(|below| leads(below.role()))
        });
        prop_assert_eq!(&found, &expected.map(Position::id).collect());
        let report = Check::standard(today()).profile(Profile::Audited).run(&org);
        prop_assert_eq!(report.by_rule("no-successor").count(), found.len());
        for seat in org.positions().filter(|seat| seat.class() == RoleClass::Manager && seat.span() != 0) {
            // Whoever could follow from below is on a ladder to a manager's role.
            let from_below = ladder.candidates(seat).iter().any(|one| seat.is_above(one.position));
            prop_assert!(!(from_below && found.contains(seat.id())));
        }
    }

    #[test]
    fn a_role_is_out_of_reach_if_nobodys_role_leads_there(org in org(OrgParams::default().vacancies(0.6))) {
        let (ladder, model) = (Ladder::of(&org), steps(&org));
        let distances = distances(&model);
        let is_led_to = |to: usize| {
            let people = org.positions().filter(|position| position.holder().is_some());
            let mut acting = org.positions().filter(|position| position.holder().is_none() && position.acting().is_some());
            if acting.any(|position| place(position.role()) == to) {
                return true;
            }
            // A step from where somebody is, and any number after it.
            people.map(|position| place(position.role())).any(|from| model[from].iter().any(|next| distances[*next][to].is_some()))
        };
        let expected: BTreeSet<&str> =
            org.positions().map(Position::role).filter(|role| !is_led_to(place(*role))).map(Role::id).collect();
        prop_assert_eq!(ladder.out_of_reach().map(Role::id).collect::<BTreeSet<_>>(), expected);
    }
}

//! Lines, layers, spans and the people around a position, against the model.

use std::collections::BTreeSet;

use bagan::{Org, Position};
use proptest::prelude::*;

use crate::model::{Model, id, model};

fn ids<'o>(positions: impl Iterator<Item = Position<'o>>) -> Vec<String> {
    positions.map(|position| position.id().to_owned()).collect()
}

fn set<'o>(positions: impl Iterator<Item = Position<'o>>) -> BTreeSet<String> {
    positions.map(|position| position.id().to_owned()).collect()
}

fn named(seats: impl IntoIterator<Item = usize>) -> Vec<String> {
    seats.into_iter().map(id).collect()
}

fn each(model: &Model, org: &Org, check: impl Fn(usize, Position<'_>)) {
    for seat in 0..model.seats.len() {
        check(seat, org.position(&id(seat)).unwrap());
    }
}

proptest! {
    #[test]
    fn chains_reports_layers_and_spans_are_the_models(model in model()) {
        let org = model.build_in_order();
        each(&model, &org, |seat, position| {
            assert_eq!(ids(position.chain()), named(model.chain(seat)));
            assert_eq!(ids(position.reports()), named(model.reports(seat)));
            assert_eq!(position.span(), model.reports(seat).len());
            assert_eq!(position.layer(), model.chain(seat).len() + 1);
        });
        let roots = (0..model.seats.len()).filter(|&seat| model.seats[seat].manager.is_none());
        assert_eq!(ids(org.roots()), named(roots));
    }

    #[test]
    fn a_subtree_is_everyone_whose_chain_passes_through(model in model()) {
        let org = model.build_in_order();
        each(&model, &org, |seat, position| {
            let below = (0..model.seats.len()).filter(|&s| s == seat || model.chain(s).contains(&seat));
            assert_eq!(set(position.subtree()), named(below).into_iter().collect());
            assert_eq!(position.subtree().next(), Some(position));
        });
    }

    #[test]
    fn above_and_the_lowest_common_manager_are_the_models(model in model()) {
        let org = model.build_in_order();
        each(&model, &org, |a, position| {
            let mine: Vec<usize> = std::iter::once(a).chain(model.chain(a)).collect();
            each(&model, &org, |b, other| {
                assert_eq!(position.is_above(other), model.chain(b).contains(&a));
                let theirs: Vec<usize> = std::iter::once(b).chain(model.chain(b)).collect();
                let lowest = mine.iter().find(|seat| theirs.contains(seat));
                let found = position.lowest_common_manager(other).map(|p| p.id().to_owned());
                assert_eq!(found, lowest.map(|&seat| id(seat)));
            });
        });
    }

    #[test]
    fn top_down_puts_a_manager_before_its_reports(model in model()) {
        let org = model.build_in_order();
        let mut seen = BTreeSet::new();
        for position in org.positions_top_down() {
            assert!(position.manager().is_none_or(|manager| seen.contains(manager.id())));
            assert!(seen.insert(position.id()));
        }
        assert_eq!(seen.len(), model.seats.len());
    }

    #[test]
    fn collaboration_and_dotted_lines_are_seen_from_both_ends(model in model()) {
        let org = model.build_in_order();
        each(&model, &org, |seat, position| {
            let others = 0..model.seats.len();
            let with = others.clone().filter(|&other| {
                model.seats[seat].works_with.contains(&other) || model.seats[other].works_with.contains(&seat)
            });
            assert_eq!(set(position.works_with()), named(with).into_iter().collect());
            assert_eq!(position.works_with().count(), set(position.works_with()).len());
            assert_eq!(ids(position.dotted_lines()), named(model.seats[seat].dotted.clone()));
            let dotted = others.filter(|&other| model.seats[other].dotted.contains(&seat));
            assert_eq!(set(position.dotted_reports()), named(dotted).into_iter().collect());
        });
    }

    #[test]
    fn a_person_holds_what_the_seats_say(model in model()) {
        let org = model.build_in_order();
        for person in 0..12_u8 {
            let held = (0..model.seats.len()).filter(|&seat| model.seats[seat].holder == Some(person));
            let found = org.person(&format!("h{person}")).map(|person| ids(person.positions()));
            assert_eq!(found.unwrap_or_default(), named(held));
        }
        let people: BTreeSet<_> = model.seats.iter().filter_map(|seat| seat.holder).collect();
        assert_eq!(org.people().count(), people.len());
    }

    #[test]
    fn the_petgraph_graph_has_every_relation(model in model()) {
        let org = model.build_in_order();
        let graph = org.to_petgraph();
        let seats = &model.seats;
        let relations = seats.iter().filter(|seat| seat.manager.is_some()).count()
            + seats.iter().map(|seat| seat.dotted.len() + seat.works_with.len()).sum::<usize>()
            + model.grants.len();
        assert_eq!((graph.node_count(), graph.edge_count()), (seats.len(), relations));
    }
}

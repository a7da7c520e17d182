//! Figures of the lines of an org, as positions.

use bagan::metrics::{Lines, Structure};
use bagan::strategies::{OrgParams, org};
use bagan::{Org, OrgBuilder, Position};
use proptest::prelude::*;

use crate::oracle::Oracle;
use crate::vectors::close;

fn build(state: impl FnOnce(&mut OrgBuilder)) -> Org {
    let mut builder = OrgBuilder::new("Test", "IDR");
    state(&mut builder);
    builder.build().unwrap()
}

fn ids<'o>(positions: impl Iterator<Item = Position<'o>>) -> Vec<&'o str> {
    positions.map(Position::id).collect()
}

/// A top with two managers, each with two specialists; seo and ads work with each other, and ads with pr.
fn team() -> Org {
    build(|org| {
        org.position("cmo", "cmo");
        org.position("brand", "digital-marketing-manager").reports_to("cmo");
        org.position("growth", "digital-marketing-manager").reports_to("cmo");
        org.position("pr", "specialist").reports_to("brand");
        org.position("seo", "specialist").reports_to("brand").works_with(["ads"]);
        org.position("ads", "specialist").reports_to("growth").works_with(["seo", "pr"]);
        org.position("crm", "specialist").reports_to("growth").dotted_lines(["brand"]);
    })
}

#[test]
fn each_kind_of_line_is_its_own_graph() {
    let org = team();
    let arcs = |lines| Structure::new(&org, lines).graph().arcs();
    assert_eq!(arcs(Lines::Solid), 6);
    assert_eq!(arcs(Lines::SolidAndDotted), 7);
    assert_eq!(arcs(Lines::Collaboration), 4);
    assert_eq!(arcs(Lines::SolidAndCollaboration), 10);
    assert_eq!(arcs(Lines::All), 11);
}

#[test]
fn a_dotted_line_beside_the_solid_one_is_no_second_line() {
    let org = build(|org| {
        org.position("a", "other");
        org.position("b", "other").reports_to("a").dotted_lines(["a"]);
    });
    let structure = Structure::new(&org, Lines::SolidAndDotted);
    assert_eq!((structure.graph().arcs(), structure.layers()), (1, Some(2)));
}

#[test]
fn whoever_has_a_second_line_is_not_cut_off_with_the_first() {
    let org = team();
    let cut_off = |lines| {
        let found: Vec<(&str, u32)> = Structure::new(&org, lines)
            .cut_off()
            .unwrap()
            .map(|(position, lost)| (position.id(), lost))
            .collect();
        found.into_iter().filter(|(_, lost)| *lost != 0).collect::<Vec<_>>()
    };
    assert_eq!(cut_off(Lines::Solid), [("cmo", 6), ("brand", 2), ("growth", 2)]);
    assert_eq!(cut_off(Lines::SolidAndDotted), [("cmo", 6), ("brand", 2), ("growth", 1)]);
}

#[test]
fn whoever_alone_connects_collaborators_is_a_cut_position() {
    let org = team();
    assert_eq!(ids(Structure::new(&org, Lines::Collaboration).cut_positions()), ["ads"]);
    assert_eq!(ids(Structure::new(&org, Lines::Solid).cut_positions()), ["cmo", "brand", "growth"]);
}

#[test]
fn bottlenecks_stand_between_the_departments() {
    let org = team();
    let found = Structure::new(&org, Lines::SolidAndCollaboration);
    let between: Vec<(&str, f64)> =
        found.betweenness().unwrap().map(|(position, pairs)| (position.id(), pairs)).collect();
    let most = between.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    assert_eq!(most.0, "ads", "{between:?}");
    assert!(found.betweenness_at_any_size().eq(found.betweenness().unwrap()));
}

#[test]
fn dotted_lines_in_a_circle_have_no_layers() {
    let org = build(|org| {
        org.position("a", "other").dotted_lines(["b"]);
        org.position("b", "other").reports_to("a");
    });
    assert_eq!(Structure::new(&org, Lines::Solid).layers(), Some(2));
    let circle = Structure::new(&org, Lines::SolidAndDotted);
    assert_eq!((circle.layers(), circle.cut_off().is_none()), (None, true));
    assert_eq!(circle.krackhardt().unwrap().hierarchy, Some(0.0));
}

#[test]
fn an_org_without_positions_has_no_figures() {
    let org = build(|_| {});
    let structure = Structure::new(&org, Lines::All);
    assert_eq!(structure.layers(), Some(0));
    assert!(structure.cut_off().is_none());
    assert_eq!(structure.krackhardt().unwrap().hierarchy, None);
}

#[test]
fn the_view_of_a_structure_says_where_it_comes_from() {
    let org = team();
    let structure = Structure::new(&org, Lines::Collaboration);
    assert!(std::ptr::eq(structure.org(), &raw const org));
    assert_eq!(structure.lines(), Lines::Collaboration);
}

proptest! {
    #[test]
    fn solid_lines_are_a_forest_and_measure_as_one(org in org(OrgParams::default())) {
        let solid = Structure::new(&org, Lines::Solid);
        let measures = solid.krackhardt().unwrap();
        let has_reports = org.positions().any(|position| position.span() != 0);
        assert_eq!(measures.hierarchy, has_reports.then_some(1.0));
        assert_eq!(measures.efficiency, has_reports.then_some(1.0));
        assert_eq!(measures.upper_boundedness.unwrap_or(1.0).to_bits(), 1.0_f64.to_bits());
        let deepest = org.positions().map(Position::layer).max().unwrap_or(0);
        assert_eq!(solid.layers(), u32::try_from(deepest).ok());
        // Whoever goes takes the subtree along.
        for (position, lost) in solid.cut_off().into_iter().flatten() {
            assert_eq!(lost as usize, position.subtree().len() - 1);
        }
    }

    #[test]
    fn every_line_is_in_the_graph_the_right_way_round(org in org(OrgParams::default())) {
        let place = |position: Position<'_>| u32::try_from(position.ix().index()).unwrap();
        let solid = org.positions().filter_map(|p| Some((place(p.manager()?), place(p))));
        let dotted = org.positions().flat_map(|p| p.dotted_lines().map(move |above| (place(above), place(p))));
        let with = org.positions().flat_map(|p| p.works_with().map(move |other| (place(p), place(other))));
        let nodes = u32::try_from(org.position_count()).unwrap();
        let (solid, dotted, with): (Vec<_>, Vec<_>, Vec<_>) = (solid.collect(), dotted.collect(), with.collect());
        for (lines, arcs) in [
            (Lines::SolidAndDotted, [solid.clone(), dotted.clone()].concat()),
            (Lines::Collaboration, with.clone()),
            (Lines::SolidAndCollaboration, [solid.clone(), with.clone()].concat()),
            (Lines::All, [solid, dotted, with].concat()),
        ] {
            let (structure, oracle) = (Structure::new(&org, lines), Oracle::new(nodes, &arcs));
            let cuts: Vec<u32> = structure.cut_positions().map(place).collect();
            assert_eq!(cuts, oracle.cut_nodes());
            let lost = structure.cut_off().map(|found| found.map(|(_, lost)| lost).collect::<Vec<_>>());
            assert_eq!(lost, oracle.cut_off());
            let bounds = structure.upper_bounds().unwrap();
            let mut pairs: Vec<_> = structure.pairs(&bounds).map(|(a, b)| (place(a), place(b))).collect();
            pairs.sort_unstable();
            assert_eq!(pairs, oracle.without_upper_bound());
            for ((_, found), expected) in structure.betweenness().unwrap().zip(oracle.betweenness()) {
                assert!(close(found, expected));
            }
        }
    }

    #[test]
    fn betweenness_is_the_same_to_the_bit_whatever_the_order(
        seats in prop::collection::vec((0_usize..20, 0_usize..20), 1..20),
        turn in 0_usize..20,
    ) {
        let state = |order: &[usize]| build(|org| {
            for &seat in order {
                let (manager, with) = seats[seat];
                let id = format!("p{seat}");
                let mut draft = org.position(&id, "other");
                if manager < seat {
                    draft = draft.reports_to(&format!("p{manager}"));
                }
                if with < seats.len() && with != seat {
                    draft.works_with([format!("p{with}")]);
                }
            }
        });
        let figures = |org: &Org| {
            let found = Structure::new(org, Lines::All);
            let mut found: Vec<_> =
                found.betweenness().unwrap().map(|(p, pairs)| (p.id().to_owned(), pairs.to_bits())).collect();
            found.sort_unstable();
            found
        };
        let in_order: Vec<usize> = (0..seats.len()).collect();
        let mut turned: Vec<usize> = in_order.iter().rev().copied().collect();
        turned.rotate_left(turn % seats.len());
        assert_eq!(figures(&state(&in_order)), figures(&state(&turned)));
    }
}

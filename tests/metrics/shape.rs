//! Spans by band, full trees, least layers, Graicunas.

use bagan::metrics::{FullTree, Graicunas, SpanBand, Spans, least_layers, one_over_ones};
use bagan::{OrgBuilder, Position};
use proptest::prelude::*;

use crate::vectors::{agrees, close, rows};

#[test]
fn full_trees_are_those_of_the_vectors() {
    for row in rows("closed_forms.json", &["vectors", "kary_tree"]) {
        let layers = u32::try_from(row["layers"].as_u64().unwrap()).unwrap();
        let tree = FullTree::new(row["span"].as_u64().unwrap(), layers).unwrap();
        assert_eq!(tree.headcount(), row["headcount"], "{row}");
        assert_eq!(tree.leaves(), row["leaves"], "{row}");
        assert_eq!(tree.managers(), row["managers"], "{row}");
        let share = f64::from(u32::try_from(tree.managers()).unwrap())
            / f64::from(u32::try_from(tree.headcount()).unwrap());
        agrees("full tree", Some(share), &row, "frac_managers");
    }
}

#[test]
fn least_layers_are_those_of_the_vectors() {
    for row in rows("closed_forms.json", &["vectors", "min_layers"]) {
        let found = least_layers(row["headcount"].as_u64().unwrap(), row["span"].as_u64().unwrap());
        assert_eq!(found, row["layers"].as_u64(), "{row}");
    }
}

#[test]
fn relationships_are_those_of_the_vectors() {
    for row in rows("closed_forms.json", &["vectors", "graicunas"]) {
        let found = Graicunas::new(u32::try_from(row["n"].as_u64().unwrap()).unwrap()).unwrap();
        assert_eq!(found.direct, row["direct"], "{row}");
        assert_eq!(found.cross, row["cross"], "{row}");
        assert_eq!(found.group, row["group"], "{row}");
        assert_eq!(found.total(), row["total"], "{row}");
    }
}

#[test]
fn what_cannot_be_counted_is_none() {
    assert_eq!(Graicunas::new(0).map(Graicunas::total), Some(0));
    assert_eq!(Graicunas::new(64), None);
    assert_eq!(Graicunas::new(u32::MAX), None);
    assert_eq!(FullTree::new(2, 0), None);
    assert_eq!(FullTree::new(2, 63).map(FullTree::headcount), Some((1 << 63) - 1));
    assert_eq!(FullTree::new(2, 64).map(FullTree::headcount), Some(u64::MAX));
    assert_eq!(FullTree::new(2, 65), None);
    assert_eq!(FullTree::new(u64::MAX, 2), None);
    assert_eq!(FullTree::new(0, 1).map(FullTree::headcount), Some(1));
    assert_eq!(FullTree::new(0, 2), None);
    assert_eq!(FullTree::new(1, u32::MAX).map(FullTree::headcount), Some(u64::from(u32::MAX)));
}

#[test]
fn least_layers_at_the_edges() {
    assert_eq!([least_layers(0, 0), least_layers(1, 0), least_layers(2, 0)], [Some(0), Some(1), None]);
    assert_eq!([least_layers(0, 3), least_layers(9, 1)], [Some(0), Some(9)]);
    assert_eq!(least_layers(u64::MAX, 1), Some(u64::MAX));
    assert_eq!(least_layers(u64::MAX, 2), Some(64));
    assert_eq!(least_layers(u64::MAX, u64::MAX), Some(2));
}

#[test]
fn nobody_with_a_report_has_no_span() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("a", "other");
    org.position("b", "other");
    let org = org.build().unwrap();
    let spans = Spans::of(&org);
    assert_eq!((spans.managers(), spans.mean(), spans.least(), spans.most()), (0, None, None, None));
    assert_eq!((spans.within(..), spans.share(..)), (0, None));
    assert_eq!(one_over_ones(&org).count(), 0);
}

#[test]
fn a_dotted_line_is_not_a_report() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("a", "other");
    org.position("b", "other").reports_to("a");
    org.position("c", "other").reports_to("b").dotted_lines(["a"]);
    let org = org.build().unwrap();
    assert_eq!(Spans::of(&org), Spans::from_iter([1, 1]));
    assert!(one_over_ones(&org).map(Position::id).eq(["a", "b"]));
}

proptest! {
    #[test]
    fn spans_are_what_a_list_says(counts in prop::collection::vec(0_usize..25, 0..60)) {
        let spans: Spans = counts.iter().copied().collect();
        let managers: Vec<usize> = counts.iter().copied().filter(|span| *span != 0).collect();
        assert_eq!(spans.managers(), managers.len() as u64);
        assert_eq!((spans.least(), spans.most()), (managers.iter().min().copied(), managers.iter().max().copied()));
        assert_eq!(spans.mean().is_none(), managers.is_empty());
        if let Some(mean) = spans.mean() {
            assert!(close(mean * managers.len() as f64, managers.iter().sum::<usize>() as f64));
        }
        // Every manager is in one band.
        assert_eq!(spans.by_band().map(|(_, count)| count).sum::<u64>(), spans.managers());
        for (band, count) in spans.by_band() {
            let (least, most) = band.range();
            let inside = managers.iter().filter(|span| least <= **span && most.is_none_or(|most| **span <= most));
            assert_eq!(count, inside.count() as u64, "{band:?}");
        }
        assert_eq!(spans.share(..), (!managers.is_empty()).then_some(1.0));
        assert!(SpanBand::ALL.is_sorted());
        assert_eq!(spans.counts().collect::<Vec<_>>().len(), spans.counts().map(|(span, _)| span).max().map_or(0, |_| {
            let mut distinct = managers.clone();
            distinct.sort_unstable();
            distinct.dedup();
            distinct.len()
        }));
    }

    #[test]
    fn the_least_layers_have_room_and_one_less_has_not(headcount in 1_u64..100_000, span in 2_u64..40) {
        let layers = u32::try_from(least_layers(headcount, span).unwrap()).unwrap();
        assert!(headcount <= FullTree::new(span, layers).unwrap().headcount());
        assert!(FullTree::new(span, layers - 1).is_none_or(|tree| tree.headcount() < headcount));
    }
}

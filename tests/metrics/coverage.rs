//! The bus factor, by its vectors, by trying every group, and of orgs.

use std::collections::BTreeSet;

use bagan::metrics::{BusFactor, Coverage};
use bagan::{OrgBuilder, OutcomeKind};
use proptest::prelude::*;
use serde_json::Value;

use crate::vectors::rows;

fn words(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect()
}

fn coverage<P: Ord + Copy>(items: &[Vec<P>]) -> Coverage<P> {
    let mut coverage = Coverage::new();
    for item in items {
        coverage.item(item.iter().copied());
    }
    coverage
}

#[test]
fn the_figures_are_those_of_the_vectors() {
    for row in rows("bus_factor.json", &["cases"]) {
        let items: Vec<Vec<&str>> = row["coverage"].as_object().unwrap().values().map(words).collect();
        let (coverage, share) = (coverage(&items), row["threshold"].as_f64().unwrap());
        let exact = coverage.bus_factor(share).unwrap();
        assert!(exact.is_exact());
        assert_eq!(exact.people().len() as u64, row["exact_bus_factor"], "{row}");
        assert_eq!(exact.people(), words(&row["exact_set"]), "{row}");
        assert_eq!(coverage.greedy(share).unwrap(), words(&row["greedy_order"]), "{row}");
        let one = coverage.bus_factor(0.0).unwrap();
        assert_eq!(one.people().len() as u64, row["min_people_to_orphan_one"], "{row}");
    }
}

#[test]
fn no_work_and_shares_that_no_loss_exceeds_have_no_factor() {
    assert_eq!(Coverage::<u8>::new().bus_factor(0.5), None);
    let one = coverage(&[vec![1]]);
    assert_eq!((one.bus_factor(1.0), one.bus_factor(f64::NAN), one.greedy(1.5)), (None, None, None));
    assert_eq!(one.bus_factor(-1.0), Some(BusFactor::Exact(vec![])));
}

#[test]
fn work_that_nobody_covers_is_left_already() {
    let items = coverage(&[vec![], vec![], vec![1]]);
    assert_eq!(items.bus_factor(0.5), Some(BusFactor::Exact(vec![])));
    assert_eq!(items.bus_factor(0.7), Some(BusFactor::Exact(vec![1])));
}

#[test]
fn a_share_is_compared_as_it_is_written() {
    let items: Vec<Vec<u8>> = (0..10).map(|person| vec![person]).collect();
    // 7 of 10 are not more than 0.7, although 0.7 times 10 is more than 7 in floats.
    assert_eq!(coverage(&items).bus_factor(0.7).unwrap().people().len(), 8);
}

#[test]
fn beyond_25_people_the_figure_says_that_it_is_a_bound() {
    let items: Vec<Vec<u8>> = (0..26).map(|person| vec![person]).collect();
    let bound = coverage(&items).bus_factor(0.5).unwrap();
    assert!(matches!(&bound, BusFactor::AtMost(people) if people.len() == 14), "{bound:?}");
    assert!(coverage(&items[..25]).bus_factor(0.5).unwrap().is_exact());
}

#[test]
fn an_orgs_work_is_covered_by_who_does_the_jobs() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.channel("seo", "SEO");
    org.channel("email", "Email");
    org.channel("pr", "PR");
    org.position("dmm", "digital-marketing-manager").holder("rina");
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    org.position("empty", "specialist").reports_to("dmm").channels(["email"]);
    org.position("acted", "specialist").acting("budi").reports_to("dmm").channels(["seo"]);
    org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["seo"]);
    let org = org.build().unwrap();
    // Email has nobody, SEO has one person in two seats, PR is not assigned.
    let channels = Coverage::of_channels(&org);
    assert_eq!(channels.bus_factor(0.0), Some(BusFactor::Exact(vec![])));
    assert_eq!(channels.bus_factor(0.5), Some(BusFactor::Exact(vec!["budi"])));
    let outcomes = Coverage::of_outcomes(&org);
    assert_eq!(outcomes.bus_factor(0.5), Some(BusFactor::Exact(vec!["budi", "rina"])));
}

#[test]
fn an_agency_without_a_named_holder_covers_what_it_works_on() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.channel("seo", "SEO");
    org.position("dmm", "digital-marketing-manager").holder("rina");
    org.position("agency", "external").reports_to("dmm").channels(["seo"]);
    org.outcome("visits", OutcomeKind::Tactical, "agency");
    let org = org.build().unwrap();
    for coverage in [Coverage::of_channels(&org), Coverage::of_outcomes(&org)] {
        assert_eq!(coverage.bus_factor(0.5), Some(BusFactor::Exact(vec!["agency"])));
    }
}

/// The smallest groups that leave more than a share, by trying every group.
fn by_trying(items: &[Vec<u8>], share: f64) -> Option<Vec<u8>> {
    let people: Vec<u8> = items.iter().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let groups = (0_u32..1 << people.len()).map(|bits| {
        let chosen = people.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
        chosen.map(|(_, person)| *person).collect::<Vec<u8>>()
    });
    let enough = groups.filter(|group| {
        let left = items.iter().filter(|item| item.iter().all(|person| group.contains(person))).count();
        share < left as f64 / items.len() as f64
    });
    enough.min_by_key(|group| (group.len(), group.clone()))
}

proptest! {
    #[test]
    fn the_factor_is_found_by_trying_every_group(
        items in prop::collection::vec(prop::collection::vec(0_u8..9, 0..5), 0..14),
        tenths in 0_u8..=10,
    ) {
        let share = f64::from(tenths) / 10.0;
        let found = coverage(&items).bus_factor(share);
        assert!(found.as_ref().is_none_or(BusFactor::is_exact));
        let found = found.map(|factor| factor.people().to_vec());
        assert_eq!(found, if items.is_empty() { None } else { by_trying(&items, share) });
        // The greedy search leaves enough, and never does with fewer.
        let greedy = coverage(&items).greedy(share);
        assert_eq!(greedy.is_some(), found.is_some());
        if let (Some(greedy), Some(found)) = (greedy, found) {
            assert!(found.len() <= greedy.len());
            let left = items.iter().filter(|item| item.iter().all(|person| greedy.contains(person))).count();
            assert!(share < left as f64 / items.len() as f64);
        }
    }
}

#[test]
fn twenty_five_people_are_searched_in_a_moment() {
    let mut numbers = 1_u64;
    let mut below = |n: u64| {
        numbers = numbers.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u8::try_from((numbers >> 33) % n).unwrap()
    };
    for size in [2, 3, 4, 6] {
        let items: Vec<Vec<u8>> = (0..80).map(|_| (0..size).map(|_| below(25)).collect()).collect();
        for share in [0.1, 0.5, 0.9] {
            let start = std::time::Instant::now();
            let found = coverage(&items).bus_factor(share).unwrap();
            println!("{size} a piece, {share}: {} in {:?}", found.people().len(), start.elapsed());
            assert!(found.is_exact());
        }
    }
}

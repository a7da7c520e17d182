//! Fault trees against their enumeration, and at their ends.

use super::*;

/// Whether each part happens, if these events do.
fn happen(tree: &FaultTree, events: &[bool]) -> Vec<bool> {
    let mut happens: Vec<bool> = Vec::new();
    for part in &tree.parts {
        let this = match part {
            Part::Event(event) => events[*event as usize],
            Part::AtLeast(k, of) => *k <= of.iter().filter(|part| happens[part.0 as usize]).count(),
        };
        happens.push(this);
    }
    happens
}

/// The definition: the sum over all combinations of events.
fn enumerated(tree: &FaultTree, top: FaultPart) -> f64 {
    let count = tree.events.len();
    let mut sum = 0.0;
    for combination in 0..1_usize << count {
        let events: Vec<bool> = (0..count).map(|event| combination >> event & 1 == 1).collect();
        let chance = |(&p, &happens): (&f64, &bool)| if happens { p } else { 1.0 - p };
        let chances = tree.events.iter().zip(&events).map(chance);
        sum += if happen(tree, &events)[top.0 as usize] { chances.product() } else { 0.0 };
    }
    sum
}

struct Lot(u64);

impl Lot {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

#[test]
fn random_trees_are_what_their_combinations_add_up_to() {
    for seed in 0..200 {
        let mut lot = Lot(seed);
        let mut tree = FaultTree::new();
        let mut parts: Vec<FaultPart> = Vec::new();
        for _ in 0..=lot.below(8) {
            let p = [0.0, 1e-9, 0.1, 0.25, 0.5, 0.9, 1.0][lot.below(7)];
            parts.push(tree.event(p).unwrap());
        }
        for _ in 0..=lot.below(6) {
            let of: Vec<FaultPart> = (0..lot.below(5)).map(|_| parts[lot.below(parts.len())]).collect();
            let k = lot.below(of.len() + 2);
            parts.push(tree.at_least(k, &of).unwrap());
        }
        for &top in &parts {
            let (found, expected) = (tree.probability(top).unwrap(), enumerated(&tree, top));
            assert!((found - expected).abs() < 1e-14, "seed {seed}: {found} is not {expected} for {top:?}");
        }
    }
}

#[test]
fn gates_of_nothing_are_certain() {
    let mut tree = FaultTree::new();
    let (any, all) = (tree.any(&[]).unwrap(), tree.all(&[]).unwrap());
    let parts = [any, all, tree.at_least(0, &[any]).unwrap(), tree.at_least(2, &[all]).unwrap()];
    assert_eq!(parts.map(|part| tree.probability(part)), [Ok(0.0), Ok(1.0), Ok(1.0), Ok(0.0)]);
}

#[test]
fn what_takes_few_parts_and_no_end_of_steps_is_an_error() {
    let mut tree = FaultTree::new();
    let two = [tree.event(0.5).unwrap(), tree.event(0.5).unwrap()];
    let tops = [tree.at_least(1_000, &two.repeat(1_000)).unwrap()];
    let mut arena = Arena::with_room(tree.order(&tops).unwrap(), 1 << 12);
    let error = tree.diagrams(&mut arena, &tops).unwrap_err().to_string();
    assert_eq!(error, "the exact figure takes more than 262144 steps of joining diagrams");
}

#[test]
fn what_never_happens_is_zero_without_a_sign() {
    let mut tree = FaultTree::new();
    let event = tree.event(0.5).unwrap();
    let top = tree.at_least(2, &[event]).unwrap();
    assert_eq!(tree.probability(top).map(f64::to_bits), Ok(0));
}

#[test]
fn a_chain_of_ten_thousand_gates_is_no_recursion() {
    let mut tree = FaultTree::new();
    let mut top = tree.event(1e-6).unwrap();
    for _ in 0..10_000 {
        let event = tree.event(1e-6).unwrap();
        top = tree.any(&[top, event]).unwrap();
    }
    let expected = crate::risk::any_of(&vec![1e-6; 10_001]).unwrap();
    assert!((tree.probability(top).unwrap() / expected - 1.0).abs() < 1e-12);
}

#[test]
fn half_of_two_hundred_is_counted_exactly() {
    let mut tree = FaultTree::new();
    let events: Vec<FaultPart> = (0..200).map(|_| tree.event(0.5).unwrap()).collect();
    let top = tree.at_least(100, &events).unwrap();
    let pmf = crate::risk::poisson_binomial(&[0.5; 200]).unwrap();
    assert!((tree.probability(top).unwrap() - pmf.iter().skip(100).sum::<f64>()).abs() < 1e-13);
}

#[test]
fn what_a_diagram_cannot_hold_is_an_error() {
    // Level by level, pairs are asked for together; one half after the other, all of the first is remembered.
    let mut tree = FaultTree::new();
    let events: Vec<FaultPart> = (0..44).map(|_| tree.event(0.5).unwrap()).collect();
    let pairs: Vec<FaultPart> = (0..22).map(|i| tree.all(&[events[i], events[i + 22]]).unwrap()).collect();
    let top = tree.any(&pairs).unwrap();
    assert!((tree.probability(top).unwrap() - (1.0 - 0.75_f64.powi(22))).abs() < 1e-14);
    let tops = [events, vec![top]].concat();
    let mut arena = Arena::with_room(tree.order(&tops).unwrap(), 1 << 12);
    let error = tree.diagrams(&mut arena, &tops).unwrap_err().to_string();
    assert_eq!(error, "the exact figure takes more than 4096 parts of a decision diagram");
}

#[test]
fn parts_and_probabilities_are_checked() {
    let mut tree = FaultTree::new();
    assert!(tree.event(1.5).is_err());
    assert_eq!(tree.any(&[FaultPart(3)]), Err(RiskError::UnknownPart { index: 3 }));
    assert!(tree.probability(FaultPart(0)).is_err());
}

#[test]
fn a_common_factor_drives_the_events_and_not_the_gates() {
    let mut tree = FaultTree::new();
    let events: Vec<FaultPart> = [0.1, 0.2, 0.3].iter().map(|&p| tree.event(p).unwrap()).collect();
    let any = tree.any(&events).unwrap();
    let two = tree.at_least(2, &events).unwrap();
    let with = Correlation::new(0.4).unwrap();
    let model = OneFactor::new(&[0.1, 0.2, 0.3], with).unwrap();
    assert!((tree.probability_with(any, with).unwrap() - model.any().unwrap()).abs() < 1e-13);
    let pmf = model.pmf().unwrap();
    assert!((tree.probability_with(two, with).unwrap() - (pmf[2] + pmf[3])).abs() < 1e-13);
    let all_by_it = Correlation::new(1.0).unwrap();
    assert!((tree.probability_with(any, all_by_it).unwrap() - 0.3).abs() < 1e-15);
    assert!((tree.probability_with(two, all_by_it).unwrap() - 0.2).abs() < 1e-15);
}

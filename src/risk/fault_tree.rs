//! Fault trees: how likely something fails that rests on others, when some of them are shared.

use std::collections::VecDeque;

use crate::risk::diagram::{Arena, Diagram, Join};
use crate::risk::error::{RiskError, probability};
use crate::risk::factor::{Correlation, OneFactor};

/// A part of a [`FaultTree`]; it means nothing in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaultPart(u32);

#[cfg(feature = "simulate")]
impl FaultPart {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A fault tree: basic events, and gates over them and over each other.
///
/// An event or gate that stands under several others is one thing that happens or does not, and counts once:
/// probabilities are exact, by a decision diagram, and not products of gates. Gates name parts that are there already,
/// so that there are no circles.
///
/// ```
/// use bagan::risk::FaultTree;
///
/// let mut tree = FaultTree::new();
/// let (a, b, c) = (tree.event(0.1)?, tree.event(0.2)?, tree.event(0.3)?);
/// let left = tree.any(&[a, b])?;
/// let right = tree.any(&[a, c])?;
/// let top = tree.all(&[left, right])?;
/// // A alone, or B and C: 0.1 + 0.9 × 0.06. The product of the gates would say 0.28 × 0.37 = 0.1036.
/// assert!((tree.probability(top)? - 0.154).abs() < 1e-15);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// The size of the diagram is what limits a tree: 2^20 parts and 2^26 steps of making it, beyond which there is an error.
/// With up to 20 events it never gets there; trees of thousands of events do not either, unless everything is shared
/// with everything. A gate of `k` of `n` takes about k (n - k) parts and kn steps: a thousand of two thousand is the
/// largest of halves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FaultTree {
    events: Vec<f64>,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Event(u32),
    AtLeast(usize, Vec<FaultPart>),
}

impl FaultTree {
    /// Begins a tree without any parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn add(&mut self, part: Part) -> Result<FaultPart, RiskError> {
        const MOST: usize = u32::MAX as usize;
        let place = u32::try_from(self.parts.len());
        let place = place.map_err(|_| RiskError::TooLarge { what: "parts of a fault tree", most: MOST })?;
        self.parts.push(part);
        Ok(FaultPart(place))
    }

    /// Adds a basic event, which happens with the probability `p`, independently of all others.
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] if `p` is no probability.
    pub fn event(&mut self, p: f64) -> Result<FaultPart, RiskError> {
        let p = probability(p)?;
        // There are no more events than parts.
        let part = self.add(Part::Event(u32::try_from(self.events.len()).unwrap_or(u32::MAX)))?;
        self.events.push(p);
        Ok(part)
    }

    /// Adds what happens if any of these does; of nothing, it never happens.
    ///
    /// # Errors
    /// [`RiskError::UnknownPart`] if the tree does not have one of them.
    pub fn any(&mut self, of: &[FaultPart]) -> Result<FaultPart, RiskError> {
        self.at_least(1, of)
    }

    /// Adds what happens if all of these do; of nothing, it always happens.
    ///
    /// # Errors
    /// As [`any`](Self::any).
    pub fn all(&mut self, of: &[FaultPart]) -> Result<FaultPart, RiskError> {
        self.at_least(of.len(), of)
    }

    /// Adds what happens if at least `k` of these do; one that is named twice counts twice.
    ///
    /// # Errors
    /// As [`any`](Self::any).
    pub fn at_least(&mut self, k: usize, of: &[FaultPart]) -> Result<FaultPart, RiskError> {
        for part in of {
            self.check(*part)?;
        }
        self.add(Part::AtLeast(k, of.to_vec()))
    }

    fn check(&self, part: FaultPart) -> Result<(), RiskError> {
        let index = part.0 as usize;
        if index < self.parts.len() { Ok(()) } else { Err(RiskError::UnknownPart { index }) }
    }

    /// Returns the number of basic events.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.events.len()
    }

    /// Returns the probability that a part happens: exact up to rounding.
    ///
    /// # Errors
    /// [`RiskError::TooLarge`] if its diagram has more than 2^20 parts; [`RiskError::UnknownPart`].
    pub fn probability(&self, top: FaultPart) -> Result<f64, RiskError> {
        self.probability_with(top, Correlation::INDEPENDENT)
    }

    /// Returns the probability that a part happens if one common factor drives the basic events.
    ///
    /// The absolute error is that of [`OneFactor`], below 1e-13.
    ///
    /// # Errors
    /// As [`probability`](Self::probability); [`RiskError::TooLarge`] also if the average takes too long.
    pub fn probability_with(&self, top: FaultPart, correlation: Correlation) -> Result<f64, RiskError> {
        self.check(top)?;
        if let Some(Part::Event(event)) = self.parts.get(top.0 as usize) {
            // An event is as likely as it is, whatever drives it.
            return Ok(self.events.get(*event as usize).copied().unwrap_or_default());
        }
        let mut arena = Arena::new(self.order(&[top])?);
        let diagram = self.diagrams(&mut arena, &[top])?.into_iter().next().unwrap_or(arena.value(0)?);
        let layout = arena.lay_out(diagram);
        let model = OneFactor::new(&self.events, correlation)?;
        let mean = model.mean(layout.cost(), |p| Ok(vec![layout.chance(p)]))?;
        Ok(mean.first().copied().unwrap_or_default())
    }

    /// Returns the probabilities of the basic events, in the order they were added.
    pub(super) fn events(&self) -> &[f64] {
        &self.events
    }

    /// Returns which parts happen, in the order they were added, if these events do.
    #[cfg(feature = "simulate")]
    pub(super) fn happening(&self, events: &[bool]) -> Vec<bool> {
        let mut happens: Vec<bool> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            // Gates name parts that are there already.
            let is = |part: &FaultPart| happens.get(part.index()).copied().unwrap_or_default();
            happens.push(match part {
                Part::Event(event) => events.get(*event as usize).copied().unwrap_or_default(),
                Part::AtLeast(needed, of) => *needed <= of.iter().filter(|part| is(part)).count(),
            });
        }
        happens
    }

    /// Returns the events under `tops`, level by level from the tops down: what stands high decides much.
    pub(super) fn order(&self, tops: &[FaultPart]) -> Result<Vec<u32>, RiskError> {
        if let [top] = tops
            && let Some(Part::Event(event)) = self.parts.get(top.0 as usize)
        {
            return Ok(vec![*event]);
        }
        let mut seen = vec![false; self.parts.len()];
        let mut level = VecDeque::new();
        for &top in tops {
            self.check(top)?;
            level.push_back(top);
        }
        let mut order = Vec::new();
        while let Some(part) = level.pop_front() {
            let Some(seen) = seen.get_mut(part.0 as usize).filter(|seen| !**seen) else { continue };
            *seen = true;
            match self.parts.get(part.0 as usize) {
                Some(Part::Event(event)) => order.push(*event),
                Some(Part::AtLeast(_, of)) => level.extend(of),
                None => {}
            }
        }
        Ok(order)
    }

    /// Returns, for each of `tops`, the diagram of whether it happens, in an arena of their order.
    pub(super) fn diagrams(&self, arena: &mut Arena, tops: &[FaultPart]) -> Result<Vec<Diagram>, RiskError> {
        let never = arena.value(0)?;
        let mut place_of: Vec<Option<u32>> = vec![None; self.events.len()];
        let mut needed = vec![false; self.parts.len()];
        for (place, event) in (0..).zip(self.order(tops)?) {
            set(&mut place_of, event, Some(place));
        }
        for top in tops {
            set(&mut needed, top.0, true);
        }
        for (place, part) in self.parts.iter().enumerate().rev() {
            if let (Some(true), Part::AtLeast(_, of)) = (needed.get(place), part) {
                for part in of {
                    set(&mut needed, part.0, true);
                }
            }
        }
        let mut made = vec![never; self.parts.len()];
        for ((index, part), _) in (0..).zip(&self.parts).zip(&needed).filter(|(_, needed)| **needed) {
            let diagram = match part {
                Part::Event(event) => match place_of.get(*event as usize).copied().flatten() {
                    Some(place) => arena.event(place)?,
                    None => never,
                },
                Part::AtLeast(k, of) => {
                    let of = of.iter().filter_map(|part| made.get(part.0 as usize).copied());
                    gate(arena, *k, of.collect())?
                }
            };
            set(&mut made, index, diagram);
        }
        Ok(tops.iter().filter_map(|top| made.get(top.0 as usize).copied()).collect())
    }
}

fn set<T>(slots: &mut [T], place: u32, value: T) {
    if let Some(slot) = slots.get_mut(place as usize) {
        *slot = value;
    }
}

/// Returns the diagram of at least `k` of these; the ends, any and all, need no rows in between.
fn gate(arena: &mut Arena, k: usize, mut of: Vec<Diagram>) -> Result<Diagram, RiskError> {
    // From the last event on: what is joined then stands above what there is, and leaves it as it is.
    of.sort_by_key(|&diagram| std::cmp::Reverse(arena.first_place(diagram)));
    let by = match k {
        1 => Join::Max,
        k if k == of.len() => Join::Times,
        k => return arena.at_least(k, &of),
    };
    let mut joined = arena.value(i64::from(by == Join::Times))?;
    for next in of {
        joined = arena.join(by, joined, next)?;
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
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
                assert!(
                    (found - expected).abs() < 1e-14,
                    "seed {seed}: {found} is not {expected} for {top:?}"
                );
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
        let pairs: Vec<FaultPart> =
            (0..22).map(|i| tree.all(&[events[i], events[i + 22]]).unwrap()).collect();
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
}

//! Lists that shrink by leaving items out while everything else keeps its place.
//!
//! proptest's own `vec` closes the gap: a pick among its items then means another one, and what failed no longer
//! does. Here an item that is left out stays in the list, marked, so that picks go on meaning what they meant.

use proptest::prelude::*;
use proptest::sample::SizeRange;
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::TestRunner;

use crate::strategies::pick::Pick;

/// An item of a list, and whether it is still in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item<T> {
    pub(super) kept: bool,
    pub(super) value: T,
}

/// Draws lists of so many items.
pub(super) fn sparse<S: Strategy>(element: S, size: SizeRange) -> Sparse<S> {
    Sparse { element, size }
}

/// A strategy of lists; see [`sparse`].
#[derive(Debug, Clone)]
pub(super) struct Sparse<S> {
    element: S,
    size: SizeRange,
}

impl<S: Strategy> Strategy for Sparse<S> {
    type Tree = SparseTree<S::Tree>;
    type Value = Vec<Item<S::Value>>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let (least, most) = self.size.start_end_incl();
        let count = (least..=most).new_tree(runner)?.current();
        let elements: Result<Vec<_>, _> = (0..count).map(|_| self.element.new_tree(runner)).collect();
        let stage = Stage::Remove { size: count, start: 0, again: false };
        Ok(SparseTree { elements: elements?, kept: vec![true; count], least, stage, last: None, passes: 0 })
    }
}

/// A list that shrinks: large parts are left out first, single items then, and what is left shrinks by itself.
#[derive(Debug, Clone)]
pub(super) struct SparseTree<T> {
    elements: Vec<T>,
    kept: Vec<bool>,
    least: usize,
    stage: Stage,
    last: Option<Step>,
    passes: usize,
}

#[derive(Debug, Clone, Copy)]
enum Stage {
    /// Leave out so many items from a place on; once more if one of them could go in the last round.
    Remove { size: usize, start: usize, again: bool },
    /// Shrink the item at a place.
    Shrink(usize),
}

#[derive(Debug, Clone)]
enum Step {
    /// Left out these; whether one before them could go in the same round.
    Removed(Vec<usize>, bool),
    Shrunk(usize),
}

/// How often items are left out: before they shrink and, since that may have set some free, after.
const PASSES: usize = 2;

impl<T: ValueTree> SparseTree<T> {
    /// Leaves out the next part that may go.
    fn remove(&mut self, size: usize, start: usize, again: bool) -> bool {
        let end = start.saturating_add(size).min(self.kept.len());
        self.stage = Stage::Remove { size, start: end, again };
        let part: Vec<usize> = (start..end).filter(|place| self.kept.get(*place) == Some(&true)).collect();
        let count = self.kept.iter().filter(|kept| **kept).count();
        if part.is_empty() || count < self.least + part.len() {
            return false;
        }
        self.keep(&part, false);
        self.last = Some(Step::Removed(part, again));
        self.stage = Stage::Remove { size, start: end, again: true };
        true
    }

    fn keep(&mut self, places: &[usize], keep: bool) {
        for &place in places {
            if let Some(kept) = self.kept.get_mut(place) {
                *kept = keep;
            }
        }
    }
}

impl<T: ValueTree> ValueTree for SparseTree<T> {
    type Value = Vec<Item<T::Value>>;

    fn current(&self) -> Self::Value {
        let items = self.elements.iter().zip(&self.kept);
        items.map(|(element, kept)| Item { kept: *kept, value: element.current() }).collect()
    }

    fn simplify(&mut self) -> bool {
        loop {
            match self.stage {
                Stage::Remove { size: 0, .. } => self.stage = Stage::Shrink(0),
                Stage::Remove { size, start, again } if start < self.kept.len() => {
                    if self.remove(size, start, again) {
                        return true;
                    }
                }
                Stage::Remove { size: 1, again: true, .. } => {
                    self.stage = Stage::Remove { size: 1, start: 0, again: false };
                }
                Stage::Remove { size, .. } => {
                    self.stage = Stage::Remove { size: size / 2, start: 0, again: false };
                }
                Stage::Shrink(place) => {
                    let Some(element) = self.elements.get_mut(place) else {
                        self.passes += 1;
                        if PASSES <= self.passes {
                            return false;
                        }
                        self.stage = Stage::Remove { size: 1, start: 0, again: false };
                        continue;
                    };
                    if self.kept.get(place) == Some(&true) && element.simplify() {
                        self.last = Some(Step::Shrunk(place));
                        return true;
                    }
                    self.stage = Stage::Shrink(place + 1);
                }
            }
        }
    }

    fn complicate(&mut self) -> bool {
        match self.last.take() {
            None => false,
            Some(Step::Removed(part, before)) => {
                self.keep(&part, true);
                if let Stage::Remove { again, .. } = &mut self.stage {
                    *again = before;
                }
                true
            }
            Some(Step::Shrunk(place)) => {
                let more = self.elements.get_mut(place).is_some_and(ValueTree::complicate);
                self.last = more.then_some(Step::Shrunk(place));
                more
            }
        }
    }
}

/// The places of the items that are kept, counted without the gaps.
#[derive(Debug)]
pub(super) struct Ranks {
    rank_of: Vec<Option<usize>>,
    origin_of: Vec<usize>,
}

impl Ranks {
    pub(super) fn of<T>(items: &[Item<T>]) -> Self {
        let mut ranks = Self { rank_of: Vec::with_capacity(items.len()), origin_of: Vec::new() };
        for (origin, item) in items.iter().enumerate() {
            ranks.rank_of.push(item.kept.then_some(ranks.origin_of.len()));
            if item.kept {
                ranks.origin_of.push(origin);
            }
        }
        ranks
    }

    /// Returns the number of items that are kept.
    pub(super) fn count(&self) -> usize {
        self.origin_of.len()
    }

    /// Returns where an item stood before any was left out.
    pub(super) fn origin(&self, place: usize) -> Option<usize> {
        self.origin_of.get(place).copied()
    }

    /// Returns the place of the item that stood at `origin`, if it is kept.
    pub(super) fn place(&self, origin: usize) -> Option<usize> {
        self.rank_of.get(origin).copied().flatten()
    }

    /// Returns the place of the one picked among all, if it is kept.
    pub(super) fn any(&self, pick: Pick) -> Option<usize> {
        self.place(pick.place(self.rank_of.len())?)
    }

    /// Returns the place of the one picked among all others, if it is kept.
    pub(super) fn other_than(&self, place: usize, pick: Pick) -> Option<usize> {
        self.place(pick.other_than(self.origin(place)?, self.rank_of.len())?)
    }

    /// Returns the place of the one picked among those before, if it is kept.
    pub(super) fn before(&self, place: usize, pick: Pick) -> Option<usize> {
        self.place(pick.place(self.origin(place)?)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::strategy::check_strategy_sanity;
    use proptest::test_runner::{TestCaseError, TestError};

    use super::*;

    fn shrunk(size: SizeRange, fails: impl Fn(&[Item<u8>]) -> bool) -> Vec<Item<u8>> {
        let mut runner = TestRunner::deterministic();
        let found = runner.run(&sparse(any::<u8>(), size), |items| {
            if fails(&items) { Err(TestCaseError::fail("it does")) } else { Ok(()) }
        });
        match found {
            Err(TestError::Fail(_, items)) => items,
            other => panic!("{other:?}"),
        }
    }

    fn kept(items: &[Item<u8>]) -> Vec<u8> {
        items.iter().filter(|item| item.kept).map(|item| item.value).collect()
    }

    #[test]
    fn it_keeps_the_contract_of_a_strategy() {
        check_strategy_sanity(sparse(any::<u8>(), (0..6).into()), None);
    }

    #[test]
    fn what_does_not_matter_is_left_out_wherever_it_stands() {
        let items =
            shrunk((0..50).into(), |items| kept(items).iter().filter(|value| 100 <= **value).count() == 2);
        assert_eq!(kept(&items), [100, 100]);
    }

    #[test]
    fn no_fewer_are_left_than_the_range_has() {
        assert_eq!(kept(&shrunk((3..9).into(), |_| true)), [0, 0, 0]);
    }

    #[test]
    fn places_are_counted_without_the_gaps_and_picks_with_them() {
        let item = |kept| Item { kept, value: () };
        let ranks = Ranks::of(&[item(false), item(true), item(false), item(true)]);
        assert_eq!((ranks.count(), ranks.origin(1)), (2, Some(3)));
        assert_eq!([0, 1, 2, 3, 4].map(|origin| ranks.place(origin)), [None, Some(0), None, Some(1), None]);
        assert_eq!(ranks.before(1, Pick::default()), None);
        assert_eq!(ranks.other_than(0, Pick::default()), None);
    }
}

//! From what outcomes rest on to a fault tree, in which an outcome that is shared is one thing.

use std::collections::BTreeMap;

use crate::money::Quantity;
use crate::org::Outcome;
use crate::risk::error::RiskError;
use crate::risk::fault_tree::{FaultPart, FaultTree};

/// The fault tree of some outcomes and all that they rest on.
#[derive(Debug)]
pub(super) struct Causes<'o> {
    pub(super) tree: FaultTree,
    /// For each of the outcomes, whether it fails.
    pub(super) tops: Vec<FaultPart>,
    /// The outcomes that may fail by themselves, in the order of the events.
    pub(super) basic: Vec<Outcome<'o>>,
    /// Those that rest on nothing and do not state how likely they fail.
    pub(super) unstated: Vec<Outcome<'o>>,
}

impl<'o> Causes<'o> {
    /// Makes the tree; costs O(n) in the outcomes and what rests on what.
    pub(super) fn of(outcomes: &[Outcome<'o>]) -> Result<Self, RiskError> {
        let mut causes =
            Self { tree: FaultTree::new(), tops: Vec::new(), basic: Vec::new(), unstated: Vec::new() };
        let mut made: BTreeMap<usize, FaultPart> = BTreeMap::new();
        // Depth first with a stack of its own; an outcome is added when it comes up again, after what it rests on.
        let mut steps: Vec<(Outcome<'o>, bool)> = outcomes.iter().rev().map(|&top| (top, false)).collect();
        while let Some((outcome, rests_on_made)) = steps.pop() {
            if made.contains_key(&outcome.ix().index()) {
                continue;
            }
            if rests_on_made || outcome.rests_on().len() == 0 {
                let part = causes.add(outcome, &made)?;
                made.insert(outcome.ix().index(), part);
                continue;
            }
            steps.push((outcome, true));
            let open = outcome.rests_on().filter(|other| !made.contains_key(&other.ix().index()));
            let first = steps.len();
            steps.extend(open.map(|other| (other, false)));
            // By id: so the order of events, and with it the last bit of a figure, is not that of the file.
            let open = steps.get_mut(first..).unwrap_or_default();
            open.sort_unstable_by_key(|(other, _)| std::cmp::Reverse(other.id()));
        }
        causes.tops = outcomes.iter().filter_map(|top| made.get(&top.ix().index()).copied()).collect();
        Ok(causes)
    }

    /// Adds an outcome: it fails by itself, or when enough of what it rests on do.
    fn add(
        &mut self,
        outcome: Outcome<'o>,
        made: &BTreeMap<usize, FaultPart>,
    ) -> Result<FaultPart, RiskError> {
        let rests_on: Vec<FaultPart> =
            outcome.rests_on().filter_map(|other| made.get(&other.ix().index()).copied()).collect();
        let own = match outcome.probability() {
            Some(probability) => Some(probability),
            None if lacks_probability(outcome) => {
                self.unstated.push(outcome);
                Some(Quantity::ZERO)
            }
            None => None,
        };
        let mut parts = Vec::new();
        if let Some(own) = own {
            parts.push(self.tree.event(share(own))?);
            self.basic.push(outcome);
        }
        if let Some(needed) = outcome.fails_with().of(rests_on.len()) {
            parts.push(self.tree.at_least(needed, &rests_on)?);
        }
        match parts.as_slice() {
            [one] => Ok(*one),
            parts => self.tree.any(parts),
        }
    }
}

/// Returns whether an outcome has nothing that says how likely it fails: no probability, and nothing that it rests on.
pub(crate) fn lacks_probability(outcome: Outcome<'_>) -> bool {
    outcome.probability().is_none() && outcome.rests_on().len() == 0
}

/// Returns a probability of six decimals as a float.
fn share(probability: Quantity) -> f64 {
    f64::from(u32::try_from(probability.millionths()).unwrap_or_default()) / 1e6
}

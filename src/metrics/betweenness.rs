//! Betweenness: who stands on the shortest ways between others.

use std::ops::Add;

use crate::graph_support::{Arcs, PerNode};
use crate::metrics::digraph::Digraph;
use crate::metrics::too_large::TooLarge;

/// The most nodes for which betweenness is computed unasked.
const MOST_NODES: u32 = 10_000;

impl Digraph {
    /// Returns for each node the number of pairs of others between which it stands, on the shortest ways along arcs.
    ///
    /// Where a pair has several shortest ways, the share that leads through the node counts. The most that there can be
    /// is (n − 1)(n − 2), for n nodes. Costs O(n(n + m)), by the algorithm of Brandes (2001).
    ///
    /// # Errors
    /// [`TooLarge`] if there are more than 10,000 nodes.
    ///
    /// ```
    /// use bagan::metrics::Digraph;
    ///
    /// let chain = Digraph::new(4, [(0, 1), (1, 2), (2, 3)]);
    /// assert_eq!(chain.betweenness()?, [0.0, 2.0, 2.0, 0.0]);
    /// assert_eq!(chain.both_ways().betweenness()?, [0.0, 4.0, 4.0, 0.0]);
    /// # Ok::<(), bagan::metrics::TooLarge>(())
    /// ```
    pub fn betweenness(&self) -> Result<Vec<f64>, TooLarge> {
        TooLarge::check("betweenness", "nodes", self.nodes(), MOST_NODES)?;
        Ok(self.betweenness_at_any_size())
    }

    /// As [`Self::betweenness`], in the time that it takes.
    #[must_use]
    pub fn betweenness_at_any_size(&self) -> Vec<f64> {
        let mut search = Search::new(&self.arcs);
        for start in 0..self.nodes() {
            search.from(start);
        }
        search.between.into_values()
    }
}

/// A node that the search has not come to.
const FAR: u32 = u32::MAX;

/// A search of shortest ways from one node after the other.
struct Search<'g> {
    arcs: &'g Arcs,
    between: PerNode<f64>,
    /// The nodes reached, nearest first.
    reached: Vec<u32>,
    distance: PerNode<u32>,
    ways: PerNode<Ways>,
    /// The share of the ways on from a node, to all others, that lead through it.
    onward: PerNode<f64>,
}

impl<'g> Search<'g> {
    fn new(arcs: &'g Arcs) -> Self {
        let nodes = arcs.nodes();
        Self {
            arcs,
            between: PerNode::new(nodes, 0.0),
            reached: Vec::new(),
            distance: PerNode::new(nodes, FAR),
            ways: PerNode::new(nodes, Ways::NONE),
            onward: PerNode::new(nodes, 0.0),
        }
    }

    /// Adds what nodes stand between from `start` on.
    fn from(&mut self, start: u32) {
        self.distance.set(start, 0);
        self.ways.set(start, Ways::ONE);
        self.reached.push(start);
        let mut next = 0;
        while let Some(&node) = self.reached.get(next) {
            next += 1;
            let beyond = self.distance.at(node) + 1;
            for &target in self.arcs.targets(node) {
                if self.distance.at(target) == FAR {
                    self.distance.set(target, beyond);
                    self.reached.push(target);
                }
                if self.distance.at(target) == beyond {
                    self.ways.set(target, self.ways.at(target) + self.ways.at(node));
                }
            }
        }
        while let Some(node) = self.reached.pop() {
            let (distance, ways) = (self.distance.at(node), self.ways.at(node));
            let through = 1.0 + self.onward.at(node);
            // Those before it have not been left yet, and so have their distance still.
            for &source in self.arcs.sources(node) {
                if self.distance.at(source) != FAR && self.distance.at(source) + 1 == distance {
                    self.onward.add(source, self.ways.at(source).part_of(ways) * through);
                }
            }
            if node != start {
                self.between.add(node, self.onward.at(node));
            }
            self.onward.set(node, 0.0);
            self.ways.set(node, Ways::NONE);
            self.distance.set(node, FAR);
        }
    }
}

/// A number of ways, `count` times 2^(512 `scale`): in a graph of n nodes there can be more than 2^(n/3), which is more
/// than a float can hold from some 3,000 nodes on.
#[derive(Debug, Clone, Copy)]
struct Ways {
    count: f64,
    scale: u32,
}

/// 2^512, the unit of the scale.
const UNIT: f64 = f64::from_bits((1023 + 512) << 52);

impl Ways {
    const NONE: Self = Self { count: 0.0, scale: 0 };
    const ONE: Self = Self { count: 1.0, scale: 0 };

    /// Returns this number divided by another, which is not smaller.
    fn part_of(self, whole: Self) -> f64 {
        self.at_scale(whole.scale) / whole.count
    }

    fn at_scale(self, scale: u32) -> f64 {
        match scale.saturating_sub(self.scale) {
            0 => self.count,
            1 => self.count / UNIT,
            // Below what a float can tell from nothing beside a count of that scale.
            _ => 0.0,
        }
    }
}

impl Add for Ways {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let scale = self.scale.max(other.scale);
        let count = self.at_scale(scale) + other.at_scale(scale);
        if count < UNIT { Self { count, scale } } else { Self { count: count / UNIT, scale: scale + 1 } }
    }
}

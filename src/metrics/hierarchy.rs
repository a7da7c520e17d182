//! The figures of who is above whom: reach, upper bounds, and Krackhardt's four measures together.

use crate::graph_support::{Junctions, ReachCounts, Rows, UpperBounds as Bounds};
use crate::metrics::digraph::Digraph;
use crate::metrics::too_large::TooLarge;
use crate::ratio::{float, share};

/// The most junctions for which reach and upper bounds are computed unasked.
const MOST_JUNCTIONS: u32 = 32_768;

/// Krackhardt's four measures of how far lines are a tree that gives orders from one top down (1994).
///
/// All four are 1 for a tree with arcs from the top down, and for nothing else. Where pieces are too small to tell, a
/// measure is not defined.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Krackhardt {
    /// The share of pairs that hang together; see [`Digraph::connectedness`].
    pub connectedness: f64,
    /// The share of pairs with one above the other in which this is so one way alone; see [`Reach::hierarchy`].
    pub hierarchy: Option<f64>,
    /// 1 less the share of arcs that nobody needs to hang together; see [`Digraph::efficiency`].
    pub efficiency: Option<f64>,
    /// 1 less the share of pairs without a single escalation point; see [`UpperBounds::boundedness`].
    pub upper_boundedness: Option<f64>,
}

/// How many pairs of nodes reach each other along arcs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    nodes: u32,
    arcs: usize,
    counts: ReachCounts,
}

impl Reach {
    /// Returns the number of pairs of which one is above the other, and not the other way round.
    #[must_use]
    pub fn one_way(&self) -> u64 {
        self.counts.one_way
    }

    /// Returns the number of pairs who are above each other: they are on a cycle.
    #[must_use]
    pub fn mutual(&self) -> u64 {
        self.counts.mutual
    }

    /// Returns Krackhardt's hierarchy: 1 less the share of mutual pairs among those of which one reaches the other.
    ///
    /// None if nobody reaches anybody.
    #[must_use]
    pub fn hierarchy(&self) -> Option<f64> {
        share(self.one_way(), self.one_way() + self.mutual())
    }

    /// Returns the global reaching centrality: how far the share of others that one node reaches is above the mean.
    ///
    /// 1 for a star, 0 where all reach alike: how top-heavy it is. None if there is no arc. Mones, Vicsek and Vicsek,
    /// "Hierarchy measure for complex networks", `PLoS ONE` 7 (2012) e33799.
    #[must_use]
    pub fn global_centrality(&self) -> Option<f64> {
        if self.arcs == 0 {
            return None;
        }
        let (nodes, others) = (u64::from(self.nodes), float(u64::from(self.nodes) - 1));
        let reached = self.one_way() + 2 * self.mutual();
        Some(float((nodes * self.counts.most).saturating_sub(reached)) / others / others)
    }
}

/// Which pairs of nodes have a least upper bound: one who is above both, or is one of them, and below all others who are.
///
/// For people that is the single point of escalation: the lowest one who can settle what the two disagree on. The
/// definition is that of Krackhardt (1994); `lubness` of R's `sna` computes a greatest bound instead, and differs.
#[derive(Debug, Clone)]
pub struct UpperBounds {
    bounds: Bounds,
    /// By top: the nodes in its tree.
    trees: Rows<u32>,
    most: u64,
    missing: u64,
}

impl UpperBounds {
    fn new(graph: &Digraph, junctions: Junctions) -> Self {
        let trees = junctions.trees(graph.nodes());
        let bounds = Bounds::new(junctions);
        let tree = |top| bounds.junctions().tree(top);
        let missing = (0..bounds.junctions().len())
            .map(|top| tree(top) * bounds.without(top).map(tree).sum::<u64>())
            .sum();
        let most = graph.parts().map(|nodes| (nodes - 1) * nodes.saturating_sub(2) / 2).sum();
        Self { bounds, trees, most, missing }
    }

    /// Returns Krackhardt's least upper boundedness: 1 less the pairs without a bound, as a share of those there could
    /// be.
    ///
    /// Pairs count that hang together. None if no three nodes do: then every pair has one.
    #[must_use]
    pub fn boundedness(&self) -> Option<f64> {
        share(self.most.saturating_sub(self.missing), self.most)
    }

    /// Returns the number of pairs that hang together and have no least upper bound.
    #[must_use]
    pub fn missing(&self) -> u64 {
        self.missing
    }

    /// Returns these pairs, the lower node first in each; they can be as many as the square of the nodes.
    ///
    /// Pairs of the same two trees come together. Each call searches again, as long as the search before.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        let tree = |top: u32| self.trees.row(top as usize).iter();
        let pair = |a: u32, b: u32| (a.min(b), a.max(b));
        let tops = 0..self.bounds.junctions().len();
        let trees = tops.flat_map(|top| self.bounds.without(top).map(move |other| (top, other)));
        trees
            .flat_map(move |(top, other)| tree(top).flat_map(move |a| tree(other).map(move |b| pair(*a, *b))))
    }
}

impl Digraph {
    /// Counts who reaches whom along arcs. Costs O(n + m log m) for a forest.
    ///
    /// Other graphs have junctions, where lines meet: nodes with several superiors, those superiors, and where the ways
    /// to them part. Each line beyond a forest brings five at most. The cost grows with them: O(t(j + l)) for t nodes
    /// with several superiors, j junctions and l lines between them, and far less where ways up are short.
    ///
    /// # Errors
    /// [`TooLarge`] if there are more than 32,768 junctions.
    pub fn reach(&self) -> Result<Reach, TooLarge> {
        Ok(self.reach_of(&self.junctions("reach")?))
    }

    /// As [`Self::reach`], in the time that it takes.
    #[must_use]
    pub fn reach_at_any_size(&self) -> Reach {
        self.reach_of(&Junctions::new(&self.arcs))
    }

    /// Finds which pairs have a least upper bound. Costs O(n + m log m) for a forest.
    ///
    /// In other graphs O(t(j + l)), with the letters of [`Self::reach`], where bounds are plain, and O(t²j/64) at worst;
    /// takes j²/16 bytes. For 100,000 positions and 5,000 dotted lines between any of them: about 0.4 seconds.
    ///
    /// # Errors
    /// [`TooLarge`] if there are more than 32,768 junctions.
    pub fn upper_bounds(&self) -> Result<UpperBounds, TooLarge> {
        Ok(UpperBounds::new(self, self.junctions("upper boundedness")?))
    }

    /// As [`Self::upper_bounds`], in the time and memory that it takes.
    #[must_use]
    pub fn upper_bounds_at_any_size(&self) -> UpperBounds {
        UpperBounds::new(self, Junctions::new(&self.arcs))
    }

    /// Returns Krackhardt's four measures, at the cost of [`Self::upper_bounds`].
    ///
    /// # Errors
    /// [`TooLarge`] if there are more than 32,768 junctions; [`Self::connectedness`] and [`Self::efficiency`] answer
    /// for any graph.
    pub fn krackhardt(&self) -> Result<Krackhardt, TooLarge> {
        Ok(self.krackhardt_of(self.junctions("Krackhardt's measures")?))
    }

    /// As [`Self::krackhardt`], in the time and memory that it takes.
    #[must_use]
    pub fn krackhardt_at_any_size(&self) -> Krackhardt {
        self.krackhardt_of(Junctions::new(&self.arcs))
    }

    fn junctions(&self, figure: &'static str) -> Result<Junctions, TooLarge> {
        let junctions = Junctions::new(&self.arcs);
        TooLarge::check(figure, "junctions", junctions.len(), MOST_JUNCTIONS)?;
        Ok(junctions)
    }

    fn reach_of(&self, junctions: &Junctions) -> Reach {
        Reach { nodes: self.nodes(), arcs: self.arcs(), counts: junctions.reach() }
    }

    fn krackhardt_of(&self, junctions: Junctions) -> Krackhardt {
        Krackhardt {
            connectedness: self.connectedness(),
            hierarchy: self.reach_of(&junctions).hierarchy(),
            efficiency: self.efficiency(),
            upper_boundedness: UpperBounds::new(self, junctions).boundedness(),
        }
    }
}

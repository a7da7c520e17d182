//! The one door to petgraph, for its algorithms.

use petgraph::graph::DiGraph;

use crate::org::delegation::Delegation;
use crate::org::graph::Org;
use crate::org::index::PositionIx;
use crate::org::position::Position;

/// What an arc of [`Org::to_petgraph`] means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation<'o> {
    /// From a manager to a direct report.
    Manages,
    /// From the one a dotted line leads to, to the one it comes from.
    DottedLine,
    /// Between two who work together, from the one that states it.
    WorksWith,
    /// From a delegator to a delegate.
    Delegates(Delegation<'o>),
}

impl Org {
    /// Copies the org into a petgraph graph: a node a position in the order stated, an arc a relation.
    ///
    /// Arcs lead from the superior to the subordinate. Costs O(positions + relations).
    ///
    /// ```
    /// use bagan::{OrgBuilder, Relation};
    /// use petgraph::algo::is_cyclic_directed;
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager");
    /// org.position("seo", "specialist").reports_to("dmm");
    /// let org = org.build()?;
    ///
    /// let graph = org.to_petgraph();
    /// assert_eq!((graph.node_count(), graph.edge_count()), (2, 1));
    /// assert!(graph.edge_weights().all(|relation| *relation == Relation::Manages));
    /// assert!(!is_cyclic_directed(&graph));
    /// # Ok::<(), bagan::BuildErrors>(())
    /// ```
    #[must_use]
    pub fn to_petgraph(&self) -> DiGraph<Position<'_>, Relation<'_>> {
        let mut graph = DiGraph::with_capacity(self.position_count(), self.position_count());
        let nodes: Vec<_> = self.positions().map(|position| graph.add_node(position)).collect();
        let node = |ix: PositionIx| nodes.get(ix.index()).copied().unwrap_or_default();
        for position in self.positions() {
            let own = node(position.ix());
            if let Some(manager) = position.manager() {
                graph.add_edge(node(manager.ix()), own, Relation::Manages);
            }
            for superior in position.dotted_lines() {
                graph.add_edge(node(superior.ix()), own, Relation::DottedLine);
            }
            for other in position.works_with_stated() {
                graph.add_edge(own, node(other.ix()), Relation::WorksWith);
            }
        }
        for delegation in self.delegations() {
            let (from, to) = (delegation.from().ix(), delegation.to().ix());
            graph.add_edge(node(from), node(to), Relation::Delegates(delegation));
        }
        graph
    }
}

//! Which lines of an org a figure is about.

use crate::metrics::digraph::Digraph;
use crate::org::{Org, Position};

/// Which lines of an org a figure is about.
///
/// Solid and dotted lines lead from the superior to the subordinate, collaboration leads both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lines {
    /// Reporting lines.
    Solid,
    /// Reporting lines and dotted lines.
    SolidAndDotted,
    /// Who works with whom.
    Collaboration,
    /// Reporting lines, and who works with whom.
    SolidAndCollaboration,
    /// Every line between positions.
    All,
}

impl Lines {
    fn solid(self) -> bool {
        self != Self::Collaboration
    }

    fn dotted(self) -> bool {
        matches!(self, Self::SolidAndDotted | Self::All)
    }

    fn collaboration(self) -> bool {
        matches!(self, Self::Collaboration | Self::SolidAndCollaboration | Self::All)
    }

    /// Makes the graph of an org's positions, each with the number that `node` gives it.
    pub(super) fn graph(self, org: &Org, node: impl Fn(Position<'_>) -> u32) -> Digraph {
        let mut arcs = Vec::with_capacity(org.position_count());
        for position in org.positions() {
            let own = node(position);
            if self.solid() {
                arcs.extend(position.manager().map(|manager| (node(manager), own)));
            }
            if self.dotted() {
                arcs.extend(position.dotted_lines().map(|superior| (node(superior), own)));
            }
            if self.collaboration() {
                arcs.extend(
                    position.works_with_stated().flat_map(|other| [(node(other), own), (own, node(other))]),
                );
            }
        }
        Digraph::new(u32::try_from(org.position_count()).unwrap_or(u32::MAX), arcs)
    }
}

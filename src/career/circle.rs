//! Steps that lead back to where they started.

use std::fmt;

use crate::career::ladder::{Ladder, node};
use crate::graph_support::cycles;
use crate::org::Role;

/// A circle of steps: each role leads to the next, and the last to the first.
///
/// Displays as `a → b → a`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle<'o> {
    roles: Vec<Role<'o>>,
}

impl<'o> Circle<'o> {
    /// Finds the circle of a ladder through the role whose id comes first among those on circles.
    pub(super) fn on(ladder: &Ladder<'o>) -> Option<Self> {
        // Most ladders have none, and that is found out sooner.
        if ladder.arcs.longest_ways().is_some() {
            return None;
        }
        let on_circles = cycles(ladder.arcs.nodes() as usize, ladder.arcs.iter());
        let roles = on_circles.into_iter().flatten().filter(|node| !ladder.is_hub(*node));
        let first = roles.map(|node| ladder.role(node)).min_by_key(|role| role.id())?;
        let back = ladder.back([node(first)]);
        let steps = |role: Role<'o>| back.at(node(role)).map(|reached| reached.steps);
        let next =
            ladder.steps_from(first).filter(|next| steps(*next).is_some()).min_by_key(|next| steps(*next))?;
        let mut roles = vec![first];
        roles.extend(ladder.shortest_path(next, first)?);
        roles.pop();
        Some(Self { roles })
    }

    /// Returns the roles, each once, from the one whose id comes first.
    #[must_use]
    pub fn roles(&self) -> &[Role<'o>] {
        &self.roles
    }
}

impl fmt::Display for Circle<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for role in &self.roles {
            write!(f, "{} → ", role.id())?;
        }
        f.write_str(self.roles.first().map_or("", |role| role.id()))
    }
}

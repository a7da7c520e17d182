//! How many ways lead from role to role.

use crate::career::ladder::{Ladder, node};
use crate::graph_support::PerNode;
use crate::org::Role;

/// Why the ways from a role to another are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoCount {
    /// A circle lies on the way. [`Ladder::paths`] lists the ways all the same.
    #[error("a circle of steps lies on the way, and ways along circles are not counted")]
    Circle,
    /// There are more than `u128::MAX`.
    #[error("there are more ways than 128 bits can count")]
    TooMany,
}

impl<'o> Ladder<'o> {
    /// Counts the ways from a role to another: 1 to itself, 0 if it does not lead there.
    ///
    /// As many as [`Self::paths`] lists, in O(roles + steps stated).
    ///
    /// # Errors
    /// [`NoCount::Circle`] if a role on one of the ways leads back to itself; circles elsewhere do not matter.
    /// [`NoCount::TooMany`] above `u128::MAX`.
    pub fn count_paths(&self, from: Role<'o>, to: Role<'o>) -> Result<u128, NoCount> {
        if from == to {
            return Ok(1);
        }
        let between = self.between(node(from), node(to));
        let inside =
            |nodes: &'_ [u32]| nodes.iter().copied().filter(|node| between.at(*node)).collect::<Vec<_>>();
        if !between.at(node(from)) {
            return Ok(0);
        }
        let mut ways: PerNode<Option<u128>> = PerNode::new(self.arcs.nodes(), Some(0));
        let mut to_come = PerNode::new(self.arcs.nodes(), 0);
        for at in (0..self.arcs.nodes()).filter(|node| between.at(*node)) {
            to_come.set(at, inside(self.arcs.sources(at)).len());
        }
        ways.set(node(from), Some(1));
        // All that lies between is ahead of `from`: it is the one place to start, unless a circle leads back there.
        let mut ready = if to_come.at(node(from)) == 0 { vec![node(from)] } else { Vec::new() };
        while let Some(at) = ready.pop() {
            if at == node(to) {
                return ways.at(at).ok_or(NoCount::TooMany);
            }
            for next in inside(self.arcs.targets(at)) {
                let sum = ways.at(next).zip(ways.at(at)).and_then(|(a, b)| a.checked_add(b));
                ways.set(next, sum);
                let left = to_come.at(next) - 1;
                to_come.set(next, left);
                if left == 0 {
                    ready.push(next);
                }
            }
        }
        Err(NoCount::Circle)
    }

    /// Returns whether each node, hubs included, is on a walk between two roles.
    fn between(&self, from: u32, to: u32) -> PerNode<bool> {
        let ahead = self.marked(from, |node| self.arcs.targets(node));
        let back = self.marked(to, |node| self.arcs.sources(node));
        let mut between = PerNode::new(self.arcs.nodes(), false);
        for at in 0..self.arcs.nodes() {
            between.set(at, ahead.at(at) && back.at(at));
        }
        between
    }

    fn marked<'a>(&self, from: u32, next: impl Fn(u32) -> &'a [u32]) -> PerNode<bool> {
        let mut marked = PerNode::new(self.arcs.nodes(), false);
        marked.set(from, true);
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            open.extend(next(at).iter().copied().filter(|next| !marked.set(*next, true)));
        }
        marked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::RoleClass;
    use crate::testing::org;

    /// Counts the ways through pairs of roles, one pair above the other: each doubles them.
    fn doublings(pairs: usize) -> Result<u128, NoCount> {
        let org = org(|org| {
            for at in 0..pairs {
                for side in ["a", "b"] {
                    let next = [format!("a{}", at + 1), format!("b{}", at + 1)];
                    org.role(&format!("{side}{at}")).class(RoleClass::Other).next(next);
                }
            }
            for side in ["a", "b"] {
                org.role(&format!("{side}{pairs}")).class(RoleClass::Other).next(["end"]);
            }
            org.role("end").class(RoleClass::Other).next([""; 0]);
        });
        Ladder::of(&org).count_paths(org.role("a0").unwrap(), org.role("end").unwrap())
    }

    #[test]
    fn ways_are_counted_as_far_as_128_bits_go() {
        assert_eq!(doublings(0), Ok(1));
        assert_eq!(doublings(3), Ok(8));
        assert_eq!(doublings(127), Ok(1 << 127));
        assert_eq!(doublings(128), Err(NoCount::TooMany));
        assert_eq!(NoCount::TooMany.to_string(), "there are more ways than 128 bits can count");
    }

    #[test]
    fn where_no_way_leads_there_are_none() {
        let org = org(|_| ());
        let ladder = Ladder::of(&org);
        assert_eq!(ladder.count_paths(org.role("ceo").unwrap(), org.role("other").unwrap()), Ok(0));
    }
}

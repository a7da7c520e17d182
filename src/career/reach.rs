//! How many steps it takes from role to role.

use std::collections::VecDeque;

use crate::career::ladder::{Ladder, node};
use crate::graph_support::PerNode;
use crate::org::Role;
use crate::role::RoleClass;

/// What a walk along the ladder knows of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    pub(super) steps: u32,
    /// The role from which the walk got there; itself where the walk starts.
    from: u32,
}

impl<'o> Ladder<'o> {
    /// Returns the fewest steps from a role to another: 0 to itself, none if it does not lead there.
    ///
    /// Costs O(roles + steps stated).
    #[must_use]
    pub fn fewest_steps(&self, from: Role<'o>, to: Role<'o>) -> Option<u32> {
        self.ahead(node(from)).at(node(to)).map(|reached| reached.steps)
    }

    /// Returns the roles of a shortest way from a role to another, both ends included; none if it does not lead there.
    ///
    /// Of several, the one that comes first when steps are taken in their order. Costs O(roles + steps stated).
    #[must_use]
    pub fn shortest_path(&self, from: Role<'o>, to: Role<'o>) -> Option<Vec<Role<'o>>> {
        let reached = self.ahead(node(from));
        reached.at(node(to))?;
        let mut path = vec![to];
        let mut at = node(to);
        while let Some(before) = reached.at(at).filter(|reached| reached.steps != 0) {
            at = before.from;
            path.push(self.role(at));
        }
        path.reverse();
        Some(path)
    }

    /// Walks on from a role, nearest first.
    pub(super) fn ahead(&self, from: u32) -> PerNode<Option<Reached>> {
        let mut walk = Walk::new(self, [from]);
        while let Some((role, steps)) = walk.next() {
            for &to in self.stated_of(role) {
                walk.reach(to, role, steps + 1);
            }
            for &class in self.role(role).next_classes().unwrap_or_default() {
                walk.reach_all(self.hub(class), self.of_class(class), role, steps + 1);
            }
        }
        walk.reached
    }

    /// Walks back from some roles to all that lead to them, nearest first.
    pub(super) fn back(&self, to: impl IntoIterator<Item = u32>) -> PerNode<Option<Reached>> {
        let mut walk = Walk::new(self, to);
        while let Some((role, steps)) = walk.next() {
            for &from in self.arcs.sources(role).iter().filter(|from| !self.is_hub(**from)) {
                walk.reach(from, role, steps + 1);
            }
            let hub = self.hub(self.role(role).class());
            walk.reach_all(hub, self.arcs.sources(hub), role, steps + 1);
        }
        walk.reached
    }

    /// Walks back from all roles of a class to all that lead to one.
    pub(super) fn back_from(&self, class: RoleClass) -> PerNode<Option<Reached>> {
        self.back(self.of_class(class).iter().copied())
    }
}

/// A walk in the breadth, over roles; a hub is passed once, for whatever comes later by it was there before.
struct Walk {
    reached: PerNode<Option<Reached>>,
    queue: VecDeque<u32>,
}

impl Walk {
    fn new(ladder: &Ladder<'_>, from: impl IntoIterator<Item = u32>) -> Self {
        let mut walk = Self { reached: PerNode::new(ladder.arcs.nodes(), None), queue: VecDeque::new() };
        for role in from {
            walk.reach(role, role, 0);
        }
        walk
    }

    fn next(&mut self) -> Option<(u32, u32)> {
        let role = self.queue.pop_front()?;
        Some((role, self.reached.at(role).map_or(0, |reached| reached.steps)))
    }

    fn reach(&mut self, role: u32, from: u32, steps: u32) {
        if self.reached.at(role).is_none() {
            self.reached.set(role, Some(Reached { steps, from }));
            self.queue.push_back(role);
        }
    }

    fn reach_all(&mut self, hub: u32, roles: &[u32], from: u32, steps: u32) {
        if self.reached.set(hub, Some(Reached { steps, from })).is_none() {
            for &role in roles {
                self.reach(role, from, steps);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::org;

    #[test]
    fn the_way_to_itself_takes_no_step_and_none_leads_down() {
        let org = org(|_| ());
        let ladder = Ladder::of(&org);
        let (dmm, specialist) =
            (org.role("digital-marketing-manager").unwrap(), org.role("specialist").unwrap());
        assert_eq!(ladder.fewest_steps(dmm, dmm), Some(0));
        assert_eq!(ladder.shortest_path(dmm, dmm), Some(vec![dmm]));
        assert_eq!(ladder.fewest_steps(dmm, specialist), None);
        assert_eq!(ladder.shortest_path(dmm, specialist), None);
    }

    #[test]
    fn of_several_shortest_ways_the_first_in_the_order_of_steps_is_told() {
        let org = org(|org| {
            org.role("start").class(RoleClass::Other).next(["z", "a"]);
            org.role("a").class(RoleClass::Other).next(["end"]);
            org.role("z").class(RoleClass::Other).next(["end"]);
            org.role("end").class(RoleClass::Other).next([""; 0]);
        });
        let ladder = Ladder::of(&org);
        let path = ladder.shortest_path(org.role("start").unwrap(), org.role("end").unwrap()).unwrap();
        assert_eq!(path.iter().map(|role| role.id()).collect::<Vec<_>>(), ["start", "z", "end"]);
    }

    #[test]
    fn a_ladder_of_100_000_roles_is_climbed_without_recursion() {
        const LAST: usize = 99_999;
        let org = org(|org| {
            for at in 0..=LAST {
                let next = if at == LAST { None } else { Some(format!("r{}", at + 1)) };
                org.role(&format!("r{at}")).class(RoleClass::Other).next(next);
            }
        });
        let ladder = Ladder::of(&org);
        let (first, last) = (org.role("r0").unwrap(), org.role("r99999").unwrap());
        assert_eq!(ladder.fewest_steps(first, last), Some(99_999));
        assert_eq!(ladder.shortest_path(first, last).unwrap().len(), LAST + 1);
        assert_eq!(ladder.count_paths(first, last), Ok(1));
        let mut paths = ladder.paths(first, last);
        assert_eq!(paths.next().unwrap().len(), LAST + 1);
        assert_eq!(paths.next(), None);
    }
}

//! What the ladder means for teams: seats that nobody below is on the way to, and roles that nobody leads to.

use crate::career::ladder::{Ladder, node};
use crate::graph_support::PerNode;
use crate::org::{Position, Role};
use crate::role::RoleClass;

impl<'o> Ladder<'o> {
    /// Returns the seats of a class with reports below which no role leads to that class, from the bottom up.
    ///
    /// The roles of all below count, vacant seats too, in any number of steps and whatever the level; a role of the
    /// class is there already. That is the finding of the rule `no-successor` (CAR003) for the class of managers (S21):
    /// it asks of the design what [`Self::candidates`] asks of people, so that a seat it finds has no candidate below.
    /// Costs O(positions + roles + steps stated).
    pub fn without_path_below(&self, class: RoleClass) -> impl Iterator<Item = Position<'o>> {
        let leads = self.back_from(class);
        // In pre-order all below a position come right after it: if the next successor is not below, none is.
        let mut successor: Option<Position<'o>> = None;
        self.org().positions_top_down().rev().filter(move |position| {
            let has_successor = successor.is_some_and(|below| position.is_above(below));
            if leads.at(node(position.role())).is_some() {
                successor = Some(*position);
            }
            position.class() == class && position.span() != 0 && !has_successor
        })
    }

    /// Returns the roles of the org's positions that nobody is on the way to, in the order of the org.
    ///
    /// No step leads there from a role that somebody holds or, in any number of steps, may come to, and nobody acts in it.
    /// Such seats are filled from outside alone. Costs O(positions + roles + steps stated).
    pub fn out_of_reach(&self) -> impl Iterator<Item = Role<'o>> {
        let mut has_seat = PerNode::new(self.roles(), false);
        let mut reached = PerNode::new(self.arcs.nodes(), false);
        let mut was_left = PerNode::new(self.arcs.nodes(), false);
        let mut open = Vec::new();
        for position in self.org().positions() {
            let role = node(position.role());
            has_seat.set(role, true);
            if position.is_vacant() {
                reached.set(role, reached.at(role) || position.acting().is_some());
            } else if !was_left.set(role, true) {
                open.push(role);
            }
        }
        while let Some(at) = open.pop() {
            for &to in self.arcs.targets(at) {
                reached.set(to, true);
                if !was_left.set(to, true) {
                    open.push(to);
                }
            }
        }
        (0..self.roles())
            .filter(move |role| has_seat.at(*role) && !reached.at(*role))
            .map(|role| self.role(role))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::org;

    fn out_of_reach(state: impl FnOnce(&mut crate::org::OrgBuilder)) -> Vec<String> {
        let org = org(state);
        Ladder::of(&org).out_of_reach().map(|role| role.id().to_owned()).collect()
    }

    #[test]
    fn a_role_that_somebody_may_come_to_in_several_steps_is_within_reach() {
        let found = out_of_reach(|org| {
            org.position("ceo", "ceo").holder("hartono");
            org.position("seo", "specialist").holder("budi");
            org.position("sales", "head-of-sales").holder("bambang");
        });
        assert_eq!(found, ["specialist", "head-of-sales"]);
    }

    #[test]
    fn a_vacant_seat_leads_nobody_anywhere_and_acting_is_proof_of_its_role_alone() {
        let dmm = |acting: Option<&str>| {
            out_of_reach(|org| {
                org.position("dmm", "digital-marketing-manager").holder("rina");
                let seat = org.position("seo", "specialist");
                if let Some(person) = acting {
                    seat.acting(person);
                }
            })
        };
        assert_eq!(dmm(None), ["digital-marketing-manager", "specialist"]);
        assert_eq!(dmm(Some("budi")), ["digital-marketing-manager"]);
    }
}

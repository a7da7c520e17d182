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

#[cfg(test)]
mod tests {
    use crate::career::{Ladder, NoCount};
    use crate::role::RoleClass;
    use crate::testing::org;

    #[test]
    fn a_step_back_down_closes_a_circle_with_the_steps_of_classes() {
        let org = org(|org| {
            org.role("junior").class(RoleClass::Specialist);
            org.role("digital-marketing-manager").next(["junior"]);
        });
        let ladder = Ladder::of(&org);
        let circle = ladder.circle().unwrap();
        assert_eq!(circle.to_string(), "digital-marketing-manager → junior → digital-marketing-manager");
        assert_eq!(circle.roles().len(), 2);
        let role = |id| org.role(id).unwrap();
        assert_eq!(ladder.count_paths(role("specialist"), role("junior")), Err(NoCount::Circle));
        // By each of two senior roles, or straight.
        assert_eq!(ladder.paths(role("specialist"), role("junior")).count(), 3);
        assert_eq!(ladder.count_paths(role("junior"), role("junior")), Ok(1));
        // The circle is not on the way here.
        assert_eq!(ladder.count_paths(role("director-of-marketing"), role("ceo")), Ok(2));
    }

    #[test]
    fn of_several_circles_the_one_of_the_first_id_is_told_whatever_the_order() {
        let circle = |order: [&str; 2]| {
            let org = org(|org| {
                for id in order {
                    org.role(&format!("{id}-vp"))
                        .class(RoleClass::VicePresident)
                        .next([format!("{id}-director")]);
                    org.role(&format!("{id}-director")).class(RoleClass::Director);
                }
            });
            Ladder::of(&org).circle().unwrap().to_string()
        };
        assert_eq!(circle(["b", "a"]), "a-director → a-vp → a-director");
        assert_eq!(circle(["a", "b"]), circle(["b", "a"]));
    }
}

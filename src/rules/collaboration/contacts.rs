//! Whom DMMs work with outside their department.

use crate::org::{Org, Position};
use crate::role::RoleClass;

/// Returns whether an org states of anybody whom they work with.
pub(super) fn states_any(org: &Org) -> bool {
    org.positions().any(|position| position.works_with_stated().len() != 0)
}

/// Returns the topmost DMM of each line who has no contact of a class that a DMM works with, and that is one of these.
///
/// Whoever is outside the org may be one of them. An org that states no collaboration has no such DMM.
pub(super) fn managers_without(
    org: &Org,
    is_one: impl Fn(RoleClass) -> bool,
) -> impl Iterator<Item = Position<'_>> {
    let states = states_any(org);
    // In pre-order all below a position come right after it, so that one position settles all of them.
    let mut settled: Option<Position<'_>> = None;
    org.positions_top_down().filter(move |&position| {
        let class = position.class();
        let is_end = matches!(class, RoleClass::Manager | RoleClass::External);
        if !states || !is_end || settled.is_some_and(|above| above.is_above(position)) {
            return false;
        }
        settled = Some(position);
        let suits = |other: Position<'_>| {
            let class = other.class();
            class == RoleClass::External
                || position.class().facts().works_with.contains(&class) && is_one(class)
        };
        let mut contacts = position.works_with().chain(position.manager()).chain(position.dotted_lines());
        class == RoleClass::Manager && !contacts.any(suits)
    })
}

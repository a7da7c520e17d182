//! Who leads specialists while no DMM stands in the line.

use crate::org::{Org, Position, PositionIx};
use crate::role::RoleClass;

/// A specialist in whose line no DMM stands, the topmost of that line, and whoever leads it: itself if nobody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Led {
    pub(super) leader: PositionIx,
    pub(super) specialist: PositionIx,
}

/// Returns all of them, by leader, in O(positions).
pub(super) fn without_manager(org: &Org) -> Vec<Led> {
    let mut found = Vec::new();
    // In pre-order all below a position come right after it, so that one position settles all of them.
    let mut settled: Option<Position<'_>> = None;
    for position in org.positions_top_down() {
        if settled.is_some_and(|above| above.is_above(position)) {
            continue;
        }
        let class = position.class();
        if class.is_specialist() {
            let leader = position.manager().unwrap_or(position).ix();
            found.push(Led { leader, specialist: position.ix() });
        } else if !matches!(class, RoleClass::Manager | RoleClass::External) {
            continue;
        }
        settled = Some(position);
    }
    found.sort_unstable();
    found
}

/// Returns whether those whom one leads are a team: several, or a senior specialist, and not one specialist alone.
pub(super) fn is_team(org: &Org, led: &[Led]) -> bool {
    match led {
        [alone] => org.position_at(alone.specialist).class() != RoleClass::Specialist,
        _ => true,
    }
}

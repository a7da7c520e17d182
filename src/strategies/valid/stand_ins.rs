//! Stand-ins.

use proptest::prelude::*;

use crate::spec::StandInSpec;
use crate::strategies::pick::{Pick, pick};
use crate::strategies::valid::when::{When, when};
use crate::strategies::valid::whole::Known;

/// A stand-in before the positions are known.
#[derive(Debug, Clone)]
pub(super) struct RawStandIn {
    position: Pick,
    by: Pick,
    when: When,
    explained: bool,
}

/// Draws stand-ins for anybody by anybody, so that some are for each other.
pub(super) fn stand_in() -> impl Strategy<Value = RawStandIn> {
    (pick(), pick(), when(), any::<bool>()).prop_map(|(position, by, when, explained)| RawStandIn {
        position,
        by,
        when,
        explained,
    })
}

impl RawStandIn {
    /// States the stand-in; nothing if there are no two positions.
    pub(super) fn state(&self, known: &Known) -> Option<StandInSpec> {
        let position = known.lines.positions.any(self.position)?;
        let by = known.lines.positions.other_than(position, self.by)?;
        let mut spec = StandInSpec::new(&known.id(position)?, &known.id(by)?, self.when.interval(known));
        spec.reason = self.explained.then(|| "leave".to_owned());
        Some(spec)
    }
}

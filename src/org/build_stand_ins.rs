//! The stand-ins of an org, and whose seats they are for.

use crate::graph_support::Rows;
use crate::id::Sym;
use crate::org::build::small;
use crate::org::data::{OrgStandIn, StandInData};
use crate::org::error::{Fault, Kind};
use crate::org::path::Path;
use crate::org::resolve::Resolver;

/// Resolves the stand-ins.
pub(super) fn stand_ins(cx: &mut Resolver, stand_ins: Vec<StandInData<Sym>>) -> Vec<OrgStandIn> {
    let resolve = |(index, stand_in): (usize, StandInData<Sym>)| {
        let at = |field| Path::new().key("stand-ins").index(index).key(field);
        let StandInData { position, by, valid, reason } = stand_in;
        if position == by {
            let id = cx.text(by);
            cx.fault(at("by"), Fault::SelfReference { kind: Kind::Position, id });
        }
        StandInData {
            position: cx.position(position, |_| at("position")),
            by: cx.position(by, |_| at("by")),
            valid,
            reason,
        }
    };
    stand_ins.into_iter().enumerate().map(resolve).collect()
}

/// Groups the stand-ins by the position that they are for.
pub(super) fn stood_in(positions: usize, stand_ins: &[OrgStandIn]) -> Rows<u32> {
    if stand_ins.is_empty() {
        return Rows::default();
    }
    let nodes = stand_ins.iter().map(|stand_in| small(stand_in.position.index()));
    Rows::group(positions, nodes.zip(0..))
}

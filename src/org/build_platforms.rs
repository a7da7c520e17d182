//! The platforms of an org: stated and built in, and the averages that name them.

use crate::graph_support::Column;
use crate::id::{Names, Sym};
use crate::money::Quantity;
use crate::org::build::place_of;
use crate::org::data::{AverageData, PlatformData};
use crate::org::error::{Fault, Kind};
use crate::org::index::PlatformIx;
use crate::org::pacing::{BUILT_IN_PLATFORMS, Pacing, PacingPeriod};
use crate::org::path::Path;
use crate::org::resolve::Resolver;

/// Joins the platforms that are stated and, where an average may name one, those built in.
pub(super) fn platforms(
    cx: &mut Resolver,
    stated: &[(Sym, Pacing)],
    averages: &Column<AverageData<Sym>>,
) -> Vec<PlatformData> {
    let mut platforms = Vec::with_capacity(stated.len());
    for &(id, pacing) in stated {
        let at = |names: &Names| place_of(Kind::Platform, 0, names.resolve(id));
        cx.check_id(Kind::Platform, id, at);
        if cx.platforms.insert(id, PlatformIx::new(platforms.len())).is_some() {
            let (at, text) = (at(&cx.names), cx.text(id));
            cx.fault(at, Fault::DuplicateId { kind: Kind::Platform, id: text });
        }
        check_factors(cx, id, pacing);
        platforms.push(PlatformData { id, pacing });
    }
    if averages.iter().next().is_none() {
        return platforms;
    }
    for (id, pacing) in BUILT_IN_PLATFORMS {
        let id = cx.names.intern(id);
        if cx.platforms.insert(id, PlatformIx::new(platforms.len())).is_none() {
            platforms.push(PlatformData { id, pacing });
        }
    }
    platforms
}

/// Checks that a platform may charge the average itself.
fn check_factors(cx: &mut Resolver, id: Sym, pacing: Pacing) {
    let period = match pacing.period {
        PacingPeriod::Week(_) => "week",
        PacingPeriod::Month => "month",
    };
    for (field, factor) in [("day", pacing.day), (period, pacing.factor)] {
        if factor < Quantity::ONE {
            let at = place_of(Kind::Platform, 0, cx.names.resolve(id)).key(field);
            cx.fault(at, Fault::FactorBelowOne { factor: factor.to_string() });
        }
    }
}

/// Resolves the averages of the delegations.
pub(super) fn averages(
    cx: &mut Resolver,
    averages: &Column<AverageData<Sym>>,
) -> Column<AverageData<PlatformIx>> {
    let mut resolved = Column::default();
    for (index, &AverageData { amount, platform }) in averages.iter() {
        let at = || Path::new().key("delegations").index(index).field("limits.average.platform");
        resolved.set(index, AverageData { amount, platform: cx.platform(platform, |_| at()) });
    }
    resolved
}

//! Ad platforms.

use indexmap::IndexMap;
use proptest::prelude::*;

use crate::calendar::Weekday;
use crate::money::Quantity;
use crate::org::{Pacing, PacingPeriod};
use crate::spec::PlatformSpec;

/// The ids of the platforms: one of the user's own, and those built in, which may be stated anew.
const IDS: [&str; 3] = ["tiktok", "meta", "google-ads"];

/// A platform before its id.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawPlatform(Pacing);

/// Draws the platforms that an org states; most orgs state none.
pub(super) fn platforms() -> impl Strategy<Value = Vec<RawPlatform>> {
    let factor = || (1_000_000..=40_000_000_i128).prop_map(Quantity::from_millionths);
    let period = prop_oneof![
        Just(PacingPeriod::Month),
        prop::sample::select(Weekday::ALL).prop_map(PacingPeriod::Week)
    ];
    let platform = (factor(), period, factor())
        .prop_map(|(day, period, factor)| RawPlatform(Pacing::new(day, period, factor)));
    let some = prop::collection::vec(platform, 1..=IDS.len());
    prop::option::weighted(0.2, some).prop_map(Option::unwrap_or_default)
}

/// States the platforms.
pub(super) fn state(platforms: &[RawPlatform]) -> IndexMap<String, PlatformSpec> {
    let platform = |(id, raw): (&&str, &RawPlatform)| ((*id).to_owned(), PlatformSpec::new(raw.0));
    IDS.iter().zip(platforms).map(platform).collect()
}

/// Returns the ids that an average may name, given how many platforms are stated.
pub(super) fn ids(stated: usize) -> &'static [&'static str] {
    if stated == 0 { IDS.get(1..).unwrap_or_default() } else { &IDS }
}

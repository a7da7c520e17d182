//! Roles of the user's own, and what is stated of built-in ones.

use indexmap::IndexMap;
use proptest::prelude::*;

use crate::money::{Amount, Currency, Money};
use crate::role::{BUILT_IN_ROLES, RoleClass, Seniority};
use crate::spec::{LevelsSpec, PayBandSpec, RoleSpec};
use crate::strategies::pick::{Pick, distinct, pick};
use crate::strategies::sparse::Item;
use crate::strategies::valid::money::{RawAmount, amount};

/// A role before the others are known.
#[derive(Debug, Clone)]
pub(super) struct RawRole {
    built_in: Option<Pick>,
    class: RoleClass,
    named: bool,
    approves_up_to: Option<RawAmount>,
    pay_band: Option<(RawAmount, RawAmount, Option<RawAmount>)>,
    levels: Option<(Seniority, Seniority)>,
    next: Option<Vec<Pick>>,
}

/// Draws roles of every class.
pub(super) fn role() -> impl Strategy<Value = RawRole> {
    let level = || prop::sample::select(Seniority::ALL);
    (
        prop::option::weighted(0.3, pick()),
        prop::sample::select(RoleClass::ALL),
        any::<bool>(),
        prop::option::weighted(0.3, amount()),
        prop::option::weighted(0.4, (amount(), amount(), prop::option::weighted(0.3, amount()))),
        prop::option::weighted(0.3, (level(), level())),
        prop::option::weighted(0.4, prop::collection::vec(pick(), 0..3)),
    )
        .prop_map(|(built_in, class, named, approves_up_to, pay_band, levels, next)| RawRole {
            built_in,
            class,
            named,
            approves_up_to,
            pay_band,
            levels,
            next,
        })
}

/// Returns the id of each role; none of one that is left out.
pub(super) fn ids(roles: &[Item<RawRole>]) -> Vec<Option<String>> {
    let mut ids: Vec<Option<String>> = Vec::with_capacity(roles.len());
    for (place, Item { kept, value: raw }) in roles.iter().enumerate() {
        let built_in = raw.built_in.and_then(|pick| pick.of(BUILT_IN_ROLES)).map(|role| role.id.to_owned());
        let built_in = built_in.filter(|id| ids.iter().flatten().all(|known| known != id));
        let id = built_in.unwrap_or_else(|| format!("role-{}", place + 1));
        ids.push(kept.then_some(id));
    }
    ids
}

/// States roles; one leads on to those before it alone, so that no ladder goes round.
pub(super) fn state(
    roles: &[Item<RawRole>],
    ids: &[Option<String>],
    currency: Currency,
) -> IndexMap<String, RoleSpec> {
    let mut stated = IndexMap::new();
    for (place, (Item { value: raw, .. }, id)) in roles.iter().zip(ids).enumerate() {
        let Some(id) = id else { continue };
        let is_built_in = BUILT_IN_ROLES.iter().any(|role| role.id == id);
        let mut spec = if is_built_in { RoleSpec::default() } else { RoleSpec::new(raw.class) };
        spec.next = raw.next.as_ref().map(|picks| {
            let next = distinct(picks.iter().filter_map(|pick| pick.place(place)));
            next.into_iter().filter_map(|place| ids.get(place).cloned().flatten()).collect()
        });
        spec.name = raw.named.then(|| format!("Role number {}", place + 1));
        spec.approves_up_to = raw.approves_up_to.map(|amount| amount.state(currency));
        spec.pay_band = raw.pay_band.map(|band| pay_band(band, currency));
        spec.levels = raw.levels.map(|(one, other)| LevelsSpec::new(one.min(other), one.max(other)));
        stated.insert(id.clone(), spec);
    }
    stated
}

/// States a band from its least to its most, with a midpoint: the middle, or another amount between the two.
fn pay_band(
    (minimum, width, above): (RawAmount, RawAmount, Option<RawAmount>),
    currency: Currency,
) -> PayBandSpec {
    let (minimum, width) = (minimum.money(currency).minor(), width.money(currency).minor());
    let amount = |minor: i64| Amount::of(Money::from_minor(minor), currency);
    let mut band = PayBandSpec::new(amount(minimum), amount(minimum + width));
    let middle = i64::midpoint(minimum, minimum + width);
    let midpoint = above.map(|above| minimum + above.money(currency).minor() % (width + 1));
    band.midpoint = Some(amount(midpoint.unwrap_or(middle)));
    band
}

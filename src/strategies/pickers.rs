//! Pickers: one thing of an org that is there already.

use std::fmt::Debug;

use proptest::prelude::*;

use crate::org::{
    Channel, ChannelIx, Delegation, DelegationIx, Kpi, KpiIx, Org, Outcome, OutcomeIx, Position, PositionIx,
    Role, RoleIx,
};

/// Picks a position; none from an org without any. Shrinks to the first.
///
/// A handle is of use in its own org alone, so that both come out of one strategy:
///
/// ```
/// use std::sync::Arc;
///
/// use bagan::strategies::{OrgParams, channel_of, org, position_of};
/// use proptest::prelude::*;
///
/// let drawn = org(OrgParams::default()).prop_map(Arc::new).prop_flat_map(|org| {
///     (Just(org.clone()), position_of(&org), channel_of(&org))
/// });
/// proptest!(ProptestConfig::with_cases(32), |((org, position, channel) in drawn)| {
///     let position = position.map(|ix| org.position_at(ix)).expect("the default params draw one at least");
///     prop_assert!(position.subtree().all(|below| below == position || position.is_above(below)));
///     // An org may have no channel: then none is picked.
///     prop_assert_eq!(channel.is_none(), org.channels().len() == 0);
/// });
/// ```
pub fn position_of(org: &Org) -> BoxedStrategy<Option<PositionIx>> {
    picked(org.positions().map(Position::ix))
}

/// Picks a position that suits; none from an org where none does. Shrinks to the first that does.
///
/// ```
/// use std::sync::Arc;
///
/// use bagan::strategies::{OrgParams, clean_org, position_where};
/// use proptest::prelude::*;
///
/// let drawn = clean_org(OrgParams::default()).prop_map(Arc::new).prop_flat_map(|org| {
///     (Just(org.clone()), position_where(&org, |position| position.class().is_specialist()))
/// });
/// proptest!(ProptestConfig::with_cases(32), |((org, specialist) in drawn)| {
///     let Some(specialist) = specialist.map(|ix| org.position_at(ix)) else { return Ok(()) };
///     prop_assert!((1..=2).contains(&specialist.channels().len()));
/// });
/// ```
pub fn position_where<'o>(
    org: &'o Org,
    mut suits: impl FnMut(Position<'o>) -> bool,
) -> BoxedStrategy<Option<PositionIx>> {
    picked(org.positions().filter(|position| suits(*position)).map(Position::ix))
}

/// Picks a person who holds a position, by id; none if nobody holds one. Shrinks to the first by id.
pub fn person_of(org: &Org) -> BoxedStrategy<Option<String>> {
    let mut people: Vec<String> = org.people().map(|person| person.id().to_owned()).collect();
    people.sort_unstable();
    picked(people)
}

/// Picks a channel; none from an org without any. Shrinks to the first.
pub fn channel_of(org: &Org) -> BoxedStrategy<Option<ChannelIx>> {
    picked(org.channels().map(Channel::ix))
}

/// Picks a role, built in or stated. Shrinks to the first of the built-in ones.
pub fn role_of(org: &Org) -> BoxedStrategy<Option<RoleIx>> {
    picked(org.roles().map(Role::ix))
}

/// Picks a delegation; none from an org without any. Shrinks to the first.
///
/// ```
/// use std::sync::Arc;
///
/// use bagan::strategies::{OrgParams, clean_org, delegation_of};
/// use bagan::parse_date;
/// use proptest::prelude::*;
///
/// let today = parse_date("2026-07-01")?;
/// let drawn = clean_org(OrgParams::default())
///     .prop_map(Arc::new)
///     .prop_flat_map(|org| (Just(org.clone()), delegation_of(&org)));
/// proptest!(ProptestConfig::with_cases(32), |((org, delegation) in drawn)| {
///     let Some(delegation) = delegation.map(|ix| org.delegation_at(ix)) else { return Ok(()) };
///     // Next year's renewals are in the file already, and are cut from nothing yet.
///     prop_assume!(delegation.is_in_force(today));
///     prop_assert!(delegation.cut_from(today).is_some());
/// });
/// # Ok::<(), bagan::CalendarError>(())
/// ```
pub fn delegation_of(org: &Org) -> BoxedStrategy<Option<DelegationIx>> {
    picked(org.delegations().map(Delegation::ix))
}

/// Picks an outcome; none from an org without any. Shrinks to the first.
pub fn outcome_of(org: &Org) -> BoxedStrategy<Option<OutcomeIx>> {
    picked(org.outcomes().map(Outcome::ix))
}

/// Picks a KPI; none from an org without any. Shrinks to the first.
pub fn kpi_of(org: &Org) -> BoxedStrategy<Option<KpiIx>> {
    picked(org.kpis().map(Kpi::ix))
}

/// Picks one of these; none of none.
fn picked<T: Clone + Debug + Send + Sync + 'static>(
    things: impl IntoIterator<Item = T>,
) -> BoxedStrategy<Option<T>> {
    let things: Vec<T> = things.into_iter().collect();
    (0..things.len().max(1)).prop_map(move |place| things.get(place).cloned()).boxed()
}

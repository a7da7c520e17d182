//! The makers: what a strategy draws, built.

use proptest::prelude::*;

use crate::org::Org;
use crate::spec::OrgSpec;
use crate::strategies::params::OrgParams;
use crate::strategies::{clean, valid};

/// Makes org specs that build: what an org file may state, every section of it.
///
/// For tests of what reads or writes files; [`org`] is the same, built.
///
/// ```
/// use bagan::strategies::{OrgParams, spec};
/// use bagan::{Org, OrgSpec};
/// use proptest::prelude::*;
///
/// proptest!(ProptestConfig::with_cases(32), |(spec in spec(OrgParams::default()))| {
///     prop_assert_eq!(OrgSpec::from(&Org::try_from(&spec)?), spec);
/// });
/// ```
pub fn spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    valid::spec(params)
}

/// Makes valid orgs of any shape, right or wrong: every role class, vacant seats, lines and money in all directions.
///
/// Shrinks towards one position that somebody holds. Ids are readable (`specialist-3`), some in other scripts.
pub fn org(params: OrgParams) -> impl Strategy<Value = Org> {
    spec(params).prop_map(|spec| built(&spec))
}

/// Makes org specs whose org is clean; see [`clean_org`].
pub fn clean_spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    clean::spec(params)
}

/// Makes orgs in which no rule finds anything, warnings included, in any profile, on the day of the parameters.
///
/// One position or several teams, with or without leads, directors and contributors; money from the top or budgets
/// of their own. Shrinks to few positions.
///
/// ```
/// use bagan::strategies::{OrgParams, clean_org};
/// use bagan::{check, parse_date};
/// use proptest::prelude::*;
///
/// let today = parse_date("2026-07-01")?;
/// proptest!(ProptestConfig::with_cases(32), |(org in clean_org(OrgParams::default()))| {
///     prop_assert!(check(&org, today).is_clean());
/// });
/// # Ok::<(), bagan::CalendarError>(())
/// ```
pub fn clean_org(params: OrgParams) -> impl Strategy<Value = Org> {
    clean_spec(params).prop_map(|spec| built(&spec))
}

/// Builds what a strategy drew.
#[expect(
    clippy::expect_used,
    reason = "invariant: strategies draw specs that build; a property test holds it"
)]
pub(super) fn built(spec: &OrgSpec) -> Org {
    Org::try_from(spec).expect("a strategy draws specs that build")
}

//! The makers: what a strategy draws, built.

use proptest::prelude::*;

use crate::org::Org;
use crate::spec::OrgSpec;
use crate::strategies::params::OrgParams;
use crate::strategies::{clean, valid};

/// Makes orgs of any shape that can be built, in the form to edit.
///
/// Every role class and roles of the user's own, vacant seats, people who stand in and people who hold two seats,
/// dotted lines, collaborations, channels, budgets, stand-ins, delegations down the line and off it, dated or not, with limits
/// or without, outcomes, KPIs, decision rights, levels, pay and bands, a policy and waivers; ids in several scripts.
/// What a rule would say of them is left to chance: for that see [`clean_spec`] and
/// [`org_breaking`](crate::strategies::org_breaking).
///
/// Shrinks towards one position and nothing else. What is left keeps its manager, its money and its other ties: a
/// position that goes takes along what was delegated to it and from it, and its reports move up.
///
/// ```
/// use bagan::strategies::{OrgParams, spec};
/// use bagan::{Org, OrgSpec};
/// use proptest::prelude::*;
///
/// proptest!(ProptestConfig::with_cases(32), |(spec in spec(OrgParams::default()))| {
///     let org = Org::try_from(&spec)?;
///     prop_assert_eq!(OrgSpec::from(&org), spec);
/// });
/// ```
pub fn spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    valid::spec(params)
}

/// Makes orgs of any shape, as [`spec`] does, built.
///
/// `any::<Org>()` draws the same with the default params.
///
/// ```
/// use bagan::strategies::{OrgParams, org};
/// use bagan::{check, parse_date};
/// use proptest::prelude::*;
///
/// let today = parse_date("2026-07-01")?;
/// proptest!(ProptestConfig::with_cases(32), |(org in org(OrgParams::default()))| {
///     let report = check(&org, today);
///     prop_assert_eq!(report.summary().positions, org.position_count());
/// });
/// # Ok::<(), bagan::CalendarError>(())
/// ```
pub fn org(params: OrgParams) -> impl Strategy<Value = Org> {
    spec(params).prop_map(|spec| built(&spec))
}

/// Makes orgs about which no built-in rule has anything to say, in the form to edit.
///
/// They are clean under each of the three profiles, warnings included, on the day of the params. All shapes come up:
/// lone positions, teams of specialists below DMMs below executives or outsiders, leads with teams of their own, money
/// from the top down or from budgets further below, sub-delegation, reserves, renewals for the next year, limits and
/// spans that are just still allowed, vacant seats and people who stand in.
///
/// This is what to plant a fault of your own in. Shrinks towards one position. Costs O(n²) in the positions: 5,000
/// take a second or two in a debug build.
///
/// ```
/// use bagan::strategies::{OrgParams, clean_spec};
/// use bagan::{Org, check, parse_date};
/// use proptest::prelude::*;
///
/// let today = parse_date("2026-07-01")?;
/// proptest!(ProptestConfig::with_cases(32), |(mut spec in clean_spec(OrgParams::default()))| {
///     for position in spec.positions.values_mut() {
///         position.holder = Some("the same person everywhere".to_owned());
///     }
///     let org = Org::try_from(&spec)?;
///     let has_a_line = org.positions().any(|position| position.manager().is_some());
///     prop_assert_eq!(check(&org, today).by_rule("manager-of-oneself").next().is_some(), has_a_line);
/// });
/// # Ok::<(), bagan::CalendarError>(())
/// ```
pub fn clean_spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    clean::spec(params)
}

/// Makes orgs about which no built-in rule has anything to say, as [`clean_spec`] does, built.
///
/// ```
/// use bagan::strategies::{OrgParams, clean_org};
/// use bagan::{Check, Profile, parse_date};
/// use proptest::prelude::*;
///
/// let today = parse_date("2026-07-01")?;
/// proptest!(ProptestConfig::with_cases(32), |(org in clean_org(OrgParams::default()))| {
///     for profile in Profile::ALL {
///         prop_assert!(Check::standard(today).profile(*profile).run(&org).is_clean());
///     }
/// });
/// # Ok::<(), bagan::CalendarError>(())
/// ```
pub fn clean_org(params: OrgParams) -> impl Strategy<Value = Org> {
    clean_spec(params).prop_map(|spec| built(&spec))
}

/// Draws as [`spec`] does.
impl Arbitrary for OrgSpec {
    type Parameters = OrgParams;
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with(params: OrgParams) -> BoxedStrategy<Self> {
        spec(params).boxed()
    }
}

/// Draws as [`org`] does.
impl Arbitrary for Org {
    type Parameters = OrgParams;
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with(params: OrgParams) -> BoxedStrategy<Self> {
        org(params).boxed()
    }
}

/// Builds what a strategy drew.
#[expect(
    clippy::expect_used,
    reason = "invariant: strategies draw specs that build; a property test holds it"
)]
pub(super) fn built(spec: &OrgSpec) -> Org {
    Org::try_from(spec).expect("a strategy draws specs that build")
}

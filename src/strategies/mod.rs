//! Strategies for [proptest](https://docs.rs/proptest) 1: orgs of any shape, clean orgs, orgs that break one rule, and
//! pickers of something from an org (feature `proptest1`).
//!
//! A test of your own says what must hold *whatever the org*, and proptest looks for one that refutes it and shrinks
//! it to a few positions:
//!
//! ```
//! use bagan::strategies::{OrgParams, clean_org, org, org_breaking};
//! use bagan::{Org, check, parse_date};
//! use proptest::prelude::*;
//!
//! /// Your code: who gets the mail when a position has nobody in it?
//! fn answers_for<'o>(org: &'o Org, id: &str) -> Option<&'o str> {
//!     let position = org.position(id)?;
//!     position.occupant().or_else(|| position.chain().find_map(|above| above.occupant()))
//! }
//!
//! proptest! {
//!     # #![proptest_config(ProptestConfig::with_cases(64))]
//!     # /*
//!     #[test]
//!     # */
//!     fn somebody_answers_for_every_position_of_a_clean_org(org in clean_org(OrgParams::default())) {
//!         for position in org.positions() {
//!             prop_assert!(position.manager().is_none() || answers_for(&org, position.id()).is_some());
//!         }
//!     }
//! }
//! # somebody_answers_for_every_position_of_a_clean_org();
//!
//! // A rule can be tried on every org that breaks it, and on none other.
//! let today = parse_date("2026-07-01")?;
//! proptest!(ProptestConfig::with_cases(32), |(org in org_breaking("over-delegation")?)| {
//!     prop_assert!(check(&org, today).is_denied());
//! });
//! // Nothing that can be built panics, however wrong.
//! proptest!(ProptestConfig::with_cases(32), |(org in org(OrgParams::default()))| {
//!     prop_assert!(!check(&org, today).to_string().is_empty());
//! });
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`OrgParams`] says how large the orgs are and how often a seat is vacant. `examples/test_your_team.rs` has more.
//!
//! Architecture invariant: orgs are valid by construction (a manager comes before its reports), never by filtering,
//! so that every draw counts and every shrink is an org.

mod breaking;
mod choose;
mod clean;
mod make;
mod naming;
mod organization;
mod params;
mod pick;
mod valid;

pub use breaking::{UnknownRuleError, org_breaking, org_breaking_with};
pub use choose::{channel_of, delegation_of, kpi_of, outcome_of, position_of};
pub use make::{clean_org, clean_spec, org, spec};
pub use params::OrgParams;

//! Strategies for [proptest](https://docs.rs/proptest), so that you can test against every org, not the two you thought of.
//!
//! Behind the feature `proptest1`, which is named for the major version of proptest that is part of this API.
//!
//! | | draws |
//! |---|---|
//! | [`org`], [`spec`] | orgs of any shape that can be built |
//! | [`clean_org`], [`clean_spec`] | orgs about which no rule has anything to say |
//! | [`org_breaking`] | orgs in which one rule fires, and no other |
//! | [`position_of`], [`delegation_of`] … | one thing of an org that is there already |
//! | [`spend_of`], [`entry_of`], [`entries_of`] | spends and ledger entries, within and beyond the limits of an org |
//! | `assumptions_of` (feature `simulate`) | what a simulation of an org may assume |
//!
//! [`OrgParams`] says how many of what, how often, and for which day. All of them build what they draw, so that no
//! case is thrown away, and shrink to the few positions that a failure needs. An org of a counterexample prints as a
//! tree.
//!
//! # A test of yours
//! With this in `Cargo.toml`:
//! ```toml
//! [dev-dependencies]
//! bagan = { version = "0.1", features = ["proptest1"] }
//! proptest = "1"
//! ```
//! say that an approval service of your own pays nothing that nobody answers for. Its tests read:
//! ```
//! use bagan::strategies::{OrgParams, clean_org, org_breaking};
//! use bagan::{Org, check, parse_date};
//! use proptest::prelude::*;
//!
//! /// What the service makes of an org: whom it would pay, and how much at most.
//! fn payable(org: &Org, today: bagan::Date) -> Vec<(&str, bagan::Money)> {
//!     if check(org, today).is_denied() {
//!         return Vec::new();
//!     }
//!     let paid = org.delegations().filter(|delegation| delegation.is_in_force(today));
//!     paid.map(|delegation| (delegation.to().id(), delegation.amount())).collect()
//! }
//!
//! fn today() -> bagan::Date {
//!     parse_date("2026-07-01").unwrap()
//! }
//!
//! proptest! {
//!     # #![proptest_config(ProptestConfig::with_cases(64))]
//!     # /*
//!     #[test]
//!     # */
//!     fn whoever_is_paid_has_a_manager_who_holds_the_money(org in clean_org(OrgParams::default())) {
//!         for (id, amount) in payable(&org, today()) {
//!             let position = org.position(id).unwrap();
//!             prop_assert!(position.chain().any(|above| amount <= above.held(today())));
//!         }
//!     }
//!
//!     # /*
//!     #[test]
//!     # */
//!     fn nobody_is_paid_with_money_that_is_not_there(org in org_breaking("over-delegation").unwrap()) {
//!         prop_assert_eq!(payable(&org, today()), []);
//!     }
//!
//!     # /*
//!     #[test]
//!     # */
//!     fn the_service_stands_any_org(org in any::<Org>()) {
//!         prop_assert!(payable(&org, today()).len() <= org.delegations().len());
//!     }
//! }
//! # fn main() {
//! #     whoever_is_paid_has_a_manager_who_holds_the_money();
//! #     nobody_is_paid_with_money_that_is_not_there();
//! #     the_service_stands_any_org();
//! # }
//! ```
//! `examples/test_your_team.rs` has more: a team design that is tried with each of its people gone, and a rule of the
//! house that fires on every org that breaks it.
//!
//! Architecture invariant: strategies see the public side of the crate alone, and draw specs. They hold no second
//! opinion on what is clean: that is for `check` to say, and tests compare the two.

#[cfg(feature = "simulate")]
mod assumptions;
mod breaking;
mod clean;
mod make;
mod naming;
mod organization;
mod params;
mod pick;
mod pickers;
mod sparse;
mod spending;
mod valid;

#[cfg(feature = "simulate")]
pub use assumptions::assumptions_of;
pub use breaking::{UnknownRuleError, org_breaking, org_breaking_with};
pub use make::{clean_org, clean_spec, org, spec};
pub use params::OrgParams;
pub use pickers::{
    channel_of, delegation_of, kpi_of, outcome_of, person_of, position_of, position_where, role_of,
};
pub use spending::{Spend, SpendParams, entries_of, entry_of, spend_of};

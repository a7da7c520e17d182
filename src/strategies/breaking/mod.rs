//! Orgs in which one rule fires: one small breaker a rule, in a file a family.
//!
//! Owns `org_breaking`. A breaker gets a clean org, looks for a place where its fault can stand alone, makes one
//! where the org has none, and plants the fault.
//!
//! Architecture invariant: a breaker plants what its rule finds and nothing else. A test lists for each rule what
//! fires beside it, and fails for a rule without a breaker.

mod accountability;
mod budget;
mod career;
mod collaboration;
mod decision;
mod kpi;
mod org_breaking;
mod pay;
mod policy;
mod reporting;
mod risk;
mod scene;
mod settle;
mod specialisation;

pub use org_breaking::{UnknownRuleError, org_breaking, org_breaking_with};

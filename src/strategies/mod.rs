//! Strategies for [proptest](https://docs.rs/proptest): orgs of any shape.
mod breaking;
mod clean;
mod make;
mod naming;
mod organization;
mod params;
mod pick;
mod valid;

pub use breaking::{UnknownRuleError, org_breaking, org_breaking_with};
pub use make::{clean_org, clean_spec, org, spec};
pub use params::OrgParams;

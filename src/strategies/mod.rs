//! Strategies for [proptest](https://docs.rs/proptest): orgs of any shape.
mod clean;
mod make;
mod naming;
mod organization;
mod params;
mod pick;
mod valid;

pub use make::{clean_org, clean_spec, org, spec};
pub use params::OrgParams;

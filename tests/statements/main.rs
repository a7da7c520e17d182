//! The domain, statement by statement: each as a story of a department that keeps it, and of the same with one fault.
//!
//! Every test of a statement is named for it, as `s13_…`. It asks every rule, and not those alone that hold the
//! statement: what is found is named to the last finding.

#![cfg(feature = "toml")]
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::panic,
    reason = "a test that cannot go on says why"
)]

mod budget_team_risk;
mod career_pay;
mod collaboration;
mod first_draft;
mod focus;
mod page;
mod support;

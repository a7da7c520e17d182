//! The wire structs: an org as a file states it, section by section.
//!
//! Owns everything that the format says of a key: its name (serde), how it is read (`decode`), what it states of
//! an org (`state`) and how it comes back from one (`of`). A new key is a new field in one of these files, and a
//! line in the TOML writer.
//!
//! Architecture invariant: these are the only structs of the crate that a file is read into or written from. Keys
//! are kebab-case, ids are text, amounts are as written; nothing is resolved.

mod as_text;
mod delegation;
mod kpi;
mod organization;
mod outcome;
mod pay_band;
mod platform;
mod policy;
mod position;
mod role;
mod serde;
mod stand_in;
mod waiver;
mod whole;
mod writable;

pub use delegation::{AverageSpec, DelegationSpec, LimitsSpec};
pub use kpi::KpiSpec;
pub use organization::{ChannelSpec, OrganizationSpec};
pub use outcome::OutcomeSpec;
pub use pay_band::{LevelsSpec, PayBandSpec};
pub use platform::PlatformSpec;
pub use policy::{PolicySpec, ThresholdsSpec};
pub use position::PositionSpec;
pub use role::RoleSpec;
pub use stand_in::StandInSpec;
pub use waiver::WaiverSpec;
pub use whole::OrgSpec;
pub use writable::WriteError;

//! What can be stated of one role, position, stand-in, delegation, outcome or KPI while it is added to an `OrgBuilder`.
//!
//! A draft is dropped when its last word is said: there is nothing to finish. Architecture invariant: a draft
//! writes to the last item of its kind alone, so that the builder's lists fill in order.

mod delegation;
mod draft;
mod kpi;
mod outcome;
mod position;
mod role;
mod stand_in;

pub use delegation::DelegationDraft;
pub(crate) use draft::draft;
pub use kpi::KpiDraft;
pub use outcome::OutcomeDraft;
pub use position::PositionDraft;
pub use role::RoleDraft;
pub use stand_in::StandInDraft;

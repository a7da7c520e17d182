//! `PAY`: bands and pay. Owns the rules about what roles and positions are paid.
//!
//! Architecture invariant: no figure of pay is a truth (S25). Rules compare what the user states with what the user
//! states, say nothing where nothing is stated, and take thresholds from the policy.

mod bands_out_of_order;
mod manager_midpoint_too_close;
mod pay_outside_band;
mod report_paid_above_manager;
mod specialist_ceiling_above_manager;

pub use bands_out_of_order::BandsOutOfOrder;
pub use manager_midpoint_too_close::ManagerMidpointTooClose;
pub use pay_outside_band::PayOutsideBand;
pub use report_paid_above_manager::ReportPaidAboveManager;
pub use specialist_ceiling_above_manager::SpecialistCeilingAboveManager;

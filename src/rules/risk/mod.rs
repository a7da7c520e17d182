//! `RSK`: who bears which risk, and what fails with one person, one channel or one pair of hands.
//!
//! Architecture invariant: a rule here says what is *drawn* so that it can fail; how likely that is, and what it would
//! cost, are figures and not rules.

mod duties_not_segregated;
mod manager_without_risk;
mod risk_above_role;
mod self_approval;
mod single_point_of_failure;
mod spend_concentration;

pub use duties_not_segregated::DutiesNotSegregated;
pub use manager_without_risk::ManagerWithoutRisk;
pub use risk_above_role::RiskAboveRole;
pub use self_approval::SelfApproval;
pub use single_point_of_failure::SinglePointOfFailure;
pub use spend_concentration::SpendConcentration;
pub(crate) use spend_concentration::largest_shares;

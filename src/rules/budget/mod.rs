//! `BUD`: who may spend how much, within whose limits. Owns the rules about budgets and delegations.
//!
//! Architecture invariant: a rule here looks at what is *drawn*; what is *spent* is `authority`'s affair.

mod budget_below_manager;
mod delegation_off_line;
mod delegation_outside_channels;
mod department_without_budget;
mod endless_delegation;
mod expired_delegation;
mod idle_budget;
mod limit_above_delegator;
mod no_approver;
mod over_delegation;
mod sub_delegation_not_allowed;
#[cfg(test)]
mod tests;
mod unfunded_channel;
mod unlimited_specialist;
mod unreachable_limit;

pub use budget_below_manager::BudgetBelowManager;
pub use delegation_off_line::DelegationOffLine;
pub use delegation_outside_channels::DelegationOutsideChannels;
pub use department_without_budget::DepartmentWithoutBudget;
pub use endless_delegation::EndlessDelegation;
pub use expired_delegation::ExpiredDelegation;
pub use idle_budget::IdleBudget;
pub(crate) use idle_budget::idle;
pub use limit_above_delegator::LimitAboveDelegator;
pub use no_approver::NoApprover;
pub use over_delegation::OverDelegation;
pub use sub_delegation_not_allowed::SubDelegationNotAllowed;
pub use unfunded_channel::UnfundedChannel;
pub use unlimited_specialist::UnlimitedSpecialist;
pub use unreachable_limit::UnreachableLimit;

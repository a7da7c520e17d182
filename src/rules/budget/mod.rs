//! `BUD`: who may spend how much, within whose limits. Owns the rules about budgets and delegations.
//!
//! Architecture invariant: a rule here looks at what is *drawn*; what is *spent* is `authority`'s affair.

mod over_delegation;

pub use over_delegation::OverDelegation;

//! The built-in rules: one rule, one file, one folder a family.
//!
//! Owns [`ALL`], [`find`] and the standard check. A rule's doc comment is its explanation: rustdoc, `explain` and
//! the rule table all show that one text, and its two examples run as doctests.
//!
//! Architecture invariant: a rule reads the org through its public views and reports through the context; no
//! rule knows another, and nothing lists them but its family and [`ALL`].

mod approvers;
mod charge;
mod declare;
mod share;
mod standard;
mod teams;
#[cfg(test)]
mod testing;
mod vacancy;

pub mod accountability;
pub mod budget;
pub mod career;
pub mod collaboration;
pub mod decision;
pub mod kpi;
pub mod pay;
pub mod policy;
pub mod reporting;
pub mod risk;
pub mod specialisation;

pub(crate) use declare::declare_rule;
pub(crate) use share::exceeds;
pub use standard::{check, find, most_similar};

use crate::check::Rule;

/// Every built-in rule, by code.
pub const ALL: &[&dyn Rule] = &[
    &accountability::StrategyBelowManager,
    &accountability::ChannelWithoutOwner,
    &accountability::TacticsOutsideChannel,
    &accountability::AccountableWithoutAuthority,
    &accountability::AuthorityWithoutAccountability,
    &accountability::NobodyResponsible,
    &accountability::ResponsibleOutsideTeam,
    &accountability::AccountableVacant,
    &accountability::TeamPerformanceUnowned,
    &accountability::RoiUnowned,
    &accountability::AccountabilityOverload,
    &budget::OverDelegation,
    &budget::LimitAboveDelegator,
    &budget::DelegationOffLine,
    &budget::DelegationOutsideChannels,
    &budget::BudgetBelowManager,
    &budget::DepartmentWithoutBudget,
    &budget::UnlimitedSpecialist,
    &budget::UnreachableLimit,
    &budget::UnfundedChannel,
    &budget::IdleBudget,
    &budget::ExpiredDelegation,
    &budget::EndlessDelegation,
    &budget::SubDelegationNotAllowed,
    &budget::NoApprover,
    &career::DeadEndRole,
    &career::StepOffLadder,
    &career::NoSuccessor,
    &career::LevelOutsideRole,
    &collaboration::ManagerWithoutExecutiveContact,
    &collaboration::ManagerWithoutPeerDepartment,
    &collaboration::SpecialistIsolated,
    &collaboration::SpecialistBypassesManager,
    &collaboration::ChannelsNotIntegrated,
    &decision::StrategyDecidedBelow,
    &decision::TacticsDecidedAbove,
    &kpi::ManagerWithoutKpi,
    &kpi::KpiAdrift,
    &kpi::TargetsFallShort,
    &pay::PayOutsideBand,
    &pay::SpecialistCeilingAboveManager,
    &pay::ManagerMidpointTooClose,
    &pay::ReportPaidAboveManager,
    &pay::BandsOutOfOrder,
    &policy::UnknownRule,
    &policy::UnusedWaiver,
    &policy::EndedWaiver,
    &reporting::SpecialistOutsideLine,
    &reporting::TeamWithoutManager,
    &reporting::ManagerWithoutExecutive,
    &reporting::InvertedLine,
    &reporting::SpanTooWide,
    &reporting::SpanTooNarrow,
    &reporting::TooManyLayers,
    &reporting::VacantManager,
    &reporting::ManagerOfOneself,
    &reporting::DottedLineDoublesSolid,
    &risk::RiskAboveRole,
    &risk::ManagerWithoutRisk,
    &risk::SinglePointOfFailure,
    &risk::SpendConcentration,
    &risk::SelfApproval,
    &risk::DutiesNotSegregated,
    &specialisation::TooManyChannels,
    &specialisation::SpecialistWithoutChannel,
    &specialisation::ChannelWithoutSpecialist,
];

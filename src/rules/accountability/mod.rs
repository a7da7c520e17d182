//! `ACC`: who answers for what, and with which means. Owns the rules about outcomes and those accountable for them.
//!
//! Architecture invariant: that somebody is responsible never makes up for nobody being accountable, and the other way
//! round; how much risk an outcome bears is the family `RSK`'s.

mod accountability_overload;
mod accountable_vacant;
mod accountable_without_authority;
mod authority_without_accountability;
mod channel_without_owner;
mod nobody_responsible;
mod responsible_outside_team;
mod roi_unowned;
mod strategy_below_manager;
mod tactics_outside_channel;
mod team_performance_unowned;
mod topics;

pub use accountability_overload::AccountabilityOverload;
pub use accountable_vacant::AccountableVacant;
pub use accountable_without_authority::AccountableWithoutAuthority;
pub use authority_without_accountability::AuthorityWithoutAccountability;
pub use channel_without_owner::ChannelWithoutOwner;
pub use nobody_responsible::NobodyResponsible;
pub use responsible_outside_team::ResponsibleOutsideTeam;
pub use roi_unowned::RoiUnowned;
pub use strategy_below_manager::StrategyBelowManager;
pub use tactics_outside_channel::TacticsOutsideChannel;
pub use team_performance_unowned::TeamPerformanceUnowned;

//! `COL`: who works with whom. Owns the rules about collaboration across departments and within marketing.
//!
//! Architecture invariant: an org that states no `works-with` is never told that one is missing; which classes work
//! together is in the class facts.

mod channels_not_integrated;
mod contacts;
mod manager_without_executive_contact;
mod manager_without_peer_department;
mod specialist_bypasses_manager;
mod specialist_isolated;
mod ties;

pub use channels_not_integrated::ChannelsNotIntegrated;
pub use manager_without_executive_contact::ManagerWithoutExecutiveContact;
pub use manager_without_peer_department::ManagerWithoutPeerDepartment;
pub use specialist_bypasses_manager::SpecialistBypassesManager;
pub use specialist_isolated::SpecialistIsolated;

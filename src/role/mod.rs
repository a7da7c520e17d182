//! Roles and what the domain says of them.
//!
//! Owns [`RoleClass`], the closed list of classes that rules speak about; [`ClassFacts`], what the domain
//! says of each, statement by statement; and [`BUILT_IN_ROLES`], the roles that a file may name without
//! declaring them.
//!
//! Architecture invariant: this is the one table of role facts. Rules read it; none of them names a class
//! to decide what a role may do. Nothing here knows of positions or people.

mod built_in;
mod class;
mod facts;
mod vocabulary;

pub use built_in::{BUILT_IN_ROLES, BuiltInRole};
pub use class::RoleClass;
pub use facts::ClassFacts;
pub use vocabulary::{DecisionRight, Focus, Permission, Risk, Seniority};

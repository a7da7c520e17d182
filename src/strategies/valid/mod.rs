//! Orgs that can be built, whatever else they are.
//!
//! Owns the strategy behind `spec` and `org`. Everything is drawn first, as picks that fit any number of things,
//! and put together after: so each list shrinks by leaving items out, and nothing is ever thrown away.
//!
//! Architecture invariant: nothing here knows what a rule would say.

mod lines;
mod money;
mod outcomes;
mod platforms;
mod policy;
mod roles;
mod seats;
mod stand_ins;
mod when;
mod whole;

pub(super) use whole::spec;

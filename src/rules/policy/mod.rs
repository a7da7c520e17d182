//! `POL`: the policy itself. Owns the rules about levels and waivers that no longer do what they say.
//!
//! Architecture invariant: these run in [`Phase::Review`](crate::check::Phase::Review), after all others.

mod ended_waiver;
mod unknown_rule;
mod unused_waiver;

pub use ended_waiver::EndedWaiver;
pub use unknown_rule::UnknownRule;
pub use unused_waiver::UnusedWaiver;

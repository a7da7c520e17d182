//! `POL`: the policy itself. Owns the rules about levels and waivers that no longer do what they say.
//!
//! Architecture invariant: these run in [`Phase::Review`](crate::check::Phase::Review), after all others.

//! The templates, through the public API.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says why")]

mod sizes;

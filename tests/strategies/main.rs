//! Whether the strategies keep what they promise.
//!
//! The strategies are drawn from with fixed seeds where a test is about all that they draw, and at random elsewhere.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test speaks by a panic")]

mod assumptions;
mod breaking;
mod clean;
mod pickers;
mod shrinking;
mod support;
mod valid;

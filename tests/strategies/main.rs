//! Whether the strategies keep what they promise.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test speaks by a panic")]

mod breaking;
mod clean;
mod support;
mod valid;

//! The org file, through the public API: what it may hold, what is said of what it may not, and the way back.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests may panic, and so may what they share"
)]

#[cfg(feature = "toml")]
mod grammar;
#[cfg(feature = "toml")]
mod hostile;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "toml")]
mod locate;
mod random;
#[cfg(feature = "toml")]
mod reports;
mod round_trip;
#[cfg(feature = "toml")]
mod sections;
mod serde;
#[cfg(feature = "toml")]
mod support;
#[cfg(feature = "toml")]
mod values;
#[cfg(feature = "toml")]
mod writing;

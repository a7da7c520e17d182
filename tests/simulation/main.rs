//! The simulation against closed forms: each part alone, then together.

#![cfg(feature = "simulate")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    reason = "figures are compared with closed forms, and a failed test says why"
)]

mod any_org;
mod bad_input;
mod closed;
mod delivery;
mod desks;
mod expectations;
mod flat;
mod judgement;
mod lines;
#[path = "../shared/numbers.rs"]
mod numbers;
mod people;
mod plots;
mod reproducible;
#[path = "../shared/vectors.rs"]
mod shared;
mod staffing;
mod support;
mod timeline;
mod vectors;
mod warnings;

//! Distributions and statistics of a simulation, against closed forms and against what others computed.
#![expect(clippy::float_cmp, reason = "what is drawn without chance is exact")]
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests speak as tests do: by failing"
)]

mod any_distribution;
mod edges;
mod file_form;
mod moments;
#[path = "../shared/numbers.rs"]
mod numbers;
#[path = "../shared/vectors.rs"]
mod shared;
mod tails;
mod vectors;

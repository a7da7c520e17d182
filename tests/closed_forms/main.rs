//! Closed forms, against figures that others computed and against what must hold of any of them.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests speak as tests do: by failing"
)]

mod edges;
#[path = "../shared/numbers.rs"]
mod numbers;
mod properties;
#[path = "../shared/vectors.rs"]
mod shared;
mod vectors;

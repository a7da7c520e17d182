//! The figures of an org: vectors that others computed, dumb oracles that recompute them, and orgs by hand.

#![expect(
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests speak as tests do: by failing"
)]

mod concentration;
mod coverage;
mod graphs;
mod oracle;
mod shape;
#[path = "../shared/vectors.rs"]
mod shared;
mod structure;
mod vectors;

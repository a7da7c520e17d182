//! The spend authority: by example, against a dumb model over random orgs and entries, and in one long run.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says why"
)]

mod accountability;
mod checks;
mod draws;
mod edges;
mod long_run;
mod machine;
mod model;
mod orgs;
mod windows;

//! Properties over random orgs, each against a model that recomputes everything the slow and obvious way.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on says why")]

mod careers;
mod costs;
mod matrices;
mod model;
mod order;
mod overview;
mod reporting_lines;
mod risk;
mod spending;
mod stand_ins;

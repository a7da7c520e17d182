//! A year of a team design, simulated: who waits how long for approvals, what is refused, whose desk is full, what fails.
//!
//! - [`Simulation`] runs designs, each many times, on the same random numbers; [`Assumptions`] are what no org states:
//!   requests, how approvers work, who is away or leaves.
//! - [`Outcomes`] are the figures of a design, its channels and positions, each an [`Estimate`] with the values of the first
//!   years for quantiles; [`Outcomes::warnings`] says where they mislead, [`Outcomes::tail_loss`] what the worst years cost.
//! - [`Designs`] has several side by side, and the difference of any two, year by year, as a [`Comparison`];
//!   [`Designs::pareto`] says which of them others beat in all that counts.
//! - [`Outcomes::expect`] and [`Designs::expect`] are for tests: below.
//! - [`Simulation::year`] is one replication day by day, as a [`Timeline`]; `plot` (feature `plot`) draws all of these.
//! - Below them, for simulations of your own: [`Streams`], one of random numbers for each purpose of each entity;
//!   [`Distribution`] with its moments and tails; [`Quantiles`], [`Frequency`] and [`replications_needed`].
//!
//! ```
//! use std::sync::Arc;
//!
//! use bagan::simulate::{Assumptions, Confidence, Simulation};
//! use bagan::{OrgBuilder, parse_date};
//!
//! // The same team twice: once every request above 2,000,000 goes to the CMO's only deputy, once above 20,000,000.
//! let design = |limit: i64| {
//!     let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
//!     org.channel("social", "Paid social");
//!     org.position("dmm", "digital-marketing-manager").holder("rina").budget(3_000_000_000_i64);
//!     org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
//!     org.delegation("dmm", "social", 2_400_000_000_i64).channel("social").transaction(limit);
//!     org.build().map(Arc::new)
//! };
//! let designs = [("central", design(2_000_000)?), ("delegated", design(20_000_000)?)];
//!
//! let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
//! let outcomes = Simulation::new(Assumptions::default(), from, until).replications(20).seed(7).compare(designs)?;
//!
//! let asked = outcomes.compare("delegated", "central", "approved_after_approval").ok_or("no such figure")?;
//! let fewer = asked.interval(Confidence::NINETY_FIVE).ok_or("two years at least")?;
//! assert!(fewer.upper < 0.0, "fewer requests wait for an approval: {fewer:?}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What happens in a simulated year
//! Requests come to each channel as a Poisson process whose rate follows weekdays and months. Whoever is there of those
//! who are assigned the channel asks, and [`Ledger`](crate::Ledger) decides, with all limits, money and dates: no rule
//! is written a second time. What needs an approval waits at the desk of the nearest approver who is there, is worked
//! on at working hours, and is decided again when it is done; money may have run out by then. People are away, leave
//! and are followed by others, who may have to learn the job; what lies at the desk of whoever leaves goes to the next.
//! An empty seat is filled from outside, or from within by somebody who is ready for it ([`career`](crate::career)),
//! whose own seat is filled in turn. Whoever stands in for somebody asks in that seat, as long as the file says so. At
//! the end the outcomes that the org states fail or not, with one common factor.
//!
//! A share of requests is not worth its money, and whoever works on one judges it, and errs: so many of the good and of
//! the bad are accepted, by one desk after the other that must all accept
//! ([`Route::ThroughTheLine`](assumptions::Route)), by any of several that are asked in turn (`appeals`), or by so many
//! of a [`Panel`](assumptions::Panel). `bad_approved` and `bad_spend` count the bad that got through, also those that
//! nobody had to approve, `good_rejected` the good that did not, and `evaluations` what that took: the trade between
//! waiting and loss.
//!
//! A platform serves more than was asked for, or less (`delivery`). What is not served is free again (`underdelivery`);
//! what is served beyond is charged up to the caps of averages (`overdelivery_charged`), borne by the platform above
//! them (`overdelivery_credited`), and counted apart where no money or no limit is left for it
//! (`overdelivery_refused`). `spend` is what is charged in all.
//!
//! Not simulated: platforms that serve on later days than that of the approval, approvals after the fact of what they charge
//! beyond it, and stand-ins on other days than those that the file states, for on those the ledger knows none. To the
//! ledger, a seat is that of its holder in the file, whoever has followed; whoever has several seats leaves and moves from
//! each on its own; and whoever learns the job of a specialist asks for as much as one who knows it.
//!
//! # In a test of your own
//! State what your team has to live up to, and let a test fail when a change of the org breaks it. An expectation is
//! `Ok` only where the whole interval is on the right side. What it is else prints as several lines: what was asked and
//! found, the figures, the days, the seed and the assumptions; and where the interval holds the bound, about how many
//! years would tell. With this in `Cargo.toml`:
//! ```toml
//! [dev-dependencies]
//! bagan = { version = "0.1", features = ["simulate"] }
//! ```
//! a test of your own reads:
//! ```
//! use bagan::simulate::{Assumptions, Simulation};
//! use bagan::{Org, parse_date};
//!
//! # /*
//! #[test]
//! # */
//! fn approvals_do_not_keep_the_team_waiting() -> Result<(), Box<dyn std::error::Error>> {
//!     let org = Org::from_toml(&std::fs::read_to_string("examples/orgs/nusantara.toml")?)?;
//!     let assumed = Assumptions::from_toml("desk = { service = { gamma = { mean = 15, spread = 1 } } }")?;
//!     let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
//!     let outcomes = Simulation::new(assumed, from, until).replications(30).seed(7).run(org)?;
//!
//!     // On average over years, 19 of 20 approvals take less than three days, and in most years less than four.
//!     outcomes.expect("wait_p95").below(72.0)?;
//!     outcomes.expect("wait_p95").in_most_years(0.8).below(96.0)?;
//!     // A channel, a desk, a quantile over years.
//!     outcomes.expect("uncovered_days").on_channel("seo").below(1.0)?;
//!     outcomes.expect("load").at_position("dmm-acquisition").below(0.6)?;
//!     outcomes.expect("refused_nobody_there").quantile(0.5).below(10.0)?;
//!     Ok(())
//! }
//! # approvals_do_not_keep_the_team_waiting().unwrap();
//! ```
//! The same seed gives the same outcomes, so that a test that was met stays met until the org, the assumptions or this crate
//! change. `examples/test_your_team.rs` has more, and strategies for assumptions are in `bagan::strategies`.
//!
//! # How many years
//! [`Simulation::replications`] runs so many; [`Simulation::until`] as many as a figure takes to be known so precisely.
//! Means, intervals and differences are of all of them, in the same memory for any number. The values for quantiles, shares
//! of years and tails are those of the first 100,000 years of a design's figures, and the first 1,000 of its channels' and
//! positions': years do not depend on each other, so that the first are a fair sample of all. [`Simulation::keep_values`]
//! sets other numbers, [`Outcomes::sampled_years`] says how many they are.
//!
//! # What holds
//! The same orgs, assumptions, seed and version give the same figures to the bit, with any number of threads and on every
//! machine: a draw depends on nothing but the seed, the replication, the purpose, the entity's id and the distribution,
//! and transcendental functions come from `libm`. A figure that is not defined is `None`.
//!
//! Each part agrees with its closed form ([`closed_forms`](crate::closed_forms)) within three standard errors, with fixed
//! seeds (`tests/simulation`; desks and lines in 20 to 60 years of 5,000 to 500,000 requests, people in 4,000, failures in
//! 20,000; fewer where tests are compiled with debug assertions). Each was broken by hand, to see its test fail:
//!
#![doc = include_str!("agreement.md")]
//!
//! # The figures
//! Of a whole design, of a channel that somebody is assigned, and of a position. Those of channels and positions that are
//! no shares or times add up to the design's.
//!
#![doc = include_str!("figures.md")]
//!
//! Architecture invariant: streams, distributions and statistics know no org and no event; the engine knows no rule of
//! spending.

#![allow(clippy::float_arithmetic, reason = "draws and statistics are floats; no balance is")]

pub mod assumptions;
mod better;
mod check;
mod designs;
mod distribution;
mod engine;
mod error;
mod expectation;
mod figures;
mod gaps;
mod joint;
mod named;
mod outcomes;
mod pairs;
mod pareto;
#[cfg(feature = "plot")]
pub mod plot;
mod precision;
mod progress;
mod purpose;
mod report;
mod run;
mod setting;
mod stated;
mod statistics;
mod streams;
mod summary;
mod tail;
mod timeline;
mod warnings;

pub use assumptions::Assumptions;
pub use better::Better;
pub use designs::Designs;
pub use distribution::{Distribution, DistributionError, DistributionSpec, Sampler};
pub use error::SimulationError;
pub use expectation::{DesignsExpected, Expected, ExpectedDifference, Unmet, UnmetKind};
pub use figures::OutcomeUnit;
pub use gaps::{GapReason, SeatGap};
pub use outcomes::{Outcome, Outcomes};
pub use pareto::{Certainty, Dominated, Pareto, ParetoDesign, ParetoFigure};
pub use precision::{Precision, Stop};
pub use purpose::Purpose;
/// The crate whose traits [`Stream`] implements and [`Sampler::draw`] asks for, in the version that fits.
pub use rand;
pub use run::Simulation;
pub use statistics::{
    Comparison, Confidence, ConfidenceInterval, Estimate, Frequency, QuantileInterval, QuantileType,
    Quantiles, StatisticsError, replications_needed,
};
pub use streams::{Replication, Stream, Streams};
pub use tail::TailLoss;
pub use timeline::{DayPhase, Timeline, TimelineDay, TimelineDesk};
pub use warnings::Warning;

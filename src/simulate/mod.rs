//! A year of a team design, simulated: who waits how long for approvals, what is refused, whose desk is full, what fails.
//!
//! - [`Simulation`] runs designs, each many times, on the same random numbers; [`Assumptions`] are what no org states:
//!   requests, how approvers work, who is away or leaves.
//! - [`Outcomes`] are the figures of a design, its channels and positions, each an [`Estimate`]; [`Designs`] has several
//!   side by side, and the difference of each, year by year, as a [`Comparison`].
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
//! who are assigned the channel asks, and [`Ledger`](crate::Ledger) decides, with all limits, money and dates: no rule is
//! written a second time. What needs an approval waits at the desk of the nearest approver who is there, is worked on at
//! working hours, and is decided again when it is done; money may have run out by then. People are away, leave and are
//! followed by others, who may have to learn the job; what lies at the desk of whoever leaves goes to the next. An empty
//! seat is filled from outside, or from within by somebody who is ready for it ([`career`](crate::career)), whose own seat
//! is filled in turn. Whoever stands in for somebody asks in that seat, as long as the file says so. At the end the outcomes that the org
//! states fail or not, with one common factor.
//!
//! Not simulated: what platforms charge beyond what was asked, approvers who err, and stand-ins on other days than those that
//! the file states, for on those the ledger knows none. To the ledger, a seat is that of its holder in the file, whoever
//! has followed; whoever has several seats leaves and moves from each on its own; and whoever learns the job of a
//! specialist asks for as much as one who knows it.
//!
//! # What holds
//! The same orgs, assumptions, seed and version give the same figures to the bit, with any number of threads and on every
//! machine: a draw depends on nothing but the seed, the replication, the purpose, the entity's id and the distribution,
//! and transcendental functions come from `libm`. Desks, lines of desks, vacancies and failures agree with their closed
//! forms within three standard errors (`tests/simulation`). A figure that is not defined is `None`.
//!
//! Architecture invariant: streams, distributions and statistics know no org and no event; the engine knows no rule of
//! spending.

#![allow(clippy::float_arithmetic, reason = "draws and statistics are floats; no balance is")]

pub mod assumptions;
mod check;
mod designs;
mod distribution;
mod engine;
mod error;
mod figures;
mod outcomes;
mod purpose;
mod report;
mod run;
mod statistics;
mod streams;

pub use assumptions::Assumptions;
pub use designs::Designs;
pub use distribution::{Distribution, DistributionError, DistributionSpec, Sampler};
pub use error::SimulationError;
pub use figures::OutcomeUnit;
pub use outcomes::{Outcome, Outcomes};
pub use purpose::Purpose;
/// The crate whose traits [`Stream`] implements and [`Sampler::draw`] asks for, in the version that fits.
pub use rand;
pub use run::Simulation;
pub use statistics::{
    Comparison, Confidence, ConfidenceInterval, Estimate, Frequency, QuantileInterval, QuantileType,
    Quantiles, StatisticsError, replications_needed,
};
pub use streams::{Replication, Stream, Streams};

//! What a simulation draws from and reports with: random streams, distributions, and statistics of what came out.
//!
//! - [`Streams`]: reproducible random numbers, one stream for each purpose of each entity, so that designs are compared
//!   on common random numbers.
//! - [`Distribution`]: a duration or an amount that is not certain, stated by what a user knows, with its file form
//!   ([`DistributionSpec`]), its moments and its tails; [`Sampler`] draws from it.
//! - [`Estimate`], [`Comparison`], [`Quantiles`], [`Frequency`]: what many replications say, and how far off that may be;
//!   [`replications_needed`] plans how many it takes.
//!
//! ```
//! use bagan::simulate::{Confidence, Distribution, Estimate, Purpose, Streams};
//!
//! // Days until an empty seat is filled: 45 on average, and half as much either way.
//! let filling = Distribution::gamma(45.0, 0.5)?.sampler();
//! let streams = Streams::new(2026);
//! let mut days = Estimate::new();
//! for n in 0..1_000 {
//!     days.add(filling.draw(&mut streams.replication(n).stream(Purpose::Filling, "seo")))?;
//! }
//! let interval = days.interval(Confidence::new(0.99)?).ok_or("two replications at least")?;
//! assert!(interval.lower < 45.0 && 45.0 < interval.upper && interval.upper - interval.lower < 5.0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Architecture invariant: nothing here knows an org, an event or a clock. A draw depends on nothing but the seed, the
//! replication, the purpose, the entity's id and the distribution, down to the last bit and on every machine: the
//! transcendental functions come from `libm`, and none from the platform. A figure that is not defined is `None`.

#![allow(clippy::float_arithmetic, reason = "draws and statistics are floats; no balance is")]

mod distribution;
mod purpose;
mod statistics;
mod streams;

pub use distribution::{Distribution, DistributionError, DistributionSpec, Sampler};
pub use purpose::Purpose;
/// The crate whose traits [`Stream`] implements and [`Sampler::draw`] asks for, in the version that fits.
pub use rand;
pub use statistics::{
    Comparison, Confidence, ConfidenceInterval, Estimate, Frequency, QuantileInterval, QuantileType,
    Quantiles, StatisticsError, replications_needed,
};
pub use streams::{Replication, Stream, Streams};

//! What many replications say, and how far off that may be.
//!
//! Owns the running [`Estimate`], the paired [`Comparison`] of two designs on common random numbers, [`Quantiles`] with
//! their intervals, the [`Frequency`] of what happened or not, and how many replications a wanted precision takes.
//!
//! Architecture invariant: a figure that the data do not define is `None`. Estimates and comparisons take the same
//! memory for any number of replications; quantiles are of values that are kept, for a sketch that keeps none would
//! have to state an error that depends on the data, and on the order of merging. A simulation keeps those of the first
//! years alone, which are a fair sample of all.

mod comparison;
mod confidence;
mod error;
mod estimate;
mod frequency;
mod planning;
mod quantiles;
mod ranks;
mod spread;

pub use comparison::Comparison;
pub use confidence::{Confidence, ConfidenceInterval};
pub use error::StatisticsError;
pub use estimate::Estimate;
pub use frequency::Frequency;
pub use planning::replications_needed;
pub use quantiles::{QuantileType, Quantiles};
pub use ranks::QuantileInterval;

//! Durations and amounts that are not certain.
//!
//! Owns what may be stated of one ([`DistributionSpec`], the file form), the checked value ([`Distribution`]), its moments
//! and tails, and how numbers are drawn from it ([`Sampler`]).
//!
//! Architecture invariant: a [`Distribution`] that exists is valid, so that nothing after it can fail; every draw is finite
//! and within the support. There is no unit in here: a mean of 3 is three of whatever the field that holds it counts.

mod error;
mod moments;
mod sampler;
mod spec;
mod standard_gamma;
mod tails;
mod valid;
mod value;
mod weighted;

pub use error::DistributionError;
pub use sampler::Sampler;
pub use spec::DistributionSpec;
pub use value::Distribution;

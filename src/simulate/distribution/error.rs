//! What keeps a distribution from being one.

use thiserror::Error;

/// Why a distribution cannot be: the field at fault, and what is wrong with it.
///
/// ```
/// use bagan::simulate::Distribution;
///
/// let error = Distribution::lognormal(5_000_000.0, -1.0).unwrap_err();
/// assert_eq!(error.to_string(), "`lognormal.spread` must be from 0 to 1000000, and is -1");
/// ```
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum DistributionError {
    /// A number that is outside of what it may be, or no number.
    #[error("`{field}` must be {expected}, and is {value}")]
    OutOfRange {
        /// The field, such as `lognormal.spread` or `empirical.values[3]`, counted from 0.
        field: String,
        /// What it may be.
        expected: &'static str,
        /// The number.
        value: f64,
    },
    /// Two numbers in the wrong order.
    #[error("`{lower}` must be at most `{upper}`, and is {value} against {limit}")]
    OutOfOrder {
        /// The field that should be the lower one.
        lower: &'static str,
        /// The field that should be the upper one.
        upper: &'static str,
        /// What the lower one is.
        value: f64,
        /// What the upper one is.
        limit: f64,
    },
    /// No values to draw from.
    #[error("`empirical.values` must not be empty")]
    NoValues,
    /// More values than can be drawn from.
    #[error("`empirical.values` must not be more than {most}, and are {count}")]
    TooManyValues {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: u32,
    },
    /// Not one weight for each value.
    #[error("`empirical.weights` must be as many as the {values} values, and are {weights}")]
    WeightsDoNotMatch {
        /// How many values there are.
        values: usize,
        /// How many weights there are.
        weights: usize,
    },
    /// Weights that are all 0.
    #[error("`empirical.weights` must not all be 0")]
    NoWeight,
}

//! What keeps a risk figure from being computed.

use thiserror::Error;

/// Why a risk figure cannot be computed.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum RiskError {
    /// A number that is outside of what it may be, or no number.
    #[error("{what} must be {expected}, and is {value}")]
    OutOfRange {
        /// What it is, with its article.
        what: &'static str,
        /// What it may be.
        expected: &'static str,
        /// The number.
        value: f64,
    },
    /// The exact figure takes more than this crate spends on one; nothing is computed in its place.
    #[error("the exact figure takes more than {most} {what}")]
    TooLarge {
        /// What there would be too many of.
        what: &'static str,
        /// How many there may be.
        most: usize,
    },
    /// A part of a fault tree that the tree does not have.
    #[error("the fault tree has no part {index}")]
    UnknownPart {
        /// The place of the part, from 0.
        index: usize,
    },
    /// Nothing to compute a figure of.
    #[error("there are no {what}")]
    Empty {
        /// What there should be.
        what: &'static str,
    },
    /// Losses that add up to more than money can hold.
    #[error("the losses add up to more than can be counted exactly")]
    LossOverflow,
}

/// Returns a probability, or says that it is none.
pub(super) fn probability(value: f64) -> Result<f64, RiskError> {
    if (0.0..=1.0).contains(&value) {
        // A negative zero is one.
        return Ok(value + 0.0);
    }
    Err(RiskError::OutOfRange { what: "a probability", expected: "from 0 to 1", value })
}

/// Returns a number that lies strictly between 0 and 1, or says that it does not.
pub(crate) fn inside(what: &'static str, value: f64) -> Result<f64, RiskError> {
    if 0.0 < value && value < 1.0 {
        return Ok(value);
    }
    Err(RiskError::OutOfRange { what, expected: "above 0 and below 1", value })
}

/// Checks that all of these are probabilities.
pub(super) fn probabilities(values: &[f64]) -> Result<&[f64], RiskError> {
    values.iter().try_for_each(|&value| probability(value).map(|_| ()))?;
    Ok(values)
}

//! What keeps a closed form from being computed.

use thiserror::Error;

/// Why a closed form cannot be computed.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum ClosedFormError {
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
    /// Lists that do not fit together, or are empty.
    #[error("{what}")]
    Shape {
        /// What does not fit.
        what: &'static str,
    },
}

/// Checks that a number is above 0 and finite.
pub(super) fn above_zero(what: &'static str, value: f64) -> Result<f64, ClosedFormError> {
    accept(what, "above 0", value, value.is_finite() && 0.0 < value)
}

/// Checks that a number is at least 0 and finite.
pub(super) fn at_least_zero(what: &'static str, value: f64) -> Result<f64, ClosedFormError> {
    accept(what, "at least 0", value, value.is_finite() && 0.0 <= value)
}

/// Checks that a number is a probability.
pub(super) fn probability(what: &'static str, value: f64) -> Result<f64, ClosedFormError> {
    accept(what, "from 0 to 1", value, (0.0..=1.0).contains(&value))
}

/// Checks that a count is at least 1.
pub(super) fn at_least_one(what: &'static str, count: u32) -> Result<u32, ClosedFormError> {
    if count == 0 {
        return Err(ClosedFormError::OutOfRange { what, expected: "1 or more", value: 0.0 });
    }
    Ok(count)
}

fn accept(
    what: &'static str,
    expected: &'static str,
    value: f64,
    is_allowed: bool,
) -> Result<f64, ClosedFormError> {
    if is_allowed { Ok(value) } else { Err(ClosedFormError::OutOfRange { what, expected, value }) }
}

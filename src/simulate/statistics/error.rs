//! What keeps a statistic from being computed.

use thiserror::Error;

/// Why a statistic cannot be computed.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum StatisticsError {
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
    /// Nothing to compute a statistic of.
    #[error("there are no {what}")]
    Empty {
        /// What there should be.
        what: &'static str,
    },
    /// A precision that takes more replications than can be counted exactly.
    #[error("a half-width of {half_width} takes more than {most} replications")]
    TooManyReplications {
        /// The half-width that was wanted.
        half_width: f64,
        /// The most replications that there may be.
        most: u64,
    },
}

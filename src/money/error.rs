//! What can be wrong with an amount or a quantity.

use thiserror::Error;

use super::decimal::Fault;

/// Tells why a text or a number is no amount of money, or no quantity.
///
/// ```
/// use bagan::{Currency, MoneyError};
///
/// let yen = Currency::from_code("JPY")?;
/// let error = yen.parse("12.5").unwrap_err();
/// assert!(matches!(error, MoneyError::TooManyDecimals { digits: 0, .. }));
/// assert_eq!(error.to_string(), "`12.5` has more decimals than JPY takes: at most 0");
/// # Ok::<(), MoneyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// ISO 4217 has no such code; codes are upper case.
    #[error("`{code}` is not a currency code of ISO 4217")]
    #[non_exhaustive]
    UnknownCurrency {
        /// The code as it stands in the input.
        code: String,
    },

    /// The text is not a decimal number: digits, a point between digits, underscores between digits.
    #[error("`{text}` is not a decimal number")]
    #[non_exhaustive]
    NotANumber {
        /// The text as it stands in the input.
        text: String,
    },

    /// The number is finer than what it should become, and rounding it is not for the crate to do.
    #[error("`{text}` has more decimals than {kind} takes: at most {digits}")]
    #[non_exhaustive]
    TooManyDecimals {
        /// The text as it stands in the input.
        text: String,
        /// How many decimals there may be.
        digits: u32,
        /// What sets that number: a currency code, or `a quantity`.
        kind: &'static str,
    },

    /// The number is too large, or too far below zero.
    #[error("`{text}` is out of the range of {kind}")]
    #[non_exhaustive]
    Overflow {
        /// The number as it stands in the input.
        text: String,
        /// What sets the range: a currency code, `an amount`, or `a quantity`.
        kind: &'static str,
    },
}

impl MoneyError {
    /// Says of which text, and of what it should have become, a fault was found.
    pub(super) fn from_fault(fault: Fault, text: &str, digits: u32, kind: &'static str) -> Self {
        let text = text.to_owned();
        match fault {
            Fault::NotANumber => Self::NotANumber { text },
            Fault::TooManyDecimals => Self::TooManyDecimals { text, digits, kind },
            Fault::Overflow => Self::Overflow { text, kind },
        }
    }
}

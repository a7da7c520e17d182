//! What can be wrong with a date or an interval.

use thiserror::Error;

use super::Date;

/// Tells why a text is no date, or why two dates bound no interval.
///
/// ```
/// use bagan::{CalendarError, parse_date};
///
/// let error = parse_date("2026-02-29").unwrap_err();
/// assert!(matches!(error, CalendarError::NotADate { .. }));
/// assert_eq!(error.to_string(), "`2026-02-29` is not a date: expected a day such as `2026-12-31`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// The interval would hold no day.
    #[error("no day is from {from} on and before {until}")]
    #[non_exhaustive]
    EmptyInterval {
        /// The first day; the first of all dates where that end is open.
        from: Date,
        /// The day after the last one.
        until: Date,
    },

    /// The text is not a date written as `YYYY-MM-DD`, or there is no such day.
    #[error("`{text}` is not a date: expected a day such as `2026-12-31`")]
    #[non_exhaustive]
    NotADate {
        /// The text as it stands in the input.
        text: String,
    },

    /// The text is not a day of the year written as `MM-DD`, or no year has such a day.
    #[error("`{text}` is not a day of the year: expected one such as `07-01`")]
    #[non_exhaustive]
    NotAMonthDay {
        /// The text as it stands in the input.
        text: String,
    },
}

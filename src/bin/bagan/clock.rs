//! The one clock.

use bagan::Date;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Returns today's date in UTC.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned_datetime(TimeZone::UTC).date()
}

//! Civil dates, the fiscal calendar and the windows that limits count in.
//!
//! Owns [`Calendar`], which says in which fiscal year, month, week or day a date falls, and [`Interval`],
//! the half-open stretch of days that it answers with.
//!
//! Architecture invariant: nothing here reads a clock or a time zone; the caller passes the date. Every
//! function is total: where an interval would pass the first or the last [`Date`], that end is open.

mod date;
mod day;
mod error;
mod interval;
mod month_day;
mod weekday;
mod windows;

pub use date::{Date, iso_week, parse_date};
pub(crate) use day::{Day, day_number};
pub use error::CalendarError;
pub use interval::Interval;
pub use month_day::MonthDay;
pub use weekday::Weekday;
pub use windows::{Calendar, Window};

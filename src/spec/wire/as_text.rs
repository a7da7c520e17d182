//! Values that serde writes as text, or as a small table.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::calendar::{Date, Interval};

/// Writes a value as the text that it prints.
pub(super) fn display<T: std::fmt::Display, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Writes a date, if there is one, as `2026-12-31`.
#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference to the field"
)]
pub(super) fn date<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(|date| date.to_string()).serialize(serializer)
}

/// Writes an interval as `{ from, until }`, without the ends that are open.
pub(super) fn interval<S: Serializer>(interval: &Interval, serializer: S) -> Result<S::Ok, S::Error> {
    let ends = [("from", interval.from()), ("until", interval.until())];
    let stated = ends.iter().filter(|(_, date)| date.is_some()).count();
    let mut table = serializer.serialize_struct("Interval", stated)?;
    for (key, date) in ends {
        match date {
            Some(date) => table.serialize_field(key, &date.to_string())?,
            None => table.skip_field(key)?,
        }
    }
    table.end()
}

/// Returns whether an interval is open at both ends, so that nothing need be written.
pub(super) fn is_always(interval: &Interval) -> bool {
    *interval == Interval::ALWAYS
}

/// Returns whether a value is the default one, so that it need not be written.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

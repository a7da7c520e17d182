//! Days: around today, and where windows, years and delegations begin and end.

use std::time::Duration;

use proptest::prelude::*;

use crate::calendar::{Date, Interval};
use crate::org::Org;
use crate::strategies::pick::{Pick, pick};

/// A day before the org is known; shrinks to the day of the params.
#[derive(Debug, Clone, Copy)]
pub(super) enum Day {
    Near(i16),
    Edge { of: Edge, last: bool, beyond: bool },
    Delegation { pick: Pick, ends: bool, step: i16 },
    NewYear(i16),
    LeapDay(i16),
}

/// What begins and ends somewhere around a day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edge {
    Week,
    Month,
    Year,
}

/// Draws days, most of them within three weeks.
pub(super) fn day() -> impl Strategy<Value = Day> + Clone {
    let edge = prop_oneof![Just(Edge::Week), Just(Edge::Month), Just(Edge::Year)];
    prop_oneof![
        8 => (-3..=3_i16).prop_map(Day::Near),
        6 => (-20..=20_i16).prop_map(Day::Near),
        3 => (edge, any::<bool>(), any::<bool>()).prop_map(|(of, last, beyond)| Day::Edge { of, last, beyond }),
        3 => (pick(), any::<bool>(), -1..=1_i16)
            .prop_map(|(pick, ends, step)| Day::Delegation { pick, ends, step }),
        2 => new_year(),
        1 => (-1..=1_i16).prop_map(Day::LeapDay),
        1 => (-800..=800_i16).prop_map(Day::Near),
    ]
}

/// Draws days soon after the next fiscal year began, and some before.
pub(super) fn new_year() -> impl Strategy<Value = Day> + Clone {
    (-1..=20_i16).prop_map(Day::NewYear)
}

impl Day {
    /// Returns the day.
    pub(super) fn date(self, org: &Org, as_of: Date) -> Date {
        let year = org.calendar().fiscal_year(as_of);
        match self {
            Self::Near(days) => shifted(as_of, days),
            Self::Edge { of, last, beyond } => {
                let days = match of {
                    Edge::Week => org.calendar().week(as_of),
                    Edge::Month => org.calendar().month(as_of),
                    Edge::Year => year,
                };
                end_of(days, last, as_of, i16::from(beyond) - i16::from(!last))
            }
            Self::Delegation { pick, ends, step } => {
                let place = pick.place(org.delegations().len());
                let delegation = place.and_then(|place| org.delegations().nth(place));
                delegation.map_or(as_of, |delegation| end_of(delegation.valid(), ends, as_of, step))
            }
            Self::NewYear(days) => shifted(year.until().unwrap_or(as_of), days),
            Self::LeapDay(fours) => {
                let leap = as_of.year() - as_of.year().rem_euclid(4) + 4 * fours;
                Date::new(leap, 2, 29).unwrap_or(as_of)
            }
        }
    }
}

/// Returns the first day of an interval, or the day after its last, some days on; or another where it has no end.
fn end_of(days: Interval, last: bool, otherwise: Date, step: i16) -> Date {
    let end = if last { days.until() } else { days.from() };
    shifted(end.unwrap_or(otherwise), step)
}

/// Returns the day so many days on, or back; the day itself where there is no such day.
fn shifted(date: Date, days: i16) -> Date {
    let length = Duration::from_secs(24 * 60 * 60 * u64::from(days.unsigned_abs()));
    let moved = if days < 0 { date.checked_sub(length) } else { date.checked_add(length) };
    moved.unwrap_or(date)
}

//! Days: around today, and where windows, years and delegations begin and end.

use std::time::Duration;

use crate::calendar::{Date, Interval};
use crate::org::Org;
use crate::strategies::pick::Pick;

/// A day before the org is known; shrinks to the day of the params.
#[derive(Debug, Clone, Copy)]
pub(super) enum Day {
    Near(i16),
    Edge { of: Edge, step: i16 },
    Delegation { pick: Pick, step: i16 },
    NewYear(i16),
    FebruaryThe29th(i16),
}

/// What begins and ends somewhere around a day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edge {
    Week,
    Month,
    Year,
}

impl Day {
    /// Makes a day of choices, most of them within three weeks.
    pub(super) fn of([kind, at, step]: [Pick; 3]) -> Self {
        match kind.among(&[8, 6, 3, 3, 2, 1, 1]) {
            0 => Self::Near(at.near(3)),
            1 => Self::Near(at.near(20)),
            2 => {
                let of = at.of(&[Edge::Week, Edge::Month, Edge::Year]).unwrap_or(Edge::Week);
                Self::Edge { of, step: step.near(2) }
            }
            3 => Self::Delegation { pick: at, step: step.near(2) },
            4 => Self::new_year(at),
            5 => Self::FebruaryThe29th(at.near(1)),
            _ => Self::Near(at.near(800)),
        }
    }

    /// Makes a day soon after the next fiscal year begins, or just before.
    pub(super) fn new_year(at: Pick) -> Self {
        Self::NewYear(at.near(12).max(-1))
    }

    /// Returns the day.
    pub(super) fn date(self, org: &Org, as_of: Date) -> Date {
        let year = org.calendar().fiscal_year(as_of);
        match self {
            Self::Near(days) => shifted(as_of, days),
            Self::Edge { of, step } => {
                let days = match of {
                    Edge::Week => org.calendar().week(as_of),
                    Edge::Month => org.calendar().month(as_of),
                    Edge::Year => year,
                };
                end_of(days, as_of, step)
            }
            Self::Delegation { pick, step } => {
                let place = pick.place(org.delegations().len());
                let delegation = place.and_then(|place| org.delegations().nth(place));
                delegation.map_or(as_of, |delegation| end_of(delegation.valid(), as_of, step))
            }
            Self::NewYear(days) => shifted(year.until().unwrap_or(as_of), days),
            Self::FebruaryThe29th(fours) => {
                let leap = as_of.year() - as_of.year().rem_euclid(4) + 4 * fours;
                Date::new(leap, 2, 29).unwrap_or(as_of)
            }
        }
    }
}

/// Returns the first day of an interval, the day before it, the last one, or one of the two after that.
fn end_of(days: Interval, otherwise: Date, step: i16) -> Date {
    let (end, step) = if step < 1 { (days.from(), step.max(-1)) } else { (days.until(), step - 2) };
    shifted(end.or(days.from()).or(days.until()).unwrap_or(otherwise), step)
}

/// Returns the day so many days on, or back; the day itself where there is no such day.
fn shifted(date: Date, days: i16) -> Date {
    let length = Duration::from_secs(24 * 60 * 60 * u64::from(days.unsigned_abs()));
    let moved = if days < 0 { date.checked_sub(length) } else { date.checked_add(length) };
    moved.unwrap_or(date)
}

//! When delegations and stand-ins are in force.

use std::time::Duration;

use proptest::prelude::*;

use crate::calendar::Interval;
use crate::strategies::valid::whole::Known;

/// When something is in force; shrinks to the fiscal year.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    Year,
    Always,
    FromNewYear,
    UntilNewYear,
    Ended,
    ToCome,
    Days { before: u16, count: u16 },
}

/// Draws dates around the day of the params, and none.
pub(super) fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        4 => Just(When::Year),
        1 => Just(When::Always),
        1 => Just(When::FromNewYear),
        1 => Just(When::UntilNewYear),
        1 => Just(When::Ended),
        1 => Just(When::ToCome),
        2 => (0..=500_u16, 1..=500_u16).prop_map(|(before, count)| When::Days { before, count }),
    ]
}

impl When {
    /// Returns the days.
    pub(super) fn interval(self, known: &Known) -> Interval {
        let (year, as_of) = (known.year, known.as_of);
        let days = |count: u16| Duration::from_secs(24 * 60 * 60 * u64::from(count));
        let (from, until) = match self {
            Self::Year => return year,
            Self::Always => return Interval::ALWAYS,
            Self::FromNewYear => (year.from(), None),
            Self::UntilNewYear => (None, year.until()),
            Self::Ended => (None, Some(as_of)),
            Self::ToCome => (as_of.tomorrow().ok(), None),
            Self::Days { before, count } => {
                let from = as_of.checked_sub(days(before)).ok();
                (from, from.and_then(|from| from.checked_add(days(count)).ok()))
            }
        };
        Interval::new(from, until).unwrap_or(Interval::ALWAYS)
    }
}

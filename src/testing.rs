//! What the unit tests of several modules share: a day, a small org, dates around the day, and made-up numbers.

use crate::calendar::{Date, Interval, parse_date};
use crate::org::{Org, OrgBuilder};

/// The day on which rules are tested.
pub(crate) fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

/// Builds an org in Indonesian rupiah.
pub(crate) fn org(state: impl FnOnce(&mut OrgBuilder)) -> Org {
    let mut builder = OrgBuilder::new("Test", "IDR");
    state(&mut builder);
    builder.build().unwrap()
}

/// An interval that has just ended on that day.
pub(crate) fn ended() -> Interval {
    Interval::new(None, Some(today())).unwrap()
}

/// An interval that begins the day after.
pub(crate) fn to_come() -> Interval {
    Interval::new(today().tomorrow().ok(), None).unwrap()
}

/// The fiscal year of that day.
pub(crate) fn this_year() -> Interval {
    Interval::new(parse_date("2026-01-01").ok(), parse_date("2027-01-01").ok()).unwrap()
}

/// A small generator of numbers (splitmix64), so that generated orgs are the same in every run.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    /// As [`Self::below`], for amounts.
    pub(crate) fn small(&mut self, n: u64) -> i64 {
        i64::try_from(self.below(n)).unwrap()
    }
}

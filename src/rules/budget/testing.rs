//! What the tests of the budget rules share.

use crate::calendar::{Interval, parse_date};
use crate::check::Check;
use crate::org::{Org, Profile};
use crate::rules::testing::today;

/// Returns the fields that the findings of one rule point at.
pub(crate) fn fields(org: &Org, rule: &str) -> Vec<String> {
    let report = Check::standard(today()).profile(Profile::Audited).run(org);
    report.by_rule(rule).map(|found| found.finding.field_name().to_owned()).collect()
}

/// Returns how to mend what one rule finds.
pub(crate) fn helps(org: &Org, rule: &str) -> Vec<String> {
    let report = Check::standard(today()).profile(Profile::Audited).run(org);
    report.by_rule(rule).filter_map(|found| found.finding.help_text(org)).collect()
}

/// An interval that has just ended on the day on which rules are tested.
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

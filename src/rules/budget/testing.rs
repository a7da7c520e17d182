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

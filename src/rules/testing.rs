//! What the tests of all rules share: a small org, and what one rule says of it.

use crate::calendar::{Date, parse_date};
use crate::org::{Org, OrgBuilder, Profile};
use crate::rules;

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

/// Returns what one rule says of an org under the audited profile, in which every rule runs.
pub(crate) fn findings(org: &Org, rule: &str) -> Vec<String> {
    let check = crate::check::Check::standard(today()).profile(Profile::Audited);
    assert!(rules::find(rule).is_some(), "no rule {rule}");
    let report = check.run(org);
    report.by_rule(rule).map(|found| found.finding.message(org)).collect()
}

//! What the tests of all rules share: what one rule says of an org, where it points, and how to mend it.

use crate::check::{Check, Reported};
use crate::org::{Org, Profile};
use crate::rules;
pub(crate) use crate::testing::{org, today};

/// Returns what one rule says of an org under the audited profile, in which every rule runs.
pub(crate) fn findings(org: &Org, rule: &str) -> Vec<String> {
    reported(org, rule, |found| found.finding.message(org))
}

/// Returns the fields that the findings of one rule point at.
pub(crate) fn fields(org: &Org, rule: &str) -> Vec<String> {
    reported(org, rule, |found| found.finding.field_name().to_owned())
}

/// Returns how to mend what one rule finds.
pub(crate) fn helps(org: &Org, rule: &str) -> Vec<String> {
    reported(org, rule, |found| found.finding.help_text(org).unwrap_or_default())
}

fn reported(org: &Org, rule: &str, of: impl Fn(&Reported) -> String) -> Vec<String> {
    assert!(rules::find(rule).is_some(), "no rule {rule}");
    let report = Check::standard(today()).profile(Profile::Audited).run(org);
    report.by_rule(rule).map(of).collect()
}

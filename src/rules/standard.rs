//! The built-in rules put to work.

use crate::calendar::Date;
use crate::check::{Check, Report, Rule};
use crate::org::Org;
use crate::rules::ALL;

/// Checks an org for one day with every built-in rule, under the org's own policy.
///
/// ```
/// use bagan::{OrgBuilder, check, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("cmo", "cmo").holder("sari");
/// org.position("seo", "specialist").holder("budi").reports_to("cmo");
/// let org = org.build()?;
///
/// let report = check(&org, parse_date("2026-07-01")?);
/// assert_eq!(report.by_rule("specialist-outside-line").count(), 1);
/// assert!(report.is_denied());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check(org: &Org, as_of: Date) -> Report<'_> {
    Check::standard(as_of).run(org)
}

/// Returns the built-in rule with a name or code.
///
/// ```
/// let rule = bagan::rules::find("RPT001").ok_or("no such rule")?;
/// assert_eq!(rule.info().name, "specialist-outside-line");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn find(rule: &str) -> Option<&'static dyn Rule> {
    ALL.iter().copied().find(|known| known.info().is_called(rule))
}

/// Returns the name of the built-in rule that looks most like `word`, if one does.
///
/// ```
/// assert_eq!(bagan::rules::most_similar("overdelegaton"), Some("over-delegation"));
/// assert_eq!(bagan::rules::most_similar("zzz"), None);
/// ```
#[must_use]
pub fn most_similar(word: &str) -> Option<&'static str> {
    crate::id::most_similar(word, ALL.iter().map(|rule| rule.info().name))
}

impl Check<'static> {
    /// Makes a check with every built-in rule, for one day.
    #[must_use]
    pub fn standard(as_of: Date) -> Self {
        Self::new(as_of).rules(ALL.iter().copied())
    }
}

//! What a check found.

use crate::calendar::Date;
use crate::check::finding::Finding;
use crate::check::order;
use crate::check::rule::RuleInfo;
use crate::org::{Level, Org, Path, Profile, Waiver, WaiverIx};

/// What a check found in an org, most severe first; the same whatever order the org was stated in.
///
/// Its [`Display`](std::fmt::Display) is the text report.
#[derive(Debug)]
pub struct Report<'o> {
    org: &'o Org,
    as_of: Date,
    profile: Profile,
    rules: Vec<&'static RuleInfo>,
    findings: Vec<Reported>,
}

/// A finding with its rule, its level, and the waiver that covers it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reported {
    /// The rule.
    pub rule: &'static RuleInfo,
    /// The level; never [`Level::Allow`].
    pub level: Level,
    /// What was found.
    pub finding: Finding,
    /// The waiver, if one covers it; such a finding fails no check.
    pub waived: Option<WaiverIx>,
}

/// How many findings of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The positions of the org.
    pub positions: usize,
    /// Findings that fail the check.
    pub deny: usize,
    /// Findings that do not.
    pub warn: usize,
    /// Findings that a waiver covers.
    pub waived: usize,
}

impl<'o> Report<'o> {
    pub(crate) fn new(
        org: &'o Org,
        as_of: Date,
        profile: Profile,
        rules: Vec<&'static RuleInfo>,
        mut findings: Vec<Reported>,
    ) -> Self {
        order::sort(org, &mut findings);
        Self { org, as_of, profile, rules, findings }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &'o Org {
        self.org
    }

    /// Returns the day that the check was made for.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Returns the profile that the check ran with.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Returns what is known of every rule of the check, those that were not run included.
    #[must_use]
    pub fn rules(&self) -> &[&'static RuleInfo] {
        &self.rules
    }

    /// Returns every finding, most severe first, waived ones last.
    #[must_use]
    pub fn findings(&self) -> &[Reported] {
        &self.findings
    }

    /// Returns the findings of one rule, by name or code, that no waiver covers.
    pub fn by_rule<'r>(&'r self, rule: &'r str) -> impl Iterator<Item = &'r Reported> {
        self.findings.iter().filter(move |found| found.rule.is_called(rule) && found.waived.is_none())
    }

    /// Returns how many findings of each sort there are.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { positions: self.org.position_count(), ..Summary::default() };
        for found in &self.findings {
            match (found.waived, found.level) {
                (Some(_), _) => summary.waived += 1,
                (None, Level::Deny) => summary.deny += 1,
                (None, _) => summary.warn += 1,
            }
        }
        summary
    }

    /// Returns whether nothing was found, apart from what is waived.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|found| found.waived.is_some())
    }

    /// Returns whether the check fails: a finding at [`Level::Deny`] that no waiver covers.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.summary().deny != 0
    }

    /// Returns the waiver that covers a finding.
    #[must_use]
    pub fn waiver(&self, found: &Reported) -> Option<&'o Waiver> {
        self.org.waivers().get(found.waived?.index())
    }
}

impl Reported {
    /// Returns the place in an org file: `positions.social.reports-to`, `delegations[2].limits.week`.
    #[must_use]
    pub fn path(&self, org: &Org) -> Path {
        org.file_path(self.finding.subject()).field(self.finding.field_name())
    }
}

//! What a rule sees, and where it reports.

use std::sync::OnceLock;

use crate::calendar::Date;
use crate::check::finding::Finding;
use crate::check::report::Reported;
use crate::check::rule::RuleInfo;
use crate::check::settings::Settings;
use crate::check::waivers::WaiverUse;
use crate::org::{Funding, Level, Org};

/// What all rules of one check see.
#[derive(Debug)]
pub(crate) struct Shared<'c, 'o> {
    pub(crate) org: &'o Org,
    pub(crate) as_of: Date,
    pub(crate) settings: &'c Settings,
    pub(crate) rules: &'c [&'static RuleInfo],
    pub(crate) waivers: Vec<WaiverUse>,
    pub(crate) funding: OnceLock<Funding>,
}

/// What a rule sees while it runs, and where it reports.
#[derive(Debug)]
pub struct Context<'c, 'o> {
    shared: &'c Shared<'c, 'o>,
    rule: &'static RuleInfo,
    level: Level,
    found: Vec<Reported>,
}

impl<'c, 'o> Context<'c, 'o> {
    /// Makes the context of one rule, which adds to what was found before.
    pub(crate) fn new(
        shared: &'c Shared<'c, 'o>,
        rule: &'static RuleInfo,
        level: Level,
        found: Vec<Reported>,
    ) -> Self {
        Self { shared, rule, level, found }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &'o Org {
        self.shared.org
    }

    /// Returns the day that the check is made for.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.shared.as_of
    }

    /// Returns the thresholds of the policy.
    #[must_use]
    pub fn settings(&self) -> &'c Settings {
        self.shared.settings
    }

    /// Returns what is known of every rule of this check.
    #[must_use]
    pub fn rules(&self) -> &'c [&'static RuleInfo] {
        self.shared.rules
    }

    /// Returns what became of each waiver; empty before [`Phase::Review`](crate::check::Phase::Review).
    #[must_use]
    pub fn waivers(&self) -> &'c [WaiverUse] {
        &self.shared.waivers
    }

    /// Returns what each delegation is cut from on the day of the check; found out once for all rules.
    pub(crate) fn funding(&self) -> &'c Funding {
        self.shared.funding.get_or_init(|| Funding::new(self.shared.org, self.shared.as_of))
    }

    /// Reports a finding.
    pub fn report(&mut self, finding: Finding) {
        self.found.push(Reported { rule: self.rule, level: self.level, finding, waived: None });
    }

    pub(crate) fn into_found(self) -> Vec<Reported> {
        self.found
    }
}

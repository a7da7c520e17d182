//! What a rule sees, and where it reports.

use std::sync::OnceLock;

use crate::calendar::Date;
use crate::check::finding::Finding;
use crate::check::rule::RuleInfo;
use crate::check::settings::Settings;
use crate::check::waivers::WaiverUse;
use crate::org::{Funding, Org};

/// What a rule sees while it runs, and where it reports.
#[derive(Debug)]
pub struct Context<'c, 'o> {
    org: &'o Org,
    as_of: Date,
    settings: &'c Settings,
    rules: &'c [&'static RuleInfo],
    waivers: &'c [WaiverUse],
    funding: &'c OnceLock<Funding>,
    findings: Vec<Finding>,
}

impl<'c, 'o> Context<'c, 'o> {
    pub(crate) fn new(
        org: &'o Org,
        as_of: Date,
        settings: &'c Settings,
        rules: &'c [&'static RuleInfo],
        waivers: &'c [WaiverUse],
        funding: &'c OnceLock<Funding>,
    ) -> Self {
        Self { org, as_of, settings, rules, waivers, funding, findings: Vec::new() }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &'o Org {
        self.org
    }

    /// Returns the day that the check is made for.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Returns the thresholds of the policy.
    #[must_use]
    pub fn settings(&self) -> &'c Settings {
        self.settings
    }

    /// Returns what is known of every rule of this check.
    #[must_use]
    pub fn rules(&self) -> &'c [&'static RuleInfo] {
        self.rules
    }

    /// Returns what became of each waiver; empty before [`Phase::Review`](crate::check::Phase::Review).
    #[must_use]
    pub fn waivers(&self) -> &'c [WaiverUse] {
        self.waivers
    }

    /// Returns what each delegation is cut from on the day of the check; found out once for all rules.
    pub(crate) fn funding(&self) -> &'c Funding {
        self.funding.get_or_init(|| Funding::new(self.org, self.as_of))
    }

    /// Reports a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

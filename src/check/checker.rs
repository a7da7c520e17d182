//! [`Check`]: which rules run, at which level, for which day.

use crate::calendar::Date;
use crate::check::context::Context;
use crate::check::finding::Finding;
use crate::check::report::{Report, Reported};
use crate::check::rule::{Phase, Rule, RuleInfo};
use crate::check::settings::Settings;
use crate::check::waivers::{WaiverUse, Waivers};
use crate::org::{Level, Org, Profile};

/// A check that is ready to run: rules, the day it is made for, and what goes before the org's own policy.
///
/// [`Check::standard`] has the built-in rules; [`Check::new`] has none.
#[derive(Clone)]
pub struct Check<'r> {
    as_of: Date,
    profile: Option<Profile>,
    levels: Vec<(String, Level)>,
    rules: Vec<&'r dyn Rule>,
}

impl std::fmt::Debug for Check<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rules: Vec<_> = self.rules.iter().map(|rule| rule.info().code).collect();
        f.debug_struct("Check")
            .field("as_of", &self.as_of)
            .field("profile", &self.profile)
            .field("levels", &self.levels)
            .field("rules", &rules)
            .finish()
    }
}

impl<'r> Check<'r> {
    /// Makes a check without rules, for one day.
    #[must_use]
    pub fn new(as_of: Date) -> Self {
        Self { as_of, profile: None, levels: Vec::new(), rules: Vec::new() }
    }

    /// Adds a rule.
    #[must_use]
    pub fn rule(mut self, rule: &'r dyn Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds rules.
    #[must_use]
    pub fn rules(mut self, rules: impl IntoIterator<Item = &'r dyn Rule>) -> Self {
        self.rules.extend(rules);
        self
    }

    /// Sets the profile, in place of the org's own.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// Sets the level of a rule, by name or code, in place of the org's own; the last word counts.
    #[must_use]
    pub fn level(mut self, rule: &str, level: Level) -> Self {
        self.levels.push((rule.to_owned(), level));
        self
    }

    /// Runs the rules.
    ///
    /// Costs O(n log n) at worst in the size of the org and of what is found.
    #[must_use]
    pub fn run<'o>(&self, org: &'o Org) -> Report<'o> {
        let profile = self.profile.or(org.policy().profile).unwrap_or(Profile::ScaleUp);
        let settings = Settings::new(profile, org.policy());
        let infos: Vec<RuleInfo> = self.rules.iter().map(|rule| rule.info()).collect();
        let run = Run { check: self, org, profile, settings: &settings, infos: &infos };

        let mut findings = Vec::new();
        let mut waivers = Waivers::new(org, self.as_of);
        for (info, level, finding) in run.phase(Phase::Check, &[]) {
            let waived = waivers.cover(&info, &finding);
            findings.push(Reported { rule: info, level, finding, waived });
        }
        for (info, level, finding) in run.phase(Phase::Review, &waivers.into_uses()) {
            findings.push(Reported { rule: info, level, finding, waived: None });
        }
        Report::new(org, self.as_of, profile, infos, findings)
    }

    /// Returns the level of a rule: the caller's word, else the org's, else the profile's.
    fn level_of(&self, info: &RuleInfo, org: &Org, profile: Profile) -> Level {
        let own = self.levels.iter().rev().find(|(rule, _)| info.is_called(rule)).map(|(_, level)| *level);
        let stated = || org.policy().levels.iter().rev().find(|(rule, _)| info.is_called(rule));
        own.or_else(|| stated().map(|(_, level)| *level)).unwrap_or_else(|| info.levels.of(profile))
    }
}

/// One run of a check.
struct Run<'c, 'r, 'o> {
    check: &'c Check<'r>,
    org: &'o Org,
    profile: Profile,
    settings: &'c Settings,
    infos: &'c [RuleInfo],
}

impl Run<'_, '_, '_> {
    /// Runs the rules of one phase, and returns what they find.
    fn phase(&self, phase: Phase, waivers: &[WaiverUse]) -> Vec<(RuleInfo, Level, Finding)> {
        let mut found = Vec::new();
        for (rule, info) in self.check.rules.iter().zip(self.infos) {
            let level = self.check.level_of(info, self.org, self.profile);
            if info.phase != phase || level == Level::Allow {
                continue;
            }
            let mut cx = Context::new(self.org, self.check.as_of, self.settings, self.infos, waivers);
            rule.check(&mut cx);
            found.extend(cx.into_findings().into_iter().map(|finding| (*info, level, finding)));
        }
        found
    }
}

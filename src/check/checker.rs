//! [`Check`]: which rules run, at which level, for which day.

use std::sync::OnceLock;

use crate::calendar::Date;
use crate::check::context::{Context, Shared};
use crate::check::report::{Report, Reported};
use crate::check::rule::{Phase, Rule, RuleInfo};
use crate::check::settings::Settings;
use crate::check::waivers::Waivers;
use crate::check::workers;
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
        let infos: Vec<&'static RuleInfo> = self.rules.iter().map(|rule| rule.info()).collect();
        let (settings, rules) = (&settings, infos.as_slice());
        let funding = OnceLock::new();
        let mut shared = Shared { org, as_of: self.as_of, settings, rules, waivers: Vec::new(), funding };

        let mut findings = self.phase(Phase::Check, profile, &shared);
        let mut waivers = Waivers::new(org, self.as_of);
        for found in &mut findings {
            found.waived = waivers.cover(found.rule, &found.finding);
        }
        shared.waivers = waivers.into_uses();
        findings.append(&mut self.phase(Phase::Review, profile, &shared));
        Report::new(org, self.as_of, profile, infos, findings)
    }

    /// Runs the rules of one phase, and returns what they find.
    fn phase(&self, phase: Phase, profile: Profile, shared: &Shared<'_, '_>) -> Vec<Reported> {
        let rules = self.rules.iter().copied().zip(shared.rules.iter().copied());
        let rules = rules
            .filter(|(_, info)| info.phase == phase)
            .map(|(rule, info)| (rule, info, self.level_of(info, shared.org, profile)))
            .filter(|(_, _, level)| *level != Level::Allow);
        workers::gather(rules, shared.org.position_count(), |&(rule, info, level), found| {
            let mut cx = Context::new(shared, info, level, found);
            rule.check(&mut cx);
            cx.into_found()
        })
    }

    /// Returns the level of a rule: the caller's word, else the org's, else the profile's.
    fn level_of(&self, info: &RuleInfo, org: &Org, profile: Profile) -> Level {
        let own = self.levels.iter().rev().find(|(rule, _)| info.is_called(rule)).map(|(_, level)| *level);
        let stated = || org.policy().levels.iter().rev().find(|(rule, _)| info.is_called(rule));
        own.or_else(|| stated().map(|(_, level)| *level)).unwrap_or_else(|| info.levels.of(profile))
    }
}

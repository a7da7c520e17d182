//! The policy of an org as it is stated: profile, levels, thresholds, waivers. What they mean is `check`'s.

use indexmap::IndexMap;

use crate::calendar::Date;
use crate::money::{Money, Quantity};
use crate::org::path::Path;
use crate::words::word_enum;

word_enum! {
    /// What becomes of a rule's findings.
    pub enum Level ("level") {
        /// The rule is not run.
        Allow = "allow",
        /// Findings are reported.
        Warn = "warn",
        /// Findings are reported, and the check fails.
        Deny = "deny",
    }
}

word_enum! {
    /// A preset of levels and thresholds, by how far an org has grown.
    pub enum Profile ("profile") {
        /// A few people who wear several hats: only what would lose money or leave nobody in charge.
        Startup = "startup",
        /// A department with managers and specialists; the default.
        ScaleUp = "scale-up",
        /// An org whose controls an auditor examines: nothing stays a warning that a control should stop.
        Audited = "audited",
    }
}

/// The rules' levels and thresholds that an org states for itself; whatever it leaves out comes from the profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// The preset to start from; [`Profile::ScaleUp`] if none is stated.
    pub profile: Option<Profile>,
    /// The level of single rules, by name or code, in the order stated.
    pub levels: IndexMap<String, Level>,
    /// The thresholds that differ from the preset's.
    pub thresholds: Thresholds,
}

/// The figures that rules compare with; each is an inclusive bound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Thresholds {
    /// The most direct reports that one position should have (`span-too-wide`).
    pub span_at_most: Option<u32>,
    /// The fewest direct reports that a position with reports should have (`span-too-narrow`).
    pub span_at_least: Option<u32>,
    /// The most layers, from a root down to the lowest position (`too-many-layers`).
    pub layers_at_most: Option<u32>,
    /// The fewest others in marketing that a specialist should work with (`specialist-isolated`).
    pub partners_at_least: Option<u32>,
    /// How many times what it holds a position may delegate (`over-delegation`).
    pub overcommit: Option<Quantity>,
    /// The largest share of a budget that may stay undelegated (`idle-budget`), from 0 to 1.
    pub idle_share_at_most: Option<Quantity>,
    /// How many times the midpoint of a specialist's band a DMM's should be at least (`manager-midpoint-too-close`).
    pub manager_midpoint_at_least: Option<Quantity>,
    /// The amount of one spend above which two people must approve.
    pub dual_control_above: Option<Money>,
    /// The most outcomes that one position should answer for (`accountability-overload`).
    pub outcomes_at_most: Option<u32>,
    /// The largest share of what a position delegates that should go to one other, or one channel
    /// (`spend-concentration`), from 0 to 1.
    pub concentration_at_most: Option<Quantity>,
}

/// A finding that somebody accepts, until a date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Waiver {
    /// The rule, by name or code.
    pub rule: Box<str>,
    /// What the finding is about, such as `positions.social` or `delegations.dmm.social.seo`.
    pub at: Path,
    /// Why it is accepted.
    pub reason: Box<str>,
    /// Who accepted it.
    pub owner: Option<Box<str>>,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
}

impl Waiver {
    /// Accepts what `rule` finds about `at`, for `reason`.
    #[must_use]
    pub fn new(rule: &str, at: Path, reason: &str) -> Self {
        Self { rule: rule.into(), at, reason: reason.into(), owner: None, until: None }
    }

    /// Says who accepted the finding.
    #[must_use]
    pub fn owner(mut self, owner: &str) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Ends the waiver: it no longer holds on `date`.
    #[must_use]
    pub fn until(mut self, date: Date) -> Self {
        self.until = Some(date);
        self
    }

    /// Returns whether the waiver has ended by `date`.
    #[must_use]
    pub fn has_ended(&self, date: Date) -> bool {
        self.until.is_some_and(|until| until <= date)
    }
}

//! Delegations: each purse that is fed, with its limits and its dates.

use crate::calendar::{Date, Interval};
use crate::money::Amount;
use crate::role::{Permission, RoleClass};
use crate::spec::{DelegationSpec, LimitsSpec};
use crate::strategies::clean::purses::{PART, shares};
use crate::strategies::clean::raw::RawGrant;
use crate::strategies::pick::Pick;

/// By how much an amount is divided for its limits per transaction, day, week and month.
///
/// One list serves a whole org, so that a smaller amount never has a higher limit. Each stays within what can
/// bite: the first just so per week, the second in all, the last just so per month.
const SHARES: &[[i64; 4]] = &[[40, 28, 4, 2], [1, 1, 1, 1], [100, 200, 40, 8], [1, 12, 6, 1]];

/// How an org's money is counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) shares: Pick,
    pub(super) scale: i64,
    pub(super) year: Interval,
    pub(super) next_year: Option<Interval>,
    pub(super) month: Interval,
}

impl Measure {
    /// Returns so many parts as an amount.
    pub(super) fn amount(&self, parts: i64) -> Amount {
        Amount::from(parts * PART * self.scale)
    }

    fn limits(&self, parts: i64, limited: [bool; 4]) -> LimitsSpec {
        let shares = self.shares.of(SHARES).unwrap_or([1; 4]);
        let limit = |window: usize| {
            let share = shares.get(window).copied().filter(|_| limited.get(window) == Some(&true));
            share.map(|share| Amount::from(parts * (PART / share) * self.scale))
        };
        let [transaction, day, week, month] = [0, 1, 2, 3].map(limit);
        LimitsSpec { transaction, day, week, month, average: None }
    }

    /// Returns when a delegation is in force: on the day of the check, and not for ever.
    fn valid(&self, pick: Pick) -> Interval {
        let until_new_year = Interval::new(None, self.year.until()).unwrap_or(self.year);
        let two_years = self.next_year.and_then(|next| Interval::new(self.year.from(), next.until()).ok());
        let valid = [self.year, self.year, until_new_year, self.month, two_years.unwrap_or(self.year)];
        pick.of(&valid).unwrap_or(self.year)
    }
}

/// What one position is given.
#[derive(Debug)]
pub(super) struct Grant<'p> {
    pub(super) from: &'p str,
    pub(super) to: &'p str,
    pub(super) class: RoleClass,
    pub(super) channels: &'p [String],
    pub(super) parts: i64,
    pub(super) passes_on: bool,
    /// Whether one delegation covers all channels, whatever was drawn.
    pub(super) general: bool,
    pub(super) raw: &'p RawGrant,
}

impl Grant<'_> {
    /// States the delegations: one for each channel, or one for all.
    pub(super) fn state(&self, measure: &Measure) -> Vec<DelegationSpec> {
        let specialist = self.class.is_specialist();
        let general = self.raw.general || self.general;
        let one_each = specialist && !self.passes_on && !general && !self.channels.is_empty();
        let channels: Vec<Option<&String>> =
            if one_each { self.channels.iter().map(Some).collect() } else { vec![None] };
        let parts = self.parts / shares(channels.len());
        let mut stated = Vec::new();
        for channel in channels {
            let mut spec = DelegationSpec::new(self.from, self.to, measure.amount(parts));
            spec.channel = channel.cloned();
            spec.limits = measure.limits(parts, self.limited());
            spec.valid = measure.valid(self.raw.valid);
            spec.sub_delegation = self.sub_delegation();
            let renewed = measure.next_year.filter(|_| self.raw.renewed && is_over(&spec, measure));
            let renewal = renewed.map(|valid| DelegationSpec { valid, ..spec.clone() });
            stated.push(spec);
            stated.extend(renewal);
        }
        stated
    }

    /// Returns which windows are limited: those drawn, and the day if a specialist had neither day nor week (S13).
    fn limited(&self) -> [bool; 4] {
        let [transaction, day, week, month] = self.raw.limited;
        [transaction, day || self.class.is_specialist() && !week, week, month]
    }

    fn sub_delegation(&self) -> Option<Permission> {
        let needs_it = self.passes_on && !self.class.facts().may_delegate.is_allowed();
        let allowed = if self.passes_on { Permission::Allowed } else { Permission::NotAllowed };
        (needs_it || self.raw.says_whether_to_pass_on).then_some(allowed)
    }
}

/// Returns whether a delegation ends before the next fiscal year begins.
fn is_over(spec: &DelegationSpec, measure: &Measure) -> bool {
    let next: Option<Date> = measure.next_year.and_then(|next| next.from());
    next.is_some_and(|next| spec.valid.is_before(next))
}

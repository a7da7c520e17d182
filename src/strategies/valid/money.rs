//! Amounts, limits, and when delegations are in force.

use std::time::Duration;

use proptest::prelude::*;

use crate::calendar::{Date, Interval};
use crate::money::{Amount, Currency, Money};
use crate::role::Permission;
use crate::spec::{DelegationSpec, LimitsSpec};
use crate::strategies::pick::{Pick, pick};
use crate::strategies::valid::whole::Known;

/// An amount before its currency: whole units, and a part of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawAmount {
    units: i64,
    part: Option<i64>,
}

impl RawAmount {
    /// Returns the amount in a currency.
    pub(super) fn money(self, currency: Currency) -> Money {
        let unit = 10_i64.pow(currency.minor_digits());
        Money::from_minor(self.units * unit + self.part.unwrap_or_default() % unit)
    }

    /// Returns the amount as a file would write it.
    pub(super) fn state(self, currency: Currency) -> Amount {
        Amount::of(self.money(currency), currency)
    }
}

/// Draws amounts from nothing to billions; most are whole and small.
pub(super) fn amount() -> impl Strategy<Value = RawAmount> + Clone {
    let units = prop_oneof![4 => 0..=1_000_i64, 2 => 0..=20_000_000_000_i64];
    (units, prop::option::weighted(0.1, 1..1_000_i64)).prop_map(|(units, part)| RawAmount { units, part })
}

/// When a delegation is in force; shrinks to the fiscal year.
#[derive(Debug, Clone, Copy)]
enum When {
    Year,
    Always,
    FromNewYear,
    UntilNewYear,
    Ended,
    ToCome,
    Days { before: u16, count: u16 },
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        4 => Just(When::Year),
        1 => Just(When::Always),
        1 => Just(When::FromNewYear),
        1 => Just(When::UntilNewYear),
        1 => Just(When::Ended),
        1 => Just(When::ToCome),
        2 => (0..=500_u16, 1..=500_u16).prop_map(|(before, count)| When::Days { before, count }),
    ]
}

impl When {
    fn interval(self, year: Interval, as_of: Date) -> Interval {
        let days = |count: u16| Duration::from_secs(24 * 60 * 60 * u64::from(count));
        let (from, until) = match self {
            Self::Year => return year,
            Self::Always => return Interval::ALWAYS,
            Self::FromNewYear => (year.from(), None),
            Self::UntilNewYear => (None, year.until()),
            Self::Ended => (None, Some(as_of)),
            Self::ToCome => (as_of.tomorrow().ok(), None),
            Self::Days { before, count } => {
                let from = as_of.checked_sub(days(before)).ok();
                (from, from.and_then(|from| from.checked_add(days(count)).ok()))
            }
        };
        Interval::new(from, until).unwrap_or(Interval::ALWAYS)
    }
}

/// A delegation before it is known from whom to whom.
#[derive(Debug, Clone)]
pub(super) struct RawDelegation {
    to: Pick,
    down_the_line: bool,
    from: Pick,
    channel: Option<Pick>,
    amount: RawAmount,
    limits: [Option<RawAmount>; 4],
    when: When,
    sub_delegation: Option<Permission>,
}

/// Draws delegations down the line and off it, dated or not, with limits or without.
pub(super) fn delegation() -> impl Strategy<Value = RawDelegation> {
    let limits = prop::array::uniform4(prop::option::weighted(0.4, amount()));
    let permission = prop::option::weighted(0.3, prop::sample::select(Permission::ALL));
    let ends = (pick(), prop::bool::weighted(0.6), pick(), prop::option::weighted(0.6, pick()));
    (ends, amount(), limits, when(), permission).prop_map(
        |((to, down_the_line, from, channel), amount, limits, when, sub_delegation)| RawDelegation {
            to,
            down_the_line,
            from,
            channel,
            amount,
            limits,
            when,
            sub_delegation,
        },
    )
}

impl RawDelegation {
    /// States the delegation; nothing if there are no two positions.
    pub(super) fn state(&self, known: &Known) -> Option<DelegationSpec> {
        let to = self.to.place(known.positions.len())?;
        let above = known.chain(to);
        let from = self.from.of(&above).filter(|_| self.down_the_line);
        let from = from.or_else(|| self.from.other_than(to, known.positions.len()))?;
        let amount = self.amount.state(known.currency);
        let mut spec = DelegationSpec::new(known.positions.get(from)?, known.positions.get(to)?, amount);
        spec.channel = known.channel(self.channel);
        let [transaction, day, week, month] =
            self.limits.map(|limit| limit.map(|limit| limit.state(known.currency)));
        spec.limits = LimitsSpec { transaction, day, week, month };
        spec.valid = self.when.interval(known.year, known.as_of);
        spec.sub_delegation = self.sub_delegation;
        Some(spec)
    }
}

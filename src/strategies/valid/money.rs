//! Amounts, delegations and their limits.

use proptest::prelude::*;

use crate::money::{Amount, Currency, Money};
use crate::role::Permission;
use crate::spec::{AverageSpec, DelegationSpec, LimitsSpec};
use crate::strategies::pick::{Pick, pick};
use crate::strategies::valid::when::{When, when};
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

/// A delegation before it is known from whom to whom.
#[derive(Debug, Clone)]
pub(super) struct RawDelegation {
    to: Pick,
    down_the_line: bool,
    from: Pick,
    channel: Option<Pick>,
    amount: RawAmount,
    limits: [Option<RawAmount>; 4],
    average: Option<(RawAmount, Pick)>,
    when: When,
    sub_delegation: Option<Permission>,
}

/// Draws delegations down the line and off it, dated or not, with limits or without.
pub(super) fn delegation() -> impl Strategy<Value = RawDelegation> {
    let limits = prop::array::uniform4(prop::option::weighted(0.4, amount()));
    let permission = prop::option::weighted(0.3, prop::sample::select(Permission::ALL));
    let ends = (pick(), prop::bool::weighted(0.6), pick(), prop::option::weighted(0.6, pick()));
    let average = prop::option::weighted(0.15, (amount(), pick()));
    (ends, amount(), (limits, average), when(), permission).prop_map(
        |((to, down_the_line, from, channel), amount, (limits, average), when, sub_delegation)| {
            RawDelegation { to, down_the_line, from, channel, amount, limits, average, when, sub_delegation }
        },
    )
}

impl RawDelegation {
    /// States the delegation; nothing if there are no two positions.
    pub(super) fn state(&self, known: &Known) -> Option<DelegationSpec> {
        let to = known.lines.positions.any(self.to)?;
        let above = if self.down_the_line { known.lines.above(to, self.from) } else { None };
        let from = above.or_else(|| known.lines.positions.other_than(to, self.from))?;
        let amount = self.amount.state(known.currency);
        let mut spec = DelegationSpec::new(&known.id(from)?, &known.id(to)?, amount);
        spec.channel = self.channel.and_then(|pick| known.channel(pick));
        let [transaction, day, week, month] =
            self.limits.map(|limit| limit.map(|limit| limit.state(known.currency)));
        let average = self.average.and_then(|(day, platform)| {
            Some(AverageSpec::new(day.state(known.currency), platform.of(known.platforms)?))
        });
        spec.limits = LimitsSpec { transaction, day, week, month, average };
        spec.valid = self.when.interval(known);
        spec.sub_delegation = self.sub_delegation;
        Some(spec)
    }
}

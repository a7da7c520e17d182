//! `[[delegations]]`.

use serde::Serialize;

use crate::calendar::{Interval, Window};
use crate::money::{Amount, Currency};
use crate::org::{Average, Channel, Delegation, Limits, OrgBuilder};
use crate::role::Permission;
use crate::spec::decode::{Decoder, Fields, amount, id, interval, word};
use crate::spec::tree::Node;
use crate::spec::wire::as_text::{self, is_always, is_default};

/// A delegation: part of a position's authority to spend, passed down its reporting line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct DelegationSpec {
    /// The position that delegates.
    pub from: String,
    /// The position that may spend.
    pub to: String,
    /// The channel; every channel of the delegate without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// The amount of a fiscal year.
    pub amount: Amount,
    /// The most at once, per day, week and month, and on average.
    #[serde(skip_serializing_if = "is_default")]
    pub limits: LimitsSpec,
    /// When it is in force: `{ from, until }`, without the first day on which it no longer is; always unless stated.
    #[serde(serialize_with = "as_text::interval", skip_serializing_if = "is_always")]
    pub valid: Interval,
    /// Whether the delegate may delegate further; as its role class may unless stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_delegation: Option<Permission>,
}

impl DelegationSpec {
    /// Delegates an amount for every channel of the delegate, without limits, for ever.
    pub fn new(from: &str, to: &str, amount: impl Into<Amount>) -> Self {
        Self {
            from: from.to_owned(),
            to: to.to_owned(),
            channel: None,
            amount: amount.into(),
            limits: LimitsSpec::default(),
            valid: Interval::ALWAYS,
            sub_delegation: None,
        }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            from: fields.required("from", id).unwrap_or_default(),
            to: fields.required("to", id).unwrap_or_default(),
            channel: fields.optional("channel", id),
            amount: fields.required("amount", amount).unwrap_or(Amount::Major(0)),
            limits: fields.table("limits", LimitsSpec::decode).unwrap_or_default(),
            valid: fields.optional("valid", interval).unwrap_or_default(),
            sub_delegation: fields.optional("sub-delegation", word),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, org: &mut OrgBuilder) {
        let Self { from, to, channel, amount, limits, valid, sub_delegation } = self;
        let mut delegation = org.delegation(from, to, amount.clone()).valid(*valid);
        if let Some(channel) = channel {
            delegation = delegation.channel(channel);
        }
        for window in Window::ALL {
            if let Some(limit) = limits.get(*window) {
                delegation = delegation.limit(*window, limit.clone());
            }
        }
        if let Some(AverageSpec { day, platform }) = &limits.average {
            delegation = delegation.average(day.clone(), platform);
        }
        if let Some(permission) = sub_delegation {
            delegation.sub_delegation(*permission);
        }
    }

    pub(super) fn of(delegation: Delegation<'_>, currency: Currency) -> Self {
        Self {
            from: delegation.from().id().to_owned(),
            to: delegation.to().id().to_owned(),
            channel: delegation.channel().map(Channel::id).map(str::to_owned),
            amount: Amount::of(delegation.amount(), currency),
            limits: LimitsSpec::of(delegation, currency),
            valid: delegation.valid(),
            sub_delegation: delegation.stated_sub_delegation(),
        }
    }
}

/// The most that may be spent at once, per day, week and month, and on average; not limited where none is stated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct LimitsSpec {
    /// Per transaction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction: Option<Amount>,
    /// Per day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Amount>,
    /// Per week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<Amount>,
    /// Per calendar month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<Amount>,
    /// On the average day of a platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub average: Option<AverageSpec>,
}

impl LimitsSpec {
    /// Returns the limit of one window.
    pub fn get(&self, window: Window) -> Option<&Amount> {
        match window {
            Window::Transaction => self.transaction.as_ref(),
            Window::Day => self.day.as_ref(),
            Window::Week => self.week.as_ref(),
            Window::Month => self.month.as_ref(),
        }
    }

    fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            transaction: fields.optional("transaction", amount),
            day: fields.optional("day", amount),
            week: fields.optional("week", amount),
            month: fields.optional("month", amount),
            average: fields.table("average", AverageSpec::decode),
        };
        fields.finish();
        spec
    }

    fn of(delegation: Delegation<'_>, currency: Currency) -> Self {
        let Limits { transaction, day, week, month } = delegation.hard_limits();
        let [transaction, day, week, month] =
            [transaction, day, week, month].map(|limit| limit.map(|money| Amount::of(money, currency)));
        let average = delegation.average().map(|average| AverageSpec::of(average, currency));
        Self { transaction, day, week, month, average }
    }
}

/// The most that may be spent on the average day of a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct AverageSpec {
    /// The amount of the average day.
    pub day: Amount,
    /// The platform: `google-ads`, `meta`, or one of the file.
    pub platform: String,
}

impl AverageSpec {
    /// Limits the average day on a platform.
    pub fn new(day: impl Into<Amount>, platform: &str) -> Self {
        Self { day: day.into(), platform: platform.to_owned() }
    }

    fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            day: fields.required("day", amount).unwrap_or(Amount::Major(0)),
            platform: fields.required("platform", id).unwrap_or_default(),
        };
        fields.finish();
        spec
    }

    fn of(average: Average<'_>, currency: Currency) -> Self {
        Self { day: Amount::of(average.amount(), currency), platform: average.platform().to_owned() }
    }
}

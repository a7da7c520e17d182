//! How an org lies in memory: flat records that hold symbols and handles.
//!
//! The builder fills the same records with symbols that are not resolved yet: `R` is [`Sym`] there and a
//! handle here, both of one size, so that resolving a vector reuses its memory.

use crate::calendar::{Interval, Window};
use crate::graph_support::{Column, Rows};
use crate::id::Sym;
use crate::money::{Money, Quantity};
use crate::org::fails_with::FailsWith;
use crate::org::index::{ChannelIx, KpiIx, OutcomeIx, PlatformIx, PositionIx, RoleIx};
use crate::org::pacing::Pacing;
use crate::role::{BuiltInRole, DecisionRight, Permission, Risk, RoleClass, Seniority};
use crate::words::word_enum;

word_enum! {
    /// What an outcome is about.
    pub enum OutcomeKind ("outcome kind") {
        /// The strategy, the business result, the return on investment, the team's performance (S03, S12, S14).
        Strategic = "strategic",
        /// One channel's result (S07, S17).
        Tactical = "tactical",
    }
}

word_enum! {
    /// What a strategic outcome is about, as far as the domain names it.
    pub enum OutcomeTopic ("topic of an outcome") {
        /// Whether the strategy works out (S03, S16).
        Strategy = "strategy",
        /// The result of the business, such as revenue or new customers (S03, S16).
        BusinessResult = "business-result",
        /// The return on what is spent (S12).
        Roi = "roi",
        /// What the team achieves together (S14).
        TeamPerformance = "team-performance",
    }
}

/// What every position has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat<R> {
    pub(crate) id: Sym,
    pub(crate) role: R,
    pub(crate) holder: Option<Sym>,
}

/// What a position may have besides.
#[derive(Debug, Clone)]
pub(crate) struct Extras<P, C> {
    pub(crate) title: Column<Box<str>>,
    pub(crate) acting: Column<Sym>,
    pub(crate) budget: Column<Money>,
    pub(crate) approves_up_to: Column<Money>,
    pub(crate) pay: Column<Money>,
    pub(crate) fte: Column<Quantity>,
    pub(crate) level: Column<Seniority>,
    pub(crate) decides: Rows<DecisionRight>,
    pub(crate) channels: Rows<C>,
    pub(crate) dotted: Rows<P>,
    pub(crate) works_with: Rows<P>,
}

impl<P, C> Default for Extras<P, C> {
    fn default() -> Self {
        Self {
            title: Column::default(),
            acting: Column::default(),
            budget: Column::default(),
            approves_up_to: Column::default(),
            pay: Column::default(),
            fte: Column::default(),
            level: Column::default(),
            decides: Rows::default(),
            channels: Rows::default(),
            dotted: Rows::default(),
            works_with: Rows::default(),
        }
    }
}

/// The most that may be spent at once and per day, ISO week and month; what is `None` is not limited here.
///
/// Amounts are minor units of the org's currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Per transaction.
    pub transaction: Option<Money>,
    /// Per day.
    pub day: Option<Money>,
    /// Per week, from the org's first day of the week on.
    pub week: Option<Money>,
    /// Per calendar month.
    pub month: Option<Money>,
}

impl Limits {
    /// Returns the limit of one window.
    #[must_use]
    pub const fn get(&self, window: Window) -> Option<Money> {
        match window {
            Window::Transaction => self.transaction,
            Window::Day => self.day,
            Window::Week => self.week,
            Window::Month => self.month,
        }
    }

    /// Returns whether no window is limited.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// [`Limits`] in half the memory: an amount below zero stands for none, since no limit is below zero.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PackedLimits([i64; 4]);

impl PackedLimits {
    pub(crate) const NONE: Self = Self([-1; 4]);

    /// Sets the limit of one window; an amount below zero removes it.
    pub(crate) fn set(&mut self, window: Window, limit: Money) {
        let Self([transaction, day, week, month]) = self;
        let slot = match window {
            Window::Transaction => transaction,
            Window::Day => day,
            Window::Week => week,
            Window::Month => month,
        };
        *slot = limit.minor();
    }

    pub(crate) fn unpack(self) -> Limits {
        let [transaction, day, week, month] =
            self.0.map(|minor| (0 <= minor).then_some(Money::from_minor(minor)));
        Limits { transaction, day, week, month }
    }
}

/// A delegation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DelegationData<P, C> {
    pub(crate) from: P,
    pub(crate) to: P,
    pub(crate) channel: Option<C>,
    pub(crate) amount: Money,
    pub(crate) limits: PackedLimits,
    pub(crate) valid: Interval,
    pub(crate) sub_delegation: Option<Permission>,
}

/// The average that a delegation is limited to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AverageData<P> {
    pub(crate) amount: Money,
    pub(crate) platform: P,
}

/// A platform.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlatformData {
    pub(crate) id: Sym,
    pub(crate) pacing: Pacing,
}

/// A stand-in: the person of `by` acts in `position`.
#[derive(Debug, Clone)]
pub(crate) struct StandInData<P> {
    pub(crate) position: P,
    pub(crate) by: P,
    pub(crate) valid: Interval,
    pub(crate) reason: Option<Box<str>>,
}

/// A channel.
#[derive(Debug, Clone)]
pub(crate) struct ChannelData {
    pub(crate) id: Sym,
    pub(crate) name: Option<Box<str>>,
}

/// A pay band: the pay of a year, in minor units, at the bottom, the middle and the top.
///
/// The crate ships no figures (S25): bands come from the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PayBand {
    /// The least that the role is paid.
    pub minimum: Money,
    /// What the market pays; the middle of the ends where the user states none.
    pub midpoint: Money,
    /// The most that the role is paid.
    pub maximum: Money,
}

impl PayBand {
    /// Returns whether the midpoint lies between the ends, and the ends are not upside down.
    #[must_use]
    pub fn is_in_order(self) -> bool {
        self.minimum <= self.midpoint && self.midpoint <= self.maximum
    }

    /// Returns the maximum less the minimum; none if they are upside down.
    #[must_use]
    pub fn width(self) -> Option<Money> {
        self.maximum.checked_sub(self.minimum).filter(|width| !width.is_negative())
    }
}

/// What the user states of a role.
#[derive(Debug, Clone)]
pub(crate) struct RoleStatement<R> {
    pub(crate) class: Option<RoleClass>,
    pub(crate) name: Option<Box<str>>,
    pub(crate) approves_up_to: Option<Money>,
    pub(crate) pay_band: Option<PayBand>,
    pub(crate) levels: Option<(Seniority, Seniority)>,
    pub(crate) next: Option<Vec<R>>,
}

impl<R> Default for RoleStatement<R> {
    fn default() -> Self {
        Self { class: None, name: None, approves_up_to: None, pay_band: None, levels: None, next: None }
    }
}

/// A role: built in, or the user's own, or both.
#[derive(Debug, Clone)]
pub(crate) struct RoleData {
    pub(crate) id: Sym,
    pub(crate) class: RoleClass,
    pub(crate) built_in: Option<&'static BuiltInRole>,
    pub(crate) stated: Option<RoleStatement<RoleIx>>,
}

/// An outcome.
#[derive(Debug, Clone)]
pub(crate) struct OutcomeData<P, C, O = Sym> {
    pub(crate) id: Sym,
    pub(crate) name: Option<Box<str>>,
    pub(crate) kind: OutcomeKind,
    pub(crate) about: Vec<OutcomeTopic>,
    pub(crate) channel: Option<C>,
    pub(crate) risk: Option<Risk>,
    pub(crate) accountable: P,
    pub(crate) responsible: Vec<P>,
    pub(crate) consulted: Vec<P>,
    pub(crate) informed: Vec<P>,
    pub(crate) probability: Option<Quantity>,
    pub(crate) loss: Option<Money>,
    pub(crate) rests_on: Vec<O>,
    pub(crate) fails_with: FailsWith,
}

/// A KPI.
#[derive(Debug, Clone)]
pub(crate) struct KpiData<P, K, O> {
    pub(crate) id: Sym,
    pub(crate) name: Option<Box<str>>,
    pub(crate) owner: P,
    pub(crate) target: Option<Quantity>,
    pub(crate) contributes_to: Option<K>,
    pub(crate) outcome: Option<O>,
}

pub(crate) type OrgExtras = Extras<PositionIx, ChannelIx>;
pub(crate) type OrgDelegation = DelegationData<PositionIx, ChannelIx>;
pub(crate) type OrgStandIn = StandInData<PositionIx>;
pub(crate) type OrgAverage = AverageData<PlatformIx>;
pub(crate) type OrgOutcome = OutcomeData<PositionIx, ChannelIx, OutcomeIx>;
pub(crate) type OrgKpi = KpiData<PositionIx, KpiIx, OutcomeIx>;

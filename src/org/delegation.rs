//! The view of a delegation: how far one position's authority to spend goes, on whose account.

use crate::calendar::{Date, Interval};
use crate::money::Money;
use crate::org::account::Account;
use crate::org::channel::Channel;
use crate::org::data::{Limits, OrgDelegation};
use crate::org::graph::Org;
use crate::org::index::{DelegationIx, PositionIx};
use crate::org::position::Position;
use crate::org::view::view;
use crate::role::Permission;

view!(
    /// An instrument by which a position passes part of its authority to spend down its reporting line (S13).
    Delegation,
    DelegationIx
);

impl<'o> Delegation<'o> {
    fn data(self) -> Option<&'o OrgDelegation> {
        self.org.delegations.get(self.ix.index())
    }

    /// Returns the delegator.
    #[must_use]
    pub fn from(self) -> Position<'o> {
        self.org.position_at(self.data().map_or(PositionIx::new(0), |data| data.from))
    }

    /// Returns the delegate.
    #[must_use]
    pub fn to(self) -> Position<'o> {
        self.org.position_at(self.data().map_or(PositionIx::new(0), |data| data.to))
    }

    /// Returns the channel it is for; none if it covers every channel of the delegate.
    #[must_use]
    pub fn channel(self) -> Option<Channel<'o>> {
        self.data().and_then(|data| data.channel).map(|ix| self.org.channel_at(ix))
    }

    /// Returns the amount for the fiscal year, in minor units.
    #[must_use]
    pub fn amount(self) -> Money {
        self.data().map_or(Money::ZERO, |data| data.amount)
    }

    /// Returns the limits that are stated of transactions, days, weeks and months, without what an average implies.
    #[must_use]
    pub fn hard_limits(self) -> Limits {
        self.data().map_or(Limits::default(), |data| data.limits.unpack())
    }

    /// Returns when it is in force.
    #[must_use]
    pub fn valid(self) -> Interval {
        self.data().map_or(Interval::ALWAYS, |data| data.valid)
    }

    /// Returns whether it is in force on a day.
    #[must_use]
    pub fn is_in_force(self, on: Date) -> bool {
        self.valid().contains(on)
    }

    /// Returns whether it has ended by a day; one that is still to begin has not.
    #[must_use]
    pub fn has_ended(self, by: Date) -> bool {
        self.valid().is_before(by)
    }

    /// Returns whether the delegator is somewhere above the delegate in the solid line, in O(1).
    #[must_use]
    pub fn is_down_the_line(self) -> bool {
        self.from().is_above(self.to())
    }

    /// Returns whether the delegate may delegate further: as stated, else as the delegate's role class may.
    #[must_use]
    pub fn sub_delegation(self) -> Permission {
        self.stated_sub_delegation().unwrap_or_else(|| self.to().class().facts().may_delegate)
    }

    /// Returns whether the delegate may delegate further, if that is stated.
    #[must_use]
    pub fn stated_sub_delegation(self) -> Option<Permission> {
        self.data().and_then(|data| data.sub_delegation)
    }

    /// Returns the account of the delegator that this one is cut from on a day.
    ///
    /// That is the delegator's account for the channel; of a general delegation, the delegator's general one.
    #[must_use]
    pub fn cut_from(self, on: Date) -> Option<Account<'o>> {
        self.from().account_covering(self.channel(), on)
    }
}

impl Org {
    /// Puts the delegations to each position in an order that does not depend on the order stated.
    pub(crate) fn order_delegations(&mut self) {
        let mut received = std::mem::take(&mut self.received);
        received.sort_rows_by(|ix| self.delegation_at(DelegationIx::new(ix as usize)).order());
        self.received = received;
    }
}

impl<'o> Delegation<'o> {
    fn order(self) -> impl Ord + use<'o> {
        let channel = self.channel().map(Channel::id);
        let valid = (self.valid().from(), self.valid().until());
        let limits = self.hard_limits();
        let limits = (limits.transaction, limits.day, limits.week, limits.month);
        let average = self.average().map(|average| (average.amount(), average.platform()));
        (channel.is_none(), channel, self.from().id(), valid, self.amount(), limits, average)
    }
}

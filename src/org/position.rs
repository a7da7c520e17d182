//! The view of a position: the people and lines around it, and the money that it holds.

use crate::calendar::{Date, Interval, Window};
use crate::id::Sym;
use crate::money::{Money, Quantity};
use crate::org::account::Account;
use crate::org::channel::Channel;
use crate::org::data::Seat;
use crate::org::delegation::Delegation;
use crate::org::graph::Org;
use crate::org::index::{DelegationIx, PositionIx, RoleIx};
use crate::org::role::Role;
use crate::org::stand_in::StandIn;
use crate::org::view::view;
use crate::role::{DecisionRight, RoleClass, Seniority};

view!(
    /// A seat in the org, held by a person or vacant.
    Position,
    PositionIx
);

impl<'o> Position<'o> {
    fn seat(self) -> Option<&'o Seat<RoleIx>> {
        self.org.seats.get(self.ix.index())
    }

    fn node(self) -> u32 {
        u32::try_from(self.ix.index()).unwrap_or(u32::MAX)
    }

    fn at(self, node: u32) -> Self {
        self.org.position_at(PositionIx::new(node as usize))
    }

    /// Returns the id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.seat().map_or("", |seat| self.org.names.resolve(seat.id))
    }

    /// Returns the title for people to read, if one is stated.
    #[must_use]
    pub fn title(self) -> Option<&'o str> {
        self.org.extras.title.get(self.ix.index()).map(AsRef::as_ref)
    }

    /// Returns the role.
    #[must_use]
    pub fn role(self) -> Role<'o> {
        self.org.role_at(self.seat().map_or(RoleIx::new(0), |seat| seat.role))
    }

    /// Returns the role class, which the rules speak of.
    #[must_use]
    pub fn class(self) -> RoleClass {
        self.role().class()
    }

    /// Returns the id of the person who holds the position.
    #[must_use]
    pub fn holder(self) -> Option<&'o str> {
        self.holder_sym().map(|sym| self.org.names.resolve(sym))
    }

    fn holder_sym(self) -> Option<Sym> {
        self.seat().and_then(|seat| seat.holder)
    }

    /// Returns the id of the person who acts in the seat while nobody holds it, if one is stated.
    #[must_use]
    pub fn acting(self) -> Option<&'o str> {
        self.acting_sym().map(|sym| self.org.names.resolve(sym))
    }

    fn acting_sym(self) -> Option<Sym> {
        self.org.extras.acting.get(self.ix.index()).copied()
    }

    /// Returns the id of the person who does the job: the holder, else whoever is acting.
    ///
    /// For who does it on a day, stand-ins included, see [`Self::occupant_on`].
    #[must_use]
    pub fn occupant(self) -> Option<&'o str> {
        self.holder().or_else(|| self.acting())
    }

    /// Returns whether somebody does the job: holds the position, or acts in it.
    ///
    /// As [`Self::occupant`], without a look at the person's id.
    pub(crate) fn is_occupied(self) -> bool {
        self.holder_sym().or_else(|| self.acting_sym()).is_some()
    }

    /// Returns the stand-ins of the position that are in force on a day: by their dates, then by who stands in.
    pub fn stand_ins(self, on: Date) -> impl Iterator<Item = StandIn<'o>> + Clone {
        self.org.stand_ins_of(self.ix).filter(move |stand_in| stand_in.is_in_force(on))
    }

    /// Returns whether nobody holds the position; someone may stand in all the same.
    #[must_use]
    pub fn is_vacant(self) -> bool {
        self.holder_sym().is_none()
    }

    /// Returns whether one person holds, or stands in for, both positions.
    #[must_use]
    pub fn shares_person_with(self, other: Position<'_>) -> bool {
        let occupant = |position: Position<'_>| position.holder_sym().or_else(|| position.acting_sym());
        occupant(self).is_some_and(|person| occupant(other) == Some(person))
    }

    /// Returns whom this position reports to.
    #[must_use]
    pub fn manager(self) -> Option<Self> {
        self.org.forest.parent(self.node()).map(|node| self.at(node))
    }

    /// Returns the direct reports, in the order stated.
    pub fn reports(self) -> impl Iterator<Item = Self> + Clone {
        self.org.forest.children(self.node()).map(move |node| self.at(node))
    }

    /// Returns the number of direct reports, in O(1).
    #[must_use]
    pub fn span(self) -> usize {
        self.org.forest.span(self.node()) as usize
    }

    /// Returns the chain of command: the manager, the manager's manager, and so on to the root.
    pub fn chain(self) -> impl Iterator<Item = Self> + Clone {
        self.org.forest.ancestors(self.node()).map(move |node| self.at(node))
    }

    /// Returns this position and everyone below it, each after its manager.
    pub fn subtree(self) -> impl ExactSizeIterator<Item = Self> + Clone {
        self.org.forest.subtree(self.node()).iter().map(move |&node| self.at(node))
    }

    /// Returns the layer: 1 for a root, 2 for its reports, in O(1).
    #[must_use]
    pub fn layer(self) -> usize {
        self.org.forest.depth(self.node()) as usize + 1
    }

    /// Returns whether this position is somewhere above `other`, in O(1).
    #[must_use]
    pub fn is_above(self, other: Position<'_>) -> bool {
        self.org.forest.is_above(self.node(), other.node())
    }

    /// Returns the lowest position that is above both, or that is one of them and above the other.
    ///
    /// Costs O(depth). None if they lie in different trees.
    #[must_use]
    pub fn lowest_common_manager(self, other: Self) -> Option<Self> {
        std::iter::once(self).chain(self.chain()).find(|&above| above == other || above.is_above(other))
    }

    /// Returns the positions to which a dotted line leads from here, in the order stated.
    pub fn dotted_lines(self) -> impl ExactSizeIterator<Item = Self> + Clone {
        self.org.extras.dotted.row(self.ix.index()).iter().map(move |&ix| self.org.position_at(ix))
    }

    /// Returns the positions from which a dotted line leads here.
    pub fn dotted_reports(self) -> impl ExactSizeIterator<Item = Self> + Clone {
        self.org.dotted_back.row(self.ix.index()).iter().map(move |&node| self.at(node))
    }

    /// Returns whom this position works with: those it names, then those that name it.
    ///
    /// A pair that names each other comes up once on each side.
    pub fn works_with(self) -> impl Iterator<Item = Self> + Clone {
        let named = self.works_with_stated();
        let naming = self.org.works_with_back.row(self.ix.index()).iter().map(move |&node| self.at(node));
        named.clone().chain(naming.filter(move |&other| named.clone().all(|known| known != other)))
    }

    /// Returns whom this position names as working with it, in the order stated.
    pub fn works_with_stated(self) -> impl ExactSizeIterator<Item = Self> + Clone {
        self.org.extras.works_with.row(self.ix.index()).iter().map(move |&ix| self.org.position_at(ix))
    }

    /// Returns the channels that the position is assigned, in the order stated.
    pub fn channels(self) -> impl ExactSizeIterator<Item = Channel<'o>> + Clone {
        self.org.extras.channels.row(self.ix.index()).iter().map(move |&ix| self.org.channel_at(ix))
    }

    /// Returns whether the position is assigned a channel.
    #[must_use]
    pub fn is_assigned(self, channel: Channel<'_>) -> bool {
        self.org.extras.channels.row(self.ix.index()).contains(&channel.ix())
    }

    /// Returns the decision rights that are stated, in the order stated.
    pub fn decides(self) -> impl ExactSizeIterator<Item = DecisionRight> + Clone {
        self.org.extras.decides.row(self.ix.index()).iter().copied()
    }

    /// Returns the career level, if one is stated.
    #[must_use]
    pub fn level(self) -> Option<Seniority> {
        self.org.extras.level.get(self.ix.index()).copied()
    }

    /// Returns the pay of a year in minor units, if it is stated.
    #[must_use]
    pub fn pay(self) -> Option<Money> {
        self.org.extras.pay.get(self.ix.index()).copied()
    }

    /// Returns the share of a full-time job, if one is stated.
    #[must_use]
    pub fn fte(self) -> Option<Quantity> {
        self.org.extras.fte.get(self.ix.index()).copied()
    }

    /// Returns the budget granted from outside the org, in minor units for the fiscal year.
    #[must_use]
    pub fn budget(self) -> Option<Money> {
        self.org.extras.budget.get(self.ix.index()).copied()
    }

    /// Returns the largest single spend that the position may approve: its own, else its role's.
    #[must_use]
    pub fn approves_up_to(self) -> Option<Money> {
        self.stated_approval_limit().or_else(|| self.role().approves_up_to())
    }

    /// Returns the largest single spend on a channel, or on any, that the position may approve on a day.
    ///
    /// That is [`Self::approves_up_to`], else the transaction limit of its own account, else none.
    #[must_use]
    pub fn approval_limit(self, channel: Option<Channel<'_>>, on: Date) -> Option<Money> {
        let own = || self.account_covering(channel, on)?.limit(Window::Transaction);
        self.approves_up_to().or_else(own)
    }

    /// Returns the approval limit that is stated of the position itself.
    #[must_use]
    pub fn stated_approval_limit(self) -> Option<Money> {
        self.org.extras.approves_up_to.get(self.ix.index()).copied()
    }

    /// Returns the delegations to this position: by channel, those without one last, then by delegator and date.
    pub fn received(self) -> impl ExactSizeIterator<Item = Delegation<'o>> + Clone {
        self.org.received.row(self.ix.index()).iter().map(move |&ix| self.delegation(ix))
    }

    /// Returns the delegations from this position, in the order stated.
    pub fn given(self) -> impl ExactSizeIterator<Item = Delegation<'o>> + Clone {
        self.org.given.row(self.ix.index()).iter().map(move |&ix| self.delegation(ix))
    }

    fn delegation(self, ix: u32) -> Delegation<'o> {
        self.org.delegation_at(DelegationIx::new(ix as usize))
    }

    /// Returns what the position holds on a day: its budget, and the delegations to it that are in force.
    #[must_use]
    pub fn held(self, on: Date) -> Money {
        self.accounts(on).fold(Money::ZERO, |sum, account| sum.add_capped(account.amount()))
    }

    /// Returns what the position holds on some day or other of an interval: its budget, and the delegations to it.
    #[must_use]
    pub fn held_during(self, interval: Interval) -> Money {
        let overlapping = self.received().filter(move |delegation| delegation.valid().overlaps(&interval));
        let budget = self.budget().unwrap_or_default();
        overlapping.fold(budget, |sum, delegation| sum.add_capped(delegation.amount()))
    }

    /// Returns what the position has passed on, by the delegations from it that are in force on a day.
    #[must_use]
    pub fn delegated(self, on: Date) -> Money {
        let in_force = self.given().filter(|delegation| delegation.is_in_force(on));
        in_force.fold(Money::ZERO, |sum, delegation| sum.add_capped(delegation.amount()))
    }

    /// Returns the accounts that the position holds on a day: delegations of a channel, others, the budget.
    pub fn accounts(self, on: Date) -> impl Iterator<Item = Account<'o>> + Clone {
        let in_force = self.received().filter(move |delegation| delegation.is_in_force(on));
        let budget = self.budget().map(|_| Account::Budget(self));
        in_force.map(Account::Delegation).chain(budget)
    }

    /// Returns the account that a spend on a channel is charged to on a day: the channel's own before a general one.
    #[must_use]
    pub fn account_for(self, channel: Channel<'_>, on: Date) -> Option<Account<'o>> {
        self.accounts(on).find(|account| account.covers(channel))
    }

    /// Returns the account without a channel of its own on a day: a general delegation, else the budget.
    #[must_use]
    pub fn general_account(self, on: Date) -> Option<Account<'o>> {
        self.accounts(on).find(|account| account.channel().is_none())
    }

    /// Returns the account for a channel, as [`Self::account_for`], or the general one.
    #[must_use]
    pub fn account_covering(self, channel: Option<Channel<'_>>, on: Date) -> Option<Account<'o>> {
        match channel {
            Some(channel) => self.account_for(channel, on),
            None => self.general_account(on),
        }
    }
}

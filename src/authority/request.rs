//! What somebody asks to spend.

use crate::calendar::Date;
use crate::money::{Currency, Money};
use crate::org::{ChannelIx, Org, Position, PositionIx};

/// A request to spend an amount on a channel on a day, by position.
///
/// By handle ([`Request::new`]) it costs nothing to make; [`Ledger::request`](crate::Ledger::request) makes one of
/// ids. It carries the approvals that were given for it: a changed request is a new one, and is decided again.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    pub(super) position: Named<'r, PositionIx>,
    pub(super) channel: Named<'r, ChannelIx>,
    pub(super) amount: Money,
    pub(super) date: Date,
    pub(super) currency: Option<Currency>,
    pub(super) approvals: Approvals<'r>,
}

/// A thing of the org, or the id that nothing has.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named<'r, Ix> {
    Known(Ix),
    Unknown(&'r str),
}

impl<'r, Ix> Named<'r, Ix> {
    /// Returns the id that nothing has.
    pub(super) fn id(self) -> Option<&'r str> {
        match self {
            Self::Known(_) => None,
            Self::Unknown(id) => Some(id),
        }
    }
}

/// The positions from which a request was approved.
#[derive(Debug, Clone, Copy)]
pub(super) enum Approvals<'r> {
    None,
    Positions(&'r [PositionIx]),
    Ids(&'r [&'r str]),
    Owned(&'r [String]),
}

impl<'r> Request<'r> {
    /// Asks for an amount in minor units, by handles of the ledger's org.
    #[must_use]
    pub fn new(position: PositionIx, channel: ChannelIx, amount: Money, date: Date) -> Self {
        Self {
            position: Named::Known(position),
            channel: Named::Known(channel),
            amount,
            date,
            currency: None,
            approvals: Approvals::None,
        }
    }

    /// Asks by ids of the ledger's org; an id that nothing has is denied by [`decide`](crate::Ledger::decide).
    ///
    /// Costs two lookups. Does not borrow the ledger, so that the request can be reserved there.
    #[must_use]
    pub fn by_ids(org: &Org, position: &'r str, channel: &'r str, amount: Money, date: Date) -> Self {
        let known = org.position(position).map(|found| Named::Known(found.ix()));
        let on = org.channel(channel).map(|found| Named::Known(found.ix()));
        Self {
            position: known.unwrap_or(Named::Unknown(position)),
            channel: on.unwrap_or(Named::Unknown(channel)),
            amount,
            date,
            currency: None,
            approvals: Approvals::None,
        }
    }

    /// States the currency of the amount: a request in another currency than the org's is denied.
    #[must_use]
    pub fn in_currency(mut self, currency: Currency) -> Self {
        self.currency = Some(currency);
        self
    }

    /// Adds the positions from which it was approved, in place of any before.
    ///
    /// An approval counts if the person who acts in that seat on that day may give it; see [`Decision::route`].
    ///
    /// [`Decision::route`]: crate::Decision::route
    #[must_use]
    pub fn approved_by(mut self, positions: &'r [PositionIx]) -> Self {
        self.approvals = Approvals::Positions(positions);
        self
    }

    /// Adds the positions from which it was approved, by id, in place of any before.
    #[must_use]
    pub fn approved_by_ids(mut self, positions: &'r [&'r str]) -> Self {
        self.approvals = Approvals::Ids(positions);
        self
    }

    pub(super) fn approved_by_owned(mut self, positions: &'r [String]) -> Self {
        self.approvals = Approvals::Owned(positions);
        self
    }

    /// Returns the amount, in minor units.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.amount
    }

    /// Returns the day of the spend.
    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }
}

impl<'r> Approvals<'r> {
    pub(super) fn is_empty(self) -> bool {
        match self {
            Self::None => true,
            Self::Positions(positions) => positions.is_empty(),
            Self::Ids(ids) => ids.is_empty(),
            Self::Owned(ids) => ids.is_empty(),
        }
    }

    /// Returns the approvers: positions, or ids that no position has.
    pub(super) fn iter<'o>(self, org: &'o Org) -> impl Iterator<Item = Result<Position<'o>, &'r str>> {
        let (positions, ids, owned): (&[PositionIx], &[&str], &[String]) = match self {
            Self::None => (&[], &[], &[]),
            Self::Positions(positions) => (positions, &[], &[]),
            Self::Ids(ids) => (&[], ids, &[]),
            Self::Owned(ids) => (&[], &[], ids),
        };
        let by_id = ids.iter().copied().chain(owned.iter().map(String::as_str));
        let positions = positions.iter().map(|ix| Ok(org.position_at(*ix)));
        positions.chain(by_id.map(|id| org.position(id).ok_or(id)))
    }
}

//! An account: money that a position may spend or pass on, granted from outside or delegated to it.

use crate::calendar::{Date, Window};
use crate::money::Money;
use crate::org::channel::Channel;
use crate::org::delegation::Delegation;
use crate::org::path::Path;
use crate::org::position::Position;

/// A budget or a delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account<'o> {
    /// The budget of a position.
    Budget(Position<'o>),
    /// A delegation to a position.
    Delegation(Delegation<'o>),
}

impl<'o> Account<'o> {
    /// Returns the position that may spend from it.
    #[must_use]
    pub fn holder(self) -> Position<'o> {
        match self {
            Self::Budget(position) => position,
            Self::Delegation(delegation) => delegation.to(),
        }
    }

    /// Returns the amount for the fiscal year, in minor units.
    #[must_use]
    pub fn amount(self) -> Money {
        match self {
            Self::Budget(position) => position.budget().unwrap_or_default(),
            Self::Delegation(delegation) => delegation.amount(),
        }
    }

    /// Returns the channel it is for; none if it covers every channel.
    #[must_use]
    pub fn channel(self) -> Option<Channel<'o>> {
        match self {
            Self::Budget(_) => None,
            Self::Delegation(delegation) => delegation.channel(),
        }
    }

    /// Returns whether a spend on a channel may be charged to it.
    #[must_use]
    pub fn covers(self, channel: Channel<'_>) -> bool {
        self.channel().is_none_or(|own| own.ix() == channel.ix())
    }

    /// Returns the limit that binds it per transaction, day, week or month; a budget has none.
    ///
    /// See [`Delegation::limits`].
    #[must_use]
    pub fn limit(self, window: Window) -> Option<Money> {
        match self {
            Self::Budget(_) => None,
            Self::Delegation(delegation) => delegation.limits().get(window),
        }
    }

    /// Returns the path that names it: `positions.dmm.budget`, or that of the delegation.
    #[must_use]
    pub fn path(self) -> Path {
        match self {
            Self::Budget(position) => position.org().path(position.into()).field("budget"),
            Self::Delegation(delegation) => delegation.org().path(delegation.into()),
        }
    }

    /// Returns the account that it is cut from on a day; a budget comes from outside.
    #[must_use]
    pub fn cut_from(self, on: Date) -> Option<Self> {
        match self {
            Self::Budget(_) => None,
            Self::Delegation(delegation) => delegation.cut_from(on),
        }
    }
}

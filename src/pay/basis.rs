//! What the pay of a part-timer is taken as.

use crate::money::{Money, Quantity};
use crate::org::Position;
use crate::ratio::of_integers;

/// What the stated pay of a position is taken as, where it has less than a full-time job, or more.
///
/// Both are the same where no share of full time is stated, or it is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayBasis {
    /// As it is stated: right if the org states everybody's pay as for full time, to compare with bands, or to add up
    /// what is paid out if it states everybody's as for their part.
    AsStated,
    /// As for full time: the stated pay is that of the part, and is divided by the share (`fte`). Not defined of a share
    /// of 0 or below.
    FullTime,
}

impl PayBasis {
    /// Returns the pay of a position on this basis; none if it is not stated, or not defined.
    pub(super) fn pay_of(self, position: Position<'_>) -> Option<Pay> {
        let share = match self {
            Self::AsStated => Quantity::ONE,
            Self::FullTime => position.fte().unwrap_or(Quantity::ONE),
        };
        Pay::new(position.pay()?, share)
    }
}

/// The pay of a year, exactly: an amount over a share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pay {
    amount: Money,
    share: Quantity,
}

impl Pay {
    fn new(amount: Money, share: Quantity) -> Option<Self> {
        (Quantity::ZERO < share).then_some(Self { amount, share })
    }

    /// Returns the pay as a multiple of an amount; none of nothing.
    pub(super) fn over(self, amount: Money) -> Option<f64> {
        of_integers(Quantity::ONE.scale(self.amount)?, self.share.scale(amount)?)
    }

    /// Returns how far above an amount the pay is, as a multiple of a width; none of no width.
    pub(super) fn above(self, amount: Money, width: Money) -> Option<f64> {
        let above = Quantity::ONE.scale(self.amount)?.checked_sub(self.share.scale(amount)?)?;
        of_integers(above, self.share.scale(width)?)
    }

    /// Returns the pay in minor units.
    pub(super) fn minor(self) -> Option<f64> {
        of_integers(Quantity::ONE.scale(self.amount)?, self.share.millionths())
    }
}

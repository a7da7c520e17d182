//! What some positions cost.

use crate::money::{Money, Quantity};
use crate::org::Position;
use crate::pay::midpoints::midpoint_for;
use crate::ratio::of_integers;

/// What some positions cost in a year: pay, and apart from it what vacant seats would cost.
///
/// Each position is in one of four counts: [`Self::paid`], [`Self::unstated`], [`Self::priced_vacancies`],
/// [`Self::unpriced_vacancies`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    pay: i128,
    management: i128,
    vacancies: i128,
    paid: u32,
    unstated: u32,
    priced: u32,
    unpriced: u32,
    part_time: u32,
}

/// A sum of money that is larger than [`Money`] can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sum is {minor} minor units, more than an amount can hold")]
#[non_exhaustive]
pub struct SumTooLarge {
    /// The sum in minor units.
    pub minor: i128,
}

impl Cost {
    /// Returns the pay of the positions that are held and state it, exactly as stated.
    ///
    /// Nothing is scaled by the share of full time: see [`Self::part_time`].
    ///
    /// # Errors
    /// [`SumTooLarge`] above [`Money::MAX`].
    pub fn pay(&self) -> Result<Money, SumTooLarge> {
        money(self.pay)
    }

    /// Returns the part of [`Self::pay`] that goes to positions with reports.
    ///
    /// # Errors
    /// [`SumTooLarge`] above [`Money::MAX`].
    pub fn management(&self) -> Result<Money, SumTooLarge> {
        money(self.management)
    }

    /// Returns the share of pay that goes to positions with reports; none if nothing is paid.
    #[must_use]
    pub fn management_share(&self) -> Option<f64> {
        of_integers(self.management, self.pay)
    }

    /// Returns what the vacant seats would cost; no part of [`Self::pay`].
    ///
    /// A vacant seat costs what it states as its pay, else the midpoint of its role's band, which is for full time, times
    /// the seat's share of full time, to the nearest minor unit. A seat in which somebody acts is vacant.
    ///
    /// # Errors
    /// [`SumTooLarge`] above [`Money::MAX`].
    pub fn vacancies(&self) -> Result<Money, SumTooLarge> {
        money(self.vacancies)
    }

    /// Returns how many positions are in [`Self::pay`].
    #[must_use]
    pub fn paid(&self) -> u32 {
        self.paid
    }

    /// Returns how many positions are held and state no pay: they are in no sum.
    #[must_use]
    pub fn unstated(&self) -> u32 {
        self.unstated
    }

    /// Returns how many vacant seats are in [`Self::vacancies`].
    #[must_use]
    pub fn priced_vacancies(&self) -> u32 {
        self.priced
    }

    /// Returns how many vacant seats are in no sum: they state no pay, and their role has no band that is in order.
    #[must_use]
    pub fn unpriced_vacancies(&self) -> u32 {
        self.unpriced
    }

    /// Returns how many positions in [`Self::pay`] state a share of full time other than 1.
    ///
    /// Where the org states their pay as for full time, the sum is above what is paid out.
    #[must_use]
    pub fn part_time(&self) -> u32 {
        self.part_time
    }

    pub(super) fn of_one(position: Position<'_>) -> Self {
        let (pay, share) = (position.pay(), position.fte().unwrap_or(Quantity::ONE));
        let minor = |money: Money| i128::from(money.minor());
        let none = Self::default();
        if position.is_vacant() {
            return match pay.or_else(|| midpoint_for(position.role(), share)) {
                Some(price) => Self { vacancies: minor(price), priced: 1, ..none },
                None => Self { unpriced: 1, ..none },
            };
        }
        let Some(pay) = pay.map(minor) else { return Self { unstated: 1, ..none } };
        let management = if position.span() == 0 { 0 } else { pay };
        Self { pay, management, paid: 1, part_time: u32::from(share != Quantity::ONE), ..none }
    }

    /// Adds the cost of other positions: an `i128` holds the sum of more positions than an org can have.
    pub(super) fn add(&mut self, other: Self) {
        self.pay += other.pay;
        self.management += other.management;
        self.vacancies += other.vacancies;
        self.paid += other.paid;
        self.unstated += other.unstated;
        self.priced += other.priced;
        self.unpriced += other.unpriced;
        self.part_time += other.part_time;
    }
}

fn money(minor: i128) -> Result<Money, SumTooLarge> {
    i64::try_from(minor).map(Money::from_minor).map_err(|_| SumTooLarge { minor })
}

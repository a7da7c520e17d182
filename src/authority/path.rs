//! The funding path: the accounts that a spend is charged to.

use super::funds::{AccountIx, Funds, Up};
use super::rows::Row;
use crate::calendar::Day;

/// The accounts of a funding path, from the one that a spend is charged to upwards.
#[derive(Debug, Clone)]
pub(super) struct Path<'f> {
    funds: &'f Funds,
    day: Day,
    next: Option<AccountIx>,
    end: Option<End>,
    passed: u32,
    /// An account passed before: whoever meets it again walks in a circle (Brent's method).
    mark: AccountIx,
    lap: u32,
}

/// Where a funding path ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At a budget, as it should.
    Budget,
    /// At a delegation whose delegator holds nothing that covers it.
    Nothing,
    /// Nowhere: accounts that leave the line are cut from each other.
    Circle,
}

impl Funds {
    /// Returns the accounts from one up to a budget on a day.
    pub(super) fn path(&self, leaf: AccountIx, day: Day) -> Path<'_> {
        Path { funds: self, day, next: Some(leaf), end: None, passed: 0, mark: leaf, lap: 1 }
    }
}

impl Path<'_> {
    /// Returns where the path ended, once all of it is walked.
    pub(super) fn end(&self) -> Option<End> {
        self.end
    }
}

impl<'f> Iterator for Path<'f> {
    type Item = (AccountIx, &'f Row);

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.next.take()?;
        let row = self.funds.row(at)?;
        match self.funds.up(row, self.day) {
            Up::Outside => self.end = Some(End::Budget),
            Up::Nothing => self.end = Some(End::Nothing),
            Up::Account(above) if above == self.mark => self.end = Some(End::Circle),
            Up::Account(above) => {
                self.passed += 1;
                if self.passed == self.lap {
                    (self.passed, self.lap, self.mark) = (0, self.lap.saturating_mul(2), above);
                }
                self.next = Some(above);
            }
        }
        Some((at, row))
    }
}

//! The reservations that are neither settled nor released.

use super::funds::AccountIx;
use super::keys::EntryNo;
use super::tight;
use crate::calendar::Date;

/// Open reservations, in the order of their entries.
///
/// One that is closed stays as a gap until the gaps outnumber the rest: closing is a search and no move.
#[derive(Debug, Clone, Default)]
pub(super) struct Reservations {
    all: Vec<Reservation>,
    closed: usize,
}

/// An amount that is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reservation {
    pub(super) amount: i64,
    pub(super) entry: EntryNo,
    pub(super) account: AccountIx,
    /// The day on which it counts.
    pub(super) date: Date,
    pub(super) channel: u32,
}

/// The amount of a gap.
const GAP: i64 = 0;

impl Reservations {
    pub(super) fn reserve(&mut self, reservations: usize) {
        self.all.reserve(reservations);
    }

    /// Adds a reservation, whose entry is later than all others.
    pub(super) fn push(&mut self, reservation: Reservation) {
        tight::grow(&mut self.all, 1);
        self.all.push(reservation);
    }

    pub(super) fn get(&self, entry: EntryNo) -> Option<&Reservation> {
        self.place(entry).and_then(|place| self.all.get(place))
    }

    /// Takes out the reservation of an entry.
    pub(super) fn close(&mut self, entry: EntryNo) {
        let Some(place) = self.place(entry) else { return };
        if let Some(reservation) = self.all.get_mut(place) {
            reservation.amount = GAP;
            self.closed += 1;
        }
        if 64 < self.closed && self.all.len() < 2 * self.closed {
            self.all.retain(|reservation| reservation.amount != GAP);
            self.closed = 0;
        }
    }

    /// Returns the open ones, in the order of their entries.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Reservation> {
        self.all.iter().filter(|reservation| reservation.amount != GAP)
    }

    fn place(&self, entry: EntryNo) -> Option<usize> {
        let place = self.all.binary_search_by_key(&entry, |reservation| reservation.entry).ok()?;
        self.all.get(place).filter(|reservation| reservation.amount != GAP).map(|_| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_leaves_the_others_in_order() {
        let mut open = Reservations::default();
        let reservation = |entry: u32| Reservation {
            amount: i64::from(entry) + 1,
            entry: EntryNo(entry),
            account: AccountIx::new(0),
            date: Date::MIN,
            channel: 0,
        };
        for entry in 0..1_000 {
            open.push(reservation(3 * entry));
        }
        for entry in (0..1_000).filter(|entry| entry % 10 != 0) {
            open.close(EntryNo(3 * entry));
            open.close(EntryNo(3 * entry));
        }
        assert!(open.all.len() < 300, "gaps are closed up");
        assert_eq!(open.get(EntryNo(3)), None);
        assert_eq!(open.get(EntryNo(31)), None);
        assert_eq!(open.get(EntryNo(30)), Some(&reservation(30)));
        let entries: Vec<u32> = open.iter().map(|reservation| reservation.entry.0).collect();
        assert_eq!(entries, (0..100).map(|entry| 30 * entry).collect::<Vec<_>>());
    }
}

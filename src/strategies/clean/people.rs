//! The people: who holds which seat, and who stands in.

use crate::role::RoleClass;
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::raw::RawSeat;

/// Who fills a seat, by the number of the person; nobody in an empty one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filled {
    Held(usize),
    Acting(usize),
    Empty,
}

impl Filled {
    pub(super) fn person(self) -> Option<usize> {
        match self {
            Self::Held(person) | Self::Acting(person) => Some(person),
            Self::Empty => None,
        }
    }
}

/// Fills the seats: nobody reports to an empty one, and nobody stands above themselves.
pub(super) fn fill(seats: &[Seat], raw: &[&RawSeat]) -> Vec<Filled> {
    let empty = empty(seats, raw);
    let mut filled: Vec<Filled> = Vec::with_capacity(seats.len());
    for (place, (raw, empty)) in raw.iter().zip(empty).enumerate() {
        let person = raw.people.second_seat.and_then(|pick| filled.get(pick.place(place)?)?.person());
        let person = person.filter(|person| !stands_above(seats, &filled, place, *person)).unwrap_or(place);
        filled.push(match (empty, raw.people.vacant) {
            (true, _) => Filled::Empty,
            (false, true) => Filled::Acting(person),
            (false, false) => Filled::Held(person),
        });
    }
    filled
}

/// Returns which seats are empty: those with nobody below.
///
/// The seat of an outsider may be empty above people too, unless it leads specialists: it has to pay them.
fn empty(seats: &[Seat], raw: &[&RawSeat]) -> Vec<bool> {
    let mut empty = vec![false; seats.len()];
    let mut people_below = vec![false; seats.len()];
    for (place, (seat, raw)) in seats.iter().zip(raw).enumerate().rev() {
        let specialist = |report: &usize| seats.get(*report).is_some_and(|seat| seat.class().is_specialist());
        let pays = seat.reports.iter().any(specialist);
        let below = people_below.get(place).copied().unwrap_or_default();
        let may_be_empty = !below || seat.class() == RoleClass::External && !pays;
        let is_empty = raw.people.vacant && !raw.people.acting && may_be_empty;
        if let Some(slot) = empty.get_mut(place) {
            *slot = is_empty;
        }
        if let Some(slot) = seat.manager.and_then(|manager| people_below.get_mut(manager)) {
            *slot |= below || !is_empty;
        }
    }
    empty
}

/// Returns whether a person fills a seat above a place.
fn stands_above(seats: &[Seat], filled: &[Filled], place: usize, person: usize) -> bool {
    let manager = |place: &usize| seats.get(*place)?.manager;
    let mut above = std::iter::successors(manager(&place), manager);
    above.any(|above| filled.get(above).and_then(|filled| filled.person()) == Some(person))
}

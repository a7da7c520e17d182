//! The lines: each position reports to one before it, or to nobody.

use crate::strategies::naming;
use crate::strategies::pick::Pick;
use crate::strategies::sparse::{Item, Ranks};
use crate::strategies::valid::seats::RawSeat;

/// The ids and roles of the positions, and who is above whom.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) positions: Ranks,
    /// The managers as they were drawn, of those that are left out too: whoever reports to one of these moves up.
    managers: Vec<Option<usize>>,
    pub(super) ids: Vec<String>,
    pub(super) roles: Vec<String>,
}

impl Lines {
    pub(super) fn new(seats: &[Item<RawSeat>], role_ids: &[Option<String>]) -> Self {
        let manager = |(origin, seat): (usize, &Item<RawSeat>)| seat.value.line.manager?.place(origin);
        let kept = || seats.iter().filter(|seat| seat.kept).map(|seat| &seat.value.line);
        let roles: Vec<String> = kept().map(|line| line.role(role_ids)).collect();
        let named = kept().zip(&roles).enumerate();
        Self {
            positions: Ranks::of(seats),
            managers: seats.iter().enumerate().map(manager).collect(),
            ids: named.map(|(place, (line, role))| naming::position(role, place, line.script)).collect(),
            roles,
        }
    }

    /// Returns the place of the manager of the position at a place.
    pub(super) fn manager(&self, place: usize) -> Option<usize> {
        self.chain(place).find_map(|origin| self.positions.place(origin))
    }

    /// Returns the place of the one picked among those above, or of the next one up.
    pub(super) fn above(&self, place: usize, pick: Pick) -> Option<usize> {
        let chosen = pick.place(self.chain(place).count())?;
        self.chain(place).skip(chosen).find_map(|origin| self.positions.place(origin))
    }

    /// Returns all above, from the manager up, by where they stood.
    fn chain(&self, place: usize) -> impl Iterator<Item = usize> {
        let manager = |origin: usize| self.managers.get(origin).copied().flatten();
        let first = self.positions.origin(place).and_then(manager);
        std::iter::successors(first, move |origin| manager(*origin))
    }
}

//! Who acts in which seat on a day, as far as decisions ask.

use crate::calendar::Date;
use crate::org::Position;

/// Returns whether somebody acts in a seat on a day.
pub(super) fn is_occupied(position: Position<'_>, on: Date) -> bool {
    position.occupant_on(on).is_some()
}

/// The people of a position who ask: none of them may approve.
#[derive(Debug, Clone, Copy)]
pub(super) struct Askers<'o> {
    people: [&'o str; 3],
    len: usize,
}

impl<'o> Askers<'o> {
    /// Returns the people who may ask from a seat on a day: its holder, whoever stands in, and who does so that day.
    pub(super) fn of(position: Position<'o>, on: Date) -> Self {
        let mut people = [""; 3];
        let mut len = 0;
        let all = [position.holder(), position.acting(), position.occupant_on(on)];
        for (slot, person) in people.iter_mut().zip(all.into_iter().flatten()) {
            *slot = person;
            len += 1;
        }
        Self { people, len }
    }

    /// Returns their ids; one may come twice.
    pub(super) fn ids(&self) -> &[&'o str] {
        self.people.get(..self.len).unwrap_or_default()
    }
}

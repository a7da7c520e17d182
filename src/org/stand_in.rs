//! The view of a stand-in: who acts in a seat while its holder is away, and when.

use std::fmt;

use crate::calendar::{Date, Interval};
use crate::org::data::OrgStandIn;
use crate::org::graph::Org;
use crate::org::index::PositionIx;
use crate::org::position::Position;

/// A statement that the person of one position acts in another on some days: its holder is away, or it is vacant.
///
/// While it is in force, whoever holds the seat is absent; see [`Position::occupant_on`].
#[derive(Clone, Copy)]
pub struct StandIn<'o> {
    org: &'o Org,
    place: usize,
}

impl<'o> StandIn<'o> {
    fn data(self) -> Option<&'o OrgStandIn> {
        self.org.stand_ins.get(self.place)
    }

    /// Returns the position that is stood in for.
    #[must_use]
    pub fn position(self) -> Position<'o> {
        self.org.position_at(self.data().map_or(PositionIx::new(0), |data| data.position))
    }

    /// Returns the position whose person stands in.
    #[must_use]
    pub fn by(self) -> Position<'o> {
        self.org.position_at(self.data().map_or(PositionIx::new(0), |data| data.by))
    }

    /// Returns when it is in force.
    #[must_use]
    pub fn valid(self) -> Interval {
        self.data().map_or(Interval::ALWAYS, |data| data.valid)
    }

    /// Returns whether it is in force on a day.
    #[must_use]
    pub fn is_in_force(self, on: Date) -> bool {
        self.valid().contains(on)
    }

    /// Returns why, if that is stated.
    #[must_use]
    pub fn reason(self) -> Option<&'o str> {
        self.data().and_then(|data| data.reason.as_deref())
    }

    fn order(self) -> impl Ord + use<'o> {
        (self.valid().from(), self.valid().until(), self.by().id(), self.reason())
    }
}

impl PartialEq for StandIn<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.org, other.org) && self.place == other.place
    }
}

impl Eq for StandIn<'_> {}

impl fmt::Debug for StandIn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StandIn({} by {} {})", self.position().id(), self.by().id(), self.valid())
    }
}

impl<'o> Position<'o> {
    /// Returns the stand-ins of the position, whenever they are in force: by their dates, then by who stands in.
    pub fn all_stand_ins(self) -> impl ExactSizeIterator<Item = StandIn<'o>> + Clone {
        self.org().stand_ins_of(self.ix())
    }
}

impl Org {
    /// Returns the stand-ins, in the order stated.
    pub fn stand_ins(&self) -> impl ExactSizeIterator<Item = StandIn<'_>> + Clone {
        (0..self.stand_ins.len()).map(|place| StandIn { org: self, place })
    }

    /// Returns the stand-ins of a position, whenever they are in force, in an order that does not depend on the order
    /// stated.
    pub(crate) fn stand_ins_of(
        &self,
        position: PositionIx,
    ) -> impl ExactSizeIterator<Item = StandIn<'_>> + Clone {
        let row = self.stood_in.row(position.index()).iter();
        row.map(|&place| StandIn { org: self, place: place as usize })
    }

    /// Puts the stand-ins of each position in an order that does not depend on the order stated.
    pub(crate) fn order_stand_ins(&mut self) {
        let mut stood_in = std::mem::take(&mut self.stood_in);
        stood_in.sort_rows_by(|place| StandIn { org: self, place: place as usize }.order());
        self.stood_in = stood_in;
    }
}

//! The view of a person.

use crate::id::Sym;
use crate::org::graph::Org;
use crate::org::position::Position;

/// A person, known by an id alone, who holds one position or more.
#[derive(Debug, Clone, Copy)]
pub struct Person<'o> {
    org: &'o Org,
    sym: Sym,
}

impl<'o> Person<'o> {
    pub(crate) fn new(org: &'o Org, sym: Sym) -> Self {
        Self { org, sym }
    }

    /// Returns the id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.org.names.resolve(self.sym)
    }

    /// Returns the positions that the person holds, in the order stated.
    pub fn positions(self) -> impl Iterator<Item = Position<'o>> + Clone {
        let holdings = &self.org.holdings;
        let start = holdings.partition_point(|(person, _)| *person < self.sym);
        let held = holdings.get(start..).unwrap_or_default().iter();
        held.take_while(move |(person, _)| *person == self.sym).map(move |(_, ix)| self.org.position_at(*ix))
    }
}

//! Who covers which work, and how many people it takes to leave too much of it without anyone.

use std::collections::BTreeMap;

use crate::metrics::search::{self, Items};
use crate::org::{Org, Position};
use crate::role::RoleClass;

/// Who can do which piece of work: outcomes, channels, or anything else that people cover.
///
/// ```
/// use bagan::metrics::{BusFactor, Coverage};
///
/// let mut coverage = Coverage::new();
/// coverage.item(["ayu"]);
/// coverage.item(["ayu", "budi"]);
/// coverage.item(["budi", "citra"]);
/// assert_eq!(coverage.bus_factor(0.5), Some(BusFactor::Exact(vec!["ayu", "budi"])));
/// assert_eq!(coverage.bus_factor(0.0), Some(BusFactor::Exact(vec!["ayu"])));
/// assert_eq!(coverage.bus_factor(1.0), None);
/// ```
#[derive(Debug, Clone)]
pub struct Coverage<P> {
    items: Vec<Vec<P>>,
}

/// The people whose loss leaves more than some share of the work without anyone; how many they are is the figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum BusFactor<P> {
    /// No smaller group does: the first of the smallest ones, in the order of people.
    Exact(Vec<P>),
    /// An upper bound: a smaller group may do as much. Found one by one, whoever covers most work each time.
    AtMost(Vec<P>),
}

impl<P> BusFactor<P> {
    /// Returns the people: in their own order if exact, else in the order in which they were found.
    #[must_use]
    pub fn people(&self) -> &[P] {
        match self {
            Self::Exact(people) | Self::AtMost(people) => people,
        }
    }

    /// Returns whether no smaller group does.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        matches!(self, Self::Exact(_))
    }
}

/// The most people for whom [`Coverage::bus_factor`] is exact.
const MOST_EXACT: usize = 25;

impl<P> Default for Coverage<P> {
    fn default() -> Self {
        Self { items: Vec::new() }
    }
}

impl<P: Ord + Copy> Coverage<P> {
    /// Begins with no work.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a piece of work and those who can do it; a person named twice counts once.
    ///
    /// Work that nobody can do counts as left from the start.
    pub fn item(&mut self, people: impl IntoIterator<Item = P>) {
        let mut people: Vec<P> = people.into_iter().collect();
        people.sort_unstable();
        people.dedup();
        self.items.push(people);
    }

    /// Returns the smallest group whose loss leaves more than a share of the work without anyone: the bus factor.
    ///
    /// Exact up to 25 people, by branch and bound; an upper bound, and labelled so, with more. `share` is from 0 to 1:
    /// 0.5 asks for more than half, 0 for one piece of work. None if no loss leaves more: no work, or a share of 1.
    ///
    /// After Avelino, Passos, Hora and Valente, "A novel approach for estimating truck factors" (2016), whose greedy
    /// search can be too high.
    #[must_use]
    pub fn bus_factor(&self, share: f64) -> Option<BusFactor<P>> {
        let (people, items) = self.numbered();
        let least = search::least_left(self.items.len(), share)?;
        if MOST_EXACT < people.len() {
            return self.greedy(share).map(BusFactor::AtMost);
        }
        let group = search::smallest(&Items::new(people.len(), &items), least)?;
        let chosen = people.iter().zip(0_u32..).filter(|(_, place)| group >> place & 1 == 1);
        Some(BusFactor::Exact(chosen.map(|(person, _)| *person).collect()))
    }

    /// Returns a group whose loss leaves more than a share of the work without anyone, by the greedy search of Avelino.
    ///
    /// Takes whoever covers most of the work that still has someone, the first in order among equals, until enough is
    /// left. The group may be larger than it has to be. Costs O(n log n) for n people and pieces of work.
    #[must_use]
    pub fn greedy(&self, share: f64) -> Option<Vec<P>> {
        let (people, items) = self.numbered();
        let least = search::least_left(self.items.len(), share)?;
        let order = search::greedy(people.len(), &items, least);
        Some(order.into_iter().filter_map(|place| people.get(place).copied()).collect())
    }

    /// Returns the people in order, and for each item the places of its people.
    fn numbered(&self) -> (Vec<P>, Vec<Vec<usize>>) {
        let mut places: BTreeMap<P, usize> = self.items.iter().flatten().map(|person| (*person, 0)).collect();
        for (number, place) in places.values_mut().enumerate() {
            *place = number;
        }
        let numbers = |item: &Vec<P>| item.iter().filter_map(|person| places.get(person).copied()).collect();
        let items = self.items.iter().map(numbers).collect();
        (places.into_keys().collect(), items)
    }
}

impl<'o> Coverage<&'o str> {
    /// Takes the outcomes, each with whoever does the job in its accountable and responsible positions (S16).
    ///
    /// People are known by their ids; see [`Position::occupant`]. An agency whose people the org does not name (a seat of
    /// the class `external` without a holder) is one of them, by the id of its seat.
    #[must_use]
    pub fn of_outcomes(org: &'o Org) -> Self {
        let mut coverage = Self::new();
        for outcome in org.outcomes() {
            let positions = std::iter::once(outcome.accountable()).chain(outcome.responsible());
            coverage.item(positions.filter_map(who));
        }
        coverage
    }

    /// Takes the channels, each with whoever does the job in the positions that are assigned it.
    ///
    /// A channel that nobody is assigned is no work yet, and left out. Agencies count as in [`Self::of_outcomes`].
    #[must_use]
    pub fn of_channels(org: &'o Org) -> Self {
        let mut people = vec![None::<Vec<&'o str>>; org.channels().len()];
        for position in org.positions() {
            for channel in position.channels() {
                if let Some(slot) = people.get_mut(channel.ix().index()) {
                    slot.get_or_insert_default().extend(who(position));
                }
            }
        }
        let mut coverage = Self::new();
        for assigned in people.into_iter().flatten() {
            coverage.item(assigned);
        }
        coverage
    }
}

/// Returns who does the job in a position: a person, or an agency by the id of its seat.
fn who(position: Position<'_>) -> Option<&str> {
    let agency = || (position.class() == RoleClass::External).then(|| position.id());
    position.occupant().or_else(agency)
}

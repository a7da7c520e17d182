//! How ready somebody is for a seat.

use crate::org::{Position, Role};
use crate::role::Seniority;

/// How ready somebody is for a seat: by the role that they have, the ladder, and their career level.
///
/// Ordered from the readiest: first those whose level suffices, by their steps, then the others by theirs; of as many
/// steps, an unknown level goes before one that is too low. Numbers are steps on the ladder to the role of the seat.
///
/// A specialist grows from entry to
/// mid level and on to DMM (S21), and a DMM from mid to senior level and on to director or VP (S22): a role is ready to
/// be taken from its lowest level on. See [`LevelFit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Readiness {
    /// Acts in the seat, or in another of the role: doing it is proof, and asks for no level.
    Acting,
    /// Holds a seat of the role, at a level that suffices.
    Now,
    /// Holds a seat whose role leads to that of the seat, at a level that suffices.
    Next(u32),
    /// On the ladder to the seat, in so many steps (0: in its role), and nobody knows at which level.
    Unknown(u32),
    /// On the ladder to the seat, in so many steps, below the lowest level of its role.
    TooEarly(u32),
}

impl Readiness {
    /// Returns whether the seat could be taken next: acting, in the role, or one step from it, at a level that suffices.
    #[must_use]
    pub const fn is_ready(self) -> bool {
        matches!(self, Self::Acting | Self::Now | Self::Next(1))
    }

    pub(super) fn of(steps: u32, level: LevelFit) -> Self {
        match level {
            LevelFit::Unknown => Self::Unknown(steps),
            LevelFit::Below => Self::TooEarly(steps),
            _ if steps == 0 => Self::Now,
            _ => Self::Next(steps),
        }
    }
}

impl Readiness {
    /// Returns what readiness is ordered by: whether the level falls short, the steps, and what is left.
    fn order(self) -> (u8, u32, u8) {
        match self {
            Self::Acting => (0, 0, 0),
            Self::Now => (0, 0, 1),
            Self::Next(steps) => (0, steps, 2),
            Self::Unknown(steps) => (1, steps, 0),
            Self::TooEarly(steps) => (1, steps, 1),
        }
    }
}

impl Ord for Readiness {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Readiness {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// How the career level of a position compares with the levels of a seat's role.
///
/// Ordered from the best. Levels are those that roles state, else those of their classes (S21, S22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LevelFit {
    /// At least the lowest level of the seat's role, and at the top level of its own role or above: it has nothing left
    /// to grow into there.
    AtTop,
    /// At least the lowest level of the seat's role, with room left in its own, or in one that has no levels.
    Enough,
    /// The seat's role has no levels, so that none can fall short, such as a copywriter's.
    NotAsked,
    /// The level is not stated, or the lowest level of the seat's role is stated as above its highest.
    Unknown,
    /// Below the lowest level of the seat's role.
    Below,
}

impl LevelFit {
    /// Compares the level at which somebody has a role with the levels of a seat's role.
    pub(super) fn of(level: Option<Seniority>, own: Role<'_>, seat: Role<'_>) -> Self {
        match (Need::of(seat), level) {
            (Need::Nothing, _) => Self::NotAsked,
            (Need::Unclear, _) | (Need::AtLeast(_), None) => Self::Unknown,
            (Need::AtLeast(lowest), Some(level)) if level < lowest => Self::Below,
            (Need::AtLeast(_), Some(level)) => {
                let top = own.levels().filter(|(lowest, highest)| lowest <= highest);
                if top.is_some_and(|(_, highest)| highest <= level) { Self::AtTop } else { Self::Enough }
            }
        }
    }
}

/// What level a role asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Nothing,
    /// Its levels are upside down.
    Unclear,
    AtLeast(Seniority),
}

impl Need {
    pub(super) fn of(role: Role<'_>) -> Self {
        match role.levels() {
            None => Self::Nothing,
            Some((lowest, highest)) if highest < lowest => Self::Unclear,
            Some((lowest, _)) => Self::AtLeast(lowest),
        }
    }
}

/// Where somebody sits, as seen from a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// In the seat itself, acting.
    Here,
    /// Somewhere below it, along reporting lines.
    Below,
    /// Somewhere above it.
    Above,
    /// In another line.
    Elsewhere,
}

impl Standing {
    pub(super) fn of(position: Position<'_>, seat: Position<'_>) -> Self {
        match () {
            () if position == seat => Self::Here,
            () if seat.is_above(position) => Self::Below,
            () if position.is_above(seat) => Self::Above,
            () => Self::Elsewhere,
        }
    }
}

/// Somebody who could take a seat, now or one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate<'o> {
    /// The id of the person.
    pub person: &'o str,
    /// How ready they are.
    pub readiness: Readiness,
    /// How the level of [`Self::position`] compares with the role of the seat; never known of one who acts.
    pub level: LevelFit,
    /// Where that position stands, as seen from the seat.
    pub standing: Standing,
    /// The steps from the role of that position to the role of the seat.
    pub steps: u32,
    /// The position by which they are a candidate: of several, the one that makes them readiest.
    pub position: Position<'o>,
}

#[cfg(test)]
mod tests {
    use super::Readiness::{Acting, Next, Now, TooEarly, Unknown};

    #[test]
    fn the_readiest_come_first_and_the_nearest_of_those_whose_level_falls_short() {
        let ordered =
            [Acting, Now, Next(1), Next(2), Unknown(0), TooEarly(0), Unknown(1), TooEarly(1), Unknown(2)];
        assert!(ordered.is_sorted());
        assert!(ordered.iter().take(3).all(|one| one.is_ready()));
        assert!(ordered.iter().skip(3).all(|one| !one.is_ready()));
    }
}

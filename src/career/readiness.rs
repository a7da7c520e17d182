//! How ready somebody is for a seat.

use crate::org::{Position, Role};
use crate::role::Seniority;

/// How ready somebody is for a seat: by the role that they have, the ladder, and their career level.
///
/// Ordered from the readiest; numbers are steps on the ladder to the role of the seat. A specialist grows from entry to
/// mid level and on to DMM (S21), and a DMM from mid to senior level and on to director or VP (S22): a role is ready to
/// be taken from its lowest level on. See [`LevelFit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// How the level of [`Self::position`] compares with the role of the seat; unknown of a seat they only act in.
    pub level: LevelFit,
    /// Where that position stands, as seen from the seat.
    pub standing: Standing,
    /// The steps from the role of that position to the role of the seat.
    pub steps: u32,
    /// The position by which they are a candidate: of several, the one that makes them readiest.
    pub position: Position<'o>,
}

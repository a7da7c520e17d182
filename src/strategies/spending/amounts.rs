//! Amounts: shares of what may be spent, and the edges of it.

use proptest::prelude::*;

use crate::strategies::pick::{Pick, pick};

/// An amount before it is known what it is an amount of; shrinks to one minor unit.
#[derive(Debug, Clone, Copy)]
pub(super) enum Size {
    Tiny(i64),
    /// A share of the most that meets no edge, in 256ths.
    Share(i64),
    /// At an edge, just below it, or just above.
    Edge {
        pick: Pick,
        step: i64,
    },
    /// Below the largest number that there is by so much.
    Huge(i64),
    /// Zero, or below by so much.
    NotPositive(i64),
}

/// Draws amounts; most can be spent.
pub(super) fn size() -> impl Strategy<Value = Size> + Clone {
    prop_oneof![
        2 => (1..=3_i64).prop_map(Size::Tiny),
        10 => (1..=256_i64).prop_map(Size::Share),
        8 => edge(),
        1 => (0..=2_i64).prop_map(Size::Huge),
    ]
}

/// Draws amounts at an edge.
pub(super) fn edge() -> impl Strategy<Value = Size> + Clone {
    (pick(), -1..=1_i64).prop_map(|(pick, step)| Size::Edge { pick, step })
}

/// Draws amounts that cannot be spent.
pub(super) fn not_positive() -> impl Strategy<Value = Size> + Clone {
    prop_oneof![3 => Just(0_i64), 2 => 1..=1_000_i64, 1 => Just(i64::MAX)].prop_map(Size::NotPositive)
}

impl Size {
    /// Returns the amount in minor units, given the edges and the most that meets none of them.
    pub(super) fn minor(self, edges: &[i64], most: Option<i64>) -> i64 {
        let most = most.unwrap_or(1_000);
        match self {
            Self::Tiny(units) => units,
            Self::Share(share) => share_of(most, share),
            Self::Edge { pick, step } => pick.of(edges).unwrap_or(most).saturating_add(step).max(1),
            Self::Huge(below) => i64::MAX - below,
            Self::NotPositive(units) => -units,
        }
    }
}

/// Returns so many 256ths of an amount, and one minor unit at least.
fn share_of(most: i64, share: i64) -> i64 {
    let share = i128::from(most) * i128::from(share) / 256;
    i64::try_from(share).unwrap_or(i64::MAX).max(1)
}

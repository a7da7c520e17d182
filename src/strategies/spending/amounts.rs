//! Amounts: shares of what may be spent, and the edges of it.

use crate::strategies::pick::Pick;

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

impl Size {
    /// Makes an amount of choices; most can be spent.
    pub(super) fn of([kind, at, step]: [Pick; 3]) -> Self {
        let up_to =
            |most: usize| at.place(most).and_then(|place| i64::try_from(place).ok()).unwrap_or_default();
        match kind.among(&[2, 10, 8, 1]) {
            0 => Self::Tiny(1 + up_to(3)),
            1 => Self::Share(1 + up_to(256)),
            2 => Self::Edge { pick: at, step: i64::from(step.near(1)) },
            _ => Self::Huge(up_to(3)),
        }
    }

    /// Makes an amount that cannot be spent.
    pub(super) fn not_positive(at: Pick) -> Self {
        let below = at.of(&[0, 1, 1_000, i64::MAX]);
        Self::NotPositive(below.unwrap_or_default())
    }

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

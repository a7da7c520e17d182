//! The tail of losses beyond a level.

use crate::risk::error::{RiskError, inside};

/// How far below a level a sum of probabilities may be, from rounding, and still reach it.
///
/// A distribution reaches 0.95 where 0.5 + 0.2 + 0.15 + 0.1 does, whatever floats make of that sum.
pub const LEVEL_TOLERANCE: f64 = 1e-12;

/// Where the tail of losses begins, and the mean of the tail.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tail<L> {
    /// The value at risk: the least loss `x` with `F(x) >= level`.
    pub(crate) begins: L,
    /// The conditional value at risk: `((F(v) - level) v + Σ p x over x above v) / (1 - level)` at the value at risk `v`.
    pub(crate) mean: f64,
}

impl<L: Copy + Default> Tail<L> {
    /// Finds the tail of losses from the smallest on, each with its weight above 0, of so much weight in all; equal ones may
    /// come several times.
    ///
    /// Weights that are counts add up exactly.
    pub(crate) fn of(
        losses: impl DoubleEndedIterator<Item = (L, f64)> + Clone,
        whole: f64,
        level: f64,
        float: impl Fn(L) -> f64,
    ) -> Result<Self, RiskError> {
        let level = inside("a level", level)?;
        let most = losses.clone().next_back().map(|(loss, _)| loss);
        let (mut weight, mut begins) = (0.0, L::default());
        let mut rest = losses;
        for (loss, own) in rest.by_ref() {
            (begins, weight) = (loss, weight + own);
            if level - LEVEL_TOLERANCE <= weight / whole {
                break;
            }
        }
        let reached = weight / whole;
        let above: f64 = rest.map(|(loss, own)| float(loss) * (own / whole)).sum();
        // Where the level is reached within the tolerance alone, the tail is all that lies above.
        let level = level.min(reached);
        let at = float(begins);
        if 1.0 <= level {
            return Ok(Self { begins, mean: at });
        }
        let mean = ((reached - level) * at + above) / (1.0 - level);
        Ok(Self { begins, mean: mean.clamp(at, most.map_or(at, float)) })
    }
}

//! Sums of independent losses: every loss of one with every loss of another.

use crate::risk::error::RiskError;

/// The most losses that a distribution may tell apart.
const MOST: usize = 1 << 20;

/// How many pairs of losses were added up for one distribution: what it costs.
#[derive(Debug, Default)]
pub(super) struct Steps(usize);

impl Steps {
    /// The most that one distribution may cost.
    const MOST: usize = 1 << 28;

    pub(super) fn taken(&self) -> usize {
        self.0
    }

    fn take(&mut self, steps: usize) -> Result<(), RiskError> {
        self.0 = self.0.saturating_add(steps);
        if self.0 <= Self::MOST {
            return Ok(());
        }
        Err(RiskError::TooLarge { what: "steps of adding losses up", most: Self::MOST })
    }
}

/// Returns the distribution of the sum of two independent losses.
pub(super) fn convolve(
    one: &[(i64, f64)],
    other: &[(i64, f64)],
    steps: &mut Steps,
) -> Result<Vec<(i64, f64)>, RiskError> {
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if few.len().checked_mul(many.len()).is_none_or(|pairs| MOST * 2 < pairs) {
        return Err(RiskError::TooLarge { what: "different sums of losses", most: MOST });
    }
    steps.take(few.len() * many.len())?;
    let mut atoms = Vec::with_capacity(few.len() * many.len());
    for &(shift, weight) in few {
        for &(loss, p) in many {
            atoms.push((loss.checked_add(shift).ok_or(RiskError::LossOverflow)?, p * weight));
        }
    }
    merge(&mut atoms);
    if MOST < atoms.len() {
        return Err(RiskError::TooLarge { what: "different sums of losses", most: MOST });
    }
    Ok(atoms)
}

/// Sorts losses and makes equal ones one; the sort is stable and quick on a few runs, and keeps the order of sums.
pub(super) fn merge(atoms: &mut Vec<(i64, f64)>) {
    atoms.sort_by_key(|&(loss, _)| loss);
    atoms.dedup_by(|next, kept| {
        let equal = next.0 == kept.0;
        if equal {
            kept.1 += next.1;
        }
        equal
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_few_sums_and_no_end_of_steps_is_an_error() {
        let mut steps = Steps(Steps::MOST - 3);
        assert!(convolve(&[(0, 1.0)], &[(0, 0.5), (1, 0.5)], &mut steps).is_ok());
        let error = convolve(&[(0, 1.0)], &[(0, 0.5), (1, 0.5)], &mut steps).unwrap_err().to_string();
        assert_eq!(error, "the exact figure takes more than 268435456 steps of adding losses up");
    }
}

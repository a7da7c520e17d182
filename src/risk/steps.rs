//! What a distribution costs, and when that is too much.

use crate::risk::error::RiskError;

/// How many pairs of losses were added up for one distribution: what it costs.
#[derive(Debug, Default)]
pub(super) struct Steps(usize);

impl Steps {
    /// The most that one distribution may cost.
    const MOST: usize = 1 << 28;

    pub(super) fn taken(&self) -> usize {
        self.0
    }

    /// Takes more, unless that is too many.
    pub(super) fn take(&mut self, steps: usize) -> Result<(), RiskError> {
        self.0 = self.0.saturating_add(steps);
        if self.0 <= Self::MOST {
            return Ok(());
        }
        Err(RiskError::TooLarge { what: "steps of adding losses up", most: Self::MOST })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_no_end_of_steps_is_an_error() {
        let mut steps = Steps::default();
        assert_eq!(steps.take(Steps::MOST), Ok(()));
        assert_eq!(steps.taken(), Steps::MOST);
        let error = steps.take(1).unwrap_err().to_string();
        assert_eq!(error, "the exact figure takes more than 268435456 steps of adding losses up");
        assert!(steps.take(usize::MAX).is_err());
    }
}

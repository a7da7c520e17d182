//! How often something happened.

use crate::risk::{clopper_pearson, wilson};
use crate::simulate::statistics::{Confidence, ConfidenceInterval, StatisticsError};

/// How many of the replications something happened in.
///
/// ```
/// use bagan::simulate::{Confidence, Frequency};
///
/// let overspent = Frequency::of(81, 263)?;
/// let interval = overspent.interval(Confidence::NINETY_FIVE).ok_or("there are trials")?;
/// assert!((interval.lower - 0.255_288_5).abs() < 1e-7 && (interval.upper - 0.366_209_6).abs() < 1e-7);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frequency {
    happened: u32,
    trials: u32,
}

impl Frequency {
    /// States in how many of so many independent trials it happened.
    ///
    /// # Errors
    /// [`StatisticsError::OutOfRange`] if it happened more often than there were trials.
    pub fn of(happened: u32, trials: u32) -> Result<Self, StatisticsError> {
        if happened <= trials {
            return Ok(Self { happened, trials });
        }
        let (what, expected) = ("how often something happened", "at most the number of trials");
        Err(StatisticsError::OutOfRange { what, expected, value: f64::from(happened) })
    }

    /// Returns how often it happened.
    pub const fn happened(self) -> u32 {
        self.happened
    }

    /// Returns how many trials there were.
    pub const fn trials(self) -> u32 {
        self.trials
    }

    /// Returns the share of the trials: none of none.
    pub fn share(self) -> Option<f64> {
        crate::ratio::share(u64::from(self.happened), u64::from(self.trials))
    }

    /// Returns Wilson's interval of the probability, as [`wilson`] does: none without trials.
    pub fn interval(self, confidence: Confidence) -> Option<ConfidenceInterval> {
        let interval = wilson(self.happened, self.trials, confidence.level()).ok()?;
        Some(ConfidenceInterval { lower: interval.lower, upper: interval.upper, confidence })
    }

    /// Returns the interval of Clopper and Pearson, as [`clopper_pearson`] does: none without trials.
    ///
    /// It holds the probability at least as often as it says, where Wilson's does so on average: what to test with.
    pub fn exact_interval(self, confidence: Confidence) -> Option<ConfidenceInterval> {
        let interval = clopper_pearson(self.happened, self.trials, confidence.level()).ok()?;
        Some(ConfidenceInterval { lower: interval.lower, upper: interval.upper, confidence })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_none_there_is_no_share_and_of_all_the_end_is_certain() {
        let none = Frequency::of(0, 0).unwrap();
        assert_eq!((none.share(), none.interval(Confidence::NINETY_FIVE)), (None, None));
        let all = Frequency::of(20, 20).unwrap();
        assert_eq!(all.share(), Some(1.0));
        let interval = all.interval(Confidence::NINETY_FIVE).unwrap();
        assert!(interval.contains(1.0) && 0.8 < interval.lower);
        // Nineteen times in twenty, 0 of 20 is no more than 1 - 0.025^(1/20).
        let exact = Frequency::of(0, 20).unwrap().exact_interval(Confidence::NINETY_FIVE).unwrap();
        assert!((exact.upper - 0.168_433_470_983_085).abs() < 1e-12 && exact.contains(0.0));
        assert_eq!(none.exact_interval(Confidence::NINETY_FIVE), None);
        assert_eq!(
            Frequency::of(3, 2).unwrap_err().to_string(),
            "how often something happened must be at most the number of trials, and is 3"
        );
    }
}

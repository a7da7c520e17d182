//! How sure an interval is.

use crate::risk::quantile;
use crate::simulate::statistics::StatisticsError;
use crate::special;

/// How often an interval is to hold what it is about: above 0 and below 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Confidence(f64);

impl Confidence {
    /// Nineteen times in twenty.
    pub const NINETY_FIVE: Self = Self(0.95);

    /// States a confidence, such as 0.95.
    ///
    /// ```
    /// use bagan::simulate::Confidence;
    ///
    /// assert_eq!(Confidence::new(0.95)?, Confidence::NINETY_FIVE);
    /// assert_eq!(
    ///     Confidence::new(95.0).unwrap_err().to_string(),
    ///     "a confidence must be above 0 and below 1, and is 95"
    /// );
    /// # Ok::<(), bagan::simulate::StatisticsError>(())
    /// ```
    ///
    /// # Errors
    /// [`StatisticsError::OutOfRange`] if it is not above 0 and below 1.
    pub fn new(level: f64) -> Result<Self, StatisticsError> {
        if 0.0 < level && level < 1.0 {
            return Ok(Self(level));
        }
        let (what, expected) = ("a confidence", "above 0 and below 1");
        Err(StatisticsError::OutOfRange { what, expected, value: level })
    }

    /// Returns it as a number.
    pub const fn level(self) -> f64 {
        self.0
    }

    /// The probability beyond each end of an interval.
    pub(super) fn beyond(self) -> f64 {
        0.5 * (1.0 - self.0)
    }

    /// How many values it takes at least for an interval of the quantile of `p`, above 0 and below 1: until all of them lie
    /// on one side of it seldom enough.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count; a cast stops at the ends"
    )]
    pub(in crate::simulate) fn least_values(self, p: f64) -> u64 {
        libm::ceil(libm::log(self.beyond()) / libm::log(p.max(1.0 - p))) as u64
    }

    /// How many standard errors a normal variable may be off.
    pub(super) fn normal(self) -> f64 {
        -quantile(self.beyond())
    }

    /// How many standard errors Student's t may be off, with some degrees of freedom.
    pub(in crate::simulate) fn student(self, freedom: f64) -> f64 {
        special::upper_quantile(1.0 - self.0, freedom, self.normal())
    }
}

/// An interval that holds what it is about as often as its confidence says.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct ConfidenceInterval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
    /// How often such an interval holds what it is about.
    pub confidence: Confidence,
}

impl ConfidenceInterval {
    /// An interval about its centre.
    pub(super) fn about(centre: f64, half_width: f64, confidence: Confidence) -> Self {
        Self { lower: centre - half_width, upper: centre + half_width, confidence }
    }

    /// Returns half of the width.
    pub fn half_width(&self) -> f64 {
        0.5 * self.upper - 0.5 * self.lower
    }

    /// Returns whether the interval holds a value, its ends included.
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::statistics::Quantiles;

    #[test]
    fn the_least_number_of_values_has_an_interval_and_one_less_has_none() {
        for p in [0.5, 0.05, 0.9, 0.99] {
            let least = usize::try_from(Confidence::NINETY_FIVE.least_values(p)).unwrap();
            let of = |count: usize| {
                let values = Quantiles::new(vec![1.0; count]).unwrap();
                values.interval(p, Confidence::NINETY_FIVE).unwrap().is_some()
            };
            assert!(of(least) && !of(least - 1), "{p}: {least}");
        }
    }
}

//! Quantiles of values that were kept.

use crate::ratio::length;
use crate::simulate::statistics::{Confidence, QuantileInterval, StatisticsError, ranks};

/// How a quantile is made of the values on both sides of it, by the numbers of R. J. Hyndman and Y. Fan ("Sample quantiles
/// in statistical packages", The American Statistician 50, 1996).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum QuantileType {
    /// Type 1, the inverse of the share of values that are at most so: always one of the values.
    InverseShare,
    /// Type 6: the `k`-th of `n` values is the quantile of `k / (n + 1)` (Weibull; SPSS, Minitab).
    Weibull,
    /// Type 7: the `k`-th of `n` values is the quantile of `(k - 1) / (n - 1)` (the default of R, `NumPy` and Excel).
    #[default]
    Linear,
    /// Type 8: about unbiased at the median whatever the distribution; what Hyndman and Fan recommend.
    MedianUnbiased,
}

/// Values in order, and their quantiles.
///
/// Takes 8 bytes a value, and `n log n` steps once.
///
/// ```
/// use bagan::simulate::{Confidence, QuantileType, Quantiles};
///
/// let days = Quantiles::new(vec![3.1, 2.7, 4.4, 3.9, 5.0, 4.1, 2.9, 3.6])?;
/// assert!((days.quantile(0.9, QuantileType::Linear)? - 4.58).abs() < 1e-12);
/// assert_eq!(days.quantile(0.9, QuantileType::InverseShare)?, 5.0);
/// let median = days.interval(0.5, Confidence::new(0.9)?)?.ok_or("eight values suffice")?;
/// assert_eq!((median.lower, median.upper), (2.9, 4.4));
/// assert!((median.coverage - 0.9297).abs() < 1e-4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Quantiles {
    /// At least one value.
    sorted: Vec<f64>,
}

impl Quantiles {
    /// Puts values in order.
    ///
    /// # Errors
    /// [`StatisticsError::Empty`] without values, [`StatisticsError::OutOfRange`] if one is NaN or infinite.
    pub fn new(mut values: Vec<f64>) -> Result<Self, StatisticsError> {
        if values.is_empty() {
            return Err(StatisticsError::Empty { what: "values" });
        }
        if let Some(value) = values.iter().copied().find(|value| !value.is_finite()) {
            return Err(StatisticsError::OutOfRange { what: "a value", expected: "finite", value });
        }
        values.sort_unstable_by(f64::total_cmp);
        Ok(Self { sorted: values })
    }

    /// Returns the values, from the least to the largest.
    pub fn values(&self) -> &[f64] {
        &self.sorted
    }

    /// Returns the quantile of a probability: the least value of 0, the largest of 1.
    ///
    /// A rank within 4 × 2^-52 of a whole number is that number, as in R: the decile of 30 values is the third, though
    /// 0.1 × 30 is a little more than 3 in floats.
    ///
    /// # Errors
    /// [`StatisticsError::OutOfRange`] if `p` is no probability.
    pub fn quantile(&self, p: f64, by: QuantileType) -> Result<f64, StatisticsError> {
        let p = probability(p)?;
        let n = length(self.sorted.len());
        let (whole, part) = split(match by {
            QuantileType::InverseShare => n * p,
            QuantileType::Weibull => (n + 1.0) * p,
            QuantileType::Linear => 1.0 + (n - 1.0) * p,
            QuantileType::MedianUnbiased => 1.0 / 3.0 + (n + 1.0 / 3.0) * p,
        });
        let (low, high) = (self.at(whole), self.at(whole + 1.0));
        let found = match by {
            QuantileType::InverseShare => {
                if part <= 0.0 {
                    low
                } else {
                    high
                }
            }
            _ => between(low, high, part),
        };
        Ok(found)
    }

    /// Returns an interval of the quantile of the distribution, from one value to another: none where the values are too
    /// few for that confidence, or `p` is 0 or 1.
    ///
    /// It asks nothing of the distribution (H. A. David and H. N. Nagaraja, Order Statistics, section 7.1): how many of `n`
    /// values lie below the quantile is binomial. Each end is the innermost value that leaves at most half of what the
    /// confidence leaves beyond it.
    ///
    /// # Errors
    /// [`StatisticsError::OutOfRange`] if `p` is no probability.
    pub fn interval(
        &self,
        p: f64,
        confidence: Confidence,
    ) -> Result<Option<QuantileInterval>, StatisticsError> {
        Ok(ranks::interval(&self.sorted, probability(p)?, confidence))
    }

    /// The value of a rank from 1, and the first or the last beyond those.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number from 0, and what is too large is cut to the last"
    )]
    fn at(&self, rank: f64) -> f64 {
        let index = (rank.max(1.0) as usize - 1).min(self.sorted.len() - 1);
        self.sorted.get(index).copied().unwrap_or_default()
    }
}

/// A rank as a whole number and the part beyond.
fn split(rank: f64) -> (f64, f64) {
    const FUZZ: f64 = 4.0 * f64::EPSILON;
    let whole = libm::floor(rank + FUZZ);
    let part = rank - whole;
    if part.abs() < FUZZ { (whole, 0.0) } else { (whole, part) }
}

/// The point at `part` of the way, which neither overflows nor leaves the two.
fn between(low: f64, high: f64, part: f64) -> f64 {
    if part <= 0.0 {
        return low;
    }
    ((1.0 - part) * low + part * high).clamp(low, high)
}

fn probability(p: f64) -> Result<f64, StatisticsError> {
    if (0.0..=1.0).contains(&p) {
        return Ok(p);
    }
    Err(StatisticsError::OutOfRange { what: "a probability", expected: "from 0 to 1", value: p })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: [QuantileType; 4] = [
        QuantileType::InverseShare,
        QuantileType::Weibull,
        QuantileType::Linear,
        QuantileType::MedianUnbiased,
    ];

    #[test]
    fn one_value_is_every_quantile_and_none_is_an_error() {
        let one = Quantiles::new(vec![7.0]).unwrap();
        for by in TYPES {
            for p in [0.0, 0.3, 1.0] {
                assert_eq!(one.quantile(p, by), Ok(7.0));
            }
        }
        assert_eq!(one.interval(0.5, Confidence::NINETY_FIVE), Ok(None));
        assert_eq!(Quantiles::new(Vec::new()), Err(StatisticsError::Empty { what: "values" }));
        assert!(Quantiles::new(vec![1.0, f64::NAN]).is_err());
    }

    #[test]
    fn the_ends_are_the_least_and_the_largest() {
        let values = Quantiles::new(vec![1e300, -1e308, 1e308, 0.0]).unwrap();
        for by in TYPES {
            assert_eq!(values.quantile(0.0, by), Ok(-1e308));
            assert_eq!(values.quantile(1.0, by), Ok(1e308));
            for p in [-0.1, 1.1, f64::NAN] {
                assert!(values.quantile(p, by).is_err());
            }
        }
    }

    #[test]
    fn a_rank_that_is_whole_but_for_rounding_is_whole() {
        let thirty = Quantiles::new((1..=30).map(f64::from).collect()).unwrap();
        assert_eq!(thirty.quantile(0.1, QuantileType::InverseShare), Ok(3.0));
        let equal = Quantiles::new(vec![0.1; 9]).unwrap();
        for by in TYPES {
            for thousandth in 0..=1000 {
                assert_eq!(equal.quantile(f64::from(thousandth) / 1000.0, by), Ok(0.1));
            }
        }
    }
}

//! How many replications a wanted precision takes.

use crate::ratio::float;
use crate::simulate::statistics::{Confidence, Estimate, StatisticsError};

/// The most replications that a float counts exactly.
const MOST: u64 = 1 << 53;

/// Returns how many replications, the pilot's included, a mean takes to be known within a half-width; none if the pilot
/// has fewer than two values.
///
/// The least `n` from 2 on whose interval by Student's t would be that narrow, were the standard deviation that of the
/// pilot (A. M. Law, Simulation Modeling and Analysis, section 9.4.1). For a comparison, the pilot is
/// [`Comparison::difference`](crate::simulate::Comparison::difference).
///
/// ```
/// use bagan::simulate::{Confidence, Estimate, replications_needed};
///
/// let mut pilot = Estimate::new();
/// for value in [1.2, 0.4, 2.1, 1.5, 0.8] {
///     pilot.add(value)?;
/// }
/// // Half of the width takes about four times as many.
/// assert_eq!(replications_needed(&pilot, 0.4, Confidence::NINETY_FIVE)?, Some(13));
/// assert_eq!(replications_needed(&pilot, 0.2, Confidence::NINETY_FIVE)?, Some(44));
/// # Ok::<(), bagan::simulate::StatisticsError>(())
/// ```
///
/// # Errors
/// [`StatisticsError::OutOfRange`] if the half-width is not above 0 and finite;
/// [`StatisticsError::TooManyReplications`] if it takes more than 2^53 replications.
pub fn replications_needed(
    pilot: &Estimate,
    half_width: f64,
    confidence: Confidence,
) -> Result<Option<u64>, StatisticsError> {
    if !(0.0 < half_width && half_width.is_finite()) {
        let (what, expected) = ("a half-width", "above 0 and finite");
        return Err(StatisticsError::OutOfRange { what, expected, value: half_width });
    }
    let Some(deviation) = pilot.standard_deviation() else {
        return Ok(None);
    };
    let suffices = |n: u64| {
        let error = deviation / half_width / float(n).sqrt();
        // The normal quantile is the smaller one, and cheaper.
        error * confidence.normal() <= 1.0 && error * confidence.student(float(n) - 1.0) <= 1.0
    };
    let mut enough = 2;
    while !suffices(enough) {
        if MOST <= enough {
            return Err(StatisticsError::TooManyReplications { half_width, most: MOST });
        }
        enough *= 2;
    }
    // Half as many do not suffice, unless 2 do.
    let mut short = enough / 2;
    while 1 < enough - short {
        let middle = short + (enough - short) / 2;
        if suffices(middle) {
            enough = middle;
        } else {
            short = middle;
        }
    }
    Ok(Some(enough))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pilot(values: &[f64]) -> Estimate {
        let mut estimate = Estimate::new();
        for value in values {
            estimate.add(*value).unwrap();
        }
        estimate
    }

    #[test]
    fn one_less_does_not_suffice() {
        let estimate = pilot(&[3.0, 9.0, 4.0, 8.0, 6.0]);
        for half_width in [10.0, 3.0, 1.0, 0.1, 0.001] {
            let n = replications_needed(&estimate, half_width, Confidence::NINETY_FIVE).unwrap().unwrap();
            let width = |n: u64| {
                let t = Confidence::NINETY_FIVE.student(float(n) - 1.0);
                t * estimate.standard_deviation().unwrap() / float(n).sqrt()
            };
            assert!(width(n) <= half_width && (n == 2 || half_width < width(n - 1)), "{half_width}: {n}");
        }
    }

    #[test]
    fn a_pilot_without_spread_needs_two_and_one_value_says_nothing() {
        let two = replications_needed(&pilot(&[4.0, 4.0]), 1e-9, Confidence::NINETY_FIVE);
        assert_eq!(two, Ok(Some(2)));
        assert_eq!(replications_needed(&pilot(&[4.0]), 1.0, Confidence::NINETY_FIVE), Ok(None));
    }

    #[test]
    fn what_cannot_be_had_is_an_error() {
        let estimate = pilot(&[0.0, 1e300]);
        for half_width in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(replications_needed(&estimate, half_width, Confidence::NINETY_FIVE).is_err());
        }
        for half_width in [1.0, 1e-300] {
            assert_eq!(
                replications_needed(&estimate, half_width, Confidence::NINETY_FIVE),
                Err(StatisticsError::TooManyReplications { half_width, most: 1 << 53 })
            );
        }
    }
}

//! How many of n independent things fail.

use crate::risk::error::{RiskError, probabilities};

/// Returns the probability that at least one of these fails, if they fail independently: `1 - Π(1 - p)`.
///
/// Computed as `-expm1(Σ log1p(-p))`, so that it is as good for a probability of 1e-12 as for one of a half. Of nothing,
/// it is 0.
///
/// ```
/// use bagan::risk::any_of;
///
/// assert!((any_of(&[0.1, 0.2, 0.3])? - 0.496).abs() < 1e-15);
/// assert!((any_of(&[1e-12, 1e-12])? / 2e-12 - 1.0).abs() < 1e-11);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// # Errors
/// [`RiskError::OutOfRange`] if one is no probability.
pub fn any_of(p: &[f64]) -> Result<f64, RiskError> {
    probabilities(p).map(any)
}

/// As [`any_of`], of what are known to be probabilities.
pub(super) fn any(p: &[f64]) -> f64 {
    // What is left of 1 may round to a hair below 0.
    -libm::expm1(p.iter().map(|&p| libm::log1p(-p)).sum::<f64>()) + 0.0
}

/// Returns the probability of each number of failures, from 0 to all, if they fail independently.
///
/// The Poisson-binomial distribution, by convolution: exact up to rounding, at the cost of n².
///
/// ```
/// use bagan::risk::poisson_binomial;
///
/// let pmf = poisson_binomial(&[0.1, 0.2, 0.3])?;
/// assert_eq!(pmf.len(), 4);
/// assert!((pmf[1] - 0.398).abs() < 1e-15);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// # Errors
/// [`RiskError::OutOfRange`] if one is no probability; [`RiskError::TooLarge`] above 20,000.
pub fn poisson_binomial(p: &[f64]) -> Result<Vec<f64>, RiskError> {
    const MOST: usize = 20_000;
    if MOST < p.len() {
        return Err(RiskError::TooLarge { what: "things that may fail", most: MOST });
    }
    probabilities(p).map(counts)
}

/// As [`poisson_binomial`], of what are known to be probabilities.
pub(super) fn counts(p: &[f64]) -> Vec<f64> {
    let mut pmf = Vec::with_capacity(p.len() + 1);
    pmf.push(1.0);
    for p in p {
        let mut from_below = 0.0;
        for mass in &mut pmf {
            let fails = *mass * p;
            *mass = *mass * (1.0 - p) + from_below;
            from_below = fails;
        }
        pmf.push(from_below);
    }
    pmf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nothing_nothing_fails() {
        assert_eq!(any_of(&[]), Ok(0.0));
        assert_eq!(poisson_binomial(&[]), Ok(vec![1.0]));
    }

    #[test]
    fn what_is_certain_is_certain() {
        assert_eq!(any_of(&[0.0, 0.0]).map(f64::to_bits), Ok(0.0_f64.to_bits()));
        assert_eq!(any_of(&[0.3, 1.0]), Ok(1.0));
        assert_eq!(poisson_binomial(&[1.0, 0.0, 1.0]), Ok(vec![0.0, 0.0, 1.0, 0.0]));
    }

    #[test]
    fn a_million_tiny_ones_add_up() {
        let p = vec![1e-12; 1_000_000];
        assert!((any_of(&p).unwrap() / 9.999_995e-7 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_no_probability_is_refused() {
        for p in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert!(any_of(&[0.5, p]).is_err(), "{p}");
            assert!(poisson_binomial(&[p]).is_err(), "{p}");
        }
        let error = any_of(&[2.0]).unwrap_err().to_string();
        assert_eq!(error, "a probability must be from 0 to 1, and is 2");
    }

    #[test]
    fn more_than_can_be_counted_is_an_error() {
        assert_eq!(
            poisson_binomial(&vec![0.5; 20_001]).unwrap_err().to_string(),
            "the exact figure takes more than 20000 things that may fail"
        );
    }
}

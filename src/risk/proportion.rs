//! Intervals for a proportion that was counted.

use crate::risk::error::{RiskError, inside};
use crate::risk::normal::quantile;
use crate::special::beta;

/// An interval for a proportion, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Proportion {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

/// Returns Wilson's score interval for `failures` of `trials`, at a confidence such as 0.95.
///
/// What to state as the probability of an outcome that failed in 2 of 10 years: it covers the truth about as often as it
/// says, on average (E. B. Wilson 1927).
///
/// ```
/// use bagan::risk::wilson;
///
/// let interval = wilson(2, 10, 0.95)?;
/// assert!((interval.lower - 0.056_682).abs() < 1e-6 && (interval.upper - 0.509_838).abs() < 1e-6);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// # Errors
/// [`RiskError::Empty`] without trials; [`RiskError::OutOfRange`] if there are more failures than trials, or the
/// confidence is not above 0 and below 1.
pub fn wilson(failures: u32, trials: u32, confidence: f64) -> Result<Proportion, RiskError> {
    let (failed, n) = counted(failures, trials)?;
    // Of the lower tail: near 1, a confidence has no digits left for the upper one.
    let z = -quantile(0.5 * (1.0 - inside("a confidence", confidence)?));
    let p = failed / n;
    let scale = 1.0 + z * z / n;
    let centre = (p + z * z / (2.0 * n)) / scale;
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / scale;
    // At the ends the two are equal, and rounding is not.
    let lower = if failures == 0 { 0.0 } else { centre - half };
    let upper = if failures == trials { 1.0 } else { centre + half };
    Ok(Proportion { lower, upper })
}

/// Returns the interval of Clopper and Pearson for `failures` of `trials`, at a confidence such as 0.95.
///
/// It covers the truth at least as often as it says, and is wider than [`wilson`]'s (Clopper and Pearson 1934). Its ends
/// are quantiles of beta distributions, found by bisection to the last bits; the error is below 1e-12.
///
/// # Errors
/// As [`wilson`].
pub fn clopper_pearson(failures: u32, trials: u32, confidence: f64) -> Result<Proportion, RiskError> {
    let (failed, n) = counted(failures, trials)?;
    let beyond = 0.5 * (1.0 - inside("a confidence", confidence)?);
    let lower =
        if failures == 0 { 0.0 } else { solve(|p| beta(failed, n - failed + 1.0, p, 1.0 - p), beyond) };
    let upper = if failures == trials {
        1.0
    } else {
        1.0 - solve(|q| beta(n - failed, failed + 1.0, q, 1.0 - q), beyond)
    };
    Ok(Proportion { lower, upper })
}

/// Returns the interval of Jeffreys for `failures` of `trials`, at a confidence such as 0.95.
///
/// The middle of what a Bayesian believes who begins with the prior of Jeffreys: between two quantiles of a beta
/// distribution of `failures + 1/2` and `trials - failures + 1/2`, with as much beyond either (H. Jeffreys 1946). With no
/// failure it still begins above 0, and with nothing but failures it ends below 1. The error is below 1e-12.
///
/// ```
/// use bagan::risk::jeffreys;
///
/// let interval = jeffreys(0, 10, 0.9)?;
/// assert!((interval.lower - 0.000_191_736).abs() < 1e-9 && (interval.upper - 0.170_773_108).abs() < 1e-9);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// # Errors
/// As [`wilson`].
pub fn jeffreys(failures: u32, trials: u32, confidence: f64) -> Result<Proportion, RiskError> {
    let (failed, n) = counted(failures, trials)?;
    let beyond = 0.5 * (1.0 - inside("a confidence", confidence)?);
    let (a, b) = (failed + 0.5, n - failed + 0.5);
    let (below, above) = (|p: f64| beta(a, b, p, 1.0 - p), |q: f64| beta(b, a, q, 1.0 - q));
    Ok(Proportion { lower: solve(below, beyond), upper: 1.0 - solve(above, beyond) })
}

fn counted(failures: u32, trials: u32) -> Result<(f64, f64), RiskError> {
    if trials == 0 {
        return Err(RiskError::Empty { what: "trials" });
    }
    let (failed, n) = (f64::from(failures), f64::from(trials));
    if trials < failures {
        let what = "the number of failures";
        return Err(RiskError::OutOfRange { what, expected: "at most that of trials", value: failed });
    }
    Ok((failed, n))
}

/// Returns where a function that grows from 0 to 1 over 0 to 1 reaches a value.
fn solve(function: impl Fn(f64) -> f64, value: f64) -> f64 {
    const HALVINGS: usize = 80;
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if function(middle) < value {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_where_the_tails_are_half_of_what_is_left() {
        for (failures, trials) in [(1, 3), (2, 10), (81, 263), (997, 1_000), (5, 100_000)] {
            let interval = clopper_pearson(failures, trials, 0.9).unwrap();
            let (failed, n) = (f64::from(failures), f64::from(trials));
            // P(X >= k) is the beta function of k and n - k + 1.
            assert!(
                (beta(failed, n - failed + 1.0, interval.lower, 1.0 - interval.lower) - 0.05).abs() < 1e-9
            );
            assert!(
                (1.0 - beta(failed + 1.0, n - failed, interval.upper, 1.0 - interval.upper) - 0.05).abs()
                    < 1e-9
            );
        }
    }

    #[test]
    fn the_beta_function_is_a_tail_of_the_binomial() {
        for p in [0.01, 0.2, 0.5, 0.77, 0.999] {
            let pmf = crate::risk::poisson_binomial(&[p; 30]).unwrap();
            for k in 1..=30_u32 {
                let tail: f64 = pmf.iter().skip(k as usize).sum();
                assert!((beta(f64::from(k), f64::from(31 - k), p, 1.0 - p) - tail).abs() < 1e-13, "{k} {p}");
            }
        }
    }

    #[test]
    fn without_trials_and_with_more_failures_than_trials_there_is_no_interval() {
        assert_eq!(wilson(0, 0, 0.9).unwrap_err().to_string(), "there are no trials");
        assert_eq!(
            clopper_pearson(3, 2, 0.9).unwrap_err().to_string(),
            "the number of failures must be at most that of trials, and is 3"
        );
        for confidence in [0.0, 1.0, f64::NAN] {
            assert!(wilson(1, 2, confidence).is_err() && clopper_pearson(1, 2, confidence).is_err());
            assert!(jeffreys(1, 2, confidence).is_err());
        }
    }

    #[test]
    fn the_nearest_confidence_to_certain_has_an_interval() {
        let confidence = 1.0 - f64::EPSILON / 2.0;
        let all = [wilson, clopper_pearson, jeffreys].map(|of| of(3, 7, confidence).unwrap());
        for interval in all {
            assert!(0.0 < interval.lower && interval.lower < 0.1, "{interval:?}");
            assert!(0.9 < interval.upper && interval.upper < 1.0, "{interval:?}");
        }
    }

    #[test]
    fn of_none_and_of_all_one_end_is_certain() {
        for trials in [1, 10, 1_000] {
            for interval in [wilson(0, trials, 0.95).unwrap(), clopper_pearson(0, trials, 0.95).unwrap()] {
                assert!(interval.lower.to_bits() == 0 && 0.0 < interval.upper && interval.upper < 1.0);
            }
            for interval in
                [wilson(trials, trials, 0.95).unwrap(), clopper_pearson(trials, trials, 0.95).unwrap()]
            {
                assert!(interval.upper >= 1.0 && 0.0 < interval.lower);
            }
        }
    }
}

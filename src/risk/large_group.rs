//! Failures of very many under one common factor, and the correlation that it makes.

use crate::risk::error::{RiskError, inside, probabilities};
use crate::risk::factor::{Correlation, OneFactor};
use crate::risk::normal::{normal_cdf, quantile};

/// Returns the correlation of two failures, as such: 1 if both or neither always fail, 0 if they are independent.
///
/// `(P(both) - p²) / (p (1 - p))`; it is below `rho`, which is the correlation of what lies behind them.
///
/// # Errors
/// [`RiskError::OutOfRange`] unless `p` is above 0 and below 1, where failing is not certain either way.
pub fn failure_correlation(p: f64, correlation: Correlation) -> Result<f64, RiskError> {
    let p = inside("the probability of two that may fail or not", p)?;
    let both = OneFactor::new(&[p, p], correlation)?.all()?;
    Ok((both - p * p) / (p * (1.0 - p)))
}

/// Returns the probability that at most a share `x` fails of very many, each with the probability `p`.
///
/// `Φ((√(1 - rho) Φ⁻¹(x) - Φ⁻¹(p)) / √rho)`, the limit for infinitely many.
///
/// # Errors
/// [`RiskError::OutOfRange`] unless `p` and the correlation are above 0 and below 1 and `x` is a share.
pub fn large_group_cdf(p: f64, correlation: Correlation, x: f64) -> Result<f64, RiskError> {
    let (threshold, rho) = large_group(p, correlation)?;
    probabilities(&[x])?;
    Ok(normal_cdf(((1.0 - rho).sqrt() * quantile(x) - threshold) / rho.sqrt()))
}

/// Returns the share that of very many, each with the probability `p`, fails at most with the probability `level`.
///
/// `Φ((Φ⁻¹(p) + √rho Φ⁻¹(level)) / √(1 - rho))`, the limit for infinitely many.
///
/// ```
/// use bagan::risk::{Correlation, large_group_quantile};
///
/// let share = large_group_quantile(0.1, Correlation::new(0.2)?, 0.99)?;
/// assert!((share - 0.393_716_968_805_9).abs() < 1e-12);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// # Errors
/// [`RiskError::OutOfRange`] unless `p`, the correlation and the level are above 0 and below 1.
pub fn large_group_quantile(p: f64, correlation: Correlation, level: f64) -> Result<f64, RiskError> {
    let (threshold, rho) = large_group(p, correlation)?;
    let level = inside("a level", level)?;
    Ok(normal_cdf((threshold + rho.sqrt() * quantile(level)) / (1.0 - rho).sqrt()))
}

fn large_group(p: f64, correlation: Correlation) -> Result<(f64, f64), RiskError> {
    let threshold = quantile(inside("the probability of each of very many", p)?);
    Ok((threshold, inside("the correlation of very many", correlation.rho())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_group_lies_between_the_ends() {
        let half = Correlation::new(0.5).unwrap();
        assert!(large_group_cdf(0.1, Correlation::INDEPENDENT, 0.5).is_err());
        assert!(large_group_cdf(0.1, half, 1.5).is_err() && large_group_quantile(0.1, half, 1.0).is_err());
        assert!(failure_correlation(0.0, half).is_err());
        assert_eq!(large_group_cdf(0.1, half, 0.0), Ok(0.0));
        assert_eq!(large_group_cdf(0.1, half, 1.0), Ok(1.0));
        let share = large_group_quantile(0.1, half, 0.9).unwrap();
        assert!((large_group_cdf(0.1, half, share).unwrap() - 0.9).abs() < 1e-13);
    }

    #[test]
    fn failures_are_correlated_less_than_what_lies_behind_them() {
        let of = |rho| failure_correlation(0.1, Correlation::new(rho).unwrap()).unwrap();
        assert!(of(0.0).abs() < 1e-15 && (of(1.0) - 1.0).abs() < 1e-14);
        assert!(0.0 < of(0.3) && of(0.3) < 0.3);
    }
}

//! Things that fail together because one common factor drives them: the Gaussian copula of Vasicek.
//!
//! Each fails when `√rho × factor + √(1 - rho) × its own chance` falls below `Φ⁻¹(p)`, all of these standard normal and
//! independent. Given the factor, the failures are independent, so that a figure is an average over the factor.
//! (O. Vasicek, "Loan portfolio value", Risk, December 2002; the paper was not opened, the formulas are standard.)

use crate::risk::count::{any, counts};
use crate::risk::error::{RiskError, probabilities};
use crate::risk::normal::{normal_cdf, quantile};
use crate::risk::trapezoid::{Trapezoid, add};

/// How strongly one common factor drives failures: `rho`, from 0 (independent) to 1 (all by the factor).
///
/// It is an input: this crate knows no value for it, and hardly anyone does. Compute a figure with several.
///
/// ```
/// use bagan::risk::Correlation;
///
/// assert_eq!(Correlation::new(0.2)?.rho(), 0.2);
/// assert!(Correlation::new(-0.1).is_err());
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation(f64);

impl Correlation {
    /// No common factor.
    pub const INDEPENDENT: Self = Self(0.0);

    /// Makes a correlation.
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] unless it is from 0 to 1: one factor cannot drive things apart.
    pub fn new(rho: f64) -> Result<Self, RiskError> {
        if (0.0..=1.0).contains(&rho) {
            return Ok(Self(rho));
        }
        Err(RiskError::OutOfRange { what: "a correlation", expected: "from 0 to 1", value: rho })
    }

    /// Returns it as a number.
    #[must_use]
    pub const fn rho(self) -> f64 {
        self.0
    }
}

/// Things that fail each with its own probability, and together through one factor.
///
/// Figures are averages over the factor by the trapezoidal rule, whose error falls with the square of the step in the
/// exponent; the step is halved until two results agree to 1e-11, and the finer one, whose error is then far below
/// that, is returned: the absolute error is below 1e-13 and comes from rounding. At a correlation of 0 and of 1 the
/// figures are exact up to rounding.
///
/// ```
/// use bagan::risk::{Correlation, OneFactor};
///
/// let five = OneFactor::new(&[0.1; 5], Correlation::new(0.2)?)?;
/// assert!((five.any()? - 0.363_803_710_179_599).abs() < 1e-12);
/// // Independent, it is 1 - 0.9^5: a common factor makes it rarer that any fails, and less rare that all do.
/// let alone = OneFactor::new(&[0.1; 5], Correlation::INDEPENDENT)?;
/// assert!(five.any()? < alone.any()? && alone.all()? < five.all()?);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct OneFactor {
    correlation: Correlation,
    probabilities: Vec<f64>,
    thresholds: Vec<f64>,
}

impl OneFactor {
    /// States the probability of each, and how strongly the factor drives them.
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] if one is no probability.
    pub fn new(p: &[f64], correlation: Correlation) -> Result<Self, RiskError> {
        probabilities(p)?;
        let thresholds = p.iter().map(|&p| quantile(p)).collect();
        Ok(Self { correlation, probabilities: p.to_vec(), thresholds })
    }

    /// Returns the probability that at least one fails.
    ///
    /// # Errors
    /// [`RiskError::TooLarge`] if there are so many, or the correlation is so near 1, that it takes too long.
    pub fn any(&self) -> Result<f64, RiskError> {
        self.mean_of(any)
    }

    /// Returns the probability that all fail; of two, it is the bivariate normal distribution at their thresholds.
    ///
    /// # Errors
    /// As [`any`](Self::any).
    pub fn all(&self) -> Result<f64, RiskError> {
        self.mean_of(|p| p.iter().product())
    }

    /// Returns the probability of each number of failures, from 0 to all.
    ///
    /// # Errors
    /// As [`any`](Self::any).
    pub fn pmf(&self) -> Result<Vec<f64>, RiskError> {
        self.mean(self.probabilities.len().pow(2), |p| Ok(counts(p)))
    }

    fn mean_of(&self, figure: impl Fn(&[f64]) -> f64) -> Result<f64, RiskError> {
        let mean = self.mean(self.probabilities.len(), |p| Ok(vec![figure(p)]))?;
        Ok(mean.first().copied().unwrap_or_default())
    }

    /// Returns the mean of `figures` over the factor: they are given the probabilities that hold for one value of it.
    ///
    /// `figures` returns as many numbers each time, none above 1, in about `cost` steps.
    pub(super) fn mean(
        &self,
        cost: usize,
        figures: impl FnMut(&[f64]) -> Result<Vec<f64>, RiskError>,
    ) -> Result<Vec<f64>, RiskError> {
        let rho = self.correlation.rho();
        if rho <= 0.0 {
            let mut figures = figures;
            return figures(&self.probabilities);
        }
        if 1.0 <= rho {
            return self.mean_in_step(figures);
        }
        let (of_factor, scale) = (rho.sqrt(), (1.0 - rho).sqrt());
        let count = self.thresholds.len();
        let mut given = vec![0.0; count];
        let mut figures = figures;
        let figures = |factor: f64| {
            for (p, threshold) in given.iter_mut().zip(&self.thresholds) {
                *p = normal_cdf((threshold - of_factor * factor) / scale);
            }
            figures(&given)
        };
        // Off the real line, each probability grows at most as a normal distribution of this much steeper argument.
        let steepness = rho / (1.0 - rho);
        Trapezoid::new(cost.max(count), figures).converge(count, steepness)
    }

    /// The mean at a correlation of 1: whatever is as likely as another, or likelier, fails with it.
    fn mean_in_step(
        &self,
        mut figures: impl FnMut(&[f64]) -> Result<Vec<f64>, RiskError>,
    ) -> Result<Vec<f64>, RiskError> {
        let mut steps = self.probabilities.clone();
        steps.extend([0.0, 1.0]);
        steps.sort_by(f64::total_cmp);
        steps.dedup();
        let mut mean = Vec::new();
        for (&below, &above) in steps.iter().zip(steps.iter().skip(1)) {
            // A uniform variable lies between the two: those with a larger probability fail.
            let failed = |&p: &f64| if above <= p { 1.0 } else { 0.0 };
            let failing: Vec<f64> = self.probabilities.iter().map(failed).collect();
            add(&mut mean, &figures(&failing)?, above - below);
        }
        Ok(mean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(p: &[f64], rho: f64) -> OneFactor {
        OneFactor::new(p, Correlation::new(rho).unwrap()).unwrap()
    }

    #[test]
    fn without_a_factor_they_are_independent() {
        let p = [0.1, 0.2, 0.3];
        assert_eq!(model(&p, 0.0).any(), crate::risk::any_of(&p));
        assert_eq!(model(&p, 0.0).pmf(), crate::risk::poisson_binomial(&p));
        // Nearly none is nearly that: the average is continuous at 0.
        assert!((model(&p, 1e-12).any().unwrap() - 0.496).abs() < 1e-11);
    }

    #[test]
    fn at_one_the_likeliest_decides() {
        let p = [0.1, 0.3, 0.2, 0.3];
        let all = model(&p, 1.0);
        assert!((all.any().unwrap() - 0.3).abs() < 1e-15);
        assert!((all.all().unwrap() - 0.1).abs() < 1e-15);
        for (found, expected) in all.pmf().unwrap().iter().zip([0.7, 0.0, 0.1, 0.1, 0.1]) {
            assert!((found - expected).abs() < 1e-15);
        }
        // Near 1 the average is slow, and continuous still.
        assert!((model(&p, 0.999_99).any().unwrap() - 0.3).abs() < 1e-2);
    }

    /// At a threshold of 0 the normal distribution of two has a closed form: 1/4 + asin(rho) / 2π (Sheppard 1899).
    #[test]
    fn two_halves_are_sheppards_formula() {
        for rho in [1e-6, 0.1, 0.5, 0.9, 0.99, 0.9999] {
            let expected = 0.25 + f64::asin(rho) / (2.0 * std::f64::consts::PI);
            let found = model(&[0.5, 0.5], rho).all().unwrap();
            assert!((found - expected).abs() < 1e-13, "{rho}: {found} is not {expected}");
        }
    }

    #[test]
    fn the_mean_number_of_failures_is_the_sum_of_the_probabilities_whatever_the_factor() {
        let p = [0.001, 0.02, 0.3, 0.3, 0.45, 0.8, 0.0, 1.0];
        let sum: f64 = p.iter().sum();
        for rho in [0.0, 0.01, 0.3, 0.77, 0.99, 1.0] {
            let pmf = model(&p, rho).pmf().unwrap();
            let mean: f64 = pmf.iter().zip(0..).map(|(mass, n)| mass * f64::from(n)).sum();
            assert!((pmf.iter().sum::<f64>() - 1.0).abs() < 1e-13, "{rho}");
            assert!((mean - sum).abs() < 1e-12, "{rho}: {mean}");
            assert!((pmf[0] + model(&p, rho).any().unwrap() - 1.0).abs() < 1e-13, "{rho}");
        }
    }

    #[test]
    fn what_takes_too_long_is_an_error_and_not_a_guess() {
        let error = model(&[0.3; 3], 1.0 - f64::EPSILON).pmf().unwrap_err();
        assert!(matches!(error, RiskError::TooLarge { .. }), "{error}");
    }

    #[test]
    fn a_correlation_is_from_0_to_1() {
        for rho in [-0.2, 1.01, f64::NAN] {
            assert!(Correlation::new(rho).is_err());
        }
        assert_eq!(
            Correlation::new(2.0).unwrap_err().to_string(),
            "a correlation must be from 0 to 1, and is 2"
        );
    }
}

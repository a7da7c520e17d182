//! A distribution that is valid.

use serde::{Deserialize, Serialize};

use crate::simulate::distribution::{DistributionError, DistributionSpec, Sampler};

/// A duration or an amount that is not certain: valid, with its moments, its tails, and a [`Sampler`] to draw from it.
///
/// Serde reads and writes it as [`DistributionSpec`], and refuses what is not valid. No number of it is below 0, infinite
/// or NaN; the unit is that of the field that holds it.
///
/// ```
/// use bagan::simulate::{Distribution, Purpose, Streams};
///
/// // Approving takes from 1 to 6 hours, most often 2.
/// let hours = Distribution::pert(1.0, 2.0, 6.0)?;
/// assert_eq!(hours.mean(), Some(2.5));
/// assert!(hours.survival(5.0) < 0.01);
///
/// let sampler = hours.sampler();
/// let mut stream = Streams::new(1).replication(0).stream(Purpose::Service, "dmm");
/// let drawn = sampler.draw(&mut stream);
/// assert!((1.0..=6.0).contains(&drawn));
/// # Ok::<(), bagan::simulate::DistributionError>(())
/// ```
///
/// # Errors of the constructors
/// [`DistributionError`] if a number is below 0, infinite or NaN, a spread is above 1,000,000, a least is above a most,
/// the least or the tail of [`pareto`](Self::pareto) is 0, or there are no values or no weight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "DistributionSpec", into = "DistributionSpec")]
pub struct Distribution {
    spec: DistributionSpec,
}

impl Distribution {
    /// Always the same value.
    ///
    /// # Errors
    /// [`DistributionError::OutOfRange`] if the value is below 0 or not finite.
    pub fn constant(value: f64) -> Result<Self, DistributionError> {
        DistributionSpec::Constant(value).try_into()
    }

    /// The exponential distribution of a mean; always 0 if that is 0.
    ///
    /// # Errors
    /// [`DistributionError::OutOfRange`] if the mean is below 0 or not finite.
    pub fn exponential(mean: f64) -> Result<Self, DistributionError> {
        DistributionSpec::Exponential { mean }.try_into()
    }

    /// The uniform distribution between two ends.
    ///
    /// # Errors
    /// [`DistributionError`] if an end is below 0 or not finite, or they are in the wrong order.
    pub fn uniform(from: f64, to: f64) -> Result<Self, DistributionError> {
        DistributionSpec::Uniform { from, to }.try_into()
    }

    /// The lognormal distribution of a mean and a coefficient of variation; constant if either is 0.
    ///
    /// Of the logarithms the variance is `ln(1 + spread²)`, and the mean is `ln mean` less half of that.
    ///
    /// # Errors
    /// [`DistributionError::OutOfRange`] if the mean is below 0 or not finite, or the spread is not from 0 to 1,000,000.
    pub fn lognormal(mean: f64, spread: f64) -> Result<Self, DistributionError> {
        DistributionSpec::Lognormal { mean, spread }.try_into()
    }

    /// The gamma distribution of a mean and a coefficient of variation, whose shape is `1 / spread²`; constant if either is
    /// 0.
    ///
    /// # Errors
    /// As [`lognormal`](Self::lognormal).
    pub fn gamma(mean: f64, spread: f64) -> Result<Self, DistributionError> {
        DistributionSpec::Gamma { mean, spread }.try_into()
    }

    /// The PERT distribution of the least, the most likely and the most; constant if all are equal.
    ///
    /// A beta distribution with `alpha = 1 + 4 (likely - least) / (most - least)` and `beta = 6 - alpha`, so that the
    /// mean is `(least + 4 likely + most) / 6` (D. G. Malcolm and others, "Application of a technique for research and
    /// development program evaluation", Operations Research 7, 1959; D. Vose, Risk Analysis).
    ///
    /// # Errors
    /// [`DistributionError`] if a number is below 0 or not finite, or they are in the wrong order.
    pub fn pert(least: f64, likely: f64, most: f64) -> Result<Self, DistributionError> {
        DistributionSpec::Pert { least, likely, most }.try_into()
    }

    /// The Pareto distribution of a least value, exceeded with probability `(least / x)^tail`.
    ///
    /// # Errors
    /// [`DistributionError::OutOfRange`] if a number is not above 0 and finite.
    pub fn pareto(least: f64, tail: f64) -> Result<Self, DistributionError> {
        DistributionSpec::Pareto { least, tail }.try_into()
    }

    /// Values that were seen, all as likely.
    ///
    /// # Errors
    /// [`DistributionError`] if there are none, or one is below 0 or not finite.
    pub fn empirical(values: impl Into<Vec<f64>>) -> Result<Self, DistributionError> {
        DistributionSpec::Empirical { values: values.into(), weights: None }.try_into()
    }

    /// Values that were seen, each with how often it comes, in proportion.
    ///
    /// # Errors
    /// [`DistributionError`] if there are none or not as many weights, a number is below 0 or not finite, or all weights
    /// are 0.
    pub fn weighted(
        values: impl Into<Vec<f64>>,
        weights: impl Into<Vec<f64>>,
    ) -> Result<Self, DistributionError> {
        DistributionSpec::Empirical { values: values.into(), weights: Some(weights.into()) }.try_into()
    }

    /// Returns what was stated.
    pub const fn spec(&self) -> &DistributionSpec {
        &self.spec
    }

    /// Prepares to draw, once for many draws.
    ///
    /// Costs a copy of the values if it is empirical, and a table of their weights.
    pub fn sampler(&self) -> Sampler {
        Sampler::of(&self.spec)
    }
}

impl TryFrom<DistributionSpec> for Distribution {
    type Error = DistributionError;

    fn try_from(spec: DistributionSpec) -> Result<Self, DistributionError> {
        spec.check()?;
        Ok(Self { spec })
    }
}

impl From<Distribution> for DistributionSpec {
    fn from(distribution: Distribution) -> Self {
        distribution.spec
    }
}

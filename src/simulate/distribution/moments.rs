//! Mean, variance and coefficient of variation.

use crate::simulate::distribution::weighted::Weighted;
use crate::simulate::distribution::{Distribution, DistributionSpec};

impl Distribution {
    /// Returns the mean: none where it is infinite, as that of [`pareto`](Self::pareto) is for a tail of at most 1.
    pub fn mean(&self) -> Option<f64> {
        let mean = match self.spec() {
            DistributionSpec::Constant(mean)
            | DistributionSpec::Exponential { mean }
            | DistributionSpec::Lognormal { mean, .. }
            | DistributionSpec::Gamma { mean, .. } => *mean,
            DistributionSpec::Uniform { from, to } => 0.5 * from + 0.5 * to,
            DistributionSpec::Pert { least, likely, most } => {
                least + (4.0 * (likely - least) / 6.0 + (most - least) / 6.0)
            }
            DistributionSpec::Pareto { least, tail } if 1.0 < *tail => least * (tail / (tail - 1.0)),
            DistributionSpec::Pareto { .. } => return None,
            DistributionSpec::Empirical { values, weights } => {
                Weighted::new(values, weights.as_deref()).moments().0
            }
        };
        finite(mean)
    }

    /// Returns the standard deviation: none where it is infinite, or beyond the largest float.
    pub fn standard_deviation(&self) -> Option<f64> {
        let deviation = match self.spec() {
            DistributionSpec::Constant(_) => 0.0,
            DistributionSpec::Exponential { mean } => *mean,
            DistributionSpec::Uniform { from, to } => (to - from) / 12.0_f64.sqrt(),
            DistributionSpec::Lognormal { mean, spread } | DistributionSpec::Gamma { mean, spread } => {
                mean * spread
            }
            DistributionSpec::Pert { least, likely, most } => pert_deviation(*least, *likely, *most),
            DistributionSpec::Pareto { least, tail } if 2.0 < *tail => {
                least / (tail - 1.0) * (tail / (tail - 2.0)).sqrt()
            }
            DistributionSpec::Pareto { .. } => return None,
            DistributionSpec::Empirical { values, weights } => {
                Weighted::new(values, weights.as_deref()).moments().1
            }
        };
        finite(deviation)
    }

    /// Returns the variance: none where it is infinite, as that of [`pareto`](Self::pareto) is for a tail of at most 2, or
    /// beyond the largest float.
    pub fn variance(&self) -> Option<f64> {
        let deviation = self.standard_deviation()?;
        finite(deviation * deviation)
    }

    /// Returns the standard deviation as a share of the mean, which queueing formulas ask for: none where the mean is 0 or
    /// either is infinite.
    pub fn coefficient_of_variation(&self) -> Option<f64> {
        let mean = self.mean()?;
        if mean <= 0.0 {
            return None;
        }
        match self.spec() {
            DistributionSpec::Exponential { .. } => Some(1.0),
            DistributionSpec::Lognormal { spread, .. } | DistributionSpec::Gamma { spread, .. } => {
                Some(*spread)
            }
            _ => self.standard_deviation().and_then(|deviation| finite(deviation / mean)),
        }
    }
}

/// Of a beta distribution on 0 to 1 the variance is `m (1 - m) / (alpha + beta + 1)`, and those two add up to 6.
fn pert_deviation(least: f64, likely: f64, most: f64) -> f64 {
    let width = most - least;
    if width <= 0.0 {
        return 0.0;
    }
    let mean = (1.0 + 4.0 * ((likely - least) / width)) / 6.0;
    width * (mean * (1.0 - mean) / 7.0).sqrt()
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

//! How likely a value is at most, or above, something.

use crate::risk::normal_cdf;
use crate::simulate::distribution::sampler::log_deviation;
use crate::simulate::distribution::weighted::Weighted;
use crate::simulate::distribution::{Distribution, DistributionSpec};
use crate::special::{Tails, beta, gamma};

impl Distribution {
    /// Returns the probability of a value of at most `x`; NaN of NaN.
    ///
    /// A closed form up to rounding, but for [`gamma`](Self::gamma) and [`pert`](Self::pert), which have none: theirs are
    /// computed within 1e-12. Costs a pass over the values if it is empirical.
    ///
    /// ```
    /// use bagan::simulate::Distribution;
    ///
    /// let amount = Distribution::exponential(2_000.0)?;
    /// assert!((amount.cdf(1_000.0) - 0.393_469_340_287).abs() < 1e-12);
    /// # Ok::<(), bagan::simulate::DistributionError>(())
    /// ```
    pub fn cdf(&self, x: f64) -> f64 {
        self.tails(x).lower
    }

    /// Returns the probability of a value above `x`, with its digits where it is small; NaN of NaN.
    ///
    /// Of a request it is the chance that a limit of `x` does not cover it, since at the limit is allowed. Errors and
    /// cost as of [`cdf`](Self::cdf).
    pub fn survival(&self, x: f64) -> f64 {
        self.tails(x).upper
    }

    fn tails(&self, x: f64) -> Tails {
        if x.is_nan() {
            return Tails { lower: x, upper: x };
        }
        match self.spec() {
            DistributionSpec::Constant(value) => step(*value, x),
            DistributionSpec::Exponential { mean }
            | DistributionSpec::Lognormal { mean, .. }
            | DistributionSpec::Gamma { mean, .. }
                if *mean <= 0.0 =>
            {
                step(0.0, x)
            }
            DistributionSpec::Lognormal { mean, spread } | DistributionSpec::Gamma { mean, spread }
                if *spread <= 0.0 =>
            {
                step(*mean, x)
            }
            DistributionSpec::Exponential { mean } => exponential(x.max(0.0) / mean),
            DistributionSpec::Uniform { from, to } => uniform(*from, *to, x),
            DistributionSpec::Lognormal { mean, spread } => lognormal(*spread, x.max(0.0) / mean),
            DistributionSpec::Gamma { mean, spread } => gamma(*spread, x / mean),
            DistributionSpec::Pert { least, likely, most } => pert(*least, *likely, *most, x),
            DistributionSpec::Pareto { least, tail } => pareto(*least, *tail, x),
            DistributionSpec::Empirical { values, weights } => {
                let weighted = Weighted::new(values, weights.as_deref());
                Tails {
                    lower: weighted.mean_of(|value| if value <= x { 1.0 } else { 0.0 }),
                    upper: weighted.mean_of(|value| if value <= x { 0.0 } else { 1.0 }),
                }
            }
        }
    }
}

/// What is certain to be `value`.
fn step(value: f64, x: f64) -> Tails {
    if value <= x { Tails { lower: 1.0, upper: 0.0 } } else { Tails { lower: 0.0, upper: 1.0 } }
}

fn exponential(ratio: f64) -> Tails {
    Tails { lower: -libm::expm1(-ratio), upper: libm::exp(-ratio) }
}

fn uniform(from: f64, to: f64, x: f64) -> Tails {
    if to <= x || x < from {
        return step(to, x);
    }
    let width = to - from;
    Tails { lower: (x - from) / width, upper: (to - x) / width }
}

fn lognormal(spread: f64, ratio: f64) -> Tails {
    let deviation = log_deviation(spread);
    let z = libm::log(ratio) / deviation + 0.5 * deviation;
    Tails { lower: normal_cdf(z), upper: normal_cdf(-z) }
}

fn pert(least: f64, likely: f64, most: f64, x: f64) -> Tails {
    if most <= x || x < least {
        return step(most, x);
    }
    let width = most - least;
    let alpha = 1.0 + 4.0 * ((likely - least) / width);
    let (below, above) = ((x - least) / width, (most - x) / width);
    Tails { lower: beta(alpha, 6.0 - alpha, below, above), upper: beta(6.0 - alpha, alpha, above, below) }
}

fn pareto(least: f64, tail: f64, x: f64) -> Tails {
    if x <= least {
        return Tails { lower: 0.0, upper: 1.0 };
    }
    let exponent = tail * (libm::log(least) - libm::log(x));
    let exponent = if x / least < 2.0 { -tail * libm::log1p((x - least) / least) } else { exponent };
    Tails { lower: -libm::expm1(exponent), upper: libm::exp(exponent) }
}

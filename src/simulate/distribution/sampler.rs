//! Draws.

use std::f64::consts::LOG2_E;

use rand::Rng;
use rand_distr::Distribution as _;
use rand_distr::weighted::WeightedAliasIndex;

use crate::risk::quantile;
use crate::simulate::distribution::DistributionSpec;
use crate::simulate::distribution::standard_gamma::Cube;
use crate::simulate::distribution::weighted::Weighted;
use crate::simulate::streams::uniform;

/// What is prepared to draw from a [`Distribution`](crate::simulate::Distribution).
///
/// Every draw is finite and within the support; one beyond the largest float is the largest float. The same generator
/// gives the same draws on every machine.
///
/// `constant` takes no random word, and neither does what has no spread; `exponential`, `uniform`, `lognormal`, `pareto`
/// and values without weights take one each, by inversion: the more of the word, the more is drawn, so that designs that
/// differ in a mean or a spread alone stay in step. Weights (the alias method), `gamma` and `pert` (by rejection) take a
/// number of words that varies.
///
/// ```
/// use bagan::simulate::{Distribution, Purpose, Streams};
///
/// let replication = Streams::new(5).replication(0);
/// let (short, long) = (Distribution::exponential(1.0)?.sampler(), Distribution::exponential(3.0)?.sampler());
/// let short = short.draw(&mut replication.stream(Purpose::Service, "dmm"));
/// let long = long.draw(&mut replication.stream(Purpose::Service, "dmm"));
/// assert!((long / short - 3.0).abs() < 1e-12);
/// # Ok::<(), bagan::simulate::DistributionError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Sampler {
    form: Form,
}

#[derive(Debug, Clone)]
enum Form {
    Constant(f64),
    Exponential {
        mean: f64,
    },
    Uniform {
        from: f64,
        to: f64,
    },
    Lognormal {
        mean: f64,
        deviation: f64,
    },
    /// `mean` times `factor` times the cube, times `u^power` if the shape is below 1.
    Gamma {
        mean: f64,
        factor: f64,
        cube: Cube,
        power: Option<f64>,
    },
    Pert {
        least: f64,
        most: f64,
        cubes: [(Cube, f64); 2],
    },
    Pareto {
        least: f64,
        tail: f64,
    },
    Values(Vec<f64>),
    Weighted(Vec<f64>, WeightedAliasIndex<f64>),
}

impl Sampler {
    /// Prepares for what was checked.
    pub(super) fn of(spec: &DistributionSpec) -> Self {
        let form = match spec {
            DistributionSpec::Constant(value) => Form::Constant(*value),
            DistributionSpec::Exponential { mean } => Form::Exponential { mean: *mean },
            DistributionSpec::Uniform { from, to } => Form::Uniform { from: *from, to: *to },
            DistributionSpec::Lognormal { mean, spread } | DistributionSpec::Gamma { mean, spread }
                if *mean <= 0.0 || *spread <= 0.0 =>
            {
                Form::Constant(*mean)
            }
            DistributionSpec::Lognormal { mean, spread } => {
                Form::Lognormal { mean: *mean, deviation: log_deviation(*spread) }
            }
            DistributionSpec::Gamma { mean, spread } => gamma(*mean, *spread),
            DistributionSpec::Pert { least, likely, most } => pert(*least, *likely, *most),
            DistributionSpec::Pareto { least, tail } => Form::Pareto { least: *least, tail: *tail },
            DistributionSpec::Empirical { values, weights: None } => Form::Values(values.clone()),
            DistributionSpec::Empirical { values, weights: Some(weights) } => weighted(values, weights),
        };
        Self { form }
    }

    /// Draws a value.
    ///
    /// Costs some 5 ns where values are as likely, 10 with weights or `exponential`, 20 to 30 of `lognormal`, `gamma` and
    /// `pareto`, and 60 of `pert` and of a `gamma` whose spread is above 1 (`cargo bench --bench draws`).
    #[inline]
    pub fn draw<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        match &self.form {
            Form::Constant(value) => *value,
            Form::Exponential { mean } => finite(-libm::log(uniform(rng)) * mean),
            Form::Uniform { from, to } => (from + (to - from) * uniform(rng)).min(*to),
            Form::Lognormal { mean, deviation } => {
                let z = quantile(uniform(rng));
                finite(libm::exp2(deviation * (z - 0.5 * deviation) * LOG2_E) * mean)
            }
            Form::Gamma { mean, factor, cube, power } => {
                let boost = power.map_or(1.0, |power| libm::exp(power * libm::log(uniform(rng))));
                finite(cube.draw(rng) * boost * factor * mean)
            }
            Form::Pert { least, most, cubes } => {
                let [low, high] = cubes.each_ref().map(|(cube, factor)| cube.draw(rng) * factor);
                (least + (most - least) * (low / (low + high))).min(*most)
            }
            Form::Pareto { least, tail } => {
                // In two steps, so that a small least is not lost in a large factor.
                let root = libm::exp(-0.5 * libm::log(uniform(rng)) / tail);
                finite(least * root * root)
            }
            Form::Values(values) => values.get(below(rng, values.len())).copied().unwrap_or_default(),
            Form::Weighted(values, index) => values.get(index.sample(rng)).copied().unwrap_or_default(),
        }
    }
}

/// The standard deviation of the logarithm of a lognormal variable: `√ln(1 + spread²)`.
pub(super) fn log_deviation(spread: f64) -> f64 {
    // Below this the square is lost beside 1, and below 1e-154 altogether.
    if spread < 1e-9 { spread } else { libm::log1p(spread * spread).sqrt() }
}

/// Of a shape below 1, one of a shape greater by 1 is drawn, times `u^(1 / shape)` (Marsaglia and Tsang, as `Cube`).
fn gamma(mean: f64, spread: f64) -> Form {
    // In terms of the square of the spread, which is 1 / shape, so that no narrow one overflows.
    let square = spread * spread;
    if square <= 1.0 {
        let factor = 1.0 - square / 3.0;
        return Form::Gamma { mean, factor, cube: Cube::new(spread / factor.sqrt()), power: None };
    }
    let factor = 1.0 + 2.0 * square / 3.0;
    Form::Gamma { mean, factor, cube: Cube::new(spread / factor.sqrt()), power: Some(square) }
}

/// Of a beta distribution: the share of one gamma variable in the sum of two.
fn pert(least: f64, likely: f64, most: f64) -> Form {
    let width = most - least;
    if width <= 0.0 {
        return Form::Constant(least);
    }
    let alpha = 1.0 + 4.0 * ((likely - least) / width);
    let cubes = [alpha, 6.0 - alpha].map(|shape: f64| {
        let less = shape - 1.0 / 3.0;
        (Cube::new(1.0 / less.sqrt()), less)
    });
    Form::Pert { least, most, cubes }
}

#[expect(clippy::expect_used, reason = "invariant: the weights were checked, and are scaled to at most 1")]
fn weighted(values: &[f64], weights: &[f64]) -> Form {
    // What has no weight is left out, so that no rounding gives it any. The rest is no larger than the largest weight, and
    // no longer than a 32-bit count: all that the table asks for.
    let (kept, scaled) =
        Weighted::new(values, Some(weights)).iter().filter(|(_, weight)| 0.0 < *weight).unzip();
    Form::Weighted(kept, WeightedAliasIndex::new(scaled).expect("weights above 0 and at most 1"))
}

/// Returns a number below `count`, as likely as any other but for a share of `count / 2^64`.
fn below<R: Rng + ?Sized>(rng: &mut R, count: usize) -> usize {
    let product = u128::from(rng.next_u64()) * u128::try_from(count).unwrap_or_default();
    usize::try_from(product >> 64).unwrap_or_default()
}

/// Returns the largest float in place of what is beyond it.
fn finite(value: f64) -> f64 {
    value.min(f64::MAX)
}

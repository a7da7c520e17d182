//! The file form of a distribution.

use serde::{Deserialize, Serialize};

/// A distribution as it is written in a file: the name of its form, and what a user knows of it.
///
/// Nothing here is checked; [`Distribution`](crate::simulate::Distribution) is what comes of it, by `TryFrom`. Every
/// number is in the unit of the field that holds the distribution, and none is below 0.
///
/// ```
/// use bagan::simulate::{Distribution, DistributionSpec};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Requests {
///     amount: Distribution,
/// }
///
/// let requests: Requests = toml::from_str("amount = { lognormal = { mean = 5_000_000, spread = 0.8 } }")?;
/// assert_eq!(requests.amount, Distribution::lognormal(5_000_000.0, 0.8)?);
/// assert_eq!(*requests.amount.spec(), DistributionSpec::Lognormal { mean: 5_000_000.0, spread: 0.8 });
///
/// // A key that is not known is an error, and so is a number that cannot be.
/// assert!(toml::from_str::<Requests>("amount = { exponential = { mean = 2, spread = 1 } }").is_err());
/// let error = toml::from_str::<Requests>("amount = { exponential = { mean = -2 } }").err().ok_or("it is below 0")?;
/// assert!(error.to_string().contains("`exponential.mean` must be 0 or more and finite, and is -2"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub enum DistributionSpec {
    /// Always the same: `{ constant = 3 }`.
    Constant(f64),
    /// Memoryless, as are the times between requests of many people: `{ exponential = { mean = 2 } }`.
    Exponential {
        /// The mean.
        mean: f64,
    },
    /// Anything between two ends, all as likely: `{ uniform = { from = 1, to = 5 } }`.
    Uniform {
        /// The least.
        from: f64,
        /// The most.
        to: f64,
    },
    /// Many small and a few large, as are amounts: `{ lognormal = { mean = 5_000_000, spread = 0.8 } }`.
    Lognormal {
        /// The mean: of the amounts, and not of their logarithms.
        mean: f64,
        /// The coefficient of variation: the standard deviation as a share of the mean.
        spread: f64,
    },
    /// Work that comes in steps, one long tail: `{ gamma = { mean = 4, spread = 0.5 } }`.
    Gamma {
        /// The mean.
        mean: f64,
        /// The coefficient of variation: the standard deviation as a share of the mean.
        spread: f64,
    },
    /// What an expert says: `{ pert = { least = 1, likely = 2, most = 6 } }`.
    Pert {
        /// The least.
        least: f64,
        /// The most likely, from the least to the most.
        likely: f64,
        /// The most.
        most: f64,
    },
    /// A tail so heavy that the largest ones are most of the sum: `{ pareto = { least = 300, tail = 1.5 } }`.
    Pareto {
        /// The least, above 0.
        least: f64,
        /// How fast the tail falls: the chance to exceed `x` is `(least / x)^tail`. The mean is infinite up to 1, the
        /// variance up to 2.
        tail: f64,
    },
    /// What was seen before: `{ empirical = { values = [1, 2, 8], weights = [5, 3, 1] } }`.
    Empirical {
        /// The values, in any order; the same one may come twice.
        values: Vec<f64>,
        /// How often each value comes, in proportion; all as often without.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weights: Option<Vec<f64>>,
    },
}

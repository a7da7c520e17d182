//! What may be stated of a distribution.

use crate::simulate::distribution::{DistributionError, DistributionSpec};

/// The largest coefficient of variation: beyond it, a mean says nothing of what is ever drawn.
const MOST_SPREAD: f64 = 1e6;

/// The most values of an empirical distribution, which the alias method counts in 32 bits.
const MOST_VALUES: u32 = u32::MAX;

impl DistributionSpec {
    /// Checks that what is stated is a distribution.
    pub(super) fn check(&self) -> Result<(), DistributionError> {
        match self {
            Self::Constant(value) => amount("constant", *value),
            Self::Exponential { mean } => amount("exponential.mean", *mean),
            Self::Uniform { from, to } => {
                amount("uniform.from", *from)?;
                amount("uniform.to", *to)?;
                in_order(("uniform.from", *from), ("uniform.to", *to))
            }
            Self::Lognormal { mean, spread } => {
                amount("lognormal.mean", *mean)?;
                share("lognormal.spread", *spread)
            }
            Self::Gamma { mean, spread } => {
                amount("gamma.mean", *mean)?;
                share("gamma.spread", *spread)
            }
            Self::Pert { least, likely, most } => {
                let [least, likely, most] =
                    [("pert.least", *least), ("pert.likely", *likely), ("pert.most", *most)];
                for (field, value) in [least, likely, most] {
                    amount(field, value)?;
                }
                in_order(least, likely)?;
                in_order(likely, most)
            }
            Self::Pareto { least, tail } => {
                positive("pareto.least", *least)?;
                positive("pareto.tail", *tail)
            }
            Self::Empirical { values, weights } => empirical(values, weights.as_deref()),
        }
    }
}

fn empirical(values: &[f64], weights: Option<&[f64]>) -> Result<(), DistributionError> {
    if values.is_empty() {
        return Err(DistributionError::NoValues);
    }
    if u32::try_from(values.len()).is_err() {
        return Err(DistributionError::TooManyValues { count: values.len(), most: MOST_VALUES });
    }
    amounts("empirical.values", values)?;
    let Some(weights) = weights else {
        return Ok(());
    };
    if weights.len() != values.len() {
        return Err(DistributionError::WeightsDoNotMatch { values: values.len(), weights: weights.len() });
    }
    amounts("empirical.weights", weights)?;
    if weights.iter().all(|weight| *weight <= 0.0) {
        return Err(DistributionError::NoWeight);
    }
    Ok(())
}

fn amounts(list: &str, values: &[f64]) -> Result<(), DistributionError> {
    match values.iter().enumerate().find(|(_, value)| !is_amount(**value)) {
        None => Ok(()),
        Some((index, value)) => amount(&format!("{list}[{index}]"), *value),
    }
}

fn is_amount(value: f64) -> bool {
    0.0 <= value && value.is_finite()
}

fn amount(field: &str, value: f64) -> Result<(), DistributionError> {
    within(field, "0 or more and finite", value, is_amount(value))
}

fn share(field: &str, value: f64) -> Result<(), DistributionError> {
    within(field, "from 0 to 1000000", value, (0.0..=MOST_SPREAD).contains(&value))
}

fn positive(field: &str, value: f64) -> Result<(), DistributionError> {
    within(field, "above 0 and finite", value, 0.0 < value && value.is_finite())
}

fn within(field: &str, expected: &'static str, value: f64, is_within: bool) -> Result<(), DistributionError> {
    if is_within {
        return Ok(());
    }
    Err(DistributionError::OutOfRange { field: field.to_owned(), expected, value })
}

fn in_order(lower: (&'static str, f64), upper: (&'static str, f64)) -> Result<(), DistributionError> {
    if lower.1 <= upper.1 {
        return Ok(());
    }
    Err(DistributionError::OutOfOrder { lower: lower.0, upper: upper.0, value: lower.1, limit: upper.1 })
}

//! Means over weighted values, of which none overflows.

/// Values with weights that are at most 1 and not all 0.
pub(super) struct Weighted<'a> {
    values: &'a [f64],
    weights: Option<&'a [f64]>,
    /// The largest weight.
    most: f64,
}

impl<'a> Weighted<'a> {
    pub(super) fn new(values: &'a [f64], weights: Option<&'a [f64]>) -> Self {
        let most = weights.map_or(1.0, largest);
        Self { values, weights, most }
    }

    /// Each value with its weight, as a share of the largest weight.
    pub(super) fn iter(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.values.iter().enumerate().map(|(index, value)| {
            let weight = self.weights.and_then(|weights| weights.get(index)).map_or(1.0, |w| w / self.most);
            (*value, weight)
        })
    }

    /// The mean of a figure of the values.
    pub(super) fn mean_of(&self, figure: impl Fn(f64) -> f64) -> f64 {
        let (sum, total) = self
            .iter()
            .fold((0.0, 0.0), |(sum, total), (value, weight)| (sum + weight * figure(value), total + weight));
        sum / total
    }

    /// The mean and the standard deviation.
    pub(super) fn moments(&self) -> (f64, f64) {
        let mean = self.mean();
        let scale = self.iter().fold(0.0, |most, (value, _)| f64::max(most, (value - mean).abs()));
        if scale <= 0.0 {
            return (mean, 0.0);
        }
        let squares = self.mean_of(|value| (value - mean) / scale * ((value - mean) / scale));
        (mean, squares.sqrt() * scale)
    }

    fn mean(&self) -> f64 {
        let mean = self.mean_of(|value| value);
        if mean.is_finite() {
            return mean;
        }
        // The sum overflows, and the mean does not.
        let scale = largest(self.values);
        self.mean_of(|value| value / scale).min(1.0) * scale
    }
}

/// The largest of numbers that are none of them below 0.
fn largest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

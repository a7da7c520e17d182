//! The mean of what many replications gave, and how far off it may be.

use crate::ratio::float;
use crate::simulate::statistics::spread::Spread;
use crate::simulate::statistics::{Confidence, ConfidenceInterval, StatisticsError};

/// The largest value in size, so that the difference of any two is finite.
const MOST: f64 = f64::MAX / 4.0;

/// A running mean with its variance, standard error and confidence interval, in the unit of the values.
///
/// One value at a time (B. P. Welford, Technometrics 4, 1962), in the same memory for any number of them. What several
/// threads gathered is merged (T. F. Chan, G. H. Golub and others, "Updating formulae and a pairwise algorithm for computing
/// sample variances", 1979), in an order of yours: the same order gives the same bits, another one the same figures up
/// to rounding.
///
/// ```
/// use bagan::simulate::{Confidence, Estimate};
///
/// let mut days = Estimate::new();
/// for value in [3.1, 2.7, 4.4, 3.9, 5.0, 4.1, 2.9, 3.6] {
///     days.add(value)?;
/// }
/// assert_eq!(days.count(), 8);
/// assert!((days.mean().ok_or("there are values")? - 3.7125).abs() < 1e-12);
/// assert!((days.standard_error().ok_or("two at least")? - 0.279_947_380_259).abs() < 1e-12);
/// let interval = days.interval(Confidence::NINETY_FIVE).ok_or("two at least")?;
/// assert!((interval.half_width() - 2.364_624_251_593 * 0.279_947_380_259).abs() < 1e-9);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Estimate {
    count: u64,
    mean: f64,
    spread: Spread,
    least: f64,
    most: f64,
}

impl Estimate {
    /// Starts without values.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the value of one replication.
    ///
    /// # Errors
    /// [`StatisticsError::OutOfRange`] if the value is NaN, infinite, or above 4.4e307 in size; nothing is added then.
    pub fn add(&mut self, value: f64) -> Result<(), StatisticsError> {
        check("a value", value)?;
        self.add_checked(value);
        Ok(())
    }

    /// As [`add`](Self::add), of what was checked.
    pub(super) fn add_checked(&mut self, value: f64) {
        let deviation = value - self.mean;
        (self.least, self.most) =
            if self.count == 0 { (value, value) } else { (self.least.min(value), self.most.max(value)) };
        self.count = self.count.saturating_add(1);
        if self.count == 1 {
            self.mean = value;
            return;
        }
        self.mean += deviation / float(self.count);
        self.spread.fit(deviation);
        self.spread.add(deviation, value - self.mean);
    }

    /// Adds what another one has gathered.
    ///
    /// Merge in a fixed order, such as that of the replications, and never in that in which threads finish.
    pub fn merge(&mut self, other: &Self) {
        if other.count == 0 {
            return;
        }
        if self.count == 0 {
            *self = *other;
            return;
        }
        let (ours, theirs) = (float(self.count), float(other.count));
        let share = theirs / (ours + theirs);
        let deviation = other.mean - self.mean;
        self.spread.merge(&other.spread, deviation, ours * share);
        self.mean += deviation * share;
        self.count = self.count.saturating_add(other.count);
        (self.least, self.most) = (self.least.min(other.least), self.most.max(other.most));
    }

    /// Returns how many values there are.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// Returns the mean: none without values.
    pub fn mean(&self) -> Option<f64> {
        (self.count != 0).then_some(self.mean)
    }

    /// Returns the least value: none without values.
    pub fn least(&self) -> Option<f64> {
        (self.count != 0).then_some(self.least)
    }

    /// Returns the largest value: none without values.
    pub fn most(&self) -> Option<f64> {
        (self.count != 0).then_some(self.most)
    }

    /// Returns the variance, over one less than the count: none below two values, or beyond the largest float.
    pub fn variance(&self) -> Option<f64> {
        let deviation = self.standard_deviation()?;
        Some(deviation * deviation).filter(|variance| variance.is_finite())
    }

    /// Returns the standard deviation, over one less than the count: none below two values.
    pub fn standard_deviation(&self) -> Option<f64> {
        Some(self.spread.root_of_mean(self.freedom()?))
    }

    /// Returns the standard error of the mean: the standard deviation over the root of the count; none below two values.
    pub fn standard_error(&self) -> Option<f64> {
        Some(self.standard_deviation()? / float(self.count).sqrt())
    }

    /// Returns the interval of the mean by Student's t: none below two values.
    ///
    /// It holds the mean as often as it says where values are independent and normal, and about as often where there are
    /// many of them. The relative error of the half-width is below 1e-9.
    pub fn interval(&self, confidence: Confidence) -> Option<ConfidenceInterval> {
        let half_width = match self.standard_error()? {
            error if error <= 0.0 => 0.0,
            error => error * confidence.student(self.freedom()?),
        };
        Some(ConfidenceInterval::about(self.mean, half_width, confidence))
    }

    /// The estimate of the values with the other sign. Zero has none.
    pub(super) fn negated(&self) -> Self {
        Self { mean: 0.0 - self.mean, least: 0.0 - self.most, most: 0.0 - self.least, ..*self }
    }

    /// The estimate of so many zeros.
    pub(in crate::simulate) fn zeros(count: u64) -> Self {
        Self { count, ..Self::default() }
    }

    /// The degrees of freedom, if there are any.
    pub(super) fn freedom(&self) -> Option<f64> {
        self.count.checked_sub(1).filter(|freedom| *freedom != 0).map(float)
    }

    /// The sum of squared deviations.
    pub(super) const fn spread(&self) -> &Spread {
        &self.spread
    }
}

/// Checks that a value can be added.
pub(super) fn check(what: &'static str, value: f64) -> Result<(), StatisticsError> {
    if value.abs() <= MOST {
        return Ok(());
    }
    Err(StatisticsError::OutOfRange { what, expected: "a number of at most 4.4e307 in size", value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> Estimate {
        let mut estimate = Estimate::new();
        for value in values {
            estimate.add(*value).unwrap();
        }
        estimate
    }

    #[test]
    fn what_is_not_defined_is_none() {
        let none = Estimate::new();
        assert_eq!((none.count(), none.mean(), none.least(), none.variance()), (0, None, None, None));
        let one = of(&[5.0]);
        assert_eq!((one.mean(), one.most(), one.standard_error()), (Some(5.0), Some(5.0), None));
        assert_eq!(one.interval(Confidence::NINETY_FIVE), None);
    }

    #[test]
    fn equal_values_have_no_spread() {
        let same = of(&[0.1; 1_000]);
        assert_eq!((same.mean(), same.variance(), same.standard_error()), (Some(0.1), Some(0.0), Some(0.0)));
        let interval = same.interval(Confidence::NINETY_FIVE).unwrap();
        assert_eq!((interval.lower, interval.upper), (0.1, 0.1));
    }

    #[test]
    fn sizes_at_both_ends_neither_overflow_nor_vanish() {
        for size in [1e300, 1e-300, 4e307, 5e-324] {
            let two = of(&[size, -size]);
            // Of two values the deviation is their distance over the root of two.
            let expected = size * 2.0_f64.sqrt();
            let found = two.standard_deviation().unwrap();
            assert!((found / expected - 1.0).abs() < 1e-15 || size < 1e-310, "{size}: {found}");
            assert!(0.0 < found, "{size}");
        }
        assert_eq!(of(&[1e300, -1e300]).variance(), None);
        let mixed = of(&[1e-200, 1e200, 0.0]);
        assert!((mixed.mean().unwrap() / (1e200 / 3.0) - 1.0).abs() < 1e-15);
        for value in [f64::NAN, f64::INFINITY, f64::MIN] {
            let mut estimate = of(&[1.0]);
            assert!(estimate.add(value).is_err());
            assert_eq!(estimate, of(&[1.0]));
        }
    }

    #[test]
    fn a_large_offset_costs_no_digits_of_the_spread() {
        let plain = of(&[4.0, 7.0, 13.0, 16.0]);
        assert_eq!(plain.variance().unwrap().to_bits(), 30.0_f64.to_bits());
        let offset = of(&[1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0]);
        assert!((offset.variance().unwrap() - 30.0).abs() < 1e-12);
    }

    #[test]
    fn the_same_order_of_merging_gives_the_same_bits_and_any_other_the_same_figures() {
        let values: Vec<f64> = (0..1_000_u32).map(|n| f64::from(n * n % 997) * 1e5 + 0.1).collect();
        let whole = of(&values);
        let parts: Vec<Estimate> = values.chunks(77).map(of).collect();
        let merged = |order: &mut dyn Iterator<Item = &Estimate>| {
            let mut sum = Estimate::new();
            order.for_each(|part| sum.merge(part));
            sum
        };
        let forward = merged(&mut parts.iter());
        assert_eq!(forward, merged(&mut parts.iter()));
        for estimate in [forward, merged(&mut parts.iter().rev())] {
            assert_eq!(estimate.count(), whole.count());
            assert_eq!((estimate.least(), estimate.most()), (whole.least(), whole.most()));
            assert!((estimate.mean().unwrap() / whole.mean().unwrap() - 1.0).abs() < 1e-14);
            let ratio = estimate.standard_deviation().unwrap() / whole.standard_deviation().unwrap();
            assert!((ratio - 1.0).abs() < 1e-13);
        }
    }

    #[test]
    fn merging_takes_any_sizes() {
        let mut small = of(&[1e-300, 2e-300]);
        small.merge(&of(&[1e300, -1e300]));
        let expected = 1e300 * (2.0_f64 / 3.0).sqrt();
        assert!((small.standard_deviation().unwrap() / expected - 1.0).abs() < 1e-14);
        let mut alone = Estimate::new();
        alone.merge(&of(&[3.0]));
        alone.merge(&Estimate::new());
        assert_eq!(alone, of(&[3.0]));
        alone.merge(&of(&[5.0]));
        assert_eq!(alone.variance(), of(&[3.0, 5.0]).variance());
    }
}

//! Two designs, replication by replication.

use crate::ratio::float;
use crate::simulate::statistics::estimate::{Estimate, check};
use crate::simulate::statistics::{Confidence, ConfidenceInterval, StatisticsError};
use crate::special;

/// A paired comparison: the same replications of two designs, on common random numbers.
///
/// Luck that both designs share cancels in the difference of a pair, so that far fewer replications tell them apart
/// (A. M. Law, Simulation Modeling and Analysis, chapters 10 and 11). Takes the same memory for any number of pairs.
///
/// ```
/// use bagan::simulate::{Comparison, Confidence};
///
/// let today = [3.1, 2.7, 4.4, 3.9, 5.0, 4.1, 2.9, 3.6];
/// let proposed = [2.8, 2.6, 4.0, 3.1, 4.6, 4.2, 2.5, 3.0];
/// let mut days = Comparison::new();
/// for (today, proposed) in today.into_iter().zip(proposed) {
///     days.add(today, proposed)?;
/// }
/// // The proposed design waits a third of a day less, and that is no accident.
/// let interval = days.interval(Confidence::NINETY_FIVE).ok_or("two pairs at least")?;
/// assert!(0.13 < interval.lower && interval.upper < 0.6);
/// assert!(days.p_value().ok_or("the pairs differ")? < 0.01);
/// // Without pairing it would have taken 16 times as many replications.
/// assert!((days.variance_reduction().ok_or("the pairs differ")? - 16.46).abs() < 0.01);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Comparison {
    first: Estimate,
    second: Estimate,
    difference: Estimate,
    /// The sum of products of deviations, each in the unit of its design's spread.
    products: f64,
}

impl Comparison {
    /// Starts without pairs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what one replication gave for the first and for the second design.
    ///
    /// # Errors
    /// [`StatisticsError::OutOfRange`] if a value or their difference is NaN, infinite, or above 4.4e307 in size; nothing is
    /// added then.
    pub fn add(&mut self, first: f64, second: f64) -> Result<(), StatisticsError> {
        check("a value", first)?;
        check("a value", second)?;
        check("a difference", first - second)?;
        let units = self.units();
        let before = float(self.count());
        let from_mean = [(first, &self.first), (second, &self.second)]
            .map(|(value, estimate)| value - estimate.mean().unwrap_or(value));
        self.first.add_checked(first);
        self.second.add_checked(second);
        self.difference.add_checked(first - second);
        self.shrink(units);
        // Of both from the means before: so that the mirror has the same bits.
        self.products += self.in_units(from_mean[0], from_mean[1]) * (before / (before + 1.0));
        Ok(())
    }

    /// Adds what another one has gathered, in an order of yours, as [`Estimate::merge`].
    pub fn merge(&mut self, other: &Self) {
        let units = self.units();
        let between = |ours: &Estimate, theirs: &Estimate| {
            theirs.mean().zip(ours.mean()).map_or(0.0, |(theirs, ours)| theirs - ours)
        };
        let deviations = [between(&self.first, &other.first), between(&self.second, &other.second)];
        let [ours, theirs] = [self.first.count(), other.first.count()].map(float);
        self.first.merge(&other.first);
        self.second.merge(&other.second);
        self.difference.merge(&other.difference);
        self.shrink(units);
        let [one, two] = other.units();
        let inside = other.products * self.in_units(one, two);
        if 0.0 < ours && 0.0 < theirs {
            let times = ours * (theirs / (ours + theirs));
            self.products += times * self.in_units(deviations[0], deviations[1]);
        }
        self.products += inside;
    }

    /// Returns the comparison of the second design with the first: what it would be to the bit, had the pairs been added
    /// the other way round.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        Self {
            first: self.second,
            second: self.first,
            difference: self.difference.negated(),
            products: self.products,
        }
    }

    /// Returns the comparison of a design with itself.
    pub(in crate::simulate) fn with_itself(of: &Estimate) -> Self {
        let products = of.spread().squares();
        Self { first: *of, second: *of, difference: Estimate::zeros(of.count()), products }
    }

    /// Returns how many pairs there are.
    pub const fn count(&self) -> u64 {
        self.difference.count()
    }

    /// Returns the estimate of the first design.
    pub const fn first(&self) -> &Estimate {
        &self.first
    }

    /// Returns the estimate of the second design.
    pub const fn second(&self) -> &Estimate {
        &self.second
    }

    /// Returns the estimate of the first less the second; its standard error is the paired one.
    pub const fn difference(&self) -> &Estimate {
        &self.difference
    }

    /// Returns the interval of the mean difference, the first less the second: none below two pairs.
    ///
    /// If it does not hold 0, the designs differ, at that confidence.
    pub fn interval(&self, confidence: Confidence) -> Option<ConfidenceInterval> {
        self.difference.interval(confidence)
    }

    /// Returns what the standard error of the difference would be had the designs been simulated on numbers of their own:
    /// none below two pairs.
    pub fn standard_error_independent(&self) -> Option<f64> {
        Some(libm::hypot(self.first.standard_error()?, self.second.standard_error()?))
    }

    /// Returns the correlation of the pairs (Pearson's), from -1 to 1: none below two pairs, or where a design gives one
    /// value alone.
    pub fn correlation(&self) -> Option<f64> {
        let squares = self.first.spread().squares().sqrt() * self.second.spread().squares().sqrt();
        (0.0 < squares).then(|| (self.products / squares).clamp(-1.0, 1.0))
    }

    /// Returns Student's t: the mean difference in standard errors. None below two pairs, or where all differences are
    /// equal.
    pub fn t(&self) -> Option<f64> {
        let error = self.difference.standard_error().filter(|error| 0.0 < *error)?;
        self.difference.mean().map(|mean| mean / error)
    }

    /// Returns how likely a mean difference at least so far from 0 is an accident, did the designs not differ: two-sided,
    /// by Student's t. None where [`t`](Self::t) is.
    ///
    /// It is not the probability that the designs are equal.
    pub fn p_value(&self) -> Option<f64> {
        Some(special::two_sided(self.t()?, self.difference.freedom()?))
    }

    /// Returns how many times as many replications it would take without common random numbers: the variance of independent
    /// differences over that of the pairs'. None where [`t`](Self::t) is.
    pub fn variance_reduction(&self) -> Option<f64> {
        let paired = self.difference.standard_error().filter(|error| 0.0 < *error)?;
        let ratio = self.standard_error_independent()? / paired;
        Some(ratio * ratio)
    }

    /// The units of the two designs' spreads.
    fn units(&self) -> [f64; 2] {
        [self.first.spread().scale(), self.second.spread().scale()]
    }

    /// Counts the products in the units of now, which were those once.
    fn shrink(&mut self, [first, second]: [f64; 2]) {
        self.products *= self.in_units(first, second);
    }

    /// The product of two deviations, in the units of now; 0 where a design gives one value alone.
    fn in_units(&self, one: f64, two: f64) -> f64 {
        let [first, second] = self.units();
        if first <= 0.0 || second <= 0.0 { 0.0 } else { (one / first) * (two / second) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(f64, f64)]) -> Comparison {
        let mut comparison = Comparison::new();
        for (first, second) in pairs {
            comparison.add(*first, *second).unwrap();
        }
        comparison
    }

    #[test]
    fn what_is_not_defined_is_none() {
        for pairs in [&[][..], &[(1.0, 2.0)], &[(1.0, 2.0), (1.0, 2.0)]] {
            let comparison = of(pairs);
            assert_eq!((comparison.t(), comparison.p_value(), comparison.correlation()), (None, None, None));
            assert_eq!(comparison.variance_reduction(), None);
        }
        // One design that never varies has no correlation, and a difference all the same.
        let one_sided = of(&[(1.0, 2.0), (1.0, 4.0)]);
        assert_eq!(one_sided.correlation(), None);
        assert_eq!(one_sided.t(), Some(-2.0));
    }

    #[test]
    fn pairs_on_a_line_are_correlated_wholly_at_any_size() {
        for (one, two) in [(1.0, 1.0), (1e300, 1e-300), (1e-200, 3e100)] {
            let line = of(&[(one, two), (2.0 * one, 2.0 * two), (5.0 * one, 5.0 * two)]);
            assert!((line.correlation().unwrap() - 1.0).abs() < 1e-14, "{one} {two}");
            let falling = of(&[(one, -two), (2.0 * one, -2.0 * two), (5.0 * one, -5.0 * two)]);
            assert!((falling.correlation().unwrap() + 1.0).abs() < 1e-14, "{one} {two}");
        }
    }

    #[test]
    fn merged_parts_are_the_whole() {
        let pairs: Vec<(f64, f64)> =
            (0..500_u32).map(|n| (f64::from(n * 37 % 101), f64::from(n * n % 89) * 1e6)).collect();
        let whole = of(&pairs);
        for size in [1, 2, 33, 499] {
            let mut merged = Comparison::new();
            for part in pairs.chunks(size) {
                merged.merge(&of(part));
            }
            merged.merge(&Comparison::new());
            for figure in [Comparison::correlation, Comparison::t, Comparison::p_value] {
                let (found, expected) = (figure(&merged).unwrap(), figure(&whole).unwrap());
                assert!(
                    (found - expected).abs() <= 1e-11 * expected.abs(),
                    "{size}: {found} is not {expected}"
                );
            }
        }
    }

    #[test]
    fn the_mirror_has_the_bits_of_pairs_added_the_other_way_round() {
        let pairs: Vec<(f64, f64)> = (0..300_u32)
            .map(|n| (f64::from(n * 37 % 101) * 0.1, f64::from(n * n % 89) * 1e6 - 0.3))
            .chain([(1.0, 1.0), (0.0, 0.0), (-1e-200, 1e200)])
            .collect();
        let turned: Vec<(f64, f64)> = pairs.iter().map(|&(one, two)| (two, one)).collect();
        let (mut one, mut other) = (Comparison::new(), Comparison::new());
        for (part, turned) in pairs.chunks(16).zip(turned.chunks(16)) {
            one.merge(&of(part));
            other.merge(&of(turned));
        }
        assert_eq!(one.mirrored(), other);
        assert_eq!(one.mirrored().mirrored(), one);
        let bits = |comparison: &Comparison| comparison.difference().mean().unwrap().to_bits();
        assert_eq!(bits(&one.mirrored()), bits(&other));
        let same = of(&[(3.0, 3.0), (5.0, 5.0)]);
        assert_eq!(Comparison::with_itself(same.first()).difference(), same.difference());
        let whole = Comparison::with_itself(same.first()).correlation().unwrap();
        assert!((whole - 1.0).abs() < 1e-15);
    }

    #[test]
    fn a_pair_that_cannot_be_added_changes_nothing() {
        let mut comparison = of(&[(1.0, 2.0)]);
        assert!(comparison.add(4e307, -4e307).is_err());
        assert!(comparison.add(0.0, f64::NAN).is_err());
        assert_eq!(comparison, of(&[(1.0, 2.0)]));
    }
}

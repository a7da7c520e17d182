//! Which values bound a quantile.

use crate::ratio::length;
use crate::simulate::statistics::Confidence;
use crate::special::beta;

/// An interval of a quantile, from one of the values to another.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct QuantileInterval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
    /// How often such an interval holds the quantile: the confidence asked for, or more, for ranks are whole. Of a
    /// distribution with atoms it is more still.
    pub coverage: f64,
}

/// Returns the interval of the quantile of `p` of values in order, if there are enough of them.
pub(super) fn interval(sorted: &[f64], p: f64, confidence: Confidence) -> Option<QuantileInterval> {
    let (n, beyond) = (sorted.len(), confidence.beyond());
    if p <= 0.0 || 1.0 <= p {
        return None;
    }
    // How many ranks from below have the quantile below them seldom enough, and how many from above.
    let from_below = first(n, |rank| beyond < fewer(n, p, rank));
    let from_above = first(n, |rank| beyond < fewer(n, 1.0 - p, rank));
    if from_below == 0 || from_above == 0 {
        return None;
    }
    let (lower, upper) = (sorted.get(from_below - 1)?, sorted.get(n - from_above)?);
    let coverage = 1.0 - fewer(n, p, from_below) - fewer(n, 1.0 - p, from_above);
    Some(QuantileInterval { lower: *lower, upper: *upper, coverage })
}

/// The probability that fewer than `rank` of `n` values lie on the side of the quantile that has the probability `p`, for
/// `rank` from 1 to `n`.
fn fewer(n: usize, p: f64, rank: usize) -> f64 {
    let rank = length(rank);
    beta(length(n) - rank + 1.0, rank, 1.0 - p, p)
}

/// Returns how many ranks from 1 to `n` come before those of which a condition holds.
fn first(n: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle + 1) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Conover's and David's tables: of 10 values the 2nd and the 9th bound the median at 95 %, of 5 none do.
    #[test]
    fn the_printed_ranks_of_the_median_hold() {
        let values: Vec<f64> = (1..=10).map(f64::from).collect();
        let found = interval(&values, 0.5, Confidence::NINETY_FIVE).unwrap();
        assert_eq!((found.lower, found.upper), (2.0, 9.0));
        assert!((found.coverage - 1002.0 / 1024.0).abs() < 1e-13);
        assert_eq!(interval(&values[..5], 0.5, Confidence::NINETY_FIVE), None);
        let six = interval(&values[..6], 0.5, Confidence::NINETY_FIVE).unwrap();
        assert_eq!((six.lower, six.upper), (1.0, 6.0));
        // 0.95^n is below 0.025 from 72 values on.
        let many: Vec<f64> = (1..=72).map(f64::from).collect();
        assert_eq!(interval(&many[..71], 0.95, Confidence::NINETY_FIVE), None);
        assert_eq!(
            interval(&many, 0.95, Confidence::NINETY_FIVE).unwrap().upper.to_bits(),
            72.0_f64.to_bits()
        );
    }

    #[test]
    fn no_narrower_ranks_would_do() {
        let values: Vec<f64> = (1..=200).map(f64::from).collect();
        for p in [0.05, 0.3, 0.5, 0.9] {
            for level in [0.5, 0.9, 0.99] {
                let confidence = Confidence::new(level).unwrap();
                let found = interval(&values, p, confidence).unwrap();
                assert!(level <= found.coverage, "{p} {level}");
                // Binomial probabilities by their recurrence.
                let mut pmf = vec![f64::powi(1.0 - p, 200)];
                for k in 1..=200_u32 {
                    pmf.push(pmf[k as usize - 1] * f64::from(201 - k) / f64::from(k) * p / (1.0 - p));
                }
                let mass = |from: f64, until: f64| -> f64 {
                    let inside = |k: &usize| from <= length(*k) && length(*k) < until;
                    (0..=200).filter(inside).map(|k| pmf[k]).sum()
                };
                assert!((mass(found.lower, found.upper) - found.coverage).abs() < 1e-11, "{p} {level}");
                assert!(confidence.beyond() < mass(0.0, found.lower + 1.0), "{p} {level}");
                assert!(confidence.beyond() < mass(found.upper - 1.0, 201.0), "{p} {level}");
            }
        }
    }
}

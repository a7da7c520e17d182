//! Distributions of loss, and their tails.

use crate::money::Money;
use crate::risk::error::{RiskError, probability};
use crate::risk::steps::Steps;
use crate::risk::tail::Tail;

/// The most losses that a distribution may tell apart.
const MOST: usize = 1 << 20;

/// What may be lost, and how likely: amounts, each with its probability.
///
/// ```
/// use bagan::{Money, risk::LossDistribution};
///
/// let amounts = [(0, 0.5), (10, 0.2), (20, 0.15), (50, 0.1), (100, 0.05)];
/// let loss = LossDistribution::new(amounts.map(|(loss, p)| (Money::from_minor(loss), p)))?;
/// assert_eq!(loss.value_at_risk(0.8)?, Money::from_minor(20));
/// // Of the worst 20%, a fourth are losses of 20 (not all of those are among the worst), half 50, a fourth 100.
/// assert!((loss.conditional_value_at_risk(0.8)? - 55.0).abs() < 1e-12);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LossDistribution {
    /// From the smallest loss on, each once.
    atoms: Vec<(i64, f64)>,
}

impl LossDistribution {
    /// Makes a distribution of losses and their probabilities; equal losses are one.
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] if one is no probability, or they do not add up to 1 within 1e-9.
    pub fn new(losses: impl IntoIterator<Item = (Money, f64)>) -> Result<Self, RiskError> {
        let mut atoms = Vec::new();
        for (loss, p) in losses {
            atoms.push((loss.minor(), probability(p)?));
        }
        let sum: f64 = atoms.iter().map(|&(_, p)| p).sum();
        if 1e-9 < (sum - 1.0).abs() {
            let what = "the sum of the probabilities of a distribution";
            return Err(RiskError::OutOfRange { what, expected: "1", value: sum });
        }
        merge(&mut atoms);
        Ok(Self { atoms })
    }

    /// Makes the distribution of the sum of losses that each come, or not, independently of each other.
    ///
    /// By convolution: exact up to rounding.
    ///
    /// ```
    /// use bagan::{Money, risk::LossDistribution};
    ///
    /// let loss = LossDistribution::of_independent([(0.5, Money::from_minor(3)), (0.5, Money::from_minor(4))])?;
    /// let losses: Vec<(i64, f64)> = loss.iter().map(|(loss, p)| (loss.minor(), p)).collect();
    /// assert_eq!(losses, [(0, 0.25), (3, 0.25), (4, 0.25), (7, 0.25)]);
    /// # Ok::<(), bagan::risk::RiskError>(())
    /// ```
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] if one is no probability; [`RiskError::TooLarge`] if they add up to more than 2^20
    /// different sums, or take more than 2^28 steps, as about 16,000 equal losses do; [`RiskError::LossOverflow`].
    pub fn of_independent(losses: impl IntoIterator<Item = (f64, Money)>) -> Result<Self, RiskError> {
        let (mut atoms, mut steps) = (vec![(0, 1.0)], Steps::default());
        for (p, loss) in losses {
            let p = probability(p)?;
            atoms = convolve(&atoms, &[(0, 1.0 - p), (loss.minor(), p)], &mut steps)?;
        }
        Ok(Self { atoms })
    }

    /// Makes a distribution of atoms that are sorted, each once, and add up to 1.
    pub(super) fn from_sorted(atoms: Vec<(i64, f64)>) -> Self {
        Self { atoms }
    }

    /// Returns the distribution of this loss and an independent one together.
    ///
    /// # Errors
    /// As [`of_independent`](Self::of_independent).
    pub fn plus_independent(&self, other: &Self) -> Result<Self, RiskError> {
        convolve(&self.atoms, &other.atoms, &mut Steps::default()).map(|atoms| Self { atoms })
    }

    /// Returns the losses and their probabilities, from the smallest loss on.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Money, f64)> + Clone + '_ {
        self.atoms.iter().map(|&(loss, p)| (Money::from_minor(loss), p))
    }

    /// Returns the expected loss, in minor units.
    #[must_use]
    pub fn expected(&self) -> f64 {
        self.atoms.iter().map(|&(loss, p)| float(loss) * p).sum()
    }

    /// Returns the value at risk: the least loss that is exceeded with at most the probability `1 - level`.
    ///
    /// `min { x : F(x) >= level }`, where `F` may fall short by [`LEVEL_TOLERANCE`](crate::risk::LEVEL_TOLERANCE).
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] unless the level is above 0 and below 1.
    pub fn value_at_risk(&self, level: f64) -> Result<Money, RiskError> {
        Ok(Money::from_minor(Tail::of(self.possible(), 1.0, level, float)?.begins))
    }

    /// Returns the conditional value at risk, in minor units: the mean of the worst `1 - level` of cases.
    ///
    /// `((F(v) - level) v + Σ p x over x above v) / (1 - level)` at the value at risk `v` (Rockafellar and Uryasev,
    /// "Conditional value-at-risk for general loss distributions", Journal of Banking and Finance 26, 2002; the paper
    /// was not opened). Of an amount that stands astride the level, only the part beyond counts: this is not the mean
    /// of the losses from `v` on, nor of those above it.
    ///
    /// # Errors
    /// As [`value_at_risk`](Self::value_at_risk).
    pub fn conditional_value_at_risk(&self, level: f64) -> Result<f64, RiskError> {
        Ok(Tail::of(self.possible(), 1.0, level, float)?.mean)
    }

    /// The losses that are not impossible.
    fn possible(&self) -> impl DoubleEndedIterator<Item = (i64, f64)> + Clone + '_ {
        self.atoms.iter().copied().filter(|&(_, p)| 0.0 < p)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a statistic of money: 2^53 minor units are exact, more are rounded"
)]
pub(super) fn float(loss: i64) -> f64 {
    loss as f64
}

/// Returns the distribution of the sum of two independent losses.
pub(super) fn convolve(
    one: &[(i64, f64)],
    other: &[(i64, f64)],
    steps: &mut Steps,
) -> Result<Vec<(i64, f64)>, RiskError> {
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if few.len().checked_mul(many.len()).is_none_or(|pairs| MOST * 2 < pairs) {
        return Err(RiskError::TooLarge { what: "different sums of losses", most: MOST });
    }
    steps.take(few.len() * many.len())?;
    let mut atoms = Vec::with_capacity(few.len() * many.len());
    for &(shift, weight) in few {
        for &(loss, p) in many {
            atoms.push((loss.checked_add(shift).ok_or(RiskError::LossOverflow)?, p * weight));
        }
    }
    merge(&mut atoms);
    if MOST < atoms.len() {
        return Err(RiskError::TooLarge { what: "different sums of losses", most: MOST });
    }
    Ok(atoms)
}

/// Sorts losses and makes equal ones one; the sort is stable and quick on a few runs, and keeps the order of sums.
fn merge(atoms: &mut Vec<(i64, f64)>) {
    atoms.sort_by_key(|&(loss, _)| loss);
    atoms.dedup_by(|next, kept| {
        let equal = next.0 == kept.0;
        if equal {
            kept.1 += next.1;
        }
        equal
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(atoms: &[(i64, f64)]) -> LossDistribution {
        LossDistribution::new(atoms.iter().map(|&(loss, p)| (Money::from_minor(loss), p))).unwrap()
    }

    /// Rockafellar and Uryasev's other form: the least of `z + E(loss - z)+ / (1 - level)`, which an amount attains.
    fn least_form(loss: &LossDistribution, level: f64) -> f64 {
        let beyond = |z: f64| {
            z + loss.atoms.iter().map(|&(x, p)| p * (float(x) - z).max(0.0)).sum::<f64>() / (1.0 - level)
        };
        loss.atoms.iter().map(|&(z, _)| beyond(float(z))).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn both_forms_of_the_tail_agree_at_every_level() {
        let losses = [
            of(&[(0, 0.5), (10, 0.2), (20, 0.15), (50, 0.1), (100, 0.05)]),
            of(&[(-5, 0.2), (0, 0.5), (3, 0.3)]),
            of(&[(7, 1.0)]),
            LossDistribution::of_independent(
                (1..=8).map(|n| (0.05 * f64::from(n), Money::from_minor(i64::from(n)))),
            )
            .unwrap(),
        ];
        for loss in losses {
            for level in (1..1000).map(|thousandth| f64::from(thousandth) / 1000.0) {
                let found = loss.conditional_value_at_risk(level).unwrap();
                assert!((found - least_form(&loss, level)).abs() < 1e-9, "{level}: {found}");
                let at = float(loss.value_at_risk(level).unwrap().minor());
                assert!(at <= found + 1e-9, "the tail is no better than where it begins");
            }
        }
    }

    #[test]
    fn a_level_that_a_sum_of_floats_just_misses_is_reached() {
        // 0.1 added ten times is a hair below 1, and 0.7 + 0.1 + 0.1 a hair below 0.9.
        let loss = of(&[(1, 0.7), (2, 0.1), (3, 0.1), (4, 0.1)]);
        assert_eq!(loss.value_at_risk(0.9).unwrap().minor(), 3);
        assert_eq!(loss.value_at_risk(0.9 + 1e-11).unwrap().minor(), 4);
        let tenths = of(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(|loss| (loss, 0.1)));
        assert_eq!(tenths.value_at_risk(1.0 - 1e-15).unwrap().minor(), 10);
    }

    #[test]
    fn a_level_within_the_tolerance_of_the_end_does_not_lose_more_than_all() {
        let loss = of(&[(0, 1.0 - 1e-13), (1_000_000, 1e-13)]);
        for level in [1.0 - 1e-12, 1.0 - 1e-13, 1.0 - 1e-14, 1.0 - 1e-15, 1.0 - f64::EPSILON / 2.0] {
            let found = loss.conditional_value_at_risk(level).unwrap();
            assert!((0.0..=1e6).contains(&found), "{level}: {found}");
        }
        let halves = of(&[(0, 0.5), (1, 0.5)]);
        assert!(halves.conditional_value_at_risk(0.5 + 1e-13).unwrap() <= 1.0);
        let certain = of(&[(-7, 1.0)]);
        assert_eq!(certain.conditional_value_at_risk(1.0 - f64::EPSILON / 2.0), Ok(-7.0));
    }

    #[test]
    fn what_is_impossible_is_nobodys_value_at_risk() {
        let loss = of(&[(1, 0.0), (5, 1.0 - 1e-10), (9, 0.0)]);
        for level in [1e-300, 1e-13, 0.5, 1.0 - 1e-11] {
            assert_eq!(loss.value_at_risk(level).map(Money::minor), Ok(5), "{level}");
            assert!((loss.conditional_value_at_risk(level).unwrap() - 5.0).abs() < 1e-9, "{level}");
        }
    }

    #[test]
    fn a_sum_of_losses_is_what_their_combinations_add_up_to() {
        let losses = [(0.1, 5), (0.25, 5), (0.5, 3), (0.9, 8), (1.0, 1), (0.0, 100)];
        let found =
            LossDistribution::of_independent(losses.map(|(p, loss)| (p, Money::from_minor(loss)))).unwrap();
        for (loss, p) in found.iter() {
            let mut expected = 0.0;
            for combination in 0..1 << losses.len() {
                let comes = |place: usize| combination >> place & 1 == 1;
                let sum: i64 =
                    losses.iter().enumerate().filter(|(i, _)| comes(*i)).map(|(_, one)| one.1).sum();
                let chances =
                    losses.iter().enumerate().map(|(i, one)| if comes(i) { one.0 } else { 1.0 - one.0 });
                expected += if sum == loss.minor() { chances.product() } else { 0.0 };
            }
            assert!((p - expected).abs() < 1e-15, "{loss:?}");
        }
        assert!((found.expected() - (0.5 + 1.25 + 1.5 + 7.2 + 1.0)).abs() < 1e-14);
        assert!(found.iter().map(|(loss, _)| loss).is_sorted());
    }

    #[test]
    fn equal_losses_are_one_however_many() {
        let many = vec![(0.01, Money::from_minor(250)); 1_000];
        let loss = LossDistribution::of_independent(many).unwrap();
        let counts = crate::risk::poisson_binomial(&vec![0.01; 1_000]).unwrap();
        assert_eq!(loss.iter().len(), 1_001);
        assert!(loss.iter().zip(counts).all(|((_, p), count)| (p - count).abs() < 1e-14));
    }

    #[test]
    fn independent_losses_add_up_in_either_order() {
        let (one, other) = (of(&[(0, 0.5), (4, 0.5)]), of(&[(0, 0.9), (4, 0.05), (9, 0.05)]));
        let sum = one.plus_independent(&other).unwrap();
        assert_eq!(sum, other.plus_independent(&one).unwrap());
        assert!((sum.expected() - one.expected() - other.expected()).abs() < 1e-15);
    }

    #[test]
    fn what_is_no_distribution_or_no_level_is_refused() {
        let money = Money::from_minor;
        let error = LossDistribution::new([(money(1), 0.5), (money(2), 0.4)]).unwrap_err();
        assert_eq!(error.to_string(), "the sum of the probabilities of a distribution must be 1, and is 0.9");
        assert!(LossDistribution::new([(money(1), 1.5), (money(2), -0.5)]).is_err());
        assert!(LossDistribution::new([]).is_err());
        for level in [0.0, 1.0, -1.0, f64::NAN] {
            assert!(of(&[(1, 1.0)]).value_at_risk(level).is_err(), "{level}");
            assert!(of(&[(1, 1.0)]).conditional_value_at_risk(level).is_err(), "{level}");
        }
    }

    #[test]
    fn too_many_sums_and_too_much_money_are_errors() {
        let doubling = (0..21).map(|n| (0.5, Money::from_minor(1 << n)));
        assert!(matches!(LossDistribution::of_independent(doubling), Err(RiskError::TooLarge { .. })));
        let all = [(0.5, Money::MAX), (0.5, Money::from_minor(1))];
        assert_eq!(LossDistribution::of_independent(all), Err(RiskError::LossOverflow));
    }
}

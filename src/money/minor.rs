//! Amounts of money, in minor units.

/// An exact amount of money in minor units (cents, sen), without its currency.
///
/// The currency is known where the amount stands, once for the whole organisation, and writes the amount:
/// see [`Currency::display`](crate::Currency::display). Arithmetic is checked, never rounded.
///
/// ```
/// use bagan::{Currency, Money};
///
/// let euro = Currency::from_code("EUR")?;
/// let price = euro.parse("12.50")?;
/// assert_eq!(price, Money::from_minor(1250));
/// assert_eq!(price.checked_add(price), Some(euro.major(25)?));
/// assert_eq!(Money::MAX.checked_add(price), None);
/// # Ok::<(), bagan::MoneyError>(())
/// ```
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest amount: `i64::MAX` minor units.
    pub const MAX: Self = Self(i64::MAX);

    /// Makes an amount of that many minor units.
    #[must_use]
    pub const fn from_minor(units: i64) -> Self {
        Self(units)
    }

    /// Returns the number of minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Adds amounts that are not negative, and stops at [`Money::MAX`].
    ///
    /// For amounts of one org, whose sums fit (an invariant of the org), and for worst cases.
    pub(crate) const fn add_capped(self, other: Self) -> Self {
        match self.checked_add(other) {
            Some(sum) => sum,
            None => Self::MAX,
        }
    }

    /// Adds, or gives `None` where the sum does not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(units) => Some(Self(units)),
            None => None,
        }
    }

    /// Subtracts, or gives `None` where the difference does not fit.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(units) => Some(Self(units)),
            None => None,
        }
    }

    /// Multiplies by a whole number, or gives `None` where the product does not fit.
    #[must_use]
    pub const fn checked_mul(self, times: i64) -> Option<Self> {
        match self.0.checked_mul(times) {
            Some(units) => Some(Self(units)),
            None => None,
        }
    }

    /// Returns whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Returns whether the amount is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Splits the amount in proportion to `weights`, so that the parts add up to it exactly.
    ///
    /// Each part gets its share rounded towards zero; the minor units that are left go one each to the parts
    /// with the largest remainders (Hamilton's method), on equal remainders to the earlier part. A part of
    /// weight zero gets nothing. Returns `None` where there is no weight above zero. Sorts the parts once.
    ///
    /// ```
    /// use bagan::Money;
    ///
    /// let minor = |parts: Vec<Money>| parts.into_iter().map(Money::minor).collect::<Vec<_>>();
    /// assert_eq!(Money::from_minor(100).split(&[1, 1, 1]).map(minor), Some(vec![34, 33, 33]));
    /// assert_eq!(Money::from_minor(-100).split(&[2, 0, 1]).map(minor), Some(vec![-67, 0, -33]));
    /// assert_eq!(Money::from_minor(100).split(&[]), None);
    /// ```
    #[must_use]
    pub fn split(self, weights: &[u64]) -> Option<Vec<Self>> {
        let total: u128 = weights.iter().copied().map(u128::from).sum();
        if total == 0 {
            return None;
        }
        let whole = u128::from(self.0.unsigned_abs());
        let mut shares: Vec<Share> = weights
            .iter()
            .enumerate()
            .map(|(index, weight)| {
                let product = whole * u128::from(*weight);
                Share { index, units: product / total, remainder: product % total }
            })
            .collect();

        let mut left = whole.saturating_sub(shares.iter().map(|share| share.units).sum());
        shares.sort_by_key(|share| (std::cmp::Reverse(share.remainder), share.index));
        for share in &mut shares {
            if left == 0 {
                break;
            }
            share.units += 1;
            left -= 1;
        }
        shares.sort_by_key(|share| share.index);
        shares.into_iter().map(|share| self.with_size(share.units)).collect()
    }

    /// Makes an amount of that many minor units with the sign of this one.
    fn with_size(self, units: u128) -> Option<Self> {
        let units = i128::try_from(units).ok()?;
        i64::try_from(if self.is_negative() { -units } else { units }).ok().map(Self)
    }
}

/// One part of a split, while it is being made.
struct Share {
    index: usize,
    units: u128,
    remainder: u128,
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIN: Money = Money(i64::MIN);

    fn split(units: i64, weights: &[u64]) -> Option<Vec<i64>> {
        let parts = Money(units).split(weights)?;
        Some(parts.into_iter().map(Money::minor).collect())
    }

    #[test]
    fn arithmetic_stops_at_the_edges() {
        assert_eq!(Money::MAX.checked_add(Money(1)), None);
        assert_eq!(Money::MAX.checked_add(Money::ZERO), Some(Money::MAX));
        assert_eq!(MIN.checked_sub(Money(1)), None);
        assert_eq!(Money::ZERO.checked_sub(MIN), None);
        assert_eq!(MIN.checked_mul(-1), None);
        assert_eq!(Money::MAX.checked_mul(-1), Some(Money(-i64::MAX)));
        assert_eq!(Money(-3).checked_mul(0), Some(Money::ZERO));
    }

    #[test]
    fn zero_is_neither_negative_nor_more_than_the_default() {
        assert!(Money::ZERO.is_zero() && !Money::ZERO.is_negative());
        assert!(MIN.is_negative() && !MIN.is_zero());
        assert!(!Money(1).is_negative());
        assert_eq!(Money::default(), Money::ZERO);
    }

    #[test]
    fn a_split_without_weight_is_none() {
        assert_eq!(split(100, &[]), None);
        assert_eq!(split(100, &[0, 0]), None);
    }

    #[test]
    fn ties_go_to_the_earlier_part() {
        assert_eq!(split(1, &[1, 1, 1]), Some(vec![1, 0, 0]));
        assert_eq!(split(2, &[1, 1, 1]), Some(vec![1, 1, 0]));
        assert_eq!(split(-1, &[1, 1]), Some(vec![-1, 0]));
    }

    #[test]
    fn the_largest_remainder_comes_first() {
        assert_eq!(split(10, &[1, 2, 4]), Some(vec![1, 3, 6]));
        assert_eq!(split(-10, &[1, 2, 4]), Some(vec![-1, -3, -6]));
    }

    #[test]
    fn nothing_splits_into_nothing() {
        assert_eq!(split(0, &[3, 1]), Some(vec![0, 0]));
    }

    #[test]
    fn a_part_of_no_weight_gets_nothing() {
        assert_eq!(split(7, &[0, 3, 0, 3, 3, 0]), Some(vec![0, 3, 0, 2, 2, 0]));
    }

    #[test]
    fn both_ends_of_i64_split() {
        assert_eq!(split(i64::MIN, &[u64::MAX]), Some(vec![i64::MIN]));
        assert_eq!(split(i64::MAX, &[u64::MAX, 0]), Some(vec![i64::MAX, 0]));
        assert_eq!(
            split(i64::MIN, &[u64::MAX, u64::MAX]),
            Some(vec![-4_611_686_018_427_387_904, -4_611_686_018_427_387_904])
        );
    }

    #[test]
    fn parts_add_up_and_stay_within_one_unit_of_their_share() {
        for units in -40..=40_i64 {
            for (a, b, c) in (0..5_u64).flat_map(|a| (0..5).flat_map(move |b| (0..5).map(move |c| (a, b, c))))
            {
                let weights = [a, b, c];
                let total = i64::try_from(a + b + c).unwrap();
                let Some(parts) = split(units, &weights) else {
                    assert_eq!(total, 0);
                    continue;
                };
                assert_eq!(parts.iter().sum::<i64>(), units, "{units} by {weights:?}");
                for (part, weight) in parts.iter().zip(weights) {
                    let gap = part * total - units * i64::try_from(weight).unwrap();
                    assert!(gap.abs() < total, "{units} by {weights:?} gave {parts:?}");
                }
            }
        }
    }
}

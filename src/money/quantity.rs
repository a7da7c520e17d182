//! Exact decimals for what is not money.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decimal::{self, Notation};
use super::{Money, MoneyError};

const PLACES: u32 = 6;
const MILLION: i128 = 1_000_000;

/// An exact decimal of six places: KPI targets, ratios, full-time equivalents; never money.
///
/// Holds millionths in an `i128`, so that `0.95` is 0.95 and sums do not depend on their order. A number in
/// a file may be written as an integer, a float or text; what a float says is the shortest decimal that
/// stands for it.
///
/// ```
/// use bagan::Quantity;
///
/// let ratio: Quantity = "0.95".parse()?;
/// assert_eq!(ratio.millionths(), 950_000);
/// assert_eq!(ratio.to_string(), "0.95");
/// assert!(ratio < Quantity::ONE);
/// assert_eq!(Quantity::from(40_000).to_string(), "40000");
/// # Ok::<(), bagan::MoneyError>(())
/// ```
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Quantity(i128);

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// One.
    pub const ONE: Self = Self(MILLION);

    /// Makes a quantity of that many millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i128) -> Self {
        Self(millionths)
    }

    /// Returns the number of millionths.
    #[must_use]
    pub const fn millionths(self) -> i128 {
        self.0
    }

    /// Adds, or gives `None` where the sum does not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(millionths) => Some(Self(millionths)),
            None => None,
        }
    }

    /// Subtracts, or gives `None` where the difference does not fit.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(millionths) => Some(Self(millionths)),
            None => None,
        }
    }

    /// Returns `money` times this quantity, in millionths of a minor unit, or `None` where it does not fit.
    ///
    /// Nothing is rounded: to ask whether an amount is within 1.1 times another, compare it, times
    /// [`Quantity::ONE`], with this.
    ///
    /// ```
    /// use bagan::{Money, Quantity};
    ///
    /// let (held, delegated) = (Money::from_minor(100), Money::from_minor(111));
    /// let overcommit: Quantity = "1.1".parse()?;
    /// assert_eq!(overcommit.scale(held), Some(110_000_000));
    /// assert_eq!(Quantity::ONE.scale(delegated), Some(111_000_000));
    /// # Ok::<(), bagan::MoneyError>(())
    /// ```
    #[must_use]
    pub fn scale(self, money: Money) -> Option<i128> {
        self.0.checked_mul(i128::from(money.minor()))
    }

    /// Returns the float that reads back as this quantity, if one does.
    fn to_float(self) -> Option<f64> {
        let float = self.to_string().parse().ok()?;
        (Self::from_float(float) == Ok(self)).then_some(float)
    }

    /// Reads the shortest decimal that stands for a float, which is how a file would have it.
    fn from_float(float: f64) -> Result<Self, MoneyError> {
        format!("{float:?}").parse()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, whole, millionths) = decimal::parts(self.0, PLACES);
        if millionths == 0 {
            return f.pad(&format!("{sign}{whole}"));
        }
        f.pad(format!("{sign}{whole}.{millionths:06}").trim_end_matches('0'))
    }
}

impl FromStr for Quantity {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        decimal::scaled(text, PLACES, Notation::Scientific)
            .map(Self)
            .map_err(|fault| MoneyError::from_fault(fault, text, PLACES, "a quantity"))
    }
}

impl From<i64> for Quantity {
    fn from(number: i64) -> Self {
        Self(i128::from(number) * MILLION)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % MILLION == 0
            && let Ok(whole) = i64::try_from(self.0 / MILLION)
        {
            return serializer.serialize_i64(whole);
        }
        match self.to_float() {
            Some(float) => serializer.serialize_f64(float),
            None => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(QuantityVisitor)
    }
}

struct QuantityVisitor;

impl Visitor<'_> for QuantityVisitor {
    type Value = Quantity;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of at most six decimals")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Quantity, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Quantity, E> {
        Ok(Quantity(i128::from(number) * MILLION))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Quantity, E> {
        Quantity::from_float(number).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Quantity, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn json(quantity: Quantity) -> String {
        serde_json::to_string(&quantity).unwrap()
    }

    #[test]
    fn the_shortest_text_is_written() {
        for (text, shortest) in [
            ("0", "0"),
            ("-0", "0"),
            ("40_000", "40000"),
            ("0.950", "0.95"),
            ("1.5", "1.5"),
            ("-0.000001", "-0.000001"),
            ("1e-6", "0.000001"),
            ("1.25e2", "125"),
            ("100", "100"),
        ] {
            assert_eq!(quantity(text).to_string(), shortest);
        }
        assert_eq!(format!("[{:>5}]", Quantity::ONE), "[    1]");
    }

    #[test]
    fn seven_places_are_too_many() {
        assert_eq!(
            "1e-7".parse::<Quantity>().unwrap_err().to_string(),
            "`1e-7` has more decimals than a quantity takes: at most 6"
        );
        assert_eq!(quantity("0.5000000000"), quantity("0.5"));
    }

    #[test]
    fn text_that_is_no_number_is_refused() {
        for text in ["", ".", "1.", "NaN", "inf", "50%", "½", "1 000", "1e"] {
            let expected = MoneyError::NotANumber { text: text.to_owned() };
            assert_eq!(text.parse::<Quantity>(), Err(expected));
        }
        let huge = "9".repeat(100_000);
        assert!(matches!(huge.parse::<Quantity>(), Err(MoneyError::Overflow { .. })));
    }

    #[test]
    fn every_value_reads_back() {
        for millionths in [0, 1, -1, 999_999, MILLION, -1_500_000, i128::MAX, i128::MIN] {
            let value = Quantity::from_millionths(millionths);
            assert_eq!(quantity(&value.to_string()), value);
            assert_eq!(serde_json::from_str::<Quantity>(&json(value)).unwrap(), value);
        }
    }

    #[test]
    fn arithmetic_stops_at_the_edges() {
        let most = Quantity::from_millionths(i128::MAX);
        assert_eq!(most.checked_add(Quantity::from_millionths(1)), None);
        assert_eq!(Quantity::ZERO.checked_sub(Quantity::from_millionths(i128::MIN)), None);
        assert_eq!(Quantity::ONE.checked_add(Quantity::from(2)), Some(Quantity::from(3)));
        assert_eq!(most.scale(Money::from_minor(2)), None);
        assert_eq!(Quantity::ONE.scale(Money::MAX), Some(i128::from(i64::MAX) * MILLION));
        assert_eq!(Quantity::from(i64::MIN).millionths(), i128::from(i64::MIN) * MILLION);
    }

    #[test]
    fn scaling_is_exact() {
        assert_eq!(quantity("1.1").scale(Money::from_minor(100)), Some(110 * MILLION));
        assert_eq!(quantity("0.000001").scale(Money::from_minor(-1)), Some(-1));
        assert_eq!(Quantity::ZERO.scale(Money::MAX), Some(0));
    }

    #[test]
    fn serde_writes_the_plainest_form_that_is_exact() {
        assert_eq!(json(Quantity::from(40_000)), "40000");
        assert_eq!(json(Quantity::from(i64::MIN)), "-9223372036854775808");
        assert_eq!(json(quantity("0.95")), "0.95");
        assert_eq!(json(quantity("100000000000000000000")), "1e+20");
        assert_eq!(json(quantity("9007199254740993.5")), "\"9007199254740993.5\"");
    }

    #[test]
    fn serde_reads_integers_floats_and_text() {
        for (json, text) in [
            ("40000", "40000"),
            ("18446744073709551615", "18446744073709551615"),
            ("0.95", "0.95"),
            ("0.1", "0.1"),
            ("1e-6", "0.000001"),
            ("1e20", "100000000000000000000"),
            ("\"0.95\"", "0.95"),
        ] {
            assert_eq!(serde_json::from_str::<Quantity>(json).unwrap().to_string(), text);
        }
        for json in ["0.1234567", "1e300", "true", "null", "\"x\""] {
            assert!(serde_json::from_str::<Quantity>(json).is_err(), "{json}");
        }
        let error = serde_json::from_str::<Quantity>("1e-7").unwrap_err().to_string();
        assert!(error.starts_with("`1e-7` has more decimals than a quantity takes"), "{error}");
    }
}

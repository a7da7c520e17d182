//! Amounts as users write them, before the currency is known.

use std::fmt;

use serde::de::{self, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Currency, Money, MoneyError};

/// An amount as a user writes it; it becomes [`Money`] once the currency is known.
///
/// Files and builders take whole major units or decimal text. Floats are refused, for they do not hold
/// amounts such as 0.10 exactly. Equality is that of the writing: `5` and `"5"` are different amounts that
/// resolve to the same money.
///
/// ```
/// use bagan::{Amount, Currency, Money};
///
/// let euro = Currency::from_code("EUR")?;
/// assert_eq!(Amount::from(12).resolve(euro)?, Money::from_minor(1200));
/// assert_eq!(Amount::from("12.50").resolve(euro)?, Money::from_minor(1250));
/// assert!(Amount::from("a dozen").resolve(euro).is_err());
/// # Ok::<(), bagan::MoneyError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Amount {
    /// Whole major units.
    Major(i64),
    /// Decimal text in major units, not read yet.
    Decimal(Box<str>),
    /// Money that was computed already; it cannot be serialized without its currency.
    Minor(Money),
}

impl Amount {
    /// Writes money as a file does: whole major units, else decimal text.
    ///
    /// ```
    /// use bagan::{Amount, Currency, Money};
    ///
    /// let euro = Currency::from_code("EUR")?;
    /// assert_eq!(Amount::of(Money::from_minor(1200), euro), Amount::Major(12));
    /// assert_eq!(Amount::of(Money::from_minor(1250), euro), Amount::from("12.50"));
    /// # Ok::<(), bagan::MoneyError>(())
    /// ```
    #[must_use]
    pub fn of(money: Money, currency: Currency) -> Self {
        match currency.to_major(money) {
            Some(units) => Self::Major(units),
            None => Self::Decimal(currency.decimal(money).to_string().into()),
        }
    }

    /// Turns the amount into money of `currency`.
    ///
    /// # Errors
    ///
    /// [`MoneyError`] where the text is no decimal number, is finer than the currency, or is out of range.
    pub fn resolve(&self, currency: Currency) -> Result<Money, MoneyError> {
        match self {
            Self::Major(units) => currency.major(*units),
            Self::Decimal(text) => currency.parse(text),
            Self::Minor(money) => Ok(*money),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Major(units) => fmt::Display::fmt(units, f),
            Self::Decimal(text) => f.pad(text),
            Self::Minor(money) => write!(f, "{} minor units", money.minor()),
        }
    }
}

impl From<i64> for Amount {
    fn from(units: i64) -> Self {
        Self::Major(units)
    }
}

impl From<&str> for Amount {
    fn from(text: &str) -> Self {
        Self::Decimal(text.into())
    }
}

impl From<String> for Amount {
    fn from(text: String) -> Self {
        Self::Decimal(text.into())
    }
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self::Minor(money)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Major(units) => serializer.serialize_i64(*units),
            Self::Decimal(text) => serializer.serialize_str(text),
            Self::Minor(_) => {
                Err(S::Error::custom("an amount in minor units cannot be written without its currency"))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AmountVisitor)
    }
}

struct AmountVisitor;

impl Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount: a whole number, or decimal text such as \"12.50\"")
    }

    fn visit_i64<E: de::Error>(self, units: i64) -> Result<Amount, E> {
        Ok(Amount::Major(units))
    }

    fn visit_u64<E: de::Error>(self, units: u64) -> Result<Amount, E> {
        let overflow = |_| MoneyError::Overflow { text: units.to_string(), kind: "an amount" };
        i64::try_from(units).map(Amount::Major).map_err(overflow).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Amount, E> {
        Err(E::custom(format_args!(
            "`{number:?}` is written as a float, which holds amounts inexactly: write a whole number, or decimal \
             text in quotes"
        )))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euro() -> Currency {
        Currency::from_code("EUR").unwrap()
    }

    fn read(json: &str) -> Result<Amount, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_written_resolves_to_the_same_money() {
        for amount in [
            Amount::from(5_i64),
            Amount::from(5),
            Amount::from(5_i64),
            "5".into(),
            String::from("5.00").into(),
        ] {
            assert_eq!(amount.resolve(euro()), Ok(Money::from_minor(500)), "{amount}");
        }
        assert_eq!(Amount::from(Money::from_minor(501)).resolve(euro()), Ok(Money::from_minor(501)));
    }

    #[test]
    fn amounts_are_equal_as_written() {
        assert_ne!(Amount::from(5), Amount::from("5"));
        assert_ne!(Amount::from("5"), Amount::from("5.0"));
        assert_eq!(Amount::from("5"), Amount::from(String::from("5")));
    }

    #[test]
    fn amounts_out_of_range_do_not_resolve() {
        assert!(matches!(Amount::from(i64::MIN).resolve(euro()), Err(MoneyError::Overflow { .. })));
        assert!(matches!(Amount::from("").resolve(euro()), Err(MoneyError::NotANumber { .. })));
    }

    #[test]
    fn amounts_print_as_written() {
        assert_eq!(Amount::from(-5).to_string(), "-5");
        assert_eq!(Amount::from("1_000.5").to_string(), "1_000.5");
        assert_eq!(Amount::from(Money::from_minor(1250)).to_string(), "1250 minor units");
    }

    #[test]
    fn money_written_by_its_currency_resolves_back() {
        for minor in [0, -1, 50, 1200, -1250, i64::MAX, i64::MIN] {
            let money = Money::from_minor(minor);
            assert_eq!(Amount::of(money, euro()).resolve(euro()), Ok(money));
        }
    }

    #[test]
    fn serde_keeps_integers_and_text_apart() {
        for (json, amount) in [
            ("12", Amount::Major(12)),
            ("-12", Amount::Major(-12)),
            ("-9223372036854775808", Amount::Major(i64::MIN)),
            ("\"12.50\"", "12.50".into()),
            ("\"a dozen\"", "a dozen".into()),
        ] {
            assert_eq!(read(json), Ok(amount.clone()));
            assert_eq!(serde_json::to_string(&amount).unwrap(), json);
        }
    }

    #[test]
    fn floats_are_refused_with_the_reason() {
        let error = read("12.5").unwrap_err();
        assert!(error.starts_with("`12.5` is written as a float, which holds amounts inexactly"), "{error}");
        assert!(read("12.0").unwrap_err().starts_with("`12.0` is written as a float"));
        assert!(read("1e300").unwrap_err().starts_with("`1e300` is written as a float"));
    }

    #[test]
    fn integers_past_i64_are_refused() {
        let error = read("9223372036854775808").unwrap_err();
        assert!(error.starts_with("`9223372036854775808` is out of the range of an amount"), "{error}");
    }

    #[test]
    fn other_values_are_refused() {
        for json in ["true", "null", "[1]", "{}"] {
            let error = read(json).unwrap_err();
            assert!(error.contains("expected an amount: a whole number, or decimal text"), "{error}");
        }
    }

    #[test]
    fn minor_units_are_not_serialized() {
        let error = serde_json::to_string(&Amount::Minor(Money::ZERO)).unwrap_err();
        assert_eq!(error.to_string(), "an amount in minor units cannot be written without its currency");
    }
}

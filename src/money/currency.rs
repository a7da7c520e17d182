//! Currencies: from major units and text to minor units, and back.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decimal::{self, Fault, Notation};
use super::{Money, MoneyError};

/// A currency of ISO 4217: it knows how many decimals an amount takes, and reads and writes amounts.
///
/// ```
/// use bagan::Currency;
///
/// let rupiah: Currency = "IDR".parse()?;
/// assert_eq!(rupiah.to_string(), "IDR");
/// assert_eq!(rupiah.minor_digits(), 2);
/// assert_eq!(rupiah.display(rupiah.major(12_400_000_000)?).to_string(), "IDR 12,400,000,000");
/// # Ok::<(), bagan::MoneyError>(())
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// Finds a currency by its code of three upper-case letters.
    ///
    /// # Errors
    ///
    /// [`MoneyError::UnknownCurrency`] where ISO 4217 has no such code.
    pub fn from_code(code: &str) -> Result<Self, MoneyError> {
        iso_currency::Currency::from_code(code)
            .map(Self)
            .ok_or_else(|| MoneyError::UnknownCurrency { code: code.to_owned() })
    }

    /// Returns the code, such as `EUR`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Returns the English name, such as `Euro`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Returns how many decimals an amount has; none for the codes that have no minor unit, such as gold.
    #[must_use]
    pub fn minor_digits(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }

    /// Makes an amount of that many major units (euros, rupiah).
    ///
    /// # Errors
    ///
    /// [`MoneyError::Overflow`] where that is more minor units than an `i64` holds.
    pub fn major(self, units: i64) -> Result<Money, MoneyError> {
        units
            .checked_mul(self.scale())
            .map(Money::from_minor)
            .ok_or_else(|| MoneyError::Overflow { text: units.to_string(), kind: self.code() })
    }

    /// Reads an amount in major units, such as `12.50`, `-3` or `1_000_000.5`.
    ///
    /// There may be a sign before the number and an underscore between digits. Spaces, commas, exponents and
    /// a point without digits on both sides are refused. Decimals past those of the currency must be zeros:
    /// nothing is rounded.
    ///
    /// ```
    /// use bagan::{Currency, Money};
    ///
    /// let euro = Currency::from_code("EUR")?;
    /// assert_eq!(euro.parse("1_000.5000")?, Money::from_minor(100_050));
    /// assert!(euro.parse("0.005").is_err());
    /// assert!(euro.parse("1,000").is_err());
    /// # Ok::<(), bagan::MoneyError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`MoneyError::NotANumber`], [`MoneyError::TooManyDecimals`] or [`MoneyError::Overflow`].
    pub fn parse(self, text: &str) -> Result<Money, MoneyError> {
        let digits = self.minor_digits();
        decimal::scaled(text, digits, Notation::Plain)
            .and_then(|units| i64::try_from(units).map_err(|_| Fault::Overflow))
            .map(Money::from_minor)
            .map_err(|fault| MoneyError::from_fault(fault, text, digits, self.code()))
    }

    /// Writes an amount for people to read: `EUR 12.50`, `EUR -3`, `IDR 12,400,000,000`.
    ///
    /// Decimals are left out where they are all zeros.
    #[must_use]
    pub fn display(self, money: Money) -> impl fmt::Display {
        Display { currency: self, money, style: Style::Grouped }
    }

    /// Writes an amount as [`display`](Self::display) does, without the code: for tables that name the currency once.
    pub(crate) fn grouped(self, money: Money) -> impl fmt::Display {
        Display { currency: self, money, style: Style::Bare }
    }

    /// Writes an amount as plain decimal text, which [`parse`](Self::parse) reads back: `12.50`, `12`.
    ///
    /// ```
    /// use bagan::{Currency, Money};
    ///
    /// let euro = Currency::from_code("EUR")?;
    /// let text = euro.decimal(Money::from_minor(-1_234_550)).to_string();
    /// assert_eq!(text, "-12345.50");
    /// assert_eq!(euro.parse(&text)?, Money::from_minor(-1_234_550));
    /// # Ok::<(), bagan::MoneyError>(())
    /// ```
    #[must_use]
    pub fn decimal(self, money: Money) -> impl fmt::Display {
        Display { currency: self, money, style: Style::Plain }
    }

    /// Returns the amount in major units where it is whole.
    #[must_use]
    pub fn to_major(self, money: Money) -> Option<i64> {
        let scale = self.scale();
        (money.minor() % scale == 0).then(|| money.minor() / scale)
    }

    /// Returns how many minor units make a major one; at least one.
    fn scale(self) -> i64 {
        10_i64.saturating_pow(self.minor_digits())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::from_code(code)
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// How an amount is written.
#[derive(Copy, Clone)]
enum Style {
    /// With the code and with commas.
    Grouped,
    /// With commas.
    Bare,
    /// Digits alone.
    Plain,
}

/// An amount on its way to a formatter.
struct Display {
    currency: Currency,
    money: Money,
    style: Style,
}

impl fmt::Display for Display {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.currency.minor_digits();
        let (sign, whole, minor) = decimal::parts(i128::from(self.money.minor()), digits);
        let whole = match self.style {
            Style::Grouped => format!("{} {sign}{}", self.currency, grouped(whole)),
            Style::Bare => format!("{sign}{}", grouped(whole)),
            Style::Plain => format!("{sign}{whole}"),
        };
        if minor == 0 {
            return f.pad(&whole);
        }
        let width = usize::try_from(digits).unwrap_or(0);
        f.pad(&format!("{whole}.{minor:0width$}"))
    }
}

/// Puts a comma between groups of three digits.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn codes_are_exact() {
        for code in ["", "usd", "Usd", "USDX", "US", " USD", "€", "ＵＳＤ"] {
            let error = Currency::from_code(code).unwrap_err();
            assert_eq!(error.to_string(), format!("`{code}` is not a currency code of ISO 4217"));
            assert_eq!(code.parse::<Currency>(), Err(error));
        }
        assert_eq!(currency("EUR").name(), "Euro");
    }

    #[test]
    fn minor_digits_follow_the_standard() {
        for (code, digits) in [("JPY", 0), ("IDR", 2), ("EUR", 2), ("BHD", 3), ("CLF", 4), ("XAU", 0)] {
            assert_eq!(currency(code).minor_digits(), digits, "{code}");
        }
    }

    #[test]
    fn major_units_stop_at_the_edge() {
        let euro = currency("EUR");
        assert_eq!(euro.major(-3).map(Money::minor), Ok(-300));
        assert_eq!(euro.major(i64::MAX / 100).map(Money::minor), Ok(i64::MAX / 100 * 100));
        assert_eq!(
            euro.major(i64::MAX / 100 + 1).unwrap_err().to_string(),
            "`92233720368547759` is out of the range of EUR"
        );
        assert_eq!(currency("JPY").major(i64::MIN).map(Money::minor), Ok(i64::MIN));
    }

    #[test]
    fn text_is_read_to_the_edges_of_i64() {
        let euro = currency("EUR");
        assert_eq!(euro.parse("92233720368547758.07"), Ok(Money::MAX));
        assert_eq!(euro.parse("-92233720368547758.08").map(Money::minor), Ok(i64::MIN));
        for text in ["92233720368547758.08", "-92233720368547758.09", &"9".repeat(1000)] {
            let expected = MoneyError::Overflow { text: text.to_owned(), kind: "EUR" };
            assert_eq!(euro.parse(text), Err(expected));
        }
    }

    #[test]
    fn text_that_is_no_amount_is_named() {
        let euro = currency("EUR");
        for text in ["", ".", "1,50", "1 000", "1e3", "5€", "١٢"] {
            let expected = MoneyError::NotANumber { text: text.to_owned() };
            assert_eq!(euro.parse(text), Err(expected));
        }
        assert_eq!(
            euro.parse("0.005").unwrap_err().to_string(),
            "`0.005` has more decimals than EUR takes: at most 2"
        );
    }

    #[test]
    fn zero_decimals_are_never_too_many() {
        assert_eq!(currency("JPY").parse("1.000"), Ok(Money::from_minor(1)));
        assert_eq!(currency("EUR").parse("-3.500000"), Ok(Money::from_minor(-350)));
    }

    #[test]
    fn amounts_are_written_for_people() {
        for (code, minor, text) in [
            ("EUR", 0, "EUR 0"),
            ("EUR", -300, "EUR -3"),
            ("EUR", 1250, "EUR 12.50"),
            ("EUR", -5, "EUR -0.05"),
            ("EUR", 99_999, "EUR 999.99"),
            ("EUR", 100_000, "EUR 1,000"),
            ("IDR", 1_240_000_000_000, "IDR 12,400,000,000"),
            ("JPY", 1250, "JPY 1,250"),
            ("BHD", 1_234_567, "BHD 1,234.567"),
            ("EUR", i64::MIN, "EUR -92,233,720,368,547,758.08"),
        ] {
            assert_eq!(currency(code).display(Money::from_minor(minor)).to_string(), text);
        }
        assert_eq!(currency("EUR").grouped(Money::from_minor(-123_456_750)).to_string(), "-1,234,567.50");
        assert_eq!(format!("[{:>9}]", currency("EUR").display(Money::from_minor(100))), "[    EUR 1]");
    }

    #[test]
    fn decimal_text_is_read_back() {
        for code in ["JPY", "EUR", "BHD", "CLF"] {
            let currency = currency(code);
            for minor in [0, 1, -1, 10, 99, 100, -100, 12_345, 1_000_000, i64::MAX, i64::MIN] {
                let money = Money::from_minor(minor);
                assert_eq!(currency.parse(&currency.decimal(money).to_string()), Ok(money), "{code} {minor}");
            }
        }
    }

    #[test]
    fn only_whole_amounts_have_major_units() {
        let euro = currency("EUR");
        assert_eq!(euro.to_major(Money::from_minor(-300)), Some(-3));
        assert_eq!(euro.to_major(Money::from_minor(301)), None);
        assert_eq!(euro.to_major(Money::from_minor(i64::MIN)), None);
        assert_eq!(currency("JPY").to_major(Money::MAX), Some(i64::MAX));
    }

    #[test]
    fn serde_writes_and_reads_the_code() {
        assert_eq!(serde_json::to_string(&currency("IDR")).unwrap(), "\"IDR\"");
        assert_eq!(serde_json::from_str::<Currency>("\"IDR\"").unwrap(), currency("IDR"));
        let error = serde_json::from_str::<Currency>("\"idr\"").unwrap_err().to_string();
        assert!(error.starts_with("`idr` is not a currency code of ISO 4217"), "{error}");
    }
}

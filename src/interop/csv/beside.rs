//! What stands beside an amount: the code of a currency, or a sign that several may share.

use crate::money::Currency;

/// What stands beside an amount.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) code: Option<Currency>,
    sign: Option<&'static Sign>,
}

/// A sign or short name, in lower case, and the codes of the currencies that are written so.
#[derive(Debug, PartialEq, Eq)]
struct Sign {
    text: &'static str,
    codes: &'static [&'static str],
}

const fn sign(text: &'static str, codes: &'static [&'static str]) -> Sign {
    Sign { text, codes }
}

/// Dollars and pesos.
const DOLLARS: &[&str] = &[
    "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "CUP", "CVE",
    "BRL", "JMD", "BBD", "BMD", "BND", "BSD", "BZD", "FJD", "GYD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD",
    "XCD", "NIO", "BOB", "MOP",
];

/// The longer of two signs comes first.
const SIGNS: &[Sign] = &[
    sign("us$", &["USD"]),
    sign("au$", &["AUD"]),
    sign("ca$", &["CAD"]),
    sign("nz$", &["NZD"]),
    sign("hk$", &["HKD"]),
    sign("a$", &["AUD"]),
    sign("c$", &["CAD", "NIO"]),
    sign("s$", &["SGD"]),
    sign("r$", &["BRL"]),
    sign("$", DOLLARS),
    sign("€", &["EUR"]),
    sign("£", &["GBP", "EGP", "FKP", "GIP", "SHP", "LBP", "SYP", "SDG", "SSP"]),
    sign("¥", &["JPY", "CNY"]),
    sign("₹", &["INR"]),
    sign("₩", &["KRW", "KPW"]),
    sign("₽", &["RUB"]),
    sign("₫", &["VND"]),
    sign("₺", &["TRY"]),
    sign("฿", &["THB"]),
    sign("₱", &["PHP"]),
    sign("₴", &["UAH"]),
    sign("₦", &["NGN"]),
    sign("₪", &["ILS"]),
    sign("rp.", &["IDR"]),
    sign("rp", &["IDR"]),
    sign("kr.", &["SEK", "NOK", "DKK", "ISK"]),
    sign("kr", &["SEK", "NOK", "DKK", "ISK"]),
    sign("zł", &["PLN"]),
    sign("sfr.", &["CHF"]),
    sign("fr.", &["CHF", "XAF", "XOF", "XPF", "BIF", "CDF", "DJF", "GNF", "KMF", "RWF"]),
    sign("rs.", &["INR", "PKR", "LKR", "NPR", "MUR", "SCR"]),
    sign("rs", &["INR", "PKR", "LKR", "NPR", "MUR", "SCR"]),
    sign("rm", &["MYR"]),
];

impl Beside {
    /// Returns the code or the sign, if it is not one of this currency.
    pub(super) fn other_than(self, currency: Currency) -> Option<&'static str> {
        let code = self.code.filter(|&code| code != currency).map(Currency::code);
        let sign = self.sign.filter(|sign| !sign.codes.contains(&currency.code())).map(|sign| sign.text);
        code.or(sign)
    }
}

/// Returns the currency whose code stands beside an amount, as in `1,250.00 USD`.
pub(super) fn code_beside(text: &str) -> Option<Currency> {
    // Most amounts have none, which is told by their ends.
    let bytes = text.as_bytes();
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    if letter(bytes.first()) || letter(bytes.last()) { without_currency(text).1.code } else { None }
}

/// Takes a currency's code or sign off the ends of a text.
pub(super) fn without_currency(text: &str) -> (&str, Beside) {
    let (mut rest, mut beside) = (text, Beside::default());
    for _ in 0..2 {
        let code = |start: bool| {
            let (code, body) = if start {
                rest.split_at_checked(3)?
            } else {
                let (body, code) = rest.split_at_checked(rest.len().checked_sub(3)?)?;
                (code, body)
            };
            Currency::from_code(&code.to_uppercase()).ok().map(|found| (body, found))
        };
        if let Some((body, found)) = code(true).or_else(|| code(false)) {
            (rest, beside.code) = (body.trim(), Some(found));
            continue;
        }
        let lower = rest.to_lowercase();
        let sign = SIGNS.iter().find(|sign| lower.starts_with(sign.text) || lower.ends_with(sign.text));
        // Lower case is as long as the text itself, or the sign is not where it seems to be.
        let Some(sign) = sign.filter(|_| lower.len() == rest.len()) else { continue };
        let cut = if lower.starts_with(sign.text) {
            rest.get(sign.text.len()..)
        } else {
            rest.get(..rest.len() - sign.text.len())
        };
        (rest, beside.sign) = (cut.unwrap_or(rest).trim(), Some(sign));
    }
    (rest, beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(text: &str, currency: &str) -> Option<&'static str> {
        without_currency(text).1.other_than(Currency::from_code(currency).unwrap())
    }

    #[test]
    fn a_sign_is_of_the_currencies_that_are_written_so() {
        for (text, currency) in
            [("$5", "USD"), ("5 $", "CAD"), ("€5", "EUR"), ("Rp5", "IDR"), ("US$ 5", "USD"), ("5", "EUR")]
        {
            assert_eq!(other(text, currency), None, "{text}");
        }
        assert_eq!(
            (other("$5", "EUR"), other("£5", "EUR"), other("US$5", "CAD"), other("USD 5", "EUR")),
            (Some("$"), Some("£"), Some("us$"), Some("USD"))
        );
    }

    #[test]
    fn every_code_of_a_sign_is_a_currency_and_no_sign_hides_another() {
        for (place, sign) in SIGNS.iter().enumerate() {
            assert!(sign.codes.iter().all(|code| Currency::from_code(code).is_ok()), "{sign:?}");
            assert_eq!(sign.text, sign.text.to_lowercase());
            let hidden = SIGNS.iter().skip(place + 1).find(|later| later.text.starts_with(sign.text));
            assert_eq!(hidden, None, "behind {sign:?}");
        }
    }

    #[test]
    fn a_currency_code_is_remembered() {
        assert_eq!(code_beside("USD 5").map(Currency::code), Some("USD"));
        assert_eq!((code_beside("$5"), code_beside("5")), (None, None));
    }
}

//! Amounts as spreadsheets write them, in the conventions of several countries.

use super::beside::{Beside, without_currency};

/// The character that divides the whole units from the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decimal {
    Point,
    Comma,
}

/// What a text says as a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Number {
    /// Digits, and a point before the decimals; with it, what the text proves of its column's convention.
    Plain { digits: String, proves: Option<Decimal>, beside: Beside },
    /// One separator and three digits behind it: thousands, if decimals are divided by the other character.
    ///
    /// Where the digits are round, they suggest that; where others of the column prove something else, that holds.
    Ambiguous { suggests: Option<Decimal>, beside: Beside },
    /// A number below zero.
    Negative,
    /// No number.
    None,
}

/// Reads an integer that is written in digits alone.
pub(super) fn digits_alone(bytes: &[u8]) -> Option<i64> {
    const SAFE: usize = 18;
    if bytes.is_empty() || SAFE < bytes.len() {
        return None;
    }
    let mut value = 0_i64;
    for byte in bytes {
        let digit = byte.wrapping_sub(b'0');
        if 9 < digit {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(value)
}

/// Reads a number; `decimal` is what is known of its column's convention.
pub(super) fn read(text: &str, decimal: Option<Decimal>) -> Number {
    let (body, beside) = without_currency(text.trim());
    let negative =
        body.starts_with(['-', '−']) || body.ends_with('-') || (body.starts_with('(') && body.ends_with(')'));
    let body = body.trim_matches(['-', '−', '+', '(', ')']).trim();
    let number = read_unsigned(body, decimal, beside);
    match number {
        Number::Plain { ref digits, .. } if negative && digits.bytes().any(|b| matches!(b, b'1'..=b'9')) => {
            Number::Negative
        }
        Number::Ambiguous { .. } if negative => Number::Negative,
        number => number,
    }
}

fn read_unsigned(body: &str, decimal: Option<Decimal>, beside: Beside) -> Number {
    // Spaces of any kind, apostrophes and underscores group digits in some country, and never divide decimals.
    let spaced = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '_');
    let has_space = body.contains(spaced);
    let plain = |digits: String, proves| Number::Plain { digits, proves, beside };
    let (points, commas) = (body.matches('.').count(), body.matches(',').count());
    let (divider, proof) = match (points, commas) {
        (0, 0) => (None, None),
        (_, 0) | (0, _) => {
            let (one, own, other) = if commas == 0 {
                ('.', Decimal::Point, Decimal::Comma)
            } else {
                (',', Decimal::Comma, Decimal::Point)
            };
            let Some((before, after)) = body.rsplit_once(one) else { return Number::None };
            let may_group = after.len() == 3 && before.len() <= 3 && !before.starts_with('0');
            match decimal {
                _ if 1 < points + commas => (None, Some(other)),
                _ if has_space || !may_group => (Some(one), Some(own)),
                Some(known) if known == own => (Some(one), None),
                Some(_) => (None, None),
                None if grouped(before, &|_| false).is_some() => {
                    // Hardly anybody writes a third decimal, and less so two zeros at its end.
                    let suggests = after.ends_with("00").then_some(other);
                    return Number::Ambiguous { suggests, beside };
                }
                None => return Number::None,
            }
        }
        _ if body.rfind('.') < body.rfind(',') => (Some(','), Some(Decimal::Comma)),
        _ => (Some('.'), Some(Decimal::Point)),
    };
    let groups = |c: char| spaced(c) || (matches!(c, '.' | ',') && Some(c) != divider);
    let (whole, fraction) = divider.and_then(|divider| body.rsplit_once(divider)).unwrap_or((body, ""));
    let fraction_fits =
        fraction.bytes().all(|byte| byte.is_ascii_digit()) && (divider.is_none() || !fraction.is_empty());
    match grouped(whole, &groups) {
        Some(whole) if fraction_fits && fraction.is_empty() => plain(whole, proof),
        Some(whole) if fraction_fits => plain(format!("{whole}.{fraction}"), proof),
        _ => Number::None,
    }
}

/// Joins groups of digits: the first of one to three, the last of three, those between of two (as in India) or three.
fn grouped(text: &str, separates: &dyn Fn(char) -> bool) -> Option<String> {
    let groups: Vec<&str> = text.split(separates).collect();
    if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let [first, middle @ .., last] = groups.as_slice() else {
        return groups.first().map(|only| (*only).to_owned());
    };
    let fits = first.len() <= 3 && last.len() == 3 && middle.iter().all(|group| matches!(group.len(), 2 | 3));
    fits.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str, decimal: Option<Decimal>) -> Option<String> {
        match read(text, decimal) {
            Number::Plain { digits, .. } => Some(digits),
            _ => None,
        }
    }

    #[test]
    fn conventions_of_several_countries_are_read() {
        for (text, plain) in [
            ("1234", "1234"),
            ("$1,234.50", "1234.50"),
            ("1.234,50 €", "1234.50"),
            ("1 234,50", "1234.50"),
            ("1\u{202f}234,50", "1234.50"),
            ("CHF 1'234.50", "1234.50"),
            ("Rp 12.500.000", "12500000"),
            ("Rp12,500,000.00", "12500000.00"),
            ("12,34,567.89", "1234567.89"),
            ("12.5", "12.5"),
            ("63.4615", "63.4615"),
            ("0.123", "0.123"),
            ("12345.678", "12345.678"),
            ("1_000", "1000"),
            ("+7", "7"),
            ("EUR 7", "7"),
            ("7 usd", "7"),
            ("-0", "0"),
        ] {
            assert_eq!(digits(text, None).as_deref(), Some(plain), "{text}");
        }
    }

    #[test]
    fn three_digits_behind_one_separator_can_be_either() {
        for text in ["1.234", "1,234", "$85,250", "999.999", "85,000"] {
            assert!(matches!(read(text, None), Number::Ambiguous { .. }), "{text}");
        }
        assert_eq!(digits("1.234", Some(Decimal::Point)).as_deref(), Some("1.234"));
        assert_eq!(digits("1.234", Some(Decimal::Comma)).as_deref(), Some("1234"));
        assert_eq!(digits("85,250", Some(Decimal::Point)).as_deref(), Some("85250"));
        assert_eq!(digits("1.500", Some(Decimal::Point)).as_deref(), Some("1.500"));
    }

    #[test]
    fn a_number_can_prove_the_convention_of_its_column() {
        let proves = |text| match read(text, None) {
            Number::Plain { proves, .. } => proves,
            _ => None,
        };
        assert_eq!(proves("1,234.50"), Some(Decimal::Point));
        assert_eq!(proves("1.5"), Some(Decimal::Point));
        assert_eq!(proves("1,234,567"), Some(Decimal::Point));
        assert_eq!(proves("1.234.567"), Some(Decimal::Comma));
        assert_eq!(proves("12,5"), Some(Decimal::Comma));
        assert_eq!((proves("1234"), proves("85,250"), proves("85,000")), (None, None, None));
        let suggests = |text| match read(text, None) {
            Number::Ambiguous { suggests, .. } => suggests,
            _ => None,
        };
        assert_eq!((suggests("85,000"), suggests("92.500")), (Some(Decimal::Point), Some(Decimal::Comma)));
        assert_eq!(suggests("85,250"), None);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "abc",
            "12k",
            "1,23,4",
            "1.2.3",
            "1,2345,678",
            "1..2",
            ".",
            ",",
            "5.",
            ".5",
            "1.234,",
            "12 34",
            "€",
            "1e5",
            "٣",
        ] {
            assert_eq!(read(text, None), Number::None, "{text}");
        }
        for text in ["-5", "(1,234.50)", "$-3", "5-", "−1", "-1,234"] {
            assert_eq!(read(text, None), Number::Negative, "{text}");
        }
    }

    #[test]
    fn digits_are_read_without_ado() {
        assert_eq!(digits_alone(b"007"), Some(7));
        assert_eq!(digits_alone(b"999999999999999999"), Some(999_999_999_999_999_999));
        for text in ["", "9999999999999999999", "1.5", "-1", "１"] {
            assert_eq!(digits_alone(text.as_bytes()), None, "{text}");
        }
    }
}

//! Decimal text to scaled integers and back, exactly and in one pass.

/// Which spellings of a number are read.
#[derive(Copy, Clone)]
pub(super) enum Notation {
    /// Digits, a point, underscores between digits.
    Plain,
    /// The same with an optional exponent: `1.5e-3`.
    Scientific,
}

/// Why a text has no scaled integer.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NotANumber,
    TooManyDecimals,
    Overflow,
}

/// Reads `text` times ten to the `places`. Linear in the length of the text, whatever its exponent.
pub(super) fn scaled(text: &str, places: u32, notation: Notation) -> Result<i128, Fault> {
    let (negative, unsigned) = split_sign(text);
    let (mantissa, exponent) = match (notation, unsigned.split_once(['e', 'E'])) {
        (Notation::Scientific, Some((mantissa, exponent))) => (mantissa, parse_exponent(exponent)?),
        _ => (unsigned, 0),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
        Some(_) => return Err(Fault::NotANumber),
        None => (mantissa, ""),
    };
    if !is_digits(whole) {
        return Err(Fault::NotANumber);
    }

    let decimals = i64::try_from(digits(fraction).count()).unwrap_or(i64::MAX);
    let shift = exponent.saturating_sub(decimals).saturating_add(i64::from(places));
    let dropped = usize::try_from(shift.min(0).unsigned_abs()).unwrap_or(usize::MAX);
    let kept = (digits(whole).count() + digits(fraction).count()).saturating_sub(dropped);

    let all = digits(whole).chain(digits(fraction));
    if all.clone().skip(kept).any(|digit| digit != 0) {
        return Err(Fault::TooManyDecimals);
    }
    let value = all.take(kept).try_fold(0_i128, |value, digit| {
        let value = value.checked_mul(10)?;
        if negative { value.checked_sub(i128::from(digit)) } else { value.checked_add(i128::from(digit)) }
    });
    value.and_then(|value| shifted(value, shift)).ok_or(Fault::Overflow)
}

/// Splits a scaled integer into its sign, its whole units and what is left, in units of `places` decimals.
pub(super) fn parts(value: i128, places: u32) -> (&'static str, u128, u128) {
    let scale = 10_u128.saturating_pow(places);
    let sign = if value < 0 { "-" } else { "" };
    (sign, value.unsigned_abs() / scale, value.unsigned_abs() % scale)
}

/// Multiplies by ten to the `shift` where `shift` is above zero.
fn shifted(value: i128, shift: i64) -> Option<i128> {
    if value == 0 || shift <= 0 {
        return Some(value);
    }
    let factor = 10_i128.checked_pow(u32::try_from(shift).ok()?)?;
    value.checked_mul(factor)
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Reads an exponent; one beyond `i64` is as good as the limit.
fn parse_exponent(text: &str) -> Result<i64, Fault> {
    let (negative, unsigned) = split_sign(text);
    if !is_digits(unsigned) {
        return Err(Fault::NotANumber);
    }
    let size =
        digits(unsigned).fold(0_i64, |size, digit| size.saturating_mul(10).saturating_add(i64::from(digit)));
    Ok(if negative { -size } else { size })
}

/// Returns whether the text is ASCII digits, with single underscores between them at most.
fn is_digits(text: &str) -> bool {
    text.split('_').all(|run| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Lists the values of the digits, passing over underscores.
fn digits(text: &str) -> impl Iterator<Item = u8> + Clone {
    text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Result<i128, Fault> {
        scaled(text, 2, Notation::Plain)
    }

    fn scientific(text: &str) -> Result<i128, Fault> {
        scaled(text, 2, Notation::Scientific)
    }

    #[test]
    fn numbers_are_scaled_by_the_places() {
        for (text, value) in [
            ("0", 0),
            ("-0", 0),
            ("-0.00", 0),
            ("7", 700),
            ("+7", 700),
            ("007", 700),
            ("12.5", 1250),
            ("-12.05", -1205),
            ("1_000_000.5", 100_000_050),
            ("0.1_0", 10),
            ("3.5000", 350),
        ] {
            assert_eq!(plain(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn other_spellings_are_not_numbers() {
        for text in [
            "", " ", ".", "-", "+", "--1", "+-1", "1.", ".5", "-.5", "1.2.3", "1,000", "1 000", " 1", "1 ",
            "1\n", "_1", "1_", "1__0", "1_.5", "1._5", "1e3", "0x10", "NaN", "inf", "٣", "1٣", "１", "−1",
            "€5",
        ] {
            assert_eq!(plain(text), Err(Fault::NotANumber), "{text}");
        }
    }

    #[test]
    fn exponents_move_the_point() {
        for (text, value) in [
            ("1e3", 100_000),
            ("1E+3", 100_000),
            ("1.5e-1", 15),
            ("1e-2", 1),
            ("1000e-5", 1),
            ("0e999999999999999999999", 0),
            ("0.0e-999999999999999999999", 0),
        ] {
            assert_eq!(scientific(text), Ok(value), "{text}");
        }
        for text in ["e3", "1e", "1e+", "1e1.5", "1e5e6", "1e_5", "1e 5"] {
            assert_eq!(scientific(text), Err(Fault::NotANumber), "{text}");
        }
    }

    #[test]
    fn digits_past_the_places_are_refused_unless_they_are_zeros() {
        assert_eq!(plain("0.001"), Err(Fault::TooManyDecimals));
        assert_eq!(plain("-0.991"), Err(Fault::TooManyDecimals));
        assert_eq!(scientific("1e-3"), Err(Fault::TooManyDecimals));
        assert_eq!(scientific("1e-999999999999999999999"), Err(Fault::TooManyDecimals));
        assert_eq!(plain("0.990"), Ok(99));
    }

    #[test]
    fn both_ends_of_i128_are_read() {
        assert_eq!(scaled(&i128::MAX.to_string(), 0, Notation::Plain), Ok(i128::MAX));
        assert_eq!(scaled(&i128::MIN.to_string(), 0, Notation::Plain), Ok(i128::MIN));
        assert_eq!(scaled(&i128::MAX.to_string(), 1, Notation::Plain), Err(Fault::Overflow));
        assert_eq!(
            scaled("-170141183460469231731687303715884105729", 0, Notation::Plain),
            Err(Fault::Overflow)
        );
        assert_eq!(scientific("1e999999999999999999999"), Err(Fault::Overflow));
    }

    #[test]
    fn a_million_digits_are_read_in_one_pass() {
        let zeros = "0".repeat(1_000_000);
        assert_eq!(plain(&format!("{zeros}1.2{zeros}")), Ok(120));
        assert_eq!(plain(&format!("1{zeros}")), Err(Fault::Overflow));
        assert_eq!(plain(&format!("0.{zeros}1")), Err(Fault::TooManyDecimals));
        assert_eq!(scientific(&format!("0.{zeros}1e1000000")), Ok(10));
    }

    #[test]
    fn parts_take_the_lowest_value_apart() {
        assert_eq!(parts(-5, 2), ("-", 0, 5));
        assert_eq!(parts(1205, 2), ("", 12, 5));
        assert_eq!(parts(i128::MIN, 0), ("-", i128::MIN.unsigned_abs(), 0));
    }
}

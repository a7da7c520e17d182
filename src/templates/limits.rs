//! What may be spent and approved at once, a day and a week: made of the amount of a year, and rounded to be read.

use crate::money::{Amount, Currency, Money};
use crate::spec::LimitsSpec;

/// Limits a year's amount: a week to twice the average one, a day to two fifths of that, a spend to half of a day's.
///
/// A week never exceeds seven days, and nothing the amount, so that every limit can bite (BUD008).
pub(super) fn limits(amount: i64, currency: Currency) -> LimitsSpec {
    let of = |parts: i64| Some(Amount::of(Money::from_minor(rounded(amount / parts, 2).max(1)), currency));
    LimitsSpec { transaction: of(200), day: of(100), week: of(26), ..LimitsSpec::default() }
}

/// Limits what whoever passes money on may approve at once: more than any limit below it (BUD014).
pub(super) fn approval(amount: i64, parts: i64, currency: Currency) -> Amount {
    Amount::of(Money::from_minor(rounded(amount / parts, 2).max(2)), currency)
}

/// Rounds down to so many significant digits.
pub(super) fn rounded(amount: i64, digits: u32) -> i64 {
    let grain = 10_i64.pow(amount.max(1).ilog10().saturating_sub(digits - 1));
    amount / grain * grain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_of_every_amount_can_bite() {
        let euro = Currency::from_code("EUR").unwrap();
        let resolve = |amount: Option<Amount>| amount.unwrap().resolve(euro).unwrap().minor();
        let large = (1..=60).map(|power| (1_i64 << power) + 12_345);
        for amount in (1..30_000).chain(large) {
            let limits = limits(amount, euro);
            let (day, week) = (resolve(limits.day), resolve(limits.week));
            let transaction = resolve(limits.transaction);
            assert!(1 <= transaction && transaction <= day, "{amount}");
            assert!(day <= week && week <= 7 * day && week <= amount, "{amount}: {day} {week}");
            assert!(transaction < resolve(Some(approval(amount, 20, euro))), "{amount}");
        }
    }

    #[test]
    fn rounding_keeps_the_first_digits() {
        let cases =
            [(0, 0), (7, 7), (99, 99), (129, 120), (999_999, 990_000), (i64::MAX, 92 * 10_i64.pow(17))];
        for (amount, expected) in cases {
            assert_eq!(rounded(amount, 2), expected);
        }
    }
}

//! Pay: which of it is a year's, in the currency of the org, and can be kept.

use indexmap::IndexMap;

use super::error::ImportFault;
use super::roles::normal;
use super::table::Spot;
use crate::money::{Currency, Money, MoneyError};
use crate::words::word_enum;

word_enum! {
    /// Why pay was left out.
    pub enum PayDoubt ("doubt about pay") {
        /// The currency is not known.
        NoCurrency = "no-currency",
        /// It is in another currency than that of the org.
        OtherCurrency = "other-currency",
        /// A column says that it is not for a year.
        OtherPeriod = "other-period",
        /// It is too little for a year, or far less than what others are paid: it looks like that of an hour.
        LooksHourly = "looks-hourly",
        /// It can be read as thousands or as a fraction.
        Ambiguous = "ambiguous",
        /// It is no amount of the currency.
        Unreadable = "unreadable",
    }
}

/// The least that a year can be paid, in major units of any currency.
const YEAR_AT_LEAST: i64 = 1_000;

/// How many times more a year is paid than an hour, at the very least; nobody else earns so much more than the next.
const HOURS: i64 = 100;

/// The pay of a file, until all of it is known.
#[derive(Debug, Default)]
pub(super) struct Pays {
    found: Vec<(u32, Money, Spot)>,
    pub(super) undisclosed: Vec<Spot>,
    pub(super) doubts: IndexMap<PayDoubt, Vec<Spot>>,
}

impl Pays {
    /// Notes the pay of a row; nothing is paid nothing, so that zero stands for what is not disclosed.
    pub(super) fn add(&mut self, row: u32, pay: Money, spot: Spot) {
        if pay.is_zero() { self.undisclosed.push(spot) } else { self.found.push((row, pay, spot)) }
    }

    /// Notes pay that cannot be kept.
    pub(super) fn doubt(&mut self, doubt: PayDoubt, spot: Spot) {
        self.doubts.entry(doubt).or_default().push(spot);
    }

    /// Notes pay that could not be read.
    pub(super) fn fault(&mut self, fault: &ImportFault, spot: Spot) {
        let doubt = match fault {
            ImportFault::AmbiguousAmount { .. } => PayDoubt::Ambiguous,
            ImportFault::OtherCurrency { .. } => PayDoubt::OtherCurrency,
            // Rates of an hour are often finer than the currency, as in 63.4615.
            ImportFault::Amount { why: MoneyError::TooManyDecimals { text, .. }, .. }
                if text.split('.').next().is_some_and(|whole| whole.len() <= 3) =>
            {
                PayDoubt::LooksHourly
            }
            _ => PayDoubt::Unreadable,
        };
        self.doubt(doubt, spot);
    }

    /// Returns the pay that is a year's, by row.
    ///
    /// What looks like an hour's is left out: less than a thousand major units, or, where sorted pay leaps a
    /// hundredfold, all that lies below the highest leap.
    pub(super) fn settle(&mut self, currency: Currency) -> Vec<(u32, Money)> {
        let mut sorted: Vec<i64> = self.found.iter().map(|(_, pay, _)| pay.minor()).collect();
        sorted.sort_unstable();
        let leap = sorted.windows(2).rev().find_map(|pair| match pair {
            [low, high] if low.saturating_mul(HOURS) <= *high => Some(*high),
            _ => None,
        });
        let least = currency.major(YEAR_AT_LEAST).map_or(0, Money::minor).max(leap.unwrap_or(0));
        let (kept, hourly): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.found).into_iter().partition(|(_, pay, _)| least <= pay.minor());
        for (_, _, spot) in hourly {
            self.doubt(PayDoubt::LooksHourly, spot);
        }
        kept.into_iter().map(|(row, pay, _)| (row, pay)).collect()
    }
}

/// Returns whether what a column says of the period of pay leaves it a year's.
pub(super) fn is_of_a_year(basis: &str) -> bool {
    const OF_A_YEAR: &[&str] = &[
        "",
        "year",
        "years",
        "yearly",
        "annual",
        "annually",
        "annum",
        "per annum",
        "per year",
        "pa",
        "p a",
        "y",
        "yr",
        "a",
        "salary",
        "salaried",
        "annual salary",
        "base salary",
        "tahun",
        "tahunan",
        "per tahun",
        "jahr",
        "jährlich",
        "pro jahr",
        "an",
        "annuel",
        "par an",
        "anual",
        "año",
        "exempt",
    ];
    OF_A_YEAR.contains(&normal(basis).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settle(pays: &[i64]) -> (Vec<i64>, usize) {
        let mut all = Pays::default();
        for (&pay, row) in pays.iter().zip(0..) {
            all.add(row, Money::from_minor(pay * 100), Spot::default());
        }
        let kept = all.settle(Currency::from_code("EUR").unwrap());
        let hourly = all.doubts.get(&PayDoubt::LooksHourly).map_or(0, Vec::len);
        (kept.iter().map(|(_, pay)| pay.minor() / 100).collect(), hourly)
    }

    #[test]
    fn the_pay_of_an_hour_is_told_from_that_of_a_year() {
        assert_eq!(settle(&[45_000, 38, 120_000, 22]), (vec![45_000, 120_000], 2));
        assert_eq!(settle(&[9, 125, 63]), (vec![], 3));
        assert_eq!(settle(&[30_000, 25_000_000, 60_000_000]), (vec![25_000_000, 60_000_000], 1), "rupiah");
        assert_eq!(settle(&[40_000, 3_000_000]), (vec![40_000, 3_000_000], 0), "a chief executive");
        assert_eq!(settle(&[i64::MAX / 100, 1_000]).0, [i64::MAX / 100]);
    }

    #[test]
    fn zero_is_not_disclosed() {
        let mut all = Pays::default();
        all.add(0, Money::ZERO, Spot::default());
        assert_eq!((all.undisclosed.len(), all.settle(Currency::from_code("EUR").unwrap())), (1, vec![]));
    }

    #[test]
    fn a_period_is_a_year_or_another() {
        assert!(["", "Annual", "per year", "P.A.", "Salaried"].iter().all(|basis| is_of_a_year(basis)));
        assert!(["Hourly", "Month", "per hour", "bi-weekly"].iter().all(|basis| !is_of_a_year(basis)));
    }
}

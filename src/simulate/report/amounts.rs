//! Figures as people read them, with their unit.

use crate::money::Money;
use crate::org::Org;
use crate::simulate::figures::OutcomeUnit;
use crate::simulate::statistics::{Confidence, Estimate};

/// Returns the words of a figure's name, with its unit where that does not follow from its amounts.
pub(in crate::simulate) fn label(name: &str, unit: OutcomeUnit) -> String {
    let words = name.replace('_', " ");
    match unit {
        OutcomeUnit::Hours | OutcomeUnit::Days | OutcomeUnit::Levels => format!("{words} ({unit})"),
        _ => words,
    }
}

/// Writes a mean and half of its interval; a dash where it is not defined.
pub(in crate::simulate) fn with_interval(org: &Org, unit: OutcomeUnit, estimate: &Estimate) -> String {
    let Some(mean) = estimate.mean() else { return "-".to_owned() };
    let interval = estimate.interval(Confidence::NINETY_FIVE);
    let half = interval.map_or_else(|| "?".to_owned(), |interval| amount(org, unit, interval.half_width()));
    format!("{} ± {half}", amount(org, unit, mean))
}

/// Writes a value of a figure, without its unit.
pub(in crate::simulate) fn amount(org: &Org, unit: OutcomeUnit, value: f64) -> String {
    match unit {
        OutcomeUnit::MinorUnits => money(org, value),
        OutcomeUnit::Share => percent(value),
        OutcomeUnit::Levels => decimal(value, 2),
        _ => decimal(value, 1),
    }
}

/// Writes a number with so many decimals; of what rounds to nothing, without a sign.
fn decimal(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(nothing) if nothing.chars().all(|digit| matches!(digit, '0' | '.')) => nothing.to_owned(),
        _ => text,
    }
}

/// Writes a value of a figure with its unit, such as `48.0 hours`, with so many decimals; of money in whole major units.
pub(in crate::simulate) fn quantity(org: &Org, unit: OutcomeUnit, value: f64, decimals: usize) -> String {
    match unit {
        OutcomeUnit::MinorUnits => money(org, value),
        OutcomeUnit::Share => percentage(value, decimals),
        OutcomeUnit::Hours | OutcomeUnit::Days => format!("{} {unit}", decimal(value, decimals)),
        _ => decimal(value, decimals),
    }
}

/// Writes a share as a percentage, with so many decimals.
pub(in crate::simulate) fn percentage(share: f64, decimals: usize) -> String {
    decimal(share * 100.0, decimals) + "%"
}

/// Writes a share as a percentage that was stated, without zeros at the end: `95%`, `99.9%`.
pub(in crate::simulate) fn stated_percentage(share: f64) -> String {
    format!("{}%", (share * 1e8).round() / 1e6)
}

/// Writes a share as a percentage.
pub(in crate::simulate) fn percent(share: f64) -> String {
    percentage(share, 1)
}

/// Writes a statistic of money, in whole major units: no estimate is as fine as the minor ones.
#[expect(clippy::cast_possible_truncation, reason = "a cast stops at the ends")]
fn money(org: &Org, minor: f64) -> String {
    let unit = 10_f64.powi(i32::try_from(org.currency().minor_digits()).unwrap_or_default());
    org.display(Money::from_minor(((minor / unit).round() * unit) as i64)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_no_sign() {
        let shown = [-0.04, -0.05, -0.0, 0.04, -1.04].map(|value| decimal(value, 1));
        assert_eq!(shown, ["0.0", "-0.1", "0.0", "0.0", "-1.0"]);
    }
}

//! Names, units and numbers as pictures show them.

use crate::calendar::Date;
use crate::org::Org;
use crate::plain::{Plain, width};
use crate::simulate::figures::OutcomeUnit;

/// Returns a name as it may stand in a picture: what no reader sees is shown as a sign, and what takes more than so many
/// columns is cut.
pub(super) fn cut(name: &str, columns: usize) -> String {
    // Characters that no XML may have, and that are no control characters.
    let shown = Plain(name).to_string().replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}");
    if width(&shown) <= columns {
        return shown;
    }
    let mut kept = String::new();
    for sign in shown.chars() {
        kept.push(sign);
        if columns.saturating_sub(1) < width(&kept) {
            kept.pop();
            break;
        }
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

/// Returns what a figure is called above its picture, with its unit where the words do not have it.
pub(super) fn title(figure: &str, unit: &str) -> String {
    let words = words(figure);
    if words.to_lowercase().contains(unit) { words } else { format!("{words} ({unit})") }
}

fn words(figure: &str) -> String {
    match figure {
        "wait_mean" => "Mean wait for an approval".to_owned(),
        "wait_median" => "Median wait for an approval".to_owned(),
        "wait_p95" => "Wait for an approval, 95th percentile".to_owned(),
        "refused" => "Requests refused".to_owned(),
        _ => {
            let words = figure.replace('_', " ");
            let mut signs = words.chars();
            signs
                .next()
                .map(|first| first.to_uppercase().collect::<String>() + signs.as_str())
                .unwrap_or_default()
        }
    }
}

/// What values are shown in: a unit that a reader takes in at a glance.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measure {
    /// What a value is divided by.
    by: f64,
    /// What it is counted in then.
    pub(super) unit: String,
    /// The decimals of a value, about four digits in all.
    decimals: usize,
}

impl Measure {
    /// Chooses a unit for values of which this is the largest in size.
    pub(super) fn new(org: &Org, unit: OutcomeUnit, most: f64) -> Self {
        let (by, unit) = match unit {
            OutcomeUnit::MinorUnits => money(org, most),
            OutcomeUnit::Share => (0.01, "%".to_owned()),
            _ => (1.0, unit.to_string()),
        };
        let decimals = match most.abs() / by {
            0.0 => 0,
            most if most < 100.0 => 2,
            most if most < 1_000.0 => 1,
            _ => 0,
        };
        Self { by, unit, decimals }
    }

    /// Returns a value in the unit.
    pub(super) fn of(&self, value: f64) -> f64 {
        value / self.by
    }

    /// Writes a value in the unit.
    pub(super) fn text(&self, value: f64) -> String {
        number(self.of(value), self.decimals)
    }
}

/// Returns the minor units of the unit that amounts as large as this are shown in.
fn money(org: &Org, most: f64) -> (f64, String) {
    let code = org.currency().code();
    let major = libm::pow(10.0, f64::from(org.currency().minor_digits()));
    match most.abs() / major {
        most if most < 1e7 => (major, code.to_owned()),
        most if most < 1e10 => (major * 1e6, format!("{code} million")),
        _ => (major * 1e9, format!("{code} billion")),
    }
}

/// Writes a number with commas between thousands.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", value + 0.0);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("−", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, ""), |(whole, rest)| (whole, rest));
    let mut text = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if 0 < place && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        text.push('.');
        text.push_str(rest);
    }
    text
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Returns the short name of the month of a date.
pub(super) fn month(date: Date) -> &'static str {
    let place = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    MONTHS.get(place).copied().unwrap_or_default()
}

/// Writes a date without its year: `3 Mar`.
pub(super) fn day(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_and_what_none_sees_is_shown() {
        assert_eq!(cut("social", 6), "social");
        assert_eq!(cut("paid social", 6), "paid…", "no blank before the sign");
        assert_eq!(cut("a\u{1b}b\u{FFFF}", 9), "a\u{FFFD}b\u{FFFD}");
        assert!(width(&cut("数字营销部", 5)) <= 5);
    }

    #[test]
    fn numbers_are_grouped() {
        let written = [0.0, -0.0, 999.5, 1_234.0, -12_345_678.0].map(|value| number(value, 0));
        assert_eq!(written, ["0", "0", "1,000", "1,234", "−12,345,678"]);
        assert_eq!(number(1_234.567, 2), "1,234.57");
    }

    #[test]
    fn money_is_shown_in_a_unit_of_its_size() {
        let org = crate::org::OrgBuilder::new("Toko Uji", "IDR").build().unwrap();
        let of = |most| Measure::new(&org, OutcomeUnit::MinorUnits, most);
        let whole = of(1_200_000_000_000.0);
        assert_eq!((whole.unit.as_str(), whole.text(1_150_000_000_000.0).as_str()), ("IDR billion", "11.50"));
        assert_eq!((of(9.9e8).unit.as_str(), of(9.9e8).text(123_456_700.0).as_str()), ("IDR", "1,234,567"));
        assert_eq!(of(5e10).unit, "IDR million");
        let share = Measure::new(&org, OutcomeUnit::Share, 1.34);
        assert_eq!(share.text(1.34), "134.0");
    }

    #[test]
    fn figures_have_titles() {
        assert_eq!(title("uncovered_channel_days", "days"), "Uncovered channel days");
        assert_eq!(title("wait_p95", "hours"), "Wait for an approval, 95th percentile (hours)");
    }
}

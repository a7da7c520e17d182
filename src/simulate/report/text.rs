//! The designs side by side, then what each differs by from the first, then the busiest desks.

use std::fmt::{self, Display, Write as _};

use crate::money::Money;
use crate::plain::{Plain, width};
use crate::simulate::designs::{Designs, pairs};
use crate::simulate::figures::OutcomeUnit;
use crate::simulate::outcomes::Outcomes;
use crate::simulate::statistics::{Confidence, Estimate};

/// How many desks are shown of each design.
const DESKS: usize = 5;

/// A difference that luck brings about as rarely as this is marked.
const RARE: f64 = 0.01;

impl Display for Designs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, outcomes)) = self.iter().next() else { return Ok(()) };
        let (years, seed) = (outcomes.replications(), outcomes.seed());
        writeln!(f, "{years} replications, seed {seed}; ± is half of a 95% interval")?;
        writeln!(f)?;
        write_table(f, &side_by_side(self))?;
        for (name, other) in self.iter().skip(1) {
            writeln!(f, "\n`{}` less `{}`, on the same random numbers", Plain(name), Plain(first))?;
            write_table(f, &differences(other, outcomes))?;
        }
        writeln!(f, "\nbusiest desks")?;
        write_table(f, &desks(self))
    }
}

/// A table: the first row holds the headings.
type Table = Vec<Vec<String>>;

fn side_by_side(designs: &Designs) -> Table {
    let mut table = vec![vec![String::new()]];
    if let Some(headings) = table.first_mut() {
        headings.extend(designs.iter().map(|(name, _)| name.to_owned()));
    }
    let Some((_, first)) = designs.iter().next() else { return table };
    for figure in first.of_design() {
        let mut row = vec![label(figure.name, figure.unit)];
        row.extend(designs.iter().map(|(_, outcomes)| match outcomes.figure(figure.name) {
            Some(own) => with_interval(outcomes, own.unit, own.estimate),
            None => "-".to_owned(),
        }));
        table.push(row);
    }
    table
}

fn differences(other: &Outcomes, first: &Outcomes) -> Table {
    let mut table = vec![["", "difference", "by luck alone", ""].map(str::to_owned).to_vec()];
    for (one, two) in other.of_design().zip(first.of_design()) {
        let comparison = pairs(one, two);
        let difference = comparison.difference();
        if difference.most().zip(difference.least()).is_none_or(|(most, least)| most <= 0.0 && 0.0 <= least) {
            continue;
        }
        let p = comparison.p_value();
        let chance = p.map_or_else(
            || "-".to_owned(),
            |p| if p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {p:.3}") },
        );
        let mark = if p.is_some_and(|p| p < RARE) { "*" } else { "" };
        let cell = with_interval(other, one.unit, difference);
        table.push(vec![label(one.name, one.unit), cell, chance, mark.to_owned()]);
    }
    if table.len() == 1 {
        table.push(vec!["no figure differs in any year".to_owned()]);
    }
    table
}

fn desks(designs: &Designs) -> Table {
    let mut table =
        vec![["", "desk", "load", "waits in its queue", "handled", ""].map(str::to_owned).to_vec()];
    for (name, outcomes) in designs.iter() {
        let mut desks: Vec<_> =
            outcomes.org().positions().filter_map(|seat| desk(outcomes, seat.id())).collect();
        desks.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, cells) in desks.into_iter().take(DESKS) {
            let mut row = vec![format!("`{name}`")];
            row.extend(cells);
            table.push(row);
        }
    }
    table
}

/// Returns the load of a desk that handles anything, and what is shown of it.
///
/// To which more comes than it can do, it is said of a desk: its queue grows for as long as one simulates.
fn desk(outcomes: &Outcomes, id: &str) -> Option<(f64, [String; 5])> {
    let of = |name: &str| outcomes.of_position(id)?.find(|figure| figure.name == name);
    let (load, handled, queue) = (of("load")?, of("handled")?, of("queue_mean")?);
    let mean = load.estimate.mean().filter(|load| 0.0 < *load)?;
    let cell = |figure: crate::simulate::Outcome<'_>| with_interval(outcomes, figure.unit, figure.estimate);
    let offered = of("offered_load")?.estimate.mean().filter(|offered| 1.0 <= *offered);
    let warning =
        offered.map(|offered| format!("OVERLOADED: {:.0}% of what it can do comes", offered * 100.0));
    let name = format!("`{id}`");
    Some((mean, [name, cell(load), cell(queue) + " h", cell(handled), warning.unwrap_or_default()]))
}

fn label(name: &str, unit: OutcomeUnit) -> String {
    let words = name.replace('_', " ");
    match unit {
        OutcomeUnit::Hours | OutcomeUnit::Days | OutcomeUnit::Levels => format!("{words} ({unit})"),
        _ => words,
    }
}

/// Writes a mean and half of its interval; a dash where it is not defined.
fn with_interval(outcomes: &Outcomes, unit: OutcomeUnit, estimate: &Estimate) -> String {
    let Some(mean) = estimate.mean() else { return "-".to_owned() };
    let interval = estimate.interval(Confidence::NINETY_FIVE);
    let half =
        interval.map_or_else(|| "?".to_owned(), |interval| amount(outcomes, unit, interval.half_width()));
    format!("{} ± {half}", amount(outcomes, unit, mean))
}

fn amount(outcomes: &Outcomes, unit: OutcomeUnit, value: f64) -> String {
    match unit {
        OutcomeUnit::MinorUnits => money(outcomes, value),
        OutcomeUnit::Share => format!("{:.1}%", value * 100.0),
        OutcomeUnit::Levels => format!("{value:.2}"),
        _ => format!("{value:.1}"),
    }
}

/// Writes a statistic of money, in whole major units: no estimate is as fine as the minor ones.
#[expect(clippy::cast_possible_truncation, reason = "a cast stops at the ends")]
fn money(outcomes: &Outcomes, minor: f64) -> String {
    let org = outcomes.org();
    let unit = 10_f64.powi(i32::try_from(org.currency().minor_digits()).unwrap_or_default());
    org.display(Money::from_minor(((minor / unit).round() * unit) as i64)).to_string()
}

fn write_table(f: &mut fmt::Formatter<'_>, table: &Table) -> fmt::Result {
    let columns = table.iter().map(Vec::len).max().unwrap_or_default();
    let widest = |column: usize| table.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or_default()).collect();
    for row in table {
        let mut line = String::new();
        for (place, (cell, widest)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(widest - width(cell));
            // Names to the left, figures to the right.
            let (before, after) = if place == 0 { ("", pad.as_str()) } else { (pad.as_str(), "") };
            write!(line, "  {before}{}{after}", Plain(cell))?;
        }
        writeln!(f, "{}", line.trim_end())?;
    }
    Ok(())
}

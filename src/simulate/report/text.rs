//! The designs side by side, then what each differs by from the first, then the busiest desks, then what to beware of.

use std::fmt::{self, Display};

use crate::plain::Plain;
use crate::simulate::designs::Designs;
use crate::simulate::figures::OutcomeUnit;
use crate::simulate::outcomes::{Outcome, Outcomes};
use crate::simulate::precision::Stop;
use crate::simulate::report::amounts::{amount, label, with_interval};
use crate::simulate::report::table::{Table, write_table};
use crate::simulate::statistics::{Confidence, Estimate, QuantileType};

/// How many desks are shown of each design.
const DESKS: usize = 5;

/// How many positions are shown of each design that bear losses.
const BEARERS: usize = 3;

/// Where the tail of losses begins.
const LEVEL: f64 = 0.95;

/// A difference that luck brings about as rarely as this is marked.
const RARE: f64 = 0.01;

/// The figures of which it is shown how far years lie apart.
const SPREAD: [&str; 7] = ["wait_mean", "wait_p95", "refused", "spend", "idle_budget", "failures", "loss"];

impl Display for Designs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, outcomes)) = self.iter().next() else { return Ok(()) };
        let (years, seed) = (outcomes.replications(), outcomes.seed());
        writeln!(f, "{years} replications, seed {seed}; ± is half of a 95% interval")?;
        write_stop(f, outcomes)?;
        writeln!(f)?;
        let (table, left_out) = side_by_side(self);
        write_table(f, &table)?;
        if left_out != 0 {
            writeln!(f, "  figures left out, 0 or not defined in every year: {left_out}")?;
        }
        let spread = spread(self);
        if 1 < spread.len() {
            writeln!(f, "\nfrom the 5% to the 95% quantile of years")?;
            write_table(f, &spread)?;
        }
        for (place, (name, other)) in self.iter().enumerate().skip(1) {
            writeln!(f, "\n`{}` less `{}`, on the same random numbers", Plain(name), Plain(first))?;
            write_table(f, &differences(self, place, other))?;
        }
        let desks = desks(self);
        if 1 < desks.len() {
            writeln!(f, "\nbusiest desks")?;
            write_table(f, &desks)?;
        }
        let tails = tails(self);
        if 1 < tails.len() {
            writeln!(f, "\nlosses of the worst twentieth of years, and who bears them")?;
            write_table(f, &tails)?;
        }
        write_warnings(f, self)
    }
}

/// Says how running until a precision ended.
fn write_stop(f: &mut fmt::Formatter<'_>, outcomes: &Outcomes) -> fmt::Result {
    let Some(precision) = outcomes.precision() else { return Ok(()) };
    let (figure, wanted) = (precision.figure(), precision.wanted());
    match outcomes.stop() {
        Stop::Precise => writeln!(f, "`{figure}` is known {wanted}"),
        Stop::AtMost { needed: Some(needed) } => {
            writeln!(f, "`{figure}` is not known {wanted} yet: about {needed} replications would do")
        }
        _ => writeln!(f, "`{figure}` is not known {wanted} yet"),
    }
}

fn write_warnings(f: &mut fmt::Formatter<'_>, designs: &Designs) -> fmt::Result {
    let warnings = designs.iter().map(|(name, outcomes)| (name, outcomes.warnings()));
    let mut heading = "\nwarnings\n";
    for (name, warnings) in warnings {
        for warning in warnings {
            writeln!(f, "{heading}  `{}`: {}", Plain(name), Plain(&warning.to_string()))?;
            heading = "";
        }
    }
    Ok(())
}

fn headings(designs: &Designs) -> Table {
    vec![std::iter::once("").chain(designs.iter().map(|(name, _)| name)).map(str::to_owned).collect()]
}

/// Returns the figures, and how many are left out since they are nothing in all designs.
fn side_by_side(designs: &Designs) -> (Table, usize) {
    let mut table = headings(designs);
    let Some((_, first)) = designs.iter().next() else { return (table, 0) };
    let mut left_out = 0;
    for figure in first.of_design() {
        let of_each =
            || designs.iter().filter_map(|(_, outcomes)| Some((outcomes, outcomes.figure(figure.name)?)));
        if of_each().all(|(_, own)| is_nothing(own.estimate)) {
            left_out += 1;
            continue;
        }
        let mut row = vec![label(figure.name, figure.unit)];
        row.extend(of_each().map(|(outcomes, own)| with_interval(outcomes.org(), own.unit, own.estimate)));
        table.push(row);
    }
    (table, left_out)
}

/// Returns whether a figure is 0 in each year, or defined in none.
pub(in crate::simulate) fn is_nothing(estimate: &Estimate) -> bool {
    estimate.least().zip(estimate.most()).is_none_or(|(least, most)| 0.0 <= least && most <= 0.0)
}

/// Returns between which values nine of ten years lie, of the main figures.
fn spread(designs: &Designs) -> Table {
    let mut table = headings(designs);
    for name in SPREAD {
        let figures = || designs.iter().filter_map(|(_, outcomes)| Some((outcomes, outcomes.figure(name)?)));
        if figures().all(|(_, own)| own.values.is_empty() || is_nothing(own.estimate)) {
            continue;
        }
        let cell = |(outcomes, own): (&Outcomes, Outcome<'_>)| {
            let quantiles = own.quantiles()?;
            let of = |p| quantiles.quantile(p, QuantileType::Linear).ok();
            let [low, high] = [of(0.05)?, of(0.95)?].map(|value| amount(outcomes.org(), own.unit, value));
            Some(format!("{low} to {high}"))
        };
        let mut row: Vec<String> = figures().take(1).map(|(_, own)| label(name, own.unit)).collect();
        row.extend(figures().map(|own| cell(own).unwrap_or_else(|| "-".to_owned())));
        table.push(row);
    }
    table
}

fn differences(designs: &Designs, place: usize, other: &Outcomes) -> Table {
    let mut table = vec![["", "difference", "by luck alone", ""].map(str::to_owned).to_vec()];
    for (figure, one) in other.of_design().enumerate() {
        let Some(comparison) = designs.pair(place, 0, figure) else { continue };
        let difference = comparison.difference();
        if is_nothing(difference) {
            continue;
        }
        let p = comparison.p_value();
        let chance = p.map_or_else(
            || "-".to_owned(),
            |p| if p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {p:.3}") },
        );
        let mark = if p.is_some_and(|p| p < RARE) { "*" } else { "" };
        let cell = with_interval(other.org(), one.unit, difference);
        table.push(vec![label(one.name, one.unit), cell, chance, mark.to_owned()]);
    }
    if table.len() == 1 {
        table.push(vec!["no figure differs in any year".to_owned()]);
    }
    table
}

/// Returns the tails of losses of each design, and of the positions that bear most.
fn tails(designs: &Designs) -> Table {
    let mut table =
        vec![["", "", "begin at", "95% interval", "mean", "95% interval"].map(str::to_owned).to_vec()];
    for (name, outcomes) in designs.iter() {
        // The level is one.
        let bearers = outcomes.who_bears(LEVEL).unwrap_or_default();
        let Some(whole) = outcomes.tail_loss(LEVEL).ok().flatten().filter(|_| !bearers.is_empty()) else {
            continue;
        };
        let all = std::iter::once(("all".to_owned(), whole));
        let bearers = bearers.into_iter().take(BEARERS).map(|(id, tail)| (format!("`{id}`"), tail));
        for (who, tail) in all.chain(bearers) {
            let show = |loss| amount(outcomes.org(), OutcomeUnit::MinorUnits, loss);
            let between = |ends: Option<(f64, f64)>| {
                ends.map_or_else(
                    || "?".to_owned(),
                    |(lower, upper)| format!("{} to {}", show(lower), show(upper)),
                )
            };
            let begins = tail.value_at_risk_interval(Confidence::NINETY_FIVE);
            let mean = tail.conditional_interval(Confidence::NINETY_FIVE);
            table.push(vec![
                format!("`{name}`"),
                who,
                show(tail.value_at_risk),
                between(begins.map(|ends| (ends.lower, ends.upper))),
                show(tail.conditional_value_at_risk),
                between(mean.map(|ends| (ends.lower, ends.upper))),
            ]);
        }
    }
    table
}

fn desks(designs: &Designs) -> Table {
    let mut table = vec![["", "desk", "load", "waits in its queue", "handled"].map(str::to_owned).to_vec()];
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
fn desk(outcomes: &Outcomes, id: &str) -> Option<(f64, [String; 4])> {
    let of = |name: &str| outcomes.of_position(id)?.find(|figure| figure.name == name);
    let (load, handled, queue) = (of("load")?, of("handled")?, of("queue_mean")?);
    let mean = load.estimate.mean().filter(|load| 0.0 < *load)?;
    let cell = |figure: Outcome<'_>| with_interval(outcomes.org(), figure.unit, figure.estimate);
    Some((mean, [format!("`{id}`"), cell(load), cell(queue) + " h", cell(handled)]))
}

//! The lines that say what did not come out as expected, and of what.

use std::fmt::Write as _;

use crate::plain::Plain;
use crate::simulate::expectation::question::{Bound, Measured};
use crate::simulate::expectation::unmet::{Unmet, UnmetKind};
use crate::simulate::outcomes::{Outcome, Outcomes};
use crate::simulate::report::{is_nothing, label, stated_percentage, with_interval};
use crate::simulate::statistics::{Confidence, Estimate, replications_needed};

/// What was asked and what came out, in words.
pub(super) struct Asked<'a> {
    /// What was measured, such as ``the mean of `wait_p95` ``.
    pub(super) subject: String,
    pub(super) bound: Bound,
    /// None where there are too few years for an interval.
    pub(super) measured: Option<Measured>,
    pub(super) confidence: Confidence,
    /// Writes an amount of the subject, with so many decimals.
    pub(super) show: &'a dyn Fn(f64, usize) -> String,
    /// About how many years would decide it.
    pub(super) needed: Option<u64>,
}

impl<'a> Asked<'a> {
    /// Asks about a mean, with its interval by Student's t.
    pub(super) fn of_mean(
        subject: String,
        bound: Bound,
        estimate: &Estimate,
        confidence: Confidence,
        show: &'a dyn Fn(f64, usize) -> String,
    ) -> Self {
        let interval = estimate.interval(confidence);
        let measured = estimate.mean().zip(interval).map(|(value, interval)| Measured::new(value, interval));
        let needed = measured.map_or(Some(2), |measured| {
            replications_needed(estimate, bound.distance(measured.value), confidence).ok().flatten()
        });
        Self { subject, bound, measured, confidence, show, needed }
    }

    /// Answers: met, or else what `context` adds to one line of text.
    pub(super) fn answer(&self, context: impl FnOnce() -> String) -> Result<(), Unmet> {
        let kind = match &self.measured {
            Some(measured) => self.bound.answer(measured),
            None => Some(UnmetKind::Undecided),
        };
        match kind {
            None => Ok(()),
            Some(kind) => Err(Unmet { kind, text: self.line(kind) + "\n" + &context() }),
        }
    }

    fn line(&self, kind: UnmetKind) -> String {
        let Self { subject, bound, show, .. } = self;
        let decimals = self.decimals();
        let show = |value| show(value, decimals);
        let bound = bound.says(show);
        let mut line = match (&self.measured, kind) {
            (Some(measured), _) => {
                let [value, lower, upper] = [measured.value, measured.lower, measured.upper].map(show);
                let level = stated_percentage(self.confidence.level());
                let what = if kind == UnmetKind::NotMet { "not met" } else { "undecided" };
                format!(
                    "{what}: {subject} should be {bound}, and is {value} ({level} interval {lower} to {upper})"
                )
            }
            (None, _) => {
                format!("undecided: {subject} should be {bound}, and there are too few years for an interval")
            }
        };
        if kind == UnmetKind::Undecided {
            match self.needed {
                Some(needed) => write!(line, ": about {needed} years would tell").unwrap_or_default(),
                None => line.push_str(": nearly as much as the bound, which no number of years would tell"),
            }
        }
        line
    }
}

impl Asked<'_> {
    /// How many decimals it takes to tell the ends of the interval, and the bound, apart: two digits of the smallest.
    fn decimals(&self) -> usize {
        let mut sizes = self.bound.ends().to_vec();
        if let Some(measured) = &self.measured {
            sizes.push(0.5 * (measured.upper - measured.lower));
            sizes.push(self.bound.distance(measured.value));
        }
        let sizes = sizes.into_iter().map(f64::abs).filter(|size| 0.0 < *size && size.is_finite());
        let least = sizes.fold(1.0, f64::min);
        (1..=8).find(|decimals| 10.0 <= least * 10_f64.powi(*decimals)).map_or(8, i32::unsigned_abs) as usize
    }
}

/// Says of which days, seed and assumptions outcomes are.
pub(super) fn setting(outcomes: &Outcomes) -> String {
    let mut text = String::new();
    let (from, until) = outcomes.days();
    let (years, seed) = (outcomes.replications(), outcomes.seed());
    writeln!(text, "  simulated: {years} replications of {from} to before {until}, seed {seed}")
        .unwrap_or_default();
    let stated = outcomes.assumptions().to_toml();
    if stated.is_empty() {
        text.push_str("  assumed: nothing but the defaults of `bagan::simulate::assumptions`\n");
    } else {
        text.push_str("  assumed, and else the defaults of `bagan::simulate::assumptions`:\n");
        for line in stated.lines().filter(|line| !line.is_empty()) {
            writeln!(text, "    {}", Plain(line)).unwrap_or_default();
        }
    }
    text
}

/// Lists figures that are not nothing, and warnings, of one design.
pub(super) fn figures<'r>(
    of: &str,
    outcomes: &Outcomes,
    figures: impl Iterator<Item = Outcome<'r>>,
) -> String {
    let mut text = format!("  figures of {}, ± half of a 95% interval:\n", Plain(of));
    for figure in figures.filter(|figure| !is_nothing(figure.estimate)) {
        let amount = with_interval(outcomes.org(), figure.unit, figure.estimate);
        writeln!(text, "    {}: {amount}", label(figure.name, figure.unit)).unwrap_or_default();
    }
    for warning in outcomes.warnings() {
        writeln!(text, "  warning: {}", Plain(&warning.to_string())).unwrap_or_default();
    }
    text
}

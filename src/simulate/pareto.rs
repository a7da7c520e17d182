//! Which designs are worth a thought: those that no other one beats in all that counts.

use std::fmt;

use serde::Serialize;

use crate::plain::Plain;
use crate::simulate::better::Better;
use crate::simulate::designs::Designs;
use crate::simulate::error::SimulationError;
use crate::simulate::figures::OF_DESIGN;
use crate::simulate::named::design_figure;
use crate::simulate::report::{Table, label, stated_percentage, with_interval, write_table};
use crate::simulate::statistics::{Comparison, Confidence};
use crate::words::word_enum;

word_enum! {
    /// How sure it is that one design dominates another.
    pub enum Certainty ("certainty") {
        /// Each difference is beyond luck, or there is none in any year.
        BeyondLuck = "beyond-luck",
        /// The means say so, and luck may have had a hand in one of them.
        ByMeans = "by-means",
    }
}

/// Which designs are dominated by which, over some figures: [`Designs::pareto`].
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Pareto {
    /// The figures, each with the way in which it is better.
    pub figures: Vec<ParetoFigure>,
    /// How sure all differences together are to be that count as beyond luck.
    pub confidence: f64,
    /// Each design, in the order given.
    pub designs: Vec<ParetoDesign>,
    #[serde(skip)]
    table: Table,
}

/// A figure that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ParetoFigure {
    /// Its name.
    pub name: &'static str,
    /// Which way it is better.
    pub better: Better,
}

/// A design, and what dominates it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ParetoDesign {
    /// Its name.
    pub name: String,
    /// The designs that dominate it; none of a design on the front.
    pub dominated: Vec<Dominated>,
}

/// That one design dominates another: it is worse in no figure that counts, and better in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Dominated {
    /// The design that dominates.
    pub by: String,
    /// How sure that is.
    pub certainty: Certainty,
}

impl ParetoDesign {
    /// Returns whether no other design dominates it by means, which is the wider reading.
    #[must_use]
    pub fn is_on_front(&self) -> bool {
        self.dominated.is_empty()
    }
}

impl Designs {
    /// Finds which designs are dominated by which: a design is, if another one is worse in none of the figures and better
    /// in one.
    ///
    /// Both readings are given. By means: the mean differences, year by year, say so. Beyond luck: each of these
    /// differences is either 0 in every year, or the whole of its interval is on the better side. For all of these
    /// intervals to hold together at the confidence, each is as much surer as there are pairs and figures (Bonferroni).
    /// A figure that two designs never define in the same year keeps either from dominating the other.
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use bagan::{OrgBuilder, parse_date};
    /// use bagan::simulate::{Assumptions, Better, Certainty, Confidence, Simulation};
    ///
    /// # let design = |limit: i64| {
    /// #     let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// #     org.channel("social", "Paid social");
    /// #     org.position("dmm", "digital-marketing-manager").holder("rina").budget(3_000_000_000_i64);
    /// #     org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
    /// #     org.delegation("dmm", "social", 2_400_000_000_i64).channel("social").transaction(limit);
    /// #     org.build().map(Arc::new)
    /// # };
    /// # let designs = [("central", design(2_000_000)?), ("delegated", design(20_000_000)?)];
    /// # let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    /// # let simulation = Simulation::new(Assumptions::default(), from, until).replications(20);
    /// let designs = simulation.compare(designs)?;
    /// let figures = [("approved_at_once", Better::Higher), ("refused", Better::Lower)];
    /// let pareto = designs.pareto(figures, Confidence::NINETY_FIVE)?;
    /// let [central, delegated] = pareto.designs.as_slice() else { return Err("there are two".into()) };
    /// assert!(delegated.is_on_front());
    /// assert_eq!(central.dominated[0].certainty, Certainty::BeyondLuck);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`SimulationError::UnknownFigure`]; [`SimulationError::Nothing`] without figures.
    pub fn pareto<'f>(
        &self,
        figures: impl IntoIterator<Item = (&'f str, Better)>,
        confidence: Confidence,
    ) -> Result<Pareto, SimulationError> {
        let figures = figures
            .into_iter()
            .map(|(name, better)| design_figure(name).map(|name| ParetoFigure { name, better }));
        let figures = figures.collect::<Result<Vec<_>, _>>()?;
        if figures.is_empty() {
            return Err(SimulationError::Nothing { what: "a figure" });
        }
        let count = self.iter().len();
        let pairs = (count * count.saturating_sub(1) / 2).max(1);
        let each = 1.0 - (1.0 - confidence.level()) / crate::ratio::length(pairs * figures.len());
        // Nearer to certain than a float can say is as near as it can.
        let each = Confidence::new(each).unwrap_or(confidence);
        let designs = self.iter().enumerate().map(|(place, (name, _))| {
            let others = self.iter().enumerate().filter(|(other, _)| *other != place);
            let dominated = others.filter_map(|(other, (by, _))| {
                let certainty = self.dominates(other, place, &figures, each)?;
                Some(Dominated { by: by.to_owned(), certainty })
            });
            ParetoDesign { name: name.to_owned(), dominated: dominated.collect() }
        });
        let designs: Vec<ParetoDesign> = designs.collect();
        let table = table(self, &figures, &designs);
        Ok(Pareto { figures, confidence: confidence.level(), designs, table })
    }

    /// Returns how surely a design dominates another, by their places; none if it does not.
    fn dominates(
        &self,
        one: usize,
        other: usize,
        figures: &[ParetoFigure],
        each: Confidence,
    ) -> Option<Certainty> {
        let (mut is_better, mut certainty) = (false, Certainty::BeyondLuck);
        for ParetoFigure { name, better } in figures {
            let figure = OF_DESIGN.iter().position(|(known, ..)| known == name)?;
            let comparison = self.pair(one, other, figure)?;
            let mean = better.turn(comparison.difference().mean()?);
            if 0.0 < mean {
                return None;
            }
            is_better |= mean < 0.0;
            if !is_sure(&comparison, *better, each) {
                certainty = Certainty::ByMeans;
            }
        }
        is_better.then_some(certainty)
    }
}

/// Returns whether a difference is 0 in every year, or better beyond luck.
fn is_sure(comparison: &Comparison, better: Better, each: Confidence) -> bool {
    let difference = comparison.difference();
    if difference.least().zip(difference.most()).is_some_and(|(least, most)| 0.0 <= least && most <= 0.0) {
        return true;
    }
    let interval = comparison.interval(each);
    interval.is_some_and(|interval| better.turn(interval.lower).max(better.turn(interval.upper)) < 0.0)
}

fn table(designs: &Designs, figures: &[ParetoFigure], rows: &[ParetoDesign]) -> Table {
    let mut headings = vec![String::new()];
    headings.push("dominated by".to_owned());
    let mut table = Vec::new();
    for (row, (name, outcomes)) in rows.iter().zip(designs.iter()) {
        let by = |dominated: &Dominated| match dominated.certainty {
            Certainty::BeyondLuck => format!("`{}`", dominated.by),
            Certainty::ByMeans => format!("`{}`?", dominated.by),
        };
        let by: Vec<String> = row.dominated.iter().map(by).collect();
        let mut cells = vec![format!("`{name}`"), if by.is_empty() { "-".to_owned() } else { by.join(", ") }];
        for figure in figures.iter().filter_map(|figure| outcomes.figure(figure.name)) {
            cells.push(with_interval(outcomes.org(), figure.unit, figure.estimate));
            if table.is_empty() {
                headings.push(label(figure.name, figure.unit));
            }
        }
        table.push(cells);
    }
    table.insert(0, headings);
    table
}

impl fmt::Display for Pareto {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let figures: Vec<String> =
            self.figures.iter().map(|figure| format!("{} {}", figure.better, figure.name)).collect();
        let sure = stated_percentage(self.confidence);
        writeln!(f, "better is {}; ? where luck may be why, at {sure} for all together", figures.join(", "))?;
        write_table(f, &self.table)?;
        let front: Vec<String> = self
            .designs
            .iter()
            .filter(|design| design.is_on_front())
            .map(|design| format!("`{}`", Plain(&design.name)))
            .collect();
        writeln!(f, "  on the front: {}", front.join(", "))
    }
}

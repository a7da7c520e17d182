//! What came out of many years: each figure with its mean and how far off that may be.

use std::sync::Arc;

use crate::org::Org;
use crate::simulate::engine::Plan;
use crate::simulate::figures::{OF_CHANNEL, OF_DESIGN, OF_POSITION, OutcomeUnit};
use crate::simulate::statistics::Estimate;

/// The figures of some years, added up.
#[derive(Debug)]
pub(super) struct Summary {
    estimates: Vec<Estimate>,
    /// By figure of the design: its value in each year, for quantiles and for pairs with another design.
    values: Vec<Vec<f64>>,
    replications: u64,
    /// The places of the channels whose figures there are.
    channels: Vec<usize>,
}

impl Summary {
    pub(super) fn new(plan: &Plan) -> Self {
        let channels = plan.channels();
        let (seats, sources) = (plan.org().position_count(), channels.len());
        let width = OF_DESIGN.len() + OF_CHANNEL.len() * sources + OF_POSITION.len() * seats;
        Self {
            estimates: vec![Estimate::new(); width],
            values: vec![Vec::new(); OF_DESIGN.len()],
            replications: 0,
            channels,
        }
    }

    /// Adds a year. What is not defined in it counts for nothing.
    pub(super) fn add(&mut self, row: &[f64]) {
        for (estimate, value) in self.estimates.iter_mut().zip(row) {
            // What is undefined is refused, and counts for nothing.
            estimate.add(*value).unwrap_or_default();
        }
        for (values, value) in self.values.iter_mut().zip(row) {
            values.push(*value);
        }
        self.replications += 1;
    }

    /// Adds years that came after these.
    pub(super) fn merge(&mut self, later: Self) {
        for (estimate, more) in self.estimates.iter_mut().zip(&later.estimates) {
            estimate.merge(more);
        }
        for (values, more) in self.values.iter_mut().zip(later.values) {
            values.extend(more);
        }
        self.replications += later.replications;
    }
}

/// What came out of simulating one design.
#[derive(Debug)]
pub struct Outcomes {
    org: Arc<Org>,
    summary: Summary,
    seed: u64,
}

/// One figure of a design, a channel or a position, over all years that were run.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Outcome<'r> {
    /// The name of the figure.
    pub name: &'static str,
    /// What it is counted in.
    pub unit: OutcomeUnit,
    /// Its mean over the years in which it is defined, with its standard error.
    pub estimate: &'r Estimate,
    /// Its value in each year, in their order, and not a number where it is not defined; for a whole design alone.
    pub values: &'r [f64],
}

impl Outcomes {
    pub(super) fn new(org: Arc<Org>, summary: Summary, seed: u64) -> Self {
        Self { org, summary, seed }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &Org {
        &self.org
    }

    /// Returns the seed from which all random numbers followed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Returns how many years were run.
    #[must_use]
    pub fn replications(&self) -> u64 {
        self.summary.replications
    }

    /// Returns the figures of the whole design.
    pub fn of_design(&self) -> impl ExactSizeIterator<Item = Outcome<'_>> {
        let figures = OF_DESIGN.iter().zip(&self.summary.estimates).zip(&self.summary.values);
        figures.map(|((&(name, unit, _), estimate), values)| Outcome { name, unit, estimate, values })
    }

    /// Returns a figure of the whole design by its name.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<Outcome<'_>> {
        self.of_design().find(|figure| figure.name == name)
    }

    /// Returns the figures of a channel; none if nobody is assigned it, or there is none.
    pub fn of_channel(&self, id: &str) -> Option<impl ExactSizeIterator<Item = Outcome<'_>>> {
        let channel = self.org.channel(id)?.ix().index();
        let place = self.summary.channels.iter().position(|own| *own == channel)?;
        let first = OF_DESIGN.len() + place * OF_CHANNEL.len();
        let estimates = self.summary.estimates.get(first..)?;
        let figures = OF_CHANNEL.iter().zip(estimates);
        Some(figures.map(|(&(name, unit, _), estimate)| Outcome { name, unit, estimate, values: &[] }))
    }

    /// Returns the figures of a position; none if there is none with the id.
    pub fn of_position(&self, id: &str) -> Option<impl ExactSizeIterator<Item = Outcome<'_>>> {
        let place = self.org.position(id)?.ix().index();
        let before = OF_DESIGN.len() + self.summary.channels.len() * OF_CHANNEL.len();
        let estimates = self.summary.estimates.get(before + place * OF_POSITION.len()..)?;
        let figures = OF_POSITION.iter().zip(estimates);
        Some(figures.map(|(&(name, unit, _), estimate)| Outcome { name, unit, estimate, values: &[] }))
    }
}

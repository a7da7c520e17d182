//! Figures of many years, added up: estimates of all, and the values of the first of them for quantiles.

use crate::simulate::engine::Plan;
use crate::simulate::figures::{OF_CHANNEL, OF_DESIGN, OF_POSITION};
use crate::simulate::statistics::Estimate;

/// The most values of channels and positions that are kept of one design: 32 MB of them.
const MOST_VALUES: usize = 1 << 22;

/// Of how many years, the first ones, the value of each figure is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kept {
    /// Of the figures of the whole design.
    pub(super) design: usize,
    /// Of those of its channels and positions.
    pub(super) entities: usize,
}

impl Default for Kept {
    fn default() -> Self {
        Self { design: 100_000, entities: 1_000 }
    }
}

impl Kept {
    /// Cuts the years of channels and positions where there are so many that their values would not fit.
    fn fit(self, entities: usize) -> Self {
        Self { entities: self.entities.min(MOST_VALUES / entities.max(1)), ..self }
    }
}

/// How many figures there are of channels and positions.
fn entities(plan: &Plan) -> usize {
    OF_CHANNEL.len() * plan.channels().len() + OF_POSITION.len() * plan.org().position_count()
}

/// Some years that follow each other.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) estimates: Vec<Estimate>,
    /// The figures of the design, year after year.
    design: Vec<f64>,
    /// Those of its channels and positions, as far as they are kept.
    entities: Vec<f64>,
    years: u64,
}

impl Part {
    pub(super) fn new(plan: &Plan) -> Self {
        let estimates = vec![Estimate::new(); OF_DESIGN.len() + entities(plan)];
        Self { estimates, design: Vec::new(), entities: Vec::new(), years: 0 }
    }

    /// Adds the year of a number. What is not defined in it counts for nothing.
    pub(super) fn add(&mut self, row: &[f64], number: u64, kept: Kept) {
        let are_kept = usize::try_from(number)
            .is_ok_and(|number| number < kept.fit(row.len().saturating_sub(OF_DESIGN.len())).entities);
        for (place, (estimate, value)) in self.estimates.iter_mut().zip(row).enumerate() {
            // A sum of nothing is 0, and not -0. What an estimate refuses, such as work as a share of no time, is not defined.
            let canonical = *value + 0.0;
            let value = estimate.add(canonical).map_or(f64::NAN, |()| canonical);
            if place < OF_DESIGN.len() {
                self.design.push(value);
            } else if are_kept {
                self.entities.push(value);
            }
        }
        self.years += 1;
    }

    /// Returns how many years there are.
    pub(super) fn years(&self) -> u64 {
        self.years
    }

    /// Returns the figures of the design in each year.
    pub(super) fn design(&self) -> impl Iterator<Item = &[f64]> {
        self.design.chunks_exact(OF_DESIGN.len())
    }
}

/// The figures of all years so far.
#[derive(Debug)]
pub(super) struct Summary {
    pub(super) estimates: Vec<Estimate>,
    /// By figure, as many as there are estimates: its values in the first years.
    pub(super) values: Vec<Vec<f64>>,
    pub(super) replications: u64,
    /// The places of the channels whose figures there are.
    pub(super) channels: Vec<usize>,
    kept: Kept,
}

impl Summary {
    pub(super) fn new(plan: &Plan, kept: Kept) -> Self {
        let entities = entities(plan);
        let width = OF_DESIGN.len() + entities;
        Self {
            estimates: vec![Estimate::new(); width],
            values: vec![Vec::new(); width],
            replications: 0,
            channels: plan.channels(),
            kept: kept.fit(entities),
        }
    }

    /// Adds years that came after these.
    pub(super) fn merge(&mut self, later: &Part) {
        for (estimate, more) in self.estimates.iter_mut().zip(&later.estimates) {
            estimate.merge(more);
        }
        let (design, entities) = self.values.split_at_mut(OF_DESIGN.len());
        keep(design, &later.design, self.kept.design);
        keep(entities, &later.entities, self.kept.entities);
        self.replications += later.years;
    }

    /// Returns of how many years the values of the design's figures are kept.
    pub(super) fn sampled_of_design(&self) -> u64 {
        self.sampled(self.kept.design)
    }

    /// Returns of how many years those of channels and positions are kept.
    pub(super) fn sampled_of_entities(&self) -> u64 {
        self.sampled(self.kept.entities)
    }

    fn sampled(&self, most: usize) -> u64 {
        self.replications.min(u64::try_from(most).unwrap_or(u64::MAX))
    }
}

/// Keeps the values of rows, figure by figure, up to so many years.
fn keep(columns: &mut [Vec<f64>], rows: &[f64], most: usize) {
    if columns.is_empty() {
        return;
    }
    for row in rows.chunks_exact(columns.len()) {
        for (column, value) in columns.iter_mut().zip(row) {
            if column.len() < most {
                column.push(*value);
            }
        }
    }
}

//! Designs run jointly, block by block of years, and added up in the order of blocks.

use std::ops::Range;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::calendar::Date;
use crate::org::Org;
use crate::risk::{Correlation, Failed, FailureDraws};
use crate::simulate::assumptions::Assumptions;
use crate::simulate::engine::{Plan, World};
use crate::simulate::error::SimulationError;
use crate::simulate::figures::{OF_DESIGN, Year};
use crate::simulate::pairs::Pairs;
use crate::simulate::precision::{FIRST_LOOK, Precision, Stop};
use crate::simulate::progress::Progress;
use crate::simulate::purpose::Purpose;
use crate::simulate::statistics::{Comparison, Estimate, Quantiles};
use crate::simulate::streams::{Replication, Streams};
use crate::simulate::summary::{Kept, Part, Summary};

/// How many years are run one after the other, and their figures added up, before they are added to the others'.
const BLOCK: u64 = 16;

/// How many blocks are run side by side, at most, before they are added up. Outcomes do not depend on it.
const WAVE: u64 = 64;

/// The most running figures of blocks that wait to be added up, where there are at least as many blocks as [`FEW`].
const WAITING: usize = 1 << 21;

/// How many blocks are run side by side, at least.
const FEW: u64 = 8;

/// Designs that are being run.
pub(super) struct Joint<'p> {
    designs: Vec<(Plan, FailureDraws)>,
    streams: Streams,
    kept: Kept,
    progress: &'p Progress,
    summaries: Vec<Summary>,
    pairs: Pairs,
    done: u64,
}

/// Some years of all designs.
struct Block {
    parts: Vec<Part>,
    pairs: Pairs,
}

impl<'p> Joint<'p> {
    pub(super) fn new(
        orgs: impl Iterator<Item = Arc<Org>>,
        assumptions: &Assumptions,
        days: (Date, Date),
        (seed, kept): (u64, Kept),
        progress: &'p Progress,
    ) -> Result<Self, SimulationError> {
        let correlation = Correlation::new(assumptions.failures.correlation)?;
        let mut designs = Vec::new();
        for org in orgs {
            let plan = Plan::new(&org, assumptions, days)?;
            let failures = FailureDraws::new(&org, plan.years(), correlation)?;
            designs.push((plan, failures));
        }
        let summaries = designs.iter().map(|(plan, _)| Summary::new(plan, kept)).collect();
        let pairs = Pairs::new(designs.len());
        Ok(Self { designs, streams: Streams::new(seed), kept, progress, summaries, pairs, done: 0 })
    }

    /// Runs as many years as are asked for, or as a precision takes.
    pub(super) fn run(&mut self, replications: u64, precision: Option<&Precision>) -> Stop {
        let Some(precision) = precision else {
            self.run_to(replications, replications);
            return Stop::Replications;
        };
        let mut next = FIRST_LOOK.min(precision.most());
        loop {
            self.run_to(next, precision.most());
            let look = precision.look(self.estimates(precision).into_iter());
            if look.is_precise {
                return Stop::Precise;
            }
            if precision.most() <= self.done {
                return Stop::AtMost { needed: look.needed };
            }
            next = look.next(self.done, precision.most());
            // Whole blocks, for what is run in one go is added up in the same way.
            next = next.div_ceil(BLOCK).saturating_mul(BLOCK).min(precision.most());
        }
    }

    /// Returns what was gathered of each design, and of each pair of them.
    pub(super) fn finish(self) -> (Vec<Summary>, Pairs) {
        (self.summaries, self.pairs)
    }

    /// The estimates that are to be precise.
    fn estimates(&self, precision: &Precision) -> Vec<&Estimate> {
        let place = precision.place();
        if precision.is_of_differences() {
            return self.pairs.with_first(place).map(Comparison::difference).collect();
        }
        self.summaries.iter().filter_map(|summary| summary.estimates.get(place)).collect()
    }

    /// Runs the years from those that are done to before another, of which there may be so many.
    fn run_to(&mut self, until: u64, of: u64) {
        let width: usize = self.summaries.iter().map(|summary| summary.estimates.len()).sum();
        let fitting = u64::try_from(WAITING / (width + self.pairs.width() * 4)).unwrap_or(WAVE);
        let wave = fitting.clamp(FEW, WAVE) * BLOCK;
        while self.done < until {
            let end = (self.done + wave).min(until);
            let blocks = self.done.div_ceil(BLOCK)..end.div_ceil(BLOCK);
            let run = |block: u64| {
                let block = self.run_block(block * BLOCK..((block + 1) * BLOCK).min(end));
                let years = block.parts.first().map_or(0, Part::years);
                self.progress.add(years, of);
                block
            };
            let blocks: Vec<Block> = blocks.into_par_iter().map(run).collect();
            // In the order of blocks, whoever was done first.
            for block in blocks {
                for (summary, part) in self.summaries.iter_mut().zip(&block.parts) {
                    summary.merge(part);
                }
                self.pairs.merge(&block.pairs);
            }
            self.done = end;
        }
    }

    fn run_block(&self, years: Range<u64>) -> Block {
        let run = |(plan, failures): &(Plan, FailureDraws)| self.run_years(plan, failures, years.clone());
        let parts: Vec<Part> = self.designs.par_iter().map(run).collect();
        let mut pairs = Pairs::new(parts.len());
        pairs.add(&parts);
        Block { parts, pairs }
    }

    fn run_years(&self, plan: &Plan, failures: &FailureDraws, years: Range<u64>) -> Part {
        let mut part = Part::new(plan);
        let mut world = World::new(plan, self.streams.replication(years.start));
        let mut row = Vec::new();
        for number in years {
            let streams = self.streams.replication(number);
            let tally = world.run(streams);
            let failed = fail(plan, failures, streams);
            let waits: Vec<f64> = tally.channels.iter().flat_map(|asked| &asked.waits).copied().collect();
            let waits = Quantiles::new(waits).ok();
            Year { plan, tally, failed: &failed, waits: waits.as_ref() }.write(&mut row);
            part.add(&row, number, self.kept);
        }
        part
    }
}

fn fail(plan: &Plan, failures: &FailureDraws, streams: Replication) -> Vec<Failed> {
    let mut stream = streams.stream(Purpose::Failures, "");
    failures.draw(plan.org(), || stream.uniform())
}

const _: () = assert!(!OF_DESIGN.is_empty() && FIRST_LOOK.is_multiple_of(BLOCK));

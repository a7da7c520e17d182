//! Running a simulation: many years of each design, on common random numbers.

use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::calendar::Date;
use crate::org::Org;
use crate::risk::{Correlation, Failed, FailureDraws};
use crate::simulate::assumptions::Assumptions;
use crate::simulate::designs::Designs;
use crate::simulate::engine::{Plan, World};
use crate::simulate::error::SimulationError;
use crate::simulate::figures::Year;
use crate::simulate::outcomes::{Outcomes, Summary};
use crate::simulate::purpose::Purpose;
use crate::simulate::statistics::Quantiles;
use crate::simulate::streams::{Replication, Streams};

/// How many years are run one after the other, and their figures added up, before they are added to the others'.
const BLOCK: u64 = 16;

/// How many blocks are run side by side, at most, before they are added up.
const WAVE: u64 = 64;

/// A simulation that is ready to run on designs.
///
/// The same seed gives the same requests, absences and failures to every design, entity by entity; so what differs is
/// the design. The outcomes are the same to the bit, with any number of threads.
#[derive(Debug, Clone)]
pub struct Simulation {
    assumptions: Assumptions,
    days: (Date, Date),
    replications: u64,
    seed: u64,
}

impl Simulation {
    /// Begins with assumptions and the days to simulate, from one to before another, such as a fiscal year: 100
    /// replications, and the seed 0.
    #[must_use]
    pub fn new(assumptions: Assumptions, from: Date, until: Date) -> Self {
        Self { assumptions, days: (from, until), replications: 100, seed: 0 }
    }

    /// Sets how many years are run, each with random numbers of its own.
    #[must_use]
    pub fn replications(mut self, replications: u64) -> Self {
        self.replications = replications;
        self
    }

    /// Sets the seed from which all random numbers follow.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Runs one design.
    ///
    /// # Errors
    /// [`SimulationError`] if an assumption cannot be, or there is nothing to simulate.
    pub fn run(&self, org: impl Into<Arc<Org>>) -> Result<Outcomes, SimulationError> {
        let org = org.into();
        self.check([&org])?;
        self.run_checked(org)
    }

    /// Runs several designs on the same random numbers.
    ///
    /// What is assumed of a channel or a position that only some of them have counts for those.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn compare<N: Into<String>>(
        &self,
        designs: impl IntoIterator<Item = (N, Arc<Org>)>,
    ) -> Result<Designs, SimulationError> {
        let designs: Vec<(String, Arc<Org>)> =
            designs.into_iter().map(|(name, org)| (name.into(), org)).collect();
        self.check(designs.iter().map(|(_, org)| org))?;
        let run = |(name, org)| Ok((name, self.run_checked(org)?));
        designs.into_iter().map(run).collect::<Result<_, _>>().map(Designs::new)
    }

    fn check<'d>(&self, designs: impl IntoIterator<Item = &'d Arc<Org>>) -> Result<(), SimulationError> {
        let designs: Vec<&Org> = designs.into_iter().map(AsRef::as_ref).collect();
        if designs.is_empty() {
            return Err(SimulationError::Nothing { what: "a design" });
        }
        if self.replications == 0 {
            return Err(SimulationError::Nothing { what: "a replication" });
        }
        self.assumptions.check()?;
        self.assumptions.check_ids(&designs)
    }

    fn run_checked(&self, org: Arc<Org>) -> Result<Outcomes, SimulationError> {
        let plan = Plan::new(&org, &self.assumptions, self.days)?;
        let correlation = Correlation::new(self.assumptions.failures.correlation)?;
        let failures = FailureDraws::new(&org, plan.years(), correlation)?;
        let streams = Streams::new(self.seed);
        let mut summary = Summary::new(&plan);
        let blocks = self.replications.div_ceil(BLOCK);
        for wave in 0..blocks.div_ceil(WAVE) {
            let of_wave = wave * WAVE..((wave + 1) * WAVE).min(blocks);
            let parts: Vec<Summary> = of_wave
                .into_par_iter()
                .map(|block| {
                    let first = block * BLOCK;
                    let last = (first + BLOCK).min(self.replications);
                    run_block(&plan, &failures, streams, first..last)
                })
                .collect();
            // In the order of blocks, whoever was done first.
            for part in parts {
                summary.merge(part);
            }
        }
        Ok(Outcomes::new(org, summary, self.seed))
    }
}

fn run_block(
    plan: &Plan,
    failures: &FailureDraws,
    streams: Streams,
    replications: std::ops::Range<u64>,
) -> Summary {
    let mut summary = Summary::new(plan);
    let mut world = World::new(plan, streams.replication(replications.start));
    let mut row = Vec::new();
    for number in replications {
        let streams = streams.replication(number);
        let tally = world.run(streams);
        let failed = fail(plan, failures, streams);
        let waits: Vec<f64> = tally.channels.iter().flat_map(|asked| &asked.waits).copied().collect();
        let waits = Quantiles::new(waits).ok();
        Year { plan, tally, failed: &failed, waits: waits.as_ref() }.write(&mut row);
        summary.add(&row);
    }
    summary
}

fn fail(plan: &Plan, failures: &FailureDraws, streams: Replication) -> Vec<Failed> {
    let mut stream = streams.stream(Purpose::Failures, "");
    failures.draw(plan.org(), || stream.uniform())
}

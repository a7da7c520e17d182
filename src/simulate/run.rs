//! A simulation that is ready to run: many years of each design, on common random numbers.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::calendar::Date;
use crate::org::Org;
use crate::simulate::assumptions::Assumptions;
use crate::simulate::designs::Designs;
use crate::simulate::engine::{Plan, World};
use crate::simulate::error::SimulationError;
use crate::simulate::joint::Joint;
use crate::simulate::outcomes::Outcomes;
use crate::simulate::pairs::Pairs;
use crate::simulate::precision::Precision;
use crate::simulate::progress::Progress;
use crate::simulate::setting::Setting;
use crate::simulate::streams::Streams;
use crate::simulate::summary::Kept;
use crate::simulate::timeline::Timeline;

/// A simulation that is ready to run on designs.
///
/// The same seed gives the same requests, absences and failures to every design, entity by entity; so what differs is
/// the design. The outcomes are the same to the bit, with any number of threads and in whatever order designs are given.
///
/// From where values are kept no longer, memory does not grow with the number of years:
/// [`keep_values`](Self::keep_values).
#[derive(Debug, Clone)]
pub struct Simulation {
    assumptions: Assumptions,
    days: (Date, Date),
    replications: u64,
    seed: u64,
    kept: Kept,
    precision: Option<Precision>,
    progress: Progress,
}

impl Simulation {
    /// Begins with assumptions and the days to simulate, from one to before another, such as a fiscal year: 100
    /// replications, and the seed 0.
    #[must_use]
    pub fn new(assumptions: Assumptions, from: Date, until: Date) -> Self {
        Self {
            assumptions,
            days: (from, until),
            replications: 100,
            seed: 0,
            kept: Kept::default(),
            precision: None,
            progress: Progress::default(),
        }
    }

    /// Sets how many years are run, each with random numbers of its own.
    #[must_use]
    pub fn replications(mut self, replications: u64) -> Self {
        (self.replications, self.precision) = (replications, None);
        self
    }

    /// Runs until a figure is known precisely enough, in place of a number of years.
    #[must_use]
    pub fn until(mut self, precision: Precision) -> Self {
        self.precision = Some(precision);
        self
    }

    /// Sets the seed from which all random numbers follow.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets of how many years, the first ones, the values of figures are kept, for quantiles and shares of years: of each
    /// whole design, and of its channels and positions. 100,000 and 1,000 unless set, the latter of at most 2^22 values.
    ///
    /// Means, intervals and differences are of all years, whatever is kept. A value takes 8 bytes.
    #[must_use]
    pub fn keep_values(mut self, design: usize, entities: usize) -> Self {
        self.kept = Kept { design, entities };
        self
    }

    /// Calls something while years are run, from whatever thread ran them: how many are done, of how many at most.
    ///
    /// Calls come one at a time, and the first number never falls.
    #[must_use]
    pub fn on_progress(mut self, tell: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.progress = Progress::new(tell);
        self
    }

    /// Runs one design.
    ///
    /// # Errors
    /// [`SimulationError`] if an assumption cannot be, or there is nothing to simulate.
    pub fn run(&self, org: impl Into<Arc<Org>>) -> Result<Outcomes, SimulationError> {
        let (outcomes, _) = self.run_all(&[org.into()])?;
        outcomes.into_iter().next().ok_or(SimulationError::Nothing { what: "a design" })
    }

    /// Runs several designs on the same random numbers.
    ///
    /// What is assumed of a channel or a position that only some of them have counts for those.
    ///
    /// # Errors
    /// As [`run`](Self::run), and if two of them have one name.
    pub fn compare<N: Into<String>>(
        &self,
        designs: impl IntoIterator<Item = (N, Arc<Org>)>,
    ) -> Result<Designs, SimulationError> {
        let (names, orgs): (Vec<String>, Vec<Arc<Org>>) =
            designs.into_iter().map(|(name, org)| (name.into(), org)).unzip();
        let mut known = BTreeSet::new();
        if let Some(name) = names.iter().find(|name| !known.insert(name.as_str())) {
            return Err(SimulationError::SameName { name: name.clone() });
        }
        let (outcomes, pairs) = self.run_all(&orgs)?;
        Ok(Designs::new(names.into_iter().zip(outcomes).collect(), pairs))
    }

    /// Runs one replication of a design, the first of which is 0, and returns it day by day.
    ///
    /// It is the one that [`run`](Self::run) counts at that place; it may be one beyond those that are run.
    ///
    /// # Errors
    /// [`SimulationError`] if an assumption cannot be, or there are no days.
    pub fn year(&self, org: impl Into<Arc<Org>>, replication: u64) -> Result<Timeline, SimulationError> {
        let org = org.into();
        self.check_assumptions(&[&org])?;
        self.year_checked(&org, replication)
    }

    /// Runs one replication of several designs, each day by day, under assumptions that [`compare`](Self::compare) takes.
    ///
    /// # Errors
    /// As [`year`](Self::year).
    pub fn years<N: Into<String>>(
        &self,
        designs: impl IntoIterator<Item = (N, Arc<Org>)>,
        replication: u64,
    ) -> Result<Vec<(String, Timeline)>, SimulationError> {
        let designs: Vec<(String, Arc<Org>)> =
            designs.into_iter().map(|(name, org)| (name.into(), org)).collect();
        self.check_assumptions(&designs.iter().map(|(_, org)| org.as_ref()).collect::<Vec<_>>())?;
        designs.into_iter().map(|(name, org)| Ok((name, self.year_checked(&org, replication)?))).collect()
    }

    fn year_checked(&self, org: &Arc<Org>, replication: u64) -> Result<Timeline, SimulationError> {
        let plan = Plan::new(org, &self.assumptions, self.days)?;
        let streams = Streams::new(self.seed).replication(replication);
        let trace = World::new(&plan, streams).traced(streams);
        Ok(Timeline::new(Arc::clone(org), &plan, &trace, (self.seed, replication)))
    }

    fn run_all(&self, orgs: &[Arc<Org>]) -> Result<(Vec<Outcomes>, Pairs), SimulationError> {
        self.check(orgs)?;
        let progress = self.progress.fresh();
        let sown = (self.seed, self.kept);
        let mut joint = Joint::new(orgs.iter().cloned(), &self.assumptions, self.days, sown, &progress)?;
        let stop = joint.run(self.replications, self.precision.as_ref());
        let setting = Arc::new(Setting {
            assumptions: self.assumptions.clone(),
            days: self.days,
            seed: self.seed,
            precision: self.precision.clone(),
            stop,
        });
        let (summaries, pairs) = joint.finish();
        let outcomes = orgs.iter().zip(summaries);
        let outcomes = outcomes.map(|(org, summary)| Outcomes::new(org.clone(), summary, setting.clone()));
        Ok((outcomes.collect(), pairs))
    }

    fn check(&self, orgs: &[Arc<Org>]) -> Result<(), SimulationError> {
        let designs: Vec<&Org> = orgs.iter().map(AsRef::as_ref).collect();
        let is_alone = designs.len() < 2;
        let (replications, differences) = match &self.precision {
            Some(precision) => (precision.most(), precision.is_of_differences()),
            None => (self.replications, false),
        };
        let lacking = [
            (designs.is_empty(), "a design"),
            (replications == 0, "a replication"),
            (differences && is_alone, "a second design, for a difference"),
        ];
        if let Some((_, what)) = lacking.into_iter().find(|(is_lacking, _)| *is_lacking) {
            return Err(SimulationError::Nothing { what });
        }
        self.check_assumptions(&designs)
    }

    fn check_assumptions(&self, designs: &[&Org]) -> Result<(), SimulationError> {
        self.assumptions.check()?;
        self.assumptions.check_ids(designs)
    }
}

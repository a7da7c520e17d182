//! What came out of many years: each figure with its mean and how far off that may be.

use std::sync::Arc;

use crate::calendar::Date;
use crate::org::Org;
use crate::simulate::assumptions::Assumptions;
use crate::simulate::figures::{OF_CHANNEL, OF_DESIGN, OF_POSITION, OutcomeUnit};
use crate::simulate::precision::{Precision, Stop};
use crate::simulate::setting::Setting;
use crate::simulate::statistics::{Estimate, Frequency, Quantiles};
use crate::simulate::summary::Summary;

/// What came out of simulating one design.
#[derive(Debug)]
pub struct Outcomes {
    org: Arc<Org>,
    pub(super) summary: Summary,
    setting: Arc<Setting>,
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
    /// Its value in each of the first years, in their order, and not a number where it is not defined.
    ///
    /// Of how many years, [`Outcomes::sampled_years`] and [`Outcomes::sampled_years_of_entities`] say. Years do not
    /// depend on each other, so that the first ones are a fair sample of all.
    pub values: &'r [f64],
}

impl Outcome<'_> {
    /// Returns the values of the sampled years in order, for quantiles with their intervals: none where no year defines
    /// the figure. Costs `n log n` steps.
    ///
    /// Reports show quantiles of [`QuantileType::Linear`](crate::simulate::QuantileType::Linear), type 7.
    #[must_use]
    pub fn quantiles(&self) -> Option<Quantiles> {
        let defined: Vec<f64> = self.values.iter().copied().filter(|value| !value.is_nan()).collect();
        Quantiles::new(defined).ok()
    }

    /// Returns in how many of the sampled years something is so, of those in which the figure is defined.
    #[must_use]
    pub fn years(&self, is_so: impl Fn(f64) -> bool) -> Frequency {
        let defined = self.values.iter().copied().filter(|value| !value.is_nan());
        let (mut happened, mut trials) = (0_u32, 0_u32);
        for value in defined {
            trials = trials.saturating_add(1);
            happened = happened.saturating_add(u32::from(is_so(value)));
        }
        Frequency::of(happened, trials).unwrap_or_default()
    }
}

impl Outcomes {
    pub(super) fn new(org: Arc<Org>, summary: Summary, setting: Arc<Setting>) -> Self {
        Self { org, summary, setting }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &Org {
        &self.org
    }

    /// Returns the seed from which all random numbers followed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.setting.seed
    }

    /// Returns what was assumed.
    #[must_use]
    pub fn assumptions(&self) -> &Assumptions {
        &self.setting.assumptions
    }

    /// Returns the first day that was simulated, that of the warm-up included, and the day after the last.
    #[must_use]
    pub fn days(&self) -> (Date, Date) {
        self.setting.days
    }

    /// Returns why no more years were run.
    #[must_use]
    pub fn stop(&self) -> Stop {
        self.setting.stop
    }

    /// Returns how precisely a figure was to be known, if that was asked for.
    #[must_use]
    pub fn precision(&self) -> Option<&Precision> {
        self.setting.precision.as_ref()
    }

    /// Returns how many years were run.
    #[must_use]
    pub fn replications(&self) -> u64 {
        self.summary.replications
    }

    /// Returns of how many years, the first ones, the values of the design's figures are kept: all up to 100,000, unless
    /// [`keep_values`](crate::simulate::Simulation::keep_values) says otherwise.
    #[must_use]
    pub fn sampled_years(&self) -> u64 {
        self.summary.sampled_of_design()
    }

    /// Returns of how many years, the first ones, the values of channels' and positions' figures are kept: all up to
    /// 1,000, or fewer where there are so many that 2^22 values would not do.
    #[must_use]
    pub fn sampled_years_of_entities(&self) -> u64 {
        self.summary.sampled_of_entities()
    }

    /// Returns the figures of the whole design.
    pub fn of_design(&self) -> impl ExactSizeIterator<Item = Outcome<'_>> {
        self.outcomes(0, OF_DESIGN.iter().map(|&(name, unit, _)| (name, unit)))
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
        Some(self.outcomes(first, OF_CHANNEL.iter().map(|&(name, unit, _)| (name, unit))))
    }

    /// Returns the figures of a position; none if there is none with the id.
    pub fn of_position(&self, id: &str) -> Option<impl ExactSizeIterator<Item = Outcome<'_>>> {
        let place = self.org.position(id)?.ix().index();
        let first =
            OF_DESIGN.len() + self.summary.channels.len() * OF_CHANNEL.len() + place * OF_POSITION.len();
        Some(self.outcomes(first, OF_POSITION.iter().map(|&(name, unit, _)| (name, unit))))
    }

    /// Returns named figures from a place on.
    fn outcomes<'r>(
        &'r self,
        first: usize,
        named: impl ExactSizeIterator<Item = (&'static str, OutcomeUnit)> + 'r,
    ) -> impl ExactSizeIterator<Item = Outcome<'r>> {
        let estimates = self.summary.estimates.get(first..).unwrap_or_default();
        let values = self.summary.values.get(first..).unwrap_or_default();
        let figures = named.zip(estimates).zip(values);
        figures.map(|(((name, unit), estimate), values)| Outcome { name, unit, estimate, values })
    }
}

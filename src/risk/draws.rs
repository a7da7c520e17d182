//! Failures drawn, for a simulation.

use crate::money::Money;
use crate::org::{Org, Outcome, OutcomeIx, PositionIx};
use crate::risk::causes::Causes;
use crate::risk::error::RiskError;
use crate::risk::factor::Correlation;
use crate::risk::fault_tree::{FaultPart, FaultTree};
use crate::risk::normal;

/// The outcomes of an org, ready to be failed: each by its own cause, or with what it rests on.
#[derive(Debug, Clone)]
pub(crate) struct FailureDraws {
    tree: FaultTree,
    outcomes: Vec<(OutcomeIx, FaultPart)>,
    /// The quantiles of the probabilities that basic outcomes fail by themselves in the time.
    thresholds: Vec<f64>,
    correlation: f64,
}

/// An outcome that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failed {
    pub(crate) outcome: OutcomeIx,
    pub(crate) accountable: PositionIx,
    /// None where the outcome states no loss.
    pub(crate) loss: Option<Money>,
}

impl FailureDraws {
    /// Prepares the outcomes of an org for a time of so many fiscal years.
    ///
    /// An outcome that leaves open how likely it fails never does by itself. Within a part of a year, or several, a cause happens with the probability 1 − (1 − p)^years.
    pub(crate) fn new(org: &Org, years: f64, correlation: Correlation) -> Result<Self, RiskError> {
        let mut by_id: Vec<Outcome<'_>> = org.outcomes().collect();
        by_id.sort_unstable_by_key(|outcome| outcome.id());
        let Causes { tree, tops, .. } = Causes::of(&by_id)?;
        let within = |p: f64| -libm::expm1(years * libm::log1p(-p));
        let thresholds = tree.events().iter().map(|p| normal::quantile(within(*p))).collect();
        let outcomes = by_id.iter().map(|outcome| outcome.ix()).zip(tops).collect();
        Ok(Self { tree, outcomes, thresholds, correlation: correlation.rho() })
    }

    /// Draws which outcomes fail: `uniform` gives numbers above 0 and below 1.
    ///
    /// One common factor, and one number for each cause: as [`OneFactor`](crate::risk::OneFactor) has it, a cause happens
    /// where √ρ times the factor and √(1 − ρ) times its own normal are below its threshold.
    pub(crate) fn draw(&self, org: &Org, mut uniform: impl FnMut() -> f64) -> Vec<Failed> {
        let mut normal = || normal::quantile(uniform());
        let factor = normal() * self.correlation.sqrt();
        let own = (1.0 - self.correlation).sqrt();
        let happens: Vec<bool> =
            self.thresholds.iter().map(|threshold| factor + own * normal() < *threshold).collect();
        let failed = self.tree.happening(&happens);
        let failed = self.outcomes.iter().filter(|(_, part)| failed.get(part.index()) == Some(&true));
        let failed = failed.map(|(ix, _)| {
            let outcome = org.outcome_at(*ix);
            Failed { outcome: *ix, accountable: outcome.accountable().ix(), loss: outcome.loss() }
        });
        failed.collect()
    }
}

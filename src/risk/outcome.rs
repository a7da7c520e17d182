//! How likely an outcome fails, through all that it rests on.

use crate::org::Outcome;
use crate::risk::assumptions::{Assumptions, Both};
use crate::risk::causes::Causes;
use crate::risk::error::RiskError;

/// How likely an outcome fails, by itself or with what it rests on.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OutcomeRisk<'o> {
    /// The outcome.
    pub outcome: Outcome<'o>,
    /// The outcomes whose failing by themselves counts, each once, however many ways lead to it.
    pub causes: Vec<Outcome<'o>>,
    /// Of those, the ones that do not state how likely they fail.
    pub unstated: Vec<Outcome<'o>>,
    /// The probability that it fails in a fiscal year; `None` while something is unstated.
    pub fails: Option<Both<f64>>,
}

/// Returns how likely an outcome fails: the top of the fault tree over all that it rests on (S16, S17).
///
/// An outcome on which several rest is one cause, and counts once. The probability is exact up to rounding, and within
/// 1e-13 with a correlation. An outcome that rests on others and states no probability has no cause of its own; one
/// that rests on nothing and states none leaves the figure open, and is named.
///
/// ```
/// use bagan::risk::{Assumptions, outcome_risk};
/// use bagan::{OrgBuilder, OutcomeKind, Quantity};
///
/// let one_in_ten: Quantity = "0.1".parse()?;
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("dmm", "digital-marketing-manager").holder("rina");
/// org.outcome("acquisition", OutcomeKind::Strategic, "dmm").rests_on(["search", "social"]);
/// // Both channels stand on the same landing pages.
/// org.outcome("search", OutcomeKind::Tactical, "dmm").probability(one_in_ten).rests_on(["pages"]);
/// org.outcome("social", OutcomeKind::Tactical, "dmm").probability(one_in_ten).rests_on(["pages"]);
/// org.outcome("pages", OutcomeKind::Tactical, "dmm").probability(one_in_ten);
/// let org = org.build()?;
///
/// let acquisition = org.outcome("acquisition").ok_or("no such outcome")?;
/// let risk = outcome_risk(acquisition, Assumptions::new(0.2, 0.95)?)?;
/// let fails = risk.fails.ok_or("something is unstated")?;
/// // Three causes, not four: 1 - 0.9³.
/// assert_eq!(risk.causes.len(), 3);
/// assert!((fails.independent - 0.271).abs() < 1e-15);
/// assert!(fails.correlated < fails.independent);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`RiskError::TooLarge`] if the exact figure takes too long; see [`FaultTree`](crate::risk::FaultTree).
pub fn outcome_risk(outcome: Outcome<'_>, assumed: Assumptions) -> Result<OutcomeRisk<'_>, RiskError> {
    let Causes { tree, tops, basic, unstated } = Causes::of(&[outcome])?;
    let fails = match tops.first().filter(|_| unstated.is_empty()) {
        None => None,
        Some(&top) => Some(Both::of(assumed.correlation(), |rho| tree.probability_with(top, rho))?),
    };
    Ok(OutcomeRisk { outcome, causes: basic, unstated, fails })
}

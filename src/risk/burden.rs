//! What somebody bears who answers for outcomes.

use crate::money::Money;
use crate::org::{Org, Outcome, Position};
use crate::risk::assumptions::{Assumptions, Both};
use crate::risk::causes::Causes;
use crate::risk::error::RiskError;
use crate::risk::factor::Correlation;
use crate::risk::joint::Joint;
use crate::risk::loss::float;

/// What some outcomes bring upon whoever answers for them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Burden<'o> {
    /// The outcomes, each once, in the order of the org.
    pub outcomes: Vec<Outcome<'o>>,
    /// Those, and those they rest on, that would have to state how likely they fail.
    pub without_probability: Vec<Outcome<'o>>,
    /// Those of the outcomes that do not state what is lost if they fail.
    pub without_loss: Vec<Outcome<'o>>,
    /// The probability that at least one fails in a fiscal year; `None` while a probability is unstated.
    pub any_fails: Option<Both<f64>>,
    /// What is lost in a fiscal year; `None` while a probability or a loss is unstated.
    pub loss: Option<Both<Loss>>,
}

/// What may be lost in a fiscal year, in figures.
///
/// Amounts are rounded to the nearest minor unit, once, from what is exact up to rounding of floats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loss {
    /// The expected loss; the correlation does not change it, unless outcomes rest on others.
    pub expected: Money,
    /// The value at risk: the least loss that is exceeded with at most the probability 1 - level.
    pub value_at_risk: Money,
    /// The conditional value at risk: the mean loss of the worst 1 - level of years.
    pub conditional_value_at_risk: Money,
}

/// Returns what some outcomes of an org bring upon whoever answers for them: a position, a person, a team.
///
/// An outcome given twice counts once, and so does whatever several of them rest on: what is lost together is lost
/// together. Of no outcomes, nothing fails and nothing is lost.
///
/// ```
/// use bagan::risk::{Assumptions, burden};
/// use bagan::{OrgBuilder, OutcomeKind, Quantity};
///
/// let one_in_ten: Quantity = "0.1".parse()?;
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("social", "specialist").holder("budi");
/// for id in ["reach", "leads"] {
///     org.outcome(id, OutcomeKind::Tactical, "social").probability(one_in_ten).loss(300_000_000);
/// }
/// let org = org.build()?;
///
/// let borne = burden(org.outcomes(), Assumptions::new(0.3, 0.95)?)?;
/// let (any, loss) = (borne.any_fails.ok_or("unstated")?, borne.loss.ok_or("unstated")?);
/// assert!((any.independent - 0.19).abs() < 1e-15);
/// assert_eq!(org.display(loss.independent.expected).to_string(), "IDR 60,000,000");
/// assert_eq!(org.display(loss.independent.value_at_risk).to_string(), "IDR 300,000,000");
/// // One year in a hundred both fail, a fifth of the worst twentieth.
/// assert_eq!(org.display(loss.independent.conditional_value_at_risk).to_string(), "IDR 360,000,000");
/// assert!(loss.independent.conditional_value_at_risk < loss.correlated.conditional_value_at_risk);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`RiskError::TooLarge`] if the exact figure takes too long, as with more than about 20 outcomes whose losses all add
/// up differently.
pub fn burden<'o>(
    outcomes: impl IntoIterator<Item = Outcome<'o>>,
    assumed: Assumptions,
) -> Result<Burden<'o>, RiskError> {
    let by_id = each_once(outcomes);
    let causes = Causes::of(&by_id)?;
    let mut outcomes = by_id.clone();
    outcomes.sort_unstable_by_key(|outcome| outcome.ix());
    let without_loss: Vec<Outcome<'o>> =
        outcomes.iter().copied().filter(|outcome| outcome.loss().is_none()).collect();
    let (mut any_fails, mut loss) = (None, None);
    if causes.unstated.is_empty() {
        any_fails = Some(any(&causes, assumed)?);
        if without_loss.is_empty() {
            let losses: Vec<Money> = by_id.iter().filter_map(|outcome| outcome.loss()).collect();
            loss = Some(figures(&causes, &losses, assumed)?);
        }
    }
    Ok(Burden { outcomes, without_probability: causes.unstated, without_loss, any_fails, loss })
}

/// Returns the probability that at least one of some outcomes fails in a fiscal year; `None` while one is unstated.
///
/// That of [`burden`], for outcomes whose losses add up in too many ways for all of its figures.
///
/// # Errors
/// [`RiskError::TooLarge`] if the exact figure takes too long; see [`FaultTree`](crate::risk::FaultTree).
pub fn any_fails<'o>(
    outcomes: impl IntoIterator<Item = Outcome<'o>>,
    assumed: Assumptions,
) -> Result<Option<Both<f64>>, RiskError> {
    let causes = Causes::of(&each_once(outcomes))?;
    causes.unstated.is_empty().then(|| any(&causes, assumed)).transpose()
}

/// Returns the expected loss of some outcomes in a fiscal year; `None` while a probability or a loss is unstated.
///
/// That of [`burden`], for outcomes whose losses add up in too many ways for all of its figures: an expectation needs
/// no more than how likely each fails.
///
/// # Errors
/// [`RiskError::TooLarge`] if the exact figure takes too long; see [`FaultTree`](crate::risk::FaultTree).
pub fn expected_loss<'o>(
    outcomes: impl IntoIterator<Item = Outcome<'o>>,
    assumed: Assumptions,
) -> Result<Option<Both<Money>>, RiskError> {
    let outcomes = each_once(outcomes);
    let causes = Causes::of(&outcomes)?;
    let losses: Option<Vec<Money>> = outcomes.iter().map(|outcome| outcome.loss()).collect();
    let Some(losses) = losses.filter(|_| causes.unstated.is_empty()) else { return Ok(None) };
    Both::of(assumed.correlation(), |rho| expected(&causes, &losses, rho)).map(Some)
}

/// Returns outcomes by id, each once: so the last bit of a figure does not depend on the order they were stated in.
fn each_once<'o>(outcomes: impl IntoIterator<Item = Outcome<'o>>) -> Vec<Outcome<'o>> {
    let mut outcomes: Vec<Outcome<'o>> = outcomes.into_iter().collect();
    outcomes.sort_unstable_by_key(|outcome| outcome.id());
    outcomes.dedup();
    outcomes
}

/// Returns what each position bears that is accountable for something, in the order of the org.
///
/// Accountability is not shared: an outcome is borne by the one position that is accountable for it (S03, S07), and not
/// by those who do the work, nor by those above.
///
/// # Errors
/// As [`burden`].
pub fn burdens(org: &Org, assumed: Assumptions) -> Result<Vec<(Position<'_>, Burden<'_>)>, RiskError> {
    let accountable = org.positions().filter(|position| position.accountable_for().len() != 0);
    accountable.map(|position| Ok((position, burden(position.accountable_for(), assumed)?))).collect()
}

fn any(causes: &Causes<'_>, assumed: Assumptions) -> Result<Both<f64>, RiskError> {
    let mut tree = causes.tree.clone();
    let any = tree.any(&causes.tops)?;
    Both::of(assumed.correlation(), |rho| tree.probability_with(any, rho))
}

/// The expected sum of losses: what each loses, as likely as it fails, whatever else fails with it.
fn expected(causes: &Causes<'_>, losses: &[Money], rho: Correlation) -> Result<Money, RiskError> {
    let mut sum = 0.0;
    for (top, loss) in causes.tops.iter().zip(losses) {
        sum += causes.tree.probability_with(*top, rho)? * float(loss.minor());
    }
    Ok(rounded(sum))
}

fn figures(causes: &Causes<'_>, losses: &[Money], assumed: Assumptions) -> Result<Both<Loss>, RiskError> {
    let joint = Joint::new(causes, losses)?;
    Both::of(assumed.correlation(), |rho| {
        let loss = joint.distribution(rho)?;
        Ok(Loss {
            expected: expected(causes, losses, rho)?,
            value_at_risk: loss.value_at_risk(assumed.level())?,
            conditional_value_at_risk: rounded(loss.conditional_value_at_risk(assumed.level())?),
        })
    })
}

/// Rounds a statistic of money to the nearest minor unit.
#[expect(clippy::cast_possible_truncation, reason = "it is rounded, and a cast stops at the ends")]
fn rounded(minor: f64) -> Money {
    Money::from_minor(minor.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Quantity;
    use crate::org::OutcomeKind;
    use crate::testing::org;

    #[test]
    fn an_outcome_given_twice_counts_once_and_a_loss_is_rounded_to_the_nearest() {
        let org = org(|org| {
            org.position("seo", "specialist").holder("budi");
            let quarter: Quantity = "0.25".parse().unwrap();
            org.outcome("visits", OutcomeKind::Tactical, "seo")
                .probability(quarter)
                .loss(Money::from_minor(3));
        });
        let twice = || org.outcomes().chain(org.outcomes());
        let borne = burden(twice(), Assumptions::INDEPENDENT).unwrap();
        assert_eq!(borne.outcomes.len(), 1);
        assert_eq!(borne.any_fails.map(|any| any.independent), Some(0.25));
        let loss = borne.loss.unwrap();
        assert_eq!(loss.correlated, loss.independent);
        // Three quarters of a minor unit.
        assert_eq!(loss.independent.expected, Money::from_minor(1));
        assert_eq!(loss.independent.value_at_risk, Money::from_minor(3));
        let expected = expected_loss(twice(), Assumptions::INDEPENDENT).unwrap().unwrap();
        assert_eq!(expected.independent, Money::from_minor(1));
    }

    #[test]
    fn of_nothing_nothing_fails_and_nothing_is_lost() {
        let borne = burden([], Assumptions::new(0.3, 0.95).unwrap()).unwrap();
        assert_eq!(borne.any_fails, Some(Both { independent: 0.0, correlated: 0.0 }));
        assert_eq!(borne.loss.map(|loss| loss.correlated.conditional_value_at_risk), Some(Money::ZERO));
    }
}

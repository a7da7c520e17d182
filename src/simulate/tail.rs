//! The worst of the years: what a design loses in them, and who bears it.

use crate::risk::{RiskError, Tail};
use crate::simulate::outcomes::{Outcome, Outcomes};

/// The losses of the worst years, in minor units of the org's currency.
///
/// Of the years that were sampled, each as likely as another: where few of them are in the tail, so is what is known of it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct TailLoss {
    /// Where the tail begins: the least loss that as many years do not exceed as the level says.
    pub value_at_risk: f64,
    /// The mean of the tail, by the definition of
    /// [`LossDistribution::conditional_value_at_risk`](crate::risk::LossDistribution::conditional_value_at_risk).
    pub conditional_value_at_risk: f64,
    /// Of how many years.
    pub years: u64,
}

impl Outcome<'_> {
    /// Returns the tail of the sampled years beyond a level, such as 0.95 for the worst twentieth: none where no year defines
    /// the figure.
    ///
    /// Meant for losses, which are the worse the more there is of them.
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] unless the level is above 0 and below 1.
    pub fn tail(&self, level: f64) -> Result<Option<TailLoss>, RiskError> {
        let Some(sorted) = self.quantiles() else {
            // A level that cannot be is one, whatever it is of.
            return Tail::of([(0.0, 1.0)].into_iter(), 1.0, level, |loss: f64| loss).map(|_| None);
        };
        let values = sorted.values();
        let losses = values.iter().map(|loss| (*loss, 1.0));
        let tail = Tail::of(losses, crate::ratio::length(values.len()), level, |loss| loss)?;
        Ok(Some(TailLoss {
            value_at_risk: tail.begins,
            conditional_value_at_risk: tail.mean,
            years: u64::try_from(values.len()).unwrap_or(u64::MAX),
        }))
    }
}

impl Outcomes {
    /// Returns what the design loses in the worst years: none where no value is kept.
    ///
    /// What is lost is the loss stated at each outcome of the org that fails.
    ///
    /// ```
    /// use bagan::simulate::{Assumptions, Simulation};
    /// use bagan::{OrgBuilder, OutcomeKind, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.outcome("launch", OutcomeKind::Tactical, "dmm").probability("0.1".parse()?).loss(1_000);
    /// let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    /// let outcomes = Simulation::new(Assumptions::default(), from, until).replications(400).run(org.build()?)?;
    ///
    /// // One year in ten loses IDR 1,000, and so do all of the worst twentieth.
    /// let tail = outcomes.tail_loss(0.95)?.ok_or("years are kept")?;
    /// assert_eq!((tail.value_at_risk, tail.conditional_value_at_risk), (100_000.0, 100_000.0));
    /// assert_eq!(outcomes.who_bears(0.95)?.first().map(|(position, _)| *position), Some("dmm"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Outcome::tail`].
    pub fn tail_loss(&self, level: f64) -> Result<Option<TailLoss>, RiskError> {
        self.figure("loss").map_or(Ok(None), |loss| loss.tail(level))
    }

    /// Returns the positions whose outcomes lost anything in the sampled years, each with the tail of what it answers for by
    /// itself; from the largest tail on, equal ones by id.
    ///
    /// Tails do not add up: not everybody's worst year is the same.
    ///
    /// # Errors
    /// As [`Outcome::tail`].
    pub fn who_bears(&self, level: f64) -> Result<Vec<(&str, TailLoss)>, RiskError> {
        let mut bearers = Vec::new();
        for position in self.org().positions() {
            let losses = self.of_position(position.id());
            let loss = losses.into_iter().flatten().find(|figure| figure.name == "loss");
            let Some(loss) = loss.filter(|loss| loss.values.iter().any(|value| 0.0 < *value)) else {
                continue;
            };
            if let Some(tail) = loss.tail(level)? {
                bearers.push((position.id(), tail));
            }
        }
        bearers.sort_by(|(one, of_one), (other, of_other)| {
            let by_size = of_other.conditional_value_at_risk.total_cmp(&of_one.conditional_value_at_risk);
            by_size.then_with(|| one.cmp(other))
        });
        Ok(bearers)
    }
}

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
    /// Returns the tail of the sampled years beyond a level, such as 0.95 for the worst twentieth: none where no year
    /// defines the figure.
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
    /// org.outcome("launch", OutcomeKind::Tactical, "dmm").probability("0.1".parse::<bagan::Quantity>()?).loss(1_000);
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

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::money::Money;
    use crate::risk::LossDistribution;
    use crate::simulate::figures::OutcomeUnit;
    use crate::simulate::statistics::Estimate;

    static NONE: LazyLock<Estimate> = LazyLock::new(Estimate::new);

    fn of(values: &[f64]) -> Outcome<'_> {
        Outcome { name: "loss", unit: OutcomeUnit::MinorUnits, estimate: &NONE, values }
    }

    /// Years that come as often as a distribution says have its tail.
    #[test]
    fn the_tail_of_years_is_that_of_the_distribution_they_come_from() {
        let shares = [(0_u8, 50_u8), (10, 20), (20, 15), (50, 10), (100, 5)];
        let exact =
            shares.map(|(loss, share)| (Money::from_minor(i64::from(loss)), f64::from(share) / 100.0));
        let exact = LossDistribution::new(exact).unwrap();
        for times in [1_usize, 7, 1_000] {
            let many = shares.iter().map(|&(loss, share)| vec![f64::from(loss); usize::from(share) * times]);
            let mut years: Vec<f64> = many.flatten().collect();
            years.reverse();
            for level in [0.5, 0.6, 0.8, 0.85, 0.9, 0.95, 0.97, 0.999] {
                let found = of(&years).tail(level).unwrap().unwrap();
                let begins = exact.value_at_risk(level).unwrap();
                let begins = begins.minor().to_string().parse::<f64>().unwrap();
                assert!((found.value_at_risk - begins).abs() < 1e-9, "{times} {level}");
                let mean = exact.conditional_value_at_risk(level).unwrap();
                assert!((found.conditional_value_at_risk - mean).abs() < 1e-9, "{times} {level}");
            }
        }
    }

    #[test]
    fn years_without_the_figure_have_no_tail_and_a_level_must_be_one() {
        assert_eq!(of(&[]).tail(0.95), Ok(None));
        assert_eq!(of(&[f64::NAN]).tail(0.95), Ok(None));
        assert_eq!(
            of(&[f64::NAN, 3.0]).tail(0.95).unwrap().map(|tail| (tail.value_at_risk, tail.years)),
            Some((3.0, 1))
        );
        for level in [0.0, 1.0, f64::NAN] {
            assert!(of(&[]).tail(level).is_err() && of(&[1.0]).tail(level).is_err());
        }
    }
}

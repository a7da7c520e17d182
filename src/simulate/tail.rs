//! The worst of the years: what a design loses in them, and who bears it.

use crate::ratio::{float, length};
use crate::risk::{RiskError, Tail, inside};
use crate::simulate::outcomes::{Outcome, Outcomes};
use crate::simulate::statistics::{Confidence, ConfidenceInterval, Estimate, QuantileInterval, Quantiles};

/// The losses of the worst years, in minor units of the org's currency.
///
/// Of the years that were sampled, each as likely as another: where few of them are in the tail, so is what is known of it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TailLoss {
    /// The level beyond which the tail is, such as 0.95.
    pub level: f64,
    /// Where the tail begins: the least loss that as many years do not exceed as the level says.
    pub value_at_risk: f64,
    /// The mean of the tail, by the definition of
    /// [`LossDistribution::conditional_value_at_risk`](crate::risk::LossDistribution::conditional_value_at_risk).
    pub conditional_value_at_risk: f64,
    /// Of how many years.
    pub years: u64,
    /// How many of them lose more than the value at risk.
    pub years_beyond: u64,
    sorted: Quantiles,
}

/// `c + E max(L - c, 0) / (1 - level)` of losses `L` beyond some `c`: least at the value at risk, where it is the
/// conditional value at risk (R. T. Rockafellar and S. Uryasev, "Optimization of conditional value-at-risk", Journal of
/// Risk 2, 2000).
#[derive(Debug, Clone, Copy)]
struct Beyond {
    value: f64,
    standard_error: f64,
    years: u64,
}

impl Beyond {
    /// Returns half the width of its interval: none below two years beyond.
    fn half_width(&self, confidence: Confidence) -> Option<f64> {
        let freedom = self.years.checked_sub(1).filter(|freedom| *freedom != 0)?;
        Some(self.standard_error * confidence.student(float(freedom))).filter(|width| width.is_finite())
    }
}

impl TailLoss {
    fn new(sorted: Quantiles, level: f64) -> Result<Self, RiskError> {
        let values = sorted.values();
        let losses = values.iter().map(|loss| (*loss, 1.0));
        let tail = Tail::of(losses, length(values.len()), level, |loss| loss)?;
        let beyond = values.iter().rev().take_while(|loss| tail.begins < **loss).count();
        Ok(Self {
            level,
            value_at_risk: tail.begins,
            conditional_value_at_risk: tail.mean,
            years: u64::try_from(values.len()).unwrap_or(u64::MAX),
            years_beyond: u64::try_from(beyond).unwrap_or(u64::MAX),
            sorted,
        })
    }

    /// Returns the interval of the value at risk, as [`Quantiles::interval`]: none where there are too few years for that
    /// confidence, as at 95% there are below 72 for the worst twentieth.
    #[must_use]
    pub fn value_at_risk_interval(&self, confidence: Confidence) -> Option<QuantileInterval> {
        self.sorted.interval(self.level, confidence).ok().flatten()
    }

    /// Returns the standard error of the conditional value at risk: that of the mean of what years lose beyond the value at
    /// risk, over one less the level; none below two years beyond it.
    ///
    /// As B. J. Manistre and G. H. Hancock have it ("Variance of the CTE estimator", North American Actuarial Journal 9,
    /// 2005), but for the `n - 1` of an estimated variance. It takes the value at risk for known: where losses leave a gap
    /// below it, [`conditional_interval`](Self::conditional_interval) is wider on that side.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        let beyond = self.beyond(self.value_at_risk)?;
        (2 <= beyond.years).then_some(beyond.standard_error)
    }

    /// Returns the interval of the conditional value at risk: none where the value at risk has none, or fewer than two years
    /// lie beyond it.
    ///
    /// Wherever a tail is taken to begin, that loss plus the mean of what years lose beyond it, over one less the level, is at
    /// least the conditional value at risk, and equal to it at the value at risk (Rockafellar and Uryasev 2000). So the upper
    /// end is that of Student's t at the value at risk, and the lower end the least one of all losses from the lower end of
    /// the value at risk's interval on; with one degree of freedom less than there are years beyond. Takes `n √n`
    /// steps at most, for `n` years.
    ///
    /// It holds the conditional value at risk about as often as it says where many years lie beyond. Where losses are skewed
    /// it takes more of them: for the worst twentieth of 100 years, an interval of 95% holds it 91 times in 100 if losses are
    /// exponential and 87 if they are lognormal with a deviation of 1, of 1,000 years 94 and 92.
    #[must_use]
    pub fn conditional_interval(&self, confidence: Confidence) -> Option<ConfidenceInterval> {
        let from = self.value_at_risk_interval(confidence)?.lower;
        let ends = |start: f64| {
            let beyond = self.beyond(start)?;
            let half_width = beyond.half_width(confidence)?;
            Some((beyond.value - half_width, beyond.value + half_width))
        };
        let (lower, upper) = ends(self.value_at_risk)?;
        let values = self.sorted.values();
        let place = |loss: f64| values.partition_point(|other| *other < loss);
        let below = values.get(place(from)..place(self.value_at_risk)).unwrap_or_default();
        let starts = below.chunk_by(|one, next| next <= one).filter_map(|equal| equal.first());
        let least = starts.filter_map(|start| ends(*start)).fold(lower, |least, (lower, _)| least.min(lower));
        Some(ConfidenceInterval { lower: least.max(from), upper, confidence })
    }

    /// Returns what lies beyond a loss: none where that cannot be counted. Takes a step for each year that does.
    fn beyond(&self, start: f64) -> Option<Beyond> {
        let losses = self.sorted.values().iter().rev().take_while(|loss| start < **loss);
        let years = u64::try_from(losses.clone().count()).unwrap_or(u64::MAX);
        let mut excess = Estimate::zeros(self.years - years);
        for loss in losses {
            excess.add(loss - start).ok()?;
        }
        let tail = 1.0 - self.level;
        let (mean, error) = (excess.mean()?, excess.standard_error().unwrap_or_default());
        let beyond = Beyond { value: start + mean / tail, standard_error: error / tail, years };
        (beyond.value.is_finite() && beyond.standard_error.is_finite()).then_some(beyond)
    }
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
        match self.quantiles() {
            Some(sorted) => TailLoss::new(sorted, level).map(Some),
            // A level that cannot be is one, whatever it is of.
            None => inside("a level", level).map(|_| None),
        }
    }
}

impl Outcomes {
    /// Returns what the design loses in the worst years: none where no value is kept.
    ///
    /// What is lost is the loss stated at each outcome of the org that fails.
    ///
    /// ```
    /// use bagan::simulate::{Assumptions, Confidence, Simulation};
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
    /// let interval = tail.value_at_risk_interval(Confidence::NINETY_FIVE).ok_or("400 years suffice")?;
    /// assert_eq!((interval.lower, interval.upper), (100_000.0, 100_000.0));
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
    use crate::ratio::length;
    use crate::risk::LossDistribution;
    use crate::simulate::figures::OutcomeUnit;
    use crate::simulate::{Distribution, Purpose, Streams};

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
        let nothing = |values: &[f64]| assert_eq!(of(values).tail(0.95).map(|tail| tail.is_none()), Ok(true));
        nothing(&[]);
        nothing(&[f64::NAN]);
        assert_eq!(
            of(&[f64::NAN, 3.0]).tail(0.95).unwrap().map(|tail| (tail.value_at_risk, tail.years)),
            Some((3.0, 1))
        );
        for level in [0.0, 1.0, f64::NAN] {
            assert!(of(&[]).tail(level).is_err() && of(&[1.0]).tail(level).is_err());
        }
    }

    #[test]
    fn the_error_of_the_mean_of_a_tail_is_that_of_manistre_and_hancock() {
        let years: Vec<f64> = (1..=20_u8).map(f64::from).collect();
        let tail = of(&years).tail(0.8).unwrap().unwrap();
        assert_eq!((tail.value_at_risk, tail.years, tail.years_beyond), (16.0, 20, 4));
        assert!((tail.conditional_value_at_risk - 18.5).abs() < 1e-12);
        // The variance of 17 to 20 is 1.25, and their mean lies 2.5 beyond.
        let by_hand = ((1.25 + 0.8 * 2.5_f64.powi(2)) / (20.0 * 0.2) * (20.0 / 19.0)).sqrt();
        assert!((tail.standard_error().unwrap() - by_hand).abs() < 1e-12);
        let interval = tail.conditional_interval(Confidence::NINETY_FIVE).unwrap();
        assert!((interval.upper - 18.5 - 3.182_446_305_284 * by_hand).abs() < 1e-8);
        // So do 4 to 8 losses beyond 16 to 12, which exceed it by 1 and so on: the lower end is the least of these.
        assert!((tail.value_at_risk_interval(Confidence::NINETY_FIVE).unwrap().lower - 12.0).abs() < 1e-12);
        let student = [3.182_446_305, 2.776_445_105, 2.570_581_836, 2.446_911_851, 2.364_624_252];
        let lower = student.iter().zip([4.0, 5.0, 6.0, 7.0, 8.0_f64]).map(|(student, count)| {
            let mean = count * (count + 1.0) / 2.0 / 20.0;
            let squares = count * (count + 1.0) * (2.0 * count + 1.0) / 6.0;
            let error = ((squares - 20.0 * mean * mean) / 19.0 / 20.0).sqrt();
            20.0 - count + (mean - student * error) / 0.2
        });
        let least = lower.fold(f64::INFINITY, f64::min);
        assert!((interval.lower - least).abs() < 1e-7, "{interval:?}");
    }

    #[test]
    fn what_too_few_years_lie_beyond_has_no_interval() {
        // As many equal losses as one likes say nothing of what lies beyond.
        for years in [&[7.0; 50][..], &[7.0], &[1.0, 1.0, 1.0, 1.0, 9.0]] {
            let tail = of(years).tail(0.8).unwrap().unwrap();
            assert_eq!(
                (tail.standard_error(), tail.conditional_interval(Confidence::NINETY_FIVE)),
                (None, None)
            );
        }
        // Nor do numbers that cannot be added up.
        let tail = of(&[0.0, 1.0, f64::MAX, f64::MAX, f64::MAX]).tail(0.2).unwrap().unwrap();
        assert_eq!((tail.standard_error(), tail.conditional_interval(Confidence::NINETY_FIVE)), (None, None));
    }

    /// The share of samples whose interval holds the conditional value at risk of what they are drawn from.
    fn held(years: usize, expected: f64, mut draw: impl FnMut() -> f64) -> f64 {
        let samples = 1_000_u16;
        let held = (0..samples).filter(|_| {
            let values: Vec<f64> = (0..years).map(|_| draw()).collect();
            let tail = of(&values).tail(0.95).unwrap().unwrap();
            tail.conditional_interval(Confidence::NINETY_FIVE)
                .is_some_and(|interval| interval.contains(expected))
        });
        length(held.count()) / f64::from(samples)
    }

    /// What the documentation says of exponential losses.
    #[test]
    fn an_interval_of_the_mean_of_a_tail_holds_it_about_as_often_as_it_says() {
        let losses = Distribution::exponential(1.0).unwrap().sampler();
        let mut stream = Streams::new(9).replication(0).stream(Purpose::Failures, "tail");
        let expected = 1.0 - libm::log(1.0 - 0.95);
        for (years, about) in [(100, 0.91), (1_000, 0.94)] {
            let share = held(years, expected, || losses.draw(&mut stream));
            assert!((share - about).abs() < 0.025, "{share} of intervals of {years} years");
        }
    }

    /// Where the tail may begin at either of two losses, one far above the other: a fault in 46 of 1,000 years costs 10, and
    /// one in 3 of 10 years costs 2.
    #[test]
    fn a_gap_below_the_tail_is_within_the_interval() {
        let mut stream = Streams::new(9).replication(0).stream(Purpose::Failures, "gap");
        let or_nothing = |fails: bool, loss: f64| if fails { loss } else { 0.0 };
        let losses = [(12.0, 0.046 * 0.3), (10.0, 0.046 * 0.7)];
        let expected = 2.0 + losses.map(|(loss, p)| (loss - 2.0) * p).iter().sum::<f64>() / 0.05;
        let share = held(300, expected, || {
            or_nothing(stream.uniform() < 0.046, 10.0) + or_nothing(stream.uniform() < 0.3, 2.0)
        });
        assert!((0.93..=1.0).contains(&share), "{share}");
    }

    #[test]
    fn an_interval_of_where_a_tail_begins_takes_72_years() {
        let of_years = |count: u8| {
            let years: Vec<f64> = (1..=count).map(f64::from).collect();
            of(&years).tail(0.95).unwrap().unwrap().value_at_risk_interval(Confidence::NINETY_FIVE)
        };
        assert_eq!(of_years(71), None);
        let interval = of_years(72).unwrap();
        assert!(interval.lower < 69.0 && 71.5 < interval.upper && 0.95 <= interval.coverage, "{interval:?}");
    }
}

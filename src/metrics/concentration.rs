//! How evenly something is spread over those who have it.

use crate::calendar::Date;
use crate::money::Money;
use crate::org::{Org, Position};
use crate::ratio::{float, length};

/// How evenly something that can be added up is spread over its holders.
///
/// Each figure says it in its own way; the [effective number](Self::effective_number) is the one to show a reader: "the
/// budget lies with 12 positions, as if with 2.7 equal ones". Thresholds of competition law are about markets and say
/// nothing here.
///
/// ```
/// use bagan::metrics::Concentration;
///
/// let spread = Concentration::of([1.0, 2.0, 3.0, 4.0]).ok_or("nothing to spread")?;
/// assert!((spread.hhi() - 0.3).abs() < 1e-12);
/// assert!((spread.gini() - 0.25).abs() < 1e-12);
/// assert!((spread.effective_number() - 10.0 / 3.0).abs() < 1e-12);
/// assert!(Concentration::of([0.0, 0.0]).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    holders: u64,
    largest: f64,
    hhi: f64,
    entropy: f64,
    gini: f64,
}

impl Concentration {
    /// Takes what each holder has, zeros included, in any unit.
    ///
    /// None where shares are not defined: a value that is negative or not finite, or nothing that is more than 0.
    /// Costs O(n log n).
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().collect();
        if !values.iter().all(|value| value.is_finite() && 0.0 <= *value) {
            return None;
        }
        // In one order, so that sums are the same to the bit whatever order the values came in.
        values.sort_unstable_by(f64::total_cmp);
        let most = values.last().copied().filter(|most| 0.0 < *most)?;
        // As parts of the largest first: a sum of large ones has no room to overflow.
        let total: f64 = values.iter().map(|value| value / most).sum();
        let holders = length(values.len());
        let mut found =
            Self { holders: values.len() as u64, largest: 1.0 / total, hhi: 0.0, entropy: 0.0, gini: 0.0 };
        let mut rank = 1.0 - holders;
        for value in values {
            let share = value / most / total;
            found.hhi += share * share;
            found.gini += rank * share / holders;
            if 0.0 < share {
                found.entropy -= share * share.ln();
            }
            rank += 2.0;
        }
        Some(found)
    }

    /// Takes the money that positions keep for themselves on a day: what each holds less what it delegates (S12).
    ///
    /// The holders are the positions with a budget or a delegation in force; who has delegated all of it, or more, is
    /// one of them and keeps nothing. None if nobody keeps any.
    #[must_use]
    pub fn of_budget(org: &Org, on: Date) -> Option<Self> {
        let holders = org.positions().filter(|position| position.accounts(on).next().is_some());
        Self::of(holders.map(|holder| {
            let kept = holder.held(on).minor().saturating_sub(holder.delegated(on).minor());
            float(u64::try_from(kept).unwrap_or(Money::ZERO.minor().unsigned_abs()))
        }))
    }

    /// Takes the direct reports of positions; the holders are those with at least one. None if nobody has any.
    #[must_use]
    pub fn of_reports(org: &Org) -> Option<Self> {
        Self::of(org.positions().map(Position::span).filter(|span| *span != 0).map(length))
    }

    /// Takes the outcomes that positions are accountable for; the holders are those with at least one (S16).
    ///
    /// None if the org states no outcome.
    #[must_use]
    pub fn of_accountability(org: &Org) -> Option<Self> {
        let mut outcomes = vec![0_usize; org.position_count()];
        for outcome in org.outcomes() {
            if let Some(count) = outcomes.get_mut(outcome.accountable().ix().index()) {
                *count += 1;
            }
        }
        Self::of(outcomes.into_iter().filter(|count| *count != 0).map(length))
    }

    /// Returns the number of holders, those who have nothing included.
    #[must_use]
    pub fn holders(&self) -> u64 {
        self.holders
    }

    /// Returns the share of the one who has most, from 1/n to 1.
    #[must_use]
    pub fn largest_share(&self) -> f64 {
        self.largest
    }

    /// Returns the Herfindahl-Hirschman index: the sum of the squared shares, from 1/n to 1.
    #[must_use]
    pub fn hhi(&self) -> f64 {
        self.hhi
    }

    /// Returns the index as if it began at 0: (H − 1/n) / (1 − 1/n). Not defined for one holder.
    #[must_use]
    pub fn hhi_normalised(&self) -> Option<f64> {
        let least = 1.0 / float(self.holders);
        (1 < self.holders).then(|| (self.hhi - least) / (1.0 - least))
    }

    /// Returns how many equal holders would give the same index: 1/H, from 1 to n.
    #[must_use]
    pub fn effective_number(&self) -> f64 {
        1.0 / self.hhi
    }

    /// Returns the entropy of the shares in nats, −Σ s ln s, from 0 to ln n.
    #[must_use]
    pub fn entropy(&self) -> f64 {
        self.entropy
    }

    /// Returns how many equal holders would give the same entropy, from 1 to n.
    #[must_use]
    pub fn entropy_effective(&self) -> f64 {
        self.entropy.exp()
    }

    /// Returns the Gini coefficient of the holders as a population: from 0, all equal, to 1 − 1/n.
    #[must_use]
    pub fn gini(&self) -> f64 {
        self.gini
    }

    /// Returns the Gini coefficient of the holders as a sample, n/(n − 1) times that of the population.
    ///
    /// From 0 to 1 for any number of holders; not defined for one.
    #[must_use]
    pub fn gini_sample(&self) -> Option<f64> {
        let holders = float(self.holders);
        (1 < self.holders).then(|| self.gini * holders / (holders - 1.0))
    }
}

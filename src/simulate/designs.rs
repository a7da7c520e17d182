//! Several designs side by side, on common random numbers.

use crate::simulate::outcomes::{Outcome, Outcomes};
use crate::simulate::statistics::Comparison;

/// What came out of simulating several designs with the same assumptions, seed and number of years.
///
/// The same requests, absences and failures came to all of them, entity by entity, so that year by year they make pairs:
/// what differs is the design, and how much of a difference is luck can be told from few years.
#[derive(Debug)]
pub struct Designs {
    named: Vec<(String, Outcomes)>,
}

impl Designs {
    pub(super) fn new(named: Vec<(String, Outcomes)>) -> Self {
        Self { named }
    }

    /// Returns each design by its name, in the order given.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Outcomes)> {
        self.named.iter().map(|(name, outcomes)| (name.as_str(), outcomes))
    }

    /// Returns the outcomes of a design.
    #[must_use]
    pub fn of(&self, design: &str) -> Option<&Outcomes> {
        self.iter().find(|(name, _)| *name == design).map(|(_, outcomes)| outcomes)
    }

    /// Compares a figure of two designs, year by year: the first less the second.
    ///
    /// None if there is no such design or figure. Years in which it is undefined in one of them, such as a wait where none
    /// waited, make no pair.
    #[must_use]
    pub fn compare(&self, first: &str, second: &str, figure: &str) -> Option<Comparison> {
        Some(pairs(self.of(first)?.figure(figure)?, self.of(second)?.figure(figure)?))
    }
}

/// Compares two figures year by year.
pub(super) fn pairs(first: Outcome<'_>, second: Outcome<'_>) -> Comparison {
    let mut comparison = Comparison::new();
    for (one, other) in first.values.iter().zip(second.values) {
        // What is undefined is refused, and makes no pair.
        comparison.add(*one, *other).unwrap_or_default();
    }
    comparison
}

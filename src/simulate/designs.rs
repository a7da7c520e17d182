//! Several designs side by side, on common random numbers.

use crate::simulate::figures::OF_DESIGN;
use crate::simulate::outcomes::Outcomes;
use crate::simulate::pairs::Pairs;
use crate::simulate::statistics::Comparison;

/// What came out of simulating several designs with the same assumptions, seed and number of years.
///
/// The same requests, absences and failures came to all of them, entity by entity, so that year by year they make pairs:
/// what differs is the design, and how much of a difference is luck can be told from few years.
#[derive(Debug)]
pub struct Designs {
    named: Vec<(String, Outcomes)>,
    pairs: Pairs,
}

impl Designs {
    pub(super) fn new(named: Vec<(String, Outcomes)>, pairs: Pairs) -> Self {
        Self { named, pairs }
    }

    /// Returns each design by its name, in the order given.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Outcomes)> + Clone {
        self.named.iter().map(|(name, outcomes)| (name.as_str(), outcomes))
    }

    /// Returns the outcomes of a design.
    #[must_use]
    pub fn of(&self, design: &str) -> Option<&Outcomes> {
        self.named.get(self.place(design)?).map(|(_, outcomes)| outcomes)
    }

    /// Compares a figure of two designs, year by year, over all years: the first less the second.
    ///
    /// None if there is no such design or figure. Years in which it is undefined in one of them, such as a wait where none
    /// waited, make no pair. The other way round it is the mirror to the bit.
    #[must_use]
    pub fn compare(&self, first: &str, second: &str, figure: &str) -> Option<Comparison> {
        let figure = OF_DESIGN.iter().position(|(name, ..)| *name == figure)?;
        self.pair(self.place(first)?, self.place(second)?, figure)
    }

    /// Compares designs by their places, and a figure by its own.
    pub(super) fn pair(&self, first: usize, second: usize, figure: usize) -> Option<Comparison> {
        if first == second {
            let (_, outcomes) = self.named.get(first)?;
            return outcomes.summary.estimates.get(figure).map(Comparison::with_itself);
        }
        self.pairs.of(first, second, figure)
    }

    pub(super) fn place(&self, design: &str) -> Option<usize> {
        self.named.iter().position(|(name, _)| name == design)
    }
}

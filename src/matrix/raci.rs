//! The RACI matrix: what each position has to do with each outcome.

use crate::matrix::grid::Matrix;
use crate::org::{Org, Outcome, OutcomeIx, Position, PositionIx};
use crate::words::word_enum;

word_enum! {
    /// What a position has to do with an outcome: one letter of RACI.
    pub enum Duty ("duty") {
        /// It answers for it: exactly one position (S03, S07, S12, S14).
        Accountable = "accountable",
        /// It does the work.
        Responsible = "responsible",
        /// It is asked before.
        Consulted = "consulted",
        /// It is told after.
        Informed = "informed",
    }
}

impl Duty {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// All that one position has to do with one outcome: as a rule one duty, or accountable and responsible at once.
///
/// ```
/// use bagan::{Duties, Duty};
///
/// let both: Duties = [Duty::Responsible, Duty::Accountable].into_iter().collect();
/// assert_eq!(both.iter().collect::<Vec<_>>(), [Duty::Accountable, Duty::Responsible]);
/// assert!(!both.is_doubled());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Duties(u8);

impl Duties {
    /// Nothing.
    pub const NONE: Self = Self(0);

    /// Returns whether a duty is among them.
    #[must_use]
    pub const fn contains(self, duty: Duty) -> bool {
        self.0 & duty.bit() != 0
    }

    /// Returns whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the duties, in the order of the letters.
    pub fn iter(self) -> impl Iterator<Item = Duty> + Clone {
        Duty::ALL.iter().copied().filter(move |duty| self.contains(*duty))
    }

    /// Returns whether the position is named more than once, other than as accountable and responsible.
    ///
    /// Who does the work, or answers for it, need not be asked before nor told after.
    #[must_use]
    pub const fn is_doubled(self) -> bool {
        let both = Duty::Accountable.bit() | Duty::Responsible.bit();
        1 < self.0.count_ones() && self.0 != both
    }
}

impl FromIterator<Duty> for Duties {
    fn from_iter<I: IntoIterator<Item = Duty>>(duties: I) -> Self {
        Self(duties.into_iter().fold(0, |bits, duty| bits | duty.bit()))
    }
}

/// What a position has to do with one outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RaciCell<'o> {
    /// The outcome.
    pub outcome: Outcome<'o>,
    /// What the position has to do with it.
    pub duties: Duties,
}

/// Positions by outcomes: who is accountable, responsible, consulted and informed.
///
/// An org states this once, in its outcomes: there is no second table of it that could disagree. The one way to
/// contradict oneself is to name a position in two lists of one outcome, [`Self::doubled`]; accountable and
/// responsible is no contradiction. Whether what is stated fits reporting lines, channels and decision rights is what
/// the rules find out.
pub type RaciMatrix<'o> = Matrix<'o, RaciCell<'o>>;

impl<'o> Matrix<'o, RaciCell<'o>> {
    /// Makes the RACI matrix of an org.
    ///
    /// Costs O(n log n) in the number of times that an outcome names a position, and O(positions) at most.
    #[must_use]
    pub fn raci(org: &'o Org) -> Self {
        let mut named: Vec<(PositionIx, OutcomeIx, Duty)> = Vec::new();
        for outcome in org.outcomes() {
            let mut add = |position: Position<'_>, duty| named.push((position.ix(), outcome.ix(), duty));
            add(outcome.accountable(), Duty::Accountable);
            outcome.responsible().for_each(|position| add(position, Duty::Responsible));
            outcome.consulted().for_each(|position| add(position, Duty::Consulted));
            outcome.informed().for_each(|position| add(position, Duty::Informed));
        }
        named.sort_unstable();
        let mut matrix = Self::new(org);
        for cell in named.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let duties = cell.iter().map(|(_, _, duty)| *duty).collect();
            if let Some((position, outcome, _)) = cell.first() {
                matrix.push(*position, RaciCell { outcome: org.outcome_at(*outcome), duties });
            }
        }
        matrix
    }

    /// Returns the columns: the outcomes, in the order stated.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = Outcome<'o>> + Clone {
        self.org().outcomes()
    }

    /// Returns what a position has to do with an outcome.
    #[must_use]
    pub fn duties(&self, position: PositionIx, outcome: OutcomeIx) -> Duties {
        let cells = self.row(position).cells();
        let found = cells.binary_search_by_key(&outcome, |cell| cell.outcome.ix()).ok();
        found.and_then(|place| cells.get(place)).map_or(Duties::NONE, |cell| cell.duties)
    }

    /// Returns the cells whose position is named in two lists that do not go together, row by row.
    pub fn doubled(&self) -> impl Iterator<Item = (Position<'o>, RaciCell<'o>)> {
        self.rows().flat_map(|row| {
            let doubled = row.cells().iter().filter(|cell| cell.duties.is_doubled());
            doubled.map(move |cell| (row.position(), *cell))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::OutcomeKind::{Strategic, Tactical};
    use crate::testing::org;

    fn sample() -> Org {
        org(|org| {
            org.position("social", "specialist").reports_to("dmm");
            org.position("dmm", "digital-marketing-manager");
            org.position("sales", "head-of-sales");
            org.outcome("growth", Strategic, "dmm").responsible(["social", "dmm"]).consulted(["sales"]);
            org.outcome("social-result", Tactical, "social").informed(["dmm", "social"]).consulted(["dmm"]);
        })
    }

    fn letters(org: &Org, position: &str, outcome: &str) -> String {
        let (position, outcome) = (org.position(position).unwrap(), org.outcome(outcome).unwrap());
        let duties = Matrix::raci(org).duties(position.ix(), outcome.ix());
        duties.iter().map(|duty| &duty.as_str()[..1]).collect()
    }

    #[test]
    fn each_list_of_an_outcome_is_a_letter() {
        let org = sample();
        assert_eq!(letters(&org, "dmm", "growth"), "ar", "both at once");
        assert_eq!(letters(&org, "social", "growth"), "r");
        assert_eq!(letters(&org, "sales", "growth"), "c");
        assert_eq!(letters(&org, "sales", "social-result"), "");
    }

    #[test]
    fn cells_stand_in_the_order_of_the_columns_and_empty_ones_nowhere() {
        let org = sample();
        let matrix = Matrix::raci(&org);
        let row: Vec<_> = matrix
            .row(org.position("dmm").unwrap().ix())
            .cells()
            .iter()
            .map(|cell| cell.outcome.id())
            .collect();
        assert_eq!(row, ["growth", "social-result"]);
        assert_eq!(matrix.row(org.position("sales").unwrap().ix()).cells().len(), 1);
        assert_eq!(matrix.columns().map(Outcome::id).collect::<Vec<_>>(), row);
    }

    #[test]
    fn being_named_twice_is_told_unless_it_is_accountable_and_responsible() {
        let org = sample();
        let matrix = Matrix::raci(&org);
        let doubled: Vec<_> =
            matrix.doubled().map(|(position, cell)| (position.id(), cell.outcome.id())).collect();
        assert_eq!(doubled, [("dmm", "social-result"), ("social", "social-result")]);
        assert_eq!(letters(&org, "dmm", "social-result"), "ci");
    }

    #[test]
    fn an_org_without_outcomes_has_rows_and_no_columns() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager");
        });
        let matrix = Matrix::raci(&org);
        assert_eq!((matrix.rows().count(), matrix.columns().len(), matrix.doubled().count()), (1, 0, 0));
    }
}

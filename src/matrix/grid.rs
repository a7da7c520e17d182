//! What all matrices share: a row for each position, and the cells of the row that hold something.

use crate::calendar::Date;
use crate::graph_support::Rows;
use crate::org::{Org, Position, PositionIx};

/// A matrix with a row for every position of an org, each after its manager, and the cells that are not empty.
///
/// Made by [`RaciMatrix::raci`](Matrix::raci), [`DecisionMatrix::decisions`](Matrix::decisions) and
/// [`AuthorityMatrix::authority`](Matrix::authority). It displays as text, and writes itself as Markdown and, with the
/// feature `csv`, as CSV.
///
/// ```
/// use bagan::{Duty, Matrix, OrgBuilder, OutcomeKind};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("dmm", "digital-marketing-manager").holder("rina");
/// org.position("social", "specialist").holder("budi").reports_to("dmm");
/// org.outcome("acquisition", OutcomeKind::Strategic, "dmm").responsible(["dmm", "social"]);
/// let org = org.build()?;
///
/// let matrix = Matrix::raci(&org);
/// let row = matrix.rows().next().ok_or("no position")?;
/// assert_eq!((row.position().id(), row.layer(), row.occupant()), ("dmm", 1, Some("rina")));
/// assert!(row.cells()[0].duties.contains(Duty::Accountable));
/// assert_eq!(
///     matrix.to_markdown(),
///     "| position | layer | person | acquisition |\n\
///      |---|---:|---|---|\n\
///      | dmm | 1 | rina | A/R |\n\
///      | social | 2 | budi | R |\n"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Matrix<'o, C> {
    org: &'o Org,
    day: Option<Date>,
    /// By the place at which the position is stated.
    cells: Rows<C>,
}

impl<'o, C> Matrix<'o, C> {
    /// Makes a matrix without cells.
    pub(super) fn new(org: &'o Org) -> Self {
        Self { org, day: None, cells: Rows::default() }
    }

    /// Adds the next cell of a position; positions come in the order stated.
    pub(super) fn push(&mut self, position: PositionIx, cell: C) {
        self.cells.push(position.index(), cell);
    }

    /// Says of which day the person in each row is: whoever acts in the seat on it, stand-ins included.
    ///
    /// Without a day that is the holder, else whoever is acting.
    #[must_use]
    pub fn on(mut self, day: Date) -> Self {
        self.day = Some(day);
        self
    }

    /// Returns the day that the matrix is of, if that matters.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.day
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &'o Org {
        self.org
    }

    /// Returns the rows: all positions, each after its manager and right before its own reports.
    pub fn rows(&self) -> impl Iterator<Item = MatrixRow<'_, 'o, C>> {
        self.org.positions_top_down().map(|position| self.row(position.ix()))
    }

    /// Returns the row of a position, in O(1).
    #[must_use]
    pub fn row(&self, position: PositionIx) -> MatrixRow<'_, 'o, C> {
        let cells = self.cells.row(position.index());
        MatrixRow { position: self.org.position_at(position), day: self.day, cells }
    }
}

/// The row of a position in a [`Matrix`].
#[derive(Debug, Clone, Copy)]
pub struct MatrixRow<'m, 'o, C> {
    position: Position<'o>,
    day: Option<Date>,
    cells: &'m [C],
}

impl<'m, 'o, C> MatrixRow<'m, 'o, C> {
    /// Returns the position.
    #[must_use]
    pub fn position(&self) -> Position<'o> {
        self.position
    }

    /// Returns the layer: 1 for a root, 2 for its reports.
    #[must_use]
    pub fn layer(&self) -> usize {
        self.position.layer()
    }

    /// Returns the id of the person in the seat, on the day of the matrix if it has one.
    #[must_use]
    pub fn occupant(&self) -> Option<&'o str> {
        match self.day {
            Some(day) => self.position.occupant_on(day),
            None => self.position.occupant(),
        }
    }

    /// Returns the cells that hold something, in the order of the columns.
    #[must_use]
    pub fn cells(&self) -> &'m [C] {
        self.cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{org, this_year, today};

    #[test]
    fn rows_are_the_positions_in_reporting_order_with_their_layer() {
        let org = org(|org| {
            org.position("social", "specialist").reports_to("dmm");
            org.position("dmm", "digital-marketing-manager").reports_to("cmo");
            org.position("sales", "head-of-sales");
            org.position("cmo", "cmo");
        });
        let matrix = Matrix::raci(&org);
        let rows: Vec<_> = matrix.rows().map(|row| (row.position().id(), row.layer())).collect();
        assert_eq!(rows, [("sales", 1), ("cmo", 1), ("dmm", 2), ("social", 3)]);
    }

    #[test]
    fn the_person_is_the_one_of_the_day_where_a_day_is_given() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("lead", "lead-specialist").holder("wulan").reports_to("dmm");
            org.position("events", "specialist").acting("surya").reports_to("dmm");
            org.stand_in("dmm", "lead", this_year());
        });
        let persons = |matrix: &Matrix<'_, _>| {
            matrix.rows().map(|row| row.occupant().map(str::to_owned)).collect::<Vec<_>>()
        };
        let some = |ids: [&str; 3]| ids.map(|id| Some(id.to_owned())).to_vec();
        assert_eq!(persons(&Matrix::raci(&org)), some(["rina", "wulan", "surya"]));
        assert_eq!(persons(&Matrix::raci(&org).on(today())), some(["wulan", "wulan", "surya"]));
    }
}

//! The decision-rights matrix: who decides why, what, how and what now.

use crate::matrix::grid::Matrix;
use crate::org::{Org, PositionIx};
use crate::role::DecisionRight;
use crate::words::word_enum;

word_enum! {
    /// Why a position has a decision right.
    pub enum Basis ("basis of a decision right") {
        /// The org says so of the position.
        Stated = "stated",
        /// The org says nothing of the position, and its role class decides this (S05, S09).
        RoleClass = "role-class",
    }
}

/// A question that a position decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecisionCell {
    /// The question.
    pub right: DecisionRight,
    /// Why the position decides it.
    pub basis: Basis,
}

/// Positions by why, what, how and what now: what each decides, as stated, else as its role class does.
///
/// What a position states goes in place of what its class decides, and is not added to it: a manager who is to decide
/// `how` as well states all three. A right that is stated and is not one of the class is no contradiction within the
/// org; whether it should be is what the rules of decision rights ask.
pub type DecisionMatrix<'o> = Matrix<'o, DecisionCell>;

impl<'o> Matrix<'o, DecisionCell> {
    /// Makes the matrix of decision rights of an org, in O(positions).
    ///
    /// ```
    /// use bagan::{Basis, DecisionRight, Matrix, OrgBuilder};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").decides([DecisionRight::What]);
    /// org.position("seo", "specialist").reports_to("dmm");
    /// let org = org.build()?;
    ///
    /// let matrix = Matrix::decisions(&org);
    /// let (dmm, seo) = (org.position("dmm").ok_or("none")?, org.position("seo").ok_or("none")?);
    /// assert_eq!(matrix.basis(dmm.ix(), DecisionRight::What), Some(Basis::Stated));
    /// assert_eq!(matrix.basis(dmm.ix(), DecisionRight::Why), None);
    /// assert_eq!(matrix.basis(seo.ix(), DecisionRight::How), Some(Basis::RoleClass));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn decisions(org: &'o Org) -> Self {
        let mut matrix = Self::new(org);
        for position in org.positions() {
            let by_class = position.class().facts().decides;
            for &right in DecisionRight::ALL {
                let (decides, basis) = match position.decides().len() {
                    0 => (by_class.contains(&right), Basis::RoleClass),
                    _ => (position.decides().any(|stated| stated == right), Basis::Stated),
                };
                if decides {
                    matrix.push(position.ix(), DecisionCell { right, basis });
                }
            }
        }
        matrix
    }

    /// Returns the columns: why, what, how and what now.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = DecisionRight> + Clone {
        DecisionRight::ALL.iter().copied()
    }

    /// Returns why a position decides a question; none if it does not.
    #[must_use]
    pub fn basis(&self, position: PositionIx, right: DecisionRight) -> Option<Basis> {
        self.row(position).cells().iter().find(|cell| cell.right == right).map(|cell| cell.basis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::DecisionRight::{How, What, WhatNow, Why};
    use crate::testing::org;

    fn decides(role: &str, stated: &[DecisionRight]) -> Vec<(DecisionRight, Basis)> {
        let org = org(|org| {
            org.position("seat", role).decides(stated.iter().copied());
        });
        let matrix = Matrix::decisions(&org);
        matrix.rows().flat_map(|row| row.cells()).map(|cell| (cell.right, cell.basis)).collect()
    }

    #[test]
    fn what_is_stated_goes_in_place_of_the_class() {
        let stated = [(What, Basis::Stated), (How, Basis::Stated)];
        assert_eq!(
            decides("digital-marketing-manager", &[How, What, How]),
            stated,
            "in the order of the columns"
        );
    }

    #[test]
    fn where_nothing_is_stated_the_role_class_decides() {
        let class = |rights: [DecisionRight; 2]| rights.map(|right| (right, Basis::RoleClass));
        assert_eq!(decides("digital-marketing-manager", &[]), class([Why, What]));
        assert_eq!(decides("specialist", &[]), class([How, WhatNow]));
        assert_eq!(decides("copywriter", &[]), [], "the domain says nothing of it");
    }
}

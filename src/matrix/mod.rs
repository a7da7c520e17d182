//! Matrices that follow from an org: who answers for what (RACI), who decides what, who may spend how much.
//!
//! Owns [`Matrix`] and its three kinds of cell. Rows are the positions in reporting order, columns stand in the order
//! stated, and only cells that hold something take memory. Words and tables are the renderer's.
//!
//! Architecture invariant: nothing here is declared. A matrix is what the org says, turned so that it can be read by
//! row and by column; what of it should not be is a finding of `rules`.

mod authority;
mod decisions;
mod grid;
mod raci;

pub use authority::{AuthorityCell, AuthorityMatrix, Backing};
pub use decisions::{Basis, DecisionCell, DecisionMatrix};
pub use grid::{Matrix, MatrixRow};
pub use raci::{Duties, Duty, RaciCell, RaciMatrix};

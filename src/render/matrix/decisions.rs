//! The matrix of decision rights in words.

use std::fmt;

use crate::matrix::DecisionMatrix;
use crate::render::matrix::sheet::{Cells, Heading, Reader, Sheet, first_headings};

impl Sheet for DecisionMatrix<'_> {
    fn title(&self) -> String {
        format!("who decides what at `{}`", self.org().name())
    }

    fn headings(&self, _: Reader) -> Vec<Heading> {
        let rights = self.columns().map(|right| Heading::left(right.as_str()));
        first_headings().into_iter().chain(rights).collect()
    }

    fn rows(&self, reader: Reader, write: &mut dyn FnMut(usize, &[String]) -> fmt::Result) -> fmt::Result {
        let mut cells = Cells::default();
        for row in self.rows() {
            cells.begin(&row, reader);
            for right in self.columns() {
                match row.cells().iter().find(|cell| cell.right == right) {
                    Some(cell) => cells.push(cell.basis),
                    None => cells.push(""),
                }
            }
            write(row.layer(), cells.as_slice())?;
        }
        Ok(())
    }

    fn notes(&self) -> Vec<String> {
        vec![
            "stated: of the position itself; role-class: nothing is stated, and its role class decides this"
                .to_owned(),
        ]
    }
}

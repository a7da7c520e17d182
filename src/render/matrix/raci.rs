//! The RACI matrix in words: a column an outcome, letters in the cells.

use std::fmt;

use crate::matrix::{Duties, Duty, RaciMatrix};
use crate::render::matrix::sheet::{Cells, Heading, Reader, Sheet, first_headings};

impl Sheet for RaciMatrix<'_> {
    fn title(&self) -> String {
        format!("who answers for what at `{}`", self.org().name())
    }

    fn headings(&self, _: Reader) -> Vec<Heading> {
        let outcomes = self.columns().map(|outcome| Heading::id(outcome.id(), outcome.name()));
        first_headings().into_iter().chain(outcomes).collect()
    }

    fn rows(&self, reader: Reader, write: &mut dyn FnMut(usize, &[String]) -> fmt::Result) -> fmt::Result {
        let mut cells = Cells::default();
        let first = first_headings().len();
        for row in self.rows() {
            cells.begin(&row, reader);
            for cell in row.cells() {
                cells.skip_to(first + cell.outcome.ix().index());
                cells.push(Letters(cell.duties));
            }
            cells.skip_to(first + self.columns().len());
            write(row.layer(), cells.as_slice())?;
        }
        Ok(())
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = vec!["A accountable, R responsible, C consulted, I informed".to_owned()];
        notes.extend(self.doubled().map(|(position, cell)| {
            let (letters, outcome) = (Letters(cell.duties), cell.outcome.id());
            format!("`{}` is {letters} of `{outcome}`: one of these is enough", position.id())
        }));
        notes
    }
}

/// Duties as letters: `A/R`.
struct Letters(Duties);

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, duty) in self.0.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { "/" })?;
            f.write_str(match duty {
                Duty::Accountable => "A",
                Duty::Responsible => "R",
                Duty::Consulted => "C",
                Duty::Informed => "I",
            })?;
        }
        Ok(())
    }
}

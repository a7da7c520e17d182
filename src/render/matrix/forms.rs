//! The forms of each matrix: it displays as text, and writes itself as Markdown and CSV.

use std::fmt;

use crate::matrix::{AuthorityMatrix, DecisionMatrix, RaciMatrix};
#[cfg(feature = "csv")]
use crate::render::matrix::csv;
use crate::render::matrix::{markdown, text};

/// Gives a kind of matrix its forms; the bounds of a generic one would name what is private here.
macro_rules! forms {
    ($($name:ident),+) => {
        $(
            impl fmt::Display for $name<'_> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    text::write(self, f)
                }
            }

            impl $name<'_> {
                /// Writes it as a Markdown table.
                ///
                /// Ids are escaped, so that none of them ends a cell or becomes markup.
                #[must_use]
                pub fn to_markdown(&self) -> String {
                    let mut text = String::new();
                    // A String takes whatever is written.
                    markdown::write(self, &mut text).unwrap_or_default();
                    text
                }

                /// Writes it as CSV (RFC 4180 with line feeds): plain amounts in major units, and nothing in a cell
                /// without a value.
                ///
                /// A cell that a spreadsheet would take for a formula begins with an apostrophe.
                #[cfg(feature = "csv")]
                #[must_use]
                pub fn to_csv(&self) -> String {
                    csv::write(self)
                }
            }
        )+
    };
}

forms!(RaciMatrix, DecisionMatrix, AuthorityMatrix);

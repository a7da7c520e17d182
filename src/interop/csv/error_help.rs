//! How to mend what keeps an export from being imported, and how its messages write lists.

use super::error::ImportFault;
use crate::org::Fault;

impl ImportFault {
    /// Returns how to mend it, if more can be said than the fault itself says.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::Empty => "export a header row, and a row for each position",
            Self::NotText { .. } => "save the file as UTF-8",
            Self::NoHeader { .. } => {
                "put the names of the columns in the first row, such as `id,title,manager_id`"
            }
            Self::NoIdColumn { .. } => {
                "call the column of ids `id`, or name it in the map: `[columns]`, `id = \"…\"`"
            }
            Self::AmbiguousColumns { field, .. } => {
                return Some(format!(
                    "remove the others, or name the one to read in the map: `[columns]`, `{field} = \"…\"`"
                ));
            }
            Self::MissingColumn { .. } => "correct the header in `[columns]` of the map",
            Self::MissingId { .. } => "give every row an id, a vacant seat too",
            Self::InvalidId { .. } => "correct the id",
            Self::LongRow { .. } => "put cells that hold the separator in quotes",
            Self::UnclosedQuote => "close the quote, or write it twice where it stands for itself",
            Self::Conflict { .. } => "correct one of the two, or give it an id of its own",
            Self::Cycle { .. } => {
                "one of these must report elsewhere, or to nobody; or let the import cut each circle"
            }
            Self::NotAnAmount { .. } => "write digits, as in `1250.50`, or leave the cell empty",
            Self::AmbiguousAmount { .. } => "write it without separators of thousands, or with both decimals",
            Self::NegativeAmount { .. } => "leave the cell empty where nothing is given",
            Self::NoCurrency { .. } => "state it, as in `--currency EUR`, or in a column `currency`",
            Self::OtherCurrency { .. } => "convert the amount, or export one currency at a time",
            Self::Currency(_) => "state a code such as `EUR`",
            Self::FiscalYear { .. } => "state a year from -9999 to 9998",
            Self::Build(error) => return error.help(),
            Self::TooLarge | Self::Amount { .. } | Self::TotalOverflow => return None,
        };
        Some(help.to_owned())
    }
}

/// Writes "`a`, `b` and `c`"; of a long list, the first few.
pub(super) fn quoted(texts: &[String]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<String> = texts.iter().take(SHOWN).map(|text| format!("`{}`", shown(text))).collect();
    let more = match texts.len().saturating_sub(SHOWN) {
        0 => None,
        more => Some(format!("{more} more")),
    };
    join(shown.into_iter().chain(more).collect())
}

/// Writes "line 3", "lines 3, 4 and 9"; of a long list, the first few.
pub(super) fn on_lines(lines: &[u64]) -> String {
    const SHOWN: usize = 8;
    let shown = lines.iter().take(SHOWN).map(u64::to_string);
    let more = match lines.len().saturating_sub(SHOWN) {
        0 => None,
        more => Some(format!("{more} more")),
    };
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}", join(shown.chain(more).collect()))
}

/// Writes that positions report in a circle, as the builder would.
pub(super) fn circle(ids: &[String]) -> String {
    Fault::Cycle { relation: "positions report", ids: ids.to_vec() }.to_string()
}

/// Writes "a, b and c".
fn join(mut texts: Vec<String>) -> String {
    let last = texts.pop().unwrap_or_default();
    if texts.is_empty() { last } else { format!("{} and {last}", texts.join(", ")) }
}

/// Writes a text from a file so that it cannot break the message: one line, and not too long.
pub(super) fn shown(text: &str) -> String {
    const LENGTH: usize = 60;
    let mut shown = String::new();
    for c in text.chars().take(LENGTH) {
        if c.is_control() { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    if LENGTH < text.chars().count() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_written_as_people_do() {
        let texts = |count: usize| (0..count).map(|number| number.to_string()).collect::<Vec<_>>();
        assert_eq!(quoted(&texts(1)), "`0`");
        assert_eq!(quoted(&texts(3)), "`0`, `1` and `2`");
        assert!(quoted(&texts(20)).ends_with("`11` and 8 more"));
        assert_eq!(on_lines(&[3]), "line 3");
        assert_eq!(on_lines(&[3, 4, 9]), "lines 3, 4 and 9");
    }

    #[test]
    fn a_text_cannot_break_a_message() {
        assert_eq!(shown("a\nb"), "a\\nb");
        assert_eq!(shown(&"x".repeat(100)).chars().count(), 61);
    }
}

//! The table of tests: verdict, name, figures in aligned columns, and the account last.

use crate::authority::{Decision, Figures, Test, TestKind};
use crate::render::decision::words;

const HEADINGS: [&str; 4] = ["limit", "used", "reserved", "remaining"];

/// One line of the table.
struct Row {
    verdict: &'static str,
    test: &'static str,
    /// Limit, used, reserved and remaining.
    cells: Option<[String; 4]>,
    about: String,
}

/// Writes all tests of a decision as lines: a heading, if there are figures, and one line a test.
///
/// All columns but the last hold ASCII alone, so that they line up in any script.
pub(super) fn lines(decision: &Decision<'_>) -> Vec<String> {
    let rows: Vec<Row> = decision.tests().iter().map(|test| Row::new(decision, test)).collect();
    let mut widths = HEADINGS.map(str::len);
    for cells in rows.iter().filter_map(|row| row.cells.as_ref()) {
        for (width, cell) in widths.iter_mut().zip(cells) {
            *width = cell.len().max(*width);
        }
    }
    let mut lines = Vec::new();
    if rows.iter().any(|row| row.cells.is_some()) {
        let cells = aligned(&HEADINGS.map(str::to_owned), widths);
        lines.push(format!("  {:<6}  {:<12}{cells}  account", "", "test"));
    }
    for Row { verdict, test, cells, about } in rows {
        let cells = cells.map(|cells| aligned(&cells, widths)).unwrap_or_default();
        let line = format!("  {verdict:<6}  {test:<12}{cells}  {about}");
        lines.push(line.trim_end().to_owned());
    }
    lines
}

fn aligned(cells: &[String; 4], widths: [usize; 4]) -> String {
    let cells: Vec<String> =
        cells.iter().zip(widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
    format!("  {}", cells.join("  "))
}

impl Row {
    fn new(decision: &Decision<'_>, test: &Test<'_>) -> Self {
        let verdict = match test.failed {
            None => "pass",
            Some(_) if decision.is_approved() => "lifted",
            Some(_) => "FAIL",
        };
        let cells = test.figures.map(|figures| cells(decision, test.kind, figures));
        Self { verdict, test: test.kind.as_str(), cells, about: words::about(decision, test) }
    }
}

fn cells(decision: &Decision<'_>, kind: TestKind, figures: Figures) -> [String; 4] {
    let Figures { limit, used, reserved, remaining } = figures;
    let org = decision.ledger().org();
    let show = |money| org.display(money).to_string();
    match kind {
        // What is compared with one spend alone does not fill up.
        TestKind::Transaction | TestKind::DualControl => {
            [show(limit), "-".to_owned(), "-".to_owned(), show(remaining)]
        }
        _ => [limit, used, reserved, remaining].map(show),
    }
}

//! The text report.

use std::fmt;

use crate::check::Report;

/// A report as text; placeholder until the renderer lands.
#[derive(Debug)]
pub struct TextReport<'r, 'o> {
    report: &'r Report<'o>,
}

impl<'r, 'o> TextReport<'r, 'o> {
    /// Makes the text of a report.
    #[must_use]
    pub fn new(report: &'r Report<'o>) -> Self {
        Self { report }
    }
}

impl fmt::Display for TextReport<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for found in self.report.findings() {
            writeln!(f, "{} {}: {}", found.level, found.rule.code, found.finding.message(self.report.org()))?;
        }
        Ok(())
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        TextReport::new(self).fmt(f)
    }
}

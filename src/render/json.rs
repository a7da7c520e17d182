//! The JSON report: an object that programs read, and whose field names are a contract.

use serde::Serialize;

use crate::check::{Report, Reported, Summary};
use crate::org::{Level, Org};
use crate::render::places::Places;

/// One or more reports as the object that `bagan check --format json` prints.
///
/// ```
/// use bagan::{JsonReport, OrgBuilder, check, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("seo", "specialist").holder("budi");
/// let org = org.build()?;
/// let mut json = JsonReport::new();
/// json.add(&check(&org, parse_date("2026-07-01")?), None);
///
/// let json = serde_json::to_value(&json)?;
/// assert_eq!(json["format"], 1);
/// assert_eq!(json["findings"][0]["code"], "RPT001");
/// assert_eq!(json["findings"][0]["path"], "positions.seo");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `file`, `line` and `column` are those of the org file, where there is one; lines and columns count from 1.
#[derive(Debug, Serialize)]
pub struct JsonReport {
    format: u32,
    findings: Vec<JsonFinding>,
    summary: JsonSummary,
}

/// One finding, of a check or of an audit: the names of its fields are a contract.
#[derive(Debug, Serialize)]
pub(super) struct JsonFinding {
    pub(super) code: &'static str,
    pub(super) rule: &'static str,
    pub(super) level: Level,
    pub(super) subjects: Vec<String>,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) path: String,
    pub(super) file: Option<String>,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) waived: bool,
}

#[derive(Debug, Default, Serialize)]
struct JsonSummary {
    positions: usize,
    deny: usize,
    warn: usize,
    waived: usize,
}

impl JsonReport {
    /// Makes the object without a report.
    #[must_use]
    pub fn new() -> Self {
        Self { format: 1, findings: Vec::new(), summary: JsonSummary::default() }
    }

    /// Adds a report, and the file that the org came from.
    pub fn add(&mut self, report: &Report<'_>, file: Option<&dyn Places>) {
        let findings = report.findings().iter().map(|found| JsonFinding::new(report.org(), found, file));
        self.findings.extend(findings);
        let Summary { positions, deny, warn, waived } = report.summary();
        self.summary.positions += positions;
        self.summary.deny += deny;
        self.summary.warn += warn;
        self.summary.waived += waived;
    }

    /// Writes the object as indented JSON text.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn to_text(&self) -> String {
        // Strings and numbers alone: nothing here can fail to serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Default for JsonReport {
    fn default() -> Self {
        Self::new()
    }
}

impl JsonFinding {
    fn new(org: &Org, found: &Reported, file: Option<&dyn Places>) -> Self {
        let path = found.path(org);
        let place = file.and_then(|file| file.place(&path));
        Self {
            code: found.rule.code,
            rule: found.rule.name,
            level: found.level,
            subjects: found.finding.subjects().map(|subject| org.path(subject).to_string()).collect(),
            message: found.finding.message(org),
            help: found.finding.help_text(org),
            path: path.to_string(),
            file: file.map(|file| file.name().to_owned()),
            line: place.as_ref().map(|place| place.line),
            column: place.as_ref().map(|place| place.column),
            waived: found.waived.is_some(),
        }
    }
}

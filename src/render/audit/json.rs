//! The JSON of an audit: the object of a check, with entries for findings.

use serde::Serialize;

use crate::authority::{Audit, AuditFinding};
use crate::org::{Level, Org};
use crate::render::audit::places::EntryPlaces;
use crate::render::audit::sentence;
use crate::render::json::JsonFinding;

/// An audit as the object that `bagan audit --format json` prints; it has the shape of a
/// [`JsonReport`](crate::JsonReport).
///
/// ```
/// use bagan::{AuditJson, Entry, EntryPlaces, OrgBuilder, audit, parse_date};
///
/// let org = OrgBuilder::new("Nusantara Retail", "IDR").build()?;
/// let audit = audit(org, [Entry::release("r-1", parse_date("2026-07-01")?, "po-1")]);
/// let mut places = EntryPlaces::new("entries.jsonl");
/// places.push(1);
///
/// let json = serde_json::to_value(AuditJson::new(&audit, Some(&places)))?;
/// assert_eq!((&json["format"], &json["summary"]["deny"]), (&1.into(), &1.into()));
/// assert_eq!(json["findings"][0]["code"], "unknown-reservation");
/// assert_eq!(json["findings"][0]["path"], "entries.r-1");
/// assert_eq!(json["findings"][0]["line"], 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `file`, `line` and `column` are those of the entries, where places are given; lines and columns count from 1.
#[derive(Debug, Serialize)]
pub struct AuditJson {
    format: u32,
    findings: Vec<JsonFinding>,
    summary: Summary,
}

#[derive(Debug, Serialize)]
struct Summary {
    positions: usize,
    entries: usize,
    deny: usize,
    warn: usize,
    waived: usize,
}

impl AuditJson {
    /// Makes the object of an audit, with the places of its entries if they come from a file.
    #[must_use]
    pub fn new(audit: &Audit, places: Option<&EntryPlaces>) -> Self {
        let org = audit.ledger.org();
        let findings = audit.findings.iter().map(|found| finding(org, found, places)).collect();
        let (positions, entries) = (org.position_count(), audit.entries);
        let summary = Summary { positions, entries, deny: audit.findings.len(), warn: 0, waived: 0 };
        Self { format: 1, findings, summary }
    }

    /// Writes the object as indented JSON text.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn to_text(&self) -> String {
        // Strings and numbers alone: nothing here can fail to serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// Makes the object of one entry.
fn finding(org: &Org, found: &AuditFinding, places: Option<&EntryPlaces>) -> JsonFinding {
    let line = places.and_then(|places| places.line(found.index));
    JsonFinding {
        code: found.error.code(),
        rule: "audit",
        level: Level::Deny,
        subjects: sentence::subjects(found),
        message: sentence::message(org, found),
        help: sentence::help(found),
        path: sentence::path(&found.entry),
        file: places.map(|places| places.name().to_owned()),
        line,
        column: line.map(|_| 1),
        waived: false,
    }
}

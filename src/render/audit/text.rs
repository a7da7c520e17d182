//! The text of an audit: findings by code, each with its place; then a summary.

use std::fmt::{self, Display};

use crate::authority::{Audit, AuditFinding};
use crate::render::audit::places::EntryPlaces;
use crate::render::audit::sentence;
use crate::render::paint::{BLUE, BOLD, CYAN, Colour, GREEN, RED};
use crate::render::text::{counted, plain};

/// An audit as text: every finding, by code, and in the order of the entries.
///
/// ```
/// use bagan::{AuditText, Entry, OrgBuilder, audit, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("seo", "");
/// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
/// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
/// org.delegation("dmm", "seo", 400).transaction(50);
/// let entry = Entry::reserve("po-1", parse_date("2026-07-01")?, "seo", "seo", 60);
/// let audit = audit(org.build()?, [entry]);
/// assert_eq!(
///     AuditText::new(&audit).to_string(),
///     "\
/// deny transaction-limit (audit): 1 finding
///   `seo` reserved IDR 60 on `seo` on 2026-07-01, which needed approval: delegations.dmm.seo allows IDR 50 a transaction
///      --> entries.po-1
///      help: `dmm` may approve it
///
/// failed: 1 denied, 0 warnings, 0 waived
/// audited `Nusantara Retail`: 2 positions, 1 entry
/// "
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct AuditText<'a> {
    audit: &'a Audit,
    places: Option<&'a EntryPlaces>,
    colour: Colour,
}

impl<'a> AuditText<'a> {
    /// Makes the text of an audit: plain, and with keys for places.
    #[must_use]
    pub fn new(audit: &'a Audit) -> Self {
        Self { audit, places: None, colour: Colour::Never }
    }

    /// Shows the line at which each entry stands.
    #[must_use]
    pub fn places(mut self, places: &'a EntryPlaces) -> Self {
        self.places = Some(places);
        self
    }

    /// Says whether the text is coloured.
    #[must_use]
    pub fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    fn write_finding(&self, f: &mut fmt::Formatter<'_>, found: &AuditFinding) -> fmt::Result {
        let message = sentence::message(self.audit.ledger.org(), found);
        writeln!(f, "  {}", self.colour.paint(BOLD, plain(&message)))?;
        let path = sentence::path(&found.entry);
        let line = self.places.and_then(|places| Some((places.name(), places.line(found.index)?)));
        let place = line.map(|(name, line)| format!("{name}:{line}: {path}")).unwrap_or(path);
        writeln!(f, "     {} {}", self.colour.paint(BLUE, "-->"), plain(&place))?;
        match sentence::help(found) {
            Some(help) => writeln!(f, "     {} {}", self.colour.paint(CYAN, "help:"), plain(&help)),
            None => Ok(()),
        }
    }
}

impl Display for AuditText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut found: Vec<&AuditFinding> = self.audit.findings.iter().collect();
        found.sort_by_key(|found| found.error.code());
        for same in found.chunk_by(|one, two| one.error.code() == two.error.code()) {
            let Some(code) = same.first().map(|found| found.error.code()) else { continue };
            let (deny, code) = (self.colour.paint(RED, "deny"), self.colour.paint(BOLD, code));
            writeln!(f, "{deny} {code} (audit): {}", counted(same.len(), "finding", "findings"))?;
            same.iter().try_for_each(|found| self.write_finding(f, found))?;
            writeln!(f)?;
        }
        let denied = self.audit.findings.len();
        let verdict = match denied {
            0 => self.colour.paint(GREEN, "clean"),
            _ => self.colour.paint(RED, "failed"),
        };
        writeln!(f, "{verdict}: {denied} denied, 0 warnings, 0 waived")?;
        let org = self.audit.ledger.org();
        let positions = counted(org.position_count(), "position", "positions");
        let entries = counted(self.audit.entries, "entry", "entries");
        writeln!(f, "audited `{}`: {positions}, {entries}", plain(org.name()))
    }
}

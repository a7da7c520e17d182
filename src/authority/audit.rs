//! Which accepted entries an org would not accept.

use std::borrow::Borrow;
use std::sync::Arc;

use super::decision::Decision;
use super::entry::{Action, Entry};
use super::error::LedgerError;
use super::ledger::{Ledger, Mode};
use super::reason::ReasonCode;
use super::tested::Figures;
use crate::org::Org;

/// What came out of deciding every entry again.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Audit {
    /// The ledger of all entries that can be placed, allowed or not.
    pub ledger: Ledger,
    /// How many entries there were.
    pub entries: usize,
    /// The entries that the org does not allow, in their order.
    pub findings: Vec<AuditFinding>,
}

/// An entry that the org does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditFinding {
    /// The place of the entry among all, from 0.
    pub index: usize,
    /// The entry.
    pub entry: Entry,
    /// Why it is not allowed.
    pub error: LedgerError,
    /// The tests that it fails, with their figures at that point; empty unless it is a reservation.
    pub facts: Vec<AuditFact>,
    /// The people who may have approved it, by seat: whom to ask.
    pub approvers: Vec<String>,
    /// Whether it counts in the ledger all the same; what cannot be placed at all does not.
    pub counted: bool,
}

/// One test that an entry fails.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditFact {
    /// The reason.
    pub code: ReasonCode,
    /// The path of the account.
    pub account: Option<String>,
    /// The amounts before the entry.
    pub figures: Option<Figures>,
}

/// Decides every entry again, as of its day and in its order, under an org that may have changed since.
///
/// Answers the auditor's question: which accepted entry would this org not accept? An entry counts for those after
/// it whether it is allowed or not, for it happened. What was approved is decided with its approvals.
///
/// ```
/// use bagan::{Entry, OrgBuilder, audit, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("seo", "");
/// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
/// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
/// org.delegation("dmm", "seo", 400).day(50); // it was 80 when the second entry was accepted
///
/// let day = parse_date("2026-07-01")?;
/// let entries =
///     [Entry::reserve("a", day, "seo", "seo", 50), Entry::reserve("b", day, "seo", "seo", 30)];
/// let audit = audit(org.build()?, &entries);
/// assert_eq!(audit.findings.len(), 1);
/// assert_eq!((audit.findings[0].entry.key.as_str(), audit.findings[0].error.code()), ("b", "day-limit"));
/// assert_eq!(audit.ledger.version(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn audit<E: Borrow<Entry>>(org: impl Into<Arc<Org>>, entries: impl IntoIterator<Item = E>) -> Audit {
    let mut audit = Audit { ledger: Ledger::new(org), entries: 0, findings: Vec::new() };
    for (index, entry) in entries.into_iter().enumerate() {
        let entry = entry.borrow();
        audit.entries += 1;
        let Err(error) = audit.ledger.apply(entry) else { continue };
        let (facts, approvers) = audit.ledger.explain(entry).unwrap_or_default();
        let counted = audit.ledger.post(entry, Mode::Trust).is_ok();
        audit.findings.push(AuditFinding { index, entry: entry.clone(), error, facts, approvers, counted });
    }
    audit
}

impl Ledger {
    /// Returns the tests that a reservation fails, and the seats that may approve it.
    fn explain(&self, entry: &Entry) -> Option<(Vec<AuditFact>, Vec<String>)> {
        let Action::Reserve { position, channel, amount, approved_by } = &entry.action else { return None };
        let amount = amount.resolve(self.org().currency()).ok()?;
        let request = self.request(position, channel, amount, entry.date).approved_by_owned(approved_by);
        let decision: Decision<'_> = self.decide(&request);
        let facts = decision.reasons().filter_map(|test| {
            let account = test.account.map(|account| account.path().to_string());
            Some(AuditFact { code: test.failed?, account, figures: test.figures })
        });
        let may = decision.route().into_iter().filter(|step| step.may_approve().is_some());
        Some((facts.collect(), may.map(|step| step.position.id().to_owned()).collect()))
    }
}

//! Which accepted entries an org would not accept.

use std::borrow::Borrow;
use std::sync::Arc;

use super::decision::Decision;
use super::entry::{Action, Entry};
use super::error::LedgerError;
use super::ledger::Ledger;
use super::reason::ReasonCode;
use super::tested::Figures;
use crate::org::{Channel, Org, Position};

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
    /// The position that spends and the channel, of a reservation or a settlement, by id.
    pub asked: Option<(String, String)>,
    /// Why it is not allowed.
    pub error: LedgerError,
    /// The tests that it fails, with their figures at that point; empty unless it is a reservation or a settlement.
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
        let Explained { asked, facts, approvers } = audit.ledger.explain(entry).unwrap_or_default();
        let counted = audit.ledger.record(entry).is_ok();
        audit.findings.push(AuditFinding {
            index,
            entry: entry.clone(),
            asked,
            error,
            facts,
            approvers,
            counted,
        });
    }
    audit
}

impl Ledger {
    /// Returns why a reservation or a settlement is not allowed; of another entry its error says it all.
    fn explain(&self, entry: &Entry) -> Option<Explained> {
        let currency = self.org().currency();
        let decision = match &entry.action {
            Action::Reserve { position, channel, amount, approved_by } => {
                let amount = amount.resolve(currency).ok()?;
                let request =
                    self.request(position, channel, amount, entry.date).approved_by_owned(approved_by);
                self.decide(&request)
            }
            Action::Settle { reservation, amount, approved_by } => {
                let amount = amount.resolve(currency).ok()?;
                self.decide_settlement(reservation, amount, approved_by, entry.date).ok()?
            }
            _ => return None,
        };
        Some(Explained::of(&decision))
    }
}

/// What a decision says, without the ledger that it borrows.
#[derive(Debug, Default)]
struct Explained {
    asked: Option<(String, String)>,
    facts: Vec<AuditFact>,
    approvers: Vec<String>,
}

impl Explained {
    fn of(decision: &Decision<'_>) -> Self {
        let facts = decision.reasons().filter_map(|test| {
            let account = test.account.map(|account| account.path().to_string());
            Some(AuditFact { code: test.failed?, account, figures: test.figures })
        });
        let may = decision.route().into_iter().filter(|step| step.may_approve().is_some());
        let id = |named: Result<&str, &str>| named.unwrap_or_else(|id| id).to_owned();
        let position = id(decision.position().map(Position::id));
        let channel = id(decision.channel().map(Channel::id));
        Self {
            asked: Some((position, channel)),
            facts: facts.collect(),
            approvers: may.map(|step| step.position.id().to_owned()).collect(),
        }
    }
}

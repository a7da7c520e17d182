//! Which findings a waiver covers, and what became of each waiver.

use crate::calendar::Date;
use crate::check::finding::Finding;
use crate::check::rule::RuleInfo;
use crate::org::{Org, Path, WaiverIx};

/// What became of a waiver in one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct WaiverUse {
    /// The waiver.
    pub waiver: WaiverIx,
    /// How many findings it covers on the day of the check; one that has ended covers none.
    pub findings: usize,
}

/// The waivers of an org, ready to be matched.
#[derive(Debug)]
pub(crate) struct Waivers<'o> {
    org: &'o Org,
    as_of: Date,
    uses: Vec<WaiverUse>,
}

impl<'o> Waivers<'o> {
    pub(crate) fn new(org: &'o Org, as_of: Date) -> Self {
        let uses = org.waiver_handles().map(|(waiver, _)| WaiverUse { waiver, findings: 0 });
        Self { org, as_of, uses: uses.collect() }
    }

    /// Returns the first waiver that covers a finding, and counts the use of every one that does.
    pub(crate) fn cover(&mut self, rule: &RuleInfo, finding: &Finding) -> Option<WaiverIx> {
        let named = self.org.waivers().iter().any(|waiver| rule.is_called(&waiver.rule));
        if !named {
            return None;
        }
        let at: Path = self.org.path(finding.subject());
        let mut covering = None;
        for (waiver, used) in self.org.waivers().iter().zip(&mut self.uses) {
            if rule.is_called(&waiver.rule) && waiver.at == at && !waiver.has_ended(self.as_of) {
                used.findings += 1;
                covering = covering.or(Some(used.waiver));
            }
        }
        covering
    }

    pub(crate) fn into_uses(self) -> Vec<WaiverUse> {
        self.uses
    }
}

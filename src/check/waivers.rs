//! Which findings a waiver covers, and what became of each waiver.

use indexmap::IndexMap;

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
    /// Those that have not ended, by the word for the rule, then by place; each list in the order stated.
    by_rule: IndexMap<&'o str, IndexMap<&'o Path, Vec<WaiverIx>>>,
    uses: Vec<WaiverUse>,
}

impl<'o> Waivers<'o> {
    pub(crate) fn new(org: &'o Org, as_of: Date) -> Self {
        let mut by_rule: IndexMap<&str, IndexMap<&Path, Vec<WaiverIx>>> = IndexMap::new();
        for (ix, waiver) in org.waiver_handles().filter(|(_, waiver)| !waiver.has_ended(as_of)) {
            by_rule.entry(&waiver.rule).or_default().entry(&waiver.at).or_default().push(ix);
        }
        let uses = org.waiver_handles().map(|(waiver, _)| WaiverUse { waiver, findings: 0 });
        Self { org, by_rule, uses: uses.collect() }
    }

    /// Returns the first waiver that covers a finding, and counts the use of every one that does.
    pub(crate) fn cover(&mut self, rule: &RuleInfo, finding: &Finding) -> Option<WaiverIx> {
        let by_name = self.by_rule.get(rule.name);
        // A rule whose code is its name is called by one word, and its waivers count once.
        let by_code = self.by_rule.get(rule.code).filter(|_| rule.code != rule.name);
        if by_name.is_none() && by_code.is_none() {
            return None;
        }
        let at: Path = self.org.path(finding.subject());
        let there = [by_name, by_code].into_iter().flatten().filter_map(|places| places.get(&at));
        let mut covering: Option<WaiverIx> = None;
        for &waiver in there.flatten() {
            if let Some(used) = self.uses.get_mut(waiver.index()) {
                used.findings += 1;
            }
            covering = Some(covering.map_or(waiver, |first| first.min(waiver)));
        }
        covering
    }

    pub(crate) fn into_uses(self) -> Vec<WaiverUse> {
        self.uses
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::{Position, Subject, Waiver};
    use crate::testing::{org, today};

    static TWO_WORDS: RuleInfo = RuleInfo::new("TST001", "test", "");
    static ONE_WORD: RuleInfo = RuleInfo::new("test", "test", "");
    static OTHER: RuleInfo = RuleInfo::new("TST002", "other", "");

    /// What a waiver may name: a rule, a place, and whether it has ended.
    fn choices() -> Vec<Waiver> {
        let mut all = Vec::new();
        for (rule, place) in ["test", "TST001", "TST002"].into_iter().flat_map(|r| [(r, "a"), (r, "b")]) {
            let waiver = Waiver::new(rule, Path::new().key("positions").key(place), "accepted");
            all.extend([waiver.clone(), waiver.until(today())]);
        }
        all
    }

    /// As [`Waivers::cover`], by a look at every waiver.
    fn scan(org: &Org, uses: &mut [usize], rule: &RuleInfo, at: Position<'_>) -> Option<usize> {
        let at = org.path(at.into());
        let covers = |waiver: &Waiver| rule.is_called(&waiver.rule) && waiver.at == at;
        let covering: Vec<usize> = (0..uses.len())
            .filter(|&ix| covers(&org.waivers()[ix]) && !org.waivers()[ix].has_ended(today()))
            .collect();
        for &ix in &covering {
            uses[ix] += 1;
        }
        covering.first().copied()
    }

    fn agrees(waivers: &[&Waiver]) {
        let org = org(|org| {
            org.position("a", "specialist");
            org.position("b", "specialist");
            for &waiver in waivers {
                org.waiver(waiver.clone());
            }
        });
        let (mut indexed, mut uses) = (Waivers::new(&org, today()), vec![0; waivers.len()]);
        for rule in [&TWO_WORDS, &ONE_WORD, &OTHER] {
            for position in org.positions() {
                let covering = indexed.cover(rule, &Finding::at(position));
                assert_eq!(
                    covering.map(WaiverIx::index),
                    scan(&org, &mut uses, rule, position),
                    "{waivers:?}"
                );
            }
        }
        assert_eq!(indexed.cover(&TWO_WORDS, &Finding::at(Subject::Org)), None);
        let counted: Vec<usize> = indexed.into_uses().iter().map(|used| used.findings).collect();
        assert_eq!(counted, uses, "{waivers:?}");
    }

    #[test]
    fn the_index_finds_what_a_look_at_every_waiver_finds() {
        let choices = choices();
        agrees(&[]);
        for first in &choices {
            agrees(&[first]);
            for second in &choices {
                agrees(&[first, second]);
                for third in &choices {
                    agrees(&[first, second, third]);
                }
            }
        }
    }
}

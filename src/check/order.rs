//! The order of a report: severe before harmless, by rule, then by what a finding is about.
//!
//! Ids are compared as text, so that the order in which an org was stated does not reach the report. Most are told
//! apart by their first bytes, which are kept beside the findings while they are sorted.

use std::cmp::{Ordering, Reverse};

use crate::check::report::Reported;
use crate::org::{Org, Subject};

/// Puts findings in order.
///
/// Costs O(n log n), and 32 bytes a finding while it runs.
pub(super) fn sort(org: &Org, findings: &mut [Reported]) {
    let mut places = places(org, findings);
    places.sort_unstable_by(|(a, x), (b, y)| {
        let tie = || match (findings.get(*x), findings.get(*y)) {
            (Some(x), Some(y)) => in_full(org, x, y),
            _ => Ordering::Equal,
        };
        a.cmp(b).then_with(tie)
    });
    for index in 0..places.len() {
        // What stood at a place before this one has been swapped away since: follow it.
        let mut from = index;
        loop {
            from = places.get(from).map_or(index, |(_, place)| *place);
            if index <= from {
                break;
            }
        }
        findings.swap(index, from);
        if let Some((_, place)) = places.get_mut(index) {
            *place = from;
        }
    }
}

/// Returns what tells most findings apart, each with the place of its finding.
fn places(org: &Org, findings: &[Reported]) -> Vec<(Key, usize)> {
    // Findings come rule by rule, so that few texts are compared to put the rules in order.
    let runs = findings.chunk_by(|a, b| std::ptr::eq(a.rule, b.rule) && a.level == b.level);
    let rule = |found: &Reported| (Reverse(found.level), found.rule.code);
    let mut rules: Vec<_> = runs.clone().filter_map(|run| run.first().map(rule)).collect();
    rules.sort_unstable();
    let mut places = Vec::with_capacity(findings.len());
    for run in runs {
        let rank = run.first().map_or(0, |first| rules.partition_point(|known| *known < rule(first)));
        let rank = u32::try_from(rank).unwrap_or(u32::MAX);
        places.extend((places.len()..).zip(run).map(|(place, found)| (Key::of(org, found, rank), place)));
    }
    places
}

/// What tells most findings apart, in three numbers.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// Whether it is waived, then the rule, then the kind of the subject.
    group: u64,
    first: u64,
    second: u64,
}

impl Key {
    /// Makes the key of a finding; `rule` is the place of its rule by level and code.
    fn of(org: &Org, found: &Reported, rule: u32) -> Self {
        let (kind, [first, second, _]) = names(org, found.finding.subject());
        let waived = u64::from(found.waived.is_some());
        let group = waived << 40 | u64::from(rule) << 8 | u64::from(kind);
        Self { group, first: head(first), second: head(second) }
    }
}

/// Returns the first bytes of a text as a number that orders as the text does.
fn head(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (slot, byte) in bytes.iter_mut().zip(text.bytes()) {
        *slot = byte;
    }
    u64::from_be_bytes(bytes)
}

/// Returns the kind of a subject, and the ids that name it.
fn names(org: &Org, subject: Subject) -> (u8, [&str; 3]) {
    match subject {
        Subject::Org => (0, [""; 3]),
        Subject::Position(ix) => (1, [org.position_at(ix).id(), "", ""]),
        Subject::Channel(ix) => (2, [org.channel_at(ix).id(), "", ""]),
        Subject::Role(ix) => (3, [org.role_at(ix).id(), "", ""]),
        Subject::Delegation(ix) => {
            let delegation = org.delegation_at(ix);
            let channel = delegation.channel().map_or("", |channel| channel.id());
            (4, [delegation.from().id(), delegation.to().id(), channel])
        }
        Subject::Outcome(ix) => (5, [org.outcome_at(ix).id(), "", ""]),
        Subject::Kpi(ix) => (6, [org.kpi_at(ix).id(), "", ""]),
        Subject::Waiver(_) => (7, [""; 3]),
    }
}

/// Compares two findings of one rule whose ids begin alike.
fn in_full(org: &Org, a: &Reported, b: &Reported) -> Ordering {
    let (x, y) = (&a.finding, &b.finding);
    // Waivers have no names: they come in the order stated.
    let place = |subject| match subject {
        Subject::Waiver(ix) => ix.index(),
        _ => 0,
    };
    let facts = |found: &Reported| -> Vec<String> {
        found.finding.facts().iter().map(|(_, value)| value.sort_key(org)).collect()
    };
    names(org, x.subject())
        .cmp(&names(org, y.subject()))
        .then_with(|| place(x.subject()).cmp(&place(y.subject())))
        .then_with(|| x.field_name().cmp(y.field_name()))
        .then_with(|| facts(a).cmp(&facts(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Finding, RuleInfo};
    use crate::org::{Level, OrgBuilder};

    static INFOS: [RuleInfo; 3] =
        [RuleInfo::new("A", "a", ""), RuleInfo::new("B", "b", ""), RuleInfo::new("C", "c", "")];

    #[test]
    fn findings_come_in_the_order_of_level_rule_and_id() {
        let ids = ["b", "a", "position-10", "position-9", "数", "", "position-1"];
        let mut builder = OrgBuilder::new("Test", "IDR");
        for id in ids.iter().filter(|id| !id.is_empty()) {
            builder.position(id, "other");
        }
        let org = builder.build().unwrap();
        let found = |id: &str, rule: usize, level| Reported {
            rule: &INFOS[rule],
            level,
            finding: Finding::at(org.position(id).unwrap()),
            waived: None,
        };
        let ids = ["b", "a", "position-10", "position-9", "数", "position-1"];
        let mut findings = Vec::new();
        for (code, level) in [(1, Level::Warn), (2, Level::Deny), (0, Level::Warn)] {
            findings.extend(ids.iter().map(|id| found(id, code, level)));
        }
        sort(&org, &mut findings);
        let order: Vec<_> =
            findings.iter().map(|f| format!("{} {}", f.rule.code, org.path(f.finding.subject()))).collect();
        let sorted = ["a", "b", "position-1", "position-10", "position-9", "\"数\""];
        let wanted: Vec<_> = ["C", "A", "B"]
            .iter()
            .flat_map(|c| sorted.iter().map(move |id| format!("{c} positions.{id}")))
            .collect();
        assert_eq!(order, wanted);
    }
}

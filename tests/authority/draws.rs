//! Whether the strategies draw every kind of outcome often enough, over runs that are the same each time.

use std::collections::BTreeMap;
use std::sync::Arc;

use bagan::strategies::{SpendParams, entries_of, spend_of};
use bagan::{Action, Entry, Ledger, LedgerError, OrgBuilder, ReasonCode, Verdict};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestError, TestRunner};

use crate::orgs::{small_org, today};

/// Draws values, the same in every run.
fn samples<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    more_samples(&mut TestRunner::deterministic(), strategy, count)
}

fn more_samples<S: Strategy>(runner: &mut TestRunner, strategy: &S, count: usize) -> Vec<S::Value> {
    (0..count).map(|_| strategy.new_tree(runner).unwrap().current()).collect()
}

/// Asserts of each thing that it came up as often as it should.
fn assert_often(found: &BTreeMap<String, usize>, least: &[(&str, usize)]) {
    let rare: Vec<_> =
        least.iter().filter(|(thing, least)| found.get(*thing).copied().unwrap_or(0) < *least).collect();
    assert!(rare.is_empty(), "too rare: {rare:?} of {found:#?}");
}

fn sequences(count: usize) -> Vec<(Arc<bagan::Org>, Vec<Entry>)> {
    let drawn = small_org().prop_map(Arc::new).prop_flat_map(|org| {
        let params = SpendParams::default().entries(60..=60);
        (Just(Arc::clone(&org)), entries_of(org, params))
    });
    samples(&drawn, count)
}

fn kind(entry: &Entry) -> &'static str {
    match entry.action {
        Action::Reserve { .. } => "reserve",
        Action::Settle { .. } => "settle",
        Action::Release { .. } => "release",
        Action::Transfer { .. } => "transfer",
        Action::Reclaim { .. } => "reclaim",
        Action::CarryOver { .. } => "carry-over",
        _ => "?",
    }
}

fn approvers(entry: &Entry) -> usize {
    match &entry.action {
        Action::Reserve { approved_by, .. } | Action::Settle { approved_by, .. } => approved_by.len(),
        _ => 0,
    }
}

/// Of about 20,000 entries.
#[test]
fn entries_come_to_every_outcome() {
    let mut found = BTreeMap::new();
    for (org, entries) in sequences(350) {
        let mut ledger = Ledger::new(org);
        for entry in &entries {
            let kind = kind(entry);
            let mut count = |what: &str| *found.entry(format!("{kind} {what}")).or_default() += 1;
            match ledger.apply(entry) {
                Ok(receipt) if receipt.repeated => count("repeated"),
                Ok(_) if approvers(entry) == 0 => count("accepted"),
                Ok(_) => count("accepted with approvals"),
                Err(LedgerError::Refused { verdict, reasons }) => {
                    reasons.iter().for_each(|reason| count(&format!("{verdict}: {reason}")));
                    count(verdict.as_str());
                }
                Err(error) => count(error.code()),
            }
        }
    }
    assert_often(
        &found,
        &[
            ("reserve accepted", 1_500),
            ("reserve accepted with approvals", 800),
            ("reserve repeated", 80),
            ("reserve needs-approval", 300),
            ("reserve needs-approval: transaction-limit", 150),
            ("reserve needs-approval: day-limit", 150),
            ("reserve needs-approval: week-limit", 100),
            ("reserve needs-approval: month-limit", 60),
            ("reserve needs-approval: dual-control", 100),
            ("reserve denied", 800),
            ("reserve denied: amount-not-positive", 50),
            ("reserve denied: unknown-position", 30),
            ("reserve denied: unknown-channel", 30),
            ("reserve denied: position-vacant", 150),
            ("reserve denied: channel-not-assigned", 100),
            ("reserve denied: no-account", 40),
            ("reserve denied: no-funding", 150),
            ("reserve denied: account-exhausted", 150),
            ("reserve foreign-currency", 30),
            ("reserve invalid-amount", 30),
            ("reserve invalid-key", 20),
            ("reserve key-reused", 40),
            ("settle accepted", 500),
            ("settle accepted with approvals", 500),
            ("settle needs-approval", 80),
            ("settle denied: account-exhausted", 20),
            ("settle already-settled", 40),
            ("settle already-released", 20),
            ("settle not-a-reservation", 40),
            ("settle unknown-reservation", 15),
            ("settle amount-not-positive", 10),
            ("release accepted", 600),
            ("release already-settled", 20),
            ("release already-released", 8),
            ("release not-a-reservation", 20),
            ("release unknown-reservation", 10),
            ("transfer accepted", 300),
            ("transfer repeated", 5),
            ("transfer nothing-to-move", 100),
            ("transfer not-authorised", 100),
            ("transfer account-exhausted", 50),
            ("transfer unknown-position", 10),
            ("transfer unknown-channel", 4),
            ("transfer no-account", 4),
            ("transfer denied: no-funding", 30),
            ("reclaim accepted", 300),
            ("reclaim nothing-to-move", 12),
            ("reclaim not-authorised", 40),
            ("reclaim account-exhausted", 40),
            ("carry-over accepted", 150),
            ("carry-over carry-over", 20),
            ("carry-over no-account", 6),
        ],
    );
}

#[test]
fn no_entry_is_flawed_unless_asked_for() {
    let drawn =
        small_org().prop_flat_map(|org| entries_of(org, SpendParams::default().flaws(0.0).entries(40)));
    for entry in samples(&drawn, 40).iter().flatten() {
        assert!(entry.currency.is_none() && entry.key.starts_with("drawn-"), "{entry:?}");
        let Action::Reserve { position, channel, .. } = &entry.action else { continue };
        assert!(position != "nobody" && channel != "nowhere", "{entry:?}");
    }
}

#[test]
fn spends_come_to_every_verdict_for_every_reason() {
    let mut found = BTreeMap::new();
    let mut runner = TestRunner::deterministic();
    for (org, entries) in sequences(40) {
        let mut ledger = Ledger::new(org);
        for entry in &entries {
            // Whether it is accepted or not: what is asked is what becomes of the spends.
            ledger.apply(entry).ok();
        }
        for spend in more_samples(&mut runner, &spend_of(&ledger, SpendParams::default()), 60) {
            let decision = ledger.decide(&spend.request(&ledger));
            *found.entry(decision.verdict().to_string()).or_default() += 1;
            for code in decision.reasons().filter_map(|test| test.failed) {
                *found.entry(code.to_string()).or_default() += 1;
            }
        }
    }
    let mut least: Vec<(&str, usize)> = Verdict::ALL.iter().map(|verdict| (verdict.as_str(), 60)).collect();
    let reasons = ReasonCode::ALL.iter().filter(|code| **code != ReasonCode::ForeignCurrency);
    least.extend(reasons.map(|code| (code.as_str(), 10)));
    assert_often(&found, &least);
}

/// Returns the smallest entries found for which a property fails, in an org of a manager and a specialist.
fn smallest(fails: impl Fn(&Ledger, &Entry) -> bool) -> Vec<Entry> {
    let mut org = OrgBuilder::new("Team", "IDR");
    org.channel("seo", "");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    org.delegation("dmm", "seo", 400).day(50);
    let org = Arc::new(org.build().unwrap());
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() },
        TestRunner::deterministic().rng().clone(),
    );
    let found = runner.run(&entries_of(Arc::clone(&org), SpendParams::default()), |entries| {
        let mut ledger = Ledger::new(Arc::clone(&org));
        let failed = entries.iter().any(|entry| {
            let failed = fails(&ledger, entry);
            ledger.apply(entry).ok();
            failed
        });
        if failed { Err(TestCaseError::fail("it fails")) } else { Ok(()) }
    });
    match found {
        Err(TestError::Fail(_, entries)) => entries,
        other => panic!("the property should fail: {other:?}"),
    }
}

#[test]
fn counterexamples_are_as_short_as_they_can_be() {
    let found = smallest(|ledger, entry| ledger.clone().apply(entry).is_ok());
    let expected = Entry::reserve("drawn-1", today(), "seo", "seo", "0.01");
    assert_eq!(found, [expected]);

    let code = |ledger: &Ledger, entry: &Entry| ledger.clone().apply(entry).err().map(|error| error.code());
    let found = smallest(|ledger, entry| code(ledger, entry) == Some("already-settled"));
    assert_eq!(found.iter().map(kind).take(2).collect::<Vec<_>>(), ["reserve", "settle"]);
    assert_eq!(found.len(), 3, "{found:#?}");

    let found = smallest(|ledger, entry| code(ledger, entry) == Some("day-limit"));
    assert!(found.len() <= 2, "{found:#?}");
    let found = smallest(|ledger, entry| {
        matches!(entry.action, Action::Transfer { .. }) && ledger.clone().apply(entry).is_ok()
    });
    assert_eq!(found.len(), 1, "{found:#?}");
}

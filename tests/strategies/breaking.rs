//! Every rule has a strategy that breaks it, and nothing else breaks with it.

use std::collections::{BTreeMap, BTreeSet};

use bagan::rules::ALL;
use bagan::strategies::{OrgParams, org_breaking, org_breaking_with};
use bagan::{Check, Level, Org, Profile, RuleInfo, check};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::support::{samples, today};

const CASES: usize = 2000;

/// The rules that fire together with a rule, in some of its orgs.
const WITH: &[(&str, &[&str])] = &[];

fn infos() -> impl Iterator<Item = &'static RuleInfo> {
    ALL.iter().map(|rule| rule.info())
}

fn orgs(code: &str) -> Vec<Org> {
    samples(&org_breaking(code).unwrap(), CASES)
}

#[test]
fn every_rule_fires_under_the_default_profile_and_hardly_any_other_with_it() {
    let mut with: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for info in infos() {
        for org in orgs(info.code) {
            let report = check(&org, today());
            assert_ne!(report.by_rule(info.code).count(), 0, "{} is silent on {org:?}", info.code);
            let others =
                report.findings().iter().map(|found| found.rule.code).filter(|code| *code != info.code);
            let others: BTreeSet<_> = others.collect();
            if !others.is_empty() && with.get(info.code).is_none() {
                eprintln!("{}: {others:?} {report} {org:?}", info.code);
            }
            with.entry(info.code).or_default().extend(others);
        }
    }
    let table: Vec<(&str, Vec<&str>)> =
        with.into_iter().map(|(code, others)| (code, others.into_iter().collect())).collect();
    let golden: Vec<(&str, Vec<&str>)> = WITH.iter().map(|(code, with)| (*code, with.to_vec())).collect();
    assert_eq!(table, golden);
}

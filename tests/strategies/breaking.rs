//! Every rule has a strategy that breaks it, and nothing else breaks with it.

use bagan::rules::ALL;
use bagan::strategies::{OrgParams, org_breaking, org_breaking_with};
use bagan::{Level, Profile, check, parse_date};

use crate::support::{samples, shrunk, today};

const CASES: usize = 200;

#[test]
fn every_rule_fires_under_the_default_profile_and_no_other_with_it() {
    for info in ALL.iter().map(|rule| rule.info()) {
        for org in samples(&org_breaking(info.code).unwrap(), CASES) {
            let report = check(&org, today());
            let fired: Vec<_> = report.findings().iter().map(|found| found.rule.code).collect();
            assert!(!fired.is_empty(), "{} is silent on {org:?}", info.code);
            assert!(fired.iter().all(|code| *code == info.code), "{} breaks {fired:?}: {org:?}", info.code);
        }
    }
}

#[test]
fn a_rule_that_the_default_profile_allows_is_raised_in_the_org_itself() {
    let allowed =
        ALL.iter().map(|rule| rule.info()).filter(|info| info.levels.of(Profile::ScaleUp) == Level::Allow);
    for info in allowed {
        let org = samples(&org_breaking(info.code).unwrap(), 1).remove(0);
        assert_eq!(org.policy().levels.get(info.name), Some(&Level::Warn));
    }
}

#[test]
fn a_breaker_is_found_by_code_and_by_name_and_an_unknown_rule_is_an_error() {
    assert!(org_breaking("over-delegation").is_ok() && org_breaking("BUD001").is_ok());
    let error = org_breaking("over-delegaton").unwrap_err();
    assert_eq!((error.rule.as_str(), error.similar), ("over-delegaton", Some("over-delegation")));
}

#[test]
fn a_broken_org_shrinks_to_a_small_one() {
    for info in ALL.iter().map(|rule| rule.info()) {
        let org = shrunk(&org_breaking(info.code).unwrap(), |_| true);
        // A span too wide takes eleven people, and a line too long two in each of eight layers.
        let most = match info.name {
            "span-too-wide" => 14,
            "too-many-layers" => 16,
            _ => 7,
        };
        assert!(org.position_count() <= most, "{}: {org:?}", info.code);
    }
}

#[test]
fn size_and_date_are_the_callers() {
    let date = parse_date("2031-12-31").unwrap();
    let params = OrgParams::default().positions(3..=6).as_of(date);
    for info in ALL.iter().map(|rule| rule.info()) {
        for org in samples(&org_breaking_with(info.code, params.clone()).unwrap(), 20) {
            assert_ne!(check(&org, date).by_rule(info.code).count(), 0, "{}: {org:?}", info.code);
        }
    }
}

//! Every rule has a strategy that breaks it, and nothing else breaks with it.

use std::collections::BTreeSet;

use bagan::rules::ALL;
use bagan::strategies::{OrgParams, org_breaking, org_breaking_with};
use bagan::{Check, Level, Profile, RuleInfo, check, parse_date};

use crate::support::{samples, smallest, today};

/// How many orgs of each rule.
const CASES: usize = 60;

/// Each rule, the rules that fire with it in some of its orgs, and the positions that the smallest of them has.
///
/// A rule beside another is there for a cause, which its line names. There is none so far.
const GOLDEN: &[(&str, &[&str], usize)] = &[
    ("ACC001", &[], 6),
    ("ACC002", &[], 6),
    ("ACC003", &[], 6),
    ("ACC004", &[], 3),
    ("ACC005", &[], 8),
    ("ACC006", &[], 5),
    ("ACC007", &[], 6),
    ("ACC008", &[], 6),
    ("ACC009", &[], 5),
    ("ACC010", &[], 5),
    ("ACC011", &[], 5),
    ("BUD001", &[], 6),
    ("BUD002", &[], 7),
    ("BUD003", &[], 6),
    ("BUD004", &[], 6),
    ("BUD005", &[], 2),
    ("BUD006", &[], 5),
    ("BUD007", &[], 5),
    ("BUD008", &[], 6),
    ("BUD009", &[], 6),
    ("BUD010", &[], 5),
    ("BUD011", &[], 6),
    ("BUD012", &[], 5),
    ("BUD013", &[], 7),
    ("BUD014", &[], 7),
    ("CAR001", &[], 1),
    ("CAR002", &[], 1),
    ("CAR003", &[], 5),
    ("CAR004", &[], 1),
    ("COL001", &[], 5),
    ("COL002", &[], 4),
    ("COL003", &[], 6),
    ("COL004", &[], 7),
    ("COL005", &[], 9),
    ("DEC001", &[], 5),
    ("DEC002", &[], 5),
    ("KPI001", &[], 5),
    ("KPI002", &[], 2),
    ("KPI003", &[], 1),
    ("PAY001", &[], 2),
    ("PAY002", &[], 1),
    ("PAY003", &[], 1),
    ("PAY004", &[], 4),
    ("PAY005", &[], 1),
    ("POL001", &[], 1),
    ("POL002", &[], 1),
    ("POL003", &[], 1),
    ("RPT001", &[], 6),
    ("RPT002", &[], 6),
    ("RPT003", &[], 2),
    ("RPT004", &[], 6),
    ("RPT005", &[], 13),
    ("RPT006", &[], 2),
    ("RPT007", &[], 9),
    ("RPT008", &[], 4),
    ("RPT009", &[], 6),
    ("RPT010", &[], 3),
    ("RSK001", &[], 6),
    ("RSK002", &[], 5),
    ("RSK003", &[], 6),
    ("RSK004", &[], 7),
    ("RSK005", &[], 5),
    ("RSK006", &[], 5),
    ("SPC001", &[], 6),
    ("SPC002", &[], 6),
    ("SPC003", &[], 1),
];

fn infos() -> impl Iterator<Item = &'static RuleInfo> {
    ALL.iter().map(|rule| rule.info())
}

#[test]
fn every_rule_has_a_line_and_a_strategy_by_code_and_by_name() {
    let golden: Vec<&str> = GOLDEN.iter().map(|(code, ..)| *code).collect();
    assert_eq!(golden, infos().map(|info| info.code).collect::<Vec<_>>());
    for info in infos() {
        assert!(org_breaking(info.code).is_ok(), "{} has no breaker", info.code);
        assert!(org_breaking(info.name).is_ok(), "{} has no breaker", info.name);
    }
}

#[test]
fn a_rule_that_is_not_there_cannot_be_broken() {
    let error = org_breaking("span-to-wide").unwrap_err();
    assert_eq!(error.to_string(), "there is no rule `span-to-wide` to break: did you mean `span-too-wide`?");
    let error = org_breaking("").unwrap_err();
    assert_eq!(error.to_string(), "there is no rule `` to break");
}

#[test]
fn each_fires_under_the_default_profile_and_those_beside_it_are_known() {
    for (code, beside, _) in GOLDEN {
        let mut found: BTreeSet<&str> = BTreeSet::new();
        for org in samples(&org_breaking(code).unwrap(), CASES) {
            let report = check(&org, today());
            assert_ne!(report.by_rule(code).count(), 0, "{code} is silent on {org:?}");
            found.extend(report.findings().iter().map(|found| found.rule.code));
        }
        found.remove(code);
        assert_eq!(found, beside.iter().copied().collect(), "beside {code}");
    }
}

#[test]
fn each_fires_alone_in_every_profile_that_has_it() {
    for info in infos() {
        for org in samples(&org_breaking(info.code).unwrap(), CASES / 3) {
            for profile in Profile::ALL {
                let report = Check::standard(today()).profile(*profile).run(&org);
                let alone = report.findings().iter().all(|found| found.rule.code == info.code);
                assert!(alone, "{profile}:\n{report}");
                // A startup's spans may be wider, and half of a budget may lie idle there.
                if *profile != Profile::Startup && info.levels.of(*profile) != Level::Allow {
                    assert!(!report.is_clean(), "{} is silent in {profile}", info.code);
                }
            }
        }
    }
}

#[test]
fn a_fault_reads_as_one_finding() {
    for info in infos() {
        let strategy = org_breaking(info.code).unwrap();
        let counts: BTreeSet<usize> =
            samples(&strategy, CASES / 3).iter().map(|org| check(org, today()).findings().len()).collect();
        let most = match info.code {
            // All that is cut from an account which may not be cut from.
            "BUD013" => 8,
            _ => 1,
        };
        assert!(counts.iter().all(|count| *count <= most), "{}: {counts:?}", info.code);
    }
}

#[test]
fn the_day_and_the_size_are_as_asked_for() {
    let day = parse_date("2019-02-28").unwrap();
    for info in infos() {
        let params = OrgParams::default().as_of(day).positions(0).channels(0);
        for org in samples(&org_breaking_with(info.code, params).unwrap(), 5) {
            let report = check(&org, day);
            assert_ne!(report.by_rule(info.code).count(), 0, "{} is silent on {org:?}", info.code);
            assert_eq!(report.findings().len(), 1, "{report}");
            assert!(org.position_count() < 20);
        }
    }
}

#[test]
fn each_shrinks_to_a_few_positions() {
    let mut sizes = Vec::new();
    for (code, ..) in GOLDEN {
        let found = smallest(&org_breaking(code).unwrap(), |_| true);
        assert_ne!(check(&found, today()).by_rule(code).count(), 0, "{code}: {found:?}");
        sizes.push((*code, found.position_count()));
    }
    let golden: Vec<_> = GOLDEN.iter().map(|(code, _, least)| (*code, *least)).collect();
    assert_eq!(sizes, golden);
}

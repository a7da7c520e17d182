//! The page `bagan::domain` and the registry of rules name the same statements, both ways.

use std::collections::{BTreeMap, BTreeSet};

use bagan::rules::{ALL, find};

const PAGE: &str = include_str!("../../src/domain.rs");

/// The files of this folder that hold the tests of statements.
const TESTS: [&str; 4] = [
    include_str!("focus.rs"),
    include_str!("budget_team_risk.rs"),
    include_str!("collaboration.rs"),
    include_str!("career_pay.rs"),
];

fn statements() -> impl Iterator<Item = String> {
    (1..=25).map(|number| format!("S{number:02}"))
}

/// The statements that a text cites.
fn cited(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| statements().any(|statement| statement == **word)).map(str::to_owned).collect()
}

/// The place of each statement on the page: what stands from its heading to the next.
fn places(page: &str) -> Vec<(String, String)> {
    let text: String =
        page.lines().map(|line| line.trim_start_matches("//!").trim_start().to_owned() + "\n").collect();
    let places = text.split("\n## ").skip(1);
    places
        .map(|place| {
            let (statement, rest) = place.split_once(": ").unwrap();
            (statement.to_owned(), rest.split("\n\n").next().unwrap().to_owned())
        })
        .collect()
}

/// The rules that a place lists, as code and name.
fn listed(place: &str) -> Vec<(String, String)> {
    let flat = place.replace('\n', " ");
    let links = flat.split('[').skip(1).filter_map(|link| link.split_once(']'));
    let rules =
        links.filter(|(code, _)| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    rules
        .map(|(code, rest)| {
            let name = rest.trim_start().trim_start_matches('`').split('`').next().unwrap_or_default();
            (code.to_owned(), name.to_owned())
        })
        .collect()
}

/// What each statement lists, against what the rules cite.
fn differences(page: &str) -> Vec<String> {
    let places: BTreeMap<String, String> = places(page).into_iter().collect();
    let mut differences = Vec::new();
    for (statement, place) in &places {
        for (code, name) in listed(place) {
            match find(&code).map(bagan::Rule::info) {
                None => differences.push(format!("{statement} lists {code}, which is no rule")),
                Some(info) if info.name != name => differences.push(format!("{code} is no {name}")),
                Some(info) if !cited(info.docs).contains(statement) => {
                    differences.push(format!("{statement} lists {code}, which does not cite it"));
                }
                Some(_) => {}
            }
        }
    }
    for info in ALL.iter().map(|rule| rule.info()) {
        for statement in cited(info.docs) {
            let place = places.get(&statement).map(String::as_str).unwrap_or_default();
            if listed(place).iter().all(|(code, _)| code != info.code) {
                differences.push(format!("{} cites {statement}, which does not list it", info.code));
            }
        }
    }
    differences
}

#[test]
fn every_statement_has_its_place_in_order() {
    let order: Vec<String> = places(PAGE).into_iter().map(|(statement, _)| statement).collect();
    assert_eq!(order, statements().collect::<Vec<_>>());
}

#[test]
fn every_place_says_which_rules_hold_it_what_to_ask_and_what_shows_it() {
    for (statement, place) in places(PAGE) {
        for part in ["- **Rules**: ", "- **Ask**: [", "- **See**: `"] {
            assert_eq!(place.matches(part).count(), 1, "{statement}: {part}");
        }
        let held = place.split("- **Rules**: ").nth(1).unwrap();
        assert!(held.starts_with('[') || held.starts_with("none, for "), "{statement}: {held}");
    }
}

#[test]
fn every_example_that_the_page_names_is_there() {
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for (statement, place) in places(PAGE) {
        let see = place.split("- **See**: ").nth(1).unwrap();
        for example in see.split('`').skip(1).step_by(2) {
            let is_there = [format!("{example}.rs"), format!("{example}/main.rs")]
                .iter()
                .any(|file| examples.join(file).exists());
            assert!(is_there, "{statement}: {example}");
        }
    }
}

#[test]
fn the_page_lists_the_rules_that_cite_a_statement_and_no_others() {
    assert_eq!(differences(PAGE), [""; 0]);
}

/// The check above can fail, each way.
#[test]
fn a_rule_that_is_missing_misplaced_misnamed_or_unknown_is_seen() {
    let page =
        "//!\n//! ## S02: breadth\n//! [RPT001] `specialist-outside-line`, [SPC001] `too-many`, [XYZ001] `x`";
    let found = differences(page);
    for expected in [
        "S02 lists RPT001, which does not cite it",
        "SPC001 is no too-many",
        "S02 lists XYZ001, which is no rule",
        "RPT001 cites S15, which does not list it",
    ] {
        assert!(found.iter().any(|found| found == expected), "{expected}: {found:?}");
    }
}

#[test]
fn every_rule_cites_a_statement_or_says_that_it_is_a_policy() {
    for info in ALL.iter().map(|rule| rule.info()) {
        assert!(!cited(info.docs).is_empty() || info.docs.contains("policy"), "{}", info.code);
    }
}

#[test]
fn every_statement_has_a_test_of_its_own() {
    for statement in statements() {
        let name = format!("\nfn {}_", statement.to_lowercase());
        assert_ne!(TESTS.iter().map(|file| file.matches(&name).count()).sum::<usize>(), 0, "{statement}");
    }
}

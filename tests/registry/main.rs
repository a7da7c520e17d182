//! The registry tests itself: every rule is listed, documented in one form, fires, and speaks in one grammar.
//!
//! A new rule needs an org in [`orgs::BAD`] in which it fires, and has to be silent on [`orgs::clean`].

#![expect(clippy::unwrap_used, reason = "a failed test speaks by a panic")]

mod orgs;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path as FilePath;

use bagan::rules::ALL;
use bagan::{Check, Level, Org, Profile, RuleInfo};

use crate::orgs::{BAD, clean, org, today};

/// The statements of the domain: S01 to S25.
const STATEMENTS: u32 = 25;

fn infos() -> Vec<&'static RuleInfo> {
    ALL.iter().map(|rule| rule.info()).collect()
}

#[test]
fn codes_are_unique_sorted_and_of_one_grammar() {
    let codes: Vec<_> = infos().iter().map(|info| info.code).collect();
    assert!(codes.is_sorted_by(|one, two| one < two), "{codes:?}");
    for info in infos() {
        let (family, number) = info.code.split_at(3);
        assert!(family.bytes().all(|byte| byte.is_ascii_uppercase()), "{}", info.code);
        assert!(number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()), "{}", info.code);
        assert_eq!(info.family(), family);
    }
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    let names: BTreeSet<_> = infos().iter().map(|info| info.name).collect();
    assert_eq!(names.len(), ALL.len());
    for name in names {
        let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(name.split('-').all(word), "{name}");
    }
}

#[test]
fn no_profile_is_laxer_than_the_one_before() {
    for info in infos() {
        let levels = Profile::ALL.iter().map(|profile| info.levels.of(*profile));
        assert!(levels.is_sorted(), "{}", info.code);
        assert_eq!(info.since, "0.1.0", "{}", info.code);
    }
}

/// The rule files: folder, name of the file, text.
fn rule_files() -> Vec<(String, String, String)> {
    let rules = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let list = |folder: &FilePath| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let families = list(&rules).filter(|path| path.is_dir());
    let files = families.flat_map(|family| list(&family).collect::<Vec<_>>());
    let name = |path: Option<&std::ffi::OsStr>| path.unwrap().to_str().unwrap().to_owned();
    files
        .map(|path| {
            (
                name(path.parent().unwrap().file_name()),
                name(path.file_stem()),
                fs::read_to_string(path).unwrap(),
            )
        })
        .filter(|(_, _, text)| text.contains("declare_rule! {"))
        .collect()
}

#[test]
fn every_rule_file_is_registered_and_named_for_its_rule() {
    let files = rule_files();
    for (folder, file, text) in &files {
        let rule = infos().into_iter().find(|info| text.contains(&format!("code: \"{}\",", info.code)));
        let rule = rule.unwrap_or_else(|| panic!("{folder}/{file} is not in ALL"));
        assert_eq!(file.replace('_', "-"), rule.name, "{folder}/{file}");
        assert!(text.starts_with(&format!("//! `{}`, {}.\n", rule.code, rule.name)), "{folder}/{file}");
    }
    assert_eq!(files.len(), ALL.len(), "one rule, one file");
}

#[test]
fn a_folder_holds_one_family() {
    let pairs: BTreeSet<_> = rule_files()
        .iter()
        .filter_map(|(folder, file, _)| {
            let info = infos().into_iter().find(|info| info.name == file.replace('_', "-"))?;
            Some((folder.clone(), info.family()))
        })
        .collect();
    let folders: BTreeSet<_> = pairs.iter().map(|(folder, _)| folder).collect();
    let families: BTreeSet<_> = pairs.iter().map(|(_, family)| family).collect();
    assert_eq!((folders.len(), families.len()), (pairs.len(), pairs.len()), "{pairs:?}");
}

/// The numbers of the statements that a text cites, as `S13`.
fn statements(text: &str) -> Vec<u32> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter_map(|word| word.strip_prefix('S').filter(|number| number.len() == 2)?.parse().ok()).collect()
}

#[test]
fn every_explanation_has_one_form() {
    for RuleInfo { code, name, docs, .. } in infos() {
        let first = docs.lines().next().unwrap().trim();
        assert!(first.starts_with("Finds ") && first.ends_with('.'), "{code}: {first}");
        let parts = ["\n ## Why it matters\n", "\n ## Example\n ```\n", "\n Instead:\n ```\n"];
        let places: Vec<_> = parts.iter().map(|part| docs.find(part)).collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{code}: {places:?}");
        for count in [0, 1] {
            let assertion = format!("assert_eq!(report.by_rule(\"{name}\").count(), {count});");
            assert_eq!(docs.matches(&assertion).count(), 1, "{code}: {assertion}");
        }
        let cited = statements(docs);
        assert!(!cited.is_empty() || docs.contains("policy"), "{code} cites nothing");
        assert!(cited.iter().all(|number| (1..=STATEMENTS).contains(number)), "{code}: {cited:?}");
    }
}

/// What is wrong with a sentence of a finding, or with its help.
fn faults(text: &str) -> Vec<&'static str> {
    // What stands in backticks is the user's own text.
    let plain: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
    let words = || plain.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
    let camel = |word: &str| {
        let pairs = word.chars().zip(word.chars().skip(1));
        pairs.into_iter().any(|(one, two)| one.is_lowercase() && two.is_uppercase())
    };
    let tests = [
        (text.trim().is_empty(), "empty"),
        (text.contains(['{', '}']), "a place without a fact"),
        (text.ends_with(['.', '!', ',', ' ']), "a final stop"),
        (text.chars().next().is_some_and(char::is_uppercase), "an upper-case start"),
        (!text.matches('`').count().is_multiple_of(2), "an unpaired backtick"),
        (text.contains("  ") || text.contains('\n') || text.contains("``"), "a gap"),
        (words().any(|word| camel(word) || word.contains("::") || word.contains('_')), "a Rust name"),
    ];
    tests.into_iter().filter_map(|(wrong, what)| wrong.then_some(what)).collect()
}

#[test]
fn every_rule_fires_and_its_messages_keep_the_grammar() {
    let check =
        infos().iter().fold(Check::standard(today()), |check, info| check.level(info.code, Level::Deny));
    let mut silent: BTreeSet<_> = infos().iter().map(|info| info.code).collect();
    for bad in BAD {
        let org = bad();
        for found in check.run(&org).findings() {
            let code = found.rule.code;
            silent.remove(code);
            let message = found.finding.message(&org);
            assert_eq!(faults(&message), [""; 0], "{code}: {message}");
            let help = found.finding.help_text(&org).unwrap_or_else(|| panic!("{code} has no help"));
            assert_eq!(faults(&help), [""; 0], "{code}: {help}");
        }
    }
    assert!(silent.is_empty(), "no org in BAD makes these rules fire: {silent:?}");
}

/// The check above can fail.
#[test]
fn a_message_outside_the_grammar_is_seen() {
    for (text, fault) in [
        (" ", "empty"),
        ("{at} holds nothing", "a place without a fact"),
        ("`dmm` holds nothing.", "a final stop"),
        ("The DMM holds nothing", "an upper-case start"),
        ("`dmm holds nothing", "an unpaired backtick"),
        ("`dmm`  holds nothing", "a gap"),
        ("a PositionIx holds nothing", "a Rust name"),
        ("span_at_most holds nothing", "a Rust name"),
        ("Level::Deny holds nothing", "a Rust name"),
    ] {
        assert!(faults(text).contains(&fault), "{text}: {:?}", faults(text));
    }
    let good = "`PositionIx::new` of a DMM holds IDR 1,000.50, and the policy allows 3";
    assert_eq!(faults(good), [""; 0]);
}

#[test]
fn every_rule_is_silent_on_a_clean_org_in_every_profile() {
    let org = clean();
    for profile in Profile::ALL {
        let report = Check::standard(today()).profile(*profile).run(&org);
        assert!(report.is_clean(), "{profile}:\n{report}");
    }
}

#[test]
fn a_report_does_not_depend_on_the_order_in_which_an_org_was_stated() {
    let state = |backwards: bool| {
        org(|org| {
            let mut seats = [("a", "cmo"), ("b", "specialist"), ("c", "specialist"), ("d", "specialist")];
            if backwards {
                seats.reverse();
            }
            for (id, role) in seats {
                let position = org.position(id, role).holder("budi");
                if id != "a" {
                    position.reports_to("a").dotted_lines(["a"]);
                }
            }
        })
    };
    let text = |org: &Org| Check::standard(today()).profile(Profile::Audited).run(org).to_string();
    assert!(!text(&state(false)).is_empty());
    assert_eq!(text(&state(false)), text(&state(true)));
}

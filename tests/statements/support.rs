//! The department that keeps every statement, its edits, and what the rules find in it.

use bagan::{Check, Date, Org, Profile, Subject};

/// A department of 11 people, in which no rule finds anything.
const BATIK: &str = include_str!("batik.toml");

/// The day of every check: a Wednesday.
pub(crate) fn today() -> Date {
    Date::constant(2026, 7, 1)
}

/// The department as it is.
pub(crate) fn batik() -> Org {
    Org::from_toml(BATIK).unwrap()
}

/// The department with one text in place of another, which must be there once.
pub(crate) fn batik_with(edits: &[(&str, &str)]) -> Org {
    let mut text = BATIK.to_owned();
    for (old, new) in edits {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replace(old, new);
    }
    Org::from_toml(&text).unwrap_or_else(|error| panic!("{error}"))
}

/// The lines of one section, such as `[positions.social]`, with one text in place of another.
pub(crate) fn batik_where(section: &str, old: &str, new: &str) -> Org {
    let start = BATIK.find(section).unwrap_or_else(|| panic!("no {section}"));
    let length = BATIK[start..].find("\n\n").map_or(BATIK.len() - start, |length| length + 1);
    let lines = &BATIK[start..start + length];
    assert_eq!(lines.matches(old).count(), 1, "{old} in {lines}");
    batik_with(&[(lines, &lines.replace(old, new))])
}

/// The department with more at its end.
pub(crate) fn batik_and(more: &str) -> Org {
    Org::from_toml(&format!("{BATIK}\n{more}")).unwrap_or_else(|error| panic!("{error}"))
}

/// What all rules find under the strictest profile: code and path, as `BUD001 positions.dmm`, by code.
pub(crate) fn found(org: &Org) -> Vec<String> {
    let report = Check::standard(today()).profile(Profile::Audited).run(org);
    let line = |found: &bagan::Reported| match found.finding.subject() {
        Subject::Org => format!("{} the org", found.rule.code),
        subject => format!("{} {}", found.rule.code, org.path(subject)),
    };
    let mut lines: Vec<String> = report.findings().iter().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn the_department_keeps_every_statement_in_every_profile() {
    for profile in Profile::ALL {
        let org = batik();
        let report = Check::standard(today()).profile(*profile).run(&org);
        assert!(report.is_clean(), "{profile}:\n{report}");
    }
}

//! The README says what is so: its reports are those that print, its table of rules is the registry's.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says why")]
#![cfg(feature = "toml")]

use bagan::overview::Overview;
use bagan::{Format, Ledger, Matrix, Org, OrgFile, RuleList, TextReport, check, parse_date, rules};

fn root(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What stands between two marks in the README.
fn between(from: &str, to: &str) -> String {
    let readme = root("README.md");
    let (_, rest) = readme.split_once(from).unwrap_or_else(|| panic!("no `{from}` in the README"));
    let (inside, _) = rest.split_once(to).unwrap_or_else(|| panic!("no `{to}` after `{from}`"));
    inside.to_owned()
}

#[test]
fn the_table_of_rules_is_the_registrys() {
    let table =
        between("<!-- rules: checked against the registry by tests/readme.rs -->\n", "<!-- end of rules -->");
    let list = RuleList::new(rules::ALL.iter().map(|rule| rule.info()));
    assert_eq!(table, list.to_markdown(), "copy this table into the README");
}

#[test]
fn the_report_is_the_one_that_prints() {
    let name = "examples/orgs/nusantara.toml";
    let file = OrgFile::parse(name, root(name).as_bytes(), Format::Toml).unwrap();
    let org = file.build().unwrap();
    let report = check(&org, parse_date("2026-07-01").unwrap());
    let printed = TextReport::new(&report).file(&file).to_string();
    assert_eq!(between("```text\n", "```\n"), printed, "copy this report into the README");
}

#[test]
fn the_decision_is_the_one_that_prints() {
    let ledger = Ledger::new(Org::from_toml(&root("examples/orgs/nusantara.toml")).unwrap());
    let amount = ledger.org().currency().major(60_000_000).unwrap();
    let request = ledger.request("paid-social", "paid-social", amount, parse_date("2026-07-01").unwrap());
    let printed = ledger.decide(&request).to_string();
    let shown = between("<!-- decision: checked by tests/readme.rs -->\n```text\n", "```\n");
    assert_eq!(shown, printed, "copy this decision into the README");
}

#[test]
fn the_raci_matrix_is_the_one_that_prints() {
    let org = Org::from_toml(&root("examples/orgs/nusantara.toml")).unwrap();
    let shown = between("<!-- raci: checked by tests/readme.rs -->\n```text\n", "```\n");
    assert_eq!(shown, Matrix::raci(&org).to_string(), "copy this matrix into the README");
}

#[test]
fn the_screen_of_figures_is_the_one_that_prints() {
    let org = Org::from_toml(&root("examples/orgs/nusantara.toml")).unwrap();
    let printed = Overview::of(&org, parse_date("2026-07-01").unwrap()).to_string();
    let shown = between("<!-- metrics: checked by tests/readme.rs -->\n```text\n", "```\n");
    assert_eq!(shown, printed, "copy this screen into the README");
}

#[test]
fn the_table_of_figures_is_that_of_the_overview() {
    let org = Org::from_toml(&root("examples/orgs/nusantara.toml")).unwrap();
    let overview = Overview::of(&org, parse_date("2026-07-01").unwrap());
    let mut figures = Vec::new();
    for (topic, of_topic) in overview.topics() {
        figures.push((format!("**{topic}**"), String::new()));
        figures.extend(of_topic.iter().map(|figure| (format!("`{}`", figure.name), figure.unit.to_string())));
    }
    let table = between("<!-- figures: checked by tests/readme.rs -->\n", "<!-- end of figures -->");
    let rows = table.lines().skip(2).map(|line| {
        let mut cells = line.split('|').map(|cell| cell.trim().to_owned()).skip(1);
        (cells.next().unwrap(), cells.next().unwrap())
    });
    assert_eq!(rows.collect::<Vec<_>>(), figures);
}

#[cfg(feature = "json")]
#[test]
fn the_audit_is_the_one_that_prints_of_the_entries_shown() {
    let text = between("<!-- entries: checked by tests/readme.rs -->\n```json\n", "```\n");
    let mut places = bagan::EntryPlaces::new("entries.jsonl");
    let entries = bagan::read_entries("entries.jsonl", text.as_bytes()).unwrap();
    for read in &entries {
        places.push(read.line);
    }
    let org = Org::from_toml(&root("examples/orgs/nusantara.toml")).unwrap();
    let audit = bagan::audit(org, entries);
    let printed = bagan::AuditText::new(&audit).places(&places).to_string();
    let shown = between("<!-- audit: checked by tests/readme.rs -->\n```text\n", "```\n");
    assert_eq!(shown, printed, "copy this audit into the README");
    for kind in ["reserve", "settle", "release", "transfer", "reclaim", "carry-over"] {
        assert!(text.contains(&format!("{{\"entry\":\"{kind}\"")), "{kind}");
    }
}

#[cfg(feature = "simulate")]
#[test]
fn the_assumptions_are_those_of_a_year_that_can_be_simulated() {
    use bagan::simulate::{Assumptions, Simulation};

    let shown = between("<!-- assumptions: checked by tests/readme.rs -->\n```toml\n", "```\n");
    let assumed = Assumptions::from_toml(&shown).unwrap();
    let org = Org::from_toml(&root("examples/orgs/nusantara.toml")).unwrap();
    let (from, until) = (parse_date("2026-01-01").unwrap(), parse_date("2027-01-01").unwrap());
    let outcomes = Simulation::new(assumed, from, until).replications(2).run(org).unwrap();
    for figure in ["bad_spend", "overdelivery_charged", "onboarding_days", "away_days"] {
        assert!(outcomes.figure(figure).unwrap().estimate.mean().is_some_and(|mean| 0.0 < mean), "{figure}");
    }
}

#[test]
fn the_example_org_has_the_faults_that_are_marked_and_no_others() {
    let text = root("examples/orgs/nusantara.toml");
    let org = Org::from_toml(&text).unwrap();
    let report = check(&org, parse_date("2026-07-01").unwrap());
    let mut found: Vec<&str> = report
        .findings()
        .iter()
        .filter(|found| found.waived.is_none())
        .map(|found| found.rule.name)
        .collect();
    found.sort_unstable();
    let planted = text.lines().filter(|line| line.contains("PLANTED:") || line.contains("PLANTED "));
    let mut planted: Vec<&str> =
        planted.filter_map(|line| line.rsplit_once('(')?.1.split_once(')').map(|(name, _)| name)).collect();
    planted.sort_unstable();
    assert_eq!(found, planted);
    assert!((25..=40).contains(&org.position_count()));
}

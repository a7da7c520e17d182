//! A first draft: what nobody has stated yet is asked for once, and not once for each position.

use bagan::{Check, Org, Profile};

use crate::support::{found, today};

const DRAFT: &str = include_str!("first_draft.toml");

#[test]
fn a_department_of_lines_budgets_and_delegations_alone_is_asked_for_each_kind_of_fact_once() {
    let org = Org::from_toml(DRAFT).unwrap();
    assert_eq!(
        found(&org),
        [
            "ACC002 the org",
            "ACC005 the org",
            "BUD012 the org",
            "KPI001 the org",
            "RSK003 channels.email",
            "RSK003 channels.paid-search",
            "RSK003 channels.paid-social",
        ]
    );
    let report = Check::standard(today()).profile(Profile::Startup).run(&org);
    assert!(report.is_clean(), "{report}");
}

#[test]
fn the_next_fact_does_not_bring_a_finding_for_everyone_else() {
    let works_with = "[positions.dmm]\nworks-with = [\"cmo\", \"head-of-sales\"]";
    let org = Org::from_toml(&DRAFT.replace("[positions.dmm]", works_with)).unwrap();
    let about_work: Vec<_> = found(&org).into_iter().filter(|line| line.starts_with("COL")).collect();
    // The other DMM has no contact with sales, and of no specialist it is stated whom they work with.
    assert_eq!(about_work, ["COL002 positions.dmm-brand", "COL003 the org"]);
}

//! `bagan export`.

use crate::{file, run, run_with};

const EXAMPLE: &str = "examples/orgs/nusantara.toml";

fn export(args: &[&str]) -> String {
    let ran = run(&[&["export", EXAMPLE], args].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
    ran.out
}

#[test]
fn each_matrix_is_written_in_each_format() {
    for to in ["raci", "decisions", "authority"] {
        let of = |format| export(&["--to", to, "--as-of", "2026-07-01", "--format", format]);
        let (text, markdown, csv) = (of("text"), of("markdown"), of("csv"));
        assert_eq!(text, export(&["--to", to, "--as-of", "2026-07-01"]), "text unless given");
        assert!(text.starts_with("who ") && text.contains("\n        seo-lead "), "{text}");
        assert!(markdown.starts_with("| position | layer | person | "), "{markdown}");
        assert!(markdown.contains("\n| seo-lead | 5 | wulan | "), "{markdown}");
        assert!(csv.starts_with("position,layer,person,"), "{csv}");
        assert!(csv.contains("\nseo-lead,5,wulan,"), "{csv}");
        let width = |line: &str| line.split(',').count();
        assert!(csv.lines().all(|line| width(line) == width(csv.lines().next().unwrap())), "{csv}");
    }
}

#[test]
fn authority_is_that_of_the_day() {
    let events = |day: &str| {
        let csv = export(&["--to", "authority", "--as-of", day, "--format", "csv"]);
        csv.lines().find(|line| line.starts_with("events,")).unwrap().to_owned()
    };
    assert_eq!(
        events("2026-05-31"),
        "events,5,surya,events,own,delegations.dmm-brand.events.events,IDR,900000000,150000000,,200000000,,150000000,\
         not-allowed,2026-06-01"
    );
    assert_eq!(events("2026-06-01"), "events,5,surya,,,,,,,,,,,,");
    assert!(export(&["--to", "authority"]).contains(" on 20"), "today, unless given");
}

#[test]
fn ids_that_a_spreadsheet_or_a_page_would_take_for_more_are_harmless() {
    let org = "format = 1\norganization = { name = 'W', currency = 'IDR' }\n\
        [positions.\"=HYPERLINK(1)\"]\nrole = 'cmo'\nholder = '@sari'\n\
        [positions.\"a|b\"]\nrole = 'cmo'\nholder = \"x\\u202Ey\"\n\
        [[outcomes]]\nid = '+1'\nkind = 'strategic'\naccountable = '=HYPERLINK(1)'\n";
    let of = |format| run_with(&["export", "-", "--to", "raci", "--format", format], org.as_bytes()).out;
    let csv = of("csv");
    assert!(csv.starts_with("position,layer,person,'+1\n'=HYPERLINK(1),1,'@sari,A\na|b,1,"), "{csv}");
    assert!(of("markdown").contains("| a\\|b | 1 | x\u{FFFD}y | |\n"), "{}", of("markdown"));
    assert!(of("text").contains("x\u{FFFD}y") && !of("text").contains('\u{202E}'), "{}", of("text"));
}

#[test]
fn what_cannot_be_written_is_a_usage_error_and_a_bad_org_is_named() {
    for args in [
        &["--to", "pdf"][..],
        &[],
        &["--to", "raci", "--format", "xml"],
        &["--to", "raci", "--as-of", "today"],
    ] {
        let ran = run(&[&["export", EXAMPLE], args].concat());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(!ran.err.is_empty());
    }
    let bad = file("bad-export.toml", b"format = 1\n[organization]\nname = 'W'\ncurrency = 'IDX'\n");
    let ran = run(&["export", bad.to_str().unwrap(), "--to", "raci"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`IDX`"), "{}", ran.err);
}

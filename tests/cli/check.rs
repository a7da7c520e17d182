//! `bagan check`.

use serde_json::Value;

use crate::{file, run, run_with};

const EXAMPLE: &str = "examples/orgs/nusantara.toml";
const CLEAN: &str = "\
format = 1
[organization]
name = 'Warung'
currency = 'IDR'
[positions.cmo]
role = 'cmo'
holder = 'sari'
";

#[test]
fn an_org_with_findings_at_deny_is_status_1_and_its_report_goes_to_standard_output() {
    let ran = run(&["check", EXAMPLE, "--as-of", "2026-07-01"]);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert!(ran.out.starts_with("deny over-delegation (BUD001): 1 finding\n"), "{}", ran.out);
    assert!(ran.out.contains("\n     --> examples/orgs/nusantara.toml:"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "colour is for a terminal");
}

#[test]
fn a_clean_org_is_status_0_from_a_file_and_from_standard_input() {
    let path = file("clean.toml", CLEAN.as_bytes());
    for ran in [run(&["check", path.to_str().unwrap()]), run_with(&["check", "-"], CLEAN.as_bytes())] {
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.starts_with("clean: 0 denied, 0 warnings, 0 waived\n"), "{}", ran.out);
    }
}

#[test]
fn warnings_alone_are_status_0() {
    let one_over_one = format!("{CLEAN}[positions.b]\nrole = 'copywriter'\nreports-to = 'cmo'\n");
    let ran = run_with(&["check", "-"], one_over_one.as_bytes());
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(ran.out.contains("warn span-too-narrow (RPT006)"), "{}", ran.out);
}

#[test]
fn json_keeps_its_contract() {
    let ran = run(&["check", EXAMPLE, "--as-of", "2026-07-01", "--format", "json"]);
    assert_eq!(ran.status, 1);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["format"], 1);
    assert_eq!(json["summary"], serde_json::json!({ "positions": 30, "deny": 2, "warn": 3, "waived": 1 }));
    let finding = &json["findings"][1];
    let keys: Vec<&String> = finding.as_object().unwrap().keys().collect();
    let mut wanted =
        ["code", "rule", "level", "subjects", "message", "help", "path", "file", "line", "column", "waived"];
    wanted.sort_unstable();
    assert_eq!(keys, wanted);
    assert_eq!(finding["code"], "BUD002");
    assert_eq!(finding["subjects"][0], "delegations.seo-lead.seo-content.blog");
    assert_eq!(finding["path"], "delegations[2].limits.day");
    assert_eq!(finding["file"], EXAMPLE);
    let text = std::fs::read_to_string(EXAMPLE).unwrap();
    let line = text.lines().nth(usize::try_from(finding["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
    let at = usize::try_from(finding["column"].as_u64().unwrap()).unwrap() - 1;
    assert!(line.get(at..).unwrap().starts_with("30_000_000"), "{line}");
}

#[test]
fn several_files_make_one_json_object_and_the_worst_status() {
    let clean = file("several.toml", CLEAN.as_bytes());
    let ran = run(&["check", clean.to_str().unwrap(), EXAMPLE, "--as-of", "2026-07-01", "--format", "json"]);
    assert_eq!(ran.status, 1);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["summary"]["positions"], 31);
}

#[test]
fn a_profile_goes_before_the_files_own() {
    let audited = run(&["check", EXAMPLE, "--as-of", "2026-07-01", "--profile", "audited"]);
    assert!(audited.out.contains("profile audited"), "{}", audited.out);
    assert!(audited.out.contains("deny too-many-channels (SPC001)"), "{}", audited.out);
}

#[test]
fn bad_input_is_status_2_names_every_fault_and_prints_no_result() {
    let bad = CLEAN.replace("'IDR'", "'IDX'") + "[positions.b]\nrole = 'cmoo'\nreport-to = 'cmo'\n";
    let path = file("bad.toml", bad.as_bytes());
    for format in ["text", "json"] {
        let ran = run(&["check", path.to_str().unwrap(), "--format", format]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{}", ran.err);
        for part in ["`IDX`", "`cmoo`", "`report-to`", "did you mean `reports-to`?", "bad.toml:10:1"] {
            assert!(ran.err.contains(part), "{part} in {}", ran.err);
        }
    }
}

#[test]
fn a_bad_file_among_good_ones_hides_none_of_them() {
    let clean = file("good.toml", CLEAN.as_bytes());
    let ran = run(&["check", "no-such-file.toml", clean.to_str().unwrap()]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("cannot read `no-such-file.toml`"), "{}", ran.err);
    assert!(ran.out.starts_with("clean"), "{}", ran.out);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for bytes in [&b"\xff\xfe\x00"[..], b"format = 1\n[organization]\nname = \"\xe9\"", b"\0\0\0"] {
        let ran = run_with(&["check", "-"], bytes);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("<stdin>"), "{}", ran.err);
    }
}

#[test]
fn json_orgs_are_read_too() {
    let org = r#"{ "format": 1, "organization": { "name": "W", "currency": "IDR" },
        "positions": { "seo": { "role": "specialist", "reports-to": "dmm" } } }"#;
    let ran = run_with(&["check", "-"], org.as_bytes());
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("positions.seo.reports-to"), "{}", ran.err);
}

#[test]
fn output_that_nobody_reads_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_bagan"))
        .args(["rules"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

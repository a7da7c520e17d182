//! `bagan audit`, and what both commands do with a file of entries.

use serde_json::{Value, json};

use crate::shop::{ORG, codes, decide, json, org, reserve};
use crate::{file, run, run_with};

#[test]
fn a_ledger_is_read_with_a_mark_with_crlf_and_from_standard_input() {
    let org = org();
    let entries =
        format!("\u{feff}{}\r\n\r\n{}", reserve("a", "2026-07-01", "200"), reserve("b", "2026-07-02", "100"));
    let ran = run_with(&["audit", org.to_str().unwrap(), "--ledger", "-"], entries.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert_eq!(ran.out, "clean: 0 denied, 0 warnings, 0 waived\naudited `Toko`: 6 positions, 2 entries\n");
    let ledger = file("crlf.jsonl", entries.as_bytes());
    let args = ["--ledger", ledger.to_str().unwrap()];
    assert_eq!(json("300", "2026-07-01", &args)["decision"], "approved");
    assert_eq!(codes(&json("300.01", "2026-07-01", &args)), ["day-limit"]);
    let from_stdin = run_with(&["audit", "-", "--ledger", ledger.to_str().unwrap()], ORG.as_bytes());
    assert_eq!(from_stdin.status, 0, "{}", from_stdin.err);
    let both = run_with(&["audit", "-", "--ledger", "-"], ORG.as_bytes());
    assert_eq!((both.status, both.out.as_str()), (2, ""));
    assert!(both.err.contains("cannot both come from standard input"), "{}", both.err);
}

#[test]
fn every_bad_line_of_a_ledger_is_named_and_nothing_is_decided() {
    let torn =
        format!("{}\n{{\"entry\":\"relase\"}}\n{}", reserve("a", "2026-07-01", "200"), r#"{"entry":"rele"#);
    let ledger = file("torn.jsonl", torn.as_bytes());
    let name = ledger.to_str().unwrap();
    let org = org();
    for ran in [
        decide("1", "2026-07-01", &["--ledger", name]),
        run(&["audit", org.to_str().unwrap(), "--ledger", name, "--format", "json"]),
    ] {
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        let lines: Vec<&str> = ran.err.lines().collect();
        assert!(lines[0].starts_with(&format!("error: {name}:2: unknown variant `relase`")), "{}", ran.err);
        assert_eq!(
            lines[1..],
            [format!("error: {name}:3: the last line was cut off: its entry does not end")]
        );
    }
    // What is wrong with the org is told along with it.
    let bad = file("bad-org.toml", b"format = 1\n");
    let ran = run(&["audit", bad.to_str().unwrap(), "--ledger", name]);
    assert!(
        ran.status == 2 && ran.err.contains("organization") && ran.err.contains("torn.jsonl:3"),
        "{}",
        ran.err
    );
}

#[test]
fn entries_that_cannot_be_replayed_are_named_by_line() {
    let entries = [
        reserve("a", "2026-07-01", "200"),
        String::new(),
        r#"{"entry":"release","key":"b","date":"2026-07-01","reservation":"x"}"#.to_owned(),
        reserve("a", "2026-07-01", "201"),
        r#"{"entry":"carry-over","key":"c","date":"2026-07-01","account":{"position":"socal"},"amount":1}"#
            .to_owned(),
    ];
    let ledger = file("replay.jsonl", entries.join("\n").as_bytes());
    let name = ledger.to_str().unwrap();
    let ran = decide("1", "2026-07-01", &["--ledger", name]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    let expected = format!(
        "error: {name}:3: `b` cannot be replayed: there is no reservation `x`\n\
         error: {name}:4: `a` cannot be replayed: the key `a` was used before, for another entry: give each entry a key of its own\n\
         error: {name}:5: `c` cannot be replayed: there is no position `socal`: did you mean `social`?\n"
    );
    assert_eq!(ran.err, expected);
}

#[test]
fn an_audit_names_what_the_org_would_not_accept_and_whom_to_ask() {
    let entries = [
        reserve("a", "2026-07-01", "400"),
        reserve("b", "2026-07-01", "101"),
        reserve("c 1", "2026-07-02", "\"350.50\"").replace('}', r#","approved-by":["dmm"]}"#),
        r#"{"entry":"transfer","key":"t","date":"2026-07-02","from":{"position":"dmm"},"to":{"position":"social","channel":"social"},"amount":5,"by":"social"}"#.to_owned(),
        r#"{"entry":"release","key":"r","date":"2026-07-02","reservation":"x"}"#.to_owned(),
    ];
    let ledger = file("audit.jsonl", entries.join("\n").as_bytes());
    let (org, name) = (org(), ledger.to_str().unwrap());
    let ran = run(&["audit", org.to_str().unwrap(), "--ledger", name]);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert_eq!(
        ran.out,
        format!(
            "\
deny day-limit (audit): 1 finding
  `social` reserved EUR 101 on `social` on 2026-07-01, which needed approval: delegations.dmm.social.social allows EUR 500 a day, with EUR 0 used and EUR 400 reserved
     --> {name}:2: entries.b
     help: `dmm` may approve it

deny not-authorised (audit): 1 finding
  `social` moved EUR 5 from the account of `dmm` to the account of `social` for `social` on 2026-07-02: `social` may not move this money: it holds no account that both are cut from, and is not above whoever does
     --> {name}:4: entries.t

deny unknown-reservation (audit): 1 finding
  `x` was released on 2026-07-02: there is no reservation `x`
     --> {name}:5: entries.r
     help: it cannot be placed, so that what comes after it is judged without it

failed: 3 denied, 0 warnings, 0 waived
audited `Toko`: 6 positions, 5 entries
"
        )
    );
    let ran = run(&["audit", org.to_str().unwrap(), "--ledger", name, "--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.status, &json["format"]), (1, &json!(1)));
    assert_eq!(json["summary"], json!({ "positions": 6, "entries": 5, "deny": 3, "warn": 0, "waived": 0 }));
    assert_eq!(
        json["findings"][0],
        json!({ "code": "day-limit", "rule": "audit", "level": "deny",
                "subjects": ["positions.social", "channels.social"],
                "message": "`social` reserved EUR 101 on `social` on 2026-07-01, which needed approval: \
                            delegations.dmm.social.social allows EUR 500 a day, with EUR 0 used and EUR 400 reserved",
                "help": "`dmm` may approve it", "path": "entries.b", "file": name, "line": 2, "column": 1,
                "waived": false })
    );
}

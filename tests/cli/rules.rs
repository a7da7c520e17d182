//! `bagan rules` and `bagan explain`.

use bagan::rules::ALL;
use serde_json::Value;

use crate::run;

#[test]
fn every_rule_is_listed_in_text_and_json() {
    let (text, json) = (run(&["rules"]), run(&["rules", "--format", "json"]));
    assert_eq!((text.status, json.status), (0, 0));
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&json["format"], json["rules"].as_array().unwrap().len()), (&Value::from(1), ALL.len()));
    for (rule, row) in ALL.iter().zip(json["rules"].as_array().unwrap()) {
        assert!(text.out.contains(rule.info().name));
        assert_eq!(
            (row["code"].as_str(), row["rule"].as_str()),
            (Some(rule.info().code), Some(rule.info().name))
        );
    }
}

#[test]
fn a_rule_is_explained_by_code_and_by_name() {
    let (code, name) = (run(&["explain", "BUD001"]), run(&["explain", "over-delegation"]));
    assert_eq!((code.status, &code.out), (0, &name.out));
    for part in ["over-delegation (BUD001)", "## Why it matters", "## Example", "Instead:"] {
        assert!(code.out.contains(part), "{part} in {}", code.out);
    }
    assert!(!code.out.contains("# Ok::<"), "lines for the compiler are left out");
}

#[test]
fn an_unknown_rule_comes_with_the_one_it_looks_like() {
    let ran = run(&["explain", "over-delegaton"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "error: there is no rule `over-delegaton`: did you mean `over-delegation`?\n");
    assert!(run(&["explain", "xyz"]).err.contains("`bagan rules` lists them all"));
}

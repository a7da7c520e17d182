//! The org and the helpers that the tests of `bagan decide` and `bagan audit` share.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::Value;

use crate::{Ran, file, run};

pub(crate) const ORG: &str = r#"
format = 1
organization = { name = "Toko", currency = "EUR" }
channels = { seo = "SEO", social = "Paid social" }

[positions.cmo]
role = "cmo"
holder = "sari"
approves-up-to = 5_000

[positions.director]
role = "director-of-marketing"
reports-to = "cmo"
approves-up-to = 2_000

[positions.dmm]
role = "digital-marketing-manager"
holder = "rina"
reports-to = "director"
budget = 10_000
approves-up-to = 1_000

[positions.lead]
role = "senior-specialist"
holder = "wulan"
reports-to = "dmm"

[positions.social]
role = "specialist"
holder = "budi"
reports-to = "dmm"
channels = ["social"]

[positions.seo]
role = "specialist"
holder = "rina"
reports-to = "dmm"
channels = ["seo"]

[[delegations]]
from = "dmm"
to = "social"
channel = "social"
amount = 6_000
limits = { transaction = 400, day = 500, week = 900, month = 1_500 }

[[delegations]]
from = "dmm"
to = "seo"
channel = "seo"
amount = 1_000
limits = { day = 100 }

[[stand-ins]]
position = "dmm"
by = "lead"
valid = { from = 2026-08-01, until = 2026-09-01 }

[policy.thresholds]
dual-control-above = 3_000
"#;

/// The org, as a file that is written once for all tests.
pub(crate) fn org() -> PathBuf {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| file("ledger-org.toml", ORG.as_bytes())).clone()
}

/// Decides a spend of `social` on `social`, with more arguments.
pub(crate) fn decide(amount: &str, date: &str, more: &[&str]) -> Ran {
    let org = org();
    let mut args = vec!["decide", org.to_str().unwrap(), "--position", "social", "--channel", "social"];
    args.extend(["--amount", amount, "--date", date]);
    args.extend(more);
    run(&args)
}

/// As [`decide`], in JSON; checks that the status says the same.
pub(crate) fn json(amount: &str, date: &str, more: &[&str]) -> Value {
    let ran = decide(amount, date, &[more, &["--format", "json"]].concat());
    assert_eq!(ran.err, "");
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ran.status, i32::from(json["decision"] != "approved"), "{}", ran.out);
    json
}

pub(crate) fn codes(json: &Value) -> Vec<&str> {
    json["reasons"].as_array().unwrap().iter().map(|reason| reason["code"].as_str().unwrap()).collect()
}

/// The seats on the route, with their standing, and why they are skipped.
pub(crate) fn route(json: &Value) -> Vec<(&str, &str, Option<&str>)> {
    let steps = json["route"].as_array().unwrap().iter();
    steps
        .map(|step| {
            let of = |key: &str| step[key].as_str();
            (of("position").unwrap(), of("standing").unwrap(), of("skipped"))
        })
        .collect()
}

pub(crate) fn reserve(key: &str, date: &str, amount: &str) -> String {
    format!(
        r#"{{"entry":"reserve","key":"{key}","date":"{date}","position":"social","channel":"social","amount":{amount}}}"#
    )
}

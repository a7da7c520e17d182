//! `bagan decide`: limits, approvals, exit statuses, the JSON object.

use serde_json::{Value, json};

use crate::shop::{ORG, codes, decide, json, org, reserve, route};
use crate::{file, run};

const EXAMPLE: &str = "examples/orgs/nusantara.toml";

#[test]
fn at_and_just_below_a_limit_is_approved_and_just_above_needs_approval() {
    for (name, used, date, at, below, above, code) in [
        ("transaction", &[][..], "2026-06-01", "400", "399.99", "400.01", "transaction-limit"),
        ("day", &[("2026-06-01", "200")], "2026-06-01", "300", "299.99", "300.01", "day-limit"),
        // From a Monday to its Sunday.
        (
            "week",
            &[("2026-06-01", "400"), ("2026-06-02", "200")],
            "2026-06-07",
            "300",
            "299.99",
            "300.01",
            "week-limit",
        ),
        (
            "month",
            &[("2026-07-01", "400"), ("2026-07-06", "400"), ("2026-07-14", "400")],
            "2026-07-31",
            "300",
            "299.99",
            "300.01",
            "month-limit",
        ),
    ] {
        let used: Vec<String> =
            used.iter().map(|(date, amount)| reserve(&format!("on {date}"), date, amount)).collect();
        let ledger = file(&format!("limit-{name}.jsonl"), used.join("\n").as_bytes());
        let ledger = ["--ledger", ledger.to_str().unwrap()];
        for amount in [at, below] {
            assert_eq!(json(amount, date, &ledger)["decision"], "approved", "{name}: {amount}");
        }
        let above = json(above, date, &ledger);
        assert_eq!((&above["decision"], codes(&above)), (&json!("needs-approval"), vec![code]), "{name}");
    }
}

#[test]
fn the_object_has_every_field_and_null_where_there_is_no_value() {
    let json = json("12.50", "2026-07-01", &[]);
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    let mut wanted = [
        "format",
        "decision",
        "request",
        "version",
        "account",
        "reasons",
        "tests",
        "approvals_needed",
        "approvals",
        "route",
    ];
    wanted.sort_unstable();
    assert_eq!(keys, wanted);
    assert_eq!(
        json["request"],
        json!({ "position": "social", "channel": "social", "amount": "12.50", "currency": "EUR",
                "date": "2026-07-01", "approved_by": [] })
    );
    assert_eq!(
        (&json["format"], &json["version"], &json["approvals_needed"]),
        (&json!(1), &json!(0), &json!(0))
    );
    assert_eq!(json["account"], "delegations.dmm.social.social");
    assert_eq!(
        json["tests"][0],
        json!({ "test": "amount", "passed": true, "code": null, "account": null, "limit": null, "used": null,
                "reserved": null, "remaining": null })
    );
    let kinds: Vec<&str> =
        json["tests"].as_array().unwrap().iter().map(|test| test["test"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        [
            "amount",
            "position",
            "channel",
            "account",
            "transaction",
            "day",
            "week",
            "month",
            "money",
            "money",
            "dual-control"
        ]
    );
}

#[test]
fn a_limit_that_fails_has_its_figures_and_the_route_names_who_set_it() {
    let entries = format!(
        "{}\n{}\n{}",
        reserve("a", "2026-07-01", "300"),
        r#"{"entry":"settle","key":"b","date":"2026-07-01","reservation":"a","amount":"120.50"}"#,
        reserve("c", "2026-07-01", "50")
    );
    let ledger = file("figures.jsonl", entries.as_bytes());
    let json = json("350", "2026-07-01", &["--ledger", ledger.to_str().unwrap()]);
    assert_eq!(
        json["reasons"],
        json!([{ "code": "day-limit", "overridable": true, "lifted": false,
                 "account": "delegations.dmm.social.social", "limit": 500, "used": "120.50", "reserved": 50,
                 "remaining": "329.50", "transfer_from": null }])
    );
    assert_eq!((&json["version"], &json["approvals_needed"]), (&json!(3), &json!(1)));
    assert_eq!(
        json["route"],
        json!([{ "position": "dmm", "standing": "may-approve", "person": "rina", "stands_in_from": null,
                 "ground": "set-the-limit", "approval_limit": null, "skipped": null }])
    );
}

#[test]
fn an_approval_lifts_a_limit_if_its_limit_covers_the_amount() {
    let approved = json("1000", "2026-07-01", &["--approved-by", "dmm"]);
    assert_eq!(
        (&approved["decision"], &approved["reasons"][0]["lifted"]),
        (&json!("approved"), &json!(true))
    );
    assert_eq!(
        approved["approvals"],
        json!([{ "position": "dmm", "person": "rina", "stands_in_from": null, "ground": "set-the-limit",
                 "approval_limit": null }])
    );
    let above = json("1000.01", "2026-07-01", &["--approved-by", "dmm"]);
    assert_eq!((&above["decision"], &above["approvals"]), (&json!("needs-approval"), &json!([])));
    assert_eq!(
        route(&above),
        [
            ("dmm", "skipped", Some("limit-too-low")),
            ("director", "skipped", Some("vacant")),
            ("cmo", "may-approve", None)
        ]
    );
    assert_eq!(above["route"][0]["approval_limit"], 1000);
    assert_eq!(json("1000.01", "2026-07-01", &["--approved-by", "cmo"])["decision"], "approved");
    // The text says whose approval does not count, and why.
    let text = decide("1000.01", "2026-07-01", &["--approved-by", "dmm"]);
    let uncounted = "approvals that do not count\n  `dmm`: may approve EUR 1,000 at most\n";
    assert!(text.status == 1 && text.out.ends_with(uncounted), "{}", text.out);
}

#[test]
fn dual_control_takes_two_different_people() {
    let org = file("dual.toml", ORG.replace("approves-up-to = 1_000", "approves-up-to = 4_000").as_bytes());
    let decide = |amount: &str, by: &[&str]| -> Value {
        let mut args = vec!["decide", org.to_str().unwrap(), "--position", "social", "--channel", "social"];
        args.extend(["--amount", amount, "--date", "2026-07-01", "--format", "json"]);
        args.extend(by.iter().flat_map(|by| ["--approved-by", by]));
        serde_json::from_str(&run(&args).out).unwrap()
    };
    assert_eq!(decide("3000", &["dmm"])["decision"], "approved", "at the threshold one is enough");
    let one = decide("3000.01", &["dmm"]);
    assert_eq!((&one["decision"], &one["approvals_needed"]), (&json!("needs-approval"), &json!(2)));
    assert!(codes(&one).contains(&"dual-control"));
    assert_eq!(
        route(&one),
        [("dmm", "approved", None), ("director", "skipped", Some("vacant")), ("cmo", "may-approve", None)]
    );
    assert_eq!(decide("3000.01", &["dmm", "dmm"])["decision"], "needs-approval", "one person twice is one");
    assert_eq!(decide("3000.01", &["dmm", "cmo"])["decision"], "approved");
}

#[test]
fn one_person_in_two_seats_cannot_approve_for_themselves() {
    let org = org();
    let ran = run(&[
        "decide",
        org.to_str().unwrap(),
        "--position",
        "seo",
        "--channel",
        "seo",
        "--amount",
        "100.01",
        "--date",
        "2026-07-01",
        "--approved-by",
        "dmm",
        "--format",
        "json",
    ]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.status, &json["decision"]), (1, &json!("needs-approval")));
    assert_eq!(route(&json)[0], ("dmm", "skipped", Some("requester")));
}

#[test]
fn who_stands_in_approves_on_their_days() {
    for by in ["lead", "dmm"] {
        let json = json("450", "2026-08-31", &["--approved-by", by]);
        assert_eq!(json["decision"], "approved", "{by}");
        assert_eq!(
            (&json["approvals"][0]["person"], &json["approvals"][0]["stands_in_from"]),
            (&json!("wulan"), &json!("lead"))
        );
    }
    assert_eq!(json("450", "2026-09-01", &["--approved-by", "lead"])["decision"], "needs-approval");
}

#[test]
fn what_no_approval_lifts_is_denied() {
    for (amount, code) in
        [("0", "amount-not-positive"), ("-5", "amount-not-positive"), ("6000.01", "account-exhausted")]
    {
        let json = json(amount, "2026-07-01", &["--approved-by", "cmo"]);
        assert_eq!(json["decision"], "denied", "{amount}");
        assert!(codes(&json).contains(&code), "{amount}: {json}");
        assert_eq!((&json["route"], &json["approvals_needed"]), (&json!([]), &json!(0)));
    }
    let short = json("6000.01", "2026-07-01", &[]);
    let money =
        short["reasons"].as_array().unwrap().iter().find(|reason| reason["code"] == "account-exhausted");
    assert_eq!(money.unwrap()["transfer_from"], "positions.dmm.budget");
    let text = decide("6000.01", "2026-07-01", &[]);
    assert!(text.out.contains("`dmm` (`rina`) could transfer it from positions.dmm.budget"), "{}", text.out);
}

#[test]
fn an_unknown_position_or_channel_is_denied_with_what_it_looks_like() {
    let org = org();
    for (position, channel, code, like) in [
        ("socal", "social", "unknown-position", "there is no position `socal`: did you mean `social`?"),
        ("social", "se0", "unknown-channel", "there is no channel `se0`: did you mean `seo`?"),
        ("social", "seo", "channel-not-assigned", "`social` is not assigned `seo`"),
        ("director", "seo", "position-vacant", "nobody acts in `director` on 2026-07-01"),
    ] {
        let mut args = vec!["decide", org.to_str().unwrap(), "--position", position, "--channel", channel];
        args.extend(["--amount", "1", "--date", "2026-07-01"]);
        let text = run(&args);
        assert_eq!((text.status, text.err.as_str()), (1, ""));
        assert!(text.out.contains(like), "{like} in {}", text.out);
        args.extend(["--format", "json"]);
        let json: Value = serde_json::from_str(&run(&args).out).unwrap();
        assert_eq!((&json["decision"], codes(&json).contains(&code)), (&json!("denied"), true));
        assert_eq!(
            (&json["request"]["position"], &json["request"]["channel"]),
            (&json!(position), &json!(channel))
        );
        assert_eq!(json["account"], Value::Null);
    }
}

#[test]
fn amounts_are_read_exactly_or_not_at_all() {
    for (amount, read) in [("1_000", json!(1000)), ("12.50", json!("12.50")), ("12.500", json!("12.50"))] {
        assert_eq!(json(amount, "2026-07-01", &[])["request"]["amount"], read);
    }
    for amount in ["abc", "12.345", "", "1,000", "1e3", "-x", "99999999999999999999"] {
        let ran = decide(amount, "2026-07-01", &[]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{amount}");
        assert!(ran.err.starts_with("error: --amount: "), "{}", ran.err);
    }
}

#[test]
fn bad_arguments_are_status_2_and_all_are_named() {
    let ran = decide(
        "abc",
        "2026-07-01",
        &["--approved-by", "cm0", "--approved-by", "\u{1b}[2J", "--approved-by", "cmo"],
    );
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert_eq!(
        ran.err,
        "error: --amount: `abc` is not a decimal number\n\
         error: --approved-by: there is no position `cm0`: did you mean `cmo`?\n\
         error: --approved-by: there is no position `\u{FFFD}[2J`\n"
    );
    for (amount, date) in [("1", "1 July"), ("1", "2026-02-30"), ("1", "")] {
        assert_eq!(decide(amount, date, &[]).status, 2);
    }
    let no_file = run(&[
        "decide",
        "no-such.toml",
        "--position",
        "a",
        "--channel",
        "b",
        "--amount",
        "1",
        "--date",
        "2026-07-01",
    ]);
    assert!(no_file.status == 2 && no_file.err.contains("cannot read `no-such.toml`"), "{}", no_file.err);
}

#[test]
fn the_example_org_decides_too() {
    let ran = run(&[
        "decide",
        EXAMPLE,
        "--position",
        "paid-social",
        "--channel",
        "paid-social",
        "--amount",
        "60_000_000",
        "--date",
        "2026-07-01",
    ]);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert!(
        ran.out.ends_with("\none approval is needed, from\n  `dmm-acquisition` (`rina`): set the limit\n"),
        "{}",
        ran.out
    );
}

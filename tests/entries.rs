//! Ledger entries as JSON: every kind reads back as it was written, and what is no entry is refused.

use bagan::{AccountRef, Date, Entry};

fn day() -> Date {
    Date::constant(2028, 2, 29)
}

fn of_every_kind() -> Vec<Entry> {
    let account = || AccountRef::new("social", "paid-social");
    vec![
        Entry::reserve("a", day(), "social", "paid-social", 5).approved_by(["dmm", "cmo"]),
        Entry::settle("b", day(), "a", "4.50").approved_by(["dmm"]),
        Entry::release("c", day(), "a"),
        Entry::transfer("d", day(), AccountRef::general("dmm"), account(), 1, "cmo"),
        Entry::reclaim("e", day(), account(), 1, "dmm"),
        Entry::carry_over("f", day(), account(), -7),
        Entry::release("\"数字\" \u{2028}", day(), "\\"),
    ]
}

#[test]
fn every_kind_reads_back_as_it_was_written() {
    for entry in of_every_kind() {
        for entry in [entry.clone(), entry.currency("IDR")] {
            let line = serde_json::to_string(&entry).unwrap();
            assert!(!line.contains('\n'), "{line}");
            assert_eq!(serde_json::from_str::<Entry>(&line).unwrap(), entry, "{line}");
        }
    }
}

#[test]
fn fields_have_the_names_of_the_org_file() {
    let lines: Vec<String> =
        of_every_kind().iter().take(6).map(|entry| serde_json::to_string(entry).unwrap()).collect();
    assert_eq!(
        lines,
        [
            r#"{"entry":"reserve","key":"a","date":"2028-02-29","position":"social","channel":"paid-social","amount":5,"approved-by":["dmm","cmo"]}"#,
            r#"{"entry":"settle","key":"b","date":"2028-02-29","reservation":"a","amount":"4.50","approved-by":["dmm"]}"#,
            r#"{"entry":"release","key":"c","date":"2028-02-29","reservation":"a"}"#,
            r#"{"entry":"transfer","key":"d","date":"2028-02-29","from":{"position":"dmm"},"to":{"position":"social","channel":"paid-social"},"amount":1,"by":"cmo"}"#,
            r#"{"entry":"reclaim","key":"e","date":"2028-02-29","account":{"position":"social","channel":"paid-social"},"amount":1,"by":"dmm"}"#,
            r#"{"entry":"carry-over","key":"f","date":"2028-02-29","account":{"position":"social","channel":"paid-social"},"amount":-7}"#,
        ]
    );
}

#[test]
fn what_is_no_entry_is_refused_with_the_reason() {
    for (line, reason) in [
        (r#"{"entry":"pay","key":"a","date":"2028-02-29"}"#, "unknown variant `pay`"),
        (r#"{"key":"a","date":"2028-02-29","reservation":"a"}"#, "missing field `entry`"),
        (r#"{"entry":"release","key":"a","date":"2028-02-29"}"#, "missing field `reservation`"),
        (
            r#"{"entry":"release","key":"a","date":"2027-02-29","reservation":"a"}"#,
            "`2027-02-29` is not a date",
        ),
        (
            r#"{"entry":"release","key":"a","date":"2028-02-29","reservation":"a","amount":1}"#,
            "unknown field `amount`",
        ),
        (
            r#"{"entry":"release","key":"a","key":"b","date":"2028-02-29","reservation":"a"}"#,
            "duplicate field `key`",
        ),
        (r#"{"entry":"settle","key":"a","date":"2028-02-29","reservation":"a","amount":1.5}"#, "float"),
    ] {
        let error = serde_json::from_str::<Entry>(line).unwrap_err().to_string();
        assert!(error.contains(reason), "{line}: {error}");
    }
}

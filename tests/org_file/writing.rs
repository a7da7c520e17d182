//! What is written, byte by byte.

use bagan::{Date, Interval, Org, OrgBuilder, OrgSpec, Path, Waiver};

use crate::support::file;

/// A file with every key, as the crate writes it.
pub(crate) const FULL: &str = r#"format = 1

[organization]
name = "Nusantara Retail"
currency = "IDR"
fiscal-year-starts = "04-01"
week-starts = "sunday"

[channels]
seo = "Search engine optimisation"
"paid social" = "Paid social"
mail = {}

[platforms."own ads"]
day = 2
month = 30.4

[platforms.meta]
day = 1.25
week = 7
week-starts = "sunday"

[roles.seo-lead]
class = "senior-specialist"
name = "SEO lead"
approves-up-to = 1_000
pay-band = { minimum = 100_000_000, midpoint = "150000000.50", maximum = 180_000_000 }
levels = { lowest = "mid", highest = "senior" }
next = ["digital-marketing-manager"]

[roles.specialist]
next = []

[positions.cmo]
role = "cmo"
holder = "sari"

[positions.dmm]
role = "digital-marketing-manager"
title = 'The "DMM"'
holder = "rina"
reports-to = "cmo"
dotted-lines = ["cmo"]
works-with = ["cmo", "SEO Jakarta"]
decides = ["why", "what"]
budget = 12_000_000_000
approves-up-to = "0.50"
level = "senior"
pay = 480_000_000

[positions."SEO Jakarta"]
role = "seo-lead"
acting = "budi"
reports-to = "dmm"
channels = ["seo", "paid social"]
fte = 0.8

[[stand-ins]]
position = "dmm"
by = "SEO Jakarta"
valid = { from = 2026-07-01, until = 2026-07-15 }
reason = "leave"

[[delegations]]
from = "dmm"
to = "SEO Jakarta"
channel = "seo"
amount = 4_800_000_000
limits = { transaction = 50_000_000, day = 20_000_000, week = 100_000_000, month = "300000000.25", average = { day = 10_000_000, platform = "own ads" } }
valid = { from = 2026-01-01, until = 2027-01-01 }
sub-delegation = "not-allowed"

[[outcomes]]
id = "acquisition"
name = "New customers"
kind = "strategic"
channel = "seo"
risk = "high"
accountable = "dmm"
responsible = ["dmm", "SEO Jakarta"]
consulted = ["cmo"]
informed = ["cmo"]
probability = 0.02
loss = 9_000_000_000
rests-on = ["search", "social"]
fails-with = 2

[[outcomes]]
id = "search"
kind = "tactical"
accountable = "SEO Jakarta"
probability = 0.1
loss = "12.50"

[[outcomes]]
id = "social"
kind = "tactical"
accountable = "dmm"
rests-on = ["search"]
fails-with = "all"

[[kpis]]
id = "revenue"
owner = "cmo"

[[kpis]]
id = "new-customers"
name = "New customers"
owner = "dmm"
target = 40_000
contributes-to = "revenue"
measures = "acquisition"

[policy]
profile = "scale-up"

[policy.levels]
span-too-wide = "warn"

[policy.thresholds]
span-at-most = 8
span-at-least = 2
layers-at-most = 6
partners-at-least = 2
overcommit = 1.25
idle-share-at-most = 0.2
manager-midpoint-at-least = 1.5
dual-control-above = 1_000_000

[[waivers]]
rule = "single-point-of-failure"
at = "channels.seo"
reason = "second SEO specialist starts in March"
owner = "rina"
until = 2027-03-15
"#;

#[test]
fn a_file_that_the_crate_writes_is_written_the_same_again() {
    let file = file(FULL);
    assert_eq!(file.spec().to_toml().unwrap(), FULL);
    assert_eq!(file.build().unwrap().to_toml().unwrap(), FULL);
}

#[test]
fn an_org_from_code_is_a_file() {
    let mut org = OrgBuilder::new("N", "EUR");
    org.position("a", "cmo").budget("12.50");
    org.policy_mut().levels.insert("span too wide".to_owned(), bagan::Level::Allow);
    let text = org.build().unwrap().to_toml().unwrap();
    let expected = r#"format = 1

[organization]
name = "N"
currency = "EUR"
fiscal-year-starts = "01-01"

[positions.a]
role = "cmo"
budget = "12.50"

[policy]

[policy.levels]
"span too wide" = "allow"
"#;
    assert_eq!(text, expected);
    assert!(Org::from_toml(&text).is_ok());
}

#[test]
fn a_date_before_the_year_0_has_no_form() {
    let mut org = OrgBuilder::new("N", "EUR");
    let early = Date::new(-1, 1, 1).unwrap();
    org.waiver(Waiver::new("r", Path::new(), "x").until(early));
    let error = org.build().unwrap().to_toml().unwrap_err().to_string();
    assert_eq!(
        error,
        "waivers[0].until: the date -000001-01-01 is before the year 0, and has no form in a file"
    );

    let mut spec = OrgSpec::from(&Org::from_toml(crate::support::HEAD).unwrap());
    spec.delegations.push(bagan::DelegationSpec::new("a", "b", 1));
    spec.delegations[0].valid = Interval::new(Some(early), None).unwrap();
    assert!(spec.to_toml().unwrap_err().to_string().starts_with("delegations[0].valid.from: the date"));
    spec.stand_ins.push(bagan::StandInSpec::new("a", "b", spec.delegations[0].valid));
    assert!(spec.to_toml().unwrap_err().to_string().starts_with("stand-ins[0].valid.from: the date"));
}

#[test]
fn texts_are_quoted_so_that_they_read_well() {
    let of = |text: &str| {
        let mut spec = OrgSpec::from(&Org::from_toml(crate::support::HEAD).unwrap());
        text.clone_into(&mut spec.organization.name);
        let written = spec.to_toml().unwrap();
        written.split("name = ").nth(1).unwrap().split("\ncurrency").next().unwrap().to_owned()
    };
    assert_eq!(of("plain"), "\"plain\"");
    assert_eq!(of("\"quoted\""), "'\"quoted\"'");
    assert_eq!(of("C:\\dir"), "'C:\\dir'");
    assert_eq!(of("two\nlines"), "\"\"\"\ntwo\nlines\"\"\"");
    assert_eq!(of("数字"), "\"数字\"");
    assert_eq!(of("\u{1b}"), "\"\\u001B\"");
}

#[cfg(feature = "json")]
#[test]
fn json_has_the_same_keys_in_the_same_order() {
    let json = file(FULL).spec().to_json().unwrap();
    assert_eq!(Org::from_json(&json).unwrap().to_toml().unwrap(), FULL);
    for line in [
        "  \"format\": 1,",
        "    \"fiscal-year-starts\": \"04-01\",",
        "    \"mail\": {}",
        "        \"midpoint\": \"150000000.50\",",
        "      \"fte\": 0.8",
        "        \"until\": \"2027-01-01\"",
        "      \"at\": \"channels.seo\",",
    ] {
        assert!(json.lines().any(|own| own == line), "{line}");
    }
    assert!(json.starts_with("{\n") && json.ends_with("\n}\n"));
}

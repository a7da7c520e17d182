//! Decisions as finance people read them: whole texts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says why")]
#![cfg(feature = "toml")]

use bagan::{Currency, Entry, Ledger, Org, parse_date};

const ORG: &str = r#"
format = 1
organization = { name = "Nusantara Retail", currency = "IDR" }
channels = { seo = "SEO", paid-social = "Paid social" }

[positions.cmo]
role = "cmo"
holder = "sari"
approves-up-to = 1_000_000_000

[positions.director]
role = "director-of-marketing"
holder = "kartika"
reports-to = "cmo"
approves-up-to = 40_000_000

[positions.dmm]
role = "digital-marketing-manager"
holder = "rina"
reports-to = "director"
budget = 500_000_000

[positions.lead]
role = "senior-specialist"
holder = "wulan"
reports-to = "dmm"

[positions.social]
role = "specialist"
holder = "budi"
reports-to = "dmm"
channels = ["paid-social"]

[positions.seo]
role = "specialist"
holder = "sari"
reports-to = "dmm"
channels = ["seo"]

[[delegations]]
from = "dmm"
to = "social"
channel = "paid-social"
amount = 300_000_000
limits = { transaction = 50_000_000, day = 20_000_000 }

[[stand-ins]]
position = "dmm"
by = "lead"
valid = { from = 2026-08-01, until = 2026-09-01 }

[policy.thresholds]
dual-control-above = 100_000_000
"#;

fn ledger(org: &str, entries: &[Entry]) -> Ledger {
    Ledger::replay(Org::from_toml(org).unwrap(), entries).unwrap()
}

fn decide(
    ledger: &Ledger,
    (position, channel, amount): (&str, &str, i64),
    date: &str,
    by: &[&str],
) -> String {
    let amount = ledger.org().currency().major(amount).unwrap();
    let request = ledger.request(position, channel, amount, parse_date(date).unwrap());
    ledger.decide(&request.approved_by_ids(by)).to_string()
}

/// A ledger in which some of the day is used, and some reserved.
fn used() -> Ledger {
    let day = parse_date("2026-07-01").unwrap();
    let entries = [
        Entry::reserve("po-1", day, "social", "paid-social", 12_000_000),
        Entry::settle("inv-1", day, "po-1", 8_000_000),
        Entry::reserve("po-2", day, "social", "paid-social", 5_000_000),
    ];
    ledger(ORG, &entries)
}

#[test]
fn within_every_limit_is_approved() {
    assert_eq!(
        decide(&used(), ("social", "paid-social", 7_000_000), "2026-07-01", &[]),
        "\
approved: `social` may spend IDR 7,000,000 on `paid-social` on 2026-07-01

          test                    limit           used       reserved        remaining  account
  pass    amount
  pass    position
  pass    channel
  pass    account       delegations.dmm.social.paid-social
  pass    transaction    IDR 50,000,000              -              -   IDR 50,000,000  delegations.dmm.social.paid-social
  pass    day            IDR 20,000,000  IDR 8,000,000  IDR 5,000,000    IDR 7,000,000  delegations.dmm.social.paid-social
  pass    money         IDR 300,000,000  IDR 8,000,000  IDR 5,000,000  IDR 287,000,000  delegations.dmm.social.paid-social
  pass    money         IDR 500,000,000  IDR 8,000,000  IDR 5,000,000  IDR 487,000,000  positions.dmm.budget
  pass    dual-control  IDR 100,000,000              -              -  IDR 100,000,000
"
    );
}

#[test]
fn above_a_limit_needs_whoever_set_it_and_says_whose_approval_does_not_count() {
    assert_eq!(
        decide(&used(), ("social", "paid-social", 60_000_000), "2026-07-01", &["director"]),
        "\
needs approval: `social` may not spend IDR 60,000,000 on `paid-social` on 2026-07-01 on its own

          test                    limit           used       reserved        remaining  account
  pass    amount
  pass    position
  pass    channel
  pass    account       delegations.dmm.social.paid-social
  FAIL    transaction    IDR 50,000,000              -              -   IDR 50,000,000  delegations.dmm.social.paid-social: IDR 10,000,000 too much
  FAIL    day            IDR 20,000,000  IDR 8,000,000  IDR 5,000,000    IDR 7,000,000  delegations.dmm.social.paid-social: IDR 53,000,000 too much
  pass    money         IDR 300,000,000  IDR 8,000,000  IDR 5,000,000  IDR 287,000,000  delegations.dmm.social.paid-social
  pass    money         IDR 500,000,000  IDR 8,000,000  IDR 5,000,000  IDR 487,000,000  positions.dmm.budget
  pass    dual-control  IDR 100,000,000              -              -  IDR 100,000,000

one approval is needed, from
  `dmm` (`rina`): set the limit

approvals that do not count
  `director`: may approve IDR 40,000,000 at most
"
    );
}

#[test]
fn an_approval_lifts_what_was_in_the_way_also_from_a_stand_in() {
    assert_eq!(
        decide(&used(), ("social", "paid-social", 60_000_000), "2026-08-01", &["lead"]),
        "\
approved: `social` may spend IDR 60,000,000 on `paid-social` on 2026-08-01, for its approvals lift what was in the way

          test                    limit           used       reserved        remaining  account
  pass    amount
  pass    position
  pass    channel
  pass    account       delegations.dmm.social.paid-social
  lifted  transaction    IDR 50,000,000              -              -   IDR 50,000,000  delegations.dmm.social.paid-social: IDR 10,000,000 too much
  lifted  day            IDR 20,000,000          IDR 0          IDR 0   IDR 20,000,000  delegations.dmm.social.paid-social: IDR 40,000,000 too much
  pass    money         IDR 300,000,000  IDR 8,000,000  IDR 5,000,000  IDR 287,000,000  delegations.dmm.social.paid-social
  pass    money         IDR 500,000,000  IDR 8,000,000  IDR 5,000,000  IDR 487,000,000  positions.dmm.budget
  pass    dual-control  IDR 100,000,000              -              -  IDR 100,000,000

lifted by
  `dmm`, by `lead` (`wulan`), who stands in: set the limit
"
    );
}

#[test]
fn dual_control_takes_another_person() {
    assert_eq!(
        decide(&used(), ("social", "paid-social", 150_000_000), "2026-08-01", &["dmm"]),
        "\
needs approval: `social` may not spend IDR 150,000,000 on `paid-social` on 2026-08-01 on its own

          test                    limit           used       reserved        remaining  account
  pass    amount
  pass    position
  pass    channel
  pass    account       delegations.dmm.social.paid-social
  FAIL    transaction    IDR 50,000,000              -              -   IDR 50,000,000  delegations.dmm.social.paid-social: IDR 100,000,000 too much
  FAIL    day            IDR 20,000,000          IDR 0          IDR 0   IDR 20,000,000  delegations.dmm.social.paid-social: IDR 130,000,000 too much
  pass    money         IDR 300,000,000  IDR 8,000,000  IDR 5,000,000  IDR 287,000,000  delegations.dmm.social.paid-social
  pass    money         IDR 500,000,000  IDR 8,000,000  IDR 5,000,000  IDR 487,000,000  positions.dmm.budget
  FAIL    dual-control  IDR 100,000,000              -              -  IDR 100,000,000  above this, two people approve

approved already by
  `dmm`, by `lead` (`wulan`), who stands in: set the limit

one more approval is needed, of another person, from
  `cmo` (`sari`): may approve up to IDR 1,000,000,000

passed over
  `director`: may approve IDR 40,000,000 at most
"
    );
}

#[test]
fn an_account_without_enough_names_who_could_transfer_to_it() {
    assert_eq!(
        decide(&used(), ("social", "paid-social", 400_000_000), "2026-07-01", &["cm0"]),
        "\
denied: `social` may not spend IDR 400,000,000 on `paid-social` on 2026-07-01, whoever approves

          test                    limit           used       reserved        remaining  account
  pass    amount
  pass    position
  pass    channel
  pass    account       delegations.dmm.social.paid-social
  FAIL    transaction    IDR 50,000,000              -              -   IDR 50,000,000  delegations.dmm.social.paid-social: IDR 350,000,000 too much
  FAIL    day            IDR 20,000,000  IDR 8,000,000  IDR 5,000,000    IDR 7,000,000  delegations.dmm.social.paid-social: IDR 393,000,000 too much
  FAIL    money         IDR 300,000,000  IDR 8,000,000  IDR 5,000,000  IDR 287,000,000  delegations.dmm.social.paid-social: IDR 113,000,000 short
  pass    money         IDR 500,000,000  IDR 8,000,000  IDR 5,000,000  IDR 487,000,000  positions.dmm.budget
  FAIL    dual-control  IDR 100,000,000              -              -  IDR 100,000,000  above this, two people approve

not enough money
  IDR 287,000,000 is left on delegations.dmm.social.paid-social, IDR 113,000,000 short: `dmm` (`rina`) could transfer it from positions.dmm.budget

approvals that do not count
  there is no position `cm0`: did you mean `cmo`?
"
    );
}

#[test]
fn money_that_no_account_above_has_is_nobodys_to_transfer() {
    let text = decide(&used(), ("social", "paid-social", 600_000_000), "2026-07-01", &[]);
    let (_, money) = text.split_once("\nnot enough money\n").unwrap();
    assert_eq!(
        money,
        "  IDR 287,000,000 is left on delegations.dmm.social.paid-social, IDR 313,000,000 short: no account above it has enough
  IDR 487,000,000 is left on positions.dmm.budget, IDR 113,000,000 short: no account above it has enough
"
    );
}

#[test]
fn nobody_approves_for_themselves_and_an_empty_seat_is_passed_over() {
    let vacant = ORG.replace("holder = \"rina\"\n", "").replace("holder = \"budi\"", "holder = \"kartika\"");
    let by = ["cmo", "director", "social", "seo", "lead"];
    assert_eq!(
        decide(&ledger(&vacant, &[]), ("social", "paid-social", 150_000_000), "2026-07-01", &by),
        "\
needs approval: `social` may not spend IDR 150,000,000 on `paid-social` on 2026-07-01 on its own

          test                    limit   used  reserved        remaining  account
  pass    amount
  pass    position
  pass    channel
  pass    account       delegations.dmm.social.paid-social
  FAIL    transaction    IDR 50,000,000      -         -   IDR 50,000,000  delegations.dmm.social.paid-social: IDR 100,000,000 too much
  FAIL    day            IDR 20,000,000  IDR 0     IDR 0   IDR 20,000,000  delegations.dmm.social.paid-social: IDR 130,000,000 too much
  pass    money         IDR 300,000,000  IDR 0     IDR 0  IDR 300,000,000  delegations.dmm.social.paid-social
  pass    money         IDR 500,000,000  IDR 0     IDR 0  IDR 500,000,000  positions.dmm.budget
  FAIL    dual-control  IDR 100,000,000      -         -  IDR 100,000,000  above this, two people approve

approved already by
  `cmo` (`sari`): may approve up to IDR 1,000,000,000

one more approval is needed, of another person, and nobody may give it

passed over
  `dmm`: vacant
  `director`: the person in it is the one who asks

approvals that do not count
  `director`: the person in it is the one who asks
  `social`: nobody approves for themselves
  `seo`: neither set the limit nor is above whom it binds
  `lead`: neither set the limit nor is above whom it binds
"
    );
}

#[test]
fn what_a_request_names_wrongly_is_shown_without_what_a_terminal_would_obey() {
    assert_eq!(
        decide(&used(), ("socal", "paid-social\u{1b}[2J", 1), "2026-07-01", &[]),
        "\
denied: `socal` may not spend IDR 1 on `paid-social�[2J` on 2026-07-01, whoever approves

  pass    amount
  FAIL    position      there is no position `socal`: did you mean `social`?
"
    );
}

#[test]
fn an_amount_in_another_currency_is_shown_in_it() {
    let ledger = used();
    let yen = Currency::from_code("JPY").unwrap();
    let request = ledger.request("social", "seo", yen.major(5).unwrap(), parse_date("2026-07-01").unwrap());
    let text = ledger.decide(&request.in_currency(yen)).to_string();
    assert!(text.starts_with("denied: `social` may not spend JPY 5 on `seo` on 2026-07-01"), "{text}");
    assert!(
        text.ends_with("FAIL    amount        the request is in JPY, and the org counts in IDR\n"),
        "{text}"
    );
}

#[test]
fn an_account_that_has_ended_or_is_still_to_begin_is_named() {
    let dated = |valid: &str| {
        let delegation =
            format!("limits = {{ transaction = 50_000_000, day = 20_000_000 }}\nvalid = {{ {valid} }}");
        ORG.replace("limits = { transaction = 50_000_000, day = 20_000_000 }", &delegation)
    };
    for (valid, says) in [
        ("until = 2026-07-01", "delegations.dmm.social.paid-social ended on 2026-07-01"),
        ("from = 2026-07-02", "delegations.dmm.social.paid-social begins on 2026-07-02"),
    ] {
        let ledger = ledger(&dated(valid), &[]);
        let text = decide(&ledger, ("social", "paid-social", 1), "2026-07-01", &[]);
        assert!(
            text.contains(&format!("`social` holds no account in force for `paid-social`: {says}\n")),
            "{text}"
        );
    }
}

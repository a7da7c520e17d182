//! Pay, hours, allocations and limits.

use bagan::{CsvOptions, ImportNote, Limits, Money, Permission, Window, parse_date};

use crate::support::{errors, errors_with, import, import_with, notes, said};

fn euro() -> CsvOptions {
    CsvOptions::new().currency("EUR")
}

/// The pay of each position in major units.
fn pay(text: &str) -> Vec<Option<i64>> {
    let org = import_with(text, &euro()).build().unwrap();
    org.positions().map(|position| position.pay().map(|pay| pay.minor() / 100)).collect()
}

fn told(text: &str, options: &CsvOptions, part: &str) {
    let summary = import_with(text, options).summary.to_string();
    assert!(summary.contains(part), "{part} in {summary}");
}

#[test]
fn pay_is_read_as_it_is_written() {
    let text = "id,title,salary\n1,a,\"€1,234.50\"\n2,b,€ 61 000.00\n3,c,72000\n4,d,\"85,000\"\n5,e,\n";
    assert_eq!(pay(text), [Some(1234), Some(61_000), Some(72_000), Some(85_000), None]);
    let text = "id;title;salary\n1;a;1.234,50\n2;b;61 000,00 €\n3;c;85.000\n";
    assert_eq!(pay(text), [Some(1234), Some(61_000), Some(85_000)]);
}

#[test]
fn pay_that_can_be_read_in_two_ways_is_left_out_and_told() {
    let text = "id,title,salary\n1,a,1.234\n2,b,72000\n";
    assert_eq!(pay(text), [None, Some(72_000)]);
    told(text, &euro(), "1 row (line 2): pay left out: it can be read as thousands or as a fraction");
}

#[test]
fn pay_of_nothing_is_not_disclosed() {
    let text = "id,title,salary\n1,a,0\n2,b,0.00\n3,c,50000\n";
    assert_eq!(pay(text), [None, None, Some(50_000)]);
    told(text, &euro(), "2 rows (lines 2 and 3): pay of 0 is pay that is not disclosed");
}

#[test]
fn the_pay_of_an_hour_is_not_that_of_a_year() {
    let text = "id,title,salary\n1,a,52000\n2,b,12.5\n3,c,48000\n4,d,31\n";
    assert_eq!(pay(text), [Some(52_000), None, Some(48_000), None]);
    told(
        text,
        &euro(),
        "2 rows (lines 3 and 5): pay left out: it looks like that of an hour, and not of a year",
    );
    told(
        "id,title,salary\n1,a,63.4615\n",
        &euro(),
        "1 row (line 2): pay left out: it looks like that of an hour",
    );
    told(
        "id,title,salary\n1,a,63000.4615\n",
        &euro(),
        "1 row (line 2): pay left out: it is no amount of the currency",
    );
    for header in ["Pay Per", "Pay Basis", "pay frequency"] {
        let text = format!(
            "id,title,salary,{header}\n1,a,52000,Annual\n2,b,52000,Month\n3,c,52000,Yearly\n4,d,52000,\n"
        );
        assert_eq!(pay(&text), [Some(52_000), None, Some(52_000), Some(52_000)], "{header}");
        told(&text, &euro(), "1 row (line 3): pay left out: it is not for a year");
    }
}

#[test]
fn pay_in_no_currency_or_another_is_left_out_and_told() {
    let text = "id,title,salary\n1,a,52000\n";
    let import = import(text);
    assert_eq!(import.summary.currency, "XXX");
    assert_eq!(notes(text)[1..], ["1 row (line 2): pay left out: the currency is not known"]);
    assert_eq!(import.build().unwrap().position("1").and_then(bagan::Position::pay), None);
    let text = "id,title,salary,currency\n1,a,52000,EUR\n2,b,52000,USD\n3,c,52000,eur\n4,d,52000,\n";
    assert_eq!(pay(text), [Some(52_000), None, Some(52_000), Some(52_000)]);
    told(text, &euro(), "1 row (line 3): pay left out: it is in another currency than the org");
}

#[test]
fn a_currency_that_the_file_states_throughout_is_taken_and_told() {
    for text in [
        "id,title,salary,currency\n1,a,52000,EUR\n2,b,,\n3,c,1,eur\n",
        "id,title,pay rate\n1,a,52000.00 EUR\n2,b,\n3,c,EUR 48000\n4,d,41000\n",
        "id,title,budget,salary\n2,b,EUR 5,\n1,a,7,52000\n",
        "id,title,Base Salary (EUR)\n1,a,52000\n",
    ] {
        let import = import(text);
        assert!(import.summary.notes.contains(&ImportNote::CurrencyOfFile { code: "EUR".into() }), "{text}");
        let org = import.build().unwrap();
        assert_eq!(
            org.position("1").and_then(bagan::Position::pay),
            Some(Money::from_minor(5_200_000)),
            "{text}"
        );
    }
    for text in [
        "id,title,salary,currency\n1,a,52000,EUR\n2,b,52000,USD\n",
        "id,title,pay\n1,a,52000 EUR\n2,b,52000 USD\n",
    ] {
        assert_eq!(import(text).summary.currency, "XXX", "{text}");
    }
}

#[test]
fn a_share_of_a_job_is_a_number_or_in_percent() {
    let text = "id,title,fte\n1,a,1.0\n2,b,0.5\n3,c,\"0,8\"\n4,d,80%\n5,e,full\n6,f,\n";
    let org = import(text).build().unwrap();
    let shares: Vec<_> = org.positions().map(|position| position.fte().map(|fte| fte.to_string())).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(shares, [some("1"), some("0.5"), some("0.8"), some("0.8"), None, None]);
    assert!(notes(text).iter().any(|note| note.starts_with("1 row (line 6): share of a full-time job")));
    let org = import("id,title,FTE %\n1,a,50\n").build().unwrap();
    assert_eq!(org.position("1").and_then(bagan::Position::fte).map(|fte| fte.to_string()), some("0.5"));
}

const GRANTS: &str = "id,title,manager_id,allocation,transaction_limit,daily_limit,weekly_limit,monthly_limit,approves_up_to\n\
    1,CMO,,1000,,,,,500\n\
    2,DMM,1,800,90,,,,\n\
    3,SEO Specialist,2,300,10,20,100,250,\n\
    4,PPC Specialist,2,0,,,,,\n\
    5,x,2,,7,,,,\n\
    6,y,77,50,,,,,\n";

#[test]
fn an_allocation_is_a_delegation_from_the_manager_and_a_budget_at_the_root() {
    let import = import_with(GRANTS, &euro().fiscal_year(2026));
    assert!(import.summary.notes.contains(&ImportNote::Allocations { delegations: 2, budgets: 2 }));
    let text = import.summary.to_string();
    for part in [
        "1 row (line 5): an allocation of 0 gives nothing, left out",
        "1 row (line 6): limits without an allocation, left out",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(import.summary.switched_off.iter().all(|off| off.rule != "endless-delegation"));
    let org = import.build().unwrap();
    let euro = |major: i64| Some(Money::from_minor(100 * major));
    let one = org.position("1").unwrap();
    assert_eq!((one.budget(), one.approves_up_to()), (euro(1000), euro(500)));
    assert_eq!(org.position("6").unwrap().budget(), euro(50), "whoever is outside is no source");
    let to = |id: &str| org.position(id).unwrap().received().next().unwrap();
    let (dmm, seo) = (to("2"), to("3"));
    assert_eq!((dmm.from().id(), Some(dmm.amount()), dmm.channel()), ("1", euro(800), None));
    assert_eq!((dmm.stated_sub_delegation(), seo.stated_sub_delegation()), (Some(Permission::Allowed), None));
    let Limits { transaction, day, week, month } = seo.limits();
    assert_eq!((transaction, day, week, month), (euro(10), euro(20), euro(100), euro(250)));
    assert_eq!(dmm.limits().get(Window::Transaction), euro(90));
    let day = |text: &str| parse_date(text).unwrap();
    assert!(seo.is_in_force(day("2026-12-31")) && !seo.is_in_force(day("2027-01-01")));
    assert_eq!(org.delegations().count(), 2);
}

#[test]
fn delegations_without_dates_are_endless_in_the_open() {
    let import = import_with(GRANTS, &euro());
    assert!(import.summary.switched_off.iter().any(|off| off.rule == "endless-delegation"));
}

#[test]
fn an_amount_without_a_currency_asks_for_one() {
    let errors = errors(GRANTS);
    assert_eq!(
        said(&errors),
        [
            "line 2: column `allocation` holds amounts, and no currency is stated",
            "line 6: column `transaction_limit` holds amounts, and no currency is stated",
        ]
    );
    assert!(errors.to_string().contains("--currency"));
}

#[test]
fn an_amount_that_is_none_is_an_error_with_its_line() {
    let text = "id,title,manager_id,budget,daily limit\n1,a,,lots,\n2,b,1,-5,\n3,c,1,1.234,\n4,d,1,10,USD 5\n5,e,1,0.001,\n";
    assert_eq!(
        said(&errors_with(text, &euro())),
        [
            "line 2: column `budget`: `lots` is not an amount",
            "line 3: column `budget`: `-5` is below zero",
            "line 4: column `budget`: `1.234` has more decimals than EUR takes: at most 2",
            "line 5: column `daily limit` holds an amount in USD, and the org counts in EUR",
            "line 6: column `budget`: `0.001` has more decimals than EUR takes: at most 2",
        ]
    );
    let ambiguous = errors_with("id,title,budget\n1,a,1.234\n", &euro());
    assert_eq!(
        said(&ambiguous),
        ["line 2: column `budget`: `1.234` can be read as thousands or as a fraction"]
    );
}

#[test]
fn amounts_at_the_edge_are_exact_or_refused() {
    let most = "id,title,budget\n1,a,92233720368547758.07\n";
    let org = import_with(most, &euro()).build().unwrap();
    assert_eq!(org.position("1").and_then(bagan::Position::budget), Some(Money::MAX));
    let more = errors_with("id,title,budget\n1,a,92233720368547758.08\n", &euro());
    assert!(said(&more)[0].contains("out of the range of EUR"), "{more}");
    let sum = errors_with("id,title,budget\n1,a,92233720368547758.07\n2,b,0.01\n", &euro());
    assert_eq!(said(&sum), ["the allocations add up to more than can be counted exactly"]);
}

#[test]
fn options_that_cannot_be_are_errors() {
    let text = "id,title\n1,a\n";
    assert_eq!(
        said(&errors_with(text, &CsvOptions::new().currency("EURO"))),
        ["`EURO` is not a currency code of ISO 4217"]
    );
    assert_eq!(
        said(&errors_with(text, &CsvOptions::new().fiscal_year(i16::MAX))),
        ["there is no fiscal year 32767"]
    );
}

#[test]
fn managers_who_delegate_from_nothing_are_told() {
    let text = "id,title,manager_id,budget\n1,CMO,,100\n2,DMM,1,\n3,SEO Specialist,2,50\n";
    told(text, &euro(), "1 row (line 3): delegates, and has no allocation in the file");
}

#[test]
fn the_delegation_of_a_second_seat_is_its_own() {
    let text = "id,title,manager_id,budget\n1,CMO,,100\n2,DMM,1,40\n2,Head of Sales,1,30\n3,x,2,10\n";
    let org = import_with(text, &euro()).build().unwrap();
    let to: Vec<_> = org.delegations().map(|one| (one.to().id(), one.amount().minor() / 100)).collect();
    assert_eq!(to, [("2", 40), ("2#2", 30), ("3", 10)]);
}

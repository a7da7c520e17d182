//! What an export says between the lines: faults that were found by trying, and mended.

use bagan::{CsvOptions, Position};

use crate::support::{draw, errors_with, import, import_with};

#[test]
fn an_id_of_zero_is_found_in_another_writing() {
    assert_eq!(draw("id,title,manager_id\n0,CEO,\n1,CMO,0.0\n2,DMM,1.0\n"), ["0", "1 > 0", "2 > 1"]);
}

#[test]
fn an_id_that_is_a_word_for_nobody_in_another_case_is_found() {
    assert_eq!(draw("id,title,manager_id\nx,CEO,\ny,CMO,X\n"), ["x", "y > x"]);
}

#[test]
fn an_amount_in_another_currencys_sign_is_no_amount_of_this_one() {
    let text = "id,title,allocation\n1,CMO,£500\n";
    let said = errors_with(text, &CsvOptions::new().currency("EUR")).to_string();
    assert!(said.contains("allocation"), "{said}");
}

#[test]
fn who_has_not_left_is_kept() {
    for status in
        ["Not terminated", "Non-terminated", "Active - pending termination", "Resignation withdrawn"]
    {
        let text = format!("id,title,manager_id,status\n1,CMO,,active\n2,DMM,1,{status}\n");
        assert_eq!(draw(&text), ["1", "2 > 1"], "{status}");
    }
}

#[test]
fn a_vacancy_in_the_only_column_of_ids_is_vacant() {
    let org = import("id,title,manager_id\n1,CMO,\nVACANT,DMM,1\nVACANT,Copywriter,1\n").build().unwrap();
    let vacant = org.positions().filter(|p| p.is_vacant()).count();
    assert_eq!(vacant, 2);
}

#[test]
fn one_manager_twice_in_a_cell_is_one_line() {
    assert_eq!(draw("id,title,manager_id\n1,CMO,\n2,DMM,1;1\n"), ["1", "2 > 1"]);
}

#[test]
fn invisible_characters_are_no_part_of_an_id() {
    assert_eq!(draw("id,title,manager_id\n1,CMO,\n2,DMM,1\u{200b}\n"), ["1", "2 > 1"]);
}

#[test]
fn oneself_first_in_a_list_is_passed_over_as_null_is() {
    assert_eq!(draw("id,title,manager_id\n1,CMO,\n6,DMM,6;1\n"), ["1", "6 > 1"]);
}

#[test]
fn a_sign_of_this_currency_or_of_one_that_shares_it_is_fine() {
    for (code, amount) in
        [("EUR", "€500"), ("GBP", "£500"), ("CAD", "$500"), ("IDR", "Rp 500"), ("JPY", "¥500")]
    {
        let text = format!("id,title,allocation\n1,CMO,{amount}\n");
        let import = import_with(&text, &CsvOptions::new().currency(code));
        assert!(import.build().unwrap().position("1").unwrap().budget().is_some(), "{code}");
    }
    let said =
        errors_with("id,title,allocation\n1,CMO,$500\n", &CsvOptions::new().currency("EUR")).to_string();
    assert!(said.contains("holds an amount in $, and the org counts in EUR"), "{said}");
}

#[test]
fn who_is_no_longer_active_has_left_and_who_is_on_leave_has_not() {
    for (status, positions) in
        [("Not active", 1), ("non-active", 1), ("Ex-employee", 1), ("Inactive - LOA", 2)]
    {
        let text = format!("id,title,manager_id,status\n1,CMO,,active\n2,DMM,1,{status}\n");
        assert_eq!(import(&text).build().unwrap().position_count(), positions, "{status}");
    }
    for status in ["Terminated", "Voluntarily terminated", "Terminated - not eligible for rehire", "Resigned"]
    {
        let text = format!("id,title,manager_id,status\n1,CMO,,active\n2,DMM,1,{status}\n");
        assert_eq!(draw(&text), ["1"], "{status}");
    }
}

#[test]
fn vacancies_under_one_word_are_as_many_seats_as_rows() {
    let import = import("id,title,manager_id\n1,CMO,\nVACANT,Copywriter,1\nVACANT,Copywriter,1\nTBD,DMM,1\n");
    let summary = import.summary.to_string();
    assert!(summary.contains("another vacant seat: kept as `VACANT#2`"), "{summary}");
    assert_eq!(import.build().unwrap().positions().filter(|position| position.is_vacant()).count(), 3);
}

#[test]
fn round_thousands_are_no_fractions_and_explain_their_column() {
    for (code, text) in [
        ("USD", "id;title;salary\n1;a;85,000\n2;b;92,500\n3;c;61,250\n"),
        ("IDR", "id;title;salary\n1;a;85.000\n2;b;92.500\n3;c;61.250\n"),
    ] {
        let org = import_with(text, &CsvOptions::new().currency(code)).build().unwrap();
        let pay: Vec<_> = org.positions().filter_map(Position::pay).map(|pay| pay.minor() / 100).collect();
        assert_eq!(pay, [85_000, 92_500, 61_250], "{code}");
    }
}

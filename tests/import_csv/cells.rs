//! Cells that mean something other than they seem to, and what must not be made of them.

use bagan::csv::TextEncoding;
use bagan::{CsvOptions, ImportNote, import_csv};

use crate::support::{draw, errors, errors_with, import, import_with, informed, notes, said};

fn euro() -> CsvOptions {
    CsvOptions::new().currency("EUR")
}

/// The rules that an import switches off.
fn off(text: &str, options: &CsvOptions) -> Vec<&'static str> {
    informed(import_with(text, options).summary.switched_off.iter().map(|off| off.rule))
}

#[test]
fn each_rule_is_switched_off_for_what_is_missing_and_no_other() {
    let (channel, budget) = ("specialist-without-channel", "department-without-budget");
    let (unfunded, endless) = ("unfunded-channel", "endless-delegation");
    let worker = "Marketing Specialist";
    let plain = format!("id,title,manager_id\n1,DMM,\n2,{worker},1\n");
    let channels = format!("id,title,manager_id,channels\n1,DMM,,\n2,{worker},1,seo\n");
    let unassigned = format!("id,title,manager_id,channels\n1,DMM,,\n2,{worker},1,\n");
    let amounts = format!("id,title,manager_id,allocation\n1,DMM,,900\n2,{worker},1,400\n");
    let empty = "id,title,manager_id,channels,allocation\n1,DMM,,,\n2,DMM,1,,\n";
    let both = format!("id,title,manager_id,channels,allocation\n1,DMM,,,900\n2,{worker},1,seo,400\n");
    let nobody = "id,title,manager_id,allocation\n1,CMO,,900\n2,DMM,1,\n";
    for (text, without_dates, with_dates) in [
        (plain.as_str(), vec![channel, budget], vec![channel, budget]),
        (&channels, vec![budget, unfunded], vec![budget, unfunded]),
        (&unassigned, vec![budget], vec![budget]),
        (&amounts, vec![channel, endless], vec![channel]),
        (empty, vec![budget], vec![budget]),
        (&both, vec![endless], vec![]),
        (nobody, vec![], vec![]),
    ] {
        assert_eq!(off(text, &euro()), without_dates, "{text}");
        assert_eq!(off(text, &euro().fiscal_year(2026)), with_dates, "{text}");
        let org = import_with(text, &euro()).build().unwrap();
        let levels = informed(org.policy().levels.keys().map(String::as_str));
        assert_eq!(levels, without_dates, "the policy says the same: {text}");
    }
}

#[test]
fn a_title_adds_no_channel_where_a_column_holds_them() {
    let text = "id,title,manager_id,Channels\n1,DMM,,\n2,PPC Specialist,1,ppc\n3,SEO Specialist,1,N/A\n4,Email & SEO Specialist,1,\n";
    let org = import(text).build().unwrap();
    assert_eq!(org.channels().map(bagan::Channel::id).collect::<Vec<_>>(), ["ppc"]);
    let of =
        |id: &str| -> Vec<&str> { org.position(id).unwrap().channels().map(bagan::Channel::id).collect() };
    assert_eq!([of("2"), of("3"), of("4")], [vec!["ppc"], vec![], vec![]]);
}

#[test]
fn utf_16_is_known_without_a_mark() {
    let text = "id,title,manager_id\n1,CMO,\n2,DMM,1\n";
    let little = text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for (bytes, encoding) in [(little, TextEncoding::Utf16Le), (big, TextEncoding::Utf16Be)] {
        let import = import_csv(&bytes, &CsvOptions::new()).unwrap();
        assert_eq!((import.summary.encoding, import.summary.positions), (encoding, 2));
    }
}

#[test]
fn one_byte_that_is_not_utf_8_makes_the_file_windows_1252_and_the_line_is_told() {
    let bytes = b"id,title,manager_id\n1,caf\xc3\xa9,\n2,caf\xe9,1\n";
    let import = import_csv(bytes, &CsvOptions::new()).unwrap();
    assert_eq!(import.summary.encoding, TextEncoding::Windows1252);
    assert!(import.summary.notes.contains(&ImportNote::NotUtf8 { line: 3 }));
}

#[test]
fn a_mark_stands_before_quoted_headers_and_headers_may_have_line_breaks() {
    assert_eq!(draw("\u{feff}\"id\",\"title\",\"manager_id\"\n\"1\",\"CMO\",\"\"\n"), ["1"]);
    let wrapped = "\"Employee\nID\",\"Job\nTitle\",\"Manager\nID\"\n1,CMO,\n2,DMM,1\n";
    assert_eq!(draw(wrapped), ["1", "2 > 1"]);
}

#[test]
fn quotes_within_a_cell_are_text() {
    let org = import("id,title,manager_id\n1,5\" pipe fitter,\n2,a \"b\" c,1\n").build().unwrap();
    let titles: Vec<_> = org.positions().filter_map(bagan::Position::title).collect();
    assert_eq!(titles, ["5\" pipe fitter", "a \"b\" c"]);
}

#[test]
fn other_separators_in_the_cells_do_not_mislead() {
    let commas = "id;title;manager_id\n1;Director, Marketing, EMEA;\n2;a,b,c,d,e;1\n";
    assert_eq!((draw(commas).len(), import(commas).summary.separator), (2, ';'));
    let all = "id|title|manager_id\n1|CMO, a; b|\n2|DMM, c; d; e|1\n";
    assert_eq!((draw(all), import(all).summary.separator), (vec!["1".into(), "2 > 1".into()], '|'));
}

#[test]
fn line_breaks_of_all_kinds_may_stand_in_one_file() {
    assert_eq!(draw("id,title,manager_id\r\n1,CMO,\n2,DMM,1\r3,x,2\r\n"), ["1", "2 > 1", "3 > 2"]);
}

#[test]
fn the_spaces_of_other_scripts_surround_no_id() {
    let text = "id,title,manager_id\n\u{a0}1\u{a0},CMO,\n2,DMM,\u{a0}1\n\u{3000}3\u{2009},DMM,1\u{202f}\n";
    assert_eq!(draw(text), ["1", "2 > 1", "3 > 1"]);
}

#[test]
fn ids_that_a_spreadsheet_made_fractions_of_are_found_by_either_writing() {
    let text = "id,title,manager_id\n1.0,CMO,\n2.0,DMM,1\n3.0,x,2.0\n4.0,y,0002\n";
    assert_eq!(draw(text), ["1.0", "2.0 > 1.0", "3.0 > 2.0", "4.0 > 2.0"]);
}

#[test]
fn an_id_of_two_writings_is_neither_for_a_third() {
    let text = "id,title,manager_id\n007,CMO,\n7,CEO,\n3,DMM,07\n4,DMM,7\n";
    assert_eq!(draw(text), ["007", "7", "3 > 07", "4 > 7", "07"]);
    assert!(notes(text)[0].contains("manager `07` can be several rows"), "{:?}", notes(text));
}

#[test]
fn empty_places_in_a_list_of_managers_are_passed_over() {
    let text = "id,title,manager_id\n1,a,\n2,b,1;\n3,c,;1\n4,d,NULL;1\n5,e,1;;2\n";
    assert_eq!(draw(text), ["1", "2 > 1", "3 > 1", "4 > 1", "5 > 1 ~ 2"]);
}

#[test]
fn a_vacancy_may_stand_where_the_holder_belongs_any_number_of_times() {
    let text = "Position ID,Employee ID,title,manager_id\nP1,10,CMO,\nP2,VACANT,DMM,10\nP3,TBH,x,10\nP4,VACANT,y,P2\n";
    assert_eq!(draw(text), ["P1 by 10", "P2 vacant > P1", "P3 vacant > P1", "P4 vacant > P2"]);
}

#[test]
fn text_that_is_no_amount_is_no_pay_and_never_half_read() {
    let text = "id,title,salary\n1,a,85k\n2,b,1e5\n3,c,\"1,2,3\"\n4,d,50000-60000\n5,e,1 000 00\n6,f,٣٠٠٠٠\n";
    let import = import_with(text, &euro());
    assert!(import.summary.to_string().contains("no amount of the currency"), "{}", import.summary);
    assert!(import.build().unwrap().positions().all(|position| position.pay().is_none()));
}

#[test]
fn the_rate_of_an_hour_is_told_from_that_of_a_year_by_its_word_or_its_size() {
    let text = "id,title,salary,pay basis\n1,a,90000,Yearly\n2,b,45.5,Hourly\n3,c,45.5,\n4,d,91000,hour\n";
    let org = import_with(text, &euro()).build().unwrap();
    let paid: Vec<_> = org.positions().filter(|p| p.pay().is_some()).map(bagan::Position::id).collect();
    assert_eq!(paid, ["1"]);
}

#[test]
fn one_convention_of_decimals_is_proved_by_any_row_of_its_column() {
    let pay = |text: &str| -> Vec<Option<i64>> {
        let org = import_with(text, &euro()).build().unwrap();
        org.positions().map(|position| position.pay().map(bagan::Money::minor)).collect()
    };
    let commas = "id;title;salary\n1;a;40.000\n2;b;51.234,50\n";
    assert_eq!(pay(commas), [Some(4_000_000), Some(5_123_450)]);
    let points = "id;title;salary\n1;a;40,000\n2;b;51,234.50\n";
    assert_eq!(pay(points), [Some(4_000_000), Some(5_123_450)]);
}

#[test]
fn one_header_twice_is_two_columns_for_one_thing() {
    let said = said(&errors("id,id,title\n1,1,CMO\n"));
    assert_eq!(said, ["line 1: columns `id` and `id` both hold the id"]);
}

#[test]
fn faults_of_every_kind_are_told_in_one_go_in_the_order_of_the_lines() {
    let text = "id,title,manager_id,allocation\n1,a,,x\n,b,1,\n4,c,5,\n5,d,4,\n1,e,4,-3\n";
    let errors = errors_with(text, &euro().file("hr.csv"));
    let said = said(&errors);
    assert_eq!(
        said,
        [
            "hr.csv:2: column `allocation`: `x` is not an amount",
            "hr.csv:3: column `id` is empty, which should hold the id",
            "hr.csv:4: positions report in a circle: `4` → `5` → `4`; the rows are on lines 4 and 5",
            "hr.csv:6: column `allocation`: `-3` is below zero",
        ]
    );
}

//! Bytes, separators, lines and rows.

use bagan::csv::TextEncoding;
use bagan::{CsvOptions, ImportNote, import_csv};

use crate::support::{draw, errors, import, notes, said};

const ORG: [&str; 3] = ["1", "2 > 1", "3 > 2"];

#[test]
fn any_separator_and_any_line_break_will_do() {
    for separator in [",", ";", "\t", "|"] {
        for line_break in ["\n", "\r\n", "\r"] {
            for end in ["", line_break] {
                let rows = ["id,title,manager_id", "1,CMO,", "2,DMM,1", "3,SEO Specialist,2"];
                let text = rows.join(line_break).replace(',', separator) + end;
                assert_eq!(draw(&text), ORG, "{text:?}");
                assert_eq!(import(&text).summary.separator.to_string(), separator);
            }
        }
    }
}

#[test]
fn the_separator_that_excel_states_is_taken() {
    assert_eq!(draw("sep=;\r\nid;title, long;manager_id\r\n1;a, b;\r\n2;c;1\r\n3;d;2\r\n"), ORG);
    assert_eq!(draw("\u{feff}sep=\t\nid\ttitle\tmanager_id\n1\ta\t\n2\tb\t1\n3\tc\t2"), ORG);
}

#[test]
fn separators_quotes_and_line_breaks_may_stand_in_quotes() {
    let text = "id,title,manager_id\n1,\"VP, \"\"Growth\"\"\",\n2,\"two\nlines\",1\n3,x,2\n";
    assert_eq!(draw(text), ORG);
    let org = import(text).build().unwrap();
    assert_eq!(org.position("1").and_then(bagan::Position::title), Some("VP, \"Growth\""));
    assert_eq!(
        said(&errors(&format!("{text},no id,\n"))),
        ["line 6: column `id` is empty, which should hold the id"]
    );
}

#[test]
fn encodings_are_told_apart() {
    let text = "id;title;manager_id\n1;Geschäftsführer;\n2;Référent;1\n3;x;2\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), TextEncoding::Utf8),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), TextEncoding::Utf8),
        ([b"\xFF\xFE", little.as_slice()].concat(), TextEncoding::Utf16Le),
        ([b"\xFE\xFF", big.as_slice()].concat(), TextEncoding::Utf16Be),
        (latin, TextEncoding::Windows1252),
    ] {
        let import = import_csv(&bytes, &CsvOptions::new()).unwrap();
        assert_eq!(import.summary.encoding, encoding);
        let fell_back = import.summary.notes.contains(&ImportNote::NotUtf8 { line: 2 });
        assert_eq!(fell_back, encoding == TextEncoding::Windows1252);
        let org = import.build().unwrap();
        assert_eq!(org.position("1").and_then(bagan::Position::title), Some("Geschäftsführer"), "{encoding}");
    }
}

#[test]
fn a_file_that_breaks_its_own_encoding_is_refused() {
    let error = import_csv(b"\xEF\xBB\xBFid,title\n1,a\n2,\xFF\n", &CsvOptions::new()).unwrap_err();
    assert_eq!(said(&error), ["line 3: the text is not the utf-8 that its first bytes promise"]);
    assert!(error.to_string().ends_with("help: save the file as UTF-8"));
}

#[test]
fn rows_without_a_word_are_counted_apart() {
    let import = import("id,title,manager_id\n\n1,a,\n,,\n  , ,\n2,b,1\n\n\n3,c,2\n,,,,,\n");
    let rows = import.summary.rows;
    assert_eq!((rows.read, rows.positions, rows.blank), (3, 3, 3));
}

#[test]
fn short_rows_are_filled_and_long_ones_refused() {
    let text = "id,title,manager_id,department\n1,a\n2,b,1,,,\n3,c,2,Sales\n";
    assert_eq!(draw(text), ORG);
    assert_eq!(
        notes(text),
        [
            "1 row (line 2): fewer cells than the header; those that are missing are empty",
            "1 row (line 3): more cells than the header, and those are empty; does a cell hold the separator without quotes?",
        ]
    );
    let long = errors("id,title,manager_id\n1,VP, Marketing,9\n2,b,1\n3,c,2,x\n");
    assert_eq!(
        said(&long),
        [
            "line 2: the row has 4 cells, and the header has 3",
            "line 4: the row has 4 cells, and the header has 3"
        ]
    );
    assert_eq!(
        long.iter().next().and_then(bagan::ImportError::help).as_deref(),
        Some("put cells that hold the separator in quotes")
    );
}

#[test]
fn a_quote_that_never_closes_is_an_error_at_its_row() {
    let said = said(&errors("id,title,manager_id\n1,a,\n2,\"b,1\n3,c,2\n"));
    assert!(said.contains(&"line 3: a quote opens in this row and never closes".to_owned()), "{said:?}");
    // Rows are read in batches: the last one may be the last of a batch, or the first.
    for rows in [510, 511, 512, 513, 1023, 1024] {
        let before: Vec<String> = (0..rows).map(|row| format!("{row},a,\n")).collect();
        let text = format!("id,title,manager_id\n{}x,\"b,\n", before.concat());
        assert!(errors(&text).to_string().contains("never closes"), "{rows}");
    }
}

#[test]
fn the_header_may_stand_below_a_title_and_come_again() {
    let text =
        "Org chart of May\nAll departments,,\nid,title,manager_id\n1,a,\nid,title,manager_id\n2,b,1\n3,c,2\n";
    assert_eq!(draw(text), ORG);
    assert_eq!(
        notes(text),
        ["2 rows above the header passed over", "1 row (line 5): the header once more, passed over"]
    );
    let labelled = "USERID,TITLE,MANAGER\nUser ID,Title,Manager\n1,a,NO_MANAGER\n2,b,1\n3,c,2\n";
    assert_eq!(draw(labelled), ORG);
    assert_eq!(import(labelled).summary.rows.headers, 1);
}

#[test]
fn a_file_without_a_header_or_without_ids_is_refused() {
    let one = |text: &str| said(&errors(text)).join("\n");
    assert_eq!(one(""), "there is nothing to import");
    assert_eq!(one("\n\r\n"), "there is nothing to import");
    assert_eq!(
        one("7,Ann,x\n8,Bob,y\n"),
        "there is no header: `7`, `Ann` and `x` name no column that is understood"
    );
    assert_eq!(
        one("Name,Job Title,Shoe Size\nAnn,CMO,38\n"),
        "line 1: no column holds the id: the columns are `Name`, `Job Title` and `Shoe Size`"
    );
}

#[test]
fn a_header_alone_is_an_org_of_nobody() {
    let import = import("id,title,manager_id\n");
    assert_eq!((import.summary.rows.read, import.summary.positions), (0, 0));
    assert_eq!(import.build().unwrap().position_count(), 0);
}

#[test]
fn names_in_any_script_come_through() {
    assert_eq!(
        draw("id,title,manager_id\nӨмір,a,\n李娜,b,Өмір\nはるか,c,李娜\n"),
        ["Өмір", "李娜 > Өмір", "はるか > 李娜"]
    );
}

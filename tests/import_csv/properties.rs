//! Whatever the bytes: no panic, and every row accounted for. Whatever the spelling: the same org.

use bagan::csv::TextEncoding;
use bagan::{CsvOptions, CyclePolicy, RoleMap, import_csv};
use proptest::prelude::*;

use crate::support::{import, lines};

/// Text made of the pieces that exports are made of, in any order.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        &b"id"[..],
        b"title",
        b"manager_id",
        b"salary",
        b"allocation",
        b",",
        b";",
        b"\t",
        b"\n",
        b"\r\n",
        b"\"",
        b"1",
        b"2",
        b"NULL",
        b"XX",
        b"CMO",
        b"Marketing Manager",
        b"7.0",
        b"$1,234.50",
        b"-5",
        b"99999999999999999999",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"\xE9",
        b"\0",
        b" ",
        b"sep=;",
        "Өмір".as_bytes(),
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn accounts_for_every_row(bytes: &[u8]) -> Result<(), TestCaseError> {
    let options = CsvOptions::new().currency("IDR").cycles(CyclePolicy::Cut);
    match import_csv(bytes, &options) {
        Ok(import) => {
            prop_assert_eq!(import.summary.rows.read, import.summary.rows.accounted());
            let positions = import.summary.positions;
            let org = import.build().map_err(|errors| TestCaseError::fail(errors.to_string()))?;
            prop_assert_eq!(org.position_count() as u64, positions);
        }
        Err(errors) => prop_assert!(errors.iter().next().is_some() && !errors.to_string().is_empty()),
    }
    Ok(())
}

/// A small tree: for each position but the first, the place of its manager before it.
fn tree() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(any::<prop::sample::Index>(), 0..20)
        .prop_map(|picks| picks.iter().enumerate().map(|(before, pick)| pick.index(before + 1)).collect())
}

/// An export whose every part is in order, of a tree.
fn export(managers: &[usize], title: &str, line_end: &str) -> String {
    let row = |(place, manager): (usize, &usize)| format!("é{},{title},é{manager}{line_end}", place + 1);
    let rows: String = managers.iter().enumerate().map(row).collect();
    format!("id,title,manager_id{line_end}é0,CMO,{line_end}{rows}")
}

fn encoded(text: &str, encoding: TextEncoding, mark: bool) -> Vec<u8> {
    let marked = if mark { format!("\u{FEFF}{text}") } else { text.to_owned() };
    match encoding {
        TextEncoding::Utf16Le => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        TextEncoding::Utf16Be => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        TextEncoding::Windows1252 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
        TextEncoding::Utf8 => marked.into_bytes(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn arbitrary_bytes_are_accounted_for(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        accounts_for_every_row(&bytes)?;
    }

    #[test]
    fn pieces_of_exports_are_accounted_for(bytes in soup()) {
        accounts_for_every_row(&bytes)?;
    }

    #[test]
    fn the_same_org_comes_of_every_spelling(
        managers in tree(),
        separator in prop::sample::select(vec![",", ";", "\t", "|"]),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
        header in prop::sample::select(vec![["id", "title", "manager_id"], ["Employee ID", "Job Title", "Reports To"],
            ["PERSON_ID", "POSITION TITLE", "SUPERVISOR-ID"]]),
        root in prop::sample::select(vec!["", "NULL", "none", "p0"]),
        quoted in any::<bool>(),
        mark in any::<bool>(),
    ) {
        let cell = |text: &str| if quoted { format!("\"{text}\"") } else { text.to_owned() };
        let row = |cells: [&str; 3]| cells.map(cell).join(separator) + line_end;
        let mut export = if mark { "\u{FEFF}".to_owned() } else { String::new() };
        export += &row(header);
        export += &row(["p0", "CMO", root]);
        let mut wanted = vec!["p0".to_owned()];
        for (place, manager) in managers.iter().enumerate() {
            export += &row([&format!("p{}", place + 1), "Marketing Specialist", &format!("p{manager}")]);
            wanted.push(format!("p{}<p{manager}", place + 1));
        }
        wanted.sort();
        prop_assert_eq!(lines(&import(export.as_bytes()).build().unwrap()), wanted);
    }

    #[test]
    fn the_same_org_comes_of_every_encoding(
        managers in tree(),
        title in prop::sample::select(vec!["Marketing Specialist", "Chargée de marketing", "\"Manager, Ökosystem\""]),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in prop::sample::select(vec![
            TextEncoding::Utf8,
            TextEncoding::Utf16Le,
            TextEncoding::Utf16Be,
            TextEncoding::Windows1252,
        ]),
        mark in any::<bool>(),
    ) {
        let text = export(&managers, title, line_end);
        let import = import(encoded(&text, encoding, mark));
        prop_assert_eq!(import.summary.encoding, encoding);
        let found = import.build().unwrap();
        let wanted = managers.iter().enumerate().map(|(place, manager)| format!("é{}<é{manager}", place + 1));
        let mut wanted: Vec<String> = std::iter::once("é0".to_owned()).chain(wanted).collect();
        wanted.sort();
        prop_assert_eq!(lines(&found), wanted);
        let role = RoleMap::new().role_of(title.trim_matches('"'), None);
        prop_assert!(found.positions().filter(|position| position.id() != "é0").all(|position| position.role().id() == role));
    }

    #[test]
    fn an_export_with_a_byte_changed_or_its_end_cut_off_is_accounted_for(
        managers in tree(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = export(&managers, "\"Manager, Marketing\"", "\r\n").into_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        accounts_for_every_row(&bytes)?;
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(managers in tree(), rotation in any::<prop::sample::Index>()) {
        let text = export(&managers, "Marketing Specialist", "\n");
        let mut rows: Vec<&str> = text.lines().collect();
        let places = rows.len() - 1;
        rows[1..].rotate_left(rotation.index(places));
        let turned = import(rows.join("\n").as_bytes()).build().unwrap();
        prop_assert_eq!(lines(&turned), lines(&import(text.as_bytes()).build().unwrap()));
    }
}

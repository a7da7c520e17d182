//! Cells: their text, and the words that mean that there is none.

use csv::ByteRecord;

/// Returns a cell without outer white space; empty if the row has no such cell.
pub(super) fn cell(record: &ByteRecord, column: usize) -> &str {
    // The text as a whole is UTF-8, and cells end at ASCII characters.
    let text = std::str::from_utf8(raw(record, column)).unwrap_or_default();
    let outer = |byte: Option<&u8>| byte.is_some_and(|&byte| byte <= b' ' || !byte.is_ascii());
    let bytes = text.as_bytes();
    if outer(bytes.first()) || outer(bytes.last()) { text.trim_matches(is_unseen) } else { text }
}

/// Returns whether a character leaves no trace: white space, or one without width that a copied cell brings along.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Returns the bytes of a cell as they are, for what can be told without reading them as text.
pub(super) fn raw(record: &ByteRecord, column: usize) -> &[u8] {
    record.get(column).unwrap_or_default()
}

/// Returns the cell of a column that the file may lack.
pub(super) fn optional(record: &ByteRecord, column: Option<usize>) -> &str {
    column.map_or("", |column| cell(record, column))
}

/// Returns whether every cell of a row is empty.
pub(super) fn is_blank(record: &ByteRecord) -> bool {
    (0..record.len()).all(|column| cell(record, column).is_empty())
}

/// Words that stand for nothing, in lower case.
const NOTHING: &[&str] = &[
    "null",
    "(null)",
    "<null>",
    "none",
    "(none)",
    "<none>",
    "nil",
    "nan",
    "n/a",
    "#n/a",
    "#n/d",
    "na",
    "n.a.",
    "-",
    "--",
    "---",
    "–",
    "—",
    "not applicable",
    "(blank)",
    "blank",
    "empty",
    ".",
];

/// Words that stand for no manager, in lower case, beside [`NOTHING`].
const NO_MANAGER: &[&str] = &[
    "x",
    "xx",
    "xxx",
    "xxxx",
    "0",
    "00",
    "000",
    "0000",
    "0.0",
    "-1",
    "no manager",
    "no_manager",
    "no_mgr",
    "no mgr",
    "nomanager",
    "root",
    "top",
    "self",
    "board",
    "board of directors",
    "tidak ada",
    "kein",
    "keiner",
    "aucun",
    "ninguno",
];

/// Words that stand for nobody in a seat, in lower case.
const NOBODY: &[&str] = &[
    "vacant",
    "vacancy",
    "vacant position",
    "open",
    "open position",
    "open role",
    "open headcount",
    "position vacant",
    "tbd",
    "tbh",
    "tba",
    "to be hired",
    "unfilled",
    "unassigned",
    "unoccupied",
    "kosong",
    "lowong",
    "unbesetzt",
    "vacante",
    "vacant seat",
];

/// The length of the longest word for nobody.
const LONGEST: usize = 15;

/// Returns whether a cell is empty, or a word that stands for nothing.
pub(super) fn says_nothing(text: &str) -> bool {
    let Some(first) = text.bytes().next() else { return true };
    !first.is_ascii_digit() && is_one_of(text, NOTHING)
}

/// Returns whether a cell of a manager says that there is none.
pub(super) fn says_no_manager(text: &str) -> bool {
    says_nothing(text) || is_one_of(text, NO_MANAGER)
}

/// Returns whether a cell of a person says that there is none; asked of every name, and so of its bytes.
pub(super) fn says_nobody(name: &[u8]) -> bool {
    let around = |byte: &u8| matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'*' | b'-' | b' ');
    let Some(start) = name.iter().position(|byte| !around(byte)) else { return false };
    // Most names are told apart by their length, and most others by their first letter.
    let inner = name.get(start..).unwrap_or_default();
    if !inner.first().is_some_and(|first| b"voptukl".contains(&first.to_ascii_lowercase())) {
        return false;
    }
    let end = inner.iter().rposition(|byte| !around(byte)).map_or(0, |last| last + 1);
    let inner = inner.get(..end.min(LONGEST + 1)).unwrap_or_default();
    NOBODY.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(inner))
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.len() == text.len() && word.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_space_of_any_kind_is_no_part_of_a_cell() {
        let record = ByteRecord::from(vec!["a", " b ", "\u{a0}é\u{3000}", "\t", ""]);
        let cells: Vec<&str> = (0..6).map(|column| cell(&record, column)).collect();
        assert_eq!(cells, ["a", "b", "é", "", "", ""]);
        assert!(is_blank(&ByteRecord::from(vec!["", " ", "\u{a0}"])));
        assert!(!is_blank(&record));
    }

    #[test]
    fn words_for_nothing_are_known_in_any_case() {
        assert!(["", "NULL", "None", "N/A", "-", "#N/A"].iter().all(|text| says_nothing(text)));
        assert!(["XX", "0", "no_manager", "null"].iter().all(|text| says_no_manager(text)));
        assert!(
            ["Vacant", "(VACANT)", "** TBH **", "Open Position", "unbesetzt"]
                .iter()
                .all(|text| says_nobody(text.as_bytes()))
        );
        assert!(
            !says_nothing("0")
                && !says_nobody(b"Vacanti")
                && !says_nobody(b"")
                && !says_nobody(b"()")
                && !says_no_manager("1")
        );
    }

    #[test]
    fn no_word_is_longer_than_is_looked_for() {
        assert!(NOBODY.iter().all(|word| word.len() <= LONGEST && word.is_ascii()));
        assert!(NOBODY.iter().all(|word| says_nobody(word.as_bytes())));
        assert!(NOTHING.iter().all(|word| !word.starts_with(|c: char| c.is_ascii_digit())));
    }
}

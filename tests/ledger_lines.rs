//! Entries as JSON Lines: no line is lost, and every bad one is named.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says why")]
#![cfg(feature = "json")]

use std::io::{self, Read, Write};

use bagan::{Currency, Entry, EntryReader, LINE_MAX_LEN, Money, parse_date, read_entries, write_entry};

/// How many errors are kept.
const KEPT: usize = 10_000;
const RELEASE: &str = r#"{"entry":"release","key":"r","date":"2026-07-01","reservation":"x"}"#;

fn lines(bytes: &[u8]) -> Vec<usize> {
    read_entries("f", bytes).unwrap().iter().map(|read| read.line).collect()
}

fn errors(bytes: &[u8]) -> Vec<String> {
    read_entries("f", bytes).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn a_mark_blank_lines_and_both_line_ends_are_read_over_and_counted() {
    assert_eq!(lines(b""), [0; 0]);
    assert_eq!(lines(b"\xEF\xBB\xBF"), [0; 0]);
    assert_eq!(lines(RELEASE.as_bytes()), [1]);
    let text = format!("\u{feff}\r\n{RELEASE}\r\n \t\n\n{RELEASE}\n{RELEASE}");
    assert_eq!(lines(text.as_bytes()), [2, 5, 6]);
    assert_eq!(lines(format!("\u{feff}{RELEASE}\n\n").as_bytes()), [1]);
}

#[test]
fn every_bad_line_is_named_and_the_good_ones_between_hide_none() {
    let faults = [
        (
            r#"{"entry":"release","key":"a","key":"b","date":"2026-07-01","reservation":"x"}"#,
            "duplicate field `key`",
        ),
        (
            r#"{"entry":"release","key":"a","date":"2026-07-01","reservation":"x","resevation":"x"}"#,
            "unknown field `resevation`",
        ),
        (r#"{"entry":"relase","key":"a"}"#, "unknown variant `relase`, expected one of `reserve`, `settle`"),
        (
            r#"{"entry":"settle","key":"a","date":"2026-07-01","reservation":"x","amount":12.5}"#,
            "`12.5` is written as a float",
        ),
        (
            r#"{"entry":"settle","key":"a","date":"2026-07-32","reservation":"x","amount":1}"#,
            "`2026-07-32` is not a date",
        ),
        (r#"{"entry":"release","entry":"release","key":"a"}"#, "duplicate field `entry`"),
        (r#"{"key":"a","date":"2026-07-01","reservation":"x"}"#, "missing field `entry`"),
        (r#"{"entry":"release" "key":"a"}"#, "expected `,` or `}`, at byte 20"),
        (r#"{"entry":"rel"#, "the line ends inside a string"),
        (r#"["release","a","2026-07-01","x"]"#, "an entry is an object in braces"),
        ("\u{feff}{}", "an entry is an object in braces"),
    ];
    let mut text = format!("{RELEASE}\n");
    for (fault, _) in faults {
        text.extend([fault, "\n", RELEASE, "\n"]);
    }
    let found = errors(text.as_bytes());
    assert_eq!(found.len(), faults.len());
    for ((error, (fault, message)), line) in found.iter().zip(faults).zip((2..).step_by(2)) {
        assert!(error.starts_with(&format!("f:{line}: {message}")), "{fault}: {error}");
    }
}

#[test]
fn more_than_an_entry_on_a_line_is_no_entry() {
    assert_eq!(errors(format!("{RELEASE}{RELEASE}\n").as_bytes()), ["f:1: trailing characters, at byte 68"]);
}

/// Wherever writing stopped, either no line was lost or the reader says so.
#[test]
fn a_file_that_was_cut_off_anywhere_says_so() {
    let whole = format!("{RELEASE}\n{}\n", RELEASE.replace('x', "数字"));
    for len in 0..whole.len() {
        let bytes = whole.as_bytes().get(..len).unwrap();
        let cut = "the last line was cut off: its entry does not end";
        match read_entries("f", bytes) {
            Ok(entries) => {
                let expected = [(0, 0), (RELEASE.len(), 1), (RELEASE.len() + 1, 1), (whole.len() - 1, 2)];
                assert!(expected.contains(&(len, entries.len())), "{len}: {entries:?}");
            }
            Err(errors) => {
                let line = if len <= RELEASE.len() { 1 } else { 2 };
                assert_eq!(errors.to_string(), format!("error: f:{line}: {cut}"));
            }
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_by_line() {
    let bytes = [RELEASE.as_bytes(), b"\n\xff{}\n{\"key\":\"\xe9\"}\n", RELEASE.as_bytes()].concat();
    assert_eq!(errors(&bytes), ["f:2: byte 1 is not UTF-8", "f:3: byte 9 is not UTF-8"]);
}

#[test]
fn a_line_without_end_takes_no_memory_and_hides_no_other() {
    let long = |len: usize| [vec![b' '; len - RELEASE.len()], RELEASE.as_bytes().to_vec()].concat();
    for end in [&b"\n"[..], b"\r\n"] {
        let bytes =
            [&long(LINE_MAX_LEN), end, &long(LINE_MAX_LEN + 1), end, &long(3 * LINE_MAX_LEN), end, b"{}"];
        let found = errors(&bytes.concat());
        let too_long = format!("the line is longer than {LINE_MAX_LEN} bytes");
        assert_eq!(
            found,
            [format!("f:2: {too_long}"), format!("f:3: {too_long}"), "f:4: missing field `entry`".to_owned()]
        );
    }
    assert_eq!(errors(&long(LINE_MAX_LEN + 1)).len(), 1);
    assert_eq!(lines(&long(LINE_MAX_LEN)), [1]);
}

#[test]
fn an_input_that_breaks_off_is_an_error_and_the_end() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let input = io::BufReader::new(RELEASE.as_bytes().chain(&b"\n"[..]).chain(Broken));
    let read: Vec<_> = EntryReader::new("f", input).collect();
    assert_eq!((read.len(), read[0].as_ref().unwrap().line), (2, 1));
    assert_eq!(read[1].as_ref().unwrap_err().to_string(), "f:2: cannot be read further: the disk is gone");
}

#[test]
fn lines_that_nobody_asks_for_are_checked_all_the_same() {
    let text = format!("{RELEASE}\n{RELEASE}\n{{}}\n");
    let errors = EntryReader::new("f", text.as_bytes()).process(|entries| entries.next()).unwrap_err();
    assert_eq!((errors.count(), errors.to_string()), (1, "error: f:3: missing field `entry`".to_owned()));
}

#[test]
fn what_a_terminal_would_obey_is_shown_as_a_sign() {
    let text = RELEASE.replace("\"reservation\"", "\"\\u001b[2J\"");
    let errors = errors(text.as_bytes());
    assert!(errors[0].contains("`\u{FFFD}[2J`"), "{errors:?}");
}

#[test]
fn of_very_many_errors_the_first_are_kept_and_the_rest_counted() {
    let errors = read_entries("f", "{}\n".repeat(KEPT + 2).as_bytes()).unwrap_err();
    assert_eq!((errors.iter().len(), errors.count()), (KEPT, KEPT + 2));
    assert!(errors.to_string().ends_with("\nerror: 2 more lines are no entries"));
}

#[test]
fn what_is_written_is_read_back_and_goes_out_in_one_call() {
    struct Calls(Vec<Vec<u8>>);
    impl Write for Calls {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let entry = Entry::reserve("po\n1", parse_date("2026-07-01").unwrap(), "seo", "数字", "12.50")
        .approved_by(["dmm"])
        .currency("EUR");
    let mut calls = Calls(Vec::new());
    write_entry(&mut calls, &entry).unwrap();
    assert_eq!(calls.0.len(), 1);
    assert_eq!(read_entries("f", &calls.0[0]).unwrap()[0].entry, entry);
    assert!(calls.0[0].ends_with(b"}\n"));
}

#[test]
fn minor_units_are_written_once_the_currency_is_named() {
    let entry = Entry::settle("a", parse_date("2026-07-01").unwrap(), "x", Money::from_minor(1250));
    let error = write_entry(&mut Vec::new(), &entry).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert_eq!(error.to_string(), "an amount in minor units cannot be written without its currency");
    let entry = entry.in_major_units(Currency::from_code("EUR").unwrap());
    assert_eq!(entry, Entry::settle("a", parse_date("2026-07-01").unwrap(), "x", "12.50"));
    write_entry(&mut Vec::new(), &entry).unwrap();
}

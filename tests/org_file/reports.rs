//! Whole reports: all errors of a file at once, and how each is printed.

use std::fmt::Write;

use bagan::{Format, OrgFile};

use crate::support::errors;

const TWELVE: &str = r#"format = 1

[organization]
name = "Nusantara Retail"
currency = "IDR"
fiscal-year-starts = "13-01"

[channels]
seo = "SEO"

[positions.cmo]
role = "cmo"
budget = 1.5

[positions.dmm]
role = "digital-marketing-manager"
reports-to = "cmoo"
chanels = ["seo"]
fte = "half"

[positions.social]
role = "specialst"
reports-to = "dmm"
channels = "seo"
pay = 12 000

[[delegations]]
from = "dmm"
to = "social"
channel = "sea"
amount = -5
limits = { transaction = "1.234", day = 3 }
valid = { from = 2026-01-01T00:00:00, until = 2027-01-01 }

[[kpis]]
id = "a"
owner = "dmm"
"#;

#[test]
fn twelve_faults_of_every_kind_come_in_one_go_with_their_lines() {
    let errors = errors(TWELVE);
    let lines: Vec<usize> = errors.iter().map(|error| error.location.as_ref().unwrap().line()).collect();
    assert_eq!(lines, [6, 13, 17, 18, 19, 22, 24, 25, 30, 31, 32, 33], "{errors}");
    assert_eq!(errors.omitted(), 0);
}

#[test]
fn an_error_is_printed_as_a_compiler_prints_it() {
    let text = "format = 1\norganization = { name = 'N', currency = 'IDR' }\n\n\n\n[positions.dmm]\n\
                role = 'digital-marketing-manager'\n\n\n[positions.social]\nrole = 'specialist'\n\
                reports-to = \"dmn\"\n";
    let expected = "error: there is no position `dmn`
  --> org.toml:12:14
   |
12 | reports-to = \"dmn\"
   |              ^^^^^
   = help: did you mean `dmm`?";
    assert_eq!(errors(text).to_string(), expected);
}

#[test]
fn errors_are_printed_with_a_blank_line_between() {
    let text = "organization = { name = 'N', currency = 'XYZ' }\n";
    let expected = "error: `format` is missing
 --> org.toml:1:1
  |
1 | organization = { name = 'N', currency = 'XYZ' }
  | ^
  = help: begin the file with `format = 1`

error: `XYZ` is not a currency code of ISO 4217
 --> org.toml:1:41
  |
1 | organization = { name = 'N', currency = 'XYZ' }
  |                                         ^^^^^";
    assert_eq!(errors(text).to_string(), expected);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let text = format!(
        "format = 1\norganization = {{ name = '{}', currency = 'XYZ' }} # {}\n",
        "n".repeat(100_000),
        "c".repeat(100_000)
    );
    let printed = errors(&text).to_string();
    assert!(
        printed.contains("2 | …nnn") && printed.contains("currency = 'XYZ' } # ccc") && printed.len() < 600
    );
    let (text, carets) = printed.lines().skip(3).fold(("", ""), |(_, last), line| (last, line));
    let column = |line: &str, what: &str| line.find(what).map(|at| line[..at].chars().count());
    assert_eq!(column(text, "'XYZ'"), column(carets, "^"));
}

#[test]
fn what_would_move_a_terminal_is_not_printed() {
    let text = "format = 1\norganization = { name = 'N', currency = \"\\u001b[31m\" }\n\"\\u001b\\n\" = 1\n";
    let printed = errors(text).to_string();
    assert!(!printed.contains('\u{1b}'), "{printed:?}");
    assert_eq!(printed.lines().count(), 12, "{printed}");
}

#[test]
fn more_errors_than_anybody_reads_are_counted() {
    let mut text = String::from("format = 1\norganization = { name = 'N', currency = 'IDR' }\n");
    for number in 0..12_000 {
        let _infallible = writeln!(text, "unknown-{number} = 1");
    }
    let errors = errors(&text);
    assert_eq!((errors.iter().count(), errors.omitted()), (10_000, 2_000));
    assert!(errors.to_string().ends_with("\n\nerror: there are 2000 more errors"));
}

#[test]
fn a_path_that_is_not_in_the_file_has_the_name_of_the_file() {
    let error = OrgFile::parse("teams/north.toml", b"\xff", Format::Toml).unwrap_err();
    let expected = "error: byte 1 of line 1 is 0xFF, which is not UTF-8
 --> teams/north.toml:1:1
  |
1 | \u{fffd}
  | ^
  = help: save the file as UTF-8";
    assert_eq!(error.to_string(), expected);
}

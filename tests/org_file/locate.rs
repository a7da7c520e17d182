//! From a path to its place in the text.

use std::fmt::Write;

use bagan::{OrgFile, Path};

use crate::support::file;

/// Returns line, column, length and the text that is pointed at.
fn at(file: &OrgFile, path: &str) -> (usize, usize, usize, String) {
    let place = file.locate(&path.parse::<Path>().unwrap()).unwrap();
    let pointed = place.text().chars().skip(place.column() - 1).take(place.length()).collect();
    (place.line(), place.column(), place.length(), pointed)
}

/// Returns line and the text that is pointed at.
fn points(file: &OrgFile, path: &str) -> (usize, String) {
    let (line, _, _, pointed) = at(file, path);
    (line, pointed)
}

const FILE: &str = r#"format = 1
organization.name = "N"
organization.currency = "IDR"
channels = { seo = "Search", "päid social" = {} }

[positions]
cmo = { role = "cmo", budget = 5 }
dmm.role = "digital-marketing-manager"
dmm.reports-to = "cmo"

[positions.social]	# a comment
role = "specialist"
works-with = [
    "cmo",
    "dmm",
]

[[delegations]]
from = "cmo"
to = "dmm"
amount = 1

[[delegations]]
from = "dmm"
to = "social"
amount = 1
[delegations.limits]
day = 2
"#;

#[test]
fn a_scalar_is_where_its_value_is_however_it_is_stated() {
    let file = file(FILE);
    for (path, line, pointed) in [
        ("format", 1, "1"),
        ("organization.currency", 3, "\"IDR\""),
        ("channels.seo", 4, "\"Search\""),
        ("positions.cmo.budget", 7, "5"),
        ("positions.dmm.reports-to", 9, "\"cmo\""),
        ("positions.social.works-with[1]", 15, "\"dmm\""),
        ("positions.social.works-with", 13, "["),
        ("delegations[0].to", 20, "\"dmm\""),
        ("delegations[1].limits.day", 28, "2"),
    ] {
        assert_eq!(points(&file, path), (line, pointed.to_owned()), "{path}");
    }
}

#[test]
fn a_table_is_where_its_header_is_or_else_its_key() {
    let file = file(FILE);
    for (path, line, pointed) in [
        ("organization", 2, "organization"),
        ("channels", 4, "channels"),
        ("channels.\"päid social\"", 4, "\"päid social\""),
        ("positions", 6, "[positions]"),
        ("positions.cmo", 7, "cmo"),
        ("positions.dmm", 8, "dmm"),
        ("positions.social", 11, "[positions.social]"),
        ("delegations", 18, "[[delegations]]"),
        ("delegations[0]", 18, "[[delegations]]"),
        ("delegations[1]", 23, "[[delegations]]"),
        ("delegations[1].limits", 27, "[delegations.limits]"),
    ] {
        assert_eq!(points(&file, path), (line, pointed.to_owned()), "{path}");
    }
}

#[test]
fn what_is_not_there_is_at_the_nearest_thing_above_it() {
    let file = file(FILE);
    for (path, line, pointed) in [
        ("positions.social.budget", 11, "[positions.social]"),
        ("positions.cmo.holder", 7, "cmo"),
        ("positions.nobody.budget", 6, "[positions]"),
        ("positions.social.works-with[2]", 13, "["),
        ("positions.social.role.x", 12, "\"specialist\""),
        ("delegations[0].limits.week", 18, "[[delegations]]"),
        ("delegations[2].amount", 18, "[[delegations]]"),
        ("delegations.cmo.dmm", 18, "[[delegations]]"),
        ("policy.profile", 1, "f"),
        ("", 1, "f"),
    ] {
        assert_eq!(points(&file, path), (line, pointed.to_owned()), "{path}");
    }
}

#[test]
fn columns_count_characters() {
    let file = file(FILE);
    assert_eq!(at(&file, "channels.\"päid social\""), (4, 30, 13, "\"päid social\"".to_owned()));
}

#[test]
fn a_byte_order_mark_and_carriage_returns_move_nothing() {
    let plain = file(FILE);
    let moved = format!("\u{feff}{}", FILE.replace('\n', "\r\n"));
    let moved = file(&moved);
    assert_eq!(plain.spec(), moved.spec());
    for path in ["format", "organization.currency", "positions.social", "delegations[1].limits.day"] {
        assert_eq!(at(&plain, path), at(&moved, path), "{path}");
    }
    let header = moved.locate(&"positions.social".parse().unwrap()).unwrap();
    assert_eq!(header.text(), "[positions.social]\t# a comment");
}

#[test]
fn every_value_of_a_large_file_is_found() {
    let mut text = String::from("format = 1\norganization = { name = 'N', currency = 'IDR' }\n");
    for number in 0..2_000 {
        let _infallible = writeln!(text, "[positions.p{number}]\nrole = 'cmo'\nholder = '{number}'");
    }
    let file = file(&text);
    for number in 0..2_000 {
        let (line, pointed) = points(&file, &format!("positions.p{number}.holder"));
        assert_eq!((line, pointed), (5 + 3 * number, format!("'{number}'")));
    }
}

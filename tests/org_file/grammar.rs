//! What TOML itself allows: the same as `toml` says, and every slip of the pen with its line.

use bagan::{FileFault, Format, OrgFile, SpecFault};
use proptest::prelude::*;

use crate::support::{listed, spec};

#[test]
fn each_slip_is_told_on_its_own_line_and_hides_no_other() {
    let body = "
foo
= 3
[positions.müller]
role = specialist
title = 'x
budget = 12 000
fte =
pay = 1.2.3
[positions.b
role = 'specialst'
[roles.'r']]
class = 'other'
name = \"\\z\"
";
    let expected = [
        "2:1: there is no key `foo` here",
        "2:4: the key has no value",
        "3:1: a key is missing",
        "4:13: invalid unquoted key",
        "5:8: string values must be quoted",
        "6:11: the text has no closing quote",
        "7:10: a number has no spaces in it",
        "8:6: the value is missing",
        "9:10: invalid float",
        "10:13: unclosed table",
        "11:8: there is no role `specialst`",
        "12:12: unexpected key or value",
        "14:10: missing escaped value",
    ];
    assert_eq!(listed(body), expected);
}

#[test]
fn a_text_that_takes_in_the_rest_of_the_file_leaves_nothing_missing() {
    for quotes in ["\'\'\'", "\"\"\""] {
        let body = format!(
            "positions.a = {{ role = 'cmo', reports-to = 'b' }}\npositions.x.title = {quotes}\n[positions.b]\nrole = 'cmo'\n"
        );
        let all = listed(&body);
        assert_eq!(all, ["2:21: the text has no closing quotes"]);
    }
}

#[test]
fn a_bracket_that_is_forgotten_is_one_error_and_the_lines_after_it_are_read() {
    let after = "[positions.b]\nrole = 'cmo'\nbugdet = 1\n";
    for (body, expected) in [
        ("positions.a = { role = 'cmo'\n", "1:15: unclosed inline table"),
        ("positions.a = { role = 'cmo', reports-to = 'b'\n# why\n\n", "1:15: unclosed inline table"),
        ("positions.a = { role = 'cmo', channels = ['x' }\n", "1:47: missing comma between array elements"),
        ("[positions.a]\nchannels = ['x'\nrole = 'cmo'\n", "2:12: unclosed array"),
        ("[positions.a]\nrole = 'cmo'\nchannels = [\n  'x',\n\n", "3:12: unclosed array"),
        ("[positions.a]\nrole = 'cmo'\nchannels = [\n\n", "3:12: unclosed array"),
        ("positions.a.role = 'cmo'\npositions.a.channels = ['x'\n", "2:24: unclosed array"),
    ] {
        let line = body.lines().count() + 3;
        let all = listed(&format!("{body}{after}"));
        assert_eq!(all, [expected, &format!("{line}:1: there is no key `bugdet` here")], "{body}");
    }
}

#[test]
fn brackets_may_span_lines_as_toml_allows() {
    let spec = spec(
        "
        positions.a = {
            role = 'cmo', # why
            works-with = [
                'b'

                , 'c',
            ],
        }
        policy = { levels = { x = 'warn' }
        , thresholds = {
        } }
    ",
    );
    assert_eq!(spec.positions["a"].works_with, ["b", "c"]);
    assert_eq!(spec.policy.levels.len(), 1);
}

#[test]
fn a_table_or_key_that_is_stated_twice_is_told_with_the_line_of_the_first() {
    for (body, expected) in [
        ("[positions.a]\nrole = 'cmo'\n[positions.a]\nrole = 'ceo'\n", "3:12: `a` is stated twice"),
        ("[positions.a]\nrole = 'cmo'\nrole = 'ceo'\n", "3:1: `role` is stated twice"),
        ("positions.a = { role = 'cmo', role = 'ceo' }\n", "1:31: `role` is stated twice"),
        ("positions.a.role = 'cmo'\n[positions.a]\n", "2:12: `a` is stated twice"),
        ("positions.a.role = 'cmo'\npositions.a.role.x = 1\n", "2:13: `role` is stated twice"),
        ("[positions.a]\nrole = 'cmo'\n[positions.a.role]\n", "3:14: `role` is stated twice"),
        ("positions = { a = { role = 'cmo' } }\n[positions.b]\n", "2:2: `positions` is stated twice"),
        ("kpis = []\n[[kpis]]\n", "2:3: `kpis` is stated twice"),
        ("[positions.a]\nrole = 'cmo'\n[[positions.a]]\n", "3:13: `a` is stated twice"),
    ] {
        assert_eq!(listed(body), [expected], "{body}");
    }
    let text = "format = 1\norganization = { name = 'N', currency = 'IDR' }\nformat = 1\n";
    let errors = OrgFile::parse("f", text.as_bytes(), Format::Toml).unwrap_err();
    let help = errors.iter().next().unwrap().help();
    assert_eq!(help.as_deref(), Some("it is stated first on line 1; remove one of the two"));
}

#[test]
fn keys_do_not_add_to_a_list_of_tables() {
    let body = "[[kpis.a.b]]\n[kpis.a]\nb.c.d = 1\n";
    assert!(listed(body).contains(&"3:1: `b` is stated twice".to_owned()), "{:?}", listed(body));
}

#[test]
fn a_table_may_be_stated_in_pieces_as_toml_allows() {
    let spec = spec("[policy.thresholds]\nspan-at-most = 1\n[policy]\nprofile = 'startup'\n");
    assert_eq!(spec.policy.thresholds.span_at_most, Some(1));
    assert!(spec.policy.profile.is_some());
}

#[test]
fn escapes_and_long_texts_are_read_as_toml_says() {
    let spec = spec(
        "[positions.a]\nrole = \"c\\u006Do\"\ntitle = \"\"\"\none \\\n   two\"\"\"\nholder = '''a'b'''\n",
    );
    let a = &spec.positions["a"];
    assert_eq!(
        (a.role.as_str(), a.title.as_deref(), a.holder.as_deref()),
        ("cmo", Some("one two"), Some("a'b"))
    );
}

/// Whether the file keeps the grammar of TOML, whatever it states; dates are checked where they are used.
fn is_toml(text: &str) -> bool {
    let Err(errors) = OrgFile::parse("f", text.as_bytes(), Format::Toml) else { return true };
    errors.iter().all(|error| {
        !matches!(&error.what, FileFault::Syntax { .. } | FileFault::Spec(SpecFault::RepeatedKey { .. }))
    })
}

/// A dotted key of so many parts at most.
fn key(parts: usize) -> impl Strategy<Value = String> {
    let part = prop_oneof![Just("a"), Just("b"), Just("\"a\""), Just("'c'")];
    prop::collection::vec(part, 1..=parts).prop_map(|parts| parts.join("."))
}

/// Lines that are right one by one, and often wrong together.
fn line() -> impl Strategy<Value = String> {
    // Of three parts, `toml` lets a key add to the last table of an array, which TOML does not.
    let most = 2;
    let scalar = prop_oneof![
        Just("1".to_owned()),
        Just("'x'".to_owned()),
        Just("1.5".to_owned()),
        Just("true".to_owned())
    ];
    let value = scalar.prop_recursive(2, 8, 3, move |value| {
        prop_oneof![
            prop::collection::vec(value.clone(), 0..3).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((key(3), value), 0..3).prop_map(|entries| {
                let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{key} = {value}")).collect();
                format!("{{ {} }}", entries.join(", "))
            }),
        ]
    });
    prop_oneof![
        3 => (key(most), value).prop_map(|(key, value)| format!("{key} = {value}")),
        2 => key(3).prop_map(|key| format!("[{key}]")),
        1 => key(3).prop_map(|key| format!("[[{key}]]")),
    ]
}

/// Pieces that TOML is made of, in any order.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "b",
        "1",
        "1_0",
        "0x1",
        "1.5",
        "inf",
        "true",
        "'x'",
        "\"y\"",
        "\"\\",
        "'''",
        "\"\"\"",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ".",
        ",",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "#",
        "\0",
        "é",
        "2026-01-01",
        "-",
        "+",
        "_",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_fits_together_is_what_toml_says_fits(lines in prop::collection::vec(line(), 0..8)) {
        let text = lines.join("\n");
        let theirs = text.parse::<toml::Table>();
        prop_assert_eq!(is_toml(&text), theirs.is_ok(), "{}\n{:?}", text, theirs);
    }

    #[test]
    fn what_keeps_the_grammar_is_what_toml_says_keeps_it(pieces in prop::collection::vec(piece(), 0..24)) {
        let text = pieces.concat();
        let theirs = text.parse::<toml::Table>();
        // What a date may be, and how large a number, is for the key to say that it stands at.
        let is_of_value =
            |message: &str| ["date", "time", "overflowed"].iter().any(|word| message.contains(word));
        prop_assume!(!theirs.as_ref().is_err_and(|error| is_of_value(error.message())));
        prop_assert_eq!(is_toml(&text), theirs.is_ok(), "{:?}\n{:?}", text, theirs);
    }
}

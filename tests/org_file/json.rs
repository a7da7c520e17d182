//! What JSON adds: places are paths, keys can be repeated, and null is as good as nothing.

use bagan::{FileErrors, Format, Org, OrgFile};

fn parse(text: &str) -> Result<OrgFile, FileErrors> {
    OrgFile::parse("org.json", text.as_bytes(), Format::Json)
}

/// A file with more members after the organization.
fn with(members: &str) -> String {
    format!(r#"{{"format": 1, "organization": {{"name": "N", "currency": "IDR"}}{members}}}"#)
}

fn errors(text: &str) -> FileErrors {
    match parse(text) {
        Err(errors) => errors,
        Ok(file) => file.build().expect_err("a file that is wrong"),
    }
}

fn listed(text: &str) -> Vec<String> {
    errors(text).iter().map(|error| format!("{}: {}", error.at, error.what)).collect()
}

#[test]
fn an_error_names_the_path() {
    let text = with(
        r#", "positions": {"dmm": {"role": "digital-marketing-manager"}, "social": {"role": "specialist", "reports-to": "dmn"}}"#,
    );
    let expected = "error: there is no position `dmn`
 --> org.json: positions.social.reports-to
  = help: did you mean `dmm`?";
    assert_eq!(errors(&text).to_string(), expected);
    assert!(errors(&text).iter().all(|error| error.location.is_none()));
}

#[test]
fn all_errors_come_at_once_in_the_order_of_the_file() {
    let text = with(
        r#", "kpis": [{"id": "k", "owner": "nobody"}], "positions": {"b": {"role": 3}, "a": {"role": "cmo", "budget": 1.5, "bugdet": 1}}, "x": 1"#,
    );
    let expected = [
        "kpis[0].owner: there is no position `nobody`",
        "positions.b.role: expected a text, found an integer",
        "positions.a.budget: `1.5` is a float, and floats are binary fractions that cannot hold every amount exactly",
        "positions.a.bugdet: there is no key `bugdet` here",
        "x: there is no key `x` here",
    ];
    assert_eq!(listed(&text), expected);
}

#[test]
fn a_repeated_key_is_an_error_and_the_first_value_stays() {
    let text = with(
        r#", "positions": {"a": {"role": "cmo", "role": "ceo"}, "b": {"role": "cmo"}, "b": {"role": 7}}"#,
    );
    let expected = ["positions.a.role: `role` is stated twice", "positions.b: `b` is stated twice"];
    assert_eq!(listed(&text), expected);
}

#[test]
fn null_is_as_good_as_nothing() {
    let text =
        with(r#", "policy": null, "positions": {"a": {"role": "cmo", "holder": null, "channels": null}}"#);
    let org = parse(&text).unwrap().build().unwrap();
    assert!(org.position("a").unwrap().is_vacant());
    let text = with(
        r#", "positions": {"a": {"role": null}, "b": {"role": "cmo", "works-with": [null]}, "c": null}"#,
    );
    let expected = [
        "positions.a.role: `role` is missing",
        "positions.b.works-with[0]: expected a text, found null",
        "positions.c: expected a table, found null",
    ];
    assert_eq!(listed(&text), expected);
}

#[test]
fn a_break_of_the_grammar_has_a_line_and_a_column_in_characters() {
    let text = "{\n  \"format\": 1,\n  \"é\": 1 2\n}";
    let errors = errors(text);
    let place = errors.iter().find_map(|error| error.location.as_ref()).unwrap();
    assert_eq!((place.line(), place.column(), place.text()), (3, 10, "  \"é\": 1 2"));
}

#[test]
fn every_break_of_the_grammar_is_told() {
    for (text, message) in [
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        ("{", "the file ends inside an object"),
        ("[", "the file ends inside a list"),
        ("{\"a", "the file ends inside a string"),
        ("{\"format\": 1,}", "trailing comma"),
        ("{\"format\": 1} {}", "there is more after the end of the object"),
        ("{format: 1}", "key must be a string"),
        ("{\"a\": 'x'}", "expected value"),
        ("{\"a\": \"\\ud800\"}", "unexpected end of hex escape"),
        ("{\"a\": \"\0\"}", "control character (\\u0000-\\u001F) found while parsing a string"),
    ] {
        let errors = errors(text);
        let found: Vec<_> = errors.iter().filter(|error| error.location.is_some()).collect();
        assert_eq!(found.len(), 1, "{text:?}: {errors}");
        assert_eq!(found[0].what.to_string(), message, "{text:?}");
    }
}

#[test]
fn what_was_read_before_a_break_is_checked_and_nothing_is_said_to_be_missing() {
    let text = r#"{"format": 1, "positions": {"a": {"role": "cmo", "reports-to": "b", "budgte": 1}}, "#;
    let expected = ["positions.a.budgte: there is no key `budgte` here", ": the file ends inside a value"];
    assert_eq!(listed(text), expected);
}

#[test]
fn what_is_no_object_is_an_error() {
    for (text, found) in
        [("[]", "a list"), ("3", "an integer"), ("\"x\"", "a text"), ("null", "null"), ("true", "a boolean")]
    {
        assert_eq!(listed(text), [format!(": expected a table, found {found}")]);
    }
}

#[test]
fn deep_nesting_is_an_error_and_not_an_overflow() {
    for text in
        ["[".repeat(100_000), "{\"a\":".repeat(100_000), with(&format!(", \"x\": {}", "[".repeat(100_000)))]
    {
        assert!(
            errors(&text).iter().any(|error| error.what.to_string().starts_with("values nest more than 64"))
        );
    }
}

#[test]
fn amounts_keep_their_last_digit() {
    let of = |amount: &str| {
        listed(&with(&format!(r#", "positions": {{"a": {{"role": "cmo", "budget": {amount}}}}}"#)))
    };
    let text = with(r#", "positions": {"a": {"role": "cmo", "budget": "92233720368547758.07"}}"#);
    assert_eq!(Org::from_json(&text).unwrap().position("a").unwrap().budget().unwrap().minor(), i64::MAX);
    assert_eq!(
        of("92233720368547759"),
        ["positions.a.budget: `92233720368547759` is out of the range of IDR"]
    );
    assert!(
        of("9223372036854775808")[0].starts_with("positions.a.budget: `9223372036854775808` is out of range")
    );
    assert!(of("1e3")[0].contains("is a float"));
    assert!(of("184467440737095516160")[0].contains("is a float"));
}

#[test]
fn a_path_has_no_place_in_json() {
    let file = parse(&with("")).unwrap();
    assert_eq!(file.locate(&"organization.name".parse().unwrap()), None);
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert!(parse(&format!("\u{feff}{}", with(""))).is_ok());
}

//! `bagan template`.

use bagan::templates::Template;

use crate::{run, run_with};

/// The size of the example files.
fn example(template: Template) -> Vec<&'static str> {
    let people = if template == Template::FounderLed { "10" } else { "24" };
    let size =
        ["--people", people, "--budget", "12_000_000_000", "--currency", "IDR", "--fiscal-year", "2027"];
    [&["template", template.as_str()][..], &size].concat()
}

#[test]
fn the_example_files_are_what_the_command_writes() {
    for template in Template::ALL {
        let path = format!("{}/examples/orgs/templates/{template}.toml", env!("CARGO_MANIFEST_DIR"));
        let ran = run(&example(*template));
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{template}");
        assert_eq!(std::fs::read_to_string(path).unwrap(), ran.out, "write this file again: {template}");
        let check = run_with(&["check", "-", "--as-of", "2027-07-01"], ran.out.as_bytes());
        assert_eq!(check.status, 0, "{}", check.out);
        assert!(check.out.starts_with("clean: 0 denied, 0 warnings, 0 waived\n"), "{}", check.out);
    }
}

#[test]
fn the_templates_are_listed_one_a_line() {
    let ran = run(&["template", "--list"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let names: Vec<&str> = ran.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, Template::ALL.iter().map(|template| template.as_str()).collect::<Vec<_>>());
}

#[test]
fn channels_are_those_that_are_named_and_a_year_unless_given_is_this_one() {
    let size = ["--people", "20", "--budget", "5000.50", "--currency", "EUR"];
    let ran = run(&[&["template", "matrix"][..], &size, &["--channels", "seo,检索"]].concat());
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("seo = \"Search engine optimisation\"\n\"检索\" = {}\n"), "{}", ran.out);
    // Only the check of today is clean: delegations of another year have ended, or not begun.
    assert_eq!(
        run_with(&["check", "-"], ran.out.as_bytes()).out.lines().next(),
        Some("clean: 0 denied, 0 warnings, 0 waived")
    );
}

#[test]
fn what_cannot_be_drawn_is_status_2_and_prints_no_org() {
    let matrix = |people, budget, currency, rest: &[&'static str]| {
        let size = ["template", "matrix", "--people", people, "--budget", budget, "--currency", currency];
        [&size[..], rest].concat()
    };
    for (args, part) in [
        (vec!["template"], "NAME"),
        (vec!["template", "matrx", "--list"], "matrx"),
        (vec!["template", "matrix"], "--people"),
        (
            matrix("0", "1", "IDR", &[]),
            "error: `matrix` takes 11 to 314 people with 6 channels, and 0 were asked for",
        ),
        (matrix("-1", "1", "IDR", &[]), "-1"),
        (matrix("20", "0", "IDR", &[]), "error: `matrix` takes a budget of IDR 0."),
        (matrix("20", "-5", "IDR", &[]), "error: a budget cannot be below zero"),
        (matrix("20", "1.5e9", "IDR", &[]), "error: `1.5e9` is not a decimal number"),
        (matrix("20", "1", "idr", &[]), "error: `idr` is not a currency code of ISO 4217"),
        (matrix("20", "1", "IDR", &["--channels", "seo,seo"]), "error: the channel `seo` was named twice"),
        (matrix("20", "1", "IDR", &["--channels", ""]), "cannot be the id of a channel"),
        (
            matrix("20", "1", "IDR", &["--channels", "seo"]),
            "error: `matrix` takes 2 to 100 channels, and 1 was asked for",
        ),
        (matrix("20", "1", "IDR", &["--fiscal-year", "-4"]), "error: a fiscal year is one from 1 to 9998"),
    ] {
        let ran = run(&args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
}

//! `bagan simulate`.

use crate::{file, run};

const EXAMPLE: &str = "examples/orgs/nusantara.toml";
const QUICK: [&str; 6] = ["--from", "2026-01-01", "--until", "2026-02-01", "--replications", "3"];

fn simulate(args: &[&str]) -> crate::Ran {
    run(&[&["simulate"], args, QUICK.as_slice()].concat())
}

#[test]
fn a_design_is_simulated_and_the_same_seed_gives_the_same_text() {
    let ran = simulate(&[EXAMPLE, "--seed", "5"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("3 replications, seed 5; "), "{}", ran.out);
    assert!(ran.out.contains("\n  requests ") && ran.out.contains("busiest desks"), "{}", ran.out);
    assert_eq!(ran.out, simulate(&[EXAMPLE, "--seed", "5"]).out);
}

#[test]
fn several_designs_stand_side_by_side_and_are_compared_with_the_first() {
    let json = simulate(&[EXAMPLE, "examples/orgs/senja.toml", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["format"], &json["replications"]), (&1.into(), &3.into()));
    let names = |at: &str, field: &str| -> Vec<String> {
        json[at].as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("designs", "name"), ["nusantara", "senja"]);
    assert_eq!(
        (names("differences", "design"), names("differences", "from")),
        (vec!["senja".to_owned()], vec!["nusantara".to_owned()])
    );
    let wait = &json["designs"][0]["figures"]["wait_p95"];
    assert_eq!((&wait["unit"], &wait["count"]), (&"hours".into(), &3.into()));
    assert!(json["designs"][0]["positions"]["dmm-acquisition"]["load"]["mean"].is_number());
}

#[test]
fn assumptions_are_read_from_a_file_and_named_where_they_cannot_be() {
    let none = file("no_requests.toml", b"[requests]\nper-day = 0\n");
    let ran = simulate(&[EXAMPLE, "--assumptions", none.to_str().unwrap()]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.out.contains("requests                             0.0 ± 0.0") || ran.out.contains(" 0.0 ± 0.0"),
        "{}",
        ran.out
    );
    let negative = file("negative.toml", b"[desk]\nother-work = -1\n");
    let ran = simulate(&[EXAMPLE, "--assumptions", negative.to_str().unwrap()]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.ends_with("desk.other-work: must be from 0 to below 1, and is -1\n"), "{}", ran.err);
    let ran = simulate(&[EXAMPLE, "--assumptions", "no/such/file.toml"]);
    assert_eq!(ran.status, 2);
}

/// Reads a picture as XML, and returns its texts.
fn texts(svg: &str) -> Vec<String> {
    assert!(svg.starts_with("<svg "), "{svg}");
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    texts.map(|text| text.text().unwrap_or_default().trim().to_owned()).collect()
}

#[test]
fn pictures_name_the_designs_and_the_same_seed_gives_the_same_bytes() {
    let files = [EXAMPLE, "examples/orgs/senja.toml", "--format", "svg"];
    let page = simulate(&files);
    assert_eq!((page.status, page.err.as_str()), (0, ""));
    let has = |texts: &[String], text: &str| texts.iter().any(|own| own == text);
    let of_page = texts(&page.out);
    for text in ["nusantara", "senja", "Requests refused", "One year, day by day", "dmm-acquisition"] {
        assert!(has(&of_page, text), "{text} is not in {of_page:?}");
    }
    assert_eq!(page.out, simulate(&files).out);

    let plot = |arguments: &[&str]| texts(&simulate(&[&files, arguments].concat()).out);
    let spend = plot(&["--plot", "distributions", "--figure", "spend"]);
    assert!(has(&spend, "senja") && spend.iter().any(|text| text.starts_with("Spend (IDR")), "{spend:?}");
    let load = plot(&["--plot", "load"]);
    assert!(has(&load, "dmm-acquisition") && !has(&load, "One year, day by day"));
    let timeline = plot(&["--plot", "timeline"]);
    assert!(has(&timeline, "waiting overnight") && !has(&timeline, "Requests refused"));
}

#[test]
fn a_figure_that_there_is_not_is_bad_input_and_those_there_are_are_named() {
    let ran = simulate(&[EXAMPLE, "--format", "svg", "--plot", "distributions", "--figure", "wiat"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.starts_with("error: --figure: there is no figure `wiat`: expected one of requests, "),
        "{}",
        ran.err
    );
}

#[test]
fn no_days_and_no_file_are_bad_input() {
    let ran = run(&["simulate", EXAMPLE, "--from", "2026-01-01", "--until", "2026-01-01"]);
    assert_eq!(ran.status, 2, "{}", ran.out);
    assert_eq!(simulate(&["no/such/file.toml"]).status, 2);
    assert_eq!(run(&["simulate", EXAMPLE]).status, 2, "the first day is the caller's to say");
}

//! `bagan metrics`.

use crate::{file, run, run_with};

const EXAMPLE: &str = "examples/orgs/nusantara.toml";

#[test]
fn one_screen_of_figures_by_topic() {
    let ran = run(&["metrics", EXAMPLE, "--as-of", "2026-07-01"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let topics: Vec<&str> =
        ran.out.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    let title = "Nusantara Retail: 30 positions, as of 2026-07-01, profile scale-up";
    assert_eq!(topics, [title, "shape", "money", "accountability", "risk", "people"]);
    assert!(ran.out.contains("layers"), "{}", ran.out);
    assert!(ran.out.lines().count() < 80, "one screen, near enough");
}

#[test]
fn in_json_every_figure_has_its_value_and_unit_and_what_the_policy_asks() {
    let ran = run(&["metrics", EXAMPLE, "--as-of", "2026-07-01", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.status, &json["format"], &json["as_of"]), (0, &1.into(), &"2026-07-01".into()));
    let commitment = &json["money"]["largest_commitment"];
    assert_eq!(commitment["preset"]["holds"], false);
    assert_eq!(commitment["parts"][0]["of"], "dmm-retention");
    assert_eq!(json["money"]["budget"]["value"], 19_800_000_000_i64);
    assert_eq!(json["money"]["budget"]["unit"], "IDR");
    assert_eq!(json["risk"]["expected_loss"]["value"], serde_json::Value::Null);
    assert!(json["risk"]["expected_loss"]["missing"].as_str().unwrap().starts_with("not stated"));
}

#[test]
fn the_profile_and_what_is_assumed_are_the_callers() {
    let json = |args: &[&str]| -> serde_json::Value {
        let ran = run(&[&["metrics", EXAMPLE, "--as-of", "2026-07-01", "--format", "json"], args].concat());
        serde_json::from_str(&ran.out).unwrap()
    };
    let own = json(&[]);
    let other = json(&["--profile", "audited", "--correlation", "0.2", "--level", "0.99"]);
    assert_eq!((&own["profile"], &other["profile"]), (&"scale-up".into(), &"audited".into()));
    assert_eq!(own["assumptions"]["correlation"], 0.0);
    assert_eq!(other["assumptions"], serde_json::json!({"correlation": 0.2, "level": 0.99}));
}

#[test]
fn what_cannot_be_assumed_is_refused_by_its_name() {
    for (args, says) in [
        (["--correlation", "1.5"], "error: a correlation must be from 0 to 1, and is 1.5\n"),
        (["--level", "1"], "error: a level must be above 0 and below 1, and is 1\n"),
        (["--correlation", "NaN"], "error: a correlation must be from 0 to 1, and is NaN\n"),
    ] {
        let ran = run(&[&["metrics", EXAMPLE], args.as_slice()].concat());
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (2, "", says), "{args:?}");
    }
}

#[test]
fn a_file_that_is_no_org_is_bad_input_and_one_on_standard_input_is_read() {
    assert_eq!(run(&["metrics", "no/such/file.toml"]).status, 2);
    let broken = file("metrics_broken.toml", b"format = 1\n");
    assert_eq!(run(&["metrics", broken.to_str().unwrap()]).status, 2);
    let text = b"format = 1\n[organization]\nname = \"Toko\"\ncurrency = \"IDR\"\n";
    let ran = run_with(&["metrics", "-", "--as-of", "2026-07-01"], text);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.starts_with("Toko: 0 positions, "), "{}", ran.out);
}

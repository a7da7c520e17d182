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
    assert!(wait["p5"].as_f64() <= wait["p50"].as_f64() && wait["p50"].as_f64() <= wait["p95"].as_f64());
    assert!(wait["p95_interval"].is_null(), "three years are too few for an interval of a quantile");
    let load = &json["designs"][0]["positions"]["dmm-acquisition"]["load"];
    assert!(load["mean"].is_number() && load["p95"].is_number() && load.get("p95_interval").is_none());
    assert_eq!((&json["from"], &json["until"]), (&"2026-01-01".into(), &"2026-02-01".into()));
    assert_eq!(json["sampled_years"], serde_json::json!({ "designs": 3, "channels_and_positions": 3 }));
    assert_eq!(json["quantile_type"], 7);
    assert!(json["stop"].is_null() && json.get("pareto").is_none());
    assert!(json["designs"][0]["warnings"].is_array() && json["designs"][0]["tail_loss"]["years"] == 3);
}

#[test]
fn assumptions_are_read_from_a_file_and_named_where_they_cannot_be() {
    let none = file("no_requests.toml", b"[requests]\nper-day = 0\n");
    let ran = simulate(&[EXAMPLE, "--assumptions", none.to_str().unwrap()]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        !ran.out.contains("\n  requests ")
            && ran.out.contains("figures left out, 0 or not defined in every year: "),
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
    let spend = plot(&["--plot", "spend"]);
    assert!(has(&spend, "senja") && spend.iter().any(|text| text.starts_with("Spend (IDR")), "{spend:?}");
    let load = plot(&["--plot", "load"]);
    assert!(has(&load, "dmm-acquisition") && !has(&load, "One year, day by day"));
    let timeline = plot(&["--plot", "timeline"]);
    assert!(has(&timeline, "waiting overnight") && !has(&timeline, "Requests refused"));
}

#[test]
fn a_figure_that_there_is_not_is_bad_input_and_those_there_are_are_named() {
    let ran = simulate(&[EXAMPLE, "--format", "svg", "--plot", "wait_p59"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("error: --plot: there is no figure `wait_p59`: "), "{}", ran.err);
    assert!(ran.err.contains("wait_p95"), "{}", ran.err);
}

#[test]
fn no_days_and_no_file_are_bad_input() {
    let ran = run(&["simulate", EXAMPLE, "--from", "2026-01-01", "--until", "2026-01-01"]);
    assert_eq!(ran.status, 2, "{}", ran.out);
    assert_eq!(simulate(&["no/such/file.toml"]).status, 2);
    assert_eq!(run(&["simulate", EXAMPLE]).status, 2, "the first day is the caller's to say");
}

#[test]
fn days_without_money_are_warned_of_in_text_and_in_json() {
    let days = ["--from", "2029-01-01", "--until", "2029-02-01", "--replications", "2"];
    let text = run(&[&["simulate", EXAMPLE], days.as_slice()].concat()).out;
    assert!(text.contains("\nwarnings\n  `nusantara`: "), "{text}");
    assert!(text.contains("of requests are refused for want of an account"), "{text}");
    let json = run(&[&["simulate", EXAMPLE, "--format", "json"], days.as_slice()].concat()).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["designs"][0]["warnings"][0]["kind"], "no-account");
}

#[test]
fn years_are_run_until_a_figure_is_known() {
    let days =
        ["--from", "2026-01-01", "--until", "2026-01-15", "--precision", "0.5", "--figure", "requests"];
    let ran = run(&[&["simulate", EXAMPLE], days.as_slice()].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "nothing is drawn where there is no terminal");
    assert!(ran.out.starts_with("64 replications, seed 0; "), "{}", ran.out);
    assert!(ran.out.contains("\n`requests` is known within 50% of its mean\n"), "{}", ran.out);
    let few =
        run(&[&["simulate", EXAMPLE], days.as_slice(), &["--at-most", "2", "--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&few.out).unwrap();
    assert_eq!((&json["replications"], &json["stop"]["figure"]), (&2.into(), &"requests".into()));
    let ran =
        run(&["simulate", EXAMPLE, "--from", "2026-01-01", "--precision", "0.1", "--figure", "wait_p59"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("there is no figure `wait_p59`: did you mean `wait_p95`?"), "{}", ran.err);
    let alone = run(&[&["simulate", EXAMPLE, "--of-differences"], days.as_slice()].concat());
    assert_eq!(
        (alone.status, alone.err.as_str()),
        (2, "error: there must be a second design, for a difference\n")
    );
    assert_eq!(simulate(&[EXAMPLE, "--precision", "0.1", "--figure", "spend"]).status, 2, "one or the other");
}

#[test]
fn designs_are_set_against_each_other_in_what_counts() {
    let senja = "examples/orgs/senja.toml";
    let ran = simulate(&[EXAMPLE, senja, "--pareto", "refused,spend:higher"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("\nbetter is lower refused, higher spend; "), "{}", ran.out);
    assert!(ran.out.contains("on the front: `"), "{}", ran.out);
    let json = simulate(&[EXAMPLE, senja, "--pareto", "refused", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["pareto"]["figures"], serde_json::json!([{ "name": "refused", "better": "lower" }]));
    assert_eq!(json["format"], 1);
    for (figures, says) in [
        ("spend", "say `spend:lower` or `spend:higher`"),
        ("refusde", "did you mean `refused`?"),
        ("spend:more", "`more` is not a direction of a figure: expected `lower` or `higher`"),
    ] {
        let ran = simulate(&[EXAMPLE, "--pareto", figures]);
        assert_eq!(ran.status, 2);
        assert!(ran.err.contains(says), "{}", ran.err);
    }
}

#[test]
fn designs_in_files_of_one_name_go_by_their_paths() {
    let copy = file("nusantara.toml", &std::fs::read(EXAMPLE).unwrap());
    let copy = copy.to_str().unwrap();
    let ran = simulate(&[EXAMPLE, copy, "examples/orgs/senja.toml", "--format", "json"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let names: Vec<_> = (0..3).map(|place| json["designs"][place]["name"].as_str().unwrap()).collect();
    assert_eq!(names, [EXAMPLE, copy, "senja"]);
    let ran = simulate(&[EXAMPLE, EXAMPLE]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, format!("error: there are two designs `{EXAMPLE}`\n"));
}

#[test]
fn what_would_be_left_unsaid_is_refused() {
    for (args, says) in [
        (&["--plot", "load"][..], "error: --plot: pictures are drawn with `--format svg`\n"),
        (
            &["--pareto", "wait_p95", "--format", "svg"],
            "error: --pareto: no picture shows it; ask for it with `--format text` or `json`\n",
        ),
        (&["--assumptions", "none.toml"], "error: cannot read `none.toml`: "),
    ] {
        let ran = simulate(&[&[EXAMPLE], args].concat());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.starts_with(says), "{}", ran.err);
    }
    let latin = file("latin.toml", b"[requests]\nper-day = 2 # caf\xe9\n");
    let ran = simulate(&[EXAMPLE, "--assumptions", latin.to_str().unwrap()]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.ends_with("latin.toml: invalid utf-8 sequence of 1 bytes from index 28\n"),
        "{}",
        ran.err
    );
}

#[test]
fn standard_input_is_one_file() {
    let org = std::fs::read(EXAMPLE).unwrap();
    for files in [&["-", "--assumptions", "-"][..], &["-", "-"]] {
        let ran = crate::run_with(&[&["simulate"], files, &QUICK].concat(), &org);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{files:?}");
        assert_eq!(ran.err, "error: cannot read `<stdin>`: it is read already\n");
    }
    let none = crate::run_with(
        &[&["simulate", EXAMPLE, "--assumptions", "-"], QUICK.as_slice()].concat(),
        b"[requests]\nper-day = 0\n",
    );
    assert_eq!(none.status, 0);
    assert!(!none.out.contains("\n  requests "), "{}", none.out);
}

#[test]
fn tails_of_losses_come_with_their_intervals() {
    let args = ["simulate", "examples/orgs/jelajah.toml", "--from", "2026-01-01", "--replications", "300"];
    let text = run(&args).out;
    let tails = text.split("losses of the worst twentieth of years, and who bears them\n").nth(1).unwrap();
    let words = |line: usize| tails.lines().nth(line).unwrap().split_whitespace().collect::<Vec<_>>();
    assert_eq!(words(0), ["begin", "at", "95%", "interval", "mean", "95%", "interval"]);
    assert_eq!(&words(1)[..3], ["`jelajah`", "all", "IDR"]);

    let ran = run(&[args.as_slice(), &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let of = |name: &str| json.pointer(&format!("/designs/0/tail_loss/{name}")).unwrap().as_f64().unwrap();
    let (begins, mean) = (of("value_at_risk"), of("conditional_value_at_risk"));
    assert!(of("value_at_risk_interval/lower") < begins && begins <= of("value_at_risk_interval/upper"));
    assert!(of("lower") < mean && mean < of("upper") && begins < mean);
    let tail = &json["designs"][0]["tail_loss"];
    assert!(0.0 < of("standard_error") && tail["years"] == 300 && tail["level"] == 0.95, "{tail}");
    assert!((2.0..=15.0).contains(&of("years_beyond")));
    // Whoever loses the same in every bad year says nothing of what lies beyond.
    let cmo = &json["designs"][0]["who_bears"]["cmo"];
    assert!(cmo["years_beyond"] == 0 && cmo["lower"].is_null() && cmo["standard_error"].is_null(), "{cmo}");
    assert!(tails.lines().any(|line| line.contains("`cmo`") && line.trim_end().ends_with('?')), "{tails}");
}

//! Pictures: XML that is well formed, with what a reader looks for, however odd the org.

use std::sync::Arc;

use bagan::simulate::{Assumptions, Designs, Simulation, Timeline, plot};
use bagan::{Org, OrgBuilder, parse_date};

/// The texts of a picture, after reading it as XML.
fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let root = document.root_element();
    assert_eq!(
        (root.tag_name().name(), root.tag_name().namespace()),
        ("svg", Some("http://www.w3.org/2000/svg"))
    );
    let height: i32 = root.attribute("height").unwrap().parse().unwrap();
    let texts =
        document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    let texts = texts.inspect(|text| {
        let at = |axis| text.attribute(axis).unwrap().parse::<i32>().unwrap();
        assert!((0..=960).contains(&at("x")) && (0..=height).contains(&at("y")), "{text:?} is off the page");
    });
    texts.map(|text| text.text().unwrap_or_default().trim().to_owned()).collect()
}

fn simulation(assumed: &Assumptions, until: &str) -> Simulation {
    let (from, until) = (parse_date("2026-01-01").unwrap(), parse_date(until).unwrap());
    Simulation::new(assumed.clone(), from, until).replications(5).seed(3)
}

fn both(simulation: &Simulation, designs: &[(&str, Arc<Org>)]) -> (Designs, Vec<(String, Timeline)>) {
    let outcomes = simulation.compare(designs.to_vec()).unwrap();
    (outcomes, simulation.years(designs.to_vec(), 0).unwrap())
}

/// A manager whose budget limits a specialist so that everything, or nothing, needs an approval.
fn team(name: &str, specialist: &str, transaction: i64) -> Arc<Org> {
    let mut org = OrgBuilder::new(name, "IDR");
    org.channel("social", "");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(3_000_000_000_i64);
    org.position(specialist, "specialist").holder("budi").reports_to("dmm").channels(["social"]);
    org.delegation("dmm", specialist, 2_400_000_000_i64).channel("social").transaction(transaction);
    Arc::new(org.build().unwrap())
}

fn contains(texts: &[String], text: &str) -> bool {
    texts.iter().any(|own| own == text)
}

#[test]
fn names_of_any_script_and_signs_of_xml_are_shown_as_they_are() {
    let assumed = Assumptions::default();
    let odd = "营销 <b> & \"é\"";
    let designs = [
        (odd, team("A & B <Ltd>", "social", 1)),
        ("\u{1b}[2J\u{0}\u{FFFF}", team("A & B <Ltd>", "social", 1)),
    ];
    let (outcomes, years) = both(&simulation(&assumed, "2026-03-01"), &designs);
    let svg = plot::page(&outcomes, &years);
    assert!(!svg.contains("<b>") && svg.contains("&lt;b&gt; &amp; &quot;é&quot;"));
    let texts = texts(&svg);
    assert!(contains(&texts, odd) && contains(&texts, "A & B <Ltd>: 2 designs, simulated"), "{texts:?}");
    assert!(contains(&texts, "\u{FFFD}[2J\u{FFFD}\u{FFFD}"), "what XML cannot hold is a sign: {texts:?}");
}

#[test]
fn long_names_are_cut() {
    let long = "a name that goes on and on, as names of files do once they are copied";
    let (outcomes, years) =
        both(&simulation(&Assumptions::default(), "2026-03-01"), &[(long, team("Toko", &"s".repeat(60), 1))]);
    let texts = texts(&plot::page(&outcomes, &years));
    assert!(contains(&texts, "a name that goes on and o…") && !contains(&texts, long), "{texts:?}");
    assert!(texts.iter().all(|text| !text.contains(&"s".repeat(27))));
}

#[test]
fn a_page_has_the_figures_the_desks_and_the_years_that_are_given() {
    let designs = [("central", team("Toko", "social", 1)), ("free", team("Toko", "social", 2_400_000_000))];
    let (outcomes, years) = both(&simulation(&Assumptions::default(), "2027-01-01"), &designs);
    let whole = texts(&plot::page(&outcomes, &years));
    for text in [
        "Toko: 2 designs, simulated",
        "5 replications, seed 3, each from 2026-01-01 to 2026-12-31",
        "Median wait for an approval (hours)",
        "Wait for an approval, 95th percentile (hours)",
        "Requests refused",
        "Load by desk (% of working time)",
        "One year, day by day",
        "IDR million",
        "budgets 3,000",
    ] {
        assert!(contains(&whole, text), "{text} is not in {whole:?}");
    }
    // In the free design nothing ever waits: that is said, and not drawn as 0.
    let times = |text: &str| whole.iter().filter(|own| *own == text).count();
    let said =
        ["not defined in any replication", "nothing comes to any desk", "none on any night"].map(times);
    assert_eq!(said, [2, 1, 1], "{whole:?}");
    let without = texts(&outcomes.to_svg());
    assert!(contains(&without, "Requests refused") && !contains(&without, "One year, day by day"));
    assert_eq!(outcomes.to_svg(), outcomes.to_svg());
}

#[test]
fn what_is_drawn_is_what_was_counted() {
    let simulation = simulation(&Assumptions::default(), "2026-07-01");
    let (outcomes, years) = both(&simulation, &[("central", team("Toko", "social", 1))]);
    let mean =
        outcomes.of("central").unwrap().figure("approved_after_approval").unwrap().estimate.mean().unwrap();
    let drawn = texts(&plot::distributions(&outcomes, "approved_after_approval").unwrap());
    let written = if mean < 100.0 { format!("{mean:.2} ± ") } else { format!("{mean:.1} ± ") };
    assert!(drawn.iter().any(|text| text.starts_with(&written)), "{written} is not in {drawn:?}");
    let year = &years[0].1;
    let most = year.days().iter().map(|day| day.waiting).max().unwrap();
    let drawn = texts(&plot::timelines(&years));
    assert!(0 < most && drawn.iter().any(|text| text.starts_with(&format!("most: {most} on "))), "{drawn:?}");
    assert_eq!(plot::distributions(&outcomes, "no_such_figure"), None);
}

#[test]
fn desks_to_which_more_comes_than_they_can_do_are_marked() {
    let mut assumed = Assumptions::default();
    let load = |assumed: &Assumptions| {
        let (outcomes, _) =
            both(&simulation(assumed, "2026-07-01"), &[("central", team("Toko", "social", 1))]);
        texts(&plot::load(&outcomes))
    };
    let marked = |texts: &[String]| texts.iter().any(|text| text.ends_with("OVERLOADED"));
    assert!(!marked(&load(&assumed)) && contains(&load(&assumed), "dmm"));
    assumed.requests.per_day = Some(60.0);
    assert!(marked(&load(&assumed)) && contains(&load(&assumed), "»"), "{:?}", load(&assumed));
}

#[test]
fn every_figure_and_every_span_of_days_can_be_drawn() {
    let mut assumed = Assumptions::default();
    assumed.staff.leaving_per_year = Some(6.0);
    assumed.staff.absences_per_year = Some(6.0);
    for until in ["2026-01-02", "2026-02-01", "2026-04-01", "2027-01-01", "2029-01-01", "2046-01-01"] {
        let quick = simulation(&assumed, until).replications(2);
        let (outcomes, years) = both(&quick, &[("central", team("Toko", "social", 1))]);
        assert!(2 <= texts(&plot::timelines(&years)).len());
        for figure in outcomes.of("central").unwrap().of_design() {
            let svg = plot::distributions(&outcomes, figure.name).unwrap();
            assert!(contains(&texts(&svg), "central"), "{}", figure.name);
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{}", figure.name);
        }
    }
}

#[test]
fn an_org_of_nobody_is_a_picture_too() {
    let nobody = Arc::new(OrgBuilder::new("", "IDR").build().unwrap());
    let (outcomes, years) = both(&simulation(&Assumptions::default(), "2026-02-01"), &[("", nobody)]);
    let texts = texts(&plot::page(&outcomes, &years));
    assert!(contains(&texts, "nobody left or was away, and no seat was vacant"), "{texts:?}");
}

#[test]
fn where_there_is_no_money_the_axis_of_money_says_0_and_no_more() {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("social", "");
    org.position("dmm", "digital-marketing-manager").holder("rina");
    org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
    let designs = [("poor", Arc::new(org.build().unwrap()))];
    let (_, years) = both(&simulation(&Assumptions::default(), "2026-03-01"), &designs);
    let texts = texts(&plot::timelines(&years));
    assert!(contains(&texts, "budgets 0") && contains(&texts, "spent 0"), "{texts:?}");
    let tick = |text: &&String| !text.is_empty() && text.chars().all(|sign| "0123456789.,".contains(sign));
    let ticks: Vec<_> = texts.iter().filter(tick).collect();
    assert!(ticks.iter().all(|tick| *tick == "0" || *tick == "1"), "{ticks:?}");
}

//! Concentration, by its vectors, by its definitions, and of orgs.

use bagan::metrics::Concentration;
use bagan::{Interval, OrgBuilder, parse_date};
use proptest::prelude::*;

use crate::vectors::{agrees, close, rows};

#[test]
fn the_figures_are_those_of_the_vectors() {
    for row in rows("closed_forms.json", &["vectors", "concentration"]) {
        let values: Vec<f64> = row["x"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
        let found = Concentration::of(values.iter().copied()).unwrap();
        let name = format!("{values:?}");
        agrees(&name, Some(found.gini()), &row, "gini");
        agrees(&name, found.gini_sample(), &row, "gini_unbiased");
        agrees(&name, Some(found.hhi()), &row, "hhi");
        agrees(&name, Some(found.hhi() * 1e4), &row, "hhi_points");
        agrees(&name, found.hhi_normalised(), &row, "hhi_normalised");
        agrees(&name, Some(found.effective_number()), &row, "effective_number");
        agrees(&name, Some(found.entropy()), &row, "entropy_nats");
        agrees(&name, Some(found.entropy_effective()), &row, "entropy_effective");
        agrees(&name, Some(found.largest_share()), &row, "cr1");
        assert_eq!(found.holders(), values.len() as u64);
    }
}

#[test]
fn what_has_no_shares_has_no_concentration() {
    for values in
        [vec![], vec![0.0], vec![0.0, 0.0], vec![1.0, -1.0], vec![1.0, f64::NAN], vec![f64::INFINITY]]
    {
        assert_eq!(Concentration::of(values.clone()), None, "{values:?}");
    }
}

#[test]
fn one_holder_has_no_normalised_index_and_no_sample() {
    let one = Concentration::of([3.0]).unwrap();
    assert_eq!((one.hhi_normalised(), one.gini_sample()), (None, None));
    assert_eq!((one.hhi(), one.gini(), one.entropy(), one.largest_share()), (1.0, 0.0, 0.0, 1.0));
}

#[test]
fn large_and_tiny_values_do_not_overflow() {
    for scale in [f64::MAX / 2.0, f64::MIN_POSITIVE] {
        let found = Concentration::of([scale; 4]).unwrap();
        assert!(close(found.effective_number(), 4.0), "{found:?}");
    }
}

#[test]
fn a_budget_counts_once_however_often_it_is_passed_on() {
    let day = parse_date("2026-07-01").unwrap();
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("cmo", "cmo").budget(400);
    org.position("dmm", "digital-marketing-manager").reports_to("cmo");
    org.position("seo", "specialist").reports_to("dmm");
    org.position("ads", "specialist").reports_to("dmm");
    org.delegation("cmo", "dmm", 400);
    org.delegation("dmm", "seo", 100);
    org.delegation("dmm", "ads", 200).valid(Interval::new(None, Some(day)).unwrap());
    let org = org.build().unwrap();
    // The CMO keeps nothing, the manager 300, SEO 100; the delegation for ads has ended.
    let found = Concentration::of_budget(&org, day).unwrap();
    assert_eq!(Some(found), Concentration::of([0.0, 300.0, 100.0]));
    let before = Concentration::of_budget(&org, parse_date("2026-06-30").unwrap());
    assert_eq!(before, Concentration::of([0.0, 100.0, 100.0, 200.0]));
}

#[test]
fn who_delegates_more_than_it_holds_keeps_nothing() {
    let day = parse_date("2026-07-01").unwrap();
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("dmm", "digital-marketing-manager").budget(100);
    org.position("seo", "specialist").reports_to("dmm");
    org.delegation("dmm", "seo", 150);
    let org = org.build().unwrap();
    assert_eq!(Concentration::of_budget(&org, day), Concentration::of([0.0, 150.0]));
}

#[test]
fn who_has_no_report_holds_none() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("cmo", "cmo");
    org.position("dmm", "digital-marketing-manager").reports_to("cmo");
    org.position("seo", "specialist").reports_to("dmm");
    let reports = Concentration::of_reports(&org.build().unwrap()).unwrap();
    assert_eq!(reports.holders(), 2);
    assert!(reports.gini().abs() < 1e-15);
}

#[test]
fn an_org_without_money_reports_or_outcomes_has_no_concentration() {
    let mut org = OrgBuilder::new("Test", "IDR");
    org.position("cmo", "cmo");
    let org = org.build().unwrap();
    assert_eq!(Concentration::of_budget(&org, parse_date("2026-07-01").unwrap()), None);
    assert_eq!(Concentration::of_reports(&org), None);
    assert_eq!(Concentration::of_accountability(&org), None);
}

proptest! {
    #[test]
    fn the_figures_are_their_definitions(values in prop::collection::vec(0_u32..1000, 1..30)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let (n, total) = (values.len() as f64, values.iter().sum::<f64>());
        let found = Concentration::of(values.iter().copied());
        assert_eq!(found.is_none(), total == 0.0);
        let Some(found) = found else { return Ok(()) };
        let hhi: f64 = values.iter().map(|value| (value / total).powi(2)).sum();
        assert!(close(found.hhi(), hhi));
        let apart: f64 = values.iter().flat_map(|a| values.iter().map(move |b| (a - b).abs())).sum();
        assert!(close(found.gini(), apart / (n * n) / (2.0 * total / n)));
        let entropy: f64 = values.iter().map(|v| v / total).filter(|s| 0.0 < *s).map(|s| s * s.ln()).sum();
        assert!(close(found.entropy(), -entropy));
        // Whatever order they come in, to the bit.
        assert_eq!(Some(found), Concentration::of(values.iter().rev().copied()));
    }
}

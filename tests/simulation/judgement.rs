//! Approvers who err, against Sah and Stiglitz (1986, 1988): hierarchies, polyarchies and committees.

use bagan::simulate::assumptions::{DeskAssumptions, Panel, Route};
use bagan::simulate::{Assumptions, Distribution, Outcomes};
use bagan::{Org, OrgBuilder};
use serde_json::Value;

use crate::closed::{Joint, moments};
use crate::numbers::number;
use crate::shared::rows;
use crate::support::{assumptions, line, no_time, of_design, of_position, run_seeded, total};

/// Requests that take no time at a desk, so that each is decided in the year in which it is made.
fn at_once() -> Assumptions {
    let mut assumed = assumptions(0.4, no_time());
    assumed.warm_up_days = 0;
    assumed
}

/// One of the three forms, of so many who judge.
fn form(name: &str, n: u32, k: u32) -> (Org, Assumptions) {
    let mut assumed = at_once();
    let limits = |limit: i64| vec![limit; n as usize];
    let org = match name {
        // Nobody below the top may approve, and each judges on the way.
        "hierarchy" => {
            assumed.route = Route::ThroughTheLine;
            line(&limits(1))
        }
        // Anybody may approve, and whoever is rejected asks the next.
        "polyarchy" => {
            assumed.requests.appeals = Some(n - 1);
            line(&limits(1_000_000))
        }
        "majority" => {
            assumed.desk.panel = Some(Panel::new(n, k));
            line(&[1])
        }
        other => panic!("{other} is no form"),
    };
    (org, assumed)
}

fn whole(row: &Value, key: &str) -> u32 {
    u32::try_from(row[key].as_u64().unwrap()).unwrap()
}

/// Each row has a seed of its own, so that rows err independently of each other.
fn judged(row: &Value, seed: u64) -> Outcomes {
    let (org, mut assumed) = form(row["form"].as_str().unwrap(), whole(row, "n"), whole(row, "k"));
    assumed.requests.bad_share = Some(1.0 - number(row, "alpha_good"));
    assumed.desk.accepts_good = Some(number(row, "p_accept_good"));
    assumed.desk.accepts_bad = Some(number(row, "p_accept_bad"));
    run_seeded(org, assumed, 1, seed)
}

#[test]
fn the_three_forms_err_as_sah_and_stiglitz_have_it() {
    let rows = rows("closed_forms.json", &["vectors", "sah_stiglitz"]);
    let mut joint = Joint::of(rows.len() * 5);
    for (row, seed) in rows.iter().zip(1..) {
        let outcomes = judged(row, seed);
        let of = |name| total(&outcomes, name);
        let (requests, bad) = (of("requests"), of("bad_requests"));
        let good = requests - bad;
        assert_eq!(requests, of("approved_after_approval") + of("refused_rejected"), "{row}");
        joint.binomial(bad, requests, 1.0 - number(row, "alpha_good"), row);
        joint.binomial(of("good_rejected"), good, number(row, "omission_err"), row);
        joint.binomial(of("bad_approved"), bad, number(row, "commission_err"), row);
        joint.binomial(
            of("refused_rejected") - of("good_rejected"),
            bad,
            1.0 - number(row, "accept_bad"),
            row,
        );
        let (z_good, z_bad, alpha) = (number(row, "z_good"), number(row, "z_bad"), number(row, "alpha_good"));
        let found = (z_good * (good - of("good_rejected")) + z_bad * of("bad_approved")) / requests;
        let chances = [alpha * number(row, "accept_good"), (1.0 - alpha) * number(row, "accept_bad")];
        let (mean, deviation) = moments([(z_good, chances[0]), (z_bad, chances[1])]);
        assert!((mean - number(row, "expected_value")).abs() < 1e-9);
        joint.normal(found, mean, deviation / requests.sqrt(), row);
        assert_eq!(of("bad_spend"), 100_000.0 * of("bad_approved"));
    }
    joint.finish("sah_stiglitz");
}

#[test]
fn as_many_judge_in_turn_as_the_closed_forms_say() {
    let rows = rows("closed_forms.json", &["vectors", "sequential_evaluations"]);
    let mut joint = Joint::of(rows.len() * 2);
    for (row, seed) in rows.iter().zip(1_000..) {
        let (n, p) = (whole(row, "n"), number(row, "p"));
        for (name, goes_on) in [("hierarchy", p), ("polyarchy", 1.0 - p)] {
            let (org, mut assumed) = form(name, n, 1);
            assumed.desk.accepts_good = Some(p);
            let outcomes = run_seeded(org, assumed, 1, seed);
            let requests = total(&outcomes, "requests");
            // So many judge if all before the last of them let it go on.
            let chances = (1..=n).map(|last| {
                let stops = if last == n { 1.0 } else { 1.0 - goes_on };
                (f64::from(last), goes_on.powi(last.cast_signed() - 1) * stops)
            });
            let (mean, deviation) = moments(chances);
            assert!((mean - number(row, &format!("{name}_E_evals"))).abs() < 1e-9);
            let found = total(&outcomes, "evaluations") / requests;
            joint.normal(found, mean, deviation / requests.sqrt(), row);
            // Each judgement is one at some desk.
            let handled: f64 =
                (0..n).map(|place| of_position(&outcomes, &format!("a{place}"), "handled")).sum();
            assert_eq!(handled, total(&outcomes, "evaluations"));
        }
    }
    joint.finish("sequential_evaluations");
}

#[test]
fn every_member_of_a_panel_judges_whoever_has_decided_it_by_then() {
    let (org, assumed) = form("majority", 5, 2);
    let outcomes = run_seeded(org, assumed, 1, 1);
    assert_eq!(total(&outcomes, "evaluations"), 5.0 * total(&outcomes, "requests"));
    assert_eq!(total(&outcomes, "refused"), 0.0);
}

#[test]
fn desks_err_each_in_their_own_way() {
    // Rejected by the first on the way, passed over, and accepted by the second.
    let (org, mut assumed) = form("hierarchy", 3, 3);
    let rejects = |assumed: &mut Assumptions, id: &str| {
        let mut desk = DeskAssumptions::default();
        desk.accepts_good = Some(0.0);
        assumed.desks.insert(id.to_owned(), desk);
    };
    rejects(&mut assumed, "a0");
    assumed.requests.appeals = Some(1);
    let outcomes = run_seeded(org, assumed.clone(), 1, 1);
    let requests = total(&outcomes, "requests");
    assert_eq!(total(&outcomes, "approved_at_level_3"), requests);
    assert_eq!(total(&outcomes, "evaluations"), 3.0 * requests);
    assert_eq!(of_position(&outcomes, "a0", "rejected"), requests);
    assert_eq!(of_position(&outcomes, "a1", "rejected"), 0.0);
    // A second one who rejects it is the last.
    rejects(&mut assumed, "a1");
    let outcomes = run_seeded(form("hierarchy", 3, 3).0, assumed, 1, 1);
    assert_eq!(total(&outcomes, "refused_rejected"), requests);
    assert_eq!(total(&outcomes, "good_rejected"), requests);
    assert_eq!(total(&outcomes, "evaluations"), 2.0 * requests);
    assert_eq!(of_position(&outcomes, "asker", "refused_rejected"), requests);
    assert_eq!(of_position(&outcomes, "a0", "refused"), 0.0);
}

#[test]
fn nobody_is_asked_twice_in_another_seat_of_theirs() {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "");
    org.position("cmo", "cmo").holder("rina").budget(1_000_000_000_000).approves_up_to(1_000_000);
    org.position("dmm", "digital-marketing-manager")
        .holder("rina")
        .reports_to("cmo")
        .approves_up_to(1_000_000);
    org.position("asker", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    org.delegation("cmo", "dmm", 900_000_000_000).sub_delegation(bagan::Permission::Allowed);
    org.delegation("dmm", "asker", 800_000_000_000).channel("seo").transaction("0.01");
    let mut assumed = at_once();
    assumed.requests.appeals = Some(5);
    assumed.desk.accepts_good = Some(0.0);
    let outcomes = run_seeded(org.build().unwrap(), assumed, 1, 1);
    assert_eq!(total(&outcomes, "evaluations"), total(&outcomes, "requests"));
    assert_eq!(total(&outcomes, "refused_rejected"), total(&outcomes, "requests"));
}

#[test]
fn what_nobody_judges_is_approved_good_or_bad() {
    let team = |limit: i64| {
        let mut org = OrgBuilder::new("Toko Uji", "IDR");
        org.channel("seo", "");
        org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000_000_000);
        org.position("asker", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        org.delegation("dmm", "asker", 800_000_000_000).channel("seo").transaction(limit);
        org.build().unwrap()
    };
    let mut assumed = at_once();
    assumed.requests.bad_share = Some(0.25);
    assumed.desk.accepts_bad = Some(0.0);
    let (central, delegated) = (999, 1_000);
    let outcomes = run_seeded(team(delegated), assumed.clone(), 1, 1);
    assert!(0.0 < total(&outcomes, "bad_requests"));
    assert_eq!(total(&outcomes, "bad_approved"), total(&outcomes, "bad_requests"));
    assert_eq!(total(&outcomes, "evaluations"), 0.0);
    // The same requests come, the same ones are bad, and now somebody looks at them.
    let judged = run_seeded(team(central), assumed, 1, 1);
    assert_eq!(total(&judged, "bad_requests"), total(&outcomes, "bad_requests"));
    assert_eq!(total(&judged, "bad_approved"), 0.0);
    assert_eq!(total(&judged, "refused_rejected"), total(&outcomes, "bad_requests"));
}

#[test]
fn luck_belongs_to_the_request_and_not_to_the_desk() {
    // One approver or another judges: the same requests are rejected.
    let design = |limits: &[i64]| {
        let mut assumed = at_once();
        assumed.desk.accepts_good = Some(0.7);
        assumed.requests.amount = Some(Distribution::exponential(1_000.0).unwrap());
        let outcomes = run_seeded(line(limits), assumed, 3, 1);
        of_design(&outcomes, "refused_rejected").to_vec()
    };
    let delegated = design(&[1_000_000, 0]);
    assert_eq!(delegated, design(&[1, 0]));
    assert_eq!(delegated, design(&[1_000, 0]));
}

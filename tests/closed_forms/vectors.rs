//! Compares with `../shared/vectors/closed_forms.json`, which was computed by others (scipy, R, Octave).

use bagan::closed_forms::{
    Manpower, Mg1, Mm1k, Mmc, Rework, Screening, Tandem, availability, committee, hierarchy,
    hierarchy_evaluations, levels_of_amounts, levels_of_share, polyarchy, polyarchy_evaluations,
    reporting_delay,
};
use bagan::simulate::Distribution;
use serde_json::Value;

use crate::numbers::{number, numbers};
use crate::shared;

fn rows(table: &str) -> Vec<Value> {
    shared::rows("closed_forms.json", &["vectors", table])
}

fn near(found: f64, expected: f64, row: &Value) {
    let allowed = 1e-11 * expected.abs().max(1e-3);
    assert!((found - expected).abs() <= allowed, "{found} is not {expected} in {row}");
}

fn all_near(found: &[f64], expected: &[f64], row: &Value) {
    assert_eq!(found.len(), expected.len(), "{row}");
    for (found, expected) in found.iter().zip(expected) {
        near(*found, *expected, row);
    }
}

fn count(row: &Value, key: &str) -> u32 {
    u32::try_from(row[key].as_u64().unwrap()).unwrap()
}

fn assert_mmc(desk: Mmc, row: &Value) {
    near(desk.load(), number(row, "rho"), row);
    near(desk.blocks(), number(row, "erlang_b"), row);
    let service = number(row, "mu");
    let figures = [
        (desk.waits(), "erlang_c"),
        (desk.empty(), "p0"),
        (desk.queue_mean(), "Lq"),
        (desk.wait_mean(), "Wq"),
        (desk.time_mean(), "W"),
        (desk.number_mean(), "L"),
        (desk.waits_longer_than(1.0 / service), "P_wait_gt_1_over_mu"),
    ];
    for (found, key) in figures {
        match found {
            Some(found) => near(found, number(row, key), row),
            None => assert!(row[key].is_null(), "{key} of {row}"),
        }
    }
    assert_eq!(desk.waits().is_some(), row["stable"].as_bool().unwrap(), "{row}");
}

#[test]
fn desks_of_several_servers_agree() {
    for row in rows("mmc") {
        let desk = Mmc::new(number(&row, "lam"), number(&row, "mu"), count(&row, "c")).unwrap();
        assert_mmc(desk, &row);
    }
}

#[test]
fn desks_with_bounded_room_agree() {
    for row in rows("mm1k") {
        let desk = Mm1k::new(number(&row, "lam"), number(&row, "mu"), count(&row, "K")).unwrap();
        near(desk.turned_away(), number(&row, "p_block"), &row);
        near(desk.number_mean(), number(&row, "L"), &row);
        near(desk.time_mean(), number(&row, "W"), &row);
    }
}

#[test]
fn desks_with_work_of_any_spread_agree() {
    for row in rows("mg1_pk") {
        let desk = Mg1::new(number(&row, "lam"), number(&row, "mean_service"), number(&row, "scv")).unwrap();
        near(desk.load(), number(&row, "rho"), &row);
        near(desk.wait_mean().unwrap(), number(&row, "Wq"), &row);
        near(desk.time_mean().unwrap(), number(&row, "W"), &row);
        near(desk.queue_mean().unwrap(), number(&row, "Lq"), &row);
    }
}

#[test]
fn desks_in_a_row_agree() {
    for row in rows("jackson_escalation") {
        let servers =
            row["c"].as_array().unwrap().iter().map(|c| u32::try_from(c.as_u64().unwrap()).unwrap());
        let desks: Vec<(f64, u32)> = numbers(&row, "mu").into_iter().zip(servers).collect();
        let line = Tandem::new(number(&row, "lambda0"), &desks, &numbers(&row, "escalate")).unwrap();
        for (desk, node) in line.desks().iter().zip(row["nodes"].as_array().unwrap()) {
            assert_mmc(*desk, node);
        }
        near(line.number_mean().unwrap(), number(&row, "total_L"), &row);
        near(line.time_mean().unwrap(), number(&row, "mean_time"), &row);
    }
}

/// The distribution of a row of `escalation_limits`.
pub(crate) fn amounts(row: &Value) -> Distribution {
    let parameters = &row["params"];
    match row["dist"].as_str().unwrap() {
        "exponential" => Distribution::exponential(number(parameters, "mean")),
        "uniform" => Distribution::uniform(0.0, number(parameters, "max")),
        "lognormal" => {
            let (mu, sigma) = (number(parameters, "mu"), number(parameters, "sigma"));
            Distribution::lognormal((mu + 0.5 * sigma * sigma).exp(), (sigma * sigma).exp_m1().sqrt())
        }
        "pareto" => Distribution::pareto(number(parameters, "xm"), number(parameters, "alpha")),
        other => panic!("{other} is not known"),
    }
    .unwrap()
}

#[test]
fn the_levels_that_amounts_reach_agree() {
    for row in rows("escalation_limits") {
        let amount = amounts(&row);
        let levels = levels_of_amounts(&numbers(&row, "limits"), |limit| amount.survival(limit)).unwrap();
        all_near(levels.shares(), &numbers(&row, "p_level"), &row);
        near(levels.expected(), number(&row, "expected_level"), &row);
        near(levels.expected_escalations(), number(&row, "expected_escalations"), &row);
    }
}

#[test]
fn levels_that_pass_a_share_on_agree() {
    for row in rows("escalation_geometric") {
        let levels = levels_of_share(number(&row, "q"), count(&row, "levels")).unwrap();
        near(*levels.shares().last().unwrap(), number(&row, "p_top"), &row);
        near(levels.expected(), number(&row, "expected_levels"), &row);
        near(levels.variance(), number(&row, "variance"), &row);
    }
}

#[test]
fn approvers_who_err_agree() {
    for row in rows("sah_stiglitz") {
        let n = count(&row, "n") as usize;
        let accepts = |key: &str| {
            let each = vec![number(&row, key); n];
            match row["form"].as_str().unwrap() {
                "hierarchy" => hierarchy(&each),
                "polyarchy" => polyarchy(&each),
                _ => committee(count(&row, "k") as usize, &each),
            }
            .unwrap()
        };
        let screening = Screening::new(accepts("p_accept_good"), accepts("p_accept_bad")).unwrap();
        near(screening.omission(), number(&row, "omission_err"), &row);
        near(screening.commission(), number(&row, "commission_err"), &row);
        let value =
            screening.value(number(&row, "alpha_good"), number(&row, "z_good"), number(&row, "z_bad"));
        near(value.unwrap(), number(&row, "expected_value"), &row);
    }
}

#[test]
fn forms_within_forms_agree() {
    for row in rows("reliability_mixed") {
        assert_eq!(row["formula"], "1-(1-pA*pB)*(1-pC*pD*pE)");
        let p = numbers(&row, "p");
        let two = [hierarchy(&p[..2]).unwrap(), hierarchy(&p[2..]).unwrap()];
        near(polyarchy(&two).unwrap(), number(&row, "accept"), &row);
    }
}

#[test]
fn how_many_look_at_a_request_agrees() {
    for row in rows("sequential_evaluations") {
        let (p, n) = (number(&row, "p"), count(&row, "n"));
        near(hierarchy_evaluations(p, n).unwrap(), number(&row, "hierarchy_E_evals"), &row);
        near(polyarchy_evaluations(p, n).unwrap(), number(&row, "polyarchy_E_evals"), &row);
    }
}

#[test]
fn how_fast_reports_are_added_up_agrees() {
    for row in rows("radner") {
        let of = |key: &str| row[key].as_u64().unwrap();
        assert_eq!(reporting_delay(of("items"), of("processors")), Some(of("delay")), "{row}");
    }
}

fn matrix(row: &Value, key: &str) -> Vec<Vec<f64>> {
    let lines = row[key].as_array().unwrap().iter();
    lines.map(|line| line.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()).collect()
}

#[test]
fn grades_agree() {
    for row in rows("manpower") {
        let grades = Manpower::new(matrix(&row, "P")).unwrap();
        all_near(&grades.wastage(), &numbers(&row, "wastage"), &row);
        for (found, expected) in grades.fundamental().iter().zip(&matrix(&row, "fundamental")) {
            all_near(found, expected, &row);
        }
        all_near(&grades.expected_stay(), &numbers(&row, "expected_stay_from_grade"), &row);
        all_near(&grades.reach_top(), &numbers(&row, "prob_reach_top"), &row);
        let shares = numbers(&row, "r");
        if !row["recruits"].is_null() {
            let recruits: Vec<f64> = shares.iter().map(|share| share * number(&row, "recruits")).collect();
            let settled = grades.settled_with_recruits(&recruits).unwrap();
            all_near(&settled, &numbers(&row, "stationary_fixed_recruits"), &row);
            let mut people = numbers(&row, "n0");
            for expected in matrix(&row, "path").iter().skip(1) {
                people = grades.next_with_recruits(&people, &recruits).unwrap();
                all_near(&people, expected, &row);
            }
        }
        if !row["size"].is_null() {
            let settled = grades.settled_with_size(&shares, number(&row, "size")).unwrap();
            all_near(&settled, &numbers(&row, "stationary_fixed_size"), &row);
            near(grades.leavers(&settled).unwrap(), number(&row, "annual_hires_fixed_size"), &row);
            let mut people = numbers(&row, "n0");
            for expected in matrix(&row, "path_fixed_size").iter().skip(1) {
                people = grades.next_with_size(&people, &shares).unwrap();
                all_near(&people, expected, &row);
            }
        }
    }
}

#[test]
fn how_long_a_seat_is_held_agrees() {
    for row in rows("vacancy") {
        let found = availability(number(&row, "annual_attrition"), number(&row, "time_to_fill_days"));
        near(found.unwrap(), number(&row, "availability"), &row);
    }
}

#[test]
fn work_that_comes_back_agrees() {
    for row in rows("rework") {
        let rework = Rework::new(number(&row, "r")).unwrap();
        let work = number(&row, "work");
        near(rework.work(work).unwrap(), number(&row, "expected"), &row);
        near(rework.attempts_variance(), number(&row, "var_attempts"), &row);
        near(rework.work_capped(work, 3).unwrap(), number(&row, "capped3"), &row);
    }
}

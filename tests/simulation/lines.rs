//! Several desks: escalation under limits, and through a line of them.

use bagan::simulate::Distribution;
use bagan::simulate::assumptions::Route;

use bagan::simulate::Outcomes;
use serde_json::Value;

use crate::closed::{Joint, mmc_wait, moments};
use crate::numbers::{number, numbers};
use crate::shared::rows;
use crate::support::{
    UNITS, assert_mean, assumptions, exponential, line, no_time, of_channel, of_position, run, run_seeded,
    total,
};

/// The expected level, from 1 on, at which an amount is approved: one more than the sum of the chances to be above each limit.
fn expected_level(limits: &[f64], survival: impl Fn(f64) -> f64) -> f64 {
    1.0 + limits.iter().map(|limit| survival(*limit)).sum::<f64>()
}

#[test]
fn amounts_rise_to_the_first_whose_limit_covers_them() {
    let limits = [1_000.0, 5_000.0, 25_000.0];
    let exponential_amounts = (Distribution::exponential(2_000.0).unwrap(), |x: f64| (-x / 2_000.0).exp());
    let (amounts, survival) = exponential_amounts;
    let mut assumed = assumptions(0.1, exponential(0.001));
    assumed.requests.amount = Some(amounts);
    let outcomes = run(line(&[1_000, 5_000, 25_000, 0]), assumed, 20);
    assert_mean(&outcomes, "", "approval_level_mean", 1.0, expected_level(&limits, survival));
}

#[test]
fn a_line_that_each_request_goes_through_is_a_jackson_tandem() {
    // Of exponential amounts of mean 1,000, so many are above a limit: 30%, and of those 20%.
    let (mu, servers, escalate) = ([0.5, 1.0, 0.4], [6_u32, 1, 1], [0.3_f64, 0.2]);
    let first = -1_000.0 * escalate[0].ln();
    let second = first - 1_000.0 * escalate[1].ln();
    let org = line(&[first.round() as i64, second.round() as i64, 0]);
    let mut assumed = assumptions(2.0, exponential(1.0));
    assumed.route = Route::ThroughTheLine;
    assumed.requests.amount = Some(Distribution::exponential(1_000.0).unwrap());
    for (place, (mu, servers)) in mu.iter().zip(servers).enumerate() {
        let mut desk = assumed.desk.clone();
        desk.service = Some(exponential(1.0 / mu));
        desk.servers = Some(servers);
        assumed.desks.insert(format!("a{place}"), desk);
    }
    let outcomes = run(org, assumed, 20);
    let (mut lam, mut time) = (2.0, 0.0);
    for (place, (mu, servers)) in mu.iter().zip(servers).enumerate() {
        let at_desk = mmc_wait(lam, *mu, servers) + 1.0 / mu;
        assert_mean(&outcomes, &format!("a{place}"), "desk_mean", UNITS, at_desk);
        time += at_desk * lam / 2.0;
        lam *= escalate.get(place).copied().unwrap_or_default();
    }
    assert_mean(&outcomes, "", "wait_mean", UNITS, time);
}

/// Amounts under limits, each decided at once: the chance of each level against what was found.
fn escalate(limits: &[i64], amounts: Distribution, seed: u64) -> Outcomes {
    let mut assumed = assumptions(0.4, no_time());
    assumed.warm_up_days = 0;
    assumed.requests.amount = Some(amounts);
    let mut limits = limits.to_vec();
    limits.push(0);
    run_seeded(line(&limits), assumed, 1, seed)
}

const LEVELS: [&str; 5] = [
    "approved_at_level_1",
    "approved_at_level_2",
    "approved_at_level_3",
    "approved_at_level_4",
    "approved_above_level_4",
];

fn distribution(row: &Value) -> Distribution {
    let params = &row["params"];
    let made = match row["dist"].as_str().unwrap() {
        "exponential" => Distribution::exponential(number(params, "mean")),
        "uniform" => Distribution::uniform(0.0, number(params, "max")),
        "lognormal" => {
            let square = number(params, "sigma").powi(2);
            Distribution::lognormal((number(params, "mu") + square / 2.0).exp(), square.exp_m1().sqrt())
        }
        "pareto" => Distribution::pareto(number(params, "xm"), number(params, "alpha")),
        other => panic!("{other} is no distribution"),
    };
    made.unwrap()
}

#[test]
fn each_level_approves_the_share_of_amounts_that_falls_to_it() {
    let rows = rows("closed_forms.json", &["vectors", "escalation_limits"]);
    let mut joint = Joint::of(rows.len() * 6);
    for (row, seed) in rows.iter().zip(1..) {
        let limits: Vec<i64> = numbers(row, "limits").iter().map(|limit| *limit as i64).collect();
        let outcomes = escalate(&limits, distribution(row), seed);
        let (approved, p) = (total(&outcomes, "approved_after_approval"), numbers(row, "p_level"));
        for (name, p) in LEVELS.iter().zip(p.iter().copied().chain(std::iter::repeat(0.0))) {
            joint.binomial(total(&outcomes, name), approved, p, row);
            assert_eq!(total(&outcomes, name), of_channel(&outcomes, "seo", name));
        }
        let (mean, deviation) = moments((1..).map(f64::from).zip(p));
        assert!((mean - number(row, "expected_level")).abs() < 1e-9);
        joint.normal(total(&outcomes, "approval_level_mean"), mean, deviation / approved.sqrt(), row);
    }
    joint.finish("escalation_limits");
}

#[test]
fn what_escalates_as_often_at_each_level_rises_as_a_geometric_number_does() {
    let rows = rows("closed_forms.json", &["vectors", "escalation_geometric"]);
    let mut joint = Joint::of(rows.len() * 2);
    for (row, seed) in rows.iter().zip(100..) {
        let (q, levels) = (number(row, "q"), row["levels"].as_i64().unwrap());
        // Exponential amounts have no memory: limits as far apart as this are each passed by a share of q.
        let mean = 1e6;
        let limits: Vec<i64> =
            (1..levels).map(|level| (-mean * level as f64 * q.ln()).round() as i64).collect();
        let outcomes = escalate(&limits, Distribution::exponential(mean).unwrap(), seed);
        let approved = total(&outcomes, "approved_after_approval");
        let top = of_position(&outcomes, &format!("a{}", levels - 1), "handled");
        joint.binomial(top, approved, number(row, "p_top"), row);
        let error = (number(row, "variance") / approved).sqrt();
        let found = total(&outcomes, "approval_level_mean");
        joint.normal(found, number(row, "expected_levels"), error, row);
    }
    joint.finish("escalation_geometric");
}

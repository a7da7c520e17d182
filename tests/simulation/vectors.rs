//! The simulation against `../shared/vectors/closed_forms.json`, whose figures others computed.
//!
//! Each row is one check at three standard errors with a fixed seed; of so many, one in ten seeds would fail one.

use bagan::simulate::Distribution;
use bagan::simulate::assumptions::Route;
use serde_json::Value;

use crate::numbers::{number, numbers};
use crate::shared;
use crate::support::{UNIT, UNITS, assert_mean, assumptions, exponential, line, run, share};

fn rows(table: &str) -> Vec<Value> {
    shared::rows("closed_forms.json", &["vectors", table])
}

fn servers(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn desks_of_several_servers() {
    // A desk that is overloaded has no mean, and at one that is idle too few wait to tell.
    let told = |row: &Value| row["stable"] == true && 0.01 < number(row, "rho");
    for row in rows("mmc").iter().filter(|row| told(row)) {
        let mut assumed = assumptions(number(row, "lam"), exponential(1.0 / number(row, "mu")));
        assumed.desk.servers = Some(servers(&row["c"]));
        let outcomes = run(line(&[1]), assumed, 20);
        assert_mean(&outcomes, "a0", "load", 1.0, number(row, "rho"));
        assert_mean(&outcomes, "a0", "queue_mean", UNITS, number(row, "Wq"));
        assert_mean(&outcomes, "a0", "desk_mean", UNITS, number(row, "W"));
    }
}

#[test]
fn desks_with_bounded_room() {
    for row in rows("mm1k") {
        let mut assumed = assumptions(number(&row, "lam"), exponential(1.0 / number(&row, "mu")));
        assumed.desk.room = Some(servers(&row["K"]));
        let outcomes = run(line(&[1]), assumed, 20);
        let (found, error) = share(&outcomes, "refused_no_room", "requests");
        let blocked = number(&row, "p_block");
        assert!((found - blocked).abs() <= 3.0 * error, "{found} ± {error} is not {blocked} in {row}");
        assert_mean(&outcomes, "a0", "desk_mean", UNITS, number(&row, "W"));
    }
}

#[test]
fn desks_with_work_of_any_spread() {
    for row in rows("mg1_pk") {
        let (mean, scv) = (number(&row, "mean_service") * UNIT, number(&row, "scv"));
        let service = match scv {
            0.0 => Distribution::constant(mean),
            scv => Distribution::gamma(mean, scv.sqrt()),
        };
        let outcomes = run(line(&[1]), assumptions(number(&row, "lam"), service.unwrap()), 60);
        assert_mean(&outcomes, "a0", "queue_mean", UNITS, number(&row, "Wq"));
        assert_mean(&outcomes, "a0", "desk_mean", UNITS, number(&row, "W"));
    }
}

#[test]
fn lines_of_desks() {
    for row in rows("jackson_escalation") {
        // Of exponential amounts of mean 1,000, each limit lets the share pass that it should.
        let escalate = numbers(&row, "escalate");
        let mut limits: Vec<i64> = Vec::new();
        let mut passes = 1.0_f64;
        for share in &escalate {
            passes *= share;
            limits.push((-1_000.0 * passes.ln()).round() as i64);
        }
        limits.push(0);
        let lam = number(&row, "lambda0");
        let mut assumed = assumptions(lam, exponential(1.0));
        assumed.route = Route::ThroughTheLine;
        assumed.requests.amount = Some(Distribution::exponential(1_000.0).unwrap());
        let nodes = row["nodes"].as_array().unwrap();
        for (place, node) in nodes.iter().enumerate() {
            let mut desk = assumed.desk.clone();
            desk.service = Some(exponential(1.0 / number(node, "mu")));
            desk.servers = Some(servers(&node["c"]));
            assumed.desks.insert(format!("a{place}"), desk);
        }
        let outcomes = run(line(&limits), assumed, 20);
        for (place, node) in nodes.iter().enumerate() {
            assert_mean(&outcomes, &format!("a{place}"), "desk_mean", UNITS, number(node, "W"));
        }
        assert_mean(&outcomes, "", "wait_mean", UNITS, number(&row, "mean_time"));
    }
}

#[test]
fn work_that_comes_back() {
    for row in rows("rework") {
        // Work of one unit, or of as many as there are, so rare that none waits for another.
        let (r, work) = (number(&row, "r"), number(&row, "work"));
        let mut assumed = assumptions(0.1 / work, exponential(work));
        assumed.desk.rework = Some(r);
        let outcomes = run(line(&[1]), assumed, 100);
        let expected = number(&row, "expected");
        assert_mean(&outcomes, "a0", "load", 1.0, 0.1 * expected / work);
        // Exponential work a geometric number of times is exponential: the desk is an M/M/1 of that mean.
        let load = 0.1 * expected / work;
        assert_mean(&outcomes, "a0", "desk_mean", UNITS, expected / (1.0 - load));
    }
}

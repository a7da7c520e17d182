//! Several desks: escalation under limits, and through a line of them.

use bagan::simulate::Distribution;
use bagan::simulate::assumptions::Route;

use crate::closed::mmc_wait;
use crate::support::{UNITS, assert_mean, assumptions, exponential, line, run};

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

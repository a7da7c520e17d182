//! Seats that fall vacant and are filled again, and outcomes that fail.

use bagan::simulate::{Assumptions, Distribution};
use bagan::{Org, OrgBuilder, OutcomeKind, Quantity};

use crate::support::{assert_mean, exponential, line, run};

#[test]
fn a_seat_is_held_as_long_as_holding_and_filling_have_it() {
    let mut assumed = Assumptions::default();
    assumed.staff.leaving_per_year = Some(0.35);
    assumed.staff.days_to_fill = Some(Distribution::exponential(60.0).unwrap());
    assumed.requests.per_day = Some(0.0);
    let org = line(&[1, 1, 1, 1, 1, 1, 1, 1]);
    // In the first year everybody sits there at its beginning: the share vacant after t is v (1 - e^(-(l + f) t)).
    let (leave, fill) = (0.35 / 365.25, 1.0 / 60.0);
    let vacant = leave / (leave + fill);
    let rate: f64 = leave + fill;
    let days = 365.0;
    let expected = vacant * (days - (1.0 - (-rate * days).exp()) / rate);
    let outcomes = run(org, assumed, 4_000);
    assert_mean(&outcomes, "", "vacant_days", 1.0, 9.0 * expected);
    let holding = days - expected;
    assert_mean(&outcomes, "", "resignations", 1.0, 9.0 * holding * leave);
}

fn at_risk(probabilities: &[&str]) -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.position("dmm", "digital-marketing-manager").holder("rina");
    for (place, p) in probabilities.iter().enumerate() {
        org.outcome(&format!("o{place}"), OutcomeKind::Tactical, "dmm")
            .probability(p.parse::<Quantity>().unwrap())
            .loss(100);
    }
    org.build().unwrap()
}

fn frequency(values: &[f64], of: impl Fn(f64) -> bool) -> (f64, f64) {
    let n = values.len() as f64;
    let p = values.iter().filter(|value| of(**value)).count() as f64 / n;
    (p, (p * (1.0 - p) / n).sqrt())
}

#[test]
fn independent_failures_come_as_poisson_and_binomial_have_it() {
    let outcomes = run(at_risk(&["0.1", "0.2", "0.3"]), Assumptions::default(), 20_000);
    assert_mean(&outcomes, "", "failures", 1.0, 0.6);
    assert_mean(&outcomes, "dmm", "loss", 1.0, 6_000.0);
    let counted = outcomes.of_design().find(|figure| figure.name == "failures").unwrap();
    for (count, p) in [(0.0, 0.504), (1.0, 0.398), (2.0, 0.092), (3.0, 0.006)] {
        let (found, error) = frequency(counted.values, |value| value == count);
        assert!((found - p).abs() <= 3.0 * error, "{count}: {found} ± {error} is not {p}");
    }
}

#[test]
fn correlated_failures_come_as_one_factor_has_it() {
    let mut assumed = Assumptions::default();
    assumed.failures.correlation = 0.2;
    let outcomes = run(at_risk(&["0.1"; 5]), assumed, 20_000);
    let counted = outcomes.of_design().find(|figure| figure.name == "failures").unwrap();
    assert_mean(&outcomes, "", "failures", 1.0, 0.5);
    // Vasicek's distribution for p = 0.1, rho = 0.2, n = 5.
    let (any, error) = frequency(counted.values, |value| 0.0 < value);
    assert!((any - 0.363_803_710_179_6).abs() <= 3.0 * error, "{any} ± {error}");
    let (two, error) = frequency(counted.values, |value| value == 2.0);
    assert!((two - 0.080_602_210_089_417).abs() <= 3.0 * error, "{two} ± {error}");
}

#[test]
fn an_approver_who_is_away_lets_requests_wait_and_one_who_leaves_passes_them_on() {
    let mut assumed = crate::support::assumptions(0.05, exponential(0.1));
    assumed.staff.absences_per_year = Some(0.0);
    let mut away = bagan::simulate::assumptions::StaffAssumptions::default();
    away.absences_per_year = Some(20.0);
    away.absence_days = Some(Distribution::constant(1.0).unwrap());
    assumed.positions.insert("a0".to_owned(), away);
    let outcomes = run(line(&[1_000_000, 0]), assumed, 20);
    // Whoever is away when a request comes is passed over: it goes to the next above, and none is refused.
    let figure = |name: &str| {
        outcomes.of_design().find(|figure| figure.name == name).unwrap().estimate.mean().unwrap()
    };
    assert!(figure("refused").abs() < f64::EPSILON);
    assert!(1.02 < figure("approval_level_mean") && figure("approval_level_mean") < 1.1);
}

/// A specialist with a limit of 1,000 a day, who asks for that much several times a day, and two above who may approve it.
fn limited_days(service: f64) -> (Org, Assumptions) {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "");
    org.position("cmo", "cmo").holder("sari").approves_up_to(1_000_000);
    org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(1_000_000_000);
    org.position("asker", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    org.delegation("dmm", "asker", 1_000_000_000).day(1_000);
    let mut assumed = crate::support::assumptions(0.01, Distribution::constant(service).unwrap());
    assumed.desk.servers = Some(100);
    (org.build().unwrap(), assumed)
}

#[test]
fn what_needs_no_approval_any_more_when_its_approver_leaves_is_spent() {
    let (org, mut assumed) = limited_days(2_000.0);
    for id in ["dmm", "cmo"] {
        let mut leaves = bagan::simulate::assumptions::StaffAssumptions::default();
        leaves.leaving_per_year = Some(100.0);
        leaves.days_to_fill = Some(Distribution::constant(0.5).unwrap());
        assumed.positions.insert(id.to_owned(), leaves);
    }
    let outcomes = run(org, assumed, 12);
    // The limit of a new day leaves room, whoever sits there.
    assert!(0.0 < crate::support::total(&outcomes, "approved_off_the_line"));
}

#[test]
fn what_was_rejected_is_not_spent_without_an_approval_though_none_is_needed_any_more() {
    let (org, mut assumed) = limited_days(2_000.0);
    let mut rejects = assumed.desk.clone();
    rejects.accepts_good = Some(0.0);
    assumed.desks.insert("dmm".to_owned(), rejects);
    assumed.requests.appeals = Some(1);
    let outcomes = run(org, assumed, 12);
    let of = |name| crate::support::total(&outcomes, name);
    assert_eq!(of("approved_off_the_line") + of("approved_at_level_1"), 0.0);
    // Of those that come back on a day that has no room, the CMO approves each.
    assert!(0.0 < of("refused_rejected") && 0.0 < of("approved_at_level_2"));
}

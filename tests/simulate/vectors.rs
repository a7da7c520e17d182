//! Compares with `../shared/vectors/closed_forms.json`, which was computed by others (scipy, R).

use bagan::simulate::{Comparison, Confidence, Distribution, QuantileType, Quantiles};
use serde_json::Value;

use crate::numbers::{number, numbers};
use crate::shared;

const TOLERANCE: f64 = 1e-9;

/// Reads a table that is one object.
fn table(name: &str) -> Option<Value> {
    let table = shared::read("closed_forms.json")?["vectors"][name].take();
    assert!(!table.is_null(), "{name} is missing");
    Some(table)
}

fn rows(table: &str) -> Vec<Value> {
    shared::rows("closed_forms.json", &["vectors", table])
}

fn near(found: f64, expected: f64, row: &Value) {
    let allowed = TOLERANCE * expected.abs().max(1.0);
    assert!((found - expected).abs() <= allowed, "{found} is not {expected} in {row}");
}

#[test]
fn pert_agrees() {
    for row in rows("pert") {
        let pert = Distribution::pert(number(&row, "a"), number(&row, "m"), number(&row, "b")).unwrap();
        near(pert.mean().unwrap(), number(&row, "mean"), &row);
        near(pert.variance().unwrap(), number(&row, "var_beta"), &row);
    }
}

#[test]
fn quantiles_agree() {
    let Some(row) = table("quantiles") else { return };
    let values = Quantiles::new(numbers(&row, "x")).unwrap();
    for (key, by) in [
        ("type1", QuantileType::InverseShare),
        ("type6", QuantileType::Weibull),
        ("type7", QuantileType::Linear),
        ("type8", QuantileType::MedianUnbiased),
    ] {
        for (p, expected) in numbers(&row, "q").iter().zip(numbers(&row, key)) {
            near(values.quantile(*p, by).unwrap(), expected, &row);
        }
    }
}

#[test]
fn the_paired_comparison_agrees() {
    let Some(row) = table("mc_paired") else { return };
    let mut comparison = Comparison::new();
    for (first, second) in numbers(&row, "x1").into_iter().zip(numbers(&row, "x2")) {
        comparison.add(first, second).unwrap();
    }
    let interval = comparison.interval(Confidence::NINETY_FIVE).unwrap();
    for (found, key) in [
        (comparison.first().mean(), "mean1"),
        (comparison.first().standard_error(), "se1"),
        (comparison.difference().mean(), "mean_diff"),
        (comparison.difference().standard_error(), "se_paired"),
        (comparison.standard_error_independent(), "se_independent"),
        (comparison.correlation(), "corr"),
        (comparison.t(), "t_paired"),
        (comparison.p_value(), "p_paired"),
        (comparison.variance_reduction(), "var_reduction"),
    ] {
        near(found.unwrap(), number(&row, key), &row);
    }
    let expected = numbers(&row, "ci95_paired");
    near(interval.lower, expected[0], &row);
    near(interval.upper, expected[1], &row);
}

/// `wilson` itself is compared in `risk_vectors`; here, that a frequency says the same.
#[test]
fn the_interval_of_a_frequency_is_wilsons() {
    let frequency = bagan::simulate::Frequency::of(15, 148).unwrap();
    let interval = frequency.interval(Confidence::NINETY_FIVE).unwrap();
    assert!((interval.lower - 0.062_386_4).abs() < 1e-7 && (interval.upper - 0.160_487_2).abs() < 1e-7);
}

//! What is drawn has the moments and the tails that the distribution states.

use bagan::simulate::{Distribution, Estimate, Purpose, Streams};

const DRAWS: u32 = 100_000;

/// Forms, each with its fourth central moment over the square of its variance, from its closed form.
fn forms() -> Vec<(&'static str, Distribution, f64)> {
    let lognormal = |spread: f64| {
        // Of a lognormal variable, with w = exp sigma²: w⁴ + 2 w³ + 3 w² - 3.
        let w = 1.0 + spread * spread;
        w.powi(4) + 2.0 * w.powi(3) + 3.0 * w.powi(2) - 3.0
    };
    let gamma = |spread: f64| 3.0 + 6.0 * spread * spread;
    vec![
        ("exponential", Distribution::exponential(3.0).unwrap(), 9.0),
        ("uniform", Distribution::uniform(2.0, 7.0).unwrap(), 1.8),
        ("lognormal", Distribution::lognormal(5e6, 0.5).unwrap(), lognormal(0.5)),
        ("narrow lognormal", Distribution::lognormal(2.0, 0.01).unwrap(), lognormal(0.01)),
        ("gamma of a shape above 1", Distribution::gamma(45.0, 0.5).unwrap(), gamma(0.5)),
        ("gamma of shape 1", Distribution::gamma(45.0, 1.0).unwrap(), gamma(1.0)),
        ("gamma of a shape below 1", Distribution::gamma(4.0, 1.7).unwrap(), gamma(1.7)),
        ("narrow gamma", Distribution::gamma(4.0, 1e-5).unwrap(), gamma(1e-5)),
        // A beta distribution of 1.8 and 4.2, of 1 and 5, and of 5 and 1.
        ("pert", Distribution::pert(1.0, 2.0, 6.0).unwrap(), beta_kurtosis(1.8, 4.2)),
        ("pert at its least", Distribution::pert(2.0, 2.0, 8.0).unwrap(), beta_kurtosis(1.0, 5.0)),
        ("pert at its most", Distribution::pert(2.0, 8.0, 8.0).unwrap(), beta_kurtosis(5.0, 1.0)),
        ("pareto", Distribution::pareto(300.0, 9.0).unwrap(), pareto_kurtosis(9.0)),
        ("two values", Distribution::empirical([1.0, 5.0]).unwrap(), 1.0),
        // A coin of 1 in 4: (1 - 3 p (1 - p)) / (p (1 - p)).
        ("weights", Distribution::weighted([2.0, 9.0], [3.0, 1.0]).unwrap(), 7.0 / 3.0),
    ]
}

fn beta_kurtosis(a: f64, b: f64) -> f64 {
    let sum = a + b;
    let above = (a - b) * (a - b) * (sum + 1.0) - a * b * (sum + 2.0);
    3.0 + 6.0 * above / (a * b * (sum + 2.0) * (sum + 3.0))
}

fn pareto_kurtosis(a: f64) -> f64 {
    3.0 + 6.0 * (a.powi(3) + a.powi(2) - 6.0 * a - 2.0) / (a * (a - 3.0) * (a - 4.0))
}

fn draws(distribution: &Distribution, id: &str) -> Vec<f64> {
    let sampler = distribution.sampler();
    let mut stream = Streams::new(20_260).replication(0).stream(Purpose::Service, id);
    (0..DRAWS).map(|_| sampler.draw(&mut stream)).collect()
}

/// The standard error of a mean is the deviation over √n, that of a variance is the variance times √((kurtosis - 1) / n).
#[test]
fn draws_have_the_moments_of_the_distribution() {
    for (form, distribution, kurtosis) in forms() {
        let mut estimate = Estimate::new();
        for value in draws(&distribution, form) {
            estimate.add(value).unwrap();
        }
        let n = f64::from(DRAWS);
        let (mean, variance) = (distribution.mean().unwrap(), distribution.variance().unwrap());
        let off = (estimate.mean().unwrap() - mean) / (variance / n).sqrt();
        assert!(off.abs() < 4.0, "{form}: the mean is off by {off} standard errors");
        let error = variance * ((kurtosis - 1.0).max(1e-3) / n).sqrt();
        let off = (estimate.variance().unwrap() - variance) / error;
        assert!(off.abs() < 4.0, "{form}: the variance is off by {off} standard errors");
    }
}

/// At each of nine points, the share of draws at most there is within 4 standard errors of the probability.
#[test]
fn draws_have_the_tails_of_the_distribution() {
    let mut all: Vec<(&str, Distribution)> =
        forms().into_iter().map(|(form, distribution, _)| (form, distribution)).collect();
    all.push(("pareto without a mean", Distribution::pareto(1.0, 0.7).unwrap()));
    all.push(("wide lognormal", Distribution::lognormal(10.0, 20.0).unwrap()));
    all.push(("wide gamma", Distribution::gamma(10.0, 6.0).unwrap()));
    for (form, distribution) in all {
        let mut drawn = draws(&distribution, form);
        drawn.sort_by(f64::total_cmp);
        for tenth in 1..10 {
            let point = drawn[drawn.len() * tenth / 10];
            // Seen at a point that other draws chose, so that nothing is fitted.
            let others = draws(&distribution, &format!("{form} again"));
            let share = others.iter().filter(|value| **value <= point).count();
            let share = f64::from(u32::try_from(share).unwrap()) / f64::from(DRAWS);
            let p = distribution.cdf(point);
            let error = (p * (1.0 - p) / f64::from(DRAWS)).sqrt();
            assert!((share - p).abs() <= 4.0 * error, "{form} at {point}: {share} is not {p}");
        }
    }
}

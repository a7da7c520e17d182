//! Properties of any valid distribution.

use bagan::simulate::{Distribution, DistributionSpec, Purpose, Streams};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

/// An amount of any size.
fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..1e9,
        2 => (-300.0..308.0).prop_map(|power| 10.0_f64.powf(power)),
        1 => Just(0.0),
        1 => Just(f64::MAX),
        1 => Just(f64::MIN_POSITIVE),
    ]
}

fn spread() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..3.0, 2 => (-300.0..6.0).prop_map(|power| 10.0_f64.powf(power)), 1 => Just(0.0), 1 => Just(1.0)]
}

fn in_order() -> impl Strategy<Value = [f64; 3]> {
    [amount(), amount(), amount()].prop_map(|mut ends| {
        ends.sort_by(f64::total_cmp);
        ends
    })
}

fn specs() -> impl Strategy<Value = DistributionSpec> {
    prop_oneof![
        amount().prop_map(DistributionSpec::Constant),
        amount().prop_map(|mean| DistributionSpec::Exponential { mean }),
        in_order().prop_map(|[from, _, to]| DistributionSpec::Uniform { from, to }),
        (amount(), spread()).prop_map(|(mean, spread)| DistributionSpec::Lognormal { mean, spread }),
        (amount(), spread()).prop_map(|(mean, spread)| DistributionSpec::Gamma { mean, spread }),
        in_order().prop_map(|[least, likely, most]| DistributionSpec::Pert { least, likely, most }),
        (amount(), amount()).prop_map(|(least, tail)| DistributionSpec::Pareto {
            least: least.max(f64::MIN_POSITIVE),
            tail: tail.max(f64::MIN_POSITIVE)
        }),
        prop::collection::vec(amount(), 1..8)
            .prop_map(|values| DistributionSpec::Empirical { values, weights: None }),
        prop::collection::vec((amount(), amount()), 0..8).prop_map(|pairs| {
            let (mut values, mut weights): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            values.push(1.0);
            weights.push(1.0);
            DistributionSpec::Empirical { values, weights: Some(weights) }
        }),
    ]
}

/// The least and the most that may be drawn; the largest float stands for what has no end.
fn support(spec: &DistributionSpec) -> (f64, f64) {
    match spec {
        DistributionSpec::Constant(value) => (*value, *value),
        DistributionSpec::Uniform { from, to } => (*from, *to),
        DistributionSpec::Pert { least, most, .. } => (*least, *most),
        DistributionSpec::Pareto { least, .. } => (*least, f64::MAX),
        DistributionSpec::Empirical { values, .. } => {
            (values.iter().copied().fold(f64::MAX, f64::min), values.iter().copied().fold(0.0, f64::max))
        }
        _ => (0.0, f64::MAX),
    }
}

#[derive(Serialize, Deserialize)]
struct File {
    amount: Distribution,
}

proptest! {
    #[test]
    fn draws_are_finite_and_within_the_support(spec in specs(), seed: u64) {
        let distribution = Distribution::try_from(spec.clone()).unwrap();
        let (least, most) = support(&spec);
        let (sampler, mut stream) =
            (distribution.sampler(), Streams::new(seed).replication(0).stream(Purpose::Service, "x"));
        for _ in 0..100 {
            let drawn = sampler.draw(&mut stream);
            prop_assert!(least <= drawn && drawn <= most, "{drawn}");
            if let DistributionSpec::Empirical { values, .. } = &spec {
                prop_assert!(values.contains(&drawn));
            }
        }
    }

    #[test]
    fn tails_are_probabilities_that_add_up_and_fall(spec in specs(), one in amount(), two in amount()) {
        let distribution = Distribution::try_from(spec).unwrap();
        let (low, high) = (one.min(two), one.max(two));
        for x in [low, high] {
            let (cdf, survival) = (distribution.cdf(x), distribution.survival(x));
            prop_assert!((0.0..=1.0).contains(&cdf) && (0.0..=1.0).contains(&survival), "{cdf} {survival}");
            prop_assert!((cdf + survival - 1.0).abs() < 1e-12, "{cdf} {survival}");
        }
        prop_assert!(distribution.cdf(low) <= distribution.cdf(high) + 1e-12);
    }

    #[test]
    fn moments_are_finite_or_none_and_lie_in_the_support(spec in specs()) {
        let distribution = Distribution::try_from(spec.clone()).unwrap();
        let (least, most) = support(&spec);
        if let Some(mean) = distribution.mean() {
            prop_assert!(least * (1.0 - 1e-12) <= mean && mean <= most, "{mean}");
        }
        for figure in [distribution.variance(), distribution.coefficient_of_variation()].into_iter().flatten() {
            prop_assert!(0.0 <= figure && figure.is_finite(), "{figure}");
        }
    }

    /// In TOML: `serde_json` reads floats within a unit in the last place unless asked for more.
    #[test]
    fn a_file_loses_nothing(spec in specs()) {
        let file = File { amount: Distribution::try_from(spec).unwrap() };
        let written = toml::to_string(&file.amount).unwrap();
        let read: Distribution = toml::from_str(&written).unwrap();
        prop_assert_eq!(read, file.amount);
    }
}

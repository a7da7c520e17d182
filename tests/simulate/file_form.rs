//! Distributions in files.

use bagan::simulate::{Distribution, DistributionSpec};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct File {
    amount: Distribution,
}

fn read(amount: &str) -> Result<Distribution, toml::de::Error> {
    toml::from_str::<File>(&format!("amount = {amount}")).map(|file| file.amount)
}

#[test]
fn every_form_reads_naturally_in_toml_and_json() {
    for (toml, json, expected) in [
        ("{ constant = 3 }", r#"{"constant": 3}"#, Distribution::constant(3.0)),
        (
            "{ exponential = { mean = 2.5 } }",
            r#"{"exponential": {"mean": 2.5}}"#,
            Distribution::exponential(2.5),
        ),
        (
            "{ uniform = { from = 1, to = 5 } }",
            r#"{"uniform": {"from": 1, "to": 5}}"#,
            Distribution::uniform(1.0, 5.0),
        ),
        (
            "{ lognormal = { mean = 5_000_000, spread = 0.8 } }",
            r#"{"lognormal": {"mean": 5000000, "spread": 0.8}}"#,
            Distribution::lognormal(5e6, 0.8),
        ),
        (
            "{ gamma = { mean = 4, spread = 0.5 } }",
            r#"{"gamma": {"mean": 4, "spread": 0.5}}"#,
            Distribution::gamma(4.0, 0.5),
        ),
        (
            "{ pert = { least = 1, likely = 2, most = 6 } }",
            r#"{"pert": {"least": 1, "likely": 2, "most": 6}}"#,
            Distribution::pert(1.0, 2.0, 6.0),
        ),
        (
            "{ pareto = { least = 300, tail = 1.5 } }",
            r#"{"pareto": {"least": 300, "tail": 1.5}}"#,
            Distribution::pareto(300.0, 1.5),
        ),
        (
            "{ empirical = { values = [1, 2, 8] } }",
            r#"{"empirical": {"values": [1, 2, 8]}}"#,
            Distribution::empirical([1.0, 2.0, 8.0]),
        ),
        (
            "{ empirical = { values = [1, 2], weights = [5, 3] } }",
            r#"{"empirical": {"values": [1, 2], "weights": [5, 3]}}"#,
            Distribution::weighted([1.0, 2.0], [5.0, 3.0]),
        ),
    ] {
        let expected = expected.unwrap();
        assert_eq!(read(toml).unwrap(), expected);
        assert_eq!(serde_json::from_str::<Distribution>(json).unwrap(), expected);
        let written = serde_json::to_string(&expected).unwrap();
        assert_eq!(serde_json::from_str::<Distribution>(&written).unwrap(), expected);
        assert_eq!(Distribution::try_from(DistributionSpec::from(expected.clone())), Ok(expected));
    }
}

#[test]
fn what_is_not_known_or_missing_or_twice_is_an_error() {
    for (text, expected) in [
        ("{ lognormal = { mean = 1, sprad = 1 } }", "unexpected keys in table: sprad"),
        ("{ exponential = { mean = 1, spread = 1 } }", "unexpected keys in table: spread"),
        ("{ lognormal = { mean = 1 } }", "missing field `spread`"),
        ("{ normal = { mean = 1 } }", "unknown variant `normal`"),
        ("{ constant = 1, exponential = { mean = 1 } }", ""),
        ("{}", ""),
        ("{ exponential = { mean = nan } }", "`exponential.mean` must be 0 or more and finite, and is NaN"),
        ("{ pert = { least = 3, likely = 2, most = 6 } }", "`pert.least` must be at most `pert.likely`"),
        ("{ empirical = { values = [] } }", "`empirical.values` must not be empty"),
        ("{ empirical = { values = [1], weights = [0] } }", "`empirical.weights` must not all be 0"),
    ] {
        let error = read(text).unwrap_err().to_string();
        assert!(error.contains(expected), "{text}: {error}");
    }
}

//! Compares the risk figures with `../shared/vectors/closed_forms.json`, which was computed by others.
//!
//! Everything agrees to 1e-9; most of it to 1e-12, and so it is asked for.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests speak as tests do: by failing"
)]

#[path = "shared/numbers.rs"]
mod numbers;
#[path = "shared/vectors.rs"]
mod vectors;

use bagan::Money;
use bagan::risk::{
    Correlation, FaultPart, FaultTree, LossDistribution, OneFactor, any_of, clopper_pearson,
    failure_correlation, jeffreys, large_group_cdf, large_group_quantile, normal_quantile, poisson_binomial,
    wilson,
};
use numbers::{number, numbers};
use serde_json::Value;

fn rows(table: &str) -> Vec<Value> {
    vectors::rows("closed_forms.json", &["vectors", table])
}

fn near(found: f64, expected: f64, tolerance: f64, row: &Value) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected} in {row}");
}

#[test]
fn counts_of_independent_failures_agree() {
    for row in rows("poisson_binomial") {
        let p = numbers(&row, "p");
        let pmf = poisson_binomial(&p).unwrap();
        let expected = numbers(&row, "pmf");
        assert_eq!(pmf.len(), expected.len());
        for (found, expected) in pmf.iter().zip(&expected) {
            near(*found, *expected, 1e-12, &row);
        }
        near(any_of(&p).unwrap(), 1.0 - expected[0], 1e-12, &row);
        let moment = |power| pmf.iter().zip(0..).map(|(p, n)| p * f64::from(n).powi(power)).sum::<f64>();
        near(moment(1), number(&row, "mean"), 1e-12, &row);
        near(moment(2) - moment(1).powi(2), number(&row, "var"), 1e-12, &row);
    }
}

#[test]
fn whether_any_or_all_fail_agrees_also_of_tiny_probabilities() {
    for row in rows("any_failure") {
        let p = numbers(&row, "p");
        let (any, all) = (number(&row, "any"), number(&row, "all"));
        near(any_of(&p).unwrap(), any, 1e-12 * any, &row);
        let independent = OneFactor::new(&p, Correlation::INDEPENDENT).unwrap();
        near(independent.any().unwrap(), any, 1e-12 * any, &row);
        near(independent.all().unwrap(), all, 1e-12 * all, &row);
        let mut tree = FaultTree::new();
        let events: Vec<FaultPart> = p.iter().map(|&p| tree.event(p).unwrap()).collect();
        let (some, each) = (tree.any(&events).unwrap(), tree.all(&events).unwrap());
        near(tree.probability(some).unwrap(), any, 1e-12 * any, &row);
        near(tree.probability(each).unwrap(), all, 1e-12 * all, &row);
    }
}

#[test]
fn failures_under_one_factor_agree() {
    for row in rows("vasicek") {
        let (p, rho) = (number(&row, "p"), Correlation::new(number(&row, "rho")).unwrap());
        let group = vec![p; usize::try_from(row["n"].as_u64().unwrap()).unwrap()];
        let model = OneFactor::new(&group, rho).unwrap();
        let pmf = model.pmf().unwrap();
        let expected = numbers(&row, "pmf");
        assert_eq!(pmf.len(), expected.len());
        for (found, expected) in pmf.iter().zip(&expected) {
            near(*found, *expected, 1e-12, &row);
        }
        near(model.any().unwrap(), number(&row, "any"), 1e-12, &row);
        let mean: f64 = pmf.iter().zip(0..).map(|(p, n)| p * f64::from(n)).sum();
        near(mean, number(&row, "mean"), 1e-12, &row);
        let both = OneFactor::new(&[p, p], rho).unwrap().all().unwrap();
        near(both, number(&row, "joint_default"), 1e-12, &row);
        near(failure_correlation(p, rho).unwrap(), number(&row, "default_corr"), 1e-11, &row);
        near(large_group_cdf(p, rho, 0.1).unwrap(), number(&row, "lhp_cdf_at_0_1"), 1e-12, &row);
        near(large_group_quantile(p, rho, 0.99).unwrap(), number(&row, "lhp_q99"), 1e-12, &row);
        near(large_group_quantile(p, rho, 0.999).unwrap(), number(&row, "lhp_q999"), 1e-12, &row);
    }
}

/// Reads `(A&B)|C` into a tree: `&` binds more than `|`, and one letter is one event wherever it stands.
fn parse(
    tree: &mut FaultTree,
    events: &[(char, FaultPart)],
    text: &mut std::iter::Peekable<std::str::Chars<'_>>,
) -> FaultPart {
    let mut any = Vec::new();
    loop {
        let mut all = Vec::new();
        loop {
            all.push(match text.next() {
                Some('(') => {
                    let inner = parse(tree, events, text);
                    assert_eq!(text.next(), Some(')'));
                    inner
                }
                name => events.iter().find(|(event, _)| Some(*event) == name).unwrap().1,
            });
            if text.next_if_eq(&'&').is_none() {
                break;
            }
        }
        any.push(tree.all(&all).unwrap());
        if text.next_if_eq(&'|').is_none() {
            return tree.any(&any).unwrap();
        }
    }
}

#[test]
fn fault_trees_agree_with_their_enumeration() {
    for row in rows("fault_tree") {
        let mut tree = FaultTree::new();
        let mut events = Vec::new();
        for (name, p) in row["p"].as_object().unwrap() {
            events.push((name.chars().next().unwrap(), tree.event(p.as_f64().unwrap()).unwrap()));
        }
        let text = row["expr"].as_str().unwrap().split(" [").next().unwrap().replace(' ', "");
        let top = parse(&mut tree, &events, &mut text.chars().peekable());
        let found = tree.probability(top).unwrap();
        near(found, number(&row, "top"), 1e-12, &row);
        near(found, number(&row, "top_enumerated"), 1e-12, &row);
        bounds_of_cuts(&row);
    }
}

/// Compares the bounds by minimal cuts, where a row has them: its expression is then a list of cuts.
fn bounds_of_cuts(row: &Value) {
    if row.get("min_cut_upper").is_none() {
        return;
    }
    let text = row["expr"].as_str().unwrap().split(" [").next().unwrap().replace(['(', ')', ' '], "");
    let cut = |cut: &str| cut.split('&').map(|event| number(&row["p"], event)).product::<f64>();
    let cuts: Vec<f64> = text.split('|').map(cut).collect();
    near(any_of(&cuts).unwrap(), number(row, "min_cut_upper"), 1e-12, row);
    near(cuts.iter().sum(), number(row, "rare_event_sum"), 1e-12, row);
}

/// Sah and Stiglitz: what a chain, anybody or k of n accept is what a fault tree or a count says of "accepts".
#[test]
fn screening_structures_agree() {
    for row in rows("sah_stiglitz") {
        let whole = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
        let n = whole("n");
        let k = match row["form"].as_str().unwrap() {
            "hierarchy" => n,
            "polyarchy" => 1,
            _ => whole("k"),
        };
        for (accepts, accepted) in [("p_accept_good", "accept_good"), ("p_accept_bad", "accept_bad")] {
            let p = vec![number(&row, accepts); n];
            let counted: f64 = poisson_binomial(&p).unwrap().iter().skip(k).sum();
            near(counted, number(&row, accepted), 1e-12, &row);
            let mut tree = FaultTree::new();
            let screens: Vec<FaultPart> = p.iter().map(|&p| tree.event(p).unwrap()).collect();
            let top = tree.at_least(k, &screens).unwrap();
            near(tree.probability(top).unwrap(), number(&row, accepted), 1e-12, &row);
        }
    }
}

#[test]
fn mixed_structures_agree() {
    for row in rows("reliability_mixed") {
        assert_eq!(row["formula"], "1-(1-pA*pB)*(1-pC*pD*pE)");
        let mut tree = FaultTree::new();
        let parts: Vec<FaultPart> = numbers(&row, "p").iter().map(|&p| tree.event(p).unwrap()).collect();
        let (short, long) = (tree.all(&parts[..2]).unwrap(), tree.all(&parts[2..]).unwrap());
        let top = tree.any(&[short, long]).unwrap();
        near(tree.probability(top).unwrap(), number(&row, "accept"), 1e-12, &row);
    }
}

#[test]
fn tails_of_losses_agree() {
    for row in rows("var_cvar") {
        // Losses in hundredths, so that a vector may have cents.
        let hundredths = |value: f64| Money::from_minor(format!("{:.0}", value * 100.0).parse().unwrap());
        let losses = numbers(&row, "loss").into_iter().map(hundredths);
        let loss = LossDistribution::new(losses.zip(numbers(&row, "prob"))).unwrap();
        let level = number(&row, "alpha");
        assert_eq!(loss.value_at_risk(level).unwrap(), hundredths(number(&row, "var")), "{row}");
        near(loss.conditional_value_at_risk(level).unwrap() / 100.0, number(&row, "cvar"), 1e-9, &row);
        // Two other means of a tail, which are not it: of the losses from the value at risk on, and of those above.
        let at = loss.value_at_risk(level).unwrap();
        for (key, least) in [("tail_mean_ge_var", at.minor()), ("tail_mean_gt_var", at.minor() + 1)] {
            let tail = loss.iter().filter(|(loss, _)| least <= loss.minor());
            let hundredths = |loss: Money| loss.minor().to_string().parse::<f64>().unwrap();
            let (sum, p) =
                tail.fold((0.0, 0.0), |(sum, all), (loss, p)| (sum + hundredths(loss) * p, all + p));
            match row[key].as_f64() {
                Some(expected) => near(sum / p / 100.0, expected, 1e-9, &row),
                None => assert!(p <= 0.0, "{key} of {row}"),
            }
        }
    }
}

#[test]
fn intervals_of_proportions_agree() {
    for row in rows("binomial_ci") {
        let whole = |key: &str| u32::try_from(row[key].as_u64().unwrap()).unwrap();
        let (failures, trials, confidence) = (whole("k"), whole("n"), number(&row, "conf"));
        for (interval, key) in [
            (wilson(failures, trials, confidence).unwrap(), "wilson"),
            (clopper_pearson(failures, trials, confidence).unwrap(), "clopper_pearson"),
            (jeffreys(failures, trials, confidence).unwrap(), "jeffreys"),
        ] {
            let expected = numbers(&row, key);
            near(interval.lower, expected[0], 1e-11, &row);
            near(interval.upper, expected[1], 1e-11, &row);
        }
        // The interval of Wald is one line; it is not offered, for it covers less than it says.
        let p = f64::from(failures) / f64::from(trials);
        let n = f64::from(trials);
        let half = normal_quantile(0.5 + confidence / 2.0).unwrap() * (p * (1.0 - p) / n).sqrt();
        near((p - half).max(0.0), numbers(&row, "wald")[0], 1e-11, &row);
        near((p + half).min(1.0), numbers(&row, "wald")[1], 1e-11, &row);
    }
}

//! Prints what can fail in the marketing department of a made-up travel agency, how likely, and who bears the loss.
//!
//! Run `cargo run --example risk_of_a_design`, or give the path of an org file of your own, a correlation and a level:
//! `cargo run --example risk_of_a_design -- org.toml 0.2 0.95`.

#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "an example prints what it shows, in per cent"
)]

use std::error::Error;

use bagan::risk::{Assumptions, Both, burden, burdens, outcome_risk};
use bagan::{Org, Outcome, OutcomeKind};

fn main() -> Result<(), Box<dyn Error>> {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/jelajah.toml");
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap_or_else(|| example.to_owned());
    // No org states how failures hang together, and hardly anybody knows: try several, and see what it changes.
    let rho = args.next().map_or(Ok(0.2), |rho| rho.parse())?;
    let level = args.next().map_or(Ok(0.95), |level| level.parse())?;
    let assumed = Assumptions::new(rho, level)?;
    let org = Org::from_toml(&std::fs::read_to_string(path)?)?;

    println!("{}: what can fail in a fiscal year, if the figures of the file are right", org.name());
    println!("second figures assume that one common factor drives failures, with a correlation of {rho}");
    strategic(&org, assumed)?;
    who_bears_what(&org, assumed)?;
    without_sharing(&org, assumed)
}

/// How likely each strategic outcome fails, through all that it rests on.
fn strategic(org: &Org, assumed: Assumptions) -> Result<(), Box<dyn Error>> {
    println!("\nstrategic outcomes, each with every cause once");
    println!("{:>18}  {:>11}  {:>10}  causes", "outcome", "independent", "correlated");
    for outcome in org.outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Strategic) {
        let risk = outcome_risk(outcome, assumed)?;
        match risk.fails {
            Some(Both { independent, correlated, .. }) => {
                let (independent, correlated) = (percent(independent), percent(correlated));
                let causes = ids(&risk.causes);
                println!("{:>18}  {independent:>11}  {correlated:>10}  {causes}", outcome.id());
            }
            None => {
                println!(
                    "{:>18}  {:>11}  {:>10}  not stated: {}",
                    outcome.id(),
                    "?",
                    "?",
                    ids(&risk.unstated)
                );
            }
        }
    }
    Ok(())
}

/// What each position bears that is accountable for something.
fn who_bears_what(org: &Org, assumed: Assumptions) -> Result<(), Box<dyn Error>> {
    let share = percent(1.0 - assumed.level());
    println!(
        "\nwho bears what: the chance that something fails, the expected loss, and the mean of the worst {share}"
    );
    for (position, borne) in burdens(org, assumed)? {
        println!("{} ({}): {}", position.id(), position.holder().unwrap_or("vacant"), ids(&borne.outcomes));
        if let Some(any) = borne.any_fails {
            println!("{:>20}  {} or {}", "any fails", percent(any.independent), percent(any.correlated));
        }
        if let Some(Both { independent, correlated, .. }) = borne.loss {
            let lines = [
                ("expected", independent.expected, correlated.expected),
                ("value at risk", independent.value_at_risk, correlated.value_at_risk),
                ("worst years", independent.conditional_value_at_risk, correlated.conditional_value_at_risk),
            ];
            for (what, one, other) in lines {
                println!("{what:>20}  {} or {}", org.display(one), org.display(other));
            }
        }
        for (what, unstated) in
            [("no probability", &borne.without_probability), ("no loss", &borne.without_loss)]
        {
            if !unstated.is_empty() {
                println!("{what:>20}  {}", ids(unstated));
            }
        }
    }
    Ok(())
}

/// What a shared cause is worth: the manager's tail, with the tracking and as if the rest never shared it.
fn without_sharing(org: &Org, assumed: Assumptions) -> Result<(), Box<dyn Error>> {
    let Some(shared) = org.outcome("tracking") else { return Ok(()) };
    let rests_on_it = |outcome: &Outcome<'_>| outcome.rests_on().any(|other| other == shared);
    let on_it: Vec<_> = org.outcomes().filter(rests_on_it).collect();
    let together = burden(on_it.iter().copied(), assumed)?;
    println!("\n`{}` carries {}", shared.id(), ids(&on_it));
    let mut none_fails = 1.0;
    for &outcome in &on_it {
        let fails = outcome_risk(outcome, assumed)?.fails.ok_or("the file states all of these")?;
        none_fails *= 1.0 - fails.independent;
    }
    let any = together.any_fails.ok_or("the file states all of these")?.independent;
    println!(
        "at least one of them fails with {}; multiplying their chances, as if nothing were shared, would say {}",
        percent(any),
        percent(1.0 - none_fails)
    );
    assert!(any < 1.0 - none_fails, "what is shared fails once");
    Ok(())
}

fn ids(outcomes: &[Outcome<'_>]) -> String {
    outcomes.iter().map(|outcome| outcome.id()).collect::<Vec<_>>().join(", ")
}

fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

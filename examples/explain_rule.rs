//! Prints what a rule finds and why, for the rule that is named, and the list of all rules.
//!
//! Run `cargo run --example explain_rule`, or give the code or name of another rule.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::{RuleList, explain, rules};

fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1).unwrap_or_else(|| "over-delegation".to_owned());
    let rule = rules::find(&name).ok_or_else(|| format!("there is no rule `{name}`"))?;
    println!("{}", explain(rule.info()));
    println!("{}", RuleList::new(rules::ALL.iter().map(|rule| rule.info())));
    Ok(())
}

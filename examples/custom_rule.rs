//! Runs a rule of the house's own beside the built-in ones.
//!
//! Run `cargo run --example custom_rule`.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::{Check, Context, Finding, Level, OrgBuilder, Rule, RuleInfo, Value, parse_date};

/// Nobody but the DMM may hold more than so many delegations: beyond that, nobody keeps track.
struct TooManyPurses {
    at_most: usize,
}

impl Rule for TooManyPurses {
    fn info(&self) -> &'static RuleInfo {
        static INFO: RuleInfo = RuleInfo::new(
            "ACME001",
            "too-many-purses",
            "Finds positions that hold more delegations than one person keeps track of (house policy).",
        )
        .at(Level::Warn);
        &INFO
    }

    fn check(&self, cx: &mut Context<'_, '_>) {
        for position in cx.org().positions() {
            let in_force = position.received().filter(|delegation| delegation.is_in_force(cx.as_of()));
            let purses = in_force.count();
            if purses <= self.at_most {
                continue;
            }
            cx.report(
                Finding::at(position)
                    .fact("purses", Value::count(purses, "delegation", "delegations"))
                    .says("{at} holds {purses}")
                    .help("join them into one for all channels of {at}"),
            );
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut org = OrgBuilder::new("Warung Digital", "IDR");
    org.channel("seo", "").channel("email", "");
    org.position("cmo", "cmo").holder("sari");
    org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").budget(1_000);
    org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo", "email"]);
    org.delegation("dmm", "seo", 500).channel("seo").week(20);
    org.delegation("dmm", "seo", 400).channel("email").week(20);
    let org = org.build()?;

    let rule = TooManyPurses { at_most: 1 };
    let report = Check::standard(parse_date("2026-07-01")?)
        .rule(&rule)
        .level("endless-delegation", Level::Allow)
        .level("span-too-narrow", Level::Allow)
        .run(&org);
    println!("{report}");
    assert_eq!(report.by_rule("too-many-purses").count(), 1);
    Ok(())
}

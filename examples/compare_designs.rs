//! Central or delegated limits: what more approvals cost in waiting, and what they save of money that is not well spent.
//!
//! Run `cargo run --release --features simulate --example compare_designs`. Every amount and rate is made up.

#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "an example prints the statistics that it shows"
)]

use std::error::Error;
use std::sync::Arc;

use bagan::simulate::{Assumptions, Confidence, Simulation};
use bagan::{BuildErrors, Org, OrgBuilder, parse_date};

fn main() -> Result<(), Box<dyn Error>> {
    let designs = [("central", team(Limits::Central)?), ("delegated", team(Limits::Delegated)?)];
    let assumed = Assumptions::from_toml(
        r"
        [requests]
        per-day = 4                                     # from both specialists of a channel together
        amount = { lognormal = { mean = 6_000_000, spread = 1 } }
        bad-share = 0.1                                 # not worth their money

        [desk]
        service = { gamma = { mean = 8, spread = 1 } }  # minutes
        other-work = 0.75                               # what managers do most of the day
        accepts-good = 0.95                             # whoever approves errs
        accepts-bad = 0.3

        [staff]
        absences-per-year = 4
        absence-days = { gamma = { mean = 4, spread = 0.7 } }
        leaving-per-year = 0.15
        ",
    )?;
    let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    let outcomes = Simulation::new(assumed, from, until).replications(100).seed(2026).compare(designs)?;
    println!("{outcomes}");

    let interval = |figure: &str| {
        let difference = outcomes.compare("delegated", "central", figure).ok_or("no such figure")?;
        difference.interval(Confidence::NINETY_FIVE).ok_or("two years at least")
    };
    let (wait, bad) = (interval("wait_p95")?, interval("bad_spend")?);
    println!(
        "with delegated limits the longest twentieth of waits begins {:.0} to {:.0} hours sooner,\n\
         and IDR {:.0} to {:.0} million more a year go to what is not worth it",
        wait.upper.abs(),
        wait.lower.abs(),
        // Minor units: two digits, and six of a million.
        bad.lower / 1e8,
        bad.upper / 1e8,
    );
    Ok(())
}

/// Where the limit lies above which a specialist has to ask.
#[derive(Clone, Copy)]
enum Limits {
    /// Low, and one director approves everything above it.
    Central,
    /// Where most amounts are below it, and each DMM approves the rest.
    Delegated,
}

/// A director, two DMMs, and four specialists on four channels.
fn team(limits: Limits) -> Result<Arc<Org>, BuildErrors> {
    let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    org.position("director", "director-of-marketing")
        .holder("sari")
        .budget(26_000_000_000)
        .approves_up_to(26_000_000_000);
    for (dmm, channels) in [("paid", ["search", "social"]), ("owned", ["email", "content"])] {
        let seat = org
            .position(dmm, "digital-marketing-manager")
            .holder(&format!("head-of-{dmm}"))
            .reports_to("director");
        if let Limits::Central = limits {
            seat.approves_up_to(1);
        }
        org.delegation("director", dmm, 12_500_000_000).sub_delegation(bagan::Permission::Allowed);
        for channel in channels {
            org.channel(channel, "");
            for seat in 1..=2 {
                let id = format!("{channel}-{seat}");
                org.position(&id, "specialist")
                    .holder(&format!("person-{id}"))
                    .reports_to(dmm)
                    .channels([channel]);
                let limit = match limits {
                    Limits::Central => 3_000_000,
                    Limits::Delegated => 15_000_000,
                };
                org.delegation(dmm, &id, 3_000_000_000).channel(channel).transaction(limit);
            }
        }
    }
    org.build().map(Arc::new)
}

//! What a resignation in paid social costs, and who answers for the channel meanwhile: nobody ready, a stand-in, or a second
//! specialist.
//!
//! Run `cargo run --release --features simulate --example a_resignation`. Every amount and rate is made up.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;
use std::sync::Arc;

use bagan::simulate::{Assumptions, Outcomes, Simulation};
use bagan::{BuildErrors, Date, Interval, Org, OrgBuilder, OutcomeKind, parse_date};

fn main() -> Result<(), Box<dyn Error>> {
    let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    let handed_over = Interval::new(Some(from), Some(parse_date("2026-04-01")?))?;
    let designs = [
        ("stays", team(Holder::Budi, &Cover::None)?),
        ("leaves", team(Holder::Nobody, &Cover::None)?),
        ("leaves, a stand-in", team(Holder::Nobody, &Cover::StandIn(handed_over))?),
        ("leaves, two share", team(Holder::Nobody, &Cover::Second)?),
    ];
    let assumed = Assumptions::from_toml(
        r#"
        [channels.paid-social]
        per-day = 1.2                                              # of all specialists of the channel together
        amount = { lognormal = { mean = 14_000_000, spread = 0.8 } }

        [desk]
        service = { gamma = { mean = 20, spread = 1 } }            # minutes

        [staff]
        vacant-seats = "fill"                                      # somebody is looked for from the first day on
        days-to-fill = { gamma = { mean = 60, spread = 0.5 } }
        "#,
    )?;
    let outcomes = Simulation::new(assumed, from, until).replications(200).seed(2026).compare(designs)?;

    println!("paid social in 2026 if Budi");
    let headings = ["uncovered", "missed", "refused", "wait p95", "left unspent", "pay"];
    println!("{:20}{}", "", headings.map(|heading| format!("{heading:>15}")).concat());
    for (name, outcomes) in outcomes.iter() {
        println!("{name:20}{}", row(outcomes)?);
    }
    println!(
        "\nmeans of 200 years; uncovered: nobody could ask; missed: nobody asked; refused: the money had run out"
    );

    println!("\nwho answers for the channel on the first day");
    for (name, outcomes) in outcomes.iter() {
        println!("{name:20}{}", who_answers(outcomes.org(), from).ok_or("nobody is named")?);
    }
    Ok(())
}

/// Who sits in the seat for paid social when the year begins.
#[derive(Clone, Copy)]
enum Holder {
    Budi,
    Nobody,
}

/// What the team has for a day on which that seat is empty.
enum Cover {
    None,
    /// The search specialist stands in for so long.
    StandIn(Interval),
    /// Another specialist has half of the money.
    Second,
}

/// A DMM and two specialists, or three.
fn team(holder: Holder, cover: &Cover) -> Result<Arc<Org>, BuildErrors> {
    let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    org.channel("paid-social", "Paid social");
    org.channel("search", "Paid search");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(6_000_000_000).pay(396_000_000);
    let social =
        org.position("social", "specialist").reports_to("dmm").channels(["paid-social"]).pay(165_000_000);
    if let Holder::Budi = holder {
        social.holder("budi");
    }
    org.position("search", "specialist")
        .holder("putri")
        .reports_to("dmm")
        .channels(["search"])
        .pay(150_000_000);
    let shares = match cover {
        Cover::Second => {
            org.position("social-2", "specialist")
                .holder("dewi")
                .reports_to("dmm")
                .channels(["paid-social"])
                .pay(120_000_000);
            org.delegation("dmm", "social-2", 2_200_000_000).channel("paid-social").transaction(25_000_000);
            2
        }
        Cover::StandIn(valid) => {
            org.stand_in("social", "search", *valid).reason("until the seat is filled");
            1
        }
        Cover::None => 1,
    };
    org.delegation("dmm", "social", 4_400_000_000 / shares).channel("paid-social").transaction(25_000_000);
    org.delegation("dmm", "search", 1_600_000_000).channel("search").transaction(25_000_000);
    org.outcome("social-return", OutcomeKind::Tactical, "social")
        .channel("paid-social")
        .responsible(["social"]);
    org.outcome("acquisition", OutcomeKind::Strategic, "dmm").rests_on(["social-return"]);
    org.build().map(Arc::new)
}

/// The figures of a design, as a line.
fn row(outcomes: &Outcomes) -> Result<String, Box<dyn Error>> {
    let mean =
        |name: &str| outcomes.figure(name).and_then(|figure| figure.estimate.mean()).ok_or("no such figure");
    let of_channel = |name: &str| {
        let mut figures = outcomes.of_channel("paid-social")?;
        figures.find(|figure| figure.name == name)?.estimate.mean()
    };
    let of_channel = |name| of_channel(name).ok_or("no such figure of the channel");
    Ok([
        format!("{:.0} days", of_channel("uncovered_days")?),
        format!("{:.0} requests", of_channel("uncovered_requests")?),
        format!("{:.0} requests", of_channel("refused")?),
        format!("{:.1} h", mean("wait_p95")?),
        millions(mean("idle_budget")?),
        millions(mean("pay_cost")?),
    ]
    .map(|cell| format!("{cell:>15}"))
    .concat())
}

/// Writes minor units, of which a rupiah has 100, as whole millions.
#[expect(clippy::float_arithmetic, reason = "a mean, and no balance")]
fn millions(minor: f64) -> String {
    format!("IDR {:.0} m", minor / 1e8)
}

/// Says who is accountable for the channel's result, who acts in that seat on a day, and who answers for what rests on it.
fn who_answers(org: &Org, day: Date) -> Option<String> {
    let result = org.outcome("social-return")?;
    let seat = result.accountable();
    let who = match (seat.holder(), seat.occupant_on(day)) {
        (_, None) => "nobody sits there".to_owned(),
        (Some(holder), Some(person)) if holder == person => format!("{person} holds it"),
        (_, Some(person)) => format!("{person} stands in"),
    };
    let above = org.outcomes().find(|outcome| outcome.rests_on().any(|other| other == result))?;
    let (next, person) = (above.accountable().id(), above.accountable().occupant_on(day)?);
    Some(format!(
        "`{}`: {who}; `{}` rests on it, for which `{next}` answers: {person}",
        seat.id(),
        above.id()
    ))
}

//! A year of a team of your own: how long approvals wait, what is refused and why, whose desk is fullest, who is missing.
//!
//! Run `cargo run --release --example simulate_a_year`, or give the path of a picture to write:
//! `cargo run --release --example simulate_a_year -- year.svg`. Every amount and rate is made up: state yours.

#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "an example prints what it shows, in per cent"
)]

use std::error::Error;
use std::sync::Arc;

use bagan::simulate::{
    Assumptions, GapReason, Outcomes, QuantileType, Quantiles, Simulation, Timeline, plot,
};
use bagan::{BuildErrors, Org, OrgBuilder, Permission, parse_date};

fn main() -> Result<(), Box<dyn Error>> {
    let assumed = Assumptions::from_toml(
        r"
        [requests]
        per-day = 5                                       # on each channel, from all who are assigned it
        amount = { lognormal = { mean = 2_500_000, spread = 0.9 } }
        months = [0.8, 0.8, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.6, 1.4]

        [desk]
        service = { gamma = { mean = 15, spread = 1 } }   # minutes
        other-work = 0.75                                 # what managers do most of the day

        [desks.director]
        other-work = 0.95                                 # hardly ever at this desk

        [staff]
        absences-per-year = 4
        absence-days = { gamma = { mean = 4, spread = 0.7 } }
        leaving-per-year = 0.2
        days-to-fill = { exponential = { mean = 50 } }
        ",
    )?;
    let team = Arc::new(team()?);
    let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    let simulation = Simulation::new(assumed, from, until).replications(50).seed(2026);
    let designs = [("our team", Arc::clone(&team))];
    let outcomes = simulation.compare(designs.clone())?;
    let years = simulation.years(designs, 0)?;

    figures(outcomes.of("our team").ok_or("it was simulated")?)?;
    for (_, year) in &years {
        month_by_month(year);
        missing(year);
    }
    if let Some(path) = std::env::args().nth(1) {
        std::fs::write(&path, plot::page(&outcomes, &years))?;
        println!("\ndrawn in {path}");
    }
    Ok(())
}

/// What a manager asks for, over all replications.
fn figures(outcomes: &Outcomes) -> Result<(), Box<dyn Error>> {
    let mean = |name: &str| outcomes.figure(name).and_then(|figure| figure.estimate.mean()).unwrap_or(0.0);
    println!("a year of {} people, {} times", outcomes.org().position_count(), outcomes.replications());
    println!("  requests                        {:>7.0}", mean("requests"));
    println!("  approved at once                {:>7.0}", mean("approved_at_once"));
    println!("  approved after an approval      {:>7.0}", mean("approved_after_approval"));
    println!("  half of these wait at most      {:>7.1} hours", mean("wait_median"));
    println!("  95% of these wait at most       {:>7.1} hours", mean("wait_p95"));
    let p95 = outcomes.figure("wait_p95").ok_or("no such figure")?;
    let years: Vec<f64> = p95.values.iter().copied().filter(|value| value.is_finite()).collect();
    if let Ok(years) = Quantiles::new(years) {
        let bad = years.quantile(0.9, QuantileType::Linear)?;
        println!("    and in one year of ten more than {bad:>4.1} hours");
    }
    println!("  refused                         {:>7.0}", mean("refused"));
    for (name, why) in [
        ("refused_exhausted", "the money had run out"),
        ("refused_nobody_there", "nobody was there who may approve it"),
        ("refused_no_account", "no account covers it"),
        ("refused_other", "another reason"),
    ] {
        if 0.0 < mean(name) {
            println!("    {:>6.0}  {why}", mean(name));
        }
    }
    println!("  days with a channel uncovered   {:>7.1}", mean("uncovered_channel_days"));
    println!("  days with a seat vacant         {:>7.1}", mean("vacant_days"));
    let load = |id: &str| outcomes.of_position(id)?.find(|figure| figure.name == "load")?.estimate.mean();
    let loads = outcomes.org().positions().filter_map(|seat| Some((seat.id(), load(seat.id())?)));
    if let Some((id, load)) = loads.max_by(|(_, one), (_, other)| one.total_cmp(other)) {
        println!(
            "  the fullest desk                `{id}`, at work on approvals {:.0}% of the day",
            load * 100.0
        );
    }
    Ok(())
}

/// One replication, as it may happen.
fn month_by_month(year: &Timeline) {
    println!("\none such year: replication {}, seed {}", year.replication(), year.seed());
    println!(
        "  month    asked  approved  refused  waiting at the end  spent until then, {} million",
        year.org().currency()
    );
    let million = 10_i128.pow(year.org().currency().minor_digits() + 6);
    for month in year.days().chunk_by(|day, next| day.date.month() == next.date.month()) {
        let Some(last) = month.last() else { continue };
        let sum = |count: fn(&bagan::simulate::TimelineDay) -> u64| month.iter().map(count).sum::<u64>();
        let approved = sum(|day| day.approved_at_once + day.approved_after_approval);
        println!(
            "  {}-{:02}  {:>5}  {approved:>8}  {:>7}  {:>18}  {:>16}",
            last.date.year(),
            last.date.month(),
            sum(|day| day.requests),
            sum(|day| day.refused),
            last.waiting,
            last.spent_so_far / million
        );
    }
}

/// Who left in that year, and how long the seat was vacant.
fn missing(year: &Timeline) {
    let left = year.gaps().iter().filter(|gap| gap.reason == GapReason::Left);
    for gap in left {
        let who = gap.person.as_deref().unwrap_or("whoever followed");
        let until = gap.until.map_or("the end of the year".to_owned(), |day| day.to_string());
        println!("  {}: {who} leaves `{}`, which is vacant until {until}", gap.from, gap.position);
    }
    let away: f64 = year.gaps().iter().filter(|gap| gap.reason == GapReason::Away).map(|gap| gap.days).sum();
    println!("  {away:.0} days of absence in all seats");
}

/// A director, a DMM, and four specialists on three channels.
fn team() -> Result<Org, BuildErrors> {
    let mut org = OrgBuilder::new("Warung Digital", "IDR");
    org.position("director", "director-of-marketing")
        .holder("sari")
        .budget(12_000_000_000_i64)
        .approves_up_to(12_000_000_000_i64);
    org.position("dmm", "digital-marketing-manager")
        .holder("rina")
        .reports_to("director")
        .approves_up_to(8_000_000);
    org.delegation("director", "dmm", 11_000_000_000_i64).sub_delegation(Permission::Allowed);
    for channel in ["search", "social", "email"] {
        org.channel(channel, "");
    }
    let seats = [
        ("search-1", "agus", "search"),
        ("search-2", "dewi", "search"),
        ("social", "budi", "social"),
        ("email", "citra", "email"),
    ];
    for (seat, holder, channel) in seats {
        org.position(seat, "specialist").holder(holder).reports_to("dmm").channels([channel]);
        org.delegation("dmm", seat, 2_600_000_000_i64)
            .channel(channel)
            .transaction(3_000_000)
            .week(80_000_000);
    }
    org.build()
}

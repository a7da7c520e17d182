//! The figures that every reorganisation asks for first: spans, layers, bottlenecks, and how much hangs on how few.
//!
//! Run `cargo run --example structure_figures`, or give the path of an org file of your own.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::metrics::{
    Concentration, Coverage, Lines, SpanBand, Spans, Structure, least_layers, one_over_ones,
};
use bagan::{Org, Position, parse_date};

fn main() -> Result<(), Box<dyn Error>> {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/nusantara.toml");
    let path = std::env::args().nth(1).unwrap_or_else(|| example.to_owned());
    let org = Org::from_toml(&std::fs::read_to_string(&path)?)?;
    println!("{}: {} positions\n", org.name(), org.position_count());
    spans(&org);
    lines(&org)?;
    concentration(&org)?;
    people(&org);
    Ok(())
}

fn spans(org: &Org) {
    let spans = Spans::of(org);
    println!("spans of {} managers, {} reports on average", spans.managers(), figure(spans.mean()));
    for (band, managers) in spans.by_band().filter(|(_, managers)| *managers != 0) {
        println!("  with {}: {managers}", reports(band));
    }
    let alone: Vec<&str> = one_over_ones(org).map(Position::id).collect();
    println!("  one over one: {}\n", list(&alone));
}

fn lines(org: &Org) -> Result<(), Box<dyn Error>> {
    let structure = Structure::new(org, Lines::SolidAndDotted);
    let widest = Spans::of(org).most().unwrap_or(1);
    let least = least_layers(org.position_count() as u64, widest as u64);
    println!(
        "layers: {} (so many people with spans of {widest} need {})",
        shown(structure.layers()),
        shown(least)
    );
    let krackhardt = structure.krackhardt()?;
    println!("Krackhardt, over solid and dotted lines");
    println!("  connectedness {:.3}", krackhardt.connectedness);
    println!("  hierarchy {}", figure(krackhardt.hierarchy));
    println!("  efficiency {}", figure(krackhardt.efficiency));
    println!("  upper boundedness {}", figure(krackhardt.upper_boundedness));
    for (one, other) in structure.pairs(&structure.upper_bounds()?) {
        println!("  no single escalation point: {} and {}", one.id(), other.id());
    }
    let solid = Structure::new(org, Lines::Solid);
    let mut cut_off: Vec<_> =
        solid.cut_off().into_iter().flatten().filter(|(_, people)| *people != 0).collect();
    cut_off.sort_by_key(|(position, people)| (std::cmp::Reverse(*people), position.id()));
    println!("cut off when a seat falls vacant");
    for (position, people) in cut_off.iter().take(5) {
        println!("  {}: {people}", position.id());
    }
    let ties = Structure::new(org, Lines::Collaboration);
    let connect: Vec<&str> = ties.cut_positions().map(Position::id).collect();
    println!("who alone connects people who work together: {}\n", list(&connect));
    Ok(())
}

fn concentration(org: &Org) -> Result<(), Box<dyn Error>> {
    let on = parse_date("2026-07-01")?;
    println!("as if evenly among so many");
    for (what, found) in [
        ("budget", Concentration::of_budget(org, on)),
        ("reports", Concentration::of_reports(org)),
        ("accountability", Concentration::of_accountability(org)),
    ] {
        match found {
            Some(found) => println!(
                "  {what}: {:.1} of {}, and the largest has {:.2} of it",
                found.effective_number(),
                found.holders(),
                found.largest_share()
            ),
            None => println!("  {what}: nobody has any"),
        }
    }
    println!();
    Ok(())
}

fn people(org: &Org) {
    for (what, coverage) in
        [("outcomes", Coverage::of_outcomes(org)), ("channels", Coverage::of_channels(org))]
    {
        match coverage.bus_factor(0.5) {
            Some(found) => {
                let exact = if found.is_exact() { "" } else { "at most " };
                println!("bus factor of the {what}: {exact}{}", found.people().len());
            }
            None => println!("nobody looks after any of the {what}"),
        }
    }
}

fn figure(figure: Option<f64>) -> String {
    figure.map_or_else(|| "undefined".to_owned(), |figure| format!("{figure:.3}"))
}

fn shown(number: Option<impl ToString>) -> String {
    number.map_or_else(|| "undefined".to_owned(), |number| number.to_string())
}

fn list(ids: &[&str]) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

/// Says how many reports a band has: "3 to 5", "2", or "16 and more".
fn reports(band: SpanBand) -> String {
    match band.range() {
        (least, None) => format!("{least} and more"),
        (least, Some(most)) if most == least => least.to_string(),
        (least, Some(most)) => format!("{least} to {most}"),
    }
}

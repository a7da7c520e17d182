//! Six ways to organise the same team, side by side: what `bagan::overview` says of each.
//!
//! Run `cargo run --example team_templates`, or give a number of people: `cargo run --example team_templates 40`.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::overview::{Measure, Overview, Topic};
use bagan::templates::{TeamSize, Template};
use bagan::{Position, check, parse_date};

/// What is compared: a topic of the overview, a figure of it, and how it is called here.
const FIGURES: &[(Topic, &str, &str)] = &[
    (Topic::Shape, "positions", "positions"),
    (Topic::Shape, "layers", "layers"),
    (Topic::Shape, "managers", "managers"),
    (Topic::Shape, "mean_span", "mean span"),
    (Topic::Shape, "widest_span", "widest span"),
    (Topic::Shape, "dotted_lines", "dotted lines"),
    (Topic::Shape, "pairs_without_escalation", "pairs without one superior"),
    (Topic::Shape, "cut_off", "cut off by one vacant seat"),
    (Topic::Money, "delegated_share", "delegated share"),
    (Topic::Money, "equal_holders", "as concentrated as so many holders"),
    (Topic::Accountability, "accountable", "who answer for something"),
    (Topic::Risk, "channels_on_one_person", "channels on one person"),
    (Topic::Risk, "bus_factor_of_channels", "bus factor of channels"),
    (Topic::People, "succession_cover", "succession cover"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let people = std::env::args().nth(1).map_or(Ok(24), |people| people.parse())?;
    let size = TeamSize::new(people, 12_000_000_000, "IDR", 2027)?;
    let day = parse_date("2027-07-01")?;
    let mut orgs = Vec::new();
    for template in Template::ALL {
        // No template is stretched to a size that it is not for.
        match template.org(&size) {
            Ok(org) => orgs.push((template, org)),
            Err(error) => {
                println!("left at the size of its own: {error}");
                let Some((_, most)) = template.people_range(size.channel_ids().len()) else { continue };
                let own = TeamSize::new(people.min(most), 12_000_000_000, "IDR", 2027)?;
                orgs.extend(template.org(&own).ok().map(|org| (template, org)));
            }
        }
    }
    print!("\n{:34}", "");
    for (template, org) in &orgs {
        assert!(check(org, day).findings().is_empty(), "a template is clean");
        print!(" {template:>21}");
    }
    println!();
    let overviews: Vec<Overview<'_>> = orgs.iter().map(|(_, org)| Overview::of(org, day)).collect();
    for (topic, name, shown) in FIGURES {
        print!("{shown:34}");
        for overview in &overviews {
            let figure = overview.figure(*topic, name).ok_or("no such figure")?;
            // A figure that cannot be had is not nought.
            let text = figure.value.as_ref().map_or_else(|_| "-".to_owned(), written);
            print!(" {text:>21}");
        }
        println!();
    }
    print!("{:34}", "budgets are held by");
    for (_, org) in &orgs {
        let holders: Vec<&str> =
            org.positions().filter(|seat| seat.budget().is_some()).map(Position::id).collect();
        let text = if let [one] = *holders { one.to_owned() } else { format!("{} positions", holders.len()) };
        print!(" {text:>21}");
    }
    println!(
        "\n\nevery one of them is clean on {day}; what they are and are bad at: `bagan::templates::Template`"
    );
    Ok(())
}

fn written(measure: &Measure) -> String {
    match measure {
        Measure::Count(count) => count.to_string(),
        Measure::AtMost(count) => format!("at most {count}"),
        Measure::Number(number) => format!("{number:.2}"),
        other => format!("{other:?}"),
    }
}

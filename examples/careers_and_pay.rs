//! What a DMM asks before a talk about careers: where each role leads, who could follow whom, how pay lies in its bands,
//! and what the teams cost.
//!
//! Run `cargo run --example careers_and_pay`, or give the path of an org file of your own. Every amount in the example's
//! org is made up.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]
#![expect(clippy::float_arithmetic, reason = "a ratio is printed as a percentage")]

use std::error::Error;

use bagan::career::{Candidate, Cover, Ladder, LevelFit, Readiness, Standing};
use bagan::pay::{
    Cost, CostRollUp, PayBasis, SumTooLarge, ceiling_gap, compa_ratio, midpoint_gap, midpoint_steps,
    range_penetration, spreads, supervisor_premiums,
};
use bagan::{Money, Org, Position, Role, RoleClass};

/// This org states the pay of part-timers as that of their part; yours may not.
const BASIS: PayBasis = PayBasis::FullTime;

/// How many candidates for a seat are told.
const SHOWN: usize = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/senja.toml");
    let path = std::env::args().nth(1).unwrap_or_else(|| example.to_owned());
    let org = Org::from_toml(&std::fs::read_to_string(&path)?)?;
    println!("{}: {} positions\n", org.name(), org.position_count());
    let ladder = Ladder::of(&org);
    steps(&ladder);
    successors(&ladder);
    pay(&org);
    bands(&ladder);
    costs(&org)?;
    Ok(())
}

/// The roles that somebody has or could have: those with a position.
fn in_use(org: &Org) -> Vec<Role<'_>> {
    org.roles().filter(|role| org.positions().any(|position| position.role() == *role)).collect()
}

fn steps(ladder: &Ladder<'_>) {
    let roles = in_use(ladder.org());
    println!("THE LADDER, between roles that have a seat");
    for role in &roles {
        let next: Vec<&str> =
            ladder.steps_from(*role).filter(|to| roles.contains(to)).map(Role::id).collect();
        println!(
            "  {:28}{}",
            role.id(),
            if next.is_empty() { "leads to none".to_owned() } else { next.join(", ") }
        );
    }
    if let Some(circle) = ladder.circle() {
        println!("  it goes round: {circle}");
    }
    let ends = ladder.org().role("specialist").zip(ladder.org().role("cmo"));
    if let Some((path, (from, to))) =
        ends.and_then(|(from, to)| Some((ladder.shortest_path(from, to)?, (from, to))))
    {
        let path: Vec<&str> = path.into_iter().map(Role::id).collect();
        let ways =
            ladder.count_paths(from, to).map_or_else(|none| none.to_string(), |ways| format!("{ways} ways"));
        println!("  from specialist to CMO: {ways}, the shortest {}", path.join(" → "));
    }
    println!("  nobody is on the way to: {}\n", list(ladder.out_of_reach().map(Role::id)));
}

fn successors(ladder: &Ladder<'_>) {
    let cover = Cover::of(ladder);
    println!("WHO COULD FOLLOW WHOM, seats with reports");
    for seat in ladder.org().positions_top_down().filter(|position| position.span() != 0) {
        println!("  {} ({}, {})", seat.id(), seat.role().id(), seat.holder().unwrap_or("vacant"));
        let candidates = ladder.candidates(seat);
        for one in candidates.iter().take(SHOWN) {
            println!("    {:8}{}", one.person, why(one));
        }
        if SHOWN < candidates.len() {
            println!("    and {} more, further from it", candidates.len() - SHOWN);
        }
        if candidates.is_empty() {
            println!("    nobody: no role in this house leads there");
        }
    }
    println!(
        "  somebody is ready for {} of {} seats ({}); nobody for {}",
        cover.covered(),
        cover.seats(),
        percent(cover.share()),
        list(cover.uncovered().map(Position::id))
    );
    let teams = ladder.without_path_below(RoleClass::Manager).map(Position::id);
    println!("  managers whose team leads nobody to their role: {}\n", list(teams));
}

/// Says how ready somebody is, and from where.
fn why(one: &Candidate<'_>) -> String {
    let steps = |steps: u32| if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
    let readiness = match one.readiness {
        Readiness::Acting if one.standing == Standing::Here => "does the job now, acting".to_owned(),
        Readiness::Acting => format!("does the same job, acting as {}", one.position.id()),
        Readiness::Now => "ready, in the same role".to_owned(),
        Readiness::Next(1) => "ready, 1 step".to_owned(),
        Readiness::Next(far) => format!("on the way, {}, at a level that would do", steps(far)),
        Readiness::Unknown(0) => "in the same role, at a level that nobody states".to_owned(),
        Readiness::Unknown(far) => format!("{}, at a level that nobody states", steps(far)),
        Readiness::TooEarly(0) => "in the same role, too early by level".to_owned(),
        Readiness::TooEarly(far) => format!("{}, too early by level", steps(far)),
        _ => "on the ladder".to_owned(),
    };
    let top = if one.level == LevelFit::AtTop { ", at the top of the present role" } else { "" };
    let from = match one.standing {
        Standing::Here => String::new(),
        Standing::Below => format!(", from the team ({})", one.position.id()),
        Standing::Above => format!(", from above ({})", one.position.id()),
        Standing::Elsewhere => format!(", from another team ({})", one.position.id()),
    };
    format!("{readiness}{top}{from}")
}

fn pay(org: &Org) {
    println!("PAY IN ITS BAND, as for full time");
    println!("  {:16}{:>20}{:>8}{:>14}{:>12}", "", "stated", "share", "of midpoint", "into band");
    for position in org.positions_top_down() {
        let Some(pay) = position.pay() else { continue };
        let share = position.fte().map_or_else(|| "1".to_owned(), |share| share.to_string());
        let stated = org.display(pay).to_string();
        println!(
            "  {:16}{stated:>20}{share:>8}{:>14}{:>12}",
            position.id(),
            times(compa_ratio(position, BASIS)),
            percent(range_penetration(position, BASIS))
        );
    }
    println!("  within a role, of the midpoint");
    for spread in spreads(org, BASIS) {
        println!(
            "    {:28}{} to {}, median {} ({} paid)",
            spread.role.id(),
            times(Some(spread.lowest)),
            times(Some(spread.highest)),
            times(Some(spread.median)),
            spread.positions
        );
    }
    println!("  what managers are paid above their reports");
    for premium in supervisor_premiums(org, BASIS) {
        println!(
            "    {:16}{:>8} over {}, the highest paid, and {} over the mean of {}",
            premium.manager.id(),
            signed(premium.over_highest),
            premium.highest.id(),
            signed(premium.over_mean),
            premium.reports
        );
    }
    println!();
}

fn bands(ladder: &Ladder<'_>) {
    println!("BANDS ALONG THE LADDER");
    for step in midpoint_steps(ladder) {
        println!("  {:>8}  {} → {}", signed(step.rise), step.from.id(), step.to.id());
    }
    for (what, gap) in [("midpoint", midpoint_gap(ladder.org())), ("ceiling", ceiling_gap(ladder.org()))] {
        match gap {
            Some(gap) => println!(
                "  the {what} of {} is {} times that of {}, the closest of the specialists",
                gap.manager.id(),
                times(Some(gap.times)),
                gap.specialist.id()
            ),
            None => println!("  no {what} to compare a manager's role and a specialist's by"),
        }
    }
    println!();
}

fn costs(org: &Org) -> Result<(), SumTooLarge> {
    let costs = CostRollUp::of(org);
    println!("WHAT TEAMS COST IN A YEAR, pay as stated; vacant seats apart, at the midpoint of their band");
    println!("  {:20}{:>20}{:>20}{:>18}", "", "pay", "vacant", "paid to managers");
    let row = |name: &str, cost: Cost| {
        let money = |sum: Result<Money, SumTooLarge>| sum.map(|sum| org.display(sum).to_string());
        let (pay, vacant) = (money(cost.pay())?, money(cost.vacancies())?);
        println!("  {name:20}{pay:>20}{vacant:>20}{:>18}", percent(cost.management_share()));
        Ok(())
    };
    for position in org.positions_top_down().filter(|position| position.span() != 0) {
        row(position.id(), costs.of_position(position))?;
    }
    println!("  by class");
    for (class, cost) in costs.by_class() {
        row(class.as_str(), cost)?;
    }
    let total = costs.total();
    println!(
        "  in no sum: {} of {} positions, held without a stated pay ({}) or vacant without a price ({})",
        total.unstated() + total.unpriced_vacancies(),
        org.position_count(),
        total.unstated(),
        total.unpriced_vacancies()
    );
    println!("  in the sums at a share of full time: {}", total.part_time());
    Ok(())
}

fn times(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.2}"))
}

fn percent(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{:.0} %", 100.0 * figure))
}

fn signed(figure: f64) -> String {
    format!("{:+.1} %", 100.0 * figure)
}

fn list<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.collect();
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

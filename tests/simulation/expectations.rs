//! What a test asks of outcomes: three answers, and messages that say what was simulated.

use std::sync::Arc;

use bagan::simulate::{Assumptions, Confidence, Designs, Outcomes, Precision, Simulation, Stop, UnmetKind};
use bagan::{Org, OrgBuilder, OutcomeKind, Quantity, parse_date};

use crate::support::{exponential, line};

fn simulation(days: (&str, &str), state: impl FnOnce(&mut Assumptions)) -> Simulation {
    let mut assumed = crate::support::assumptions(0.05, exponential(0.4));
    assumed.warm_up_days = 0;
    state(&mut assumed);
    Simulation::new(assumed, parse_date(days.0).unwrap(), parse_date(days.1).unwrap())
}

fn quarter(replications: u64) -> Outcomes {
    let simulation = simulation(("2026-01-01", "2026-02-01"), |_| {});
    simulation.replications(replications).seed(3).run(line(&[1_000_000])).unwrap()
}

/// A failure of so likely, as a design whose other figures are 0.
fn at_risk(probability: &str) -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.position("dmm", "digital-marketing-manager").holder("rina");
    org.outcome("launch", OutcomeKind::Tactical, "dmm")
        .probability(probability.parse::<Quantity>().unwrap())
        .loss(1_000);
    org.build().unwrap()
}

fn year_of(org: Org, replications: u64) -> Outcomes {
    let (from, until) = (parse_date("2026-01-01").unwrap(), parse_date("2027-01-01").unwrap());
    Simulation::new(Assumptions::default(), from, until).replications(replications).seed(4).run(org).unwrap()
}

#[test]
fn the_three_answers_follow_from_the_interval() {
    let outcomes = quarter(40);
    let wait = outcomes.figure("wait_mean").unwrap().estimate;
    let interval = wait.interval(Confidence::NINETY_FIVE).unwrap();
    let mean = wait.mean().unwrap();
    let kind = |bound: f64| outcomes.expect("wait_mean").below(bound).err().map(|unmet| unmet.kind());
    assert_eq!(kind(interval.upper * 1.001), None);
    assert_eq!(kind(mean * 1.0001), Some(UnmetKind::Undecided));
    assert_eq!(kind(mean * 0.9999), Some(UnmetKind::Undecided));
    assert_eq!(kind(interval.lower * 0.999), Some(UnmetKind::NotMet));
    assert!(outcomes.expect("wait_mean").above(interval.lower * 0.999).is_ok());
    assert!(outcomes.expect("wait_mean").between(interval.lower, interval.upper).is_ok());
    // The surer, the wider.
    let sure = Confidence::new(0.9999).unwrap();
    let unmet = outcomes.expect("wait_mean").confidence(sure).below(interval.upper * 1.001).unwrap_err();
    assert_eq!(unmet.kind(), UnmetKind::Undecided);
    assert!(unmet.summary().contains("(99.99% interval "), "{unmet}");
}

#[test]
fn as_many_years_as_an_undecided_answer_asks_for_decide_it() {
    // A little above what very many years come to.
    let bound = quarter(1_000).figure("wait_mean").unwrap().estimate.mean().unwrap() * 1.02;
    let ask = |years: u64| quarter(years).expect("wait_mean").below(bound);
    let mut years = 10;
    let mut rounds = 0;
    while let Err(unmet) = ask(years) {
        assert_eq!(unmet.kind(), UnmetKind::Undecided, "{unmet}");
        let needed = unmet.summary().split("about ").nth(1).and_then(|rest| rest.split(' ').next());
        let needed: u64 = needed.and_then(|number| number.parse().ok()).unwrap();
        assert!(years < needed, "{unmet}");
        (years, rounds) = (needed, rounds + 1);
    }
    assert!((1..=4).contains(&rounds), "{rounds} rounds, {years} years");
}

#[test]
fn a_message_says_what_was_asked_found_simulated_and_assumed() {
    let unmet = quarter(20).expect("wait_mean").below(0.01).unwrap_err();
    let text = unmet.to_string();
    assert_eq!(format!("{unmet:?}"), text, "a test that fails prints what reads well");
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[0].starts_with("not met: the mean of `wait_mean` should be below 0.0100 hours, and is 0."),
        "{text}"
    );
    assert!(lines[0].contains(" (95% interval "), "{text}");
    assert!(text.contains("\n  figures of the design, ± half of a 95% interval:\n    requests: "), "{text}");
    assert!(
        text.contains("\n  simulated: 20 replications of 2026-01-01 to before 2026-02-01, seed 3\n"),
        "{text}"
    );
    assert!(text.contains("\n    [desk]\n") && text.contains("\n    other-work = 0.0\n"), "{text}");
    assert!(!text.contains("refused"), "what is 0 in every year is not listed: {text}");
}

#[test]
fn quantiles_and_shares_of_years_have_intervals_of_their_own() {
    let outcomes = year_of(at_risk("0.1"), 400);
    let share = outcomes.figure("loss").unwrap().years(|loss| 0.0 < loss);
    assert_eq!(
        (share.trials(), f64::from(share.happened()) * 100_000.0),
        (400, outcomes.figure("loss").unwrap().estimate.mean().unwrap() * 400.0)
    );
    // About one year of ten: surely less than one of five, and more than one of twenty.
    outcomes.expect("loss").in_few_years(0.2).above(0.0).unwrap();
    outcomes.expect("loss").in_most_years(0.8).below(50_000.0).unwrap();
    let unmet = outcomes.expect("loss").in_few_years(0.05).above(0.0).unwrap_err();
    assert_eq!(unmet.kind(), UnmetKind::NotMet);
    let counted = format!("({} of 400)", share.happened());
    assert!(unmet.summary().contains(&counted), "{unmet}");
    assert_eq!(
        outcomes.expect("loss").in_few_years(0.1).above(0.0).unwrap_err().kind(),
        UnmetKind::Undecided
    );
    // The median year loses nothing; the 95% quantile is a loss; 20 years are too few to bound that one.
    outcomes.expect("loss").quantile(0.5).below(1.0).unwrap();
    assert_eq!(outcomes.expect("loss").quantile(0.95).below(1.0).unwrap_err().kind(), UnmetKind::NotMet);
    let few = year_of(at_risk("0.1"), 20).expect("loss").quantile(0.95).below(1.0).unwrap_err();
    assert_eq!(few.kind(), UnmetKind::Undecided);
    assert!(few.summary().ends_with("too few years for an interval: about 72 years would tell"), "{few}");
}

#[test]
fn what_cannot_be_asked_is_said_with_what_was_meant() {
    let outcomes = quarter(2);
    let mistaken = |unmet: bagan::simulate::Unmet| {
        assert_eq!(unmet.kind(), UnmetKind::Mistaken, "{unmet}");
        unmet.to_string()
    };
    let says = mistaken(outcomes.expect("wait_p59").below(1.0).unwrap_err());
    assert_eq!(says, "there is no figure `wait_p59` of the design: did you mean `wait_p95`?");
    let says = mistaken(outcomes.expect("uncovered_days").on_channel("sea").below(1.0).unwrap_err());
    assert_eq!(says, "there is no channel `sea`: did you mean `seo`?");
    let says = mistaken(outcomes.expect("load").at_position("askr").below(1.0).unwrap_err());
    assert_eq!(says, "there is no position `askr`: did you mean `asker`?");
    // A figure of a position is none of the design.
    let says = mistaken(outcomes.expect("load").below(1.0).unwrap_err());
    assert!(says.starts_with("there is no figure `load` of the design"), "{says}");
    for unmet in [
        outcomes.expect("spend").below(f64::NAN),
        outcomes.expect("spend").between(2.0, 1.0),
        outcomes.expect("spend").quantile(1.0).below(1.0),
        outcomes.expect("spend").in_most_years(95.0).below(1.0),
    ] {
        mistaken(unmet.unwrap_err());
    }
    let undefined = outcomes.expect("queue_mean").at_position("asker").below(1.0).unwrap_err();
    assert_eq!(undefined.kind(), UnmetKind::Undefined);
    let one = quarter(1).expect("wait_mean").below(1e9).unwrap_err();
    assert_eq!(one.kind(), UnmetKind::Undecided);
    assert!(one.summary().ends_with("too few years for an interval: about 2 years would tell"), "{one}");
}

fn two(replications: u64) -> Designs {
    let designs = [("low", Arc::new(line(&[1, 0]))), ("high", Arc::new(line(&[1_000_000, 0])))];
    simulation(("2026-01-01", "2026-02-01"), |_| {}).replications(replications).compare(designs).unwrap()
}

#[test]
fn designs_are_asked_one_by_one_and_in_pairs() {
    let designs = two(30);
    designs.expect("approval_level_mean").difference("high", "low").below(0.0).unwrap();
    designs.expect("approval_level_mean").difference("low", "high").between(0.5, 1.5).unwrap();
    designs.expect("approval_level_mean").in_design("high").below(1.5).unwrap();
    let unmet = designs.expect("approval_level_mean").difference("low", "high").below(0.0).unwrap_err();
    assert_eq!(unmet.kind(), UnmetKind::NotMet);
    let text = unmet.to_string();
    assert!(
        text.starts_with("not met: `approval_level_mean` of `low` less that of `high` should be below 0.0"),
        "{text}"
    );
    assert!(
        text.contains("figures of the design `low`") && text.contains("figures of the design `high`"),
        "{text}"
    );
    // A design does not differ from itself, and so is not below itself.
    let same = designs.expect("spend").difference("low", "low");
    assert_eq!(same.clone().below(0.0).unwrap_err().kind(), UnmetKind::NotMet);
    same.between(0.0, 0.0).unwrap();
    let says = designs.expect("spend").difference("low", "hihg").below(0.0).unwrap_err().to_string();
    assert_eq!(says, "there is no design `hihg`: did you mean `high`?");
    let says = designs.expect("spend").in_design("hihg").below(0.0).unwrap_err().to_string();
    assert_eq!(says, "there is no design `hihg`: did you mean `high`?");
}

#[test]
fn a_precision_is_reached_or_it_is_said_what_it_takes() {
    let run = |precision: Precision| {
        let simulation = simulation(("2026-01-01", "2026-01-15"), |_| {}).until(precision).seed(5);
        simulation.run(line(&[1_000_000])).unwrap()
    };
    let wanted = |share| Precision::relative("wait_mean", share).unwrap();
    let reached = run(wanted(0.02));
    assert_eq!(reached.stop(), Stop::Precise);
    let wait = reached.figure("wait_mean").unwrap().estimate;
    let half = wait.interval(Confidence::NINETY_FIVE).unwrap().half_width();
    assert!(half <= wait.mean().unwrap() * 0.02 / 1.02 && 64 < reached.replications());
    // What is run in one go comes to the same, to the bit.
    let again = simulation(("2026-01-01", "2026-01-15"), |_| {}).replications(reached.replications()).seed(5);
    let again = again.run(line(&[1_000_000])).unwrap();
    for (one, other) in reached.of_design().zip(again.of_design()) {
        assert_eq!(one.estimate, other.estimate, "{}", one.name);
    }
    let stopped = run(wanted(0.001).at_most(100));
    assert_eq!(stopped.replications(), 100);
    let Stop::AtMost { needed: Some(needed) } = stopped.stop() else { panic!("{:?}", stopped.stop()) };
    assert!(1_000 < needed, "{needed}");
    assert_eq!(run(wanted(0.5).at_most(3)).replications(), 3);
}

#[test]
fn a_difference_is_known_sooner_than_each_design() {
    let designs = || [("low", Arc::new(line(&[1, 0]))), ("high", Arc::new(line(&[1_000_000, 0])))];
    let simulation = simulation(("2026-01-01", "2026-01-15"), |_| {});
    let run =
        |precision: Precision| simulation.clone().until(precision.at_most(4_000)).compare(designs()).unwrap();
    let wait = || Precision::half_width("requests", 1.0).unwrap();
    let (each, difference) = (run(wait()), run(wait().of_differences()));
    let years = |designs: &Designs| designs.of("low").unwrap().replications();
    assert_eq!(years(&difference), 64, "the same requests come to both");
    assert!(64 < years(&each));
    let alone = simulation.until(wait().of_differences()).run(line(&[1])).unwrap_err().to_string();
    assert_eq!(alone, "there must be a second design, for a difference");
}

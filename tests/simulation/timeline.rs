//! A year day by day: it is the replication whose figures are counted, and nothing else.

use std::sync::Arc;

use bagan::simulate::assumptions::{StaffAssumptions, VacantSeats};
use bagan::simulate::{
    Assumptions, DayPhase, Distribution, GapReason, Simulation, SimulationError, Timeline,
};
use bagan::{Org, OrgBuilder, parse_date};

/// The example of the README, with two years that a fiscal year divides.
fn example() -> Arc<Org> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/nusantara.toml");
    Arc::new(Org::from_toml(&std::fs::read_to_string(path).unwrap()).unwrap())
}

/// People who come and go, and desks that are full.
fn busy(warm_up_days: u32) -> Assumptions {
    let mut assumed = Assumptions::default();
    assumed.warm_up_days = warm_up_days;
    assumed.requests.per_day = Some(6.0);
    assumed.staff.leaving_per_year = Some(0.8);
    assumed.staff.absences_per_year = Some(5.0);
    assumed.staff.absence_days = Some(Distribution::gamma(3.0, 1.0).unwrap());
    assumed.desk.service = Some(Distribution::exponential(25.0).unwrap());
    assumed
}

fn simulation(assumed: Assumptions, (from, until): (&str, &str)) -> Simulation {
    Simulation::new(assumed, parse_date(from).unwrap(), parse_date(until).unwrap()).seed(11)
}

/// Asserts that a year is what the figures of its replication say; returns how many figures it was held against.
fn assert_agrees(simulation: &Simulation, org: &Arc<Org>, replications: u64) -> usize {
    let outcomes = simulation.clone().replications(replications).run(Arc::clone(org)).unwrap();
    let mut compared = 0;
    for replication in 0..replications {
        let year = simulation.year(Arc::clone(org), replication).unwrap();
        let of = |name: &str| outcomes.figure(name).unwrap().values[usize::try_from(replication).unwrap()];
        for (name, own) in counts(&year) {
            assert_eq!(own, of(name), "{name} of replication {replication}");
            compared += 1;
        }
        let warm_up = year.days().len() - year.counted().count();
        let vacant: f64 = year
            .gaps()
            .iter()
            .filter(|gap| gap.reason != GapReason::Away)
            .map(|gap| (gap.starts + gap.days - gap.starts.max(warm_up as f64)).max(0.0))
            .sum();
        assert!((vacant - of("vacant_days")).abs() < 1e-6, "{vacant} is not {}", of("vacant_days"));
        let left =
            |gap: &&bagan::simulate::SeatGap| gap.reason == GapReason::Left && (warm_up as f64) <= gap.starts;
        assert_eq!(year.gaps().iter().filter(left).count() as f64, of("resignations"));
    }
    compared
}

fn counts(year: &Timeline) -> [(&'static str, f64); 8] {
    let sum = |count: fn(&bagan::simulate::TimelineDay) -> u64| year.counted().map(count).sum::<u64>() as f64;
    let last = year.days().last().unwrap();
    [
        ("requests", sum(|day| day.requests)),
        ("uncovered_requests", sum(|day| day.uncovered_requests)),
        ("approved_at_once", sum(|day| day.approved_at_once)),
        ("approved_after_approval", sum(|day| day.approved_after_approval)),
        ("refused", sum(|day| day.refused)),
        ("spend", year.counted().map(|day| day.spent).sum::<i128>() as f64),
        ("still_waiting", last.waiting as f64),
        ("idle_budget", last.left as f64),
    ]
}

#[test]
fn days_add_up_to_the_figures_of_the_same_replication() {
    let year = ("2026-01-01", "2027-01-01");
    assert_eq!(assert_agrees(&simulation(busy(0), year), &example(), 3), 24);
}

#[test]
fn days_of_the_warm_up_are_shown_and_do_not_count() {
    let simulation = simulation(busy(40), ("2026-01-01", "2026-07-01"));
    assert_agrees(&simulation, &example(), 3);
    let year = simulation.year(example(), 0).unwrap();
    let warm_up: Vec<_> = year.days().iter().take_while(|day| day.phase == DayPhase::WarmUp).collect();
    assert_eq!((warm_up.len(), year.counted().count()), (40, 141));
    assert!(warm_up.iter().any(|day| 0 < day.requests), "what happens before counting is shown");
    // Whether a day counts changes nothing of what happens.
    let all = self::simulation(busy(0), ("2026-01-01", "2026-07-01")).year(example(), 0).unwrap();
    let requests = |year: &Timeline| year.days().iter().map(|day| day.requests).collect::<Vec<_>>();
    assert_eq!((requests(&year), year.gaps()), (requests(&all), all.gaps()));
}

#[test]
fn what_is_spent_and_what_is_left_make_the_budgets_of_each_fiscal_year() {
    let year = simulation(busy(0), ("2026-11-01", "2027-02-01")).year(example(), 0).unwrap();
    let budgets: i128 =
        year.org().positions().filter_map(bagan::Position::budget).map(|it| i128::from(it.minor())).sum();
    let mut before = 0;
    for (place, day) in year.days().iter().enumerate() {
        assert_eq!(day.spent_so_far, before + day.spent);
        before = day.spent_so_far;
        // The fiscal year begins with the calendar's: the 61 days before have budgets of their own.
        let of_year: i128 =
            year.days()[if place < 61 { 0 } else { 61 }..=place].iter().map(|day| day.spent).sum();
        assert_eq!(of_year + day.left, budgets, "{}", day.date);
    }
    assert!(0 < before);
}

#[test]
fn desks_hold_what_waits_and_the_fullest_comes_first() {
    let year = simulation(busy(0), ("2026-01-01", "2026-04-01")).year(example(), 0).unwrap();
    assert!(1 < year.desks().len() && year.days().iter().any(|day| 0 < day.waiting));
    for (place, day) in year.days().iter().enumerate() {
        assert_eq!(year.desks().iter().map(|desk| desk.waiting[place]).sum::<u64>(), day.waiting);
    }
    let sums: Vec<u64> = year.desks().iter().map(|desk| desk.waiting.iter().sum()).collect();
    assert!(sums.is_sorted_by(|one, next| next <= one) && sums.iter().all(|sum| 0 < *sum), "{sums:?}");
}

#[test]
fn gaps_say_who_left_which_seat_and_when_it_was_filled() {
    let mut assumed = Assumptions::default();
    let mut staff = StaffAssumptions::default();
    staff.leaving_per_year = Some(12.0);
    staff.days_to_fill = Some(Distribution::constant(20.0).unwrap());
    assumed.positions.insert("social".to_owned(), staff);
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("social", "");
    org.position("dmm", "digital-marketing-manager").budget(1_000_000);
    org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
    let org = Arc::new(org.build().unwrap());
    let year = simulation(assumed, ("2026-01-01", "2027-01-01")).year(org, 0).unwrap();

    let vacant = &year.gaps()[0];
    assert_eq!((vacant.position.as_str(), vacant.reason, vacant.days), ("dmm", GapReason::Vacant, 365.0));
    assert_eq!((vacant.person.as_deref(), vacant.until), (None, None), "nobody holds it, all year");
    let left: Vec<_> = year.gaps().iter().skip(1).collect();
    assert!(3 < left.len(), "{left:?}");
    let people: Vec<_> = left.iter().map(|gap| gap.person.as_deref()).collect();
    assert!(people[0] == Some("budi") && people[1..].iter().all(Option::is_none), "{people:?}");
    for gap in left {
        let filled = gap.until.map(|until| gap.from.checked_add(jiff_days(20)).unwrap() == until);
        assert!(filled != Some(false) && gap.reason == GapReason::Left, "{gap:?}");
        assert!(gap.until.is_none() || (gap.days - 20.0).abs() < 1e-9, "{gap:?}");
    }
    let vacant_evenings = year.days().iter().filter(|day| day.vacant == 2).count();
    assert!(50 < vacant_evenings && year.days().iter().all(|day| day.vacant == 1 + day.uncovered_channels));
}

fn jiff_days(days: i64) -> jiff::Span {
    jiff::Span::new().days(days)
}

#[test]
fn seats_of_an_evening_are_those_whose_gaps_span_it() {
    let year = simulation(busy(20), ("2026-01-01", "2026-07-01")).year(example(), 2).unwrap();
    let mut seen = (0, 0);
    for (day, evening) in year.days().iter().zip(1_u32..) {
        let at = f64::from(evening);
        // Who comes back at midnight was away that evening, and who goes then was not.
        let spans = |gap: &&bagan::simulate::SeatGap| gap.starts < at && at <= gap.starts + gap.days + 1e-9;
        let away = |gap: &&bagan::simulate::SeatGap| gap.reason == GapReason::Away;
        let (of_away, of_vacant): (Vec<_>, Vec<_>) = year.gaps().iter().filter(spans).partition(away);
        assert_eq!(
            (day.away as usize, day.vacant as usize),
            (of_away.len(), of_vacant.len()),
            "{}",
            day.date
        );
        seen = (seen.0 + of_away.len(), seen.1 + of_vacant.len());
    }
    assert!(100 < seen.0 && 100 < seen.1, "{seen:?}");
}

#[test]
fn a_day_and_an_org_without_channels_are_years_too() {
    let day = ("2026-01-05", "2026-01-06");
    assert_agrees(&simulation(busy(0), day), &example(), 2);
    assert_eq!(simulation(busy(0), day).year(example(), 0).unwrap().days().len(), 1);

    let mut nobody = OrgBuilder::new("Toko Uji", "IDR");
    nobody.channel("seo", "");
    let nobody = Arc::new(nobody.build().unwrap());
    let empty = simulation(Assumptions::default(), ("2026-01-01", "2026-02-01")).year(nobody, 0).unwrap();
    assert_eq!((empty.days().len(), empty.desks().len(), empty.gaps().len()), (31, 0, 0));
    assert!(empty.days().iter().all(|day| day.requests == 0 && day.uncovered_channels == 0 && day.left == 0));

    let none = simulation(busy(0), ("2026-01-05", "2026-01-05")).year(example(), 0);
    assert!(matches!(none, Err(SimulationError::NoDays { .. })));
}

#[test]
fn assumptions_of_one_design_hold_for_that_one_among_several() {
    let mut assumed = busy(0);
    assumed.positions.insert("asker".to_owned(), StaffAssumptions::default());
    let simulation = simulation(assumed, ("2026-01-01", "2026-02-01"));
    let line = Arc::new(crate::support::line(&[5, 0]));
    assert!(matches!(simulation.year(example(), 0), Err(SimulationError::Unknown { .. })));
    let years = simulation.years([("line", line), ("example", example())], 4).unwrap();
    let names: Vec<_> = years.iter().map(|(name, year)| (name.as_str(), year.replication())).collect();
    assert_eq!(names, [("line", 4), ("example", 4)]);
}

#[test]
fn a_year_is_an_object_that_programs_read() {
    let year = simulation(busy(0), ("2026-01-01", "2026-03-01")).year(example(), 1).unwrap();
    let json = serde_json::to_value(&year).unwrap();
    assert_eq!((&json["seed"], &json["replication"]), (&11.into(), &1.into()));
    let day = &json["days"][0];
    assert_eq!((&day["date"], &day["phase"]), (&"2026-01-01".into(), &"counted".into()));
    assert!(day["requests"].is_u64() && day["spent_so_far"].is_u64() && day["left"].is_u64());
    let gap = &json["gaps"][0];
    assert!(gap["from"].as_str().unwrap().starts_with("2026-") && gap["reason"].is_string(), "{gap}");
    assert_eq!(json["desks"][0]["waiting"].as_array().unwrap().len(), 59);
}

#[test]
fn seats_that_are_vacant_and_filled_are_gaps_until_then() {
    let mut assumed = busy(0);
    assumed.staff.vacant_seats = Some(VacantSeats::Fill);
    assumed.staff.leaving_per_year = Some(6.0);
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("social", "");
    org.position("dmm", "digital-marketing-manager").budget(1_000_000);
    org.position("social", "specialist").reports_to("dmm").channels(["social"]);
    let org = Arc::new(org.build().unwrap());
    let simulation = simulation(assumed, ("2026-01-01", "2027-01-01"));
    assert_agrees(&simulation, &org, 3);

    let year = simulation.year(Arc::clone(&org), 0).unwrap();
    assert!(year.org().positions().all(bagan::Position::is_vacant), "the org is that of the file");
    for seat in ["dmm", "social"] {
        let gaps: Vec<_> = year.gaps().iter().filter(|gap| gap.position == seat).collect();
        assert_eq!((gaps[0].reason, gaps[0].starts), (GapReason::Vacant, 0.0));
        assert!(gaps[0].until.is_some(), "{:?}", gaps[0]);
        assert!(gaps.iter().any(|gap| gap.reason == GapReason::Left));
        assert!(gaps.iter().all(|gap| gap.person.is_none()), "nobody of the file has left: {gaps:?}");
    }
}

#[test]
fn what_is_spent_and_left_make_the_budgets_whatever_platforms_serve() {
    for (from, to) in [(0.2, 0.9), (0.5, 2.0), (3.0, 9.0)] {
        let mut assumed = busy(0);
        assumed.requests.delivery = Some(Distribution::uniform(from, to).unwrap());
        let simulation = simulation(assumed, ("2026-01-01", "2027-01-01"));
        assert_agrees(&simulation, &example(), 2);
        let year = simulation.year(example(), 0).unwrap();
        let budgets = year.org().positions().filter_map(bagan::Position::budget);
        let budgets: i128 = budgets.map(|it| i128::from(it.minor())).sum();
        for day in year.days() {
            assert_eq!(day.spent_so_far + day.left, budgets, "{} of {from} to {to}", day.date);
        }
    }
}

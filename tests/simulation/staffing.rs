//! Vacancies, the moves that they set off, learning a job, and what seats cost while they are held.

use bagan::closed_forms::Manpower;
use bagan::simulate::assumptions::{MovesWithin, StaffAssumptions, VacantSeats};
use bagan::simulate::{Assumptions, Distribution, Outcomes};
use bagan::{Interval, Org, OrgBuilder, OrgSpec, RoleClass, Seniority, parse_date};
use serde_json::Value;

use crate::closed::mmc_wait;
use crate::numbers::{number, numbers};
use crate::shared;
use crate::support::{UNITS, assert_mean, assumptions, exponential, line, run, run_from, share};

/// The days of a year of a rate, for those of the year that is simulated.
const YEAR: f64 = 365.25 / 365.0;

fn days(count: f64) -> Distribution {
    Distribution::constant(count).unwrap()
}

/// Seats in grades, each of which leads to the next one, and that asks for no level: so many in each.
fn ladder(sizes: &[usize]) -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    for (grade, size) in sizes.iter().enumerate() {
        let role = org.role(&format!("g{grade}")).class(RoleClass::Other);
        if grade + 1 < sizes.len() {
            role.next([format!("g{}", grade + 1)]);
        } else {
            role.next([""; 0]);
        }
        for seat in 0..*size {
            org.position(&format!("g{grade}-{seat}"), &format!("g{grade}"))
                .holder(&format!("p{grade}-{seat}"));
        }
    }
    org.build().unwrap()
}

/// Seats that are filled at once, unless it is stated otherwise.
fn at_once() -> Assumptions {
    let mut assumed = Assumptions::default();
    assumed.staff.days_to_fill = Some(days(0.0));
    assumed.staff.days_to_promote = Some(days(0.0));
    assumed
}

/// States something of each seat of a grade.
fn state(assumed: &mut Assumptions, grade: usize, size: usize, state: impl Fn(&mut StaffAssumptions)) {
    for seat in 0..size {
        state(assumed.positions.entry(format!("g{grade}-{seat}")).or_default());
    }
}

fn values<'r>(outcomes: &'r Outcomes, name: &str) -> &'r [f64] {
    outcomes.figure(name).unwrap().values
}

fn mean_of(outcomes: &Outcomes, seat: &str, name: &str) -> f64 {
    let found = outcomes.of_position(seat).unwrap().find(|figure| figure.name == name);
    found.unwrap().estimate.mean().unwrap()
}

fn matrix(rows: &Value) -> Vec<Vec<f64>> {
    let row = |row: &Value| row.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect();
    rows.as_array().unwrap().iter().map(row).collect()
}

/// Asserts that a figure of all seats of a grade is within three standard errors of what is expected, as far as the
/// counts of different seats are independent.
#[track_caller]
fn assert_grade(outcomes: &Outcomes, grade: usize, size: usize, name: &str, expected: f64) {
    let (mut mean, mut variance) = (0.0, 0.0);
    for seat in 0..size {
        let id = format!("g{grade}-{seat}");
        let found = outcomes.of_position(&id).unwrap().find(|figure| figure.name == name).unwrap().estimate;
        mean += found.mean().unwrap();
        variance += found.standard_error().unwrap().powi(2);
    }
    let error = variance.sqrt();
    println!("g{grade} {name}: {mean} ± {error}, expected {expected}");
    assert!((mean - expected).abs() <= 3.0 * error, "g{grade} {name}: {mean} ± {error} is not {expected}");
    assert!(error < 0.05 * expected, "g{grade} {name}: {error} tells too little of {expected}");
}

#[test]
fn in_the_long_run_a_seat_is_held_as_much_as_holding_and_filling_have_it() {
    // A row: availability = MTBF / (MTBF + time to fill), with an MTBF of 365 days / attrition. It is that of the steady
    // state, so two years go by before days are counted, and depends on the mean time to fill alone: that is constant in
    // every other row.
    for (place, row) in shared::rows("closed_forms.json", &["vectors", "vacancy"]).into_iter().enumerate() {
        let (attrition, to_fill) = (number(&row, "annual_attrition"), number(&row, "time_to_fill_days"));
        let mut assumed = Assumptions::default();
        assumed.warm_up_days = 730;
        assumed.staff.leaving_per_year = Some(attrition * YEAR);
        let filling =
            if place % 2 == 0 { days(to_fill) } else { Distribution::exponential(to_fill).unwrap() };
        assumed.staff.days_to_fill = Some(filling);
        let outcomes = run_from("2024-01-02", ladder(&[400]), assumed, 200);
        let vacant = 1.0 - number(&row, "availability");
        assert_mean(&outcomes, "", "vacant_days", 1.0, 400.0 * 365.0 * vacant);
    }
}

#[test]
fn a_vacancy_sets_off_as_many_moves_as_whites_chains_have_it() {
    // Vacancies pass from a grade to the one below with the probability that the seat is filled from within, and leave the
    // org with a hire: a chain with an absorbing state. With Q for those probabilities, the row of (I - Q)^-1 for the grade
    // that somebody leaves has the vacancies expected in each grade; all but the first are opened by a move.
    let (size, within) = (20, [1.0, 0.3, 0.8, 0.5]);
    let passes = |from: usize, to: usize| if to + 1 == from { within[from] } else { 0.0 };
    let vacancies = (0..4).map(|from| (0..4).map(|to| passes(from, to)).collect()).collect();
    let vacancies = Manpower::new(vacancies).unwrap();
    for left in 1..4 {
        let mut assumed = at_once();
        for (grade, within) in within.into_iter().enumerate() {
            state(&mut assumed, grade, size, |staff| staff.filled_from_within = Some(within));
        }
        state(&mut assumed, left, size, |staff| staff.leaving_per_year = Some(1.0));
        let outcomes = run(ladder(&[size; 4]), assumed, 2_400);
        let moves: f64 = vacancies.fundamental()[left].iter().sum::<f64>() - 1.0;
        let (found, error) = share(&outcomes, "promotions", "resignations");
        println!("from g{left}: {found} ± {error} moves, expected {moves}");
        assert!(
            (found - moves).abs() <= 3.0 * error && error < 0.05 * moves,
            "{found} ± {error} is not {moves}"
        );
        for (grade, within) in within.iter().enumerate().take(left + 1).skip(1) {
            let resignations = outcomes.figure("resignations").unwrap().estimate.mean().unwrap();
            let opened = resignations * vacancies.fundamental()[left][grade];
            assert_grade(&outcomes, grade, size, "promotions_into", opened * within);
        }
        // The lowest grade has none below, so that everybody comes from outside, whatever is offered within.
        assert_eq!(values(&outcomes, "hires"), values(&outcomes, "resignations"));
    }
}

/// The sizes of grades that are in proportion, and whole: the smallest that are, above a total.
#[expect(clippy::cast_sign_loss, reason = "sizes are positive")]
fn whole(sizes: &[f64], at_least: f64) -> Option<(Vec<usize>, f64)> {
    let scales = (1..4_000).map(|count| f64::from(count) / sizes[0]);
    let fits = |scale: &f64| {
        let near = |size: &f64| (size * scale - (size * scale).round()).abs() < 1e-6;
        at_least <= sizes.iter().sum::<f64>() * scale && sizes.iter().all(near)
    };
    let scale = scales.into_iter().find(fits)?;
    Some((sizes.iter().map(|size| (size * scale).round() as usize).collect(), scale))
}

#[test]
fn staff_of_fixed_size_hires_and_promotes_as_manpower_planning_has_it() {
    // A row: of n people in grades, P moves up in a year and w leaves; n is the stationary staff, and its hires replace
    // those who leave. Here the sizes are those of the row and the seats are fixed, people leave at the rates w, and each
    // seat is filled at once; from within with the share of a grade's newcomers that the row promotes into it. Then as
    // many must be hired, and promoted into each grade, as in the row: n P of them. What differs: here a leaver makes
    // room for a promotion, and there promotions happen by themselves; a stationary staff cannot tell.
    // The row in which people also move down is left out, since no ladder leads down.
    let (mut used, mut left_out) = (0, 0);
    for row in shared::rows("closed_forms.json", &["vectors", "manpower"]) {
        let (rates, recruited) = (numbers(&row, "wastage"), numbers(&row, "r"));
        let up: Vec<Vec<f64>> = matrix(&row["P"]);
        let step = |from: usize| up[from].get(from + 1).copied().unwrap_or_default();
        let is_ladder = (0..up.len())
            .all(|from| (0..up.len()).all(|to| to == from || to == from + 1 || up[from][to] == 0.0));
        let fixed = row
            .get("size")
            .map(|_| (numbers(&row, "stationary_fixed_size"), number(&row, "annual_hires_fixed_size")));
        let (sizes, hires) =
            fixed.unwrap_or_else(|| (numbers(&row, "stationary_fixed_recruits"), number(&row, "recruits")));
        let Some((seats, scale)) = whole(&sizes, 100.0).filter(|_| is_ladder) else {
            left_out += 1;
            continue;
        };
        let mut assumed = at_once();
        let promoted = |into: usize| if into == 0 { 0.0 } else { sizes[into - 1] * step(into - 1) };
        for (grade, size) in seats.iter().enumerate() {
            let within = promoted(grade) / (promoted(grade) + recruited[grade] * hires);
            state(&mut assumed, grade, *size, |staff| {
                staff.leaving_per_year = Some(rates[grade] * YEAR);
                staff.filled_from_within = Some(within.min(1.0));
            });
        }
        let outcomes = run(ladder(&seats), assumed, 1_500);
        assert_mean(&outcomes, "", "hires", 1.0, hires * scale);
        assert_mean(&outcomes, "", "resignations", 1.0, hires * scale);
        for (grade, size) in seats.iter().enumerate().skip(1) {
            assert_grade(&outcomes, grade, *size, "promotions_into", promoted(grade) * scale);
        }
        used += 1;
    }
    assert!(used + left_out == 0 || (used, left_out) == (4, 1), "{used} rows, {left_out} left out");
}

#[test]
fn whoever_leaves_is_replaced_and_an_empty_seat_is_paid_to_nobody() {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    for seat in 0..10 {
        org.position(&format!("s{seat}"), "specialist").holder(&format!("p{seat}")).pay(120);
    }
    org.position("unpaid", "other").holder("volunteer");
    let org = org.build().unwrap();
    let mut assumed = Assumptions::default();
    assumed.staff.leaving_per_year = Some(2.0);
    assumed.staff.days_to_fill = Some(Distribution::exponential(30.0).unwrap());
    assumed.positions.entry("unpaid".to_owned()).or_default().leaving_per_year = Some(0.0);
    let outcomes = run(org, assumed.clone(), 800);
    for (cost, vacant) in values(&outcomes, "pay_cost").iter().zip(values(&outcomes, "vacant_days")) {
        let expected = 12_000.0 * (10.0 - vacant / 365.0);
        assert!((cost - expected).abs() < 1e-6, "{cost} is not {expected}");
    }
    // From a first day on which all are there: the share vacant after t is v (1 - e^(-(l + f) t)).
    let (leave, fill) = (2.0 / 365.25, 1.0 / 30.0);
    let rate: f64 = leave + fill;
    let vacant = leave / rate * (365.0 - (1.0 - (-rate * 365.0).exp()) / rate);
    assert_mean(&outcomes, "", "pay_cost", 1.0, 12_000.0 * 10.0 * (1.0 - vacant / 365.0));
    // Somebody comes at the end of each vacancy: as many as are vacant, at the rate of filling.
    assert_mean(&outcomes, "", "hires", 1.0, 10.0 * vacant * fill);
    assert_eq!(
        outcomes
            .of_position("unpaid")
            .unwrap()
            .find(|figure| figure.name == "pay_cost")
            .unwrap()
            .estimate
            .mean(),
        None
    );

    assumed.staff.days_to_fill = Some(days(0.0));
    assumed.positions.clear();
    let outcomes = run(line(&[1, 1]), assumed, 20);
    assert!(values(&outcomes, "resignations").iter().sum::<f64>() > 0.0);
    assert_eq!(values(&outcomes, "hires"), values(&outcomes, "resignations"));
    assert_eq!(outcomes.figure("pay_cost").unwrap().estimate.mean(), None, "nobody states any pay");
}

/// A desk whose seat is vacant in the file, and filled on the first morning.
fn newcomer() -> Org {
    let mut spec = OrgSpec::from(&line(&[1]));
    spec.positions["a0"].holder = None;
    Org::try_from(&spec).unwrap()
}

#[test]
fn whoever_learns_the_job_is_a_slower_server() {
    for (onboarding, mu, learning) in [(10_000.0, 0.5, 365.0 - 14.0), (14.0, 1.0, 0.0)] {
        let mut assumed = assumptions(0.4, exponential(1.0));
        assumed.staff.vacant_seats = Some(VacantSeats::Fill);
        assumed.staff.days_to_fill = Some(days(0.0));
        assumed.staff.onboarding_days = Some(days(onboarding));
        let outcomes = run(newcomer(), assumed, 30);
        assert_mean(&outcomes, "a0", "queue_mean", UNITS, mmc_wait(0.4, mu, 1));
        assert_mean(&outcomes, "a0", "load", 1.0, 0.4 / mu);
        assert!(values(&outcomes, "onboarding_days").iter().all(|days| (days - learning).abs() < 1e-9));
    }
    let mut assumed = assumptions(0.4, exponential(1.0));
    assumed.staff.vacant_seats = Some(VacantSeats::Fill);
    assumed.staff.days_to_fill = Some(days(0.0));
    assumed.staff.onboarding_days = Some(days(10_000.0));
    assumed.positions.entry("a0".to_owned()).or_default().onboarding_speed = Some(0.8);
    assert_mean(&run(newcomer(), assumed, 30), "a0", "queue_mean", UNITS, mmc_wait(0.4, 0.8, 1));
}

#[test]
fn whoever_learns_the_job_is_not_promoted_from_it() {
    // One seat above three: each of the three who were there at first may move up once, and nobody who came later.
    let mut assumed = at_once();
    assumed.staff.filled_from_within = Some(1.0);
    assumed.staff.onboarding_days = Some(days(10_000.0));
    state(&mut assumed, 1, 1, |staff| staff.leaving_per_year = Some(50.0));
    let outcomes = run(ladder(&[3, 1]), assumed, 20);
    assert!(values(&outcomes, "resignations").iter().all(|left| 3.0 < *left));
    assert!(values(&outcomes, "promotions").iter().all(|moved| *moved == 3.0));
}

#[test]
fn moves_between_equal_seats_end_when_everybody_has_moved_once() {
    let mut assumed = at_once();
    assumed.staff.filled_from_within = Some(1.0);
    assumed.staff.leaving_per_year = Some(1.0);
    let up = run(ladder(&[5]), assumed.clone(), 20);
    assert!(values(&up, "moves_across").iter().chain(values(&up, "promotions")).all(|moves| *moves == 0.0));
    assumed.staff.moves_within = Some(MovesWithin::UpOrAcross);
    let outcomes = run(ladder(&[5]), assumed, 20);
    assert_eq!(values(&outcomes, "hires"), values(&outcomes, "resignations"));
    for (moves, left) in values(&outcomes, "moves_across").iter().zip(values(&outcomes, "resignations")) {
        assert_eq!(*moves, 4.0 * left);
    }
}

#[test]
fn a_level_that_does_not_suffice_promotes_nobody() {
    for (level, promotes) in [(Seniority::Entry, false), (Seniority::Mid, true)] {
        let mut org = OrgBuilder::new("Toko Uji", "IDR");
        org.position("dmm", "digital-marketing-manager").holder("rina").level(Seniority::Mid);
        org.position("seo", "specialist").holder("budi").reports_to("dmm").level(level);
        let mut assumed = at_once();
        assumed.staff.filled_from_within = Some(1.0);
        assumed.positions.entry("dmm".to_owned()).or_default().leaving_per_year = Some(3.0);
        let outcomes = run(org.build().unwrap(), assumed, 20);
        let left = values(&outcomes, "resignations");
        let none = vec![0.0; left.len()];
        assert_eq!(values(&outcomes, "promotions"), if promotes { left } else { &none });
        assert_eq!(
            mean_of(&outcomes, "seo", "hires"),
            if promotes { mean_of(&outcomes, "dmm", "promotions_into") } else { 0.0 }
        );
    }
}

#[test]
fn who_is_away_takes_no_seat() {
    let mut assumed = at_once();
    assumed.staff.filled_from_within = Some(1.0);
    state(&mut assumed, 1, 1, |staff| staff.leaving_per_year = Some(20.0));
    // Away from the first morning on, and to the end.
    state(&mut assumed, 0, 1, |staff| {
        staff.absences_per_year = Some(1e9);
        staff.absence_days = Some(days(365.0));
    });
    let outcomes = run(ladder(&[1, 1]), assumed, 20);
    let away = values(&outcomes, "away_days");
    assert!(away.iter().all(|days| *days == 364.0), "{away:?}");
    // On the first day, before the first morning that anybody is away from, somebody may be there to move.
    assert!(
        values(&outcomes, "promotions").iter().sum::<f64>()
            < 0.1 * values(&outcomes, "hires").iter().sum::<f64>()
    );
}

#[test]
fn a_move_takes_its_days_and_leaves_the_other_seats_as_they_were() {
    let mut assumed = at_once();
    assumed.staff.days_to_promote = Some(days(10.0));
    assumed.staff.days_to_fill = Some(days(30.0));
    assumed.staff.leaving_per_year = Some(0.4);
    let org = || ladder(&[3, 2, 2]);
    let outside = run(org(), assumed.clone(), 40);
    state(&mut assumed, 2, 2, |staff| staff.filled_from_within = Some(1.0));
    let within = run(org(), assumed, 40);
    assert!(0.0 < values(&within, "promotions").iter().sum::<f64>());
    // Nobody moves up from the lowest grade: it sees the same people leave, and the same seats stay empty as long.
    for seat in 0..3 {
        for name in ["vacant_days", "hires"] {
            let id = format!("g0-{seat}");
            assert_eq!(mean_of(&within, &id, name).to_bits(), mean_of(&outside, &id, name).to_bits());
        }
    }
    let vacant = |outcomes: &Outcomes, seat: &str| mean_of(outcomes, seat, "vacant_days");
    assert!(vacant(&within, "g2-0") < 0.6 * vacant(&outside, "g2-0"), "10 days in place of 30");
    assert!(vacant(&outside, "g1-0") < vacant(&within, "g1-0"), "and a gap below");
}

/// A specialist alone on a channel, with all the money, whose seat is vacant.
fn gap(state: impl FnOnce(&mut OrgBuilder)) -> Org {
    let mut org = OrgBuilder::new("Toko Uji", "IDR");
    org.channel("seo", "");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000_000);
    org.position("seo", "specialist").reports_to("dmm").channels(["seo"]);
    org.position("friend", "specialist").holder("hired-1").reports_to("dmm");
    org.delegation("dmm", "seo", 900_000_000).channel("seo");
    state(&mut org);
    org.build().unwrap()
}

fn one_a_day() -> Assumptions {
    let mut assumed = Assumptions::default();
    assumed.requests.per_day = Some(1.0);
    assumed.requests.amount = Some(Distribution::constant(1.0).unwrap());
    assumed
}

#[test]
fn a_seat_that_is_vacant_in_the_file_stays_so_unless_somebody_is_looked_for() {
    let outcomes = run(gap(|_| ()), one_a_day(), 12);
    assert!(values(&outcomes, "vacant_days").iter().all(|days| *days == 365.0));
    assert!(
        values(&outcomes, "requests").iter().chain(values(&outcomes, "hires")).all(|count| *count == 0.0)
    );

    let mut assumed = one_a_day();
    assumed.staff.vacant_seats = Some(VacantSeats::Fill);
    assumed.staff.days_to_fill = Some(days(31.0));
    let filled = run(gap(|_| ()), assumed, 12);
    assert!(values(&filled, "vacant_days").iter().all(|days| *days == 31.0));
    assert!(values(&filled, "hires").iter().all(|count| *count == 1.0));
    // From then on the ledger takes what is asked, and all that comes is what nobody asked for before.
    assert_eq!(values(&filled, "approved_at_once"), values(&filled, "requests"));
    let asked = values(&filled, "requests").iter().zip(values(&filled, "uncovered_requests"));
    for ((asked, missed), all) in asked.zip(values(&outcomes, "uncovered_requests")) {
        assert_eq!(asked + missed, *all);
        assert!(0.0 < *asked && 0.0 < *missed);
    }
    assert_eq!(filled.org().position("seo").unwrap().holder(), None, "the org is told as the file states it");
}

#[test]
fn whoever_stands_in_asks_in_an_empty_seat_as_long_as_the_file_says() {
    let day = |date| parse_date(date).ok();
    let org = |from, until| {
        gap(|org| {
            org.stand_in("seo", "friend", Interval::new(day(from), day(until)).unwrap());
        })
    };
    let outcomes = run(org("2026-02-01", "2026-03-01"), one_a_day(), 12);
    assert!(values(&outcomes, "uncovered_channel_days").iter().all(|days| *days == 365.0 - 28.0));
    assert!(values(&outcomes, "requests").iter().all(|asked| 0.0 < *asked));
    assert_eq!(values(&outcomes, "approved_at_once"), values(&outcomes, "requests"));

    // Whoever stands in is there no more than in the own seat.
    let mut assumed = one_a_day();
    let friend = assumed.positions.entry("friend".to_owned()).or_default();
    friend.leaving_per_year = Some(1e4);
    friend.days_to_fill = Some(days(14.0));
    friend.onboarding_days = Some(days(1.0));
    let outcomes = run(org("2026-01-01", "2027-01-01"), assumed, 12);
    let days = values(&outcomes, "uncovered_channel_days");
    assert!(days.iter().all(|days| 361.0 < *days), "{days:?}");
}

#[test]
fn what_an_absent_approver_is_asked_for_comes_to_the_desk_of_whoever_stands_in() {
    // The approver of the line is away all year, and the file says who stands in.
    let mut spec = OrgSpec::from(&line(&[1_000_000, 0]));
    let mut deputy = OrgBuilder::new("Toko Uji", "IDR");
    deputy.position("deputy", "digital-marketing-manager").holder("wulan");
    deputy.position("a0", "digital-marketing-manager");
    deputy.stand_in("a0", "deputy", Interval::ALWAYS);
    let mut deputy = OrgSpec::from(&deputy.build().unwrap());
    spec.positions.insert("deputy".to_owned(), deputy.positions.swap_remove("deputy").unwrap());
    spec.stand_ins = deputy.stand_ins;
    let org = Org::try_from(&spec).unwrap();
    let mut assumed = assumptions(0.05, exponential(0.1));
    let away = assumed.positions.entry("a0".to_owned()).or_default();
    away.absences_per_year = Some(1e9);
    away.absence_days = Some(days(365.0));
    let outcomes = run(org, assumed, 12);
    assert_eq!(mean_of(&outcomes, "a0", "handled"), 0.0);
    assert_eq!(mean_of(&outcomes, "a1", "handled"), 0.0);
    assert!(1_000.0 < mean_of(&outcomes, "deputy", "handled"));
    assert!(values(&outcomes, "refused").iter().all(|refused| *refused == 0.0));
}

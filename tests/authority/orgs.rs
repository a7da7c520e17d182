//! Small orgs in which limits bind: amounts and limits of one magnitude, several accounts to a position.

use std::time::Duration;

use bagan::{Calendar, Date, Interval, Money, MonthDay, Org, OrgBuilder, Weekday, Window, parse_date};
use proptest::prelude::*;

const CHANNELS: [&str; 3] = ["seo", "paid-social", "email"];
const PEOPLE: [&str; 7] = ["rina", "budi", "sari", "agus", "dewi", "joko", "ayu"];

pub(crate) fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

pub(crate) fn shifted(date: Date, days: i32) -> Date {
    let length = Duration::from_secs(86_400 * u64::from(days.unsigned_abs()));
    if days < 0 { date.checked_sub(length).unwrap() } else { date.checked_add(length).unwrap() }
}

#[derive(Debug, Clone)]
struct Seat {
    manager: u8,
    is_root: bool,
    person: Option<u8>,
    acting: Option<u8>,
    budget: Option<i64>,
    approves_up_to: Option<i64>,
    channels: [bool; 3],
    /// Whether the first grant is general, from the manager, and in force on any day.
    is_steady: bool,
    grants: Vec<Grant>,
    /// Who stands in, and when.
    stand_in: Option<(u8, When)>,
}

#[derive(Debug, Clone)]
struct Grant {
    /// Where it comes from, if not from the manager.
    off_line: Option<u8>,
    channel: Option<u8>,
    amount: i64,
    limits: [Option<i64>; 4],
    /// An average day on a platform.
    average: Option<(i64, &'static str)>,
    when: When,
    renewed: bool,
}

#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    /// The fiscal year of today, or one before or after.
    Year(i8),
    From(i32),
    Until(i32),
    Days(i32, i32),
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        4 => Just(When::Always),
        3 => (-1..=1_i8).prop_map(When::Year),
        1 => (-20..=10_i32).prop_map(When::From),
        1 => (-10..=20_i32).prop_map(When::Until),
        1 => (-20..=5_i32, 1..=40_i32).prop_map(|(from, days)| When::Days(from, days)),
    ]
}

impl When {
    fn interval(self, calendar: Calendar) -> Interval {
        let year = calendar.fiscal_year(today());
        let (from, until) = match self {
            Self::Always => (None, None),
            Self::Year(step) => {
                let inside = [year.from().map(|from| shifted(from, -1)), Some(today()), year.until()];
                return calendar.fiscal_year(inside[usize::try_from(step + 1).unwrap()].unwrap());
            }
            Self::From(days) => (Some(shifted(today(), days)), None),
            Self::Until(days) => (None, Some(shifted(today(), days))),
            Self::Days(from, days) => (Some(shifted(today(), from)), Some(shifted(today(), from + days))),
        };
        Interval::new(from, until).unwrap()
    }
}

fn grant() -> impl Strategy<Value = Grant> {
    let limits = (
        prop::option::weighted(0.5, 1..=400_i64),
        prop::option::weighted(0.5, 1..=500_i64),
        prop::option::weighted(0.4, 1..=900_i64),
        prop::option::weighted(0.4, 1..=1_500_i64),
    );
    (
        prop::option::weighted(0.07, any::<u8>()),
        prop::option::weighted(0.5, 0..3_u8),
        100..=2_500_i64,
        limits,
        (when(), prop::bool::weighted(0.3)),
        prop::option::weighted(0.1, (1..=60_i64, prop::sample::select(&["google-ads", "meta"][..]))),
    )
        .prop_map(
            |(off_line, channel, amount, (transaction, day, week, month), (when, renewed), average)| Grant {
                off_line,
                channel,
                amount,
                limits: [transaction, day, week, month],
                average,
                when,
                renewed,
            },
        )
}

fn seat() -> impl Strategy<Value = Seat> {
    (
        (any::<u8>(), prop::bool::weighted(0.06)),
        (prop::option::weighted(0.9, 0..7_u8), prop::option::weighted(0.1, 0..7_u8)),
        prop::option::weighted(0.12, 300..=4_000_i64),
        prop::option::weighted(0.35, 50..=3_000_i64),
        prop::array::uniform3(prop::bool::weighted(0.7)),
        (prop::bool::weighted(0.8), prop::collection::vec(grant(), 1..=3)),
        prop::option::weighted(0.12, (any::<u8>(), when())),
    )
        .prop_map(
            |(
                (manager, is_root),
                (person, acting),
                budget,
                approves_up_to,
                channels,
                (is_steady, grants),
                stand_in,
            )| {
                Seat {
                    manager,
                    is_root,
                    person,
                    acting,
                    budget,
                    approves_up_to,
                    channels,
                    is_steady,
                    grants,
                    stand_in,
                }
            },
        )
}

/// What is one for the whole org.
#[derive(Debug, Clone)]
struct Frame {
    dual: Option<i64>,
    start: (i8, i8),
    week: Weekday,
    currency: &'static str,
    /// Whether the first budget is close to the most that can be counted.
    vast: bool,
}

fn frame() -> impl Strategy<Value = Frame> {
    (
        prop::option::weighted(0.4, 50..=1_000_i64),
        prop::sample::select(&[(1, 1), (1, 1), (7, 1), (2, 29), (4, 6), (7, 15)][..]),
        prop::sample::select(&[Weekday::Monday, Weekday::Sunday, Weekday::Thursday][..]),
        prop::sample::select(&["IDR", "JPY", "KWD"][..]),
        prop::bool::weighted(0.05),
    )
        .prop_map(|(dual, start, week, currency, vast)| Frame { dual, start, week, currency, vast })
}

/// Draws orgs of 3 to 10 positions.
pub(crate) fn small_org() -> impl Strategy<Value = Org> {
    (prop::collection::vec(seat(), 3..=10), frame()).prop_map(|(seats, frame)| build(&seats, &frame))
}

fn id(seat: usize) -> String {
    format!("p{seat}")
}

fn build(seats: &[Seat], frame: &Frame) -> Org {
    let mut org = OrgBuilder::new("Small", frame.currency);
    let calendar = Calendar::new(MonthDay::new(frame.start.0, frame.start.1).unwrap(), frame.week);
    org.calendar(calendar);
    let currency = org.currency().unwrap();
    org.policy_mut().thresholds.dual_control_above = frame.dual.map(|units| currency.major(units).unwrap());
    for channel in CHANNELS {
        org.channel(channel, "");
    }
    for (place, seat) in seats.iter().enumerate() {
        let mut draft = org.position(&id(place), "other");
        draft = draft.channels(CHANNELS.iter().zip(seat.channels).filter(|(_, on)| *on).map(|(id, _)| id));
        if let Some(manager) = seat.manager_of(place) {
            draft = draft.reports_to(&id(manager));
        }
        if let Some(person) = seat.person {
            // Two seats of one person come up where a number comes twice; most people have one.
            let own = usize::from(person) % PEOPLE.len();
            let unique = format!("{}-{place}", PEOPLE[own]);
            draft = draft.holder(if person < 3 { PEOPLE[own] } else { &unique });
        }
        if let Some(acting) = seat.acting {
            draft = draft.acting(PEOPLE[usize::from(acting)]);
        }
        if let Some(limit) = seat.approves_up_to {
            draft = draft.approves_up_to(limit);
        }
        let budget = if place == 0 { Some(seat.budget.unwrap_or(3_000)) } else { seat.budget };
        if place == 0 && frame.vast {
            draft.budget(Money::from_minor(i64::MAX - 1_000_000_000));
        } else if let Some(budget) = budget {
            draft.budget(budget);
        }
    }
    for (place, seat) in seats.iter().enumerate() {
        for (number, grant) in seat.grants.iter().enumerate() {
            let steady =
                Grant { off_line: None, channel: None, when: When::Always, renewed: false, ..grant.clone() };
            let grant = if number == 0 && seat.is_steady { &steady } else { grant };
            let other = |pick: u8| (place + 1 + usize::from(pick) % (seats.len() - 1)) % seats.len();
            let from = grant.off_line.map(other).or(seat.manager_of(place));
            let Some(from) = from else { continue };
            let next = grant.renewed.then_some(When::Year(1));
            for when in [Some(grant.when), next].into_iter().flatten() {
                let mut draft = org.delegation(&id(from), &id(place), grant.amount);
                draft = draft.valid(when.interval(calendar));
                if let Some(channel) = grant.channel {
                    draft = draft.channel(CHANNELS[usize::from(channel)]);
                }
                if let Some((day, platform)) = grant.average {
                    draft = draft.average(day, platform);
                }
                for (window, limit) in Window::ALL.iter().zip(grant.limits) {
                    if let Some(limit) = limit {
                        draft = draft.limit(*window, limit);
                    }
                }
            }
        }
        if let Some((by, when)) = seat.stand_in {
            let by = (place + 1 + usize::from(by) % (seats.len() - 1)) % seats.len();
            org.stand_in(&id(place), &id(by), when.interval(calendar));
        }
    }
    org.build().unwrap()
}

impl Seat {
    fn manager_of(&self, place: usize) -> Option<usize> {
        (place != 0 && !self.is_root).then(|| usize::from(self.manager) % place)
    }
}

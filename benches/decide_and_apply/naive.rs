//! What a competent user writes in an afternoon: ids as text, a map for each window.
#![expect(clippy::disallowed_types, reason = "it is the map that one takes; nothing of it is printed")]

use std::collections::HashMap;

use bagan::Date;

use crate::workload::{Ask, Seat, Workload};

#[derive(Default)]
struct Spent {
    days: HashMap<(String, Date), i64>,
    weeks: HashMap<(String, (i16, i8)), i64>,
    months: HashMap<(String, (i16, i8)), i64>,
    years: HashMap<String, i64>,
}

/// Decides all requests, spends those that are approved, and returns how many that are.
pub(crate) fn run(workload: &Workload) -> usize {
    let seats: HashMap<&str, &Seat> = workload.seats.iter().map(|seat| (seat.id.as_str(), seat)).collect();
    let mut spent = Spent::default();
    workload.asks.iter().filter(|ask| spend(&seats, workload, &mut spent, ask)).count()
}

fn spend(seats: &HashMap<&str, &Seat>, workload: &Workload, spent: &mut Spent, ask: &Ask) -> bool {
    let Some(seat) = seats.get(ask.position.as_str()).filter(|seat| seat.channel == ask.channel) else {
        return false;
    };
    let mut chain = Vec::new();
    let mut next = Some(*seat);
    while let Some(seat) = next {
        chain.push(seat);
        next = seat.manager.and_then(|above| workload.seats.get(above));
    }
    let amount = ask.amount.minor();
    let week = bagan::iso_week(ask.date);
    let month = (ask.date.year(), ask.date.month());
    let held = |map: Option<&i64>| map.copied().unwrap_or_default();
    for seat in &chain {
        let id = &seat.id;
        // The first has a budget, which has no limits.
        let is_limited = seat.manager.is_some();
        let over_day = seat.day < held(spent.days.get(&(id.clone(), ask.date))) + amount;
        let over_week = seat.week < held(spent.weeks.get(&(id.clone(), week))) + amount;
        let over_month = seat.month < held(spent.months.get(&(id.clone(), month))) + amount;
        let over_year = seat.amount < held(spent.years.get(id)) + amount;
        if over_year || is_limited && (over_day || over_week || over_month) {
            return false;
        }
    }
    for seat in &chain {
        let id = &seat.id;
        *spent.days.entry((id.clone(), ask.date)).or_default() += amount;
        *spent.weeks.entry((id.clone(), week)).or_default() += amount;
        *spent.months.entry((id.clone(), month)).or_default() += amount;
        *spent.years.entry(id.clone()).or_default() += amount;
    }
    true
}

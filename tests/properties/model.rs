//! A dumb model of an org: plain lists, answered by looking at everything. It shares no code with the crate.

use bagan::{Date, Interval, Org, OrgBuilder, RoleClass, parse_date};
use proptest::prelude::*;

/// Roles of every class, so that every rule meets every class.
pub(crate) const ROLES: &[&str] = &[
    "specialist",
    "digital-marketing-manager",
    "senior-specialist",
    "cmo",
    "director-of-marketing",
    "copywriter",
    "head-of-sales",
    "external",
    "other",
];

pub(crate) const CHANNELS: &[&str] = &["seo", "paid-social", "email", "数字"];

#[derive(Debug, Clone)]
pub(crate) struct Seat {
    /// The place of the manager; always below the seat's own, so that no circle can be.
    pub(crate) manager: Option<usize>,
    pub(crate) role: usize,
    pub(crate) holder: Option<u8>,
    pub(crate) acting: Option<u8>,
    pub(crate) budget: Option<i64>,
    pub(crate) channels: Vec<usize>,
    pub(crate) dotted: Vec<usize>,
    pub(crate) works_with: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Grant {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) channel: Option<usize>,
    pub(crate) amount: i64,
    pub(crate) day: Option<i64>,
    pub(crate) week: Option<i64>,
    /// The year from whose first day on, and before whose first day, it is in force.
    pub(crate) years: (Option<i16>, Option<i16>),
}

#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) seats: Vec<Seat>,
    pub(crate) grants: Vec<Grant>,
}

pub(crate) fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

pub(crate) fn new_year(year: i16) -> Date {
    parse_date(&format!("{year}-01-01")).unwrap()
}

pub(crate) fn id(seat: usize) -> String {
    format!("p{seat}")
}

impl Grant {
    pub(crate) fn is_in_force(&self, on: Date) -> bool {
        let (from, until) = self.years;
        from.is_none_or(|from| new_year(from) <= on) && until.is_none_or(|until| on < new_year(until))
    }
}

impl Model {
    /// States the org with its seats and grants in the orders given.
    pub(crate) fn build(&self, seats: &[usize], grants: &[usize]) -> Org {
        let mut org = OrgBuilder::new("Model", "IDR");
        for channel in CHANNELS {
            org.channel(channel, "");
        }
        for &index in seats {
            let seat = &self.seats[index];
            let mut draft = org.position(&id(index), ROLES[seat.role]);
            draft = draft.channels(seat.channels.iter().map(|&channel| CHANNELS[channel]));
            draft = draft.dotted_lines(seat.dotted.iter().map(|&other| id(other)));
            draft = draft.works_with(seat.works_with.iter().map(|&other| id(other)));
            if let Some(manager) = seat.manager {
                draft = draft.reports_to(&id(manager));
            }
            if let Some(holder) = seat.holder {
                draft = draft.holder(&format!("h{holder}"));
            }
            if let Some(acting) = seat.acting {
                draft = draft.acting(&format!("h{acting}"));
            }
            if let Some(budget) = seat.budget {
                draft.budget(budget);
            }
        }
        for &index in grants {
            let grant = &self.grants[index];
            let (from, until) = grant.years;
            let valid = Interval::new(from.map(new_year), until.map(new_year)).unwrap();
            let mut draft = org.delegation(&id(grant.from), &id(grant.to), grant.amount).valid(valid);
            if let Some(channel) = grant.channel {
                draft = draft.channel(CHANNELS[channel]);
            }
            if let Some(day) = grant.day {
                draft = draft.day(day);
            }
            if let Some(week) = grant.week {
                draft.week(week);
            }
        }
        org.build().unwrap()
    }

    pub(crate) fn build_in_order(&self) -> Org {
        let seats: Vec<usize> = (0..self.seats.len()).collect();
        let grants: Vec<usize> = (0..self.grants.len()).collect();
        self.build(&seats, &grants)
    }

    pub(crate) fn chain(&self, seat: usize) -> Vec<usize> {
        let mut chain = Vec::new();
        let mut at = self.seats[seat].manager;
        while let Some(manager) = at {
            chain.push(manager);
            at = self.seats[manager].manager;
        }
        chain
    }

    pub(crate) fn reports(&self, seat: usize) -> Vec<usize> {
        (0..self.seats.len()).filter(|&other| self.seats[other].manager == Some(seat)).collect()
    }

    pub(crate) fn held(&self, seat: usize, on: Date) -> i64 {
        let granted: i64 =
            self.grants.iter().filter(|g| g.to == seat && g.is_in_force(on)).map(|g| g.amount).sum();
        granted + self.seats[seat].budget.unwrap_or(0)
    }

    pub(crate) fn delegated(&self, seat: usize, on: Date) -> i64 {
        self.grants.iter().filter(|g| g.from == seat && g.is_in_force(on)).map(|g| g.amount).sum()
    }
}

/// What a seat is made of; `cut` picks its manager among the seats before it.
type Raw = (
    Option<prop::sample::Index>,
    usize,
    Option<u8>,
    Option<u8>,
    Option<i64>,
    Vec<usize>,
    Vec<prop::sample::Index>,
    Vec<prop::sample::Index>,
);

fn raw_seat() -> impl Strategy<Value = Raw> {
    (
        prop::option::weighted(0.9, any::<prop::sample::Index>()),
        0..ROLES.len(),
        prop::option::weighted(0.8, 0..12_u8),
        prop::option::weighted(0.1, 0..12_u8),
        prop::option::weighted(0.3, 0..1000_i64),
        prop::sample::subsequence((0..CHANNELS.len()).collect::<Vec<_>>(), 0..=3),
        prop::collection::vec(any::<prop::sample::Index>(), 0..2),
        prop::collection::vec(any::<prop::sample::Index>(), 0..3),
    )
}

fn distinct_others(picks: &[prop::sample::Index], own: usize, count: usize) -> Vec<usize> {
    let mut others: Vec<usize> = picks.iter().map(|pick| pick.index(count)).filter(|&o| o != own).collect();
    others.sort_unstable();
    others.dedup();
    others
}

fn seats() -> impl Strategy<Value = Vec<Seat>> {
    prop::collection::vec(raw_seat(), 1..25).prop_map(|raw| {
        let count = raw.len();
        let make = |(own, raw): (usize, Raw)| {
            let (manager, role, holder, acting, budget, channels, dotted, works_with) = raw;
            Seat {
                manager: manager.filter(|_| own != 0).map(|pick| pick.index(own)),
                role,
                holder,
                acting: acting.filter(|_| holder.is_none()),
                budget,
                channels,
                dotted: distinct_others(&dotted, own, count),
                works_with: distinct_others(&works_with, own, count),
            }
        };
        raw.into_iter().enumerate().map(make).collect()
    })
}

fn grant(count: usize) -> impl Strategy<Value = Grant> {
    let year = || prop::option::weighted(0.7, 2025..2029_i16);
    (
        (0..count, 1..count.max(2)),
        prop::option::of(0..CHANNELS.len()),
        0..500_i64,
        prop::option::of(0..50_i64),
        prop::option::of(0..300_i64),
        (year(), year()),
    )
        .prop_map(move |((from, step), channel, amount, day, week, (a, b))| {
            let years = match (a, b) {
                (Some(a), Some(b)) if b <= a => (Some(b), Some(a + 1)),
                years => years,
            };
            Grant { from, to: (from + step) % count, channel, amount, day, week, years }
        })
}

pub(crate) fn model() -> impl Strategy<Value = Model> {
    seats().prop_flat_map(|seats| {
        let most = if seats.len() < 2 { 0 } else { 12 };
        let grants = prop::collection::vec(grant(seats.len().max(2)), 0..=most);
        grants.prop_map(move |grants| Model { seats: seats.clone(), grants })
    })
}

/// Where a role leads, read from what the org states and the facts of classes: the one thing that oracles need of it.
pub(crate) fn steps(org: &Org) -> Vec<Vec<usize>> {
    let roles: Vec<_> = org.roles().collect();
    let place = |id: &str| roles.iter().position(|role| role.id() == id).unwrap();
    let by_class = |classes: &[RoleClass]| {
        let mut next = Vec::new();
        for class in classes {
            let mut ids: Vec<&str> =
                roles.iter().filter(|role| role.class() == *class).map(|role| role.id()).collect();
            ids.sort_unstable();
            next.extend(ids.into_iter().map(place));
        }
        next
    };
    let steps = roles.iter().map(|role| match role.stated_next() {
        Some(next) => next.map(|role| place(role.id())).collect(),
        None => by_class(role.class().facts().next),
    });
    steps.collect()
}

/// Lists the ways from one node to another that visit none twice, by recursion; at most so many.
pub(crate) fn ways(
    steps: &[Vec<usize>],
    path: &mut Vec<usize>,
    to: usize,
    most: usize,
    found: &mut Vec<Vec<usize>>,
) {
    let at = *path.last().unwrap();
    if found.len() == most {
        return;
    }
    if at == to {
        found.push(path.clone());
        return;
    }
    for &next in &steps[at] {
        if !path.contains(&next) {
            path.push(next);
            ways(steps, path, to, most, found);
            path.pop();
        }
    }
}

/// The fewest steps from each node to each, by letting each node be passed in turn (Floyd and Warshall).
pub(crate) fn distances(steps: &[Vec<usize>]) -> Vec<Vec<Option<u32>>> {
    let count = steps.len();
    let mut distances = vec![vec![None; count]; count];
    for from in 0..count {
        for &to in &steps[from] {
            distances[from][to] = Some(1);
        }
        distances[from][from] = Some(0);
    }
    for by in 0..count {
        for from in 0..count {
            for to in 0..count {
                let through = distances[from][by].zip(distances[by][to]).map(|(a, b): (u32, u32)| a + b);
                distances[from][to] = match (distances[from][to], through) {
                    (Some(known), Some(new)) => Some(known.min(new)),
                    (known, new) => known.or(new),
                };
            }
        }
    }
    distances
}

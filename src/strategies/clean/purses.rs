//! The money: who holds how much, and from whom.

use crate::role::RoleClass;
use crate::strategies::clean::channels::Channels;
use crate::strategies::clean::evening::Evening;
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::people::Filled;
use crate::strategies::clean::raw::RawSeat;

/// An amount that every limit of a plan is a whole share of.
pub(super) const PART: i64 = 8_400;

/// What a position holds, in parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Purse {
    /// Who delegates to it; a budget of its own if nobody does.
    pub(super) fed_by: Option<usize>,
    /// What it is given, to spend and to pass on.
    pub(super) given: i64,
    /// What it holds besides as a budget of its own.
    pub(super) topped_up: i64,
    /// Whether others are fed from it.
    pub(super) feeds: bool,
    /// Whether it is fed for all of its channels at once.
    pub(super) general: bool,
    /// Whether it has money to spend itself.
    spends: bool,
}

impl Purse {
    fn is_open(&self) -> bool {
        self.spends || self.feeds
    }
}

/// Fills the purses from below: each holds what it spends, what it passes on, and a reserve of a quarter at most.
pub(super) fn fill(seats: &[Seat], raw: &[&RawSeat], filled: &[Filled], channels: &Channels) -> Vec<Purse> {
    let feeders = feeders(seats, raw, filled);
    let mut purses: Vec<Purse> = (0..seats.len())
        .map(|place| purse(place, seats, raw, &feeders, channels))
        .map(Option::unwrap_or_default)
        .collect();
    open(seats, &feeders, &mut purses);
    let evening = Evening { seats, raw, channels };
    let mut passed_on = vec![0; seats.len()];
    for (place, drawn) in raw.iter().enumerate().rev() {
        evening.even_out(place, &mut purses, &mut passed_on);
        let below = passed_on.get(place).copied().unwrap_or_default();
        let Some(purse) = purses.get_mut(place).filter(|purse| purse.is_open()) else { continue };
        let own = shares(channels.of.get(place).map_or(0, Vec::len)) * drawn.money.parts;
        let own = if purse.spends { own } else { 0 };
        // A third of what is passed on is a quarter of the whole.
        let reserve = if purse.feeds && drawn.money.reserve.is_some() { below / 3 } else { 0 };
        let may_hold = seats.get(place).is_some_and(may_hold_budget);
        let topped_up = purse.fed_by.is_some() && may_hold && drawn.money.reserve == Some(true);
        purse.topped_up = if topped_up { reserve } else { 0 };
        purse.given = own + below + reserve - purse.topped_up;
        if let Some(slot) = purse.fed_by.and_then(|feeder| passed_on.get_mut(feeder)) {
            *slot += purse.given;
        }
    }
    purses
}

/// Returns into how many shares money for so many channels is divided; money for none is one.
pub(super) fn shares(channels: usize) -> i64 {
    i64::try_from(channels.max(1)).unwrap_or(1)
}

fn may_hold_budget(seat: &Seat) -> bool {
    let class = seat.class();
    class.facts().may_hold_budget.is_allowed() || class == RoleClass::External
}

/// Returns who above each position would feed it: the lowest who passes money on.
fn feeders(seats: &[Seat], raw: &[&RawSeat], filled: &[Filled]) -> Vec<Option<usize>> {
    let passes_on = |place: usize| {
        let (Some(seat), Some(raw), Some(filled)) = (seats.get(place), raw.get(place), filled.get(place))
        else {
            return false;
        };
        let specialist = |report: &usize| seats.get(*report).is_some_and(|seat| seat.class().is_specialist());
        match seat.class() {
            RoleClass::Manager => true,
            RoleClass::Specialist | RoleClass::Contributor => false,
            RoleClass::External if seat.reports.iter().any(specialist) => true,
            RoleClass::External => raw.money.passes_on && *filled != Filled::Empty,
            _ => raw.money.passes_on,
        }
    };
    let mut feeders: Vec<Option<usize>> = Vec::with_capacity(seats.len());
    for seat in seats {
        let feeder = seat.manager.and_then(|manager| {
            if passes_on(manager) { Some(manager) } else { feeders.get(manager).copied().flatten() }
        });
        feeders.push(feeder);
    }
    feeders
}

/// Returns the purse of a position before it is known what it feeds.
fn purse(
    place: usize,
    seats: &[Seat],
    raw: &[&RawSeat],
    feeders: &[Option<usize>],
    channels: &Channels,
) -> Option<Purse> {
    let (seat, raw) = (seats.get(place)?, raw.get(place)?);
    let may_hold = may_hold_budget(seat);
    let fed_by = feeders.get(place).copied().flatten().filter(|_| !(raw.money.own_budget && may_hold));
    let spends = if seat.class().is_specialist() {
        channels.is_first.get(place).copied().unwrap_or_default() || !raw.work.unpaid
    } else {
        seat.reports.is_empty() && raw.money.spends && (fed_by.is_some() || may_hold)
    };
    Some(Purse { fed_by, spends, ..Purse::default() })
}

/// Opens the purses of those who feed others, and sees that every DMM with a team has somebody to feed (S12).
fn open(seats: &[Seat], feeders: &[Option<usize>], purses: &mut [Purse]) {
    for (place, seat) in seats.iter().enumerate().rev() {
        let feeds = purses.get(place).is_some_and(|purse| purse.feeds);
        if seat.class() == RoleClass::Manager && !seat.reports.is_empty() && !feeds {
            feed_one_below(place, seats, feeders, purses);
        }
        let fed_by = purses.get(place).filter(|purse| purse.is_open()).and_then(|purse| purse.fed_by);
        if let Some(feeder) = fed_by.and_then(|feeder| purses.get_mut(feeder)) {
            feeder.feeds = true;
        }
    }
}

/// Gives money to the lowest of the first reports below, all the way down from a position.
fn feed_one_below(top: usize, seats: &[Seat], feeders: &[Option<usize>], purses: &mut [Purse]) {
    let first_report = |place: &usize| seats.get(*place)?.reports.first().copied();
    let Some(lowest) = std::iter::successors(Some(top), first_report).last() else { return };
    if let Some(purse) = purses.get_mut(lowest) {
        purse.spends = true;
    }
    let mut place = lowest;
    while place != top {
        let Some(feeder) = feeders.get(place).copied().flatten() else { return };
        if let Some(purse) = purses.get_mut(place) {
            purse.fed_by = Some(feeder);
        }
        if let Some(purse) = purses.get_mut(feeder) {
            purse.feeds = true;
        }
        place = feeder;
    }
}

//! A design with its assumptions, worked out once for all replications.

use std::sync::Arc;

use crate::authority::Ledger;
use crate::calendar::{Date, Day};
use crate::money::Money;
use crate::org::{Account, Channel, ChannelIx, Org, Position, PositionIx};
use crate::ratio::length;
use crate::simulate::assumptions::{Assumptions, DeskAssumptions, QueueOrder, Route, WorkingHours};
use crate::simulate::distribution::{Distribution, DistributionSpec, Sampler};
use crate::simulate::engine::arrivals::{Pattern, day_start};
use crate::simulate::engine::hours::{DAY, Hours};
use crate::simulate::engine::judging::Judges;
use crate::simulate::engine::succession::{Ready, Start, Succession, staffed};
use crate::simulate::error::SimulationError;
use crate::simulate::timeline::DayPhase;

/// Everything that does not change between replications.
#[derive(Debug)]
pub(in crate::simulate) struct Plan {
    pub(super) org: Arc<Org>,
    /// A ledger without entries.
    pub(super) ledger: Ledger,
    /// The days that are simulated, those of the warm-up included.
    pub(super) days: Vec<Day>,
    pub(super) warm_up_days: usize,
    pub(super) route: Route,
    pub(super) sources: Vec<Source>,
    /// By position.
    pub(super) seats: Vec<Seat>,
    /// By role: who is ready for its seats.
    pub(super) ready: Vec<Ready>,
    /// The moments at which a stand-in begins or ends for somebody who asks at a source, and the source.
    pub(super) stand_in_days: Vec<(f64, usize)>,
}

/// Where the requests for one channel come from.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) channel: ChannelIx,
    pub(super) id: String,
    pub(super) pattern: Pattern,
    pub(super) amount: Sampler,
    /// The positions that ask, and the minor units that a drawn amount of 1 is for each.
    pub(super) askers: Vec<(PositionIx, f64)>,
    pub(super) bad_share: f64,
    pub(super) appeals: u32,
    /// The multiple of what was asked for that is served; none where it is what was asked for.
    pub(super) delivery: Option<Sampler>,
}

/// What is assumed of one position.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) start: Start,
    /// The sources at which it asks.
    pub(super) asks_at: Vec<u32>,
    /// The sources at which it may ask for others, as their stand-in.
    pub(super) stands_in_at: Vec<u32>,
    pub(super) desk: DeskPlan,
    pub(super) absences_per_minute: f64,
    pub(super) absence_days: Sampler,
    pub(super) leaving_per_minute: f64,
    pub(super) succession: Succession,
    /// The pay of a year in minor units, if it is stated.
    pay: Option<Money>,
}

/// How one desk works.
#[derive(Debug)]
pub(super) struct DeskPlan {
    pub(super) hours: Hours,
    pub(super) service: Sampler,
    /// The minutes of working time that a request takes on average, other work and all times that it comes back included.
    mean: f64,
    /// How many times as long everything takes, for other work.
    pub(super) slowness: f64,
    pub(super) order: QueueOrder,
    pub(super) servers: u32,
    pub(super) room: u32,
    pub(super) rework: f64,
    pub(super) judges: Judges,
}

/// The share of working time that goes to other work unless it is stated.
const OTHER_WORK: f64 = 0.75;

const MINUTES_OF_YEAR: f64 = 365.25 * 1_440.0;

/// The share of its money that a position spends where no amounts are stated.
const SPENT: f64 = 0.9;

/// How far amounts are spread where none are stated.
const SPREAD: f64 = 0.8;

impl Plan {
    /// Works out a design for the days from one to before another.
    pub(in crate::simulate) fn new(
        file: &Arc<Org>,
        assumed: &Assumptions,
        (from, until): (Date, Date),
    ) -> Result<Self, SimulationError> {
        let org = staffed(file, assumed)?;
        let ledger = Ledger::new(Arc::clone(&org));
        let days: Vec<Day> = std::iter::successors(Some(from), |day| day.tomorrow().ok())
            .take_while(|day| *day < until)
            .map(|day| ledger.day(day))
            .collect();
        if days.len() <= assumed.warm_up_days as usize {
            return Err(SimulationError::NoDays { from, until });
        }
        let first = days.first().map_or(0, |day| weekday(*day));
        let mut seats = Vec::with_capacity(org.position_count());
        for position in file.positions() {
            seats.push(Seat::new(position, assumed, first));
        }
        let ready = Ready::of_roles(&org, seats.iter().map(|seat| &seat.succession));
        let mut sources = Vec::new();
        for channel in org.channels() {
            let Some(source) = Source::new(channel, assumed, &days, from) else { continue };
            for (asker, _) in &source.askers {
                if let Some(seat) = seats.get_mut(asker.index()) {
                    seat.asks_at.push(u32::try_from(sources.len()).unwrap_or(u32::MAX));
                }
            }
            sources.push(source);
        }
        let warm_up_days = assumed.warm_up_days as usize;
        let mut plan = Self {
            org,
            ledger,
            days,
            warm_up_days,
            route: assumed.route,
            sources,
            seats,
            ready,
            stand_in_days: Vec::new(),
        };
        plan.find_stand_ins();
        Ok(plan)
    }
}

impl Plan {
    pub(in crate::simulate) fn org(&self) -> &Org {
        &self.org
    }

    /// Returns the days that are simulated, and whether each counts.
    pub(in crate::simulate) fn dates(&self) -> impl Iterator<Item = (Date, DayPhase)> {
        self.days.iter().enumerate().map(|(place, day)| {
            let phase = if place < self.warm_up_days { DayPhase::WarmUp } else { DayPhase::Counted };
            (day.date, phase)
        })
    }

    /// Returns how many days are simulated.
    pub(in crate::simulate) fn length_in_days(&self) -> f64 {
        length(self.days.len())
    }

    /// Returns the date so many days after the beginning of the first day; none past the last.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a day of the simulation")]
    pub(in crate::simulate) fn date_after(&self, days: f64) -> Option<Date> {
        self.days.get(days as usize).map(|day| day.date)
    }

    /// Returns the places of the channels that requests come for.
    pub(in crate::simulate) fn channels(&self) -> Vec<usize> {
        self.sources.iter().map(|source| source.channel.index()).collect()
    }

    /// Returns the fiscal years that are counted, the warm-up left aside: 1 for 365 or 366 days.
    pub(in crate::simulate) fn years(&self) -> f64 {
        match self.days.len().saturating_sub(self.warm_up_days) {
            365 | 366 => 1.0,
            days => length(days) / 365.25,
        }
    }

    /// Returns what a position is paid for so many minutes that it is held, in minor units; no number if it states no pay.
    pub(in crate::simulate) fn pay(&self, place: usize, held_minutes: f64) -> f64 {
        let counted = length(self.days.len().saturating_sub(self.warm_up_days)) * DAY;
        let pay = self.seats.get(place).and_then(|seat| seat.pay);
        pay.map_or(f64::NAN, |pay| minor(pay) * self.years() * (held_minutes / counted))
    }

    /// Returns when half of the days that are counted are over, but for whole weeks that are left, so that it is the same
    /// time of the same weekday as the end; never where there are too few.
    pub(super) fn halfway(&self) -> f64 {
        let half = self.days.len().saturating_sub(self.warm_up_days) / 2;
        let left = half.div_ceil(7) * 7;
        if half < 7 { f64::INFINITY } else { day_start(self.days.len() - left) }
    }

    /// Returns so many minutes of work as a share of the working time at a desk in the days that are counted.
    pub(in crate::simulate) fn load(&self, place: usize, worked: f64) -> f64 {
        let Some(seat) = self.seats.get(place) else { return f64::NAN };
        let (from, until) = (day_start(self.warm_up_days), day_start(self.days.len()));
        let hours = &seat.desk.hours;
        worked / ((hours.worked(until) - hours.worked(from)) * f64::from(seat.desk.servers))
    }

    /// Returns so many requests that came to a desk as a share of what it can do in the days that are counted; from 1 on it
    /// falls behind ever further, however long it works. Somebody who learns the job counts as one who knows it.
    pub(in crate::simulate) fn offered(&self, place: usize, came: f64) -> f64 {
        let mean = self.seats.get(place).map_or(f64::NAN, |seat| seat.desk.mean);
        if came <= 0.0 { 0.0 } else { self.load(place, came * mean) }
    }
}

/// Returns the place of the weekday of a day, Monday first.
fn weekday(day: Day) -> usize {
    usize::try_from((day.number + 3).rem_euclid(7)).unwrap_or_default()
}

impl Source {
    fn new(channel: Channel<'_>, assumed: &Assumptions, days: &[Day], on: Date) -> Option<Self> {
        let requests = assumed.requests_on(channel.id());
        let positions: Vec<Position<'_>> = channel.positions().collect();
        if positions.is_empty() {
            return None;
        }
        let count = length(positions.len());
        let per_day = requests.per_day.unwrap_or(count);
        let hours = requests.hours.unwrap_or_else(WorkingHours::office);
        let months = requests.months.unwrap_or([1.0; 12]);
        let works = hours.works();
        let weight = |day: &Day| {
            let month = usize::from(day.date.month().unsigned_abs()).saturating_sub(1);
            let works = works.get(weekday(*day)).copied().unwrap_or_default();
            if works { months.get(month).copied().unwrap_or(1.0) } else { 0.0 }
        };
        let pattern = Pattern::new(days.iter().map(|day| per_day * weight(day)), hours.minutes());
        let per_major = 10_f64.powi(i32::try_from(channel.org().currency().minor_digits()).unwrap_or(2));
        // What one position asks for in a year of weight 1 throughout, as far as amounts follow from its money.
        let per_year = per_day / count * length(works.iter().filter(|works| **works).count()) / 7.0 * 365.25;
        let unit = |position: Position<'_>| match &requests.amount {
            Some(_) => per_major,
            None => money_for(position, channel, on) * SPENT / per_year,
        };
        let askers = positions.iter().map(|position| (position.ix(), unit(*position))).collect();
        let relative = || distribution(DistributionSpec::Lognormal { mean: 1.0, spread: SPREAD });
        let amount = requests.amount.unwrap_or_else(relative).sampler();
        Some(Self {
            channel: channel.ix(),
            id: channel.id().to_owned(),
            pattern,
            amount,
            askers,
            bad_share: requests.bad_share.unwrap_or_default(),
            appeals: requests.appeals.unwrap_or_default(),
            delivery: requests.delivery.filter(|delivery| !is_one(delivery)).map(|of| of.sampler()),
        })
    }
}

/// Returns whether exactly what was asked for is served.
fn is_one(delivery: &Distribution) -> bool {
    matches!(delivery.spec(), DistributionSpec::Constant(multiple) if multiple.total_cmp(&1.0).is_eq())
}

/// Returns what a position has for a channel, in minor units; 1 where it has nothing, to ask for in vain.
///
/// Money that covers several of its channels is as much for one as for another.
fn money_for(position: Position<'_>, channel: Channel<'_>, on: Date) -> f64 {
    let account = position.account_for(channel, on);
    let sharing = position.channels().filter(|other| position.account_for(*other, on) == account).count();
    let amount = account.map(Account::amount).unwrap_or_default();
    minor(amount.max(Money::from_minor(1))) / length(sharing)
}

#[expect(clippy::cast_precision_loss, reason = "the mean of a distribution of amounts")]
fn minor(money: Money) -> f64 {
    money.minor() as f64
}

impl Seat {
    fn new(position: Position<'_>, assumed: &Assumptions, first: usize) -> Self {
        let staff = assumed.staff_of(position.id());
        let per_minute = |per_year: Option<f64>| per_year.unwrap_or_default() / MINUTES_OF_YEAR;
        let five = || distribution(DistributionSpec::Constant(5.0));
        let succession = Succession::new(position, &staff);
        Self {
            start: Start::of(position, &staff),
            asks_at: Vec::new(),
            stands_in_at: Vec::new(),
            desk: DeskPlan::new(&assumed.desk_of(position.id()), first),
            absences_per_minute: per_minute(staff.absences_per_year),
            absence_days: staff.absence_days.unwrap_or_else(five).sampler(),
            leaving_per_minute: per_minute(staff.leaving_per_year),
            succession,
            pay: position.pay(),
        }
    }
}

/// Returns a distribution that is known to be one.
pub(super) fn distribution(of: DistributionSpec) -> Distribution {
    #[expect(clippy::unwrap_used, reason = "invariant: the defaults are distributions")]
    Distribution::try_from(of).unwrap()
}

impl DeskPlan {
    fn new(assumed: &DeskAssumptions, first: usize) -> Self {
        let fifteen = || distribution(DistributionSpec::Exponential { mean: 15.0 });
        let service = assumed.service.clone().unwrap_or_else(fifteen);
        let hours = assumed.hours.clone().unwrap_or_else(WorkingHours::office);
        let slowness = 1.0 / (1.0 - assumed.other_work.unwrap_or(OTHER_WORK));
        let rework = assumed.rework.unwrap_or_default();
        Self {
            hours: Hours::new(hours.minutes(), hours.works(), first),
            mean: service.mean().unwrap_or(f64::INFINITY) * slowness / (1.0 - rework),
            service: service.sampler(),
            slowness,
            order: assumed.order.unwrap_or(QueueOrder::Arrival),
            servers: assumed.servers.unwrap_or(1),
            room: assumed.room.unwrap_or(u32::MAX),
            rework,
            judges: Judges::new(assumed),
        }
    }
}

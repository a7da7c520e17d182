//! The figures of one year: what a replication comes to, as a row of numbers that are always the same ones.

use crate::ratio::{float, length};
use crate::risk::Failed;
use crate::simulate::engine::{Asked, Delivered, Plan, Refusal, Sat, Tally};
use crate::simulate::statistics::{QuantileType, Quantiles};
use crate::words::word_enum;

word_enum! {
    /// What an outcome of a simulation is counted in.
    pub enum OutcomeUnit ("unit of an outcome") {
        /// Requests to spend.
        Requests = "requests",
        /// Judgements of requests: one of each who judges.
        Judgements = "judgements",
        /// Hours on the clock.
        Hours = "hours",
        /// Days on the calendar.
        Days = "days",
        /// Minor units of the org's currency.
        MinorUnits = "minor units",
        /// A share, from 0 to 1.
        Share = "share",
        /// Layers above who asks.
        Levels = "levels",
        /// People.
        People = "people",
        /// Outcomes of the org that failed.
        Failures = "failures",
    }
}

/// One year: what happened in it, and what failed.
pub(super) struct Year<'y> {
    pub(super) plan: &'y Plan,
    pub(super) tally: &'y Tally,
    pub(super) failed: &'y [Failed],
    /// All waits; none of a year without any.
    pub(super) waits: Option<&'y Quantiles>,
}

/// A figure by its name, with its unit.
type Named<F> = (&'static str, OutcomeUnit, F);
type OfDesign = fn(&Year<'_>) -> f64;
type OfChannel = fn(&Year<'_>, &Asked) -> f64;
type OfPosition = fn(&Year<'_>, usize, &Sat) -> f64;

use OutcomeUnit::{Days, Failures, Hours, Judgements, Levels, MinorUnits, People, Requests, Share};

/// The figures of a whole design.
pub(super) const OF_DESIGN: &[Named<OfDesign>] = &[
    ("requests", Requests, |year| year.sum(|asked| asked.requests)),
    ("uncovered_requests", Requests, |year| year.sum(|asked| asked.uncovered)),
    ("approved_at_once", Requests, |year| year.sum(|asked| asked.approved_at_once)),
    ("approved_after_approval", Requests, |year| year.sum(after_approval)),
    ("refused", Requests, |year| year.sum(|asked| asked.refused.iter().sum())),
    ("refused_no_account", Requests, |year| year.refused(Refusal::NoAccount)),
    ("refused_exhausted", Requests, |year| year.refused(Refusal::Exhausted)),
    ("refused_nobody_there", Requests, |year| year.refused(Refusal::NobodyThere)),
    ("refused_no_room", Requests, |year| year.refused(Refusal::NoRoom)),
    ("refused_rejected", Requests, |year| year.refused(Refusal::Rejected)),
    ("refused_position_vacant", Requests, |year| year.refused(Refusal::PositionVacant)),
    ("refused_other", Requests, |year| year.refused(Refusal::Other)),
    ("still_waiting", Requests, |year| float(year.tally.still_waiting)),
    ("waiting_halfway", Requests, |year| year.tally.waiting_halfway),
    ("wait_mean", Hours, |year| mean(year.waits.map_or(&[], Quantiles::values)) / 60.0),
    ("wait_median", Hours, |year| wait(year.waits, 0.5)),
    ("wait_p95", Hours, |year| wait(year.waits, 0.95)),
    ("approval_level_mean", Levels, |year| year.level()),
    ("approved_at_level_1", Requests, |year| year.at_level(1)),
    ("approved_at_level_2", Requests, |year| year.at_level(2)),
    ("approved_at_level_3", Requests, |year| year.at_level(3)),
    ("approved_at_level_4", Requests, |year| year.at_level(4)),
    ("approved_above_level_4", Requests, |year| year.at_level(5)),
    ("approved_off_the_line", Requests, |year| year.at_level(0)),
    ("evaluations", Judgements, |year| year.sum(|asked| asked.evaluations)),
    ("bad_requests", Requests, |year| year.sum(|asked| asked.bad)),
    ("bad_approved", Requests, |year| year.sum(|asked| asked.bad_approved)),
    ("good_rejected", Requests, |year| year.sum(|asked| asked.good_rejected)),
    ("spend", MinorUnits, |year| year.tally.channels.iter().map(|asked| minor(asked.spent)).sum()),
    ("bad_spend", MinorUnits, |year| minor(year.tally.channels.iter().map(|asked| asked.bad_spent).sum())),
    ("overdelivery_charged", MinorUnits, |year| year.delivered(|of| of.charged)),
    ("overdelivery_credited", MinorUnits, |year| year.delivered(|of| of.credited)),
    ("overdelivery_refused", MinorUnits, |year| year.delivered(|of| of.refused)),
    ("underdelivery", MinorUnits, |year| year.delivered(|of| of.free)),
    ("idle_budget", MinorUnits, |year| minor(year.tally.idle)),
    ("uncovered_channel_days", Days, |year| {
        year.tally.channels.iter().map(|asked| days(asked.nobody_minutes)).sum()
    }),
    ("vacant_days", Days, |year| year.tally.positions.iter().map(|sat| days(sat.vacant_minutes)).sum()),
    ("away_days", Days, |year| year.tally.positions.iter().map(|sat| days(sat.away_minutes)).sum()),
    ("onboarding_days", Days, |year| {
        year.tally.positions.iter().map(|sat| days(sat.onboarding_minutes)).sum()
    }),
    ("resignations", People, |year| year.people(|sat| sat.left)),
    ("hires", People, |year| year.people(|sat| sat.hired)),
    ("promotions", People, |year| year.people(|sat| sat.promoted_into)),
    ("moves_across", People, |year| year.people(|sat| sat.moved_across)),
    ("pay_cost", MinorUnits, |year| year.pay()),
    ("failures", Failures, |year| length(year.failed.len())),
    ("loss", MinorUnits, |year| year.failed.iter().map(loss).sum()),
];

/// The figures of one channel.
pub(super) const OF_CHANNEL: &[Named<OfChannel>] = &[
    ("requests", Requests, |_, asked| float(asked.requests)),
    ("uncovered_requests", Requests, |_, asked| float(asked.uncovered)),
    ("approved_at_once", Requests, |_, asked| float(asked.approved_at_once)),
    ("approved_after_approval", Requests, |_, asked| float(after_approval(asked))),
    ("refused", Requests, |_, asked| float(asked.refused.iter().sum())),
    ("refused_no_account", Requests, |_, asked| refused(&asked.refused, Refusal::NoAccount)),
    ("refused_exhausted", Requests, |_, asked| refused(&asked.refused, Refusal::Exhausted)),
    ("refused_nobody_there", Requests, |_, asked| refused(&asked.refused, Refusal::NobodyThere)),
    ("refused_no_room", Requests, |_, asked| refused(&asked.refused, Refusal::NoRoom)),
    ("refused_rejected", Requests, |_, asked| refused(&asked.refused, Refusal::Rejected)),
    ("refused_position_vacant", Requests, |_, asked| refused(&asked.refused, Refusal::PositionVacant)),
    ("refused_other", Requests, |_, asked| refused(&asked.refused, Refusal::Other)),
    ("approved_at_level_1", Requests, |_, asked| at_level(asked, 1)),
    ("approved_at_level_2", Requests, |_, asked| at_level(asked, 2)),
    ("approved_at_level_3", Requests, |_, asked| at_level(asked, 3)),
    ("approved_at_level_4", Requests, |_, asked| at_level(asked, 4)),
    ("approved_above_level_4", Requests, |_, asked| at_level(asked, 5)),
    ("approved_off_the_line", Requests, |_, asked| at_level(asked, 0)),
    ("bad_approved", Requests, |_, asked| float(asked.bad_approved)),
    ("good_rejected", Requests, |_, asked| float(asked.good_rejected)),
    ("uncovered_days", Days, |_, asked| days(asked.nobody_minutes)),
    ("spend", MinorUnits, |_, asked| minor(asked.spent)),
    ("overdelivery_charged", MinorUnits, |_, asked| minor(asked.delivered.charged)),
    ("overdelivery_credited", MinorUnits, |_, asked| minor(asked.delivered.credited)),
    ("overdelivery_refused", MinorUnits, |_, asked| minor(asked.delivered.refused)),
    ("underdelivery", MinorUnits, |_, asked| minor(asked.delivered.free)),
    ("wait_mean", Hours, |_, asked| mean(&asked.waits) / 60.0),
    ("wait_median", Hours, |_, asked| wait(Quantiles::new(asked.waits.clone()).ok().as_ref(), 0.5)),
    ("wait_p95", Hours, |_, asked| wait(Quantiles::new(asked.waits.clone()).ok().as_ref(), 0.95)),
];

/// The figures of one position, by its place.
pub(super) const OF_POSITION: &[Named<OfPosition>] = &[
    ("requests", Requests, |_, _, sat| float(sat.requests)),
    ("approved_at_once", Requests, |_, _, sat| float(sat.approved_at_once)),
    ("refused", Requests, |_, _, sat| float(sat.refused.iter().sum())),
    ("refused_no_account", Requests, |_, _, sat| refused(&sat.refused, Refusal::NoAccount)),
    ("refused_exhausted", Requests, |_, _, sat| refused(&sat.refused, Refusal::Exhausted)),
    ("refused_nobody_there", Requests, |_, _, sat| refused(&sat.refused, Refusal::NobodyThere)),
    ("refused_no_room", Requests, |_, _, sat| refused(&sat.refused, Refusal::NoRoom)),
    ("refused_rejected", Requests, |_, _, sat| refused(&sat.refused, Refusal::Rejected)),
    ("refused_position_vacant", Requests, |_, _, sat| refused(&sat.refused, Refusal::PositionVacant)),
    ("refused_other", Requests, |_, _, sat| refused(&sat.refused, Refusal::Other)),
    ("spend", MinorUnits, |_, _, sat| minor(sat.spent)),
    ("handled", Requests, |_, _, sat| float(sat.handled)),
    ("turned_away", Requests, |_, _, sat| float(sat.turned_away)),
    ("rejected", Requests, |_, _, sat| float(sat.rejected)),
    ("load", Share, |year, place, sat| year.plan.load(place, sat.worked)),
    ("offered_load", Share, |year, place, sat| year.plan.offered(place, float(sat.came))),
    ("queue_mean", Hours, |_, _, sat| sat.waited / float(sat.begun) / 60.0),
    ("desk_mean", Hours, |_, _, sat| sat.at_desk / float(sat.handled) / 60.0),
    ("away_days", Days, |_, _, sat| days(sat.away_minutes)),
    ("vacant_days", Days, |_, _, sat| days(sat.vacant_minutes)),
    ("hires", People, |_, _, sat| float(sat.hired)),
    ("promotions_into", People, |_, _, sat| float(sat.promoted_into)),
    ("pay_cost", MinorUnits, |year, place, sat| year.plan.pay(place, sat.held_minutes)),
    ("failures", Failures, |year, place, _| length(year.failed_of(place).count())),
    ("loss", MinorUnits, |year, place, _| year.failed_of(place).map(loss).sum()),
];

impl Year<'_> {
    /// Writes the figures of the year in their order: of the design, of each source, of each position. What is not
    /// defined, such as a mean wait of a year without any, is no number.
    pub(super) fn write(&self, row: &mut Vec<f64>) {
        row.clear();
        row.extend(OF_DESIGN.iter().map(|(.., figure)| figure(self)));
        for asked in &self.tally.channels {
            row.extend(OF_CHANNEL.iter().map(|(.., figure)| figure(self, asked)));
        }
        for (place, sat) in self.tally.positions.iter().enumerate() {
            row.extend(OF_POSITION.iter().map(|(.., figure)| figure(self, place, sat)));
        }
    }

    fn sum(&self, count: fn(&Asked) -> u64) -> f64 {
        float(self.tally.channels.iter().map(count).sum())
    }

    fn people(&self, count: fn(&Sat) -> u64) -> f64 {
        float(self.tally.positions.iter().map(count).sum())
    }

    /// The pay of those who state it, for as long as their seats are held; no number if nobody states any.
    fn pay(&self) -> f64 {
        let sat = self.tally.positions.iter().enumerate();
        let pay = sat.map(|(place, sat)| self.plan.pay(place, sat.held_minutes)).filter(|pay| !pay.is_nan());
        pay.reduce(|sum, pay| sum + pay).unwrap_or(f64::NAN)
    }

    fn refused(&self, why: Refusal) -> f64 {
        self.tally.channels.iter().map(|asked| refused(&asked.refused, why)).sum()
    }

    /// The mean level of those that were approved after a wait, from who asks up.
    fn level(&self) -> f64 {
        self.sum(|asked| asked.levels) / self.sum(after_approval)
    }

    fn at_level(&self, level: usize) -> f64 {
        self.tally.channels.iter().map(|asked| at_level(asked, level)).sum()
    }

    fn delivered(&self, of: fn(Delivered) -> i128) -> f64 {
        minor(self.tally.channels.iter().map(|asked| of(asked.delivered)).sum())
    }

    fn failed_of(&self, place: usize) -> impl Iterator<Item = &Failed> {
        self.failed.iter().filter(move |failed| failed.accountable.index() == place)
    }
}

fn at_level(asked: &Asked, level: usize) -> f64 {
    float(asked.approved_after.get(level).copied().unwrap_or_default())
}

fn refused(by_reason: &[u64], why: Refusal) -> f64 {
    float(by_reason.get(why as usize).copied().unwrap_or_default())
}

/// The hours that a share of all waits stays within, of type 7 of Hyndman and Fan (1996); no number of none.
fn wait(waits: Option<&Quantiles>, share: f64) -> f64 {
    let minutes = waits.and_then(|waits| waits.quantile(share, QuantileType::Linear).ok());
    minutes.unwrap_or(f64::NAN) / 60.0
}

fn after_approval(asked: &Asked) -> u64 {
    asked.approved_after.iter().sum()
}

fn loss(failed: &Failed) -> f64 {
    failed.loss.map_or(0.0, |loss| minor(loss.minor().into()))
}

/// Returns the mean; no number of none.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / length(values.len())
}

fn days(minutes: f64) -> f64 {
    minutes / 1_440.0
}

#[expect(
    clippy::cast_precision_loss,
    reason = "statistics of money: 2^53 minor units are exact, more are rounded"
)]
fn minor(sum: i128) -> f64 {
    sum as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of the documentation: of what, and in which unit.
    fn documented(name: &str) -> Option<(&'static str, &'static str)> {
        let row = include_str!("figures.md").lines().find(|line| line.starts_with(&format!("| `{name}`")))?;
        let mut cells = row.split('|').skip(2).map(str::trim);
        Some((cells.next()?, cells.next()?))
    }

    /// The one row that stands for several figures.
    fn row(name: &str) -> &str {
        if name.starts_with("approved_at_level_") { "approved_at_level_1" } else { name }
    }

    #[test]
    fn every_figure_is_documented_with_its_unit_and_no_other_is() {
        let design = OF_DESIGN.iter().map(|(name, unit, _)| (*name, *unit, "design"));
        let channel = OF_CHANNEL.iter().map(|(name, unit, _)| (*name, *unit, "channel"));
        let position = OF_POSITION.iter().map(|(name, unit, _)| (*name, *unit, "position"));
        let mut expected: Vec<(String, String)> = Vec::new();
        for (name, unit, of) in design.chain(channel).chain(position) {
            let Some((whose, shown)) = documented(row(name)) else { panic!("`{name}` is in no row") };
            assert!(whose.split(", ").any(|one| one == of), "`{name}` of a {of} is not documented");
            assert_eq!(shown, unit.as_str(), "the unit of `{name}`");
            expected.push((row(name).to_owned(), of.to_owned()));
        }
        expected.sort();
        expected.dedup();
        let rows = include_str!("figures.md").lines().filter(|line| line.starts_with("| `"));
        let said =
            rows.map(|row| row.split('|').nth(2).unwrap_or_default().split(',').count()).sum::<usize>();
        assert_eq!(said, expected.len(), "a row documents a figure that there is none of");
    }
}

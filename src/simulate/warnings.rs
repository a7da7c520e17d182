//! What makes the figures of a simulation say little, told in words.

use std::fmt;

use crate::calendar::{Date, Interval};
use crate::org::{Delegation, Org, Position};
use crate::simulate::outcomes::Outcomes;
use crate::simulate::report::percent;

/// The share of requests from which on it is said that they lack an account.
const MOST: f64 = 0.5;

/// By how many standard errors more must wait at the end than half-way.
const ERRORS: f64 = 3.0;

/// By how many times as many more must.
const TIMES: f64 = 1.5;

/// Something about a design, its assumptions or the days simulated, without which its figures mislead.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Warning {
    /// More comes to a desk than it can do: the longer one simulates, the longer it takes, and a mean wait is one of these
    /// days alone.
    Overloaded {
        /// The id of the position.
        position: String,
        /// What comes as a share of what it can do, from 1 on.
        load: f64,
    },
    /// Half of the requests or more are refused since no account covers them.
    NoAccount {
        /// The share of the requests.
        share: f64,
        /// The first day simulated, and the day after the last.
        days: (Date, Date),
        /// The days from the first to the last on which a delegation is in force; none if there is no delegation.
        money: Option<Interval>,
        /// The fiscal year that this is, by the year in which it begins, if it is one.
        fiscal_year: Option<i16>,
    },
    /// More requests wait at the end than half-way: it does not level off, and days before and after are not alike.
    Growing {
        /// How many wait half-way, on average.
        halfway: f64,
        /// How many wait at the end.
        end: f64,
    },
}

impl Warning {
    /// Returns the word by which programs know it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Overloaded { .. } => "overloaded",
            Self::NoAccount { .. } => "no-account",
            Self::Growing { .. } => "growing",
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overloaded { position, load } => {
                write!(
                    f,
                    "`{position}` is overloaded: {} of what the desk can do comes to it",
                    percent(*load)
                )
            }
            Self::NoAccount { share, days: (from, until), money, fiscal_year } => {
                write!(f, "{} of requests are refused for want of an account", percent(*share))?;
                let Some(money) = money else { return f.write_str(": no money is delegated") };
                let simulated = Interval::new(Some(*from), Some(*until)).unwrap_or_default();
                let outside = if simulated.overlaps(money) { "" } else { ", and none of these days" };
                write!(f, ": simulated {simulated}, and delegations are {}{outside}", Dated(money))?;
                match fiscal_year {
                    Some(year) => write!(f, " (they are for the fiscal year {year})"),
                    None => Ok(()),
                }
            }
            Self::Growing { halfway, end } => write!(
                f,
                "the queues still grow at the end: {end:.1} requests wait then, and {halfway:.1} did half-way"
            ),
        }
    }
}

/// When delegations are in force.
struct Dated<'i>(&'i Interval);

impl fmt::Display for Dated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self.0 == Interval::ALWAYS {
            f.write_str("without dates")
        } else {
            write!(f, "in force {}", self.0)
        }
    }
}

impl Outcomes {
    /// Returns what makes these figures say little: desks that are overloaded, requests without an account, queues that
    /// do not level off.
    ///
    /// A queue grows if more requests wait at the end than half-way, at the same time of the same weekday, by half as many
    /// again and by three standard errors: of 14 days at least, and two years.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        warnings.extend(self.no_account());
        let overloaded = |seat: Position<'_>| {
            let load = self.of_position(seat.id())?.find(|figure| figure.name == "offered_load")?;
            let load = load.estimate.mean().filter(|load| 1.0 <= *load)?;
            Some(Warning::Overloaded { position: seat.id().to_owned(), load })
        };
        warnings.extend(self.org().positions().filter_map(overloaded));
        warnings.extend(self.growing());
        warnings
    }

    fn no_account(&self) -> Option<Warning> {
        let mean = |name| self.figure(name)?.estimate.mean();
        let requests = mean("requests").filter(|requests| 0.0 < *requests)?;
        let share = mean("refused_no_account")? / requests;
        let money = delegated(self.org());
        let fiscal_year = money.and_then(|money| {
            let first = money.from()?;
            (self.org().calendar().fiscal_year(first) == money).then(|| first.year())
        });
        (MOST <= share).then(|| Warning::NoAccount { share, days: self.days(), money, fiscal_year })
    }

    fn growing(&self) -> Option<Warning> {
        let of = |name| self.figure(name).map(|figure| *figure.estimate);
        let (half, end) = (of("waiting_halfway")?, of("still_waiting")?);
        let error = libm::hypot(half.standard_error()?, end.standard_error()?);
        let (halfway, end) = (half.mean()?, end.mean()?);
        (1.0 <= end && TIMES * halfway <= end && ERRORS * error < end - halfway)
            .then_some(Warning::Growing { halfway, end })
    }
}

/// Returns the days from the first to the last on which a delegation is in force.
fn delegated(org: &Org) -> Option<Interval> {
    let valid = || org.delegations().map(Delegation::valid);
    // An open beginning is below every date; an open end is above.
    let from = valid().map(|valid| valid.from()).min()?;
    let until = valid().map(|valid| valid.until()).collect::<Option<Vec<Date>>>();
    let until = until.and_then(|until| until.into_iter().max());
    Interval::new(from, until).ok()
}

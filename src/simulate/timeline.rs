//! One year of a design, day by day: what one replication looks like behind the means of many.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::calendar::Date;
use crate::org::Org;
use crate::simulate::engine::{Plan, Trace};
use crate::simulate::gaps::{SeatGap, gaps};
use crate::words::word_enum;

word_enum! {
    /// Whether a day counts for the figures.
    pub enum DayPhase ("phase of a day") {
        /// Of the warm-up: simulated, and not counted.
        WarmUp = "warm-up",
        /// Counted.
        Counted = "counted",
    }
}

/// One day of one replication, and how it is when the day ends.
///
/// Amounts are in minor units of the org's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TimelineDay {
    /// The day.
    #[serde(serialize_with = "text")]
    pub date: Date,
    /// Whether it counts for the figures.
    pub phase: DayPhase,
    /// Requests that somebody made.
    pub requests: u64,
    /// Requests that nobody was there to make.
    pub uncovered_requests: u64,
    /// Requests that needed no approval.
    pub approved_at_once: u64,
    /// Requests that got the last of their approvals on this day, whenever they were made.
    pub approved_after_approval: u64,
    /// Requests that were refused on this day, whenever they were made.
    pub refused: u64,
    /// What was spent on this day.
    pub spent: i128,
    /// What was spent from the first day on, those of the warm-up included.
    pub spent_so_far: i128,
    /// What is left of all budgets of the fiscal year when the day ends.
    pub left: i128,
    /// Requests at desks when the day ends, those that are worked on included.
    pub waiting: u64,
    /// Seats that nobody holds when the day ends.
    pub vacant: u64,
    /// Seats whose holders are away when the day ends.
    pub away: u64,
    /// Channels, of those that somebody is assigned, at which nobody is there to ask when the day ends.
    pub uncovered_channels: u64,
}

/// A desk at which requests lay overnight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TimelineDesk {
    /// The position, by its id.
    pub position: String,
    /// The requests at the desk when each day ends.
    pub waiting: Vec<u64>,
}

/// One replication of a design, day by day.
///
/// The counts and the spend of its [`counted`](Self::counted) days add up to the figures of the same replication;
/// [`Simulation::year`](crate::simulate::Simulation::year) makes it.
///
/// ```
/// use bagan::simulate::{Assumptions, Simulation};
/// use bagan::{OrgBuilder, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("social", "Paid social");
/// org.position("dmm", "digital-marketing-manager").holder("rina").budget(3_000_000_000_i64);
/// org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
/// org.delegation("dmm", "social", 2_400_000_000_i64).channel("social").transaction(2_000_000);
/// let org = std::sync::Arc::new(org.build()?);
///
/// let (from, until) = (parse_date("2026-01-01")?, parse_date("2026-04-01")?);
/// let simulation = Simulation::new(Assumptions::default(), from, until).replications(1).seed(7);
/// let year = simulation.year(std::sync::Arc::clone(&org), 0)?;
/// assert_eq!(year.days().len(), 90);
///
/// // What the first of many replications came to, and on which day most requests waited for the next.
/// let asked: u64 = year.counted().map(|day| day.requests).sum();
/// let outcomes = simulation.run(org)?;
/// let figure = outcomes.figure("requests").ok_or("no such figure")?;
/// assert_eq!(figure.values, [asked as f64]);
/// let fullest = year.days().iter().max_by_key(|day| day.waiting).ok_or("days")?;
/// assert!(fullest.waiting <= asked);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Timeline {
    #[serde(skip)]
    org: Arc<Org>,
    seed: u64,
    replication: u64,
    days: Vec<TimelineDay>,
    desks: Vec<TimelineDesk>,
    gaps: Vec<SeatGap>,
}

impl Timeline {
    /// Takes the org of the file: in that of the plan, vacant seats that are to be filled are held.
    pub(super) fn new(org: Arc<Org>, plan: &Plan, trace: &Trace, (seed, replication): (u64, u64)) -> Self {
        let (days, desks, gaps) = (days(plan, trace), desks(&org, trace), gaps(&org, plan, trace));
        Self { org, seed, replication, days, desks, gaps }
    }

    /// Returns the org.
    #[must_use]
    pub fn org(&self) -> &Org {
        &self.org
    }

    /// Returns the seed from which all random numbers followed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Returns which replication it is, from 0 on.
    #[must_use]
    pub fn replication(&self) -> u64 {
        self.replication
    }

    /// Returns every day, those of the warm-up first.
    #[must_use]
    pub fn days(&self) -> &[TimelineDay] {
        &self.days
    }

    /// Returns the days that count for the figures.
    pub fn counted(&self) -> impl Iterator<Item = &TimelineDay> {
        self.days.iter().filter(|day| day.phase == DayPhase::Counted)
    }

    /// Returns the desks at which requests lay overnight, those with most of them first.
    #[must_use]
    pub fn desks(&self) -> &[TimelineDesk] {
        &self.desks
    }

    /// Returns when which seat was without its holder, in the order of time: vacancies and absences.
    #[must_use]
    pub fn gaps(&self) -> &[SeatGap] {
        &self.gaps
    }
}

/// Writes a date as `2026-12-31`.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference to the field")]
pub(super) fn text<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

fn days(plan: &Plan, trace: &Trace) -> Vec<TimelineDay> {
    let mut spent_so_far = 0;
    let dates = plan.dates().zip(&trace.days);
    dates
        .map(|((date, phase), day)| {
            spent_so_far += day.counts.spent;
            TimelineDay {
                date,
                phase,
                requests: day.counts.requests,
                uncovered_requests: day.counts.uncovered,
                approved_at_once: day.counts.approved_at_once,
                approved_after_approval: day.counts.approved_after,
                refused: day.counts.refused,
                spent: day.counts.spent,
                spent_so_far,
                left: day.left,
                waiting: day.waiting,
                vacant: day.vacant,
                away: day.away,
                uncovered_channels: day.uncovered_channels,
            }
        })
        .collect()
}

/// Gathers the evenings of each desk. Of desks with as many, the one that is stated first comes first.
fn desks(org: &Org, trace: &Trace) -> Vec<TimelineDesk> {
    let mut evenings: Vec<_> = trace.desks.iter().map(|desk| (desk.seat, desk.day, desk.waiting)).collect();
    evenings.sort_unstable();
    let mut desks: Vec<TimelineDesk> = evenings
        .chunk_by(|one, next| one.0 == next.0)
        .filter_map(|of_desk| {
            let mut waiting = vec![0; trace.days.len()];
            for (_, day, requests) in of_desk {
                if let Some(slot) = waiting.get_mut(*day) {
                    *slot = *requests;
                }
            }
            let position = org.position_at(of_desk.first()?.0).id().to_owned();
            Some(TimelineDesk { position, waiting })
        })
        .collect();
    desks.sort_by_key(|desk| std::cmp::Reverse(desk.waiting.iter().sum::<u64>()));
    desks
}

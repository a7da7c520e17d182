//! How somebody works on approvals.

use serde::{Deserialize, Serialize};

use crate::simulate::assumptions::hours::WorkingHours;
use crate::simulate::distribution::Distribution;
use crate::words::word_enum;

word_enum! {
    /// Which of the requests that wait at a desk comes next.
    pub enum QueueOrder ("order of a queue") {
        /// The one that came first.
        Arrival = "arrival",
        /// The one with the smallest amount; of equals, the one that came first.
        Smallest = "smallest",
    }
}

/// Several who judge each request at a desk, each for themselves; so many of them must accept it.
///
/// A committee of Sah and Stiglitz (1988). Written as `panel = { members = 3, accept = 2 }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Panel {
    /// How many judge, from 1 to 1,000.
    pub members: u32,
    /// How many of them must accept, from 1 to all.
    pub accept: u32,
}

impl Panel {
    /// The most members of a panel.
    pub(in crate::simulate) const MOST: u32 = 1_000;

    /// Makes a panel of so many members, of whom so many must accept.
    #[must_use]
    pub const fn new(members: u32, accept: u32) -> Self {
        Self { members, accept }
    }
}

/// How an approver works; whatever is not stated is as for all desks, and for all desks as the default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct DeskAssumptions {
    /// When approvals are worked on. Default: [`WorkingHours::office`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<WorkingHours>,
    /// The minutes that one approval takes: above 0 on average where requests come, such as 0.001 where waiting is not
    /// what is asked. Default: exponential with a mean of 15, a guess; state your own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<Distribution>,
    /// The share of working time that goes to other work, from 0 to below 1: an approval then takes 1/(1 − share) times
    /// as long.
    ///
    /// Default: 0.75, for approving is not what managers do most of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_work: Option<f64>,
    /// Which request comes next. Default: [`QueueOrder::Arrival`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<QueueOrder>,
    /// How many work at the desk side by side, each on one request. Default: 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub servers: Option<u32>,
    /// The most requests at the desk, those being worked on included: one more is turned away. Default: no such bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<u32>,
    /// The probability that a request comes back and has to be worked on again, from 0 to 0.999. Default: 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rework: Option<f64>,
    /// The probability that a request that is worth its money is accepted, from 0 to 1.
    ///
    /// Default: 1, for without figures of your own the desk is there to say yes, and only takes its time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepts_good: Option<f64>,
    /// The probability that a request that is not worth its money ([`bad_share`](super::RequestAssumptions::bad_share)) is
    /// accepted, from 0 to 1.
    ///
    /// Default: 1, for the same reason. One that accepts as many of the bad as of the good tells nothing apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepts_bad: Option<f64>,
    /// Several who judge each request together, in the time that the service takes. Default: one judges.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panel: Option<Panel>,
}

impl DeskAssumptions {
    /// Returns what is stated here, and for the rest what is stated for all.
    pub(in crate::simulate) fn over(&self, general: &Self) -> Self {
        Self {
            hours: self.hours.clone().or_else(|| general.hours.clone()),
            service: self.service.clone().or_else(|| general.service.clone()),
            other_work: self.other_work.or(general.other_work),
            order: self.order.or(general.order),
            servers: self.servers.or(general.servers),
            room: self.room.or(general.room),
            rework: self.rework.or(general.rework),
            accepts_good: self.accepts_good.or(general.accepts_good),
            accepts_bad: self.accepts_bad.or(general.accepts_bad),
            panel: self.panel.or(general.panel),
        }
    }
}

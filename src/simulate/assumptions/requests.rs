//! How often somebody asks to spend, and how much.

use serde::{Deserialize, Serialize};

use crate::simulate::assumptions::hours::WorkingHours;
use crate::simulate::distribution::Distribution;

/// Requests to spend on a channel; whatever is not stated is as for all channels, and for all channels as the default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RequestAssumptions {
    /// The requests that are expected on a day of weight 1, from all positions together that are assigned the channel:
    /// from 0 to 1,000,000.
    ///
    /// Default: 1 for each of these positions, a decision about money on each working day. State your own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_day: Option<f64>,
    /// How much is asked for, in major units of the org's currency.
    ///
    /// Default: lognormal, and on average what lets a position spend 90% of its money for the channel in a fiscal year,
    /// with a spread of 0.8: amounts of media are skewed, most of them small.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Distribution>,
    /// The hours between which requests come, as likely at one as at another, and the days on which they do.
    ///
    /// Default: [`WorkingHours::office`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<WorkingHours>,
    /// The weight of each month, from January on: 2 is twice as many requests a day, 1,000 the most. Default: 1
    /// for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<[f64; 12]>,
    /// The share of requests that are not worth their money, from 0 to 1: the bad ones of Sah and Stiglitz (1986).
    ///
    /// Whether one is, nobody knows who approves: see [`accepts_good`](super::DeskAssumptions::accepts_good). What no
    /// approval is needed for, nobody judges, so that bad ones below every limit are approved: higher limits shorten the
    /// wait and let more of them through. Default: 0, for no org states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad_share: Option<f64>,
    /// How often a request that was rejected is brought to the next who may approve it and has not judged it yet.
    ///
    /// With 2, three judge it at most, and one who accepts it is enough: a polyarchy of three. Rejected on its way through
    /// the line, it is passed on as if that desk had accepted it. Default: 0, a no is a no.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeals: Option<u32>,
    /// What the platform serves of what was asked for, as a multiple of it, on the day of the approval.
    ///
    /// - Less than was asked for: what is not served is free again, in money and in windows.
    /// - More: it is charged as far as the averages leave room that the accounts of the spend are limited to, each for the
    ///   day and for the platform's own week or month ([`Pacing`](crate::Pacing)). The rest is the platform's to bear: an
    ///   overdelivery credit. Where no account states an average, nobody promised to bear anything, and all is charged.
    /// - What is charged beyond what was asked for is posted like the settlement of a reservation, with no new approval: it
    ///   uses up money and windows like any spend. Where money or a limit does not suffice, the ledger refuses all of it,
    ///   and it is counted as refused: a bill that nobody had the authority to run up.
    ///
    /// Default: constant, 1, what was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Distribution>,
}

impl RequestAssumptions {
    /// Returns what is stated here, and for the rest what is stated for all.
    pub(in crate::simulate) fn over(&self, general: &Self) -> Self {
        Self {
            per_day: self.per_day.or(general.per_day),
            amount: self.amount.clone().or_else(|| general.amount.clone()),
            hours: self.hours.clone().or_else(|| general.hours.clone()),
            months: self.months.or(general.months),
            bad_share: self.bad_share.or(general.bad_share),
            appeals: self.appeals.or(general.appeals),
            delivery: self.delivery.clone().or_else(|| general.delivery.clone()),
        }
    }
}

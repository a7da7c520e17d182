//! How often somebody asks to spend, and how much.

use serde::{Deserialize, Serialize};

use crate::simulate::assumptions::hours::WorkingHours;
use crate::simulate::distribution::Distribution;

/// Requests to spend on a channel; whatever is not stated is as for all channels, and for all channels as the default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RequestAssumptions {
    /// The requests that are expected on a day of weight 1, from all positions together that are assigned the channel.
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
    /// The weight of each month, from January on: 2 is twice as many requests a day. Default: 1 for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<[f64; 12]>,
}

impl RequestAssumptions {
    /// Returns what is stated here, and for the rest what is stated for all.
    pub(in crate::simulate) fn over(&self, general: &Self) -> Self {
        Self {
            per_day: self.per_day.or(general.per_day),
            amount: self.amount.clone().or_else(|| general.amount.clone()),
            hours: self.hours.clone().or_else(|| general.hours.clone()),
            months: self.months.or(general.months),
        }
    }
}

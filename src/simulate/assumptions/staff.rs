//! How often people are away or leave, and how long their seats stay empty.

use serde::{Deserialize, Serialize};

use crate::simulate::distribution::Distribution;

/// Absence and turnover of a position; whatever is not stated is as for all positions, and for all as the default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct StaffAssumptions {
    /// How often somebody is away in a year of presence. Default: 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absences_per_year: Option<f64>,
    /// The days that one absence takes, rounded up to whole ones. Default: constant, 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absence_days: Option<Distribution>,
    /// How often a holder leaves in a year of holding, as a rate: with 0.2, 18% have left after a year. Default: 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaving_per_year: Option<f64>,
    /// The days for which a seat stays empty. Default: exponential with a mean of 45; state your own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_to_fill: Option<Distribution>,
}

impl StaffAssumptions {
    /// Returns what is stated here, and for the rest what is stated for all.
    pub(in crate::simulate) fn over(&self, general: &Self) -> Self {
        Self {
            absences_per_year: self.absences_per_year.or(general.absences_per_year),
            absence_days: self.absence_days.clone().or_else(|| general.absence_days.clone()),
            leaving_per_year: self.leaving_per_year.or(general.leaving_per_year),
            days_to_fill: self.days_to_fill.clone().or_else(|| general.days_to_fill.clone()),
        }
    }
}

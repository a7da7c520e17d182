//! How often people are away or leave, who follows them, and how long that takes.

use serde::{Deserialize, Serialize};

use crate::simulate::distribution::Distribution;
use crate::words::word_enum;

word_enum! {
    /// From where the people of the org move to a seat that is empty.
    pub enum MovesWithin ("way of moving within") {
        /// From roles that lead to that of the seat in one step: a promotion.
        Up = "up",
        /// From seats of the same role too.
        UpOrAcross = "up-or-across",
    }
}

word_enum! {
    /// What becomes of a seat that the org file states as vacant.
    pub enum VacantSeats ("fate of vacant seats") {
        /// It stays vacant.
        Keep = "keep",
        /// Somebody is looked for from the first day on, as for a seat that falls empty on that day.
        Fill = "fill",
    }
}

/// Absence, turnover and succession of a position; whatever is not stated is as for all positions, and for all as the
/// default.
///
/// What is stated of a position holds for whoever sits there; what is stated of filling a seat, for the seat that is
/// filled.
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
    /// How often a holder leaves in a year of holding, as a rate from 0 to 10,000: with 0.2, 18% have left after
    /// a year. Default: 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaving_per_year: Option<f64>,
    /// The days for which a seat stays empty that is filled from outside. Default: exponential with a mean of 45; state
    /// your own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_to_fill: Option<Distribution>,
    /// The probability, from 0 to 1, that an empty seat is offered within before anybody is sought outside.
    ///
    /// Somebody takes it if any of those is there who are ready for it
    /// ([`Readiness::is_ready`](crate::career::Readiness::is_ready), so by a stated level), have learnt their own job,
    /// and have not moved already on account of the same resignation; each as likely as another. The seat that they leave
    /// is filled in turn. Where there is none, somebody is sought outside from then on. A seat's later holders are as
    /// ready for others as the one in the file.
    ///
    /// Default: 0, for how often a team promotes its own is a matter of policy that no org states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filled_from_within: Option<f64>,
    /// The days until somebody within takes an empty seat, or it shows that there is nobody. Default: exponential with a
    /// mean of 15, a guess: nobody has to be found, and no notice is served. State your own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_to_promote: Option<Distribution>,
    /// From where people move. Default: [`MovesWithin::Up`], for a move between equal seats fills one gap with another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moves_within: Option<MovesWithin>,
    /// The days, from the first on, that whoever takes the seat needs to learn the job, days away included.
    ///
    /// Default: constant, 0: a figure is not made worse by a guess.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onboarding_days: Option<Distribution>,
    /// The share of full speed at which somebody works on approvals in those days, above 0 and up to 1: work that is taken
    /// up in them takes 1/share times as long.
    ///
    /// Default: 0.5, halfway from nothing to all, as in a line that rises evenly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onboarding_speed: Option<f64>,
    /// What becomes of the seat if it is vacant in the file, and nobody acts in it.
    ///
    /// Default: [`VacantSeats::Keep`], for the file says how things are and not that anybody is looked for: a seat may be
    /// frozen, and a design that lacks somebody is not to be the same as one that does not, six weeks later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vacant_seats: Option<VacantSeats>,
}

impl StaffAssumptions {
    /// Returns what is stated here, and for the rest what is stated for all.
    pub(in crate::simulate) fn over(&self, general: &Self) -> Self {
        let over =
            |own: &Option<Distribution>, all: &Option<Distribution>| own.clone().or_else(|| all.clone());
        Self {
            absences_per_year: self.absences_per_year.or(general.absences_per_year),
            absence_days: over(&self.absence_days, &general.absence_days),
            leaving_per_year: self.leaving_per_year.or(general.leaving_per_year),
            days_to_fill: over(&self.days_to_fill, &general.days_to_fill),
            filled_from_within: self.filled_from_within.or(general.filled_from_within),
            days_to_promote: over(&self.days_to_promote, &general.days_to_promote),
            moves_within: self.moves_within.or(general.moves_within),
            onboarding_days: over(&self.onboarding_days, &general.onboarding_days),
            onboarding_speed: self.onboarding_speed.or(general.onboarding_speed),
            vacant_seats: self.vacant_seats.or(general.vacant_seats),
        }
    }
}

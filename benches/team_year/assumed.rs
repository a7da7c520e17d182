//! What both assume.

use bagan::simulate::{Assumptions, SimulationError};

/// Requests that are expected on a working day, on each channel.
pub(crate) const PER_DAY: f64 = 7.8;
/// The mean of an amount, in major units, and its spread.
pub(crate) const AMOUNT: f64 = 1_500.0;
pub(crate) const SPREAD: f64 = 0.8;
/// Minutes of work on an approval, and the share of time that goes to other work.
pub(crate) const SERVICE: f64 = 8.0;
pub(crate) const OTHER_WORK: f64 = 0.5;
/// How often somebody leaves in a year, and the days until the seat is filled.
pub(crate) const LEAVING: f64 = 0.2;
pub(crate) const FILL_DAYS: f64 = 45.0;
/// The days of a year.
pub(crate) const DAYS: u64 = 365;

pub(crate) fn assumptions() -> Result<Assumptions, SimulationError> {
    Assumptions::from_toml(&format!(
        "[requests]
        per-day = {PER_DAY}
        amount = {{ lognormal = {{ mean = {AMOUNT}, spread = {SPREAD} }} }}
        [desk]
        service = {{ exponential = {{ mean = {SERVICE} }} }}
        other-work = {OTHER_WORK}
        [staff]
        leaving-per-year = {LEAVING}
        days-to-fill = {{ exponential = {{ mean = {FILL_DAYS} }} }}
        "
    ))
}

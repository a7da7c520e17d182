//! Which assumptions cannot be.

use crate::org::Org;
use crate::simulate::assumptions::{
    Assumptions, DeskAssumptions, Panel, RequestAssumptions, StaffAssumptions,
};
use crate::simulate::distribution::Distribution;
use crate::simulate::error::SimulationError;

/// What a number must be, in words, and whether one is. Rates have an end, so that a year has one.
type Range = (&'static str, fn(f64) -> bool);

const NOT_NEGATIVE: Range = ("must be 0 or more", |value| 0.0 <= value && value.is_finite());
const REQUESTS: Range = ("must be from 0 to 1000000", |value| (0.0..=1e6).contains(&value));
const WEIGHT: Range = ("must be from 0 to 1000", |value| (0.0..=1e3).contains(&value));
const LEAVING: Range = ("must be from 0 to 10000", |value| (0.0..=1e4).contains(&value));
const REWORK: Range = ("must be from 0 to 0.999", |value| (0.0..=0.999).contains(&value));
const BELOW_ONE: Range = ("must be from 0 to below 1", |value| (0.0..1.0).contains(&value));
const ABOVE_ZERO: Range = ("must be above 0, and 1 at most", |value| 0.0 < value && value <= 1.0);
const TO_ONE: Range = ("must be from 0 to 1", |value| (0.0..=1.0).contains(&value));

impl Assumptions {
    /// Finds the first assumption that cannot be, whatever is simulated.
    ///
    /// # Errors
    /// [`SimulationError::Assumption`], which names the assumption.
    pub fn check(&self) -> Result<(), SimulationError> {
        check_requests("requests", &self.requests)?;
        for (id, requests) in &self.channels {
            check_requests(&format!("channels.{id}"), requests)?;
        }
        let requests_come = self.requests_come();
        check_desk("desk", &self.desk, requests_come)?;
        for (id, desk) in &self.desks {
            check_desk(&format!("desks.{id}"), desk, requests_come)?;
        }
        check_staff("staff", &self.staff)?;
        for (id, staff) in &self.positions {
            check_staff(&format!("positions.{id}"), staff)?;
        }
        number("failures", "correlation", Some(self.failures.correlation), TO_ONE)
    }

    /// Returns whether a request may come, on some channel or in general.
    fn requests_come(&self) -> bool {
        let of_channels = self.channels.values().map(|own| own.over(&self.requests).per_day);
        of_channels.chain([self.requests.per_day]).any(|per_day| per_day != Some(0.0))
    }
}

impl Assumptions {
    /// Finds an assumption about something that no design has.
    pub(super) fn check_ids(&self, designs: &[&Org]) -> Result<(), SimulationError> {
        let is_channel = |id: &str| designs.iter().any(|org| org.channel(id).is_some());
        let is_position = |id: &str| designs.iter().any(|org| org.position(id).is_some());
        let unknown = |path, kind, id: &String| SimulationError::Unknown { path, kind, id: id.clone() };
        if let Some(id) = self.channels.keys().find(|id| !is_channel(id)) {
            return Err(unknown("channels", "a channel", id));
        }
        if let Some(id) = self.desks.keys().find(|id| !is_position(id)) {
            return Err(unknown("desks", "a position", id));
        }
        match self.positions.keys().find(|id| !is_position(id)) {
            Some(id) => Err(unknown("positions", "a position", id)),
            None => Ok(()),
        }
    }
}

fn check_requests(path: &str, requests: &RequestAssumptions) -> Result<(), SimulationError> {
    number(path, "per-day", requests.per_day, REQUESTS)?;
    for weight in requests.months.into_iter().flatten() {
        number(path, "months", Some(weight), WEIGHT)?;
    }
    number(path, "bad-share", requests.bad_share, TO_ONE)?;
    check_hours(path, requests.hours.as_ref())
}

fn check_desk(path: &str, desk: &DeskAssumptions, requests_come: bool) -> Result<(), SimulationError> {
    number(path, "other-work", desk.other_work, BELOW_ONE)?;
    number(path, "rework", desk.rework, REWORK)?;
    number(path, "accepts-good", desk.accepts_good, TO_ONE)?;
    number(path, "accepts-bad", desk.accepts_bad, TO_ONE)?;
    check_service(path, desk.service.as_ref().filter(|_| requests_come))?;
    check_panel(path, desk.panel)?;
    at_least_one(path, "servers", desk.servers)?;
    at_least_one(path, "room", desk.room)?;
    check_hours(path, desk.hours.as_ref())
}

/// A desk at which work takes no time says nothing of waiting, and is as likely a slip.
fn check_service(path: &str, service: Option<&Distribution>) -> Result<(), SimulationError> {
    match service.and_then(Distribution::mean) {
        Some(mean) if mean <= 0.0 => {
            let what = "must be above 0 on average where requests come";
            Err(fault(path, "service", what, mean.to_string()))
        }
        _ => Ok(()),
    }
}

fn check_panel(path: &str, panel: Option<Panel>) -> Result<(), SimulationError> {
    let Some(Panel { members, accept }) = panel else { return Ok(()) };
    if !(1..=Panel::MOST).contains(&members) {
        return Err(fault(path, "panel.members", "must be from 1 to 1000", members.to_string()));
    }
    if !(1..=members).contains(&accept) {
        let value = format!("{accept} of {members}");
        return Err(fault(path, "panel.accept", "must be from 1 to all members", value));
    }
    Ok(())
}

fn check_staff(path: &str, staff: &StaffAssumptions) -> Result<(), SimulationError> {
    number(path, "absences-per-year", staff.absences_per_year, NOT_NEGATIVE)?;
    number(path, "leaving-per-year", staff.leaving_per_year, LEAVING)?;
    number(path, "filled-from-within", staff.filled_from_within, TO_ONE)?;
    number(path, "onboarding-speed", staff.onboarding_speed, ABOVE_ZERO)
}

fn number(path: &str, field: &str, value: Option<f64>, (what, may_be): Range) -> Result<(), SimulationError> {
    match value {
        Some(value) if !may_be(value) => Err(fault(path, field, what, value.to_string())),
        _ => Ok(()),
    }
}

fn at_least_one(path: &str, field: &str, value: Option<u32>) -> Result<(), SimulationError> {
    match value {
        Some(0) => Err(fault(path, field, "must be 1 or more", 0.to_string())),
        _ => Ok(()),
    }
}

fn check_hours(
    path: &str,
    hours: Option<&crate::simulate::assumptions::WorkingHours>,
) -> Result<(), SimulationError> {
    let Some((hours, what)) = hours.and_then(|hours| Some((hours, hours.fault()?))) else { return Ok(()) };
    Err(fault(
        path,
        "hours",
        what,
        format!("from {} until {}, on {} days", hours.from, hours.until, hours.days.len()),
    ))
}

fn fault(path: &str, field: &str, what: &'static str, value: String) -> SimulationError {
    SimulationError::Assumption { path: format!("{path}.{field}"), what, value }
}

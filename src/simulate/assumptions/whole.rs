//! All assumptions together.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::simulate::assumptions::desk::DeskAssumptions;
use crate::simulate::assumptions::failures::FailureAssumptions;
use crate::simulate::assumptions::requests::RequestAssumptions;
use crate::simulate::assumptions::staff::StaffAssumptions;
use crate::simulate::error::SimulationError;
use crate::words::word_enum;

word_enum! {
    /// Which desks a request comes to on its way to whoever may approve it.
    #[derive(Default)]
    pub enum Route ("route") {
        /// Straight to the nearest who may approve it.
        #[default]
        Direct = "direct",
        /// To every desk of the reporting line on the way, each of which works on it, and judges it, before it passes
        /// it on: the hierarchy of Sah and Stiglitz (1986), in which all must accept.
        ThroughTheLine = "through-the-line",
    }
}

/// What a simulation takes for granted: nothing of it is in the org.
///
/// ```
/// use bagan::simulate::Assumptions;
///
/// let assumed = Assumptions::from_toml(
///     r#"
///     [requests]
///     per-day = 3
///     amount = { lognormal = { mean = 5_000_000, spread = 0.8 } }
///
///     [desk]
///     service = { gamma = { mean = 20, spread = 1 } }   # minutes
///
///     [positions.dmm]
///     absences-per-year = 4
///     "#,
/// )?;
/// assert_eq!(assumed.requests.per_day, Some(3.0));
/// assert!(Assumptions::from_toml("[requests]\nper-dya = 3").is_err());
/// assert!(Assumptions::from_toml("[requests]\nper-day = -3").is_err());
/// # Ok::<(), bagan::simulate::SimulationError>(())
/// ```
///
/// What is stated for all channels or positions holds for each that does not state its own. Defaults are at the fields,
/// each with its reason; nobody's figures but your own are right for your team.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Assumptions {
    /// The days at the beginning that are simulated and not counted, until queues are as they usually are. Default: 0.
    pub warm_up_days: u32,
    /// Which desks a request comes to on its way to whoever may approve it. Default: [`Route::Direct`].
    pub route: Route,
    /// Requests to spend on any channel.
    pub requests: RequestAssumptions,
    /// Requests to spend on single channels, by id.
    pub channels: IndexMap<String, RequestAssumptions>,
    /// How any approver works.
    pub desk: DeskAssumptions,
    /// How single approvers work, by the id of their position.
    pub desks: IndexMap<String, DeskAssumptions>,
    /// Absence, turnover and succession of any position.
    pub staff: StaffAssumptions,
    /// Absence, turnover and succession of single positions, by id.
    pub positions: IndexMap<String, StaffAssumptions>,
    /// How failures of outcomes hang together.
    pub failures: FailureAssumptions,
}

impl Assumptions {
    /// Returns what is assumed of requests on a channel.
    pub(in crate::simulate) fn requests_on(&self, channel: &str) -> RequestAssumptions {
        self.channels.get(channel).map_or_else(|| self.requests.clone(), |own| own.over(&self.requests))
    }

    /// Returns what is assumed of how a position works on approvals.
    pub(in crate::simulate) fn desk_of(&self, position: &str) -> DeskAssumptions {
        self.desks.get(position).map_or_else(|| self.desk.clone(), |own| own.over(&self.desk))
    }

    /// Returns what is assumed of absence, turnover and succession in a position.
    pub(in crate::simulate) fn staff_of(&self, position: &str) -> StaffAssumptions {
        self.positions.get(position).map_or_else(|| self.staff.clone(), |own| own.over(&self.staff))
    }

    /// Reads assumptions from TOML text, and checks them.
    ///
    /// # Errors
    /// [`SimulationError::Text`], which names the place, if the text is no TOML, or has a key or a value that none may be;
    /// [`SimulationError::Assumption`] if a number cannot be what it is.
    pub fn from_toml(text: &str) -> Result<Self, SimulationError> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let assumed: Self =
            ::toml::from_str(text).map_err(|error| SimulationError::Text { error: error.to_string() })?;
        assumed.check()?;
        Ok(assumed)
    }
}

//! What a team design comes to without simulating it: queues at desks, escalation, screening, staffing, rework.
//!
//! - [`Mmc`], [`Mm1k`], [`Mg1`]: one desk, as the field's notation names it (D. G. Kendall, 1953); [`Tandem`]: several in
//!   a row, each of which passes some requests on.
//! - [`levels_of_amounts`], [`levels_of_share`]: how far up requests go under limits, or when each level passes a share on.
//! - [`hierarchy`], [`polyarchy`], [`committee`] and [`Screening`]: what several approvers who err accept together.
//! - [`Manpower`]: how people move through grades; [`availability`]: how long a seat is held.
//! - [`Rework`]: work that comes back; [`reporting_delay`]: how fast a hierarchy can add up reports.
//!
//! A closed form answers at once and exactly, for a design as simple as its assumptions: requests at random and at one
//! rate, one kind of desk, nobody away. A simulation (`simulate`) has everything together; its tests hold each part
//! of it against the form here, and the forms against figures that others computed.
//!
//! ```
//! use bagan::closed_forms::{Mmc, levels_of_amounts};
//!
//! // 24 requests an hour, exponential of mean 2,000, come to specialists whose limit is 1,000, leads with 5,000, a CMO.
//! let up = levels_of_amounts(&[1_000.0, 5_000.0], |amount| (-amount / 2_000.0).exp())?;
//! assert!((up.expected() - 1.688_615_658).abs() < 1e-9);
//!
//! // What comes to the CMO's desk, where one takes five minutes.
//! let at_the_top = 24.0 * up.share(2).ok_or("three levels")?;
//! let desk = Mmc::new(at_the_top, 12.0, 1)?;
//! assert!((desk.wait_mean().ok_or("overloaded")? * 60.0 - 0.982).abs() < 1e-3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Rates and times may be in any unit, as long as it is the same one. Figures of a desk that is overloaded do not exist:
//! they are `None`, never infinite.
//!
//! Architecture invariant: knows no org and no random number.

#![allow(clippy::float_arithmetic, reason = "rates, times and shares are floats; no balance is")]

mod error;
mod escalation;
mod queues;
mod reporting;
mod rework;
mod screening;
mod staffing;

pub use error::ClosedFormError;
pub use escalation::{EscalationLevels, levels_of_amounts, levels_of_share};
pub use queues::{Mg1, Mm1k, Mmc, Tandem};
pub use reporting::reporting_delay;
pub use rework::Rework;
pub use screening::{
    Screening, committee, hierarchy, hierarchy_evaluations, polyarchy, polyarchy_evaluations,
};
pub use staffing::{Manpower, availability};

//! What a simulation takes for granted, since no org states it.

mod desk;
mod failures;
mod hours;
mod requests;
mod staff;
mod whole;

pub use desk::{DeskAssumptions, Panel, QueueOrder};
pub use failures::FailureAssumptions;
pub use hours::WorkingHours;
pub use requests::RequestAssumptions;
pub use staff::{MovesWithin, StaffAssumptions, VacantSeats};
pub use whole::{Assumptions, Route};

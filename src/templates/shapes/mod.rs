//! What sets the six templates apart: lines, dotted lines, who holds the money and who decides.

mod founder_led;
mod functional;
mod hub_and_spoke;
mod matrix;
mod pods;
mod top;
mod with_agency;

pub(super) use founder_led::founder_led;
pub(super) use functional::functional;
pub(super) use hub_and_spoke::hub_and_spoke;
pub(super) use matrix::matrix;
pub(super) use pods::pods;
pub(super) use with_agency::with_agency;

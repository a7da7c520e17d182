//! What a simulation was run with, kept with what came out.

use crate::calendar::Date;
use crate::simulate::assumptions::Assumptions;
use crate::simulate::precision::{Precision, Stop};

/// What a simulation was run with, and why it ended.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) assumptions: Assumptions,
    pub(super) days: (Date, Date),
    pub(super) seed: u64,
    pub(super) precision: Option<Precision>,
    pub(super) stop: Stop,
}

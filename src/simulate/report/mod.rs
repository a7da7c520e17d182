//! Outcomes as a table for people, and as the object that programs read.

mod amounts;
mod json;
mod table;
mod text;

pub(super) use amounts::{label, percent, percentage, quantity, stated_percentage, with_interval};
pub(super) use table::{Table, write_table};
pub(super) use text::is_nothing;

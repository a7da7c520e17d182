//! From facts to words: the sentence of a finding, reports and decisions as text and as JSON.
//!
//! Owns how every fact reads: ids in backticks, amounts with their currency, counts with their noun.
//!
//! Architecture invariant: nothing here decides anything; what a report says was settled by `check`, and what a decision says by `authority`.

mod audit;
mod decision;
mod explain;
mod json;
mod matrix;
mod message;
mod overview;
mod paint;
mod places;
mod text;

pub use audit::{AuditJson, AuditText, EntryPlaces, ReplayText};
pub use explain::{Explanation, RuleList, explain};
pub use json::JsonReport;
pub use paint::Colour;
pub use places::{Place, Places};
pub use text::TextReport;

//! From facts to words: the sentence of a finding, the text report, the JSON report.
//!
//! Owns how every fact reads: ids in backticks, amounts with their currency, counts with their noun.
//!
//! Architecture invariant: nothing here decides anything; what a report says was settled by `check`.

mod explain;
mod json;
mod message;
mod places;
mod text;

pub use explain::{Explanation, RuleList, explain};
pub use json::JsonReport;
pub use places::{Place, Places};
pub use text::{Colour, TextReport};

//! `RPT`: who reports to whom. Owns the rules about reporting lines, spans and layers.
//!
//! Architecture invariant: no rule here looks at money.

mod specialist_outside_line;

pub use specialist_outside_line::SpecialistOutsideLine;

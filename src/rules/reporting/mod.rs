//! `RPT`: who reports to whom. Owns the rules about reporting lines, spans and layers.
//!
//! Architecture invariant: no rule here looks at money.

mod dotted_line_doubles_solid;
mod inverted_line;
mod leaders;
mod manager_of_oneself;
mod manager_without_executive;
mod span_too_narrow;
mod span_too_wide;
mod specialist_outside_line;
mod team_without_manager;
mod too_many_layers;
mod vacant_manager;

pub use dotted_line_doubles_solid::DottedLineDoublesSolid;
pub use inverted_line::InvertedLine;
pub use manager_of_oneself::ManagerOfOneself;
pub use manager_without_executive::ManagerWithoutExecutive;
pub use span_too_narrow::SpanTooNarrow;
pub(crate) use span_too_narrow::may_be_narrow;
pub use span_too_wide::SpanTooWide;
pub use specialist_outside_line::SpecialistOutsideLine;
pub use team_without_manager::TeamWithoutManager;
pub use too_many_layers::TooManyLayers;
pub use vacant_manager::VacantManager;

//! The rule engine: what a rule is, which ones run at which level, what they report, what is waived.
//!
//! Owns the [`Rule`] trait, [`Check`], [`Finding`]s and the [`Report`]. An org's policy is read here: profile,
//! levels and thresholds stack up as *profile, then org, then caller*, the later the stronger.
//!
//! Architecture invariant: the engine knows no concrete rule and no file. A finding holds typed facts and a
//! template; how a fact reads is `render`'s affair. Nothing here reads a clock: the caller passes the date.

mod checker;
mod context;
mod finding;
mod order;
mod report;
mod rule;
mod settings;
mod value;
mod waivers;
mod workers;

pub use checker::Check;
pub use context::Context;
pub use finding::Finding;
pub use report::{Report, Reported, Summary};
pub use rule::{Levels, Phase, Rule, RuleInfo};
pub use settings::Settings;
pub use value::Value;
pub use waivers::WaiverUse;

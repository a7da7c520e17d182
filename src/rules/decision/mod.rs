//! `DEC`: who decides why, what, how and what now. Owns the rules about decision rights.
//!
//! Architecture invariant: a right that is not stated is not missed; rules look at stated rights alone.

mod strategy_decided_below;
mod tactics_decided_above;

pub use strategy_decided_below::StrategyDecidedBelow;
pub use tactics_decided_above::TacticsDecidedAbove;

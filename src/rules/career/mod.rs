//! `CAR`: where a role leads. Owns the rules about the career ladder, its levels and who may follow whom.
//!
//! Architecture invariant: which class leads to which is in the class facts; no rule here has a ladder of its own.

mod dead_end_role;
mod level_outside_role;
mod no_successor;
mod step_off_ladder;

pub use dead_end_role::DeadEndRole;
pub use level_outside_role::LevelOutsideRole;
pub use no_successor::NoSuccessor;
pub use step_off_ladder::StepOffLadder;

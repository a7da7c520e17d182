//! What an import says of itself: every row accounted for, and everything that was guessed, mended or left out.
//!
//! Architecture invariant: facts here, words in [`text`] alone.

mod facts;
mod make;
mod note;
mod sentence;
mod text;

pub use facts::{ExternalManager, ImportSummary, RowCount, SwitchedOff, TitleUse};
pub(super) use make::{Settled, summarise};
pub use note::{ImportNote, SecondSeatReason};

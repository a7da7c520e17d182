//! What a team is expected to live up to, asked of its outcomes in a test.
//!
//! Owns the question in words ([`Expected`], [`ExpectedDifference`]), its three answers, and the message of one that is not
//! met ([`Unmet`]).
//!
//! Architecture invariant: an interval answers, and never a mean alone. Where it holds the bound, the answer is that more
//! years are needed, and not that luck was good.

mod difference;
mod expected;
mod message;
mod question;
mod unmet;

pub use difference::{DesignsExpected, ExpectedDifference};
pub use expected::Expected;
pub use unmet::{Unmet, UnmetKind};

//! Delegated authority to spend: who may spend how much on which channel today, on whose money, and who may say yes.
//!
//! Owns [`Ledger`], which keeps what was reserved, spent and moved; [`Decision`], the explained answer to a
//! [`Request`]; and [`Entry`], what callers keep. The rules are those of S12 and S13: a manager sets and allocates,
//! a specialist spends within the limits that were set.
//!
//! An *account* is a budget or a delegation. The *funding path* of a spend is the chain of accounts that it is
//! charged to: the account of the position for the channel, then the account which that one was cut from, up to a
//! budget. A spend is charged to all of them.
//!
//! Architecture invariant: decisions are pure and total, and a refused entry changes nothing. Nothing here reads a
//! clock, holds an entry, or knows a format other than serde, but for `lines`, which reads and writes JSON Lines.
//! What a team should not have drawn is `check`'s.

mod audit;
mod balance;
mod balances;
mod closing;
mod days;
mod deciding;
mod decision;
#[cfg(feature = "simulate")]
mod delivery;
mod entry;
mod error;
mod exposure;
mod funds;
mod judge;
mod keys;
mod ledger;
#[cfg(feature = "json")]
mod lines;
mod moving;
mod path;
mod people;
mod reason;
mod replay;
mod request;
mod reservations;
mod route;
mod rows;
mod tested;
mod tight;

pub use audit::{Audit, AuditFact, AuditFinding, audit};
pub use balance::{Balance, DayState, LedgerState, OpenReservation, YearState};
pub use decision::Decision;
#[cfg(feature = "simulate")]
pub(crate) use delivery::Delivery;
pub use entry::{AccountRef, Action, Entry};
pub use error::LedgerError;
pub use exposure::Exposure;
pub use keys::KEY_MAX_LEN;
pub use ledger::{Ledger, Receipt};
#[cfg(feature = "json")]
pub use lines::{
    EntryLine, EntryReader, LINE_MAX_LEN, LineError, LineErrors, LineFault, read_entries, write_entry,
};
pub use reason::{ReasonCode, Reasons, Verdict};
pub use replay::{ReplayError, ReplayErrors};
pub use request::Request;
pub use route::{Approver, Ground, RouteStep, Skip, Standing};
pub use tested::{Figures, Test, TestKind};

//! Spend requests and ledger entries for an org that is there already, within and beyond its limits.
//!
//! Each is drawn as a *draft*, picks that know nothing of the org, and is resolved against a ledger: the ledger says
//! which limits there are and what is left, and the draft aims at, just below or just above one of them. Drafts
//! shrink as numbers do, towards a small reservation of the first delegation today, without a filter on the whole.
//!
//! Architecture invariant: the ledger is asked where to aim, by its public questions, and no verdict is foretold.

mod amounts;
mod consent;
mod dates;
mod draft;
mod entries;
mod field;
mod flaws;
mod moves;
mod params;
mod spend;

pub use entries::{entries_of, entry_of};
pub use params::SpendParams;
pub use spend::{Spend, spend_of};

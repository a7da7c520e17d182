//! Orgs in the formats of other systems.
//!
//! Owns the import of an HR system's export (`csv`).
//!
//! Architecture invariant: an import fills an `OrgBuilder` and knows no org file; whatever it leaves out, guesses
//! or mends, it says in its summary.

#[cfg(feature = "csv")]
pub mod csv;

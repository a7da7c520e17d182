//! `SPC`: who covers which channel. Owns the rules about depth and breadth (S02, S07, S08).
//!
//! Architecture invariant: no rule here looks at money.

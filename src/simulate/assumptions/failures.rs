//! How failures of outcomes hang together.

use serde::{Deserialize, Serialize};

/// What is assumed of failures: how likely each is, and what it costs, the org's outcomes state themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct FailureAssumptions {
    /// The correlation of one common factor, from 0 to 1; see [`OneFactor`](crate::risk::OneFactor). Default: 0.
    pub correlation: f64,
}

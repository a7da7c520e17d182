//! What keeps a simulation from being run.

use thiserror::Error;

use crate::risk::RiskError;

/// Why a simulation cannot be run.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum SimulationError {
    /// An assumption that cannot be.
    #[error("{path}: {what}, and is {value}")]
    Assumption {
        /// Where it is stated, such as `channels.seo.per-day`.
        path: String,
        /// What it must be.
        what: &'static str,
        /// What it is.
        value: String,
    },
    /// Text that is not the file form of assumptions.
    #[error("{error}")]
    Text {
        /// What is wrong, and where.
        error: String,
    },
    /// Assumptions about something that no design has.
    #[error("{path}: no design has {kind} `{id}`")]
    Unknown {
        /// Where it is stated.
        path: &'static str,
        /// What it should be, with its article: `a channel`.
        kind: &'static str,
        /// The id.
        id: String,
    },
    /// The org with its vacant seats filled, as assumptions ask for, cannot be built.
    #[error("with its vacant seats filled the org cannot be built: {error}")]
    Filled {
        /// What is wrong with it.
        error: String,
    },
    /// Designs that cannot be told apart.
    #[error("there are two designs `{name}`")]
    SameName {
        /// The name of both.
        name: String,
    },
    /// A figure that there is none of.
    #[error("there is no figure `{figure}`: {known}")]
    UnknownFigure {
        /// What was asked for.
        figure: String,
        /// What was meant, as it seems, or what there is.
        known: String,
    },
    /// There are no days to simulate.
    #[error("the days from {from} to before {until} are none, or fewer than those of the warm-up")]
    NoDays {
        /// The first day.
        from: crate::calendar::Date,
        /// The first day after the last.
        until: crate::calendar::Date,
    },
    /// Nothing to simulate, or not even one replication.
    #[error("there must be {what}")]
    Nothing {
        /// What is lacking.
        what: &'static str,
    },
    /// What the outcomes of an org say about failures cannot be drawn.
    #[error(transparent)]
    Risk(#[from] RiskError),
}

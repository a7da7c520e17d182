//! Why an entry is not accepted.

use thiserror::Error;

use super::keys::KEY_MAX_LEN;
use super::reason::{Reasons, Verdict};
use crate::calendar::Date;
use crate::money::MoneyError;

/// Why a ledger does not accept an entry. Whatever it is, the ledger is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// The spend is not approved.
    #[error("the spend is {}: {reasons}", verdict_words(*.verdict))]
    Refused {
        /// Denied, or in need of an approval.
        verdict: Verdict,
        /// Why.
        reasons: Reasons,
    },
    /// The ledger has moved on since the caller looked at it.
    #[error("the ledger is at version {found}, not {expected}")]
    Stale {
        /// The version that the caller knew.
        expected: u64,
        /// The version that there is.
        found: u64,
    },
    /// The key was used for an entry of other content.
    #[error("the key `{key}` was used before, for another entry")]
    KeyReused {
        /// The key.
        key: String,
    },
    /// The key cannot be one.
    #[error("a key has 1 to {KEY_MAX_LEN} bytes and no control characters")]
    InvalidKey,
    /// No entry has the key.
    #[error("there is no reservation `{key}`")]
    UnknownReservation {
        /// The key.
        key: String,
    },
    /// The entry with the key is no reservation.
    #[error("the entry `{key}` is no reservation")]
    NotAReservation {
        /// The key.
        key: String,
    },
    /// The reservation is settled already.
    #[error("the reservation `{key}` is settled already")]
    AlreadySettled {
        /// The key of the reservation.
        key: String,
    },
    /// The reservation is released already.
    #[error("the reservation `{key}` is released already")]
    AlreadyReleased {
        /// The key of the reservation.
        key: String,
    },
    /// The amount is no amount of the org's currency.
    #[error(transparent)]
    Amount(#[from] MoneyError),
    /// The amount is zero or below.
    #[error("{amount} is not above zero")]
    AmountNotPositive {
        /// The amount, with its currency.
        amount: String,
    },
    /// The entry is in another currency than the org.
    #[error("the entry is in `{stated}`, and the org counts in `{expected}`")]
    ForeignCurrency {
        /// The currency of the entry.
        stated: String,
        /// The currency of the org.
        expected: &'static str,
    },
    /// No position has the id.
    #[error("there is no position `{id}`")]
    UnknownPosition {
        /// The id.
        id: String,
        /// A position whose id looks like it.
        similar: Option<String>,
    },
    /// No channel has the id.
    #[error("there is no channel `{id}`")]
    UnknownChannel {
        /// The id.
        id: String,
        /// A channel whose id looks like it.
        similar: Option<String>,
    },
    /// The position holds no account in force for the channel.
    #[error("`{position}` holds no account{} on {date}", for_channel(.channel.as_deref()))]
    NoAccount {
        /// The position.
        position: String,
        /// The channel, unless a general account was asked for.
        channel: Option<String>,
        /// The day.
        date: Date,
    },
    /// Both ends of a transfer are one account, a budget is to be reclaimed, or the first year has none before it.
    #[error("there is nothing to move: {why}")]
    NothingToMove {
        /// Why not.
        why: &'static str,
    },
    /// Less is left on an account than is to be moved away.
    #[error("{left} is left on {account}, less than {amount}")]
    NotEnoughLeft {
        /// The path of the account.
        account: String,
        /// What is left, with its currency.
        left: String,
        /// What is asked for, with its currency.
        amount: String,
    },
    /// The position may not move this money.
    #[error("`{by}` may not move this money: {why}")]
    NotAuthorised {
        /// The position.
        by: String,
        /// Why not.
        why: &'static str,
    },
    /// What is carried over is not what the fiscal year left.
    #[error("{amount} cannot be carried over: the fiscal year before left {left} on {account}")]
    CarryOver {
        /// The path of the account.
        account: String,
        /// What is left, with its currency; below zero if more was spent than there was.
        left: String,
        /// What is asked for, with its currency.
        amount: String,
    },
    /// Amounts add up to more than can be counted, or entries are more than can be kept.
    #[error("the ledger cannot count further")]
    Full,
}

impl LedgerError {
    /// Returns a stable word for the kind of error; for a refusal, that of its first reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused { reasons, .. } => reasons.iter().next().map_or("refused", |code| code.as_str()),
            Self::Stale { .. } => "stale",
            Self::KeyReused { .. } => "key-reused",
            Self::InvalidKey => "invalid-key",
            Self::UnknownReservation { .. } => "unknown-reservation",
            Self::NotAReservation { .. } => "not-a-reservation",
            Self::AlreadySettled { .. } => "already-settled",
            Self::AlreadyReleased { .. } => "already-released",
            Self::Amount(_) => "invalid-amount",
            Self::AmountNotPositive { .. } => "amount-not-positive",
            Self::ForeignCurrency { .. } => "foreign-currency",
            Self::UnknownPosition { .. } => "unknown-position",
            Self::UnknownChannel { .. } => "unknown-channel",
            Self::NoAccount { .. } => "no-account",
            Self::NothingToMove { .. } => "nothing-to-move",
            Self::NotEnoughLeft { .. } => "account-exhausted",
            Self::NotAuthorised { .. } => "not-authorised",
            Self::CarryOver { .. } => "carry-over",
            Self::Full => "ledger-full",
        }
    }

    /// Returns how to mend it, if more can be said than the error itself says.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownPosition { similar: Some(similar), .. }
            | Self::UnknownChannel { similar: Some(similar), .. } => {
                Some(format!("did you mean `{similar}`?"))
            }
            Self::Stale { .. } => Some("read what was added meanwhile, and decide again".to_owned()),
            Self::KeyReused { .. } => Some("give each entry a key of its own".to_owned()),
            _ => None,
        }
    }
}

fn verdict_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Approved => "approved",
        Verdict::NeedsApproval => "not approved yet",
        Verdict::Denied => "denied",
    }
}

fn for_channel(channel: Option<&str>) -> String {
    channel.map(|channel| format!(" for `{channel}`")).unwrap_or_default()
}

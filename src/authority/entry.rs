//! What is written into a ledger, as callers keep it.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::calendar::{Date, parse_date};
use crate::money::{Amount, Currency};

/// One entry of a ledger: what happened on which day, under an idempotency key.
///
/// Callers keep entries wherever they like, as JSON or in a database; [`Ledger::replay`](crate::Ledger::replay)
/// makes the ledger of them again.
///
/// ```
/// use bagan::{Action, Entry};
///
/// let line = r#"{"entry":"reserve","key":"po-17","date":"2026-07-01","position":"social","channel":"paid-social","amount":25000000}"#;
/// let entry: Entry = serde_json::from_str(line)?;
/// assert!(matches!(&entry.action, Action::Reserve { position, .. } if position == "social"));
/// assert_eq!(serde_json::to_string(&entry)?, line);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Amounts are as in an org file: a whole number counts major units. An entry made with [`Money`](crate::Money) applies
/// like any other, but cannot be written without its currency: [`Self::in_major_units`] first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Entry {
    /// The idempotency key: an entry with a key that was seen before has no second effect.
    pub key: String,
    /// The day. What a reservation reserves counts in the windows and the fiscal year of its own day, also once it
    /// is settled on a later one.
    pub date: Date,
    /// The ISO 4217 code of its amounts, if it is stated: an entry in another currency than the org's is refused.
    pub currency: Option<String>,
    /// What happened.
    pub action: Action,
}

/// What an entry does. Amounts are as in an org file: whole major units, or decimal text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// A position sets an amount aside to spend it on a channel.
    Reserve {
        /// The position that asks.
        position: String,
        /// The channel.
        channel: String,
        /// The amount.
        amount: Amount,
        /// The positions from which it was approved.
        approved_by: Vec<String>,
    },
    /// What was reserved is spent, or another amount than was reserved.
    Settle {
        /// The key of the reservation.
        reservation: String,
        /// What was spent.
        amount: Amount,
        /// The positions from which it was approved to spend more than was reserved.
        approved_by: Vec<String>,
    },
    /// What was reserved is not spent.
    Release {
        /// The key of the reservation.
        reservation: String,
    },
    /// Money moves from one account to another for the fiscal year.
    Transfer {
        /// The account that has less from now on, and those between it and the first that both are cut from.
        from: AccountRef,
        /// The account that has more from now on, and those between.
        to: AccountRef,
        /// The amount.
        amount: Amount,
        /// The position that moves it.
        by: String,
    },
    /// Money goes back to the account that it was cut from.
    Reclaim {
        /// The account that has less from now on.
        account: AccountRef,
        /// The amount.
        amount: Amount,
        /// The position that takes it back.
        by: String,
    },
    /// What the fiscal year before the day left goes over to the fiscal year of the day.
    CarryOver {
        /// The account.
        account: AccountRef,
        /// What goes over: at most what is left; if more was spent than there was, all of that, below zero.
        amount: Amount,
    },
}

/// The account that a spend of a position on a channel would be charged to on the day of the entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AccountRef {
    /// The position that holds the account.
    pub position: String,
    /// The channel; without one, the position's general account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

impl AccountRef {
    /// Names the account of a position for a channel.
    #[must_use]
    pub fn new(position: &str, channel: &str) -> Self {
        Self { position: position.to_owned(), channel: Some(channel.to_owned()) }
    }

    /// Names the account of a position without a channel of its own: a general delegation, else its budget.
    #[must_use]
    pub fn general(position: &str) -> Self {
        Self { position: position.to_owned(), channel: None }
    }
}

impl Entry {
    /// Reserves an amount.
    pub fn reserve(key: &str, date: Date, position: &str, channel: &str, amount: impl Into<Amount>) -> Self {
        let (position, channel) = (position.to_owned(), channel.to_owned());
        let action = Action::Reserve { position, channel, amount: amount.into(), approved_by: Vec::new() };
        Self::new(key, date, action)
    }

    /// Settles a reservation, at the amount that was spent.
    pub fn settle(key: &str, date: Date, reservation: &str, amount: impl Into<Amount>) -> Self {
        let reservation = reservation.to_owned();
        Self::new(key, date, Action::Settle { reservation, amount: amount.into(), approved_by: Vec::new() })
    }

    /// Releases a reservation.
    #[must_use]
    pub fn release(key: &str, date: Date, reservation: &str) -> Self {
        Self::new(key, date, Action::Release { reservation: reservation.to_owned() })
    }

    /// Moves money between accounts.
    pub fn transfer(
        key: &str,
        date: Date,
        from: AccountRef,
        to: AccountRef,
        amount: impl Into<Amount>,
        by: &str,
    ) -> Self {
        Self::new(key, date, Action::Transfer { from, to, amount: amount.into(), by: by.to_owned() })
    }

    /// Takes money back to the account that it was cut from.
    pub fn reclaim(key: &str, date: Date, account: AccountRef, amount: impl Into<Amount>, by: &str) -> Self {
        Self::new(key, date, Action::Reclaim { account, amount: amount.into(), by: by.to_owned() })
    }

    /// Carries over what the last fiscal year left to that of the date.
    pub fn carry_over(key: &str, date: Date, account: AccountRef, amount: impl Into<Amount>) -> Self {
        Self::new(key, date, Action::CarryOver { account, amount: amount.into() })
    }

    /// Makes an entry.
    #[must_use]
    pub fn new(key: &str, date: Date, action: Action) -> Self {
        Self { key: key.to_owned(), date, currency: None, action }
    }

    /// States the currency of its amounts.
    #[must_use]
    pub fn currency(mut self, code: &str) -> Self {
        self.currency = Some(code.to_owned());
        self
    }

    /// Writes an amount that was computed, in minor units, as files do, so that the entry can be serialized.
    ///
    /// An amount that is written already stays as it is.
    #[must_use]
    pub fn in_major_units(mut self, currency: Currency) -> Self {
        match &mut self.action {
            Action::Reserve { amount, .. }
            | Action::Settle { amount, .. }
            | Action::Transfer { amount, .. }
            | Action::Reclaim { amount, .. }
            | Action::CarryOver { amount, .. } => {
                if let Amount::Minor(money) = amount {
                    *amount = Amount::of(*money, currency);
                }
            }
            Action::Release { .. } => {}
        }
        self
    }

    /// Adds the positions from which a reservation or a settlement was approved; other entries take none.
    #[must_use]
    pub fn approved_by<I: AsRef<str>>(mut self, positions: impl IntoIterator<Item = I>) -> Self {
        if let Action::Reserve { approved_by, .. } | Action::Settle { approved_by, .. } = &mut self.action {
            approved_by.extend(positions.into_iter().map(|id| id.as_ref().to_owned()));
        }
        self
    }
}

/// The form of an entry in JSON and other formats.
#[derive(Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
enum Wire {
    Reserve {
        key: String,
        date: Day,
        position: String,
        channel: String,
        amount: Amount,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        currency: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        approved_by: Vec<String>,
    },
    Settle {
        key: String,
        date: Day,
        reservation: String,
        amount: Amount,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        currency: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        approved_by: Vec<String>,
    },
    Release {
        key: String,
        date: Day,
        reservation: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        currency: Option<String>,
    },
    Transfer {
        key: String,
        date: Day,
        from: AccountRef,
        to: AccountRef,
        amount: Amount,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        currency: Option<String>,
        by: String,
    },
    Reclaim {
        key: String,
        date: Day,
        account: AccountRef,
        amount: Amount,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        currency: Option<String>,
        by: String,
    },
    CarryOver {
        key: String,
        date: Day,
        account: AccountRef,
        amount: Amount,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        currency: Option<String>,
    },
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer).map(Self::from)
    }
}

impl From<Entry> for Wire {
    fn from(entry: Entry) -> Self {
        let (key, date, currency) = (entry.key, Day(entry.date), entry.currency);
        match entry.action {
            Action::Reserve { position, channel, amount, approved_by } => {
                Self::Reserve { key, date, position, channel, amount, currency, approved_by }
            }
            Action::Settle { reservation, amount, approved_by } => {
                Self::Settle { key, date, reservation, amount, currency, approved_by }
            }
            Action::Release { reservation } => Self::Release { key, date, reservation, currency },
            Action::Transfer { from, to, amount, by } => {
                Self::Transfer { key, date, from, to, amount, currency, by }
            }
            Action::Reclaim { account, amount, by } => {
                Self::Reclaim { key, date, account, amount, currency, by }
            }
            Action::CarryOver { account, amount } => Self::CarryOver { key, date, account, amount, currency },
        }
    }
}

impl From<Wire> for Entry {
    fn from(wire: Wire) -> Self {
        let (key, date, currency, action) = match wire {
            Wire::Reserve { key, date, position, channel, amount, currency, approved_by } => {
                (key, date, currency, Action::Reserve { position, channel, amount, approved_by })
            }
            Wire::Settle { key, date, reservation, amount, currency, approved_by } => {
                (key, date, currency, Action::Settle { reservation, amount, approved_by })
            }
            Wire::Release { key, date, reservation, currency } => {
                (key, date, currency, Action::Release { reservation })
            }
            Wire::Transfer { key, date, from, to, amount, currency, by } => {
                (key, date, currency, Action::Transfer { from, to, amount, by })
            }
            Wire::Reclaim { key, date, account, amount, currency, by } => {
                (key, date, currency, Action::Reclaim { account, amount, by })
            }
            Wire::CarryOver { key, date, account, amount, currency } => {
                (key, date, currency, Action::CarryOver { account, amount })
            }
        };
        Self { key, date: date.0, currency, action }
    }
}

/// A date, written as `YYYY-MM-DD`.
struct Day(Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        parse_date(&text).map(Self).map_err(de::Error::custom)
    }
}

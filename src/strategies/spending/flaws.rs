//! What is plainly wrong with an entry.

use crate::authority::{Action, Entry, Ledger};
use crate::money::Amount;
use crate::strategies::pick::Pick;
use crate::strategies::spending::amounts::Size;
use crate::strategies::spending::draft::any_key;
use crate::strategies::spending::moves::written;

/// Texts that are no amount of any currency.
const TEXTS: &[&str] = &["1.0000001", "ten", "", "99999999999999999999"];

/// Texts that are no key.
const KEYS: &[&str] = &["", "two\nlines", "\u{7f}"];

/// One thing that is wrong.
#[derive(Debug, Clone, Copy)]
pub(super) enum Flaw {
    UnknownPosition,
    UnknownChannel,
    UnknownKey,
    Amount(BadAmount),
    ForeignCurrency,
    /// A key of another entry.
    KeyReused(Pick),
    InvalidKey(&'static str),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum BadAmount {
    NotPositive(Size),
    /// Text that is no amount of any currency.
    Text(&'static str),
    /// Major units whose minor ones cannot be counted; not every currency has any.
    Beyond,
}

impl Flaw {
    /// Makes a flaw of choices.
    pub(super) fn of(kind: Pick, which: Pick) -> Self {
        match kind.among(&[1, 1, 1, 2, 1, 1, 1, 2, 1]) {
            0 => Self::UnknownPosition,
            1 => Self::UnknownChannel,
            2 => Self::UnknownKey,
            3 => Self::Amount(BadAmount::NotPositive(Size::not_positive(which))),
            4 => Self::Amount(BadAmount::Text(which.of(TEXTS).unwrap_or_default())),
            5 => Self::Amount(BadAmount::Beyond),
            6 => Self::ForeignCurrency,
            7 => Self::KeyReused(which),
            _ => Self::InvalidKey(which.of(KEYS).unwrap_or_default()),
        }
    }

    /// Puts the flaw into an entry, if it is one that can have it.
    pub(super) fn spoil(self, entry: &mut Entry, ledger: &Ledger) {
        match self {
            Self::UnknownPosition => {
                if let Some(position) = position(&mut entry.action) {
                    "nobody".clone_into(position);
                }
            }
            Self::UnknownChannel => {
                if let Action::Reserve { channel, .. } = &mut entry.action {
                    "nowhere".clone_into(channel);
                }
                if let Action::Transfer { from: account, .. }
                | Action::Reclaim { account, .. }
                | Action::CarryOver { account, .. } = &mut entry.action
                {
                    account.channel = Some("nowhere".to_owned());
                }
            }
            Self::UnknownKey => {
                if let Action::Settle { reservation, .. } | Action::Release { reservation } =
                    &mut entry.action
                {
                    "never-made".clone_into(reservation);
                }
            }
            Self::Amount(bad) => {
                if let Some(amount) = amount(&mut entry.action) {
                    *amount = bad.amount(ledger);
                }
            }
            Self::ForeignCurrency => {
                let code = ledger.org().currency().code();
                entry.currency = Some(if code == "CHF" { "SEK" } else { "CHF" }.to_owned());
            }
            Self::KeyReused(pick) => {
                if let Some(key) = any_key(ledger, pick) {
                    entry.key = key;
                }
            }
            Self::InvalidKey(key) => key.clone_into(&mut entry.key),
        }
    }
}

impl BadAmount {
    fn amount(self, ledger: &Ledger) -> Amount {
        match self {
            Self::NotPositive(size) => written(ledger, size.minor(&[], None)),
            Self::Text(text) => text.into(),
            Self::Beyond => i64::MAX.into(),
        }
    }
}

/// Returns the first position that an action names, if it names one.
fn position(action: &mut Action) -> Option<&mut String> {
    match action {
        Action::Reserve { position, .. } => Some(position),
        Action::Transfer { by, .. } | Action::Reclaim { by, .. } => Some(by),
        Action::CarryOver { account, .. } => Some(&mut account.position),
        Action::Settle { .. } | Action::Release { .. } => None,
    }
}

fn amount(action: &mut Action) -> Option<&mut Amount> {
    match action {
        Action::Reserve { amount, .. }
        | Action::Settle { amount, .. }
        | Action::Transfer { amount, .. }
        | Action::Reclaim { amount, .. }
        | Action::CarryOver { amount, .. } => Some(amount),
        Action::Release { .. } => None,
    }
}

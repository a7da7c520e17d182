//! What is plainly wrong with an entry.

use proptest::prelude::*;

use crate::authority::{Action, Entry, Ledger};
use crate::money::Amount;
use crate::strategies::pick::{Pick, pick};
use crate::strategies::spending::amounts::{Size, not_positive};
use crate::strategies::spending::draft::any_key;
use crate::strategies::spending::moves::written;

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

/// Draws flaws.
pub(super) fn flaw() -> impl Strategy<Value = Flaw> + Clone {
    let text = prop::sample::select(&["1.0000001", "ten", "", "99999999999999999999"][..]);
    let amount = prop_oneof![
        2 => not_positive().prop_map(BadAmount::NotPositive),
        1 => text.prop_map(BadAmount::Text),
        1 => Just(BadAmount::Beyond),
    ];
    prop_oneof![
        1 => Just(Flaw::UnknownPosition),
        1 => Just(Flaw::UnknownChannel),
        1 => Just(Flaw::UnknownKey),
        3 => amount.prop_map(Flaw::Amount),
        1 => Just(Flaw::ForeignCurrency),
        2 => pick().prop_map(Flaw::KeyReused),
        1 => prop::sample::select(&["", "two\nlines", "\u{7f}"][..]).prop_map(Flaw::InvalidKey),
    ]
}

impl Flaw {
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

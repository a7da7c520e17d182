//! One entry before the ledger is known.

use crate::authority::{Action, Entry, Ledger, OpenReservation};
use crate::calendar::Date;
use crate::money::Money;
use crate::org::{Account, PositionIx};
use crate::strategies::pick::{Choices, Pick};
use crate::strategies::spending::amounts::Size;
use crate::strategies::spending::consent::Consent;
use crate::strategies::spending::dates::Day;
use crate::strategies::spending::field::Edges;
use crate::strategies::spending::moves::{MoveDraft, written};
use crate::strategies::spending::spend::SpendDraft;

/// An entry before the ledger is known; what closes a reservation makes one where none is open.
#[derive(Debug, Clone, Copy)]
pub(super) enum EntryDraft {
    Reserve(SpendDraft),
    Settle { which: Which, day: Day, share: Share, consent: Consent, otherwise: SpendDraft },
    Release { which: Which, day: Day, otherwise: SpendDraft },
    Move(MoveDraft),
}

/// Which reservation is closed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Which {
    Open(Pick),
    /// Any entry: one that is closed already, or is no reservation.
    Any(Pick),
}

/// What was spent of what was reserved.
#[derive(Debug, Clone, Copy)]
pub(super) enum Share {
    Whole,
    /// So many 256ths.
    Part(i64),
    /// More, by so much.
    More(Size),
}

impl EntryDraft {
    /// Makes an entry of choices, most often a reservation.
    pub(super) fn of(kind: Pick, choices: Choices) -> Self {
        let [[place, from, part], day, size, consent] = choices;
        let [_, of_256, _] = size;
        let which = if from.among(&[8, 1]) == 0 { Which::Open(place) } else { Which::Any(place) };
        let (day, otherwise) = (Day::of(day), SpendDraft::of(choices));
        match kind.among(&[12, 4, 2, 4]) {
            0 => Self::Reserve(otherwise),
            1 => {
                let share = match part.among(&[2, 3, 3]) {
                    0 => Share::Whole,
                    1 => Share::Part(i64::from(of_256.near(127)) + 128),
                    _ => Share::More(Size::of(size)),
                };
                Self::Settle { which, day, share, consent: Consent::of(consent), otherwise }
            }
            2 => Self::Release { which, day, otherwise },
            _ => Self::Move(MoveDraft::of(choices)),
        }
    }

    /// Finds what the entry is about. Its key is new to a ledger all of whose entries were drawn.
    pub(super) fn resolve(self, ledger: &Ledger, as_of: Date) -> Entry {
        let (date, action) = match self {
            Self::Reserve(draft) => reserve(ledger, draft, as_of),
            Self::Settle { which, otherwise, .. } | Self::Release { which, otherwise, .. }
                if which.is_missing(ledger) =>
            {
                reserve(ledger, otherwise, as_of)
            }
            Self::Settle { which, day, share, consent, .. } => {
                let date = day.date(ledger.org(), as_of);
                (date, settle(ledger, which, share, consent, date))
            }
            Self::Release { which, day, .. } => {
                (day.date(ledger.org(), as_of), Action::Release { reservation: which.key(ledger) })
            }
            Self::Move(draft) => draft.resolve(ledger, as_of),
        };
        Entry::new(&format!("drawn-{}", ledger.version() + 1), date, action)
    }
}

fn reserve(ledger: &Ledger, draft: SpendDraft, as_of: Date) -> (Date, Action) {
    let spend = draft.resolve(ledger, as_of);
    let action = Action::Reserve {
        amount: written(ledger, spend.amount.minor()),
        approved_by: ids(ledger, &spend.approved_by),
        position: spend.position,
        channel: spend.channel,
    };
    (spend.date, action)
}

fn ids(ledger: &Ledger, positions: &[PositionIx]) -> Vec<String> {
    positions.iter().map(|ix| ledger.org().position_at(*ix).id().to_owned()).collect()
}

impl Which {
    fn is_missing(self, ledger: &Ledger) -> bool {
        matches!(self, Self::Open(_)) && ledger.open_reservations().next().is_none()
    }

    fn open(self, ledger: &Ledger) -> Option<OpenReservation<'_>> {
        let Self::Open(pick) = self else { return None };
        ledger.open_reservations().nth(pick.place(ledger.open_reservations().count())?)
    }

    fn key(self, ledger: &Ledger) -> String {
        let open = self.open(ledger).map(|open| open.key.to_owned());
        open.or_else(|| self.any(ledger)).unwrap_or_else(|| "never-made".to_owned())
    }

    fn any(self, ledger: &Ledger) -> Option<String> {
        let Self::Any(pick) = self else { return None };
        any_key(ledger, pick)
    }
}

/// Returns the key of any entry, in O(entries).
pub(super) fn any_key(ledger: &Ledger, pick: Pick) -> Option<String> {
    let keys = ledger.state().keys;
    Some(keys.get(pick.place(keys.len())?)?.0.clone())
}

fn settle(ledger: &Ledger, which: Which, share: Share, consent: Consent, date: Date) -> Action {
    let Some(open) = which.open(ledger) else {
        let (reservation, amount) = (which.key(ledger), written(ledger, 1));
        return Action::Settle { reservation, amount, approved_by: Vec::new() };
    };
    let reserved = open.amount.minor();
    let amount = match share {
        Share::Whole => reserved,
        Share::Part(part) => Size::Share(part).minor(&[], Some(reserved)),
        Share::More(size) => more(ledger, open, size),
    };
    let decision = ledger.decide_settlement(open.key, Money::from_minor(amount), &[], date);
    let approved_by = decision.map(|decision| consent.seats(&decision)).unwrap_or_default();
    Action::Settle {
        reservation: open.key.to_owned(),
        amount: written(ledger, amount),
        approved_by: ids(ledger, &approved_by),
    }
}

/// Returns an amount above what is reserved, or at a limit of one transaction.
fn more(ledger: &Ledger, open: OpenReservation<'_>, size: Size) -> i64 {
    let reserved = open.amount.minor();
    let edges = Edges::of(ledger, open.account, Account::holder(open.account), open.date);
    let whole = edges.whole.iter().copied().filter(|edge| reserved < *edge);
    let added = edges.added.iter().map(|edge| edge.saturating_add(reserved));
    let all: Vec<i64> = whole.chain(added).collect();
    match size {
        Size::Edge { .. } | Size::Huge(_) | Size::NotPositive(_) => size.minor(&all, None),
        Size::Tiny(_) | Size::Share(_) => reserved.saturating_add(size.minor(&[], edges.tightest)),
    }
}

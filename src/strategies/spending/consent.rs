//! Approvals: of the right people, of the wrong ones, of the person who asks.

use crate::authority::{Decision, RouteStep};
use crate::org::{Position, PositionIx};
use crate::strategies::pick::Pick;
use crate::strategies::spending::field::{path, position};

/// Who approved, before the org is known; shrinks to nobody.
#[derive(Debug, Clone, Copy)]
pub(super) enum Consent {
    Nobody,
    /// All whom the way to an approval names.
    Route,
    /// The first of them, as often as said.
    First {
        twice: bool,
    },
    /// Everyone above, and whoever delegated any account on the path.
    Everyone,
    /// The position itself, and others of its person.
    Oneself,
    /// Any two.
    Any(Pick, Pick),
}

impl Consent {
    /// Makes approvals of choices.
    pub(super) fn of([kind, one, other]: [Pick; 3]) -> Self {
        match kind.among(&[5, 4, 1, 2, 1, 1]) {
            0 => Self::Nobody,
            1 => Self::Route,
            2 => Self::First { twice: one.among(&[1, 1]) == 1 },
            3 => Self::Everyone,
            4 => Self::Oneself,
            _ => Self::Any(one, other),
        }
    }

    /// Returns the seats from which a spend is approved, given the decision on it without approvals.
    pub(super) fn seats(self, decision: &Decision<'_>) -> Vec<PositionIx> {
        let org = decision.ledger().org();
        let asks = decision.position().ok();
        match self {
            Self::Nobody => Vec::new(),
            Self::Route => route(decision).collect(),
            Self::First { twice } => {
                let first = route(decision).next();
                first.into_iter().chain(first.filter(|_| twice)).collect()
            }
            Self::Everyone => {
                let on = decision.date();
                let accounts = decision.account().into_iter().flat_map(|account| path(account, on).skip(1));
                let above = asks.into_iter().flat_map(Position::chain).map(Position::ix);
                accounts.map(|account| account.holder().ix()).chain(above).collect()
            }
            Self::Oneself => {
                let own = |seat: &Position<'_>| asks.is_some_and(|asks| seat.shares_person_with(asks));
                let others = org.positions().filter(own).map(Position::ix);
                asks.map(Position::ix).into_iter().chain(others).take(3).collect()
            }
            Self::Any(one, other) => {
                [one, other].into_iter().filter_map(|pick| Some(position(org, pick)?.ix())).collect()
            }
        }
    }
}

/// Returns whom a decision names: the seat of whoever stands in, where somebody does.
fn route(decision: &Decision<'_>) -> impl Iterator<Item = PositionIx> {
    decision.route().into_iter().filter_map(|step: RouteStep<'_>| {
        let approver = step.may_approve()?;
        Some(approver.stands_in_from.unwrap_or(step.position).ix())
    })
}

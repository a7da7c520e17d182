//! Money that moves: transfers, reclaims and what a fiscal year leaves to the next.

use crate::authority::{AccountRef, Action, Ledger};
use crate::calendar::Date;
use crate::money::{Amount, Money};
use crate::org::{Account, Org, Position};
use crate::strategies::pick::{Choices, Pick};
use crate::strategies::spending::amounts::Size;
use crate::strategies::spending::dates::Day;
use crate::strategies::spending::field::{self, Sort};

/// A move before the org is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct MoveDraft {
    kind: Kind,
    day: Day,
    from: Pick,
    sort: Sort,
    size: Size,
    by: By,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Reclaim,
    /// To another account, or to the one that both are cut from, or to a budget.
    Transfer {
        to: Pick,
        up: bool,
        sort: Sort,
    },
    CarryOver {
        overspent: bool,
    },
}

/// Who moves it.
#[derive(Debug, Clone, Copy)]
enum By {
    /// Whoever may, the first or the second of them.
    Entitled {
        second: bool,
    },
    Receiver,
    Any(Pick),
}

impl MoveDraft {
    /// Makes a move of choices; most are allowed.
    pub(super) fn of([[from, to, kind], day, size, [who, by, up]]: Choices) -> Self {
        let [_, of_year, _] = day;
        let kind = match kind.among(&[3, 1, 4]) {
            0 => Kind::Reclaim,
            1 => Kind::CarryOver { overspent: up.among(&[9, 1]) == 1 },
            _ => Kind::Transfer { to, up: up.among(&[8, 2]) == 1, sort: sort(by, 9) },
        };
        let (day, sort) = match kind {
            Kind::CarryOver { .. } => (Day::new_year(of_year), sort(who, 3)),
            Kind::Reclaim | Kind::Transfer { .. } => (Day::of(day), sort(who, 9)),
        };
        let by = match by.among(&[5, 5, 1, 2]) {
            0 => By::Entitled { second: false },
            1 => By::Entitled { second: true },
            2 => By::Receiver,
            _ => By::Any(who),
        };
        Self { kind, day, from, sort, size: Size::of(size), by }
    }

    /// Finds the accounts, the amount and who moves it.
    pub(super) fn resolve(self, ledger: &Ledger, as_of: Date) -> (Date, Action) {
        let org = ledger.org();
        let date = self.day.date(org, as_of);
        let source = field::account(org, self.from, self.sort, date);
        let from = source.map_or_else(|| AccountRef::general("nobody"), field::reference);
        let action = match self.kind {
            Kind::Reclaim => {
                let above = source.and_then(|source| source.cut_from(date));
                let amount = self.amount(ledger, source.map(|source| field::left(ledger, source, date)));
                Action::Reclaim { account: from, amount, by: self.mover(org, above, None, date) }
            }
            Kind::Transfer { to, up, sort } => {
                let above = || field::path(source?, date).skip(1).last();
                let to = if up { above() } else { field::account(org, to, sort, date) };
                let common = source.zip(to).and_then(|(source, to)| {
                    field::path(source, date).find(|one| field::path(to, date).any(|other| other == *one))
                });
                let losing = source.into_iter().flat_map(|source| field::path(source, date));
                let losing = losing.take_while(|account| Some(*account) != common);
                let least = losing.chain(source).map(|account| field::left(ledger, account, date)).min();
                Action::Transfer {
                    from,
                    to: to.map_or_else(|| AccountRef::general("nobody"), field::reference),
                    amount: self.amount(ledger, least),
                    by: self.mover(org, common, to.map(Account::holder), date),
                }
            }
            Kind::CarryOver { overspent } => {
                let left = left_over(ledger, &from, date);
                let left = if overspent { left.map(|left| left.min(-1)) } else { left };
                let amount = match left {
                    Some(left) if left < 0 => written(ledger, left),
                    left => self.amount(ledger, left),
                };
                Action::CarryOver { account: from, amount }
            }
        };
        (date, action)
    }

    fn amount(self, ledger: &Ledger, left: Option<i64>) -> Amount {
        let left = left.filter(|left| 0 < *left);
        written(ledger, self.size.minor(left.as_slice(), left))
    }

    /// Returns who moves the money.
    fn mover(self, org: &Org, common: Option<Account<'_>>, to: Option<Position<'_>>, on: Date) -> String {
        let found = match self.by {
            By::Receiver => to,
            By::Any(pick) => field::position(org, pick),
            By::Entitled { second } => {
                let from = common.map(Account::holder);
                let above = from.into_iter().chain(from.or(to).into_iter().flat_map(Position::chain));
                let fit = |seat: &Position<'_>| {
                    let own = to.is_some_and(|to| to.shares_person_with(*seat));
                    seat.occupant_on(on).is_some() && !own
                };
                let mut fit = above.filter(fit);
                let first = fit.next();
                let found = if second { fit.next().or(first) } else { first };
                found.or(from).or(to)
            }
        };
        found.map_or("nobody", |found| found.id()).to_owned()
    }
}

/// Returns what the fiscal year before left on an account.
fn left_over(ledger: &Ledger, account: &AccountRef, date: Date) -> Option<i64> {
    let org = ledger.org();
    let last = org.calendar().fiscal_year(date).from()?.yesterday().ok()?;
    let channel = account.channel.as_deref().and_then(|id| org.channel(id));
    let account = org.position(&account.position)?.account_covering(channel, last)?;
    Some(field::left(ledger, account, last))
}

/// Makes a sort of account of a choice: so many of ten or so are delegations in force.
fn sort(pick: Pick, in_force: usize) -> Sort {
    match pick.among(&[in_force, 1, 1]) {
        0 => Sort::InForce,
        1 => Sort::Stated,
        _ => Sort::Budget,
    }
}

/// Writes an amount as a file would.
pub(super) fn written(ledger: &Ledger, minor: i64) -> Amount {
    Amount::of(Money::from_minor(minor), ledger.org().currency())
}

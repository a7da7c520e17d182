//! What there is to aim at in a ledger: accounts, their paths, and what is left under each limit.

use crate::authority::{AccountRef, Ledger};
use crate::calendar::{Date, Window};
use crate::money::Money;
use crate::org::{Account, Channel, Delegation, Org, Position};
use crate::strategies::pick::Pick;

/// How far to look for something that suits, in an org of any size.
const SEARCHED: usize = 16;

/// The longest funding path that is looked at; accounts that are cut from each other in a circle have no end.
const LONGEST: usize = 64;

/// Returns the accounts from one upwards.
pub(super) fn path(account: Account<'_>, on: Date) -> impl Iterator<Item = Account<'_>> {
    std::iter::successors(Some(account), move |account| account.cut_from(on)).take(LONGEST)
}

/// Returns a delegation in force, the first from the place picked on; else the one picked.
pub(super) fn delegation(org: &Org, pick: Pick, on: Date) -> Option<Delegation<'_>> {
    let place = pick.place(org.delegations().len())?;
    let from_there = || org.delegations().skip(place).chain(org.delegations().take(place)).take(SEARCHED);
    from_there().find(|delegation| delegation.is_in_force(on)).or_else(|| from_there().next())
}

pub(super) fn position(org: &Org, pick: Pick) -> Option<Position<'_>> {
    org.positions().nth(pick.place(org.position_count())?)
}

pub(super) fn channel(org: &Org, pick: Pick) -> Option<Channel<'_>> {
    org.channels().nth(pick.place(org.channels().len())?)
}

/// Returns a channel that a position is assigned, a delegation's own if it is one; else any.
pub(super) fn channel_for<'o>(
    position: Position<'o>,
    own: Option<Channel<'o>>,
    pick: Pick,
) -> Option<Channel<'o>> {
    let assigned = own.filter(|own| position.is_assigned(*own));
    let picked = || position.channels().nth(pick.place(position.channels().len())?);
    assigned.or_else(picked).or_else(|| channel(position.org(), pick))
}

/// Returns how an entry would name an account.
pub(super) fn reference(account: Account<'_>) -> AccountRef {
    match account.channel() {
        Some(channel) => AccountRef::new(account.holder().id(), channel.id()),
        None => AccountRef::general(account.holder().id()),
    }
}

/// Which account money comes from or goes to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sort {
    /// A delegation in force.
    InForce,
    /// A delegation, in force or not.
    Stated,
    /// A budget.
    Budget,
}

/// Returns an account of a sort.
pub(super) fn account(org: &Org, pick: Pick, sort: Sort, on: Date) -> Option<Account<'_>> {
    match sort {
        Sort::InForce => delegation(org, pick, on).map(Account::Delegation),
        Sort::Stated => {
            let place = pick.place(org.delegations().len())?;
            org.delegations().nth(place).map(Account::Delegation)
        }
        Sort::Budget => {
            let place = pick.place(org.position_count())?;
            let from_there = org.positions().skip(place).chain(org.positions().take(place));
            let budget = from_there.take(SEARCHED).find(|position| position.budget().is_some());
            budget.map(Account::Budget)
        }
    }
}

/// Returns what is left on an account, in minor units.
pub(super) fn left(ledger: &Ledger, account: Account<'_>, on: Date) -> i64 {
    ledger.balance(account, on).map_or(0, |balance| balance.remaining.minor())
}

/// Where a spend meets the limits of its path: amounts at which an answer may change.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// Of one transaction: limits, the threshold of dual control, approval limits of those above.
    pub(super) whole: Vec<i64>,
    /// What may be added: to each window, and to each account.
    pub(super) added: Vec<i64>,
    /// The largest amount that meets none of them.
    pub(super) tightest: Option<i64>,
}

impl Edges {
    /// Finds the edges of a spend from an account by a position, without those that lie at zero or below.
    pub(super) fn of(ledger: &Ledger, account: Account<'_>, by: Position<'_>, on: Date) -> Self {
        let mut edges = Self::default();
        for account in path(account, on) {
            edges.whole.extend(account.limit(Window::Transaction).map(Money::minor));
            for window in [Window::Day, Window::Week, Window::Month] {
                let days = ledger.org().calendar().window(window, on);
                if let (Some(limit), Some(days)) = (account.limit(window), days) {
                    edges.added.push(limit.minor().saturating_sub(ledger.committed(account, days).minor()));
                }
            }
            edges.added.push(left(ledger, account, on));
        }
        edges.whole.extend(ledger.org().policy().thresholds.dual_control_above.map(Money::minor));
        edges.tightest = edges.whole.iter().chain(&edges.added).copied().min().filter(|edge| 0 < *edge);
        let above = by.chain().take(LONGEST);
        edges
            .whole
            .extend(above.filter_map(|seat| Some(seat.approval_limit(account.channel(), on)?.minor())));
        edges.whole.retain(|edge| 0 < *edge);
        edges.added.retain(|edge| 0 < *edge);
        edges
    }
}

//! Who may say yes: the way up from the limit that is in the way.

use super::people::Askers;
use super::request::Approvals;
use crate::calendar::Date;
use crate::money::Money;
use crate::org::{Account, Channel, Org, Position};

/// One seat on the way to an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RouteStep<'o> {
    /// The seat whose authority is asked for.
    pub position: Position<'o>,
    /// Whether it may approve, has approved, or is passed over.
    pub standing: Standing<'o>,
}

impl<'o> RouteStep<'o> {
    /// Returns who may approve in the seat, if that is still to be done.
    #[must_use]
    pub fn may_approve(&self) -> Option<Approver<'o>> {
        match self.standing {
            Standing::MayApprove(approver) => Some(approver),
            Standing::Approved(_) | Standing::Skipped(_) => None,
        }
    }
}

/// How a seat stands to a request that needs approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'o> {
    /// It may approve.
    MayApprove(Approver<'o>),
    /// It approved, and that counts.
    Approved(Approver<'o>),
    /// It is passed over.
    Skipped(Skip),
}

/// A person who may approve, and on what ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approver<'o> {
    /// The person who acts in the seat that day.
    pub person: &'o str,
    /// The seat of that person, if they stand in for an absent or missing holder.
    pub stands_in_from: Option<Position<'o>>,
    /// Why the seat may approve.
    pub ground: Ground,
}

/// Why a seat may approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// It delegated the account whose limit is in the way: whoever set a limit may lift it (S13).
    SetTheLimit,
    /// Its approval limit, in minor units, covers the amount.
    ApprovalLimit(Money),
}

/// Why a seat is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// Nobody acts in it that day.
    Vacant,
    /// The only person who acts in it that day is one who asks: nobody approves for themselves.
    Requester,
    /// The same person gives, or may give, another of the approvals: two take two different people.
    SamePerson,
    /// Its approval limit, in minor units, is below the amount.
    LimitTooLow(Money),
    /// It has no approval limit.
    NoLimit,
}

/// What is asked of approvers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'o> {
    pub(super) org: &'o Org,
    /// The account whose superiors may approve.
    pub(super) base: Account<'o>,
    pub(super) asker: Position<'o>,
    pub(super) channel: Channel<'o>,
    pub(super) amount: Money,
    pub(super) date: Date,
}

/// The approvals that count: of two different people at most.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counted<'o> {
    found: [Option<(Position<'o>, Approver<'o>)>; 2],
}

impl<'o> Counted<'o> {
    pub(super) fn len(&self) -> usize {
        self.iter().count()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Position<'o>, Approver<'o>)> {
        self.found.into_iter().flatten()
    }

    fn add(&mut self, seat: Position<'o>, approver: Approver<'o>) {
        if self.iter().any(|(_, known)| known.person == approver.person) {
            return;
        }
        if let Some(slot) = self.found.iter_mut().find(|slot| slot.is_none()) {
            *slot = Some((seat, approver));
        }
    }
}

impl<'o> Asked<'o> {
    /// Returns the seats that may be asked, nearest first: whoever delegated, then everyone above the delegate.
    fn seats(self) -> impl Iterator<Item = Position<'o>> {
        let delegator = match self.base {
            Account::Delegation(delegation) => Some(delegation.from()),
            Account::Budget(_) => None,
        };
        let above = self.base.holder().chain().filter(move |seat| Some(*seat) != delegator);
        delegator.into_iter().chain(above)
    }

    /// Returns who asks, and so may not approve.
    fn askers(&self) -> Askers<'o> {
        Askers::of(self.asker, self.date)
    }

    /// Returns who may approve in a seat, or why nobody may.
    fn assess(&self, seat: Position<'o>, askers: &Askers<'o>) -> Result<Approver<'o>, Skip> {
        let Some((person, from)) = seat.occupant_on_except(self.date, askers.ids()) else {
            let empty = seat.occupant_on(self.date).is_none();
            return Err(if empty { Skip::Vacant } else { Skip::Requester });
        };
        let stands_in_from = (from != seat).then_some(from);
        let set_the_limit = matches!(self.base, Account::Delegation(delegation) if delegation.from() == seat);
        let ground = match seat.approval_limit(Some(self.channel), self.date) {
            // A limit that is stated binds whoever delegated, too.
            Some(limit) if limit < self.amount => return Err(Skip::LimitTooLow(limit)),
            _ if set_the_limit => Ground::SetTheLimit,
            Some(limit) => Ground::ApprovalLimit(limit),
            None => return Err(Skip::NoLimit),
        };
        Ok(Approver { person, stands_in_from, ground })
    }

    /// Returns the approvals that count, of those given.
    ///
    /// An approval is given from a seat that may approve, or from the seat of whoever stands in for one.
    pub(super) fn count(&self, given: Approvals<'_>) -> Counted<'o> {
        let (mut counted, askers) = (Counted::default(), self.askers());
        for from in given.iter(self.org).flatten() {
            let valid = self.seats().find_map(|seat| {
                let approver = self.assess(seat, &askers).ok()?;
                (seat == from || approver.stands_in_from == Some(from)).then_some((seat, approver))
            });
            if let Some((seat, approver)) = valid {
                counted.add(seat, approver);
            }
        }
        counted
    }

    /// Returns how a seat stands to the request, or how the seats do that it stands in for: the best of them.
    pub(super) fn standing(&self, seat: Position<'o>, counted: Counted<'o>) -> Option<Standing<'o>> {
        let (mut found, askers) = (None, self.askers());
        for asked in self.seats() {
            let standing = match self.assess(asked, &askers) {
                Err(skip) if asked == seat => Standing::Skipped(skip),
                Ok(approver) if asked == seat || approver.stands_in_from == Some(seat) => {
                    match counted.iter().find(|(_, known)| known.person == approver.person) {
                        Some((known, _)) if known == asked => return Some(Standing::Approved(approver)),
                        Some(_) => Standing::Skipped(Skip::SamePerson),
                        None => return Some(Standing::MayApprove(approver)),
                    }
                }
                _ => continue,
            };
            found = found.or(Some(standing));
        }
        found
    }

    /// Returns the way to the approvals that are needed: the seats asked, and those passed over, nearest first.
    ///
    /// Ends with the last approval that is needed, or at the top without. Each seat is assessed when its turn comes.
    pub(super) fn route(self, counted: Counted<'o>, needed: usize) -> impl Iterator<Item = RouteStep<'o>> {
        let askers = self.askers();
        let mut people: Vec<&str> = counted.iter().map(|(_, approver)| approver.person).collect();
        let mut seats = self.seats();
        std::iter::from_fn(move || {
            if needed <= people.len() {
                return None;
            }
            let seat = seats.next()?;
            let standing = match self.assess(seat, &askers) {
                Err(skip) => Standing::Skipped(skip),
                Ok(approver) if counted.iter().any(|(known, _)| known == seat) => {
                    Standing::Approved(approver)
                }
                Ok(approver) if people.contains(&approver.person) => Standing::Skipped(Skip::SamePerson),
                Ok(approver) => {
                    people.push(approver.person);
                    Standing::MayApprove(approver)
                }
            };
            Some(RouteStep { position: seat, standing })
        })
    }
}

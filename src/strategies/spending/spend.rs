//! Spend requests.

use proptest::prelude::*;

use crate::authority::{Ledger, Request};
use crate::calendar::Date;
use crate::money::Money;
use crate::org::PositionIx;
use crate::strategies::pick::{Choices, Pick, choices, picks};
use crate::strategies::spending::amounts::Size;
use crate::strategies::spending::consent::Consent;
use crate::strategies::spending::dates::Day;
use crate::strategies::spending::field::{self, Edges};
use crate::strategies::spending::params::SpendParams;

/// A spend request that owns what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spend {
    /// The id of the position that asks; now and then none has it.
    pub position: String,
    /// The id of the channel; now and then none has it.
    pub channel: String,
    /// The amount, in minor units.
    pub amount: Money,
    /// The day.
    pub date: Date,
    /// The positions from which it was approved.
    pub approved_by: Vec<PositionIx>,
}

impl Spend {
    /// Makes the request, to a ledger of the org that the spend was drawn for.
    #[must_use]
    pub fn request<'r>(&'r self, ledger: &Ledger) -> Request<'r> {
        let request = ledger.request(&self.position, &self.channel, self.amount, self.date);
        request.approved_by(&self.approved_by)
    }
}

/// Draws spend requests, within the limits of a ledger and beyond them.
///
/// Amounts lie at, just below and just above each limit of the funding path and what is left under it, and are tiny,
/// huge, or shares of what may be spent; days lie around the one of the params and at the edges of delegations,
/// weeks, months and fiscal years; approvals come from whoever may give them, from others, and from the person who
/// asks. Shrinks towards one minor unit for the first delegation on the day of the params, approved by nobody.
///
/// ```
/// use bagan::strategies::{OrgParams, SpendParams, clean_org, spend_of};
/// use bagan::{Ledger, Verdict};
/// use proptest::prelude::*;
///
/// let drawn = clean_org(OrgParams::default()).prop_map(Ledger::new).prop_flat_map(|ledger| {
///     (Just(ledger.clone()), spend_of(&ledger, SpendParams::default()))
/// });
/// proptest!(ProptestConfig::with_cases(32), |((ledger, spend) in drawn)| {
///     let decision = ledger.decide(&spend.request(&ledger));
///     // Nothing is spent that does not come from a budget.
///     if decision.verdict() == Verdict::Approved {
///         let top = decision.funding_path().last();
///         prop_assert!(top.is_some_and(|account| account.holder().budget().is_some()));
///     }
/// });
/// ```
pub fn spend_of(ledger: &Ledger, params: SpendParams) -> impl Strategy<Value = Spend> + use<> {
    let ledger = ledger.clone();
    (choices(), picks()).prop_map(move |(draft, [flaw, which, none])| {
        let mut spend = SpendDraft::of(draft).resolve(&ledger, params.as_of);
        if params.is_flawed(flaw) {
            match which.among(&[1, 1, 2]) {
                0 => "nobody".clone_into(&mut spend.position),
                1 => "nowhere".clone_into(&mut spend.channel),
                _ => spend.amount = Money::from_minor(Size::not_positive(none).minor(&[], None)),
            }
        }
        spend
    })
}

/// A spend before the org is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct SpendDraft {
    who: Who,
    day: Day,
    size: Size,
    consent: Consent,
}

/// Who spends on what.
#[derive(Debug, Clone, Copy)]
enum Who {
    /// Whoever received a delegation, on a channel of theirs.
    Delegate(Pick, Pick),
    /// Any position, on a channel of its own.
    Position(Pick, Pick),
    /// Any position, on any channel.
    Any(Pick, Pick),
}

impl SpendDraft {
    /// Makes a spend of choices.
    pub(super) fn of([[kind, who, on], day, size, consent]: Choices) -> Self {
        let who = match kind.among(&[16, 3, 1]) {
            0 => Who::Delegate(who, on),
            1 => Who::Position(who, on),
            _ => Who::Any(who, on),
        };
        let (day, size, consent) = (Day::of(day), Size::of(size), Consent::of(consent));
        Self { who, day, size, consent }
    }

    /// Finds the position, the channel, the day, the amount and the approvers.
    pub(super) fn resolve(self, ledger: &Ledger, as_of: Date) -> Spend {
        let org = ledger.org();
        let date = self.day.date(org, as_of);
        let (position, channel) = match self.who {
            Who::Delegate(to, on) => match field::delegation(org, to, date) {
                Some(to) => (Some(to.to()), field::channel_for(to.to(), to.channel(), on)),
                None => (field::position(org, to), field::channel(org, on)),
            },
            Who::Position(who, on) => {
                let position = field::position(org, who);
                (position, position.and_then(|position| field::channel_for(position, None, on)))
            }
            Who::Any(who, on) => (field::position(org, who), field::channel(org, on)),
        };
        let account = position.zip(channel).and_then(|(position, on)| position.account_for(on, date));
        let edges = account
            .zip(position)
            .map(|(account, by)| Edges::of(ledger, account, by, date))
            .unwrap_or_default();
        let all: Vec<i64> = edges.whole.iter().chain(&edges.added).copied().collect();
        let mut spend = Spend {
            position: position.map_or("nobody", |position| position.id()).to_owned(),
            channel: channel.map_or("nowhere", |channel| channel.id()).to_owned(),
            amount: Money::from_minor(self.size.minor(&all, edges.tightest)),
            date,
            approved_by: Vec::new(),
        };
        spend.approved_by = match self.consent {
            Consent::Nobody => Vec::new(),
            consent => consent.seats(&ledger.decide(&spend.request(ledger))),
        };
        spend
    }
}

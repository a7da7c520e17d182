//! Ledger entries, one by one and in sequence.

use std::sync::Arc;

use proptest::prelude::*;

use crate::authority::{Entry, Ledger};
use crate::calendar::Date;
use crate::org::Org;
use crate::strategies::pick::{Choices, Pick, choices, picks};
use crate::strategies::sparse::{Item, sparse};
use crate::strategies::spending::draft::EntryDraft;
use crate::strategies::spending::flaws::Flaw;
use crate::strategies::spending::params::SpendParams;

/// Draws the entry that a ledger is offered next: one that it takes, or one that it refuses.
///
/// Reservations are those of [`spend_of`](crate::strategies::spend_of). Settlements are of what is reserved, less and
/// more; reservations that are closed, or never were made, are settled and released too. Transfers, reclaims and
/// carry-overs are of shares of what is left, all of it and more, by whoever may and now and then by others. Dates
/// come in any order. Keys are new to a ledger all of whose entries were drawn; [`SpendParams::flaws`] says how
/// often something is plainly wrong.
///
/// ```
/// use bagan::strategies::{OrgParams, SpendParams, clean_org, entry_of};
/// use bagan::Ledger;
/// use proptest::prelude::*;
///
/// let drawn = clean_org(OrgParams::default()).prop_map(Ledger::new).prop_flat_map(|ledger| {
///     (Just(ledger.clone()), entry_of(&ledger, SpendParams::default()))
/// });
/// proptest!(ProptestConfig::with_cases(32), |((mut ledger, entry) in drawn)| {
///     let before = ledger.state();
///     if ledger.apply(&entry).is_err() {
///         prop_assert_eq!(ledger.state(), before);
///     }
/// });
/// ```
pub fn entry_of(ledger: &Ledger, params: SpendParams) -> impl Strategy<Value = Entry> + use<> {
    let ledger = ledger.clone();
    (picks(), choices())
        .prop_map(move |(head, rest)| New::of(head, rest, &params).resolve(&ledger, params.as_of))
}

/// Draws the entries that the ledger of an org is offered one after the other, from none on.
///
/// Each is one of [`entry_of`], aimed at what the ones before left; an entry that was accepted comes again now and
/// then, word for word. Shrinks to the few entries that a failure needs.
///
/// ```
/// use bagan::strategies::{OrgParams, SpendParams, clean_org, entries_of};
/// use bagan::Ledger;
/// use std::sync::Arc;
/// use proptest::prelude::*;
///
/// let drawn = clean_org(OrgParams::default()).prop_map(Arc::new).prop_flat_map(|org| {
///     (Just(org.clone()), entries_of(org, SpendParams::default()))
/// });
/// proptest!(ProptestConfig::with_cases(32), |((org, entries) in drawn)| {
///     let mut ledger = Ledger::new(org.clone());
///     let accepted: Vec<_> = entries.iter().filter(|entry| ledger.apply(entry).is_ok()).collect();
///     let again = Ledger::replay(org, accepted.iter().copied())?;
///     prop_assert_eq!(ledger.state(), again.state());
/// });
/// ```
pub fn entries_of(org: impl Into<Arc<Org>>, params: SpendParams) -> impl Strategy<Value = Vec<Entry>> {
    let empty = Ledger::new(org);
    let next = (picks(), choices(), picks()).prop_map({
        let params = params.clone();
        move |(head, rest, [again, which])| match again.among(&[24, 1]) {
            0 => Next::New(New::of(head, rest, &params)),
            _ => Next::Again(which),
        }
    });
    sparse(next, params.entries).prop_map(move |drafts| resolved(empty.fresh(), &drafts, params.as_of))
}

/// What is offered next.
#[derive(Debug, Clone, Copy)]
enum Next {
    New(New),
    /// One that was accepted before.
    Again(Pick),
}

/// An entry that is new, and what is wrong with it.
#[derive(Debug, Clone, Copy)]
struct New {
    draft: EntryDraft,
    flaw: Option<Flaw>,
}

impl New {
    fn of([kind, flawed, flaw, which]: [Pick; 4], rest: Choices, params: &SpendParams) -> Self {
        let flaw = params.is_flawed(flawed).then(|| Flaw::of(flaw, which));
        Self { draft: EntryDraft::of(kind, rest), flaw }
    }

    fn resolve(self, ledger: &Ledger, as_of: Date) -> Entry {
        let mut entry = self.draft.resolve(ledger, as_of);
        if let Some(flaw) = self.flaw {
            flaw.spoil(&mut entry, ledger);
        }
        entry
    }
}

fn resolved(mut ledger: Ledger, drafts: &[Item<Next>], as_of: Date) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut accepted = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.kept) {
        let entry = match draft.value {
            Next::New(new) => new.resolve(&ledger, as_of),
            Next::Again(pick) => match pick.of(&accepted).and_then(|place: usize| entries.get(place)) {
                Some(entry) => entry.clone(),
                None => continue,
            },
        };
        if ledger.apply(&entry).is_ok_and(|receipt| !receipt.repeated) {
            accepted.push(entries.len());
        }
        entries.push(entry);
    }
    entries
}

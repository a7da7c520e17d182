//! Random orgs, random entries: the ledger against the model, step by step.
//!
//! A sequence is drawn entry by entry. Each is aimed by a ledger of the crate, so that it lies where an answer may
//! change; that ledger aims and nothing else, and is compared with nothing. The ledger under test and the model
//! start empty, take the same entries, and must say the same of each.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use bagan::strategies::{SpendParams, entry_of};
use bagan::{Entry, Ledger, LedgerError, Org};
use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};

use crate::checks::{answer_of, assert_covered, assert_decided_alike, assert_holds, without_keys};
use crate::model::Model;
use crate::orgs::small_org;

/// What entries are drawn for.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    org: Arc<Org>,
    aim: Ledger,
    accepted: Vec<Arc<Entry>>,
}

#[derive(Debug)]
pub(crate) struct Sequences;

impl ReferenceStateMachine for Sequences {
    type State = Scene;
    type Transition = Arc<Entry>;

    fn init_state() -> BoxedStrategy<Scene> {
        let scene = |org| {
            let org = Arc::new(org);
            Scene { aim: Ledger::new(Arc::clone(&org)), org, accepted: Vec::new() }
        };
        small_org().prop_map(scene).boxed()
    }

    fn transitions(scene: &Scene) -> BoxedStrategy<Arc<Entry>> {
        let new = entry_of(&scene.aim, SpendParams::default());
        let accepted = scene.accepted.clone();
        let again = (0..25_u8, any::<prop::sample::Index>());
        (new, again)
            .prop_map(move |(new, (roll, place))| match roll {
                24 if !accepted.is_empty() => Arc::clone(place.get(&accepted)),
                _ => Arc::new(new),
            })
            .boxed()
    }

    fn apply(mut scene: Scene, entry: &Arc<Entry>) -> Scene {
        if scene.aim.apply(entry).is_ok_and(|receipt| !receipt.repeated) {
            scene.accepted.push(Arc::clone(entry));
        }
        scene
    }
}

/// A ledger, and the model that it is compared with.
#[derive(Debug)]
pub(crate) struct Pair {
    ledger: Ledger,
    model: Model,
}

impl StateMachineTest for Sequences {
    type SystemUnderTest = Pair;
    type Reference = Self;

    fn init_test(scene: &Scene) -> Pair {
        let (ledger, model) = (Ledger::new(Arc::clone(&scene.org)), Model::new(Arc::clone(&scene.org)));
        Pair { ledger, model }
    }

    fn apply(mut pair: Pair, _: &Scene, entry: Arc<Entry>) -> Pair {
        pair.take(&entry);
        pair
    }

    fn teardown(pair: Pair, _: Scene) {
        assert_holds(&pair.ledger, &pair.model);
        assert_covered(&pair.model);
        pair.assert_replays();
    }
}

impl Pair {
    fn take(&mut self, entry: &Entry) {
        let Self { ledger, model } = self;
        // What costs much is done for some entries, of every kind. The lot falls by the entry and not by its place,
        // so that what is found is found again where others are left out.
        let lot = lot(entry);
        if lot.is_multiple_of(4) {
            assert_decided_alike(ledger, model, entry);
        }
        let before = lot.is_multiple_of(16).then(|| ledger.state());
        let said = answer_of(ledger, entry);
        assert_eq!(said, model.apply(entry), "of {entry:?}");
        if let Some(before) = before {
            if said == Ok(false) {
                assert_release_restores(ledger, entry, before);
            } else {
                assert_eq!(ledger.state(), before, "I2, I6: {entry:?} changes something");
            }
        }
        if said.is_ok() {
            let version = ledger.version();
            let again = ledger.apply(entry).map(|receipt| (receipt.version, receipt.repeated));
            assert_eq!(again, Ok((version, true)), "I6: {entry:?} counts twice");
            let found = ledger.apply_at(version + 1, &Entry::release("not-there-yet", entry.date, "x"));
            assert!(matches!(found, Err(LedgerError::Stale { .. })));
        }
        if lot.is_multiple_of(64) {
            assert_holds(ledger, model);
        }
    }

    /// Asserts that the entries make the same ledger again, which decides alike (I4).
    fn assert_replays(&self) {
        let Self { ledger, model, .. } = self;
        let entries = || model.posted.iter().map(|posted| &*posted.entry);
        let again = Ledger::replay(Arc::clone(&model.org), entries()).unwrap();
        assert_eq!(again.state(), ledger.state(), "I4: a replay is not the same");
        let audit = bagan::audit(Arc::clone(&model.org), entries());
        assert_eq!((audit.findings.len(), audit.ledger.version()), (0, ledger.version()));
        for posted in model.posted.iter().rev().take(3) {
            assert_decided_alike(&again, model, &posted.entry);
        }
    }
}

/// Returns a number that is the same for the same entry.
fn lot(entry: &Entry) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    (&entry.key, entry.date, &entry.action).hash(&mut hasher);
    hasher.finish()
}

/// Asserts that releasing what was just reserved leaves things as they were, but for the keys (I5).
fn assert_release_restores(ledger: &Ledger, entry: &Entry, before: bagan::LedgerState) {
    if !matches!(entry.action, bagan::Action::Reserve { .. }) {
        return;
    }
    let mut ledger = ledger.clone();
    ledger.apply(&Entry::release("not-reserved", entry.date, &entry.key)).unwrap();
    assert_eq!(without_keys(ledger.state()), without_keys(before), "I5: a release does not restore");
}

/// Each of the two tests runs half of the sequences, so that they run side by side.
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(5_000),
        max_shrink_iters: 20_000,
        // A debug build takes a tenth of its time for the other generator.
        rng_algorithm: proptest::test_runner::RngAlgorithm::XorShift,
        ..ProptestConfig::default()
    }
}

prop_state_machine! {
    #![proptest_config(config())]

    #[test]
    fn the_ledger_is_the_models(sequential 1..=200 => Sequences);

    #[test]
    fn the_ledger_is_the_models_again(sequential 1..=200 => Sequences);
}

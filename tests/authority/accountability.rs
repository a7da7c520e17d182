//! Delegating money leaves accountability where it was (I9).

use std::sync::Arc;

use bagan::strategies::{OrgParams, SpendParams, entries_of, spec};
use bagan::{Ledger, Org, OrgSpec};
use proptest::prelude::*;

/// Who answers for what: of each outcome its accountable and responsible positions, by id.
fn answers(org: &Org) -> Vec<(String, String, Vec<String>)> {
    let outcome = |outcome: bagan::Outcome<'_>| {
        let responsible = outcome.responsible().map(|position| position.id().to_owned()).collect();
        (outcome.id().to_owned(), outcome.accountable().id().to_owned(), responsible)
    };
    org.outcomes().map(outcome).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whoever_answers_for_it_does_so_whatever_is_delegated_and_spent(
        (spec, entries) in spec(OrgParams::default()).prop_flat_map(|spec| {
            let org = Org::try_from(&spec).unwrap();
            (Just(spec), entries_of(org, SpendParams::default()))
        })
    ) {
        let org = Arc::new(Org::try_from(&spec).unwrap());
        let mut undelegated = spec.clone();
        undelegated.delegations.clear();
        prop_assert_eq!(answers(&Org::try_from(&undelegated).unwrap()), answers(&org));

        let mut ledger = Ledger::new(org);
        for entry in &entries {
            ledger.apply(entry).ok();
        }
        prop_assert_eq!(OrgSpec::from(ledger.org()), spec);
    }
}

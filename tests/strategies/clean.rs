//! A clean org is clean.

use bagan::strategies::{OrgParams, clean_org};
use bagan::{Check, Profile};
use proptest::prelude::*;

use crate::support::{samples, shrunk, today};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_rule_has_anything_to_say_in_any_profile(org in clean_org(OrgParams::default())) {
        for profile in Profile::ALL {
            let report = Check::standard(today()).profile(*profile).run(&org);
            prop_assert!(report.is_clean(), "{}:\n{}", profile, report);
        }
    }
}

#[test]
fn clean_orgs_are_not_all_alike() {
    let orgs = samples(&clean_org(OrgParams::default()), 300);
    let some = |what: &str, has: &dyn Fn(&bagan::Org) -> bool| {
        let count = orgs.iter().filter(|org| has(org)).count();
        assert!(10 < count, "{what}: {count} of 300");
    };
    some("a lone position", &|org| org.position_count() == 1);
    some("many positions", &|org| 12 < org.position_count());
    some("four layers", &|org| org.positions().any(|position| 3 < position.layer()));
    some("a vacant seat", &|org| org.positions().any(bagan::Position::is_vacant));
    some("money that is passed on twice", &|org| {
        org.delegations()
            .any(|delegation| matches!(delegation.cut_from(today()), Some(bagan::Account::Delegation(_))))
    });
    some("several budgets", &|org| {
        1 < org.positions().filter(|position| position.budget().is_some()).count()
    });
    some("outcomes", &|org| org.outcomes().len() != 0);
}

#[test]
fn a_clean_org_shrinks_to_what_matters() {
    let org = shrunk(&clean_org(OrgParams::default()), |org| org.delegations().len() != 0);
    assert!(org.position_count() <= 5, "{org:?}");
}

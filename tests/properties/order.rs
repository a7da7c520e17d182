//! The order in which an org is stated reaches nobody.

use bagan::{Check, Profile};
use proptest::prelude::*;

use crate::model::{Model, id, model, today};

fn shuffled() -> impl Strategy<Value = (Model, Vec<usize>, Vec<usize>)> {
    model().prop_flat_map(|model| {
        let seats: Vec<usize> = (0..model.seats.len()).collect();
        let grants: Vec<usize> = (0..model.grants.len()).collect();
        (Just(model), Just(seats).prop_shuffle(), Just(grants).prop_shuffle())
    })
}

/// A report without the places of delegations in their list, which are the places in the user's own file.
fn report(org: &bagan::Org) -> Vec<String> {
    let report = Check::standard(today()).profile(Profile::Audited).run(org);
    let line = |found: &bagan::Reported| {
        let path = org.path(found.finding.subject());
        format!("{} {} {path} {}", found.level, found.rule.code, found.finding.message(org))
    };
    report.findings().iter().map(line).collect()
}

proptest! {
    #[test]
    fn a_report_does_not_depend_on_the_order_stated((model, seats, grants) in shuffled()) {
        prop_assert_eq!(report(&model.build_in_order()), report(&model.build(&seats, &grants)));
    }

    #[test]
    fn queries_do_not_depend_on_the_order_stated((model, seats, grants) in shuffled()) {
        let (a, b) = (model.build_in_order(), model.build(&seats, &grants));
        for seat in 0..model.seats.len() {
            let (a, b) = (a.position(&id(seat)).unwrap(), b.position(&id(seat)).unwrap());
            let of = |p: bagan::Position<'_>| {
                let accounts: Vec<_> = p.accounts(today()).map(|account| {
                    (account.channel().map(|c| c.id().to_owned()), account.amount(), account.holder().id().to_owned())
                }).collect();
                (p.layer(), p.span(), p.held(today()), p.delegated(today()), accounts)
            };
            prop_assert_eq!(of(a), of(b));
        }
    }
}

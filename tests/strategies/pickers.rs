//! Pickers: handles and ids of an org that is there.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

use bagan::strategies::{
    OrgParams, channel_of, delegation_of, kpi_of, org, outcome_of, person_of, position_of, position_where,
    role_of,
};
use bagan::{Org, OrgBuilder};
use proptest::prelude::*;

use crate::support::{samples, smallest};

fn empty() -> Org {
    OrgBuilder::new("Nobody", "IDR").build().unwrap()
}

/// Every thing that is picked in some hundred draws.
fn all<T: Ord + Debug>(strategy: &BoxedStrategy<Option<T>>) -> BTreeSet<T> {
    samples(strategy, 400).into_iter().flatten().collect()
}

#[test]
fn each_is_picked_some_time_and_nothing_else() {
    for org in samples(&org(OrgParams::default()), 30) {
        assert_eq!(all(&position_of(&org)), org.positions().map(bagan::Position::ix).collect());
        assert_eq!(all(&channel_of(&org)), org.channels().map(bagan::Channel::ix).collect());
        assert_eq!(all(&role_of(&org)), org.roles().map(bagan::Role::ix).collect());
        assert_eq!(all(&delegation_of(&org)), org.delegations().map(bagan::Delegation::ix).collect());
        assert_eq!(all(&outcome_of(&org)), org.outcomes().map(bagan::Outcome::ix).collect());
        assert_eq!(all(&kpi_of(&org)), org.kpis().map(bagan::Kpi::ix).collect());
        assert_eq!(all(&person_of(&org)), org.people().map(|person| person.id().to_owned()).collect());
        let vacant = org.positions().filter(|position| position.is_vacant()).map(bagan::Position::ix);
        assert_eq!(all(&position_where(&org, bagan::Position::is_vacant)), vacant.collect());
    }
}

#[test]
fn nothing_is_picked_where_there_is_nothing() {
    let org = empty();
    assert_eq!(samples(&position_of(&org), 5), [None; 5]);
    assert_eq!(samples(&position_where(&org, |_| true), 5), [None; 5]);
    assert_eq!(samples(&channel_of(&org), 5), [None; 5]);
    assert_eq!(samples(&delegation_of(&org), 5), [None; 5]);
    assert_eq!(samples(&outcome_of(&org), 5), [None; 5]);
    assert_eq!(samples(&kpi_of(&org), 5), [None; 5]);
    assert_eq!(samples(&person_of(&org), 5), [const { None }; 5]);
}

#[test]
fn a_pick_shrinks_to_the_first_that_will_do() {
    let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    for id in ["a", "b", "c", "d"] {
        org.position(id, "other");
    }
    let org = org.build().unwrap();
    let id = |ix: Option<bagan::PositionIx>| org.position_at(ix.unwrap()).id();
    assert_eq!(id(smallest(&position_of(&org), |_| true)), "a");
    assert_eq!(id(smallest(&position_of(&org), |ix| "c" <= id(*ix))), "c");
}

#[test]
fn a_pick_shrinks_after_its_org() {
    let drawn = org(OrgParams::default())
        .prop_map(Arc::new)
        .prop_flat_map(|org| (Just(org.clone()), position_of(&org)));
    let (org, _) = smallest(&drawn, |(org, position)| {
        position.is_some_and(|position| org.position_at(position).budget().is_some())
    });
    assert!(org.position_count() <= 2, "{org:?}");
}

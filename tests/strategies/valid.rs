//! An org of any shape is valid, comes back whole, and shrinks.

use bagan::strategies::{OrgParams, channel_of, delegation_of, kpi_of, org, outcome_of, position_of, spec};
use bagan::{Check, Org, OrgSpec, Profile, RoleClass};
use proptest::prelude::*;

use crate::support::{samples, shrunk, today};

proptest! {
    #[test]
    fn what_is_drawn_builds_and_comes_back_whole(spec in spec(OrgParams::default())) {
        let org = Org::try_from(&spec).unwrap();
        prop_assert_eq!(OrgSpec::from(&org), spec);
    }

    #[test]
    fn every_check_of_every_org_comes_to_an_end_and_reads_well(org in org(OrgParams::default())) {
        let report = Check::standard(today()).profile(Profile::Audited).run(&org);
        for found in report.findings() {
            let message = found.finding.message(&org);
            prop_assert!(!message.contains('{') && !message.ends_with('.'), "{}", message);
        }
    }
}

#[test]
fn every_class_of_role_and_every_section_is_drawn() {
    let orgs = samples(&org(OrgParams::default()), 400);
    for class in RoleClass::ALL {
        assert!(orgs.iter().any(|org| org.positions().any(|position| position.class() == *class)), "{class}");
    }
    assert!(orgs.iter().any(|org| !org.waivers().is_empty()));
    assert!(orgs.iter().any(|org| org.kpis().len() != 0 && org.outcomes().len() != 0));
    assert!(
        orgs.iter().any(|org| org.positions().any(|p| p.acting().is_some() && p.dotted_lines().len() != 0))
    );
    assert!(orgs.iter().any(|org| org.positions().any(|position| !position.id().is_ascii())));
}

#[test]
fn a_counterexample_has_few_positions() {
    let fails = |org: &Org| Check::standard(today()).run(org).by_rule("vacant-manager").next().is_some();
    let vacant = shrunk(&org(OrgParams::default()), fails);
    assert!(vacant.position_count() <= 3, "{vacant:?}");
    let deep = shrunk(&org(OrgParams::default()), |org| org.positions().any(|position| 2 < position.layer()));
    assert!(deep.position_count() <= 4, "{deep:?}");
}

#[test]
fn pickers_pick_what_is_there_and_nothing_from_nothing() {
    let orgs = samples(&org(OrgParams::default()), 50);
    for org in &orgs {
        for position in samples(&position_of(org), 20) {
            assert!(org.positions().any(|known| Some(known.ix()) == position));
        }
        for delegation in samples(&delegation_of(org), 5) {
            assert_eq!(delegation.is_none(), org.delegations().len() == 0);
        }
    }
    let empty = bagan::OrgBuilder::new("Empty", "IDR").build().unwrap();
    assert_eq!(samples(&position_of(&empty), 3), [None; 3]);
    assert_eq!(samples(&channel_of(&empty), 1), [None]);
    assert_eq!(samples(&outcome_of(&empty), 1), [None]);
    assert_eq!(samples(&kpi_of(&empty), 1), [None]);
}

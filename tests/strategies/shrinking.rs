//! Counterexamples are small enough to read.

use bagan::strategies::{OrgParams, clean_org, org};
use bagan::{Check, Level, Org, Position, Profile, RoleClass};

use crate::support::{Has, smallest, today};

fn any_position(has: impl Fn(Position<'_>) -> bool) -> impl Fn(&Org) -> bool {
    move |org| org.positions().any(&has)
}

#[test]
fn no_org_has_a_vacant_manager() {
    let found = smallest(&org(OrgParams::default()), any_position(|p| p.is_vacant() && p.span() != 0));
    assert_eq!(found.position_count(), 2, "{found:?}");
    assert_eq!(found.delegations().len() + found.outcomes().len() + found.kpis().len(), 0);
    assert_eq!(found.channels().len() + found.stated_roles().len() + found.waivers().len(), 0);
}

#[test]
fn no_org_fails() {
    let found = smallest(&org(OrgParams::default()), |_| true);
    assert_eq!(found.position_count(), 1, "{found:?}");
    let found = smallest(&org(OrgParams::default().positions(0..9)), |_| true);
    assert_eq!(found.position_count(), 0, "{found:?}");
}

/// The fewest positions that each of these takes, and the size of the org that is left.
#[test]
fn what_a_failure_does_not_need_is_gone() {
    let leads_below_itself =
        |p: Position<'_>| p.manager().is_some_and(|above| above.class() < p.class() && above.span() == 1);
    let cases: &[(usize, Has<'_>)] = &[
        (1, &any_position(|p| p.class() == RoleClass::Specialist)),
        (1, &|org| org.outcomes().any(|outcome| outcome.consulted().len() != 0)),
        (2, &any_position(leads_below_itself)),
        (2, &any_position(|p| p.works_with().next().is_some())),
        (2, &|org| org.delegations().any(|d| d.to().is_above(d.from()))),
        (3, &|org| org.delegations().any(|d| d.is_down_the_line() && d.to().manager() != Some(d.from()))),
        (4, &any_position(|p| p.layer() == 4)),
    ];
    for (least, fails) in cases {
        let found = smallest(&org(OrgParams::default()), fails);
        assert_eq!(found.position_count(), *least, "{found:?}");
    }
}

#[test]
fn every_rule_that_any_org_breaks_is_broken_by_a_few_positions() {
    for rule in bagan::rules::ALL {
        let code = rule.info().code;
        let check = Check::standard(today()).profile(Profile::Audited).level(code, Level::Warn);
        // One org of the usual size in thousands has nine reports of one position, or two channels so far apart.
        let positions = if ["COL005", "RPT005"].contains(&code) { 1..=80 } else { 1..=24 };
        // No org has more outcomes than a profile allows, but more than a policy of its own does.
        let by_policy = code.starts_with("POL") || code == "ACC011";
        let params = OrgParams::default().positions(positions).policies(if by_policy { 1.0 } else { 0.0 });
        let found = smallest(&org(params), |org| check.run(org).by_rule(code).next().is_some());
        let most = match code {
            // A DMM, and two specialists who work with one other each.
            // Where the owner of a KPI goes, the first position owns it: up to three owners stay until the KPIs have gone.
            "COL005" | "KPI001" => 5,
            // Nine reports are too many in the profile, and eight layers.
            "RPT005" => 10,
            "RPT007" => 8,
            // Of two, one always has half.
            "RSK004" => 4,
            _ => 3,
        };
        assert!(found.position_count() <= most, "{code}: {found:?}");
    }
}

#[test]
fn clean_orgs_come_down_to_a_team() {
    let team = |p: Position<'_>| {
        p.class() == RoleClass::Manager
            && 1 < p.reports().filter(|report| report.class().is_specialist()).count()
    };
    let cases: &[(usize, Has<'_>)] = &[
        (1, &|_| true),
        (2, &any_position(|p| p.class() == RoleClass::Specialist)),
        (5, &any_position(team)),
        (4, &|org| 1 < org.delegations().len()),
        (8, &any_position(|p| p.layer() == 4)),
    ];
    for (most, fails) in cases {
        let found = smallest(&clean_org(OrgParams::default()), fails);
        assert!(found.position_count() <= *most, "{most} should do: {found:?}");
    }
}

//! Orgs of a size and shape that nobody would draw: checked to the end, without a panic and in linear time.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says why")]

use bagan::{Check, Date, Level, Org, OrgBuilder, Profile, RoleClass, parse_date};

const MILLION: usize = 1_000_000;

fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

/// Checks an org with every rule, and returns how many findings each of the rules named has.
fn count<const N: usize>(org: &Org, rules: [&str; N]) -> [usize; N] {
    let report = Check::standard(today()).profile(Profile::Audited).run(org);
    rules.map(|rule| report.by_rule(rule).count())
}

fn positions(count: usize, state: impl Fn(&mut OrgBuilder, usize, String)) -> Org {
    let mut org = OrgBuilder::new("Hostile", "IDR");
    org.reserve(count, count * 8).channel("seo", "");
    for index in 0..count {
        state(&mut org, index, format!("p{index:07}"));
    }
    org.build().unwrap()
}

#[test]
fn a_chain_of_a_million_specialists() {
    let org = positions(MILLION, |org, index, id| {
        let draft = org.position(&id, "senior-specialist").holder(&id);
        if index != 0 {
            draft.reports_to(&format!("p{:07}", index - 1)).channels(["seo"]);
        }
    });
    let lowest = org.position("p0999999").unwrap();
    assert_eq!((lowest.layer(), lowest.chain().count()), (MILLION, MILLION - 1));
    assert!(org.position("p0000000").unwrap().is_above(lowest));
    assert_eq!(
        count(&org, ["too-many-layers", "team-without-manager", "specialist-without-channel"]),
        [1, 1, 1]
    );
}

#[test]
fn a_ladder_of_a_hundred_thousand_roles() {
    const ROLES: usize = MILLION / 10;
    let mut org = OrgBuilder::new("Hostile", "IDR");
    for index in 0..ROLES {
        let role = org.role(&format!("r{index:06}")).class(RoleClass::Specialist);
        if index != 0 {
            role.next([format!("r{:06}", index - 1)]);
        }
    }
    let org = org.build().unwrap();
    assert_eq!(org.stated_roles().len(), ROLES);
    // Nobody is in the first one, and it states no steps, so that it leads where its class does.
    assert_eq!(count(&org, ["dead-end-role", "step-off-ladder"]), [0, 0]);
}

#[test]
fn a_million_reports_under_one_manager() {
    let org = positions(MILLION, |org, index, id| {
        if index == 0 {
            org.position(&id, "digital-marketing-manager").holder(&id);
        } else {
            org.position(&id, "specialist").holder(&id).channels(["seo"]).reports_to("p0000000");
        }
    });
    assert_eq!(org.position("p0000000").unwrap().reports().count(), MILLION - 1);
    let rules = ["span-too-wide", "specialist-outside-line", "manager-without-executive"];
    assert_eq!(count(&org, rules), [1, 0, 1]);
}

#[test]
fn a_million_delegations_each_cut_from_the_one_before() {
    let org = positions(MILLION, |org, index, id| {
        let draft = org.position(&id, "digital-marketing-manager").holder(&id);
        if index == 0 {
            draft.budget(1_000);
            return;
        }
        let manager = format!("p{:07}", index - 1);
        draft.reports_to(&manager);
        // The limit grows at the very end: the whole path has to be known there.
        let day = if index + 1 == MILLION { 11 } else { 10 };
        org.delegation(&manager, &id, 1_000).day(day);
    });
    let rules = ["limit-above-delegator", "over-delegation", "no-approver", "delegation-off-line"];
    assert_eq!(count(&org, rules), [1, 0, 0, 0]);
}

#[test]
fn one_person_in_a_hundred_thousand_seats() {
    let org = positions(100_000, |org, index, id| {
        let draft = org.position(&id, "specialist").holder("everyone");
        if index != 0 {
            draft.reports_to(&format!("p{:07}", (index - 1) / 10));
        }
    });
    assert_eq!(org.person("everyone").unwrap().positions().count(), 100_000);
    assert_eq!(count(&org, ["manager-of-oneself"]), [99_999]);
}

#[test]
fn a_hundred_thousand_delegations_between_two() {
    let org = positions(2, |org, index, id| {
        if index == 0 {
            org.position(&id, "digital-marketing-manager").holder(&id).budget(1_000);
            return;
        }
        org.position(&id, "specialist").holder(&id).reports_to("p0000000").channels(["seo"]);
        for amount in 0..100_000 {
            org.delegation("p0000000", &id, amount % 7).channel("seo").day(1);
        }
    });
    assert_eq!(org.position("p0000001").unwrap().received().len(), 100_000);
    assert_eq!(count(&org, ["over-delegation", "endless-delegation"]), [1, 1]);
}

#[test]
fn a_position_with_a_hundred_thousand_channels_and_dotted_lines() {
    let many = 100_000;
    let org = positions(many, |org, index, id| {
        org.channel(&format!("c{index}"), "");
        let draft = org.position(&id, "specialist").holder(&id);
        if index + 1 == many {
            draft
                .channels((0..many).map(|channel| format!("c{channel}")))
                .dotted_lines((0..many - 1).map(|other| format!("p{other:07}")))
                .works_with((0..many - 1).map(|other| format!("p{other:07}")));
        }
    });
    let busy = org.position("p0099999").unwrap();
    assert_eq!((busy.channels().len(), busy.dotted_lines().len()), (many, many - 1));
    assert_eq!(count(&org, ["too-many-channels", "channel-without-specialist"]), [1, 1]);
}

#[test]
fn names_in_any_script_and_amounts_at_the_edge_come_through_a_report() {
    let mut org = OrgBuilder::new("ทีมการตลาด", "IDR");
    org.channel("بحث", "").channel("ソーシャル", "");
    org.position("Менеджер", "digital-marketing-manager").holder("Өмір").budget("1");
    org.position("专员 🦀", "specialist").holder("שרה").reports_to("Менеджер").channels(["بحث"]);
    org.delegation("Менеджер", "专员 🦀", "92233720368547757.07").channel("بحث").day("92233720368547758.07");
    let org = org.build().unwrap();
    let report = Check::standard(today()).level("RPT003", Level::Allow).run(&org).to_string();
    assert!(
        report.contains("`Менеджер` delegates IDR 92,233,720,368,547,757.07 and holds IDR 1"),
        "{report}"
    );
    assert!(report.contains("`专员 🦀`"), "{report}");
}

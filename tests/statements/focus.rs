//! Focus: S01 to S10.

use bagan::metrics::{Concentration, Coverage};
use bagan::{DecisionRight, Focus, Matrix, Org, OutcomeKind, Position, Profile, Risk, RoleClass};

use crate::support::{batik, batik_and, batik_where, batik_with, found};

fn at<'o>(org: &'o Org, id: &str) -> Position<'o> {
    org.position(id).unwrap()
}

const EVENTS_RESULT: &str = "[[outcomes]]\nid = \"events-result\"\nkind = \"tactical\"\nchannel = \"events\"\n\
accountable = \"email\"\nresponsible = [\"email\"]\n";

/// Both work in one department, below one CMO; what sets them apart is one row of facts each.
#[test]
fn s01_both_roles_are_of_one_ecosystem_and_differ_in_focus_decisions_and_risk() {
    let org = batik();
    let (dmm, social) = (at(&org, "dmm"), at(&org, "social"));
    assert_eq!(dmm.lowest_common_manager(social), Some(dmm));
    let (one, other) = (dmm.class().facts(), social.class().facts());
    assert_eq!((one.focus, other.focus), (Some(Focus::Strategy), Some(Focus::Tactics)));
    assert_eq!((one.risk, other.risk), (Some(Risk::High), Some(Risk::Medium)));
    assert!(one.decides.iter().all(|right| !other.decides.contains(right)));

    // The same seat under the other role is another job: rules that were silent speak, of that seat alone.
    let org =
        batik_where("[positions.social]", "role = \"specialist\"", "role = \"digital-marketing-manager\"");
    let about_social = found(&org).iter().filter(|line| line.ends_with("positions.social")).count();
    assert_ne!(about_social, 0, "{:?}", found(&org));
}

#[test]
fn s02_a_dmm_covers_all_channels_and_a_specialist_few_in_depth() {
    let org = batik();
    let dmm = at(&org, "dmm");
    let mut breadth: Vec<&str> = dmm.subtree().flat_map(Position::channels).map(bagan::Channel::id).collect();
    breadth.sort_unstable();
    breadth.dedup();
    assert_eq!(breadth, ["email", "paid-social", "seo"]);
    assert!(
        org.positions()
            .filter(|seat| seat.class() == RoleClass::Specialist)
            .all(|seat| seat.channels().len() == 1)
    );

    let all = "channels = [\"paid-social\", \"seo\", \"email\"]";
    let org = batik_where("[positions.social]", "channels = [\"paid-social\"]", all);
    assert_eq!(found(&org), ["SPC001 positions.social"]);
}

#[test]
fn s03_the_final_result_is_a_dmms_and_not_a_specialists() {
    let org = batik();
    let answers = at(&org, "dmm").accountable_for();
    assert_eq!(answers.filter(|outcome| outcome.kind() == OutcomeKind::Strategic).count(), 2);
    let raci = Matrix::raci(&org);
    let acquisition = org.outcome("acquisition").unwrap();
    assert!(
        raci.duties(at(&org, "dmm").ix(), acquisition.ix())
            .iter()
            .any(|duty| duty == bagan::Duty::Accountable)
    );

    // The lead is given the rebranding to answer for, with all its risk: one fault, and one finding.
    let rebrand = "[[outcomes]]\nid = \"rebrand\"\nkind = \"strategic\"\naccountable = \"lead\"\nresponsible = [\"lead\"]\n";
    assert_eq!(found(&batik_and(rebrand)), ["ACC001 outcomes.rebrand"]);
    assert_eq!(found(&batik_and(&format!("{rebrand}risk = \"high\""))), ["ACC001 outcomes.rebrand"]);
}

#[test]
fn s04_a_dmm_plans_the_budget_sets_kpis_and_makes_channels_one() {
    let org = batik();
    let dmm = at(&org, "dmm");
    assert_eq!(dmm.budget(), org.currency().major(1_000_000_000).ok());
    let whole = org.kpis().find(|kpi| kpi.owner() == dmm).unwrap();
    assert_eq!(org.kpis().filter(|kpi| kpi.contributes_to() == Some(whole)).count(), 2);

    // The KPI of the whole is the CMO's, and the DMM has none.
    let org = batik_with(&[("owner = \"dmm\"", "owner = \"cmo\"")]);
    assert_eq!(found(&org), ["KPI001 positions.dmm"]);
    // If every channel reaches its target, the whole is missed all the same.
    let org = batik_with(&[("target = 25_000", "target = 20_000")]);
    assert_eq!(found(&org), ["KPI003 kpis.new-customers"]);
    // A figure that no goal needs.
    let org = batik_and("[[kpis]]\nid = \"likes\"\nowner = \"social\"");
    assert_eq!(found(&org), ["KPI002 kpis.likes"]);
    // Email works with a designer whom nobody else works with: two campaigns.
    let org = batik_where("[positions.email]", "works-with = [\"writer\"]", "works-with = [\"designer\"]");
    assert_eq!(found(&org), ["COL005 positions.dmm"]);
    // Events were forgotten in the budget.
    let org = batik_with(&[
        ("email = \"Email\"\n", "email = \"Email\"\nevents = \"Events\"\n"),
        ("channels = [\"email\"]", "channels = [\"email\", \"events\"]"),
        ("[[kpis]]\nid = \"new-customers\"", &format!("{EVENTS_RESULT}\n[[kpis]]\nid = \"new-customers\"")),
    ]);
    assert_eq!(found(&org), ["BUD009 channels.events"]);
}

#[test]
fn s05_a_dmm_decides_why_and_what() {
    let org = batik();
    let matrix = Matrix::decisions(&org);
    for right in [DecisionRight::Why, DecisionRight::What] {
        assert!(right.is_strategic());
        assert!(matrix.basis(at(&org, "dmm").ix(), right).is_some());
        assert!(matrix.basis(at(&org, "social").ix(), right).is_none());
    }
    let rights = "decides = [\"how\", \"what-now\"]";
    let org = batik_where("[positions.social]", rights, "decides = [\"what\", \"how\", \"what-now\"]");
    assert_eq!(found(&org), ["DEC001 positions.social"]);
}

/// More to SEO or more to paid social: either is the DMM's to decide, and neither is wrong; all in one place is found.
#[test]
fn s06_whether_more_goes_to_seo_or_to_paid_social_is_the_dmms_decision() {
    let split = |seo: u32, social: u32, email: u32| {
        let amount = |millions: u32| format!("amount = {millions}_000_000");
        batik_with(&[
            ("channel = \"seo\"\namount = 300_000_000", &format!("channel = \"seo\"\n{}", amount(seo))),
            (
                "channel = \"paid-social\"\namount = 500_000_000",
                &format!("channel = \"paid-social\"\n{}", amount(social)),
            ),
            ("channel = \"email\"\namount = 200_000_000", &format!("channel = \"email\"\n{}", amount(email))),
        ])
    };
    for org in [split(300, 500, 200), split(500, 300, 200)] {
        assert_eq!(found(&org), [""; 0]);
        let of = at(&org, "dmm").given().map(bagan::Delegation::amount);
        let sum = of.fold(bagan::Money::ZERO, |sum, amount| sum.checked_add(amount).unwrap());
        assert_eq!(Some(sum), at(&org, "dmm").budget(), "all of the budget is allocated");
    }
    let even = Concentration::of([1.0, 1.0, 1.0]).unwrap().hhi();
    let kept = Concentration::of_budget(&split(300, 500, 200), crate::support::today()).unwrap();
    assert!(even < kept.hhi() && (kept.largest_share() - 0.5).abs() < 1e-12);
    assert_eq!(found(&split(100, 800, 100)), ["RSK004 positions.dmm"]);
}

#[test]
fn s07_a_specialist_answers_for_what_drives_the_channel() {
    let org = batik();
    for outcome in org.outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Tactical) {
        let channel = outcome.channel().unwrap();
        assert!(outcome.accountable().is_assigned(channel) && outcome.accountable().class().is_specialist());
    }
    let of_channels = Coverage::of_channels(&org).bus_factor(0.5).unwrap();
    assert!(of_channels.is_exact());

    // Nobody has said who answers for email: one finding, at the channel, and none at the specialist who spends on it.
    let org = batik_with(&[(
        "[[outcomes]]\nid = \"email-result\"\nkind = \"tactical\"\nchannel = \"email\"\naccountable = \"email\"\nresponsible = [\"email\"]\nrisk = \"medium\"\n",
        "",
    )]);
    assert_eq!(found(&org), ["ACC002 channels.email"]);
    // A channel that nobody is the expert of.
    let org = batik_with(&[("email = \"Email\"\n", "email = \"Email\"\nevents = \"Events\"\n")]);
    assert_eq!(found(&org), ["SPC003 channels.events"]);
    // One person alone runs email, and nobody would take over.
    let org = batik_where("[positions.email]", "acting = \"agus\"\n", "");
    assert_eq!(found(&org), ["RSK003 channels.email"]);
    // An expert of nothing.
    let trainee = "[positions.trainee]\nrole = \"specialist\"\nholder = \"tono\"\nreports-to = \"lead\"\nworks-with = [\"writer\"]\n";
    assert_eq!(found(&batik_and(trainee)), ["SPC002 positions.trainee"]);
}

#[test]
fn s08_two_channels_are_mastered_and_a_third_is_one_too_many_for_a_lead_too() {
    assert_eq!(RoleClass::Specialist.facts().channels_at_most, Some(2));
    let channels =
        |of: &str| batik_where("[positions.lead]", "channels = [\"seo\"]", &format!("channels = [{of}]"));
    assert_eq!(found(&channels("\"seo\", \"email\"")), [""; 0]);
    assert_eq!(found(&channels("\"seo\", \"email\", \"paid-social\"")), ["SPC001 positions.lead"]);
    // In a startup one specialist covers what there is.
    let org = channels("\"seo\", \"email\", \"paid-social\"");
    let report = bagan::Check::standard(crate::support::today()).profile(Profile::Startup).run(&org);
    assert!(report.is_clean(), "{report}");
}

#[test]
fn s09_a_specialist_decides_how_and_what_now() {
    let org = batik();
    let matrix = Matrix::decisions(&org);
    for right in [DecisionRight::How, DecisionRight::WhatNow] {
        assert_eq!(matrix.basis(at(&org, "social").ix(), right), Some(bagan::Basis::Stated));
        assert_eq!(
            matrix.basis(at(&org, "email").ix(), right),
            Some(bagan::Basis::RoleClass),
            "unless stated"
        );
        assert_eq!(matrix.basis(at(&org, "dmm").ix(), right), None);
    }
    let rights = "decides = [\"why\", \"what\"]";
    let org = batik_where("[positions.dmm]", rights, "decides = [\"why\", \"what\", \"what-now\"]");
    assert_eq!(found(&org), ["DEC002 positions.dmm"]);
}

/// Targeting, keyword research and meta descriptions are no part of an org; who would do them is.
#[test]
fn s10_whoever_sets_the_targeting_of_social_ads_can_be_found() {
    let org = batik();
    let channel = org.channel("paid-social").unwrap();
    let matrix = Matrix::decisions(&org);
    let decides = |seat: &Position<'_>| matrix.basis(seat.ix(), DecisionRight::WhatNow).is_some();
    let experts: Vec<&str> = channel.positions().filter(decides).map(Position::id).collect();
    assert_eq!(experts, ["social"]);
    let works_on = org.outcomes().find(|outcome| outcome.channel() == Some(channel)).unwrap();
    assert!(works_on.responsible().all(|position| position.id() == "social"));
}

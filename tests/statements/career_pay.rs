//! Career and pay: S20 to S25.

use bagan::career::{Cover, Ladder};
use bagan::pay::{PayBasis, ceiling_gap, midpoint_gap, midpoint_steps, supervisor_premium};
use bagan::{BUILT_IN_ROLES, Focus, OrgBuilder, RoleClass, Seniority};

use crate::support::{batik, batik_where, batik_with, found};

const SPECIALISTS_BAND: &str = "{ minimum = 96_000_000, midpoint = 132_000_000, maximum = 168_000_000 }";
const LEADS_BAND: &str = "{ minimum = 168_000_000, midpoint = 204_000_000, maximum = 240_000_000 }";
const DMMS_BAND: &str = "{ minimum = 300_000_000, midpoint = 390_000_000, maximum = 480_000_000 }";

#[test]
fn s20_pay_grows_with_focus_and_risk() {
    let org = batik();
    let facts = |role: &str| org.role(role).unwrap().class().facts();
    let band = |role: &str| org.role(role).unwrap().pay_band().unwrap();
    let (specialist, dmm) = ("specialist", "digital-marketing-manager");
    assert!(facts(specialist).focus != facts(dmm).focus && facts(specialist).risk < facts(dmm).risk);
    assert!(band(specialist).midpoint < band(dmm).midpoint);

    assert!(midpoint_steps(&Ladder::of(&org)).all(|step| 0.0 < step.rise), "every step is a rise");

    // The step to lead is a step down in pay.
    let lower = "{ minimum = 80_000_000, midpoint = 100_000_000, maximum = 120_000_000 }";
    let org = batik_with(&[(LEADS_BAND, lower), ("pay = 200_000_000", "pay = 110_000_000")]);
    assert_eq!(found(&org), ["PAY005 roles.specialist"]);
}

#[test]
fn s21_a_specialist_grows_into_a_senior_or_a_dmm() {
    let next = RoleClass::Specialist.facts().next;
    assert_eq!(next, [RoleClass::SeniorSpecialist, RoleClass::Manager]);
    let org = batik();
    assert_eq!(org.role("specialist").unwrap().levels(), Some((Seniority::Entry, Seniority::Mid)));

    let ladder = Ladder::of(&org);
    let role = |id: &str| org.role(id).unwrap();
    assert_eq!(ladder.fewest_steps(role("specialist"), role("lead-specialist")), Some(1));
    assert_eq!(ladder.fewest_steps(role("specialist"), role("digital-marketing-manager")), Some(1));
    let dmm = org.position("dmm").unwrap();
    let candidates: Vec<&str> = ladder.candidates(dmm).iter().map(|candidate| candidate.person).collect();
    assert!(
        ["agus", "ayu", "budi", "dewi"].iter().all(|person| candidates.contains(person)),
        "{candidates:?}"
    );
    assert!(!candidates.contains(&"siti"), "of a copywriter's career the domain says nothing");
    assert_eq!(Cover::of(&ladder).covers(dmm), Some(true));

    let leads_to =
        |next: &str| batik_with(&[("next = [\"digital-marketing-manager\"]", &format!("next = [{next}]"))]);
    assert_eq!(found(&leads_to("")), ["CAR001 roles.lead-specialist"]);
    assert_eq!(found(&leads_to("\"cmo\"")), ["CAR002 roles.lead-specialist"]);
    let org = batik_where("[positions.social]", "level = \"mid\"", "level = \"senior\"");
    assert_eq!(found(&org), ["CAR004 positions.social"]);
}

#[test]
fn s22_a_dmm_grows_into_a_director_or_vp_of_a_wider_focus() {
    let dmm = RoleClass::Manager.facts();
    assert_eq!(dmm.next, [RoleClass::Director, RoleClass::VicePresident]);
    assert!(dmm.next.iter().all(|next| next.facts().focus == Some(Focus::Business) && next.is_executive()));
    assert_eq!(dmm.levels, Some((Seniority::Mid, Seniority::Senior)));

    let org = batik();
    let ladder = Ladder::of(&org);
    let steps = ladder.steps_from(org.role("digital-marketing-manager").unwrap());
    assert_eq!(steps.map(bagan::Role::id).collect::<Vec<_>>(), ["director-of-marketing", "vp-of-marketing"]);

    let ladder = "next = [\"director-of-marketing\", \"vp-of-marketing\"]";
    assert_eq!(
        found(&batik_with(&[(ladder, "next = [\"cmo\"]")])),
        ["CAR002 roles.digital-marketing-manager"]
    );
    assert_eq!(found(&batik_with(&[(ladder, "next = []")])), ["CAR001 roles.digital-marketing-manager"]);
    let org = batik_where("[positions.dmm]", "level = \"mid\"", "level = \"entry\"");
    assert_eq!(found(&org), ["CAR004 positions.dmm"]);
}

#[test]
fn s23_a_dmm_is_paid_far_more() {
    let org = batik();
    let (dmm, lead) = (org.position("dmm").unwrap(), org.position("lead").unwrap());
    assert!(lead.pay() < dmm.pay());
    assert!((midpoint_gap(&org).unwrap().times - 390.0 / 204.0).abs() < 1e-12);
    assert!((supervisor_premium(dmm, PayBasis::AsStated).unwrap().over_highest - 0.8).abs() < 1e-12);

    // Bands that touch: hardly more for far more risk.
    let close = "{ minimum = 200_000_000, midpoint = 220_000_000, maximum = 480_000_000 }";
    assert_eq!(found(&batik_with(&[(DMMS_BAND, close)])), ["PAY003 roles.digital-marketing-manager"]);
    // The lead is paid more than the DMM, each within the band.
    let wide = "{ minimum = 168_000_000, midpoint = 204_000_000, maximum = 400_000_000 }";
    let org = batik_with(&[(LEADS_BAND, wide), ("pay = 200_000_000", "pay = 380_000_000")]);
    assert_eq!(found(&org), ["PAY004 positions.lead"]);
}

#[test]
fn s24_a_specialists_pay_is_in_the_band_and_its_ceiling_is_below_a_dmms() {
    let org = batik();
    let ceiling = |role: &str| org.role(role).unwrap().pay_band().unwrap().maximum;
    assert!(ceiling("specialist") < ceiling("digital-marketing-manager"));

    assert!((ceiling_gap(&org).unwrap().times - 2.0).abs() < 1e-12);

    let high = "{ minimum = 96_000_000, midpoint = 132_000_000, maximum = 500_000_000 }";
    assert_eq!(found(&batik_with(&[(SPECIALISTS_BAND, high)])), ["PAY002 roles.specialist"]);
    let org = batik_with(&[("pay = 140_000_000", "pay = 90_000_000")]);
    assert_eq!(found(&org), ["PAY001 positions.social"]);
}

#[test]
fn s25_no_figure_of_pay_is_the_crates_own() {
    let mut org = OrgBuilder::new("Toko", "IDR");
    for role in BUILT_IN_ROLES {
        org.position(role.id, role.id).pay(1);
    }
    let org = org.build().unwrap();
    assert!(org.roles().all(|role| role.pay_band().is_none()));
    let about_bands = |line: &String| line.starts_with("PAY");
    assert_eq!(found(&org).into_iter().filter(about_bands).collect::<Vec<_>>(), [""; 0]);
}

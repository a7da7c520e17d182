//! Faults in bands and pay.
//!
//! The figures of the clean org are taken out first, so that those of the fault are compared with each other alone.

use crate::money::Amount;
use crate::org::Position;
use crate::role::RoleClass;
use crate::spec::{PayBandSpec, RoleSpec};
use crate::strategies::breaking::scene::{Breaker, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("PAY001", pay_outside_band),
    ("PAY002", specialist_ceiling_above_manager),
    ("PAY003", manager_midpoint_too_close),
    ("PAY004", report_paid_above_manager),
    ("PAY005", bands_out_of_order),
];

fn forget_pay(scene: &mut Scene) {
    for role in scene.spec().roles.values_mut() {
        role.pay_band = None;
    }
    for position in scene.spec().positions.values_mut() {
        position.pay = None;
    }
}

/// Adds a role with a band.
fn add_role<'s>(scene: &'s mut Scene, id: &str, class: RoleClass, band: [i64; 3]) -> &'s mut RoleSpec {
    let [minimum, midpoint, maximum] = band;
    let mut pay_band = PayBandSpec::new(minimum, maximum);
    pay_band.midpoint = Some(Amount::from(midpoint));
    let mut role = RoleSpec::new(class);
    role.pay_band = Some(pay_band);
    scene.spec().roles.entry(id.to_owned()).insert_entry(role).into_mut()
}

/// Somebody who is paid one more than the band's most, or one less than its least.
fn pay_outside_band(scene: &mut Scene) {
    forget_pay(scene);
    add_role(scene, "writer", RoleClass::Contributor, [100, 150, 200]);
    let pay = scene.one_of(201, &[99, 0]);
    let writer = scene.hire("writer", None);
    scene.change(&writer, |position| position.pay = Some(Amount::from(pay)));
}

fn specialist_ceiling_above_manager(scene: &mut Scene) {
    forget_pay(scene);
    let class = scene.one_of(RoleClass::Specialist, &[RoleClass::SeniorSpecialist]);
    add_role(scene, "expert", class, [100, 150, 401]);
    add_role(scene, "brand-manager", RoleClass::Manager, [200, 300, 400]);
}

/// A midpoint that is a little higher, the same or lower, and a ceiling that is higher all the same.
fn manager_midpoint_too_close(scene: &mut Scene) {
    forget_pay(scene);
    let midpoint = scene.one_of(1_149, &[1_000, 900]);
    add_role(scene, "expert", RoleClass::SeniorSpecialist, [800, 1_000, 1_200]);
    add_role(scene, "brand-manager", RoleClass::Manager, [800, midpoint, 2_000]);
}

/// A report who is paid one more.
fn report_paid_above_manager(scene: &mut Scene) {
    forget_pay(scene);
    let is_inside = |end: Position<'_>| end.class() != RoleClass::External;
    let counts = |position: &Position<'_>, manager: Position<'_>| {
        is_inside(*position) && is_inside(manager) && !position.shares_person_with(manager)
    };
    let report =
        scene.choose(|position| position.manager().is_some_and(|manager| counts(&position, manager)));
    let report = report.unwrap_or_else(|| {
        let other = scene.hire("other", None);
        scene.hire("copywriter", Some(&other));
        scene.hire("copywriter", Some(&other))
    });
    let manager = scene.spec().positions.get(&report).and_then(|position| position.reports_to.clone());
    scene.change(&manager.unwrap_or_default(), |position| position.pay = Some(Amount::from(100)));
    scene.change(&report, |position| position.pay = Some(Amount::from(101)));
}

/// A band upside down, a midpoint outside, or a step into a lower band.
fn bands_out_of_order(scene: &mut Scene) {
    forget_pay(scene);
    let band = scene.one_of([200, 150, 100], &[[100, 250, 200], [100, 150, 200]]);
    add_role(scene, "writer", RoleClass::Contributor, band);
    if band == [100, 150, 200] {
        let lead = add_role(scene, "lead-writer", RoleClass::Contributor, [101, 151, 201]);
        lead.next = Some(vec!["writer".to_owned()]);
    }
}

//! Faults in the money.

use crate::calendar::{Interval, Window};
use crate::money::{Amount, Money};
use crate::org::{Account, Delegation, Position};
use crate::role::{Permission, RoleClass};
use crate::spec::LimitsSpec;
use crate::strategies::breaking::scene::{Breaker, SMALL, Scene, has_room};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("BUD001", over_delegation),
    ("BUD002", limit_above_delegator),
    ("BUD003", delegation_off_line),
    ("BUD004", delegation_outside_channels),
    ("BUD005", budget_below_manager),
    ("BUD006", department_without_budget),
    ("BUD007", unlimited_specialist),
    ("BUD008", unreachable_limit),
    ("BUD009", unfunded_channel),
    ("BUD010", idle_budget),
    ("BUD011", expired_delegation),
    ("BUD012", endless_delegation),
    ("BUD013", sub_delegation_not_allowed),
    ("BUD014", no_approver),
];

/// A new report to whom a DMM delegates more than is left.
fn over_delegation(scene: &mut Scene) {
    let dmm = scene.dmm();
    let report = scene.hire("copywriter", Some(&dmm));
    let org = scene.org();
    let left =
        org.position(&dmm).and_then(|dmm| dmm.held(scene.as_of).checked_sub(dmm.delegated(scene.as_of)));
    let more = left.and_then(|left| left.checked_add(Money::from_minor(1))).unwrap_or_default();
    scene.delegate(&dmm, &report, 0, |delegation| delegation.amount = Amount::of(more, org.currency()));
}

/// A lead below a DMM, and a specialist below the lead, each with money from the one above.
fn lead_and_specialist(scene: &mut Scene, lead_may: Option<Permission>, limit: i64) {
    let dmm = scene.dmm();
    let channel = scene.choose_channel().unwrap_or_else(|| scene.add_channel());
    let lead = scene.hire_specialist("lead-specialist", &dmm, &channel);
    let specialist = scene.hire_specialist("specialist", &lead, &channel);
    scene.fund(&dmm, &lead, 2 * SMALL, |delegation| {
        delegation.limits.day = Some(Amount::from(10));
        delegation.sub_delegation = lead_may;
    });
    scene.delegate(&lead, &specialist, SMALL, |delegation| delegation.limits.day = Some(Amount::from(limit)));
}

fn limit_above_delegator(scene: &mut Scene) {
    let above = scene.one_of(11, &[20, 100]);
    lead_and_specialist(scene, Some(Permission::Allowed), above);
}

/// A delegation that a lead may not cut another one from, or one that allowed it and does no longer.
fn sub_delegation_not_allowed(scene: &mut Scene) {
    let as_of = scene.as_of;
    let passed_on = scene.choose_delegation(|delegation| {
        let cut = |given: Delegation<'_>| given.cut_from(as_of) == Some(Account::Delegation(delegation));
        delegation.is_in_force(as_of)
            && delegation.to().given().any(|given| given.is_in_force(as_of) && cut(given))
    });
    match passed_on.and_then(|place| scene.spec().delegations.get_mut(place)) {
        Some(delegation) => delegation.sub_delegation = Some(Permission::NotAllowed),
        None => lead_and_specialist(scene, None, 5),
    }
}

/// Money for a copywriter in another tree.
fn delegation_off_line(scene: &mut Scene) {
    let dmm = scene.dmm();
    let outside = scene.choose(|position| {
        position.class() == RoleClass::Contributor
            && position.span() == 0
            && position.received().len() == 0
            && position.chain().all(|above| above.id() != dmm)
    });
    let outside = outside.unwrap_or_else(|| scene.hire("copywriter", None));
    scene.fund(&dmm, &outside, SMALL, |_| ());
}

/// Money for a channel that the copywriter who gets it does not work on.
fn delegation_outside_channels(scene: &mut Scene) {
    let channel = scene.covered_channel();
    let dmm = scene.dmm();
    let report = scene.hire("copywriter", Some(&dmm));
    scene.fund(&dmm, &report, SMALL, |delegation| delegation.channel = Some(channel));
}

fn budget_below_manager(scene: &mut Scene) {
    let below = scene.choose(|position| {
        position.class().is_specialist() || position.class() == RoleClass::Contributor && position.span() == 0
    });
    let below = below.unwrap_or_else(|| scene.hire("copywriter", None));
    scene.change(&below, |position| position.budget = Some(Amount::from(SMALL)));
    scene.answer(&below);
}

/// A DMM with two copywriters and no money.
fn department_without_budget(scene: &mut Scene) {
    let above = scene.choose(|position| {
        let class = position.class();
        (class.is_executive() || class == RoleClass::External) && has_room(position) && position.layer() <= 3
    });
    let above = above.unwrap_or_else(|| scene.hire("external", None));
    let dmm = scene.hire("digital-marketing-manager", Some(&above));
    scene.let_lead_on("copywriter", "digital-marketing-manager");
    scene.hire("copywriter", Some(&dmm));
    scene.hire("graphic-designer", Some(&dmm));
    scene.answer(&dmm);
}

/// A specialist's delegation that loses its limits per day and week.
fn unlimited_specialist(scene: &mut Scene) {
    let suits = |delegation: Delegation<'_>| delegation.to().class().is_specialist();
    let place = scene.choose_delegation(suits).or_else(|| {
        scene.team();
        scene.choose_delegation(suits)
    });
    if let Some(delegation) = place.and_then(|place| scene.spec().delegations.get_mut(place)) {
        delegation.limits.day = None;
        delegation.limits.week = None;
    }
}

/// A week above seven days, a month above six weeks, a day above a week, or a month above 31 days.
fn unreachable_limit(scene: &mut Scene) {
    let dmm = scene.dmm();
    let report = scene.hire("copywriter", Some(&dmm));
    let limits = [(None, Some(2), Some(13)), (Some(3), Some(2), None), (Some(1), None, Some(32))];
    let (day, week, month) = scene.one_of((Some(2), Some(15), None), &limits);
    let [day, week, month] = [day, week, month].map(|limit: Option<i64>| limit.map(Amount::from));
    let limits = LimitsSpec { day, week, month, ..LimitsSpec::default() };
    scene.fund(&dmm, &report, SMALL, |delegation| delegation.limits = limits);
}

/// A specialist on a channel of their own, without money.
fn unfunded_channel(scene: &mut Scene) {
    let dmm = scene.dmm();
    let channel = scene.add_channel();
    scene.hire_specialist("specialist", &dmm, &channel);
}

/// A budget of which most stays where it is.
fn idle_budget(scene: &mut Scene) {
    let leader = scene.choose(|position| {
        let class = position.class();
        let may_hold = class.facts().may_hold_budget.is_allowed() || class == RoleClass::External;
        may_hold && position.span() != 0 && position.channels().len() == 0
    });
    let leader = leader.unwrap_or_else(|| scene.team());
    let org = scene.org();
    let held = org.position(&leader).map(|leader| leader.held(scene.as_of)).unwrap_or_default();
    let small = org.currency().major(SMALL).unwrap_or_default();
    let more = held.checked_mul(2).and_then(|twice| twice.checked_add(small)).unwrap_or(small);
    scene.grant(&leader, more);
}

/// A delegation that was in force until today, or last year.
fn expired_delegation(scene: &mut Scene) {
    let dmm = scene.dmm();
    let report = scene.hire("copywriter", Some(&dmm));
    let (as_of, new_year) = (scene.as_of, scene.year().from());
    let until = scene.one_of(Some(as_of), &[new_year]);
    let valid = Interval::new(None, until).unwrap_or_default();
    scene.delegate(&dmm, &report, SMALL, |delegation| delegation.valid = valid);
}

/// A delegation that loses its end.
fn endless_delegation(scene: &mut Scene) {
    let place = scene.choose_delegation(|_| true).or_else(|| {
        scene.team();
        scene.choose_delegation(|_| true)
    });
    if let Some(delegation) = place.and_then(|place| scene.spec().delegations.get_mut(place)) {
        delegation.valid = Interval::new(delegation.valid.from(), None).unwrap_or_default();
    }
}

/// A specialist, two layers below the DMM, who is the DMM's own person, while nobody above may approve.
fn no_approver(scene: &mut Scene) {
    let as_of = scene.as_of;
    let may_approve = |above: Position<'_>| {
        let mut limits = above.accounts(as_of).filter_map(|account| account.limit(Window::Transaction));
        above.approves_up_to().is_some() || limits.next().is_some()
    };
    let dmm = scene.choose(|position| {
        position.class() == RoleClass::Manager
            && has_room(position)
            && position.layer() <= 3
            && !position.chain().any(may_approve)
    });
    let dmm = dmm.unwrap_or_else(|| scene.team());
    let person = scene.org().position(&dmm).and_then(Position::occupant).map(str::to_owned);
    let channel = scene.covered_channel();
    let lead = scene.hire_specialist("lead-specialist", &dmm, &channel);
    let specialist = scene.hire_specialist("specialist", &lead, &channel);
    scene.change(&specialist, |position| position.holder = person);
    scene.fund(&dmm, &specialist, SMALL, |delegation| delegation.limits.day = Some(Amount::from(5)));
}

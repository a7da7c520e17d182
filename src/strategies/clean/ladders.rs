//! The way up: each team of a DMM has a role that leads to the DMM's (S21), and bands rise with the classes (S20).

use crate::money::Amount;
use crate::role::RoleClass;
use crate::spec::{OrgSpec, PayBandSpec};
use crate::strategies::clean::plan::Plan;

/// The least and the most that a class is paid, by rank; those of a specialist and a lead overlap.
const BANDS: &[(i64, i64)] =
    &[(100, 140), (130, 200), (300, 400), (500, 700), (650, 900), (900, 1_300), (1_200, 2_000)];

/// Lets the role of a DMM's first report lead to the DMM's, where no role in the team leads to one.
pub(super) fn steps(plan: &Plan<'_>, spec: &mut OrgSpec) {
    // Whether somebody at or below a place is on a ladder to the class of managers; reports come after their manager.
    let mut leads: Vec<bool> = plan.seats.iter().map(|seat| is_on_ladder(seat.class())).collect();
    for (place, seat) in plan.seats.iter().enumerate().rev() {
        let below = seat.reports.iter().any(|report| leads.get(*report) == Some(&true));
        if seat.class() == RoleClass::Manager
            && !below
            && let Some(report) = seat.reports.first()
            && let (Some(role), Some(to)) = (plan.roles.get(*report), plan.roles.get(place))
        {
            let next = spec.roles.entry(role.clone()).or_default().next.get_or_insert_default();
            if !next.contains(to) {
                next.push(to.clone());
            }
        }
        if let Some(slot) = leads.get_mut(place) {
            *slot |= below;
        }
    }
}

fn is_on_ladder(class: RoleClass) -> bool {
    class == RoleClass::Manager || class.facts().next.contains(&RoleClass::Manager)
}

/// States bands that rise with the classes, and pay within them that rises with the lines.
pub(super) fn pay(plan: &Plan<'_>, unit: i64, spec: &mut OrgSpec) {
    for ((seat, role), id) in plan.seats.iter().zip(&plan.roles).zip(&plan.ids) {
        let band = seat.class().rank().and_then(|rank| BANDS.get(usize::from(rank).checked_sub(1)?));
        let Some((least, most)) = band else { continue };
        let amount = |part: i64| Amount::from(part * unit);
        let pay_band = PayBandSpec::new(amount(*least), amount(*most));
        spec.roles.entry(role.clone()).or_default().pay_band = Some(pay_band);
        let pay = if seat.reports.is_empty() { *least } else { *most };
        if let Some(position) = spec.positions.get_mut(id) {
            position.pay = Some(amount(pay));
        }
    }
}

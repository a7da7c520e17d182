//! Who works with whom: all whom the domain has work with others, or nobody at all (S18, S19).

use crate::role::RoleClass;
use crate::spec::PositionSpec;
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::plan::Plan;
use crate::strategies::pick::distinct;

/// Whom DMMs and specialists work with, by place.
#[derive(Debug)]
pub(super) struct Partners {
    /// Somebody of the C-level, and the head of another department; or somebody outside for each.
    of_managers: Vec<usize>,
    /// Who ties all channels together.
    hub: usize,
    /// Whom the hub works with, if it is a specialist.
    of_hub: usize,
}

impl Partners {
    /// Chooses the partners, where an org has some for everybody who needs one.
    pub(super) fn of(seats: &[Seat]) -> Option<Self> {
        let first = |suits: &dyn Fn(RoleClass) -> bool| seats.iter().position(|seat| suits(seat.class()));
        let outside = || first(&|class| class == RoleClass::External);
        let c_level = first(&|class| matches!(class, RoleClass::CLevel | RoleClass::ChiefExecutive));
        let head = first(&|class| class == RoleClass::DepartmentHead);
        let manager = first(&|class| class == RoleClass::Manager);
        let of_managers = match manager {
            Some(_) => vec![c_level.or_else(outside)?, head.or_else(outside)?],
            None => Vec::new(),
        };
        let mut specialists = (0..seats.len())
            .filter(|place| seats.get(*place).is_some_and(|seat| seat.class().is_specialist()));
        let (specialist, second) = (specialists.next(), specialists.next());
        let hub = first(&|class| class == RoleClass::Contributor).or(specialist)?;
        let of_hub = second.or(manager).or_else(outside).filter(|_| specialist == Some(hub));
        if specialist == Some(hub) && of_hub.is_none() {
            return None;
        }
        Some(Self { of_managers, hub, of_hub: of_hub.unwrap_or(hub) })
    }

    /// States whom a position works with, and one more whom its class may work with.
    pub(super) fn state(&self, plan: &Plan<'_>, place: usize, spec: &mut PositionSpec) {
        let (Some(seat), Some(raw)) = (plan.seats.get(place), plan.raw.get(place)) else { return };
        let needed = match seat.class() {
            RoleClass::Manager => self.of_managers.clone(),
            class if class.is_specialist() && place == self.hub => vec![self.of_hub],
            class if class.is_specialist() => vec![self.hub],
            _ => Vec::new(),
        };
        let classes = seat.class().facts().works_with;
        let suits = |other: &usize| {
            *other != place && plan.seats.get(*other).is_some_and(|other| classes.contains(&other.class()))
        };
        let others: Vec<usize> = (0..plan.seats.len()).filter(suits).collect();
        let one_more = raw.people.works_with.and_then(|pick| pick.of(&others));
        let partners = distinct(needed.into_iter().chain(one_more));
        spec.works_with = partners.into_iter().filter_map(|other| plan.ids.get(other)).cloned().collect();
    }
}

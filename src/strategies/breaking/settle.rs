//! What a newcomer needs so that no other rule has anything to say of it.

use crate::org::Position;
use crate::role::RoleClass;
use crate::spec::KpiSpec;
use crate::strategies::breaking::scene::Scene;

impl Scene {
    /// Gives a new position a KPI if it is a DMM (S04), and somebody to work with where others have (S18, S19).
    pub(super) fn settle(&mut self, id: &str) {
        let org = self.org();
        let Some(class) = org.position(id).map(Position::class) else { return };
        if class == RoleClass::Manager {
            let kpi = KpiSpec::new(&format!("kpi-of-{id}"), id);
            self.spec().kpis.push(kpi);
        }
        let collaborates = org.positions().any(|position| position.works_with_stated().len() != 0);
        if collaborates && needs_partner(class) {
            self.let_work(id);
        }
    }

    /// Sees that whoever needs somebody to work with has one, before a first collaboration is stated.
    pub(super) fn collaborate(&mut self) {
        let org = self.org();
        if org.positions().any(|position| position.works_with_stated().len() != 0) {
            return;
        }
        for position in org.positions().filter(|position| needs_partner(position.class())) {
            self.let_work(position.id());
        }
    }

    /// Lets a specialist work with the first one, to whom all others are tied; else with somebody outside, of whom the
    /// org says nothing.
    fn let_work(&mut self, id: &str) {
        let org = self.org();
        let is_specialist = |position: &Position<'_>| position.class().is_specialist();
        let needs = org.position(id).filter(is_specialist);
        let peer = needs.and_then(|_| org.positions().filter(is_specialist).find(|other| other.id() != id));
        let partner = peer.or_else(|| org.positions().find(|other| other.class() == RoleClass::External));
        let partner = partner.map(|partner| partner.id().to_owned());
        let partner = partner.unwrap_or_else(|| self.hire("external", None));
        self.change(id, |position| position.works_with.push(partner));
    }

    /// Lets a role lead on to another.
    pub(super) fn let_lead_on(&mut self, role: &str, to: &str) {
        let next = self.spec().roles.entry(role.to_owned()).or_default().next.get_or_insert_default();
        if next.iter().all(|known| known != to) {
            next.push(to.to_owned());
        }
    }
}

fn needs_partner(class: RoleClass) -> bool {
    class == RoleClass::Manager || class.is_specialist()
}

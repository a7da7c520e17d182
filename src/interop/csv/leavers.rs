//! Those who have left: their seats are kept, and vacant, where somebody still reports to them.

use csv::ByteRecord;
use indexmap::IndexSet;

use super::cell::{cell, optional};
use super::managers::ManagerNotes;
use super::rows::{Leaver, Row, Rows, note_first};
use super::status::Standing;
use crate::graph_support::NONE;
use crate::id::Sym;

impl Rows<'_> {
    /// Takes back those who have left and to whom somebody still reports, and then those to whom they report.
    pub(super) fn seat_needed_leavers(&mut self, notes: &mut ManagerNotes) {
        let mut leavers = std::mem::take(&mut self.leavers);
        let (mut named, mut start) = (IndexSet::new(), 0);
        while !leavers.is_empty() && start < self.org.seats.len() {
            named.extend(self.missing_managers(start));
            start = self.org.seats.len();
            leavers.retain(|leaver| !self.seat_leaver(*leaver, &named, notes));
        }
        self.leavers = leavers;
    }

    /// Returns whom the positions from a row on name as managers, and who is no position.
    fn missing_managers(&self, start: usize) -> Vec<Sym> {
        let managers = self.org.managers.iter().skip(start).flatten().copied();
        let dotted = self.dotted.iter().filter(|(row, _)| start <= *row as usize).map(|&(_, sym)| sym);
        managers.chain(dotted).filter(|&sym| self.target(sym).is_none()).collect()
    }

    /// Adds the seat of a leaver who is named; returns whether it was added.
    fn seat_leaver(&mut self, leaver: Leaver, named: &IndexSet<Sym>, notes: &mut ManagerNotes) -> bool {
        let called = leaver.person.filter(|_| self.plan.by_person).unwrap_or(leaver.id);
        if !named.contains(&called) || self.target(called).is_some() {
            return false;
        }
        let (mut record, row) = (ByteRecord::new(), u32::try_from(self.org.seats.len()).unwrap_or(NONE));
        self.table.reread(&mut self.table.rereader(), leaver.spot, &mut record);
        let manager = optional(&record, self.plan.manager);
        let manager = (!manager.is_empty()).then(|| self.org.names.intern(manager));
        let title = self.titles.find(&record, self.plan, &mut self.org);
        let (spot, id, standing) = (leaver.spot, leaver.id, Standing::Left);
        self.seat(Row { record: &record, spot, id, manager, title, standing });
        if self.org.seats.len() <= row as usize {
            return false;
        }
        // Nobody holds the seat, and yet it is whom others mean by that person.
        if let Some(column) = self.plan.person {
            let person = self.org.names.intern(cell(&record, column));
            note_first(&mut self.held_by, person, row);
        }
        notes.left_vacant.push((row, leaver.spot));
        true
    }
}

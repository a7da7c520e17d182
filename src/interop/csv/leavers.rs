//! Those who have left: their seats are kept, and vacant, where somebody still reports to them.

use csv::ByteRecord;
use indexmap::{IndexMap, IndexSet};

use super::cell::{cell, optional};
use super::managers::ManagerNotes;
use super::rows::{Leaver, Row, Rows, note_first};
use super::status::Standing;
use super::table::TextReader;
use crate::graph_support::NONE;
use crate::id::Sym;

impl Rows<'_> {
    /// Takes back those who have left and to whom somebody still reports, and then those to whom they report.
    ///
    /// Costs O(rows): each row is asked once whom it names, and each leaver is looked up once.
    pub(super) fn seat_needed_leavers(&mut self, notes: &mut ManagerNotes) {
        if self.leavers.is_empty() {
            return;
        }
        let mut by_id: IndexMap<Sym, Leaver> = IndexMap::new();
        for &leaver in &self.leavers {
            by_id.entry(self.called(leaver)).or_insert(leaver);
        }
        let mut reader = self.table.rereader();
        // Seats are added at the end, where the walk comes to them in turn.
        let (mut row, mut dotted) = (0, 0);
        while row < self.org.seats.len() {
            let manager = self.org.managers.get(row).copied().flatten();
            let lines = self.dotted.iter().skip(dotted).take_while(|(from, _)| *from as usize <= row);
            let named: Vec<Sym> = manager.into_iter().chain(lines.map(|&(_, to)| to)).collect();
            dotted += named.len() - usize::from(manager.is_some());
            for sym in named.into_iter().filter(|&sym| self.target(sym).is_none()).collect::<Vec<_>>() {
                if let Some(leaver) = by_id.swap_remove(&sym) {
                    self.seat_leaver(leaver, &mut reader, notes);
                }
            }
            row += 1;
        }
        let seated: IndexSet<_> = notes.left_vacant.iter().map(|&(_, spot)| spot).collect();
        self.leavers.retain(|leaver| !seated.contains(&leaver.spot));
    }

    /// Returns by what others name a leaver as their manager.
    fn called(&self, leaver: Leaver) -> Sym {
        leaver.person.filter(|_| self.plan.by_person).unwrap_or(leaver.id)
    }

    /// Adds the seat of a leaver.
    fn seat_leaver(&mut self, leaver: Leaver, reader: &mut TextReader<'_>, notes: &mut ManagerNotes) {
        let (mut record, row) = (ByteRecord::new(), u32::try_from(self.org.seats.len()).unwrap_or(NONE));
        self.table.reread(reader, leaver.spot, &mut record);
        let manager = optional(&record, self.plan.manager);
        let manager = (!manager.is_empty()).then(|| self.org.names.intern(manager));
        let title = self.titles.find(&record, self.plan, &mut self.org);
        let (spot, id, standing) = (leaver.spot, leaver.id, Standing::Left);
        self.seat(Row { record: &record, spot, id, manager, title, standing });
        if self.org.seats.len() <= row as usize {
            return;
        }
        // Nobody holds the seat, and yet it is whom others mean by that person.
        if let Some(column) = self.plan.person {
            let person = self.org.names.intern(cell(&record, column));
            note_first(&mut self.held_by, person, row);
        }
        notes.left_vacant.push((row, leaver.spot));
    }
}

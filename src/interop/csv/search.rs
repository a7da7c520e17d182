//! The search for managers whose cells hold no id of a row.

use csv::ByteRecord;
use indexmap::{IndexMap, IndexSet};

use super::cell::{cell, says_no_manager, says_nothing};
use super::error::ImportFault;
use super::finder::{Finder, Hit};
use super::loose::ManagerMatch;
use super::managers::{FoundManager, ManagerNotes, Target, Targets};
use super::rows::{Rows, note_first};
use super::table::Spot;
use crate::graph_support::NONE;
use crate::id::{Sym, check_id};

/// One search: what is known of all texts, the rows that name the one at hand, and what is noted on the way.
struct Search<'s> {
    finder: &'s Finder,
    spots: Vec<Spot>,
    notes: &'s mut ManagerNotes,
}

impl Rows<'_> {
    /// Finds all texts that are no id of a row, and states those as external that lead nowhere.
    pub(super) fn find_all(
        &mut self,
        syms: &IndexSet<Sym>,
        unknown: &IndexMap<Sym, Vec<u32>>,
        notes: &mut ManagerNotes,
    ) -> Targets {
        let texts: Vec<(Sym, String)> =
            syms.iter().map(|&sym| (sym, self.org.names.resolve(sym).to_owned())).collect();
        let spares = self.spare_texts(unknown);
        let mut wanted: IndexSet<String> =
            spares.values().flatten().filter(|text| !says_no_manager(text)).cloned().collect();
        for (_, whole) in texts.iter().filter(|(_, whole)| !says_no_manager(whole)) {
            wanted.extend(parts(whole).into_iter().map(str::to_owned));
            wanted.insert(whole.clone());
        }
        let words: Vec<String> =
            texts.iter().map(|(_, whole)| whole).filter(|whole| says_no_manager(whole)).cloned().collect();
        let finder = Finder::new(self, &wanted.into_iter().collect::<Vec<_>>(), &words);
        let dotted = self.dotted_by_text(syms);
        let mut targets = Targets::new();
        for (sym, whole) in texts {
            let solid = unknown.get(&sym);
            let rows = solid.or(dotted.get(&sym)).map(Vec::as_slice).unwrap_or_default();
            let spots = rows.iter().filter_map(|&row| self.spots.get(row as usize)).copied().collect();
            let spare = spares.get(&sym).map(Vec::as_slice).unwrap_or_default();
            let mut search = Search { finder: &finder, spots, notes: &mut *notes };
            let found = self.find_one(&whole, spare, &mut search);
            if solid.is_some() && 1 < found.iter().filter(|target| **target != Target::Nobody).count() {
                search.notes.several.extend(&search.spots);
            }
            targets.insert(sym, found);
        }
        targets
    }

    /// Returns the rows whose dotted lines say one of the texts.
    fn dotted_by_text(&self, syms: &IndexSet<Sym>) -> IndexMap<Sym, Vec<u32>> {
        let mut rows: IndexMap<Sym, Vec<u32>> = IndexMap::new();
        for &(row, sym) in self.dotted.iter().filter(|(_, sym)| syms.contains(sym)) {
            rows.entry(sym).or_default().push(row);
        }
        rows
    }

    /// Returns what the spare columns of the first row say that names an unknown manager.
    fn spare_texts(&self, unknown: &IndexMap<Sym, Vec<u32>>) -> IndexMap<Sym, Vec<String>> {
        if self.plan.spare_managers.is_empty() {
            return IndexMap::new();
        }
        let (mut reader, mut record) = (self.table.rereader(), ByteRecord::new());
        let mut texts = |rows: &Vec<u32>| -> Vec<String> {
            let spot = rows.first().and_then(|&row| self.spots.get(row as usize)).copied();
            self.table.reread(&mut reader, spot.unwrap_or_default(), &mut record);
            let cells = self.plan.spare_managers.iter().map(|&column| cell(&record, column));
            cells.filter(|text| !says_nothing(text)).map(str::to_owned).collect()
        };
        unknown.iter().map(|(sym, rows)| (*sym, texts(rows))).collect()
    }

    /// Finds what one cell leads to: nobody, one manager, or several.
    fn find_one(&mut self, whole: &str, spare: &[String], search: &mut Search<'_>) -> Vec<Target> {
        if self.is_for_nobody(whole, search) {
            search.notes.roots.push((whole.to_owned(), search.spots.clone()));
            return vec![Target::Nobody];
        }
        if let Some(one) = self.find_text(whole, None, search) {
            return vec![one];
        }
        if let Some(several) = self.find_parts(whole, search) {
            return several;
        }
        let found = spare.iter().find_map(|text| self.find_spare(text, search));
        found.or_else(|| self.external(whole, search)).into_iter().collect()
    }

    /// Finds the managers whom one cell lists; none if it is no list.
    fn find_parts(&mut self, whole: &str, search: &mut Search<'_>) -> Option<Vec<Target>> {
        let noted = (search.notes.found.len(), search.notes.ambiguous.len());
        let parts = parts(whole);
        let found: Vec<Option<Target>> =
            parts.iter().map(|part| self.find_text(part, None, search)).collect();
        // A comma may be part of a name: it parts managers only where each part is one.
        if !whole.contains(LIST) && (parts.is_empty() || found.iter().any(Option::is_none)) {
            search.notes.found.truncate(noted.0);
            search.notes.ambiguous.truncate(noted.1);
            return None;
        }
        let each = parts.iter().zip(found);
        let each: IndexSet<Target> =
            each.filter_map(|(part, found)| found.or_else(|| self.external(part, search))).collect();
        Some(each.into_iter().collect())
    }

    /// Finds what another column says of a manager whose id leads nowhere.
    fn find_spare(&self, text: &str, search: &mut Search<'_>) -> Option<Target> {
        if says_no_manager(text) {
            search.notes.roots.push((text.to_owned(), search.spots.clone()));
            return Some(Target::Nobody);
        }
        self.find_text(text, Some(ManagerMatch::OtherColumn), search)
    }

    /// Finds the one position that a text leads to; `instead` is said of how, if it is given.
    fn find_text(
        &self,
        text: &str,
        instead: Option<ManagerMatch>,
        search: &mut Search<'_>,
    ) -> Option<Target> {
        if self.is_for_nobody(text, search) {
            return Some(Target::Nobody);
        }
        if let Some(row) = self.org.names.get(text).and_then(|sym| self.target(sym)) {
            return Some(Target::Row(row));
        }
        let spots = || search.spots.clone();
        match search.finder.find(text, self) {
            Hit::One(row, how) => {
                let (text, how) = (text.to_owned(), instead.unwrap_or(how));
                let found = FoundManager { text, row, how, spots: spots() };
                search.notes.found.push(found);
                Some(Target::Row(row))
            }
            Hit::Several => {
                let ambiguous = (text.to_owned(), spots());
                search.notes.ambiguous.push(ambiguous);
                None
            }
            Hit::None => None,
        }
    }

    /// Returns whether a text is a word for no manager, and no id of a row in another spelling.
    fn is_for_nobody(&self, text: &str, search: &Search<'_>) -> bool {
        says_no_manager(text) && !matches!(search.finder.find_id(text, self), Hit::One(..))
    }

    /// States a manager who is not in the file, once.
    fn external(&mut self, text: &str, search: &mut Search<'_>) -> Option<Target> {
        let id = self.org.names.intern(text);
        let row = match self.target(id) {
            Some(row) => row,
            None => self.state_external(text, id, &search.spots)?,
        };
        search.notes.external.entry(row).or_default().extend(&search.spots);
        Some(Target::Row(row))
    }

    fn state_external(&mut self, text: &str, id: Sym, spots: &[Spot]) -> Option<u32> {
        if let Err(why) = check_id(text) {
            let column = self.plan.manager.map(|at| self.columns.header(at)).unwrap_or_default();
            let fault = ImportFault::InvalidId { column, id: text.to_owned(), why };
            self.fault(spots.first().copied().unwrap_or_default(), fault);
            return None;
        }
        let role = self.org.names.intern("external");
        let row = u32::try_from(self.org.add_seat(id, role, Some(id))).unwrap_or(NONE);
        note_first(&mut self.row_of, id, row);
        Some(row)
    }
}

/// What parts managers in one cell, whatever they are given by.
const LIST: [char; 3] = [';', '|', '\n'];

/// Returns the parts of a cell that may name several managers; none if it names one.
fn parts(text: &str) -> Vec<&str> {
    let parts: Vec<&str> =
        if text.contains(LIST) { text.split(LIST).collect() } else { text.split(',').collect() };
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    if text.contains(LIST) || 1 < parts.len() { parts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_cell_can_name_several_managers() {
        assert_eq!(parts("a; b|c\nd"), ["a", "b", "c", "d"]);
        assert_eq!(parts("Doe, Jane; Roe, Max"), ["Doe, Jane", "Roe, Max"]);
        assert_eq!(parts("a, b"), ["a", "b"]);
        assert_eq!(parts("a;"), ["a"]);
        assert_eq!((parts("a").len(), parts("a,").len(), parts(",").len()), (0, 0, 0));
    }
}

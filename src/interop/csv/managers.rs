//! Who reports to whom: from what stands in the cells of managers to positions.

use csv::ByteRecord;
use indexmap::{IndexMap, IndexSet};

use super::cell::{cell, says_no_manager};
use super::error::ImportFault;
use super::finder::{Finder, Hit};
use super::loose::ManagerMatch;
use super::rows::{Row, Rows, note_first};
use super::status::Standing;
use super::table::Spot;
use crate::graph_support::NONE;
use crate::id::{Sym, check_id};

/// A manager who was found though not given by the id of a row.
#[derive(Debug)]
pub(super) struct FoundManager {
    pub(super) text: String,
    pub(super) row: u32,
    pub(super) how: ManagerMatch,
    pub(super) spots: Vec<Spot>,
}

/// What there is to say of how managers were found.
#[derive(Debug, Default)]
pub(super) struct ManagerNotes {
    /// The words that stand for no manager.
    pub(super) roots: Vec<(String, Vec<Spot>)>,
    pub(super) found: Vec<FoundManager>,
    /// Texts that lead to several positions.
    pub(super) ambiguous: Vec<(String, Vec<Spot>)>,
    /// The managers that are not in the file, with their rows here and the rows that name them.
    pub(super) external: IndexMap<u32, Vec<Spot>>,
    pub(super) several: Vec<Spot>,
    /// Dotted lines that lead nowhere new.
    pub(super) dotted_dropped: Vec<(String, Spot)>,
    /// The rows of leavers to whom somebody still reports.
    pub(super) left_vacant: Vec<(u32, Spot)>,
}

/// What a text leads to.
#[derive(Debug, Clone, Copy)]
enum Target {
    Nobody,
    Row(u32),
}

impl Rows<'_> {
    /// Returns the position that an id names; where persons have ids of their own, the first one they hold.
    fn target(&self, sym: Sym) -> Option<u32> {
        let seat = self.row_of.get(sym.index()).copied().filter(|&row| row != NONE);
        let held = self.held_by.get(sym.index()).copied().filter(|&row| row != NONE);
        if self.plan.by_person { held.or(seat) } else { seat.or(held) }
    }

    /// Takes back those who have left and to whom somebody still reports: their seats are there, and vacant.
    pub(super) fn seat_needed_leavers(&mut self, notes: &mut ManagerNotes) {
        let mut leavers = self.leavers.clone();
        let (mut named, mut start, mut reader) = (IndexSet::new(), 0, self.table.rereader());
        while !leavers.is_empty() && start < self.org.seats.len() {
            let managers = self.org.managers.iter().skip(start).flatten().copied();
            let dotted = self.dotted.iter().filter(|(row, _)| start <= *row as usize).map(|&(_, sym)| sym);
            let missing: Vec<Sym> =
                managers.chain(dotted).filter(|&sym| self.target(sym).is_none()).collect();
            named.extend(missing);
            start = self.org.seats.len();
            let mut record = ByteRecord::new();
            leavers.retain(|leaver| {
                let called = leaver.person.filter(|_| self.plan.by_person).unwrap_or(leaver.id);
                if !named.contains(&called) || self.target(called).is_some() {
                    return true;
                }
                self.table.reread(&mut reader, leaver.spot, &mut record);
                let title = self.titles.find(&record, self.plan, &mut self.channels, &mut self.org);
                let manager = self.plan.manager.map(|column| cell(&record, column));
                let manager = manager.filter(|text| !text.is_empty()).map(|text| self.org.names.intern(text));
                let (row, seats) = (self.org.seats.len(), self.org.seats.len());
                let standing = Standing::Vacant;
                self.seat(Row { record: &record, spot: leaver.spot, id: leaver.id, manager, title, standing });
                if seats < self.org.seats.len() {
                    let row = u32::try_from(row).unwrap_or(NONE);
                    notes.left_vacant.push((row, leaver.spot));
                    // Nobody holds the seat, and yet it is whom others mean by that person.
                    if let Some(person) = leaver.person {
                        note_first(&mut self.held_by, person, row);
                    }
                }
                false
            });
        }
        self.leavers.retain(|leaver| !notes.left_vacant.iter().any(|(_, spot)| *spot == leaver.spot));
        let seated = &notes.left_vacant;
        self.tally.vacant.retain(|spot| !seated.iter().any(|(_, seat)| seat == spot));
    }

    /// Settles whom each position reports to; returns the parents by row.
    pub(super) fn settle_managers(&mut self, notes: &mut ManagerNotes) -> Vec<u32> {
        let mut parents: Vec<u32> = Vec::with_capacity(self.org.seats.len());
        let mut unknown: IndexMap<Sym, Vec<u32>> = IndexMap::new();
        for (row, manager) in (0..).zip(&self.org.managers) {
            let parent = manager.map(|sym| self.target(sym).ok_or(sym));
            if let Some(Err(sym)) = parent {
                unknown.entry(sym).or_default().push(row);
            }
            parents.push(parent.and_then(Result::ok).unwrap_or(NONE));
        }
        let dotted_unknown = self.dotted.iter().map(|&(_, sym)| sym).filter(|&sym| self.target(sym).is_none());
        let syms: IndexSet<Sym> = unknown.keys().copied().chain(dotted_unknown).collect();
        let targets = if syms.is_empty() { IndexMap::new() } else { self.find_all(&syms, &unknown, notes) };
        for (sym, rows) in &unknown {
            let found = targets.get(sym).map(Vec::as_slice).unwrap_or_default();
            let mut all = found.iter().filter_map(|target| match target {
                Target::Row(row) => Some(*row),
                Target::Nobody => None,
            });
            let solid = all.next().unwrap_or(NONE);
            let further: Vec<u32> = all.collect();
            for &row in rows {
                if let Some(parent) = parents.get_mut(row as usize) {
                    *parent = solid;
                }
                let ids = further.iter().filter_map(|&row| self.org.seats.get(row as usize)).map(|seat| seat.id);
                self.dotted.extend(ids.map(|id| (row, id)));
            }
        }
        parents.resize(self.org.seats.len(), NONE);
        self.tie(&mut parents);
        self.settle_dotted(&targets, notes);
        parents
    }

    /// Writes the parents into the builder; a position that reports to itself is a root.
    fn tie(&mut self, parents: &mut [u32]) {
        for (row, parent) in (0_u32..).zip(parents) {
            if *parent == row {
                *parent = NONE;
                if let Some(&spot) = self.spots.get(row as usize) {
                    self.tally.own_managers.push(spot);
                }
            }
            let manager = self.org.seats.get(*parent as usize).map(|seat| seat.id);
            if let Some(slot) = self.org.managers.get_mut(row as usize) {
                *slot = manager;
            }
        }
    }

    /// Finds all texts that are no id of a row, and states those as external that lead nowhere.
    fn find_all(
        &mut self,
        syms: &IndexSet<Sym>,
        unknown: &IndexMap<Sym, Vec<u32>>,
        notes: &mut ManagerNotes,
    ) -> IndexMap<Sym, Vec<Target>> {
        let text = |sym: &Sym| self.org.names.resolve(*sym).to_owned();
        let texts: IndexMap<Sym, String> = syms.iter().map(|sym| (*sym, text(sym))).collect();
        let spares = self.spare_texts(unknown);
        let mut wanted: IndexSet<String> = spares.values().flatten().cloned().collect();
        for whole in texts.values().filter(|whole| !says_no_manager(whole)) {
            wanted.extend(parts(whole).into_iter().map(str::to_owned));
            wanted.insert(whole.clone());
        }
        let wanted: Vec<String> = wanted.into_iter().collect();
        let finder = Finder::new(self, &wanted);
        let mut targets = IndexMap::new();
        for (sym, whole) in texts {
            let rows = unknown.get(&sym).map(Vec::as_slice).unwrap_or_default();
            let mut spots: Vec<Spot> =
                rows.iter().filter_map(|&row| self.spots.get(row as usize)).copied().collect();
            if spots.is_empty() {
                let named = self.dotted.iter().filter(|(_, dotted)| *dotted == sym).map(|(row, _)| *row);
                spots = named.filter_map(|row| self.spots.get(row as usize)).copied().collect();
            }
            let spare = spares.get(&sym).map(Vec::as_slice).unwrap_or_default();
            let found = self.find_one(&whole, spare, &finder, &spots, notes);
            if 1 < found.len() && !rows.is_empty() {
                notes.several.extend(&spots);
            }
            targets.insert(sym, found);
        }
        targets
    }

    fn find_one(
        &mut self,
        whole: &str,
        spare: &[String],
        finder: &Finder,
        spots: &[Spot],
        notes: &mut ManagerNotes,
    ) -> Vec<Target> {
        if says_no_manager(whole) {
            notes.roots.push((whole.to_owned(), spots.to_vec()));
            return vec![Target::Nobody];
        }
        let mut found = |rows: &Self, text: &str, how_else: Option<ManagerMatch>| {
            let exact = rows.org.names.get(text).and_then(|sym| rows.target(sym));
            let hit = exact.map_or_else(|| finder.find(text, rows), |row| Hit::One(row, ManagerMatch::Spelling));
            match hit {
                Hit::One(row, how) => {
                    if exact.is_none() {
                        let (text, spots) = (text.to_owned(), spots.to_vec());
                        notes.found.push(FoundManager { text, row, how: how_else.unwrap_or(how), spots });
                    }
                    return Some(Target::Row(row));
                }
                Hit::Several if how_else.is_none() => notes.ambiguous.push((text.to_owned(), spots.to_vec())),
                Hit::Several | Hit::None => {}
            }
            None
        };
        if let Some(one) = found(self, whole, None) {
            return vec![one];
        }
        let parts = parts(whole);
        let of_parts: Vec<Option<Target>> = parts.iter().map(|part| found(self, part, None)).collect();
        // A comma may be part of a name: it parts managers only where each part is one.
        let is_list = whole.contains(LIST) || (!parts.is_empty() && of_parts.iter().all(Option::is_some));
        if is_list {
            let each = parts.iter().zip(of_parts);
            return each.filter_map(|(part, found)| found.or_else(|| self.external(part, spots, notes))).collect();
        }
        let by_spare = spare.iter().find_map(|text| found(self, text, Some(ManagerMatch::OtherColumn)));
        by_spare.or_else(|| self.external(whole, spots, notes)).into_iter().collect()
    }

    /// Returns what the spare columns of the first row say that names an unknown manager.
    fn spare_texts(&self, unknown: &IndexMap<Sym, Vec<u32>>) -> IndexMap<Sym, Vec<String>> {
        if self.plan.spare_managers.is_empty() {
            return IndexMap::new();
        }
        let (mut reader, mut record) = (self.table.rereader(), ByteRecord::new());
        let mut texts = |rows: &Vec<u32>| -> Vec<String> {
            let spot = rows.first().and_then(|&row| self.spots.get(row as usize));
            spot.map(|&spot| self.table.reread(&mut reader, spot, &mut record));
            let cells = self.plan.spare_managers.iter().map(|&column| cell(&record, column));
            cells.filter(|text| !says_no_manager(text)).map(str::to_owned).collect()
        };
        unknown.iter().map(|(sym, rows)| (*sym, texts(rows))).collect()
    }

    /// States a manager who is not in the file, once.
    fn external(&mut self, text: &str, spots: &[Spot], notes: &mut ManagerNotes) -> Option<Target> {
        if says_no_manager(text) {
            return Some(Target::Nobody);
        }
        let id = self.org.names.intern(text);
        let row = match self.target(id) {
            Some(row) => row,
            None => {
                if let Err(why) = check_id(text) {
                    let column = self.plan.manager.map(|at| self.columns.header(at)).unwrap_or_default();
                    let fault = ImportFault::InvalidId { column, id: text.to_owned(), why };
                    self.fault(spots.first().copied().unwrap_or_default(), fault);
                    return None;
                }
                let role = self.org.names.intern("external");
                let row = u32::try_from(self.org.add_seat(id, role, Some(id))).unwrap_or(NONE);
                note_first(&mut self.row_of, id, row);
                row
            }
        };
        notes.external.entry(row).or_default().extend(spots);
        Some(Target::Row(row))
    }

    /// Adds the dotted lines, each once and none to oneself.
    fn settle_dotted(&mut self, targets: &IndexMap<Sym, Vec<Target>>, notes: &mut ManagerNotes) {
        let mut lines: Vec<(u32, u32)> = Vec::new();
        for (row, sym) in std::mem::take(&mut self.dotted) {
            match (self.target(sym), targets.get(&sym)) {
                (Some(to), _) => lines.push((row, to)),
                (None, Some(targets)) => lines.extend(targets.iter().filter_map(|target| match target {
                    Target::Row(to) => Some((row, *to)),
                    Target::Nobody => None,
                })),
                (None, None) => {}
            }
        }
        lines.sort_by_key(|&(row, _)| row);
        let mut seen: IndexSet<(u32, u32)> = IndexSet::new();
        for (row, to) in lines {
            let Some(id) = self.org.seats.get(to as usize).map(|seat| seat.id) else { continue };
            if row != to && seen.insert((row, to)) {
                self.org.extras.dotted.push(row as usize, id);
            } else if let Some(&spot) = self.spots.get(row as usize) {
                notes.dotted_dropped.push((self.org.names.resolve(id).to_owned(), spot));
            }
        }
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

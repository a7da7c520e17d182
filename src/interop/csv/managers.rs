//! Who reports to whom: from what stands in the cells of managers to positions.

use indexmap::{IndexMap, IndexSet};

use super::loose::ManagerMatch;
use super::rows::Rows;
use super::table::Spot;
use crate::graph_support::NONE;
use crate::id::Sym;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Target {
    Nobody,
    Row(u32),
}

/// What each text leads to that is no id of a row; several targets if it names several managers.
pub(super) type Targets = IndexMap<Sym, Vec<Target>>;

impl Rows<'_> {
    /// Returns the position that an id names; where persons have ids of their own, the first one they hold.
    pub(super) fn target(&self, sym: Sym) -> Option<u32> {
        let row = |rows: &[u32]| rows.get(sym.index()).copied().filter(|&row| row != NONE);
        if self.held_by.is_empty() {
            return row(&self.row_of);
        }
        let (seat, held) = (row(&self.row_of), row(&self.held_by));
        if self.plan.by_person { held.or(seat) } else { seat.or(held) }
    }

    /// Settles whom each position reports to; returns the parents by row.
    pub(super) fn settle_managers(&mut self, notes: &mut ManagerNotes) -> Vec<u32> {
        let (mut parents, unknown) = self.parents_by_id();
        let dotted = self.dotted.iter().map(|&(_, sym)| sym).filter(|&sym| self.target(sym).is_none());
        let syms: IndexSet<Sym> = unknown.keys().copied().chain(dotted).collect();
        let targets = if syms.is_empty() { Targets::new() } else { self.find_all(&syms, &unknown, notes) };
        parents.resize(self.org.seats.len(), NONE);
        let mut further = Vec::new();
        for (sym, rows) in &unknown {
            let found = targets.get(sym).map(Vec::as_slice).unwrap_or_default();
            let found: Vec<u32> = found.iter().filter_map(|target| target.row()).collect();
            for &row in rows {
                // Oneself in a list stands for nobody, as a word for nobody does.
                let mut others = found.iter().copied().filter(|&other| other != row);
                let solid = others.next().or(found.first().copied()).unwrap_or(NONE);
                self.tie(row, solid, &mut parents);
                further.extend(others.map(|other| (row, other)));
            }
        }
        self.settle_dotted(&targets, further, notes);
        parents
    }

    /// Resolves the managers that are given by id, and returns the rows of those that are not, by what they say.
    fn parents_by_id(&mut self) -> (Vec<u32>, IndexMap<Sym, Vec<u32>>) {
        let mut managers = std::mem::take(&mut self.org.managers);
        let mut unknown: IndexMap<Sym, Vec<u32>> = IndexMap::new();
        let mut parents = Vec::with_capacity(managers.len());
        for (row, manager) in (0_u32..).zip(&mut managers) {
            let Some(sym) = *manager else {
                parents.push(NONE);
                continue;
            };
            let parent = self.target(sym);
            if parent.is_none() {
                unknown.entry(sym).or_default().push(row);
            } else if parent == Some(row) {
                *manager = None;
                self.own_manager(row);
            } else if !self.held_by.is_empty() {
                // The cell may name the person, and the builder wants the seat.
                *manager = parent.and_then(|parent| self.org.seats.get(parent as usize)).map(|seat| seat.id);
            }
            parents.push(parent.filter(|&parent| parent != row).unwrap_or(NONE));
        }
        self.org.managers = managers;
        (parents, unknown)
    }

    /// Lets a row report to another, or to nobody.
    fn tie(&mut self, row: u32, parent: u32, parents: &mut [u32]) {
        if parent == row {
            self.own_manager(row);
        }
        let parent = if parent == row { NONE } else { parent };
        if let Some(slot) = parents.get_mut(row as usize) {
            *slot = parent;
        }
        let manager = self.org.seats.get(parent as usize).map(|seat| seat.id);
        if let Some(slot) = self.org.managers.get_mut(row as usize) {
            *slot = manager;
        }
    }

    /// Notes a row that is its own manager, and so a root.
    fn own_manager(&mut self, row: u32) {
        let spot = self.spots.get(row as usize).copied();
        self.tally.own_managers.extend(spot);
    }

    /// Adds the dotted lines, each once and none to oneself.
    fn settle_dotted(&mut self, targets: &Targets, further: Vec<(u32, u32)>, notes: &mut ManagerNotes) {
        let mut lines = further;
        for (row, sym) in std::mem::take(&mut self.dotted) {
            let by_id = self.target(sym);
            let found = targets.get(&sym).map(Vec::as_slice).unwrap_or_default();
            let found = found.iter().filter_map(|target| target.row()).filter(|_| by_id.is_none());
            lines.extend(by_id.into_iter().chain(found).map(|to| (row, to)));
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

impl Target {
    fn row(self) -> Option<u32> {
        match self {
            Self::Row(row) => Some(row),
            Self::Nobody => None,
        }
    }
}

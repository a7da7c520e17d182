//! Rows that share an id: the same row twice, one person in two seats, two people in one, or a mistake.

use std::hash::BuildHasher;

use csv::ByteRecord;
use hashbrown::DefaultHashBuilder;
use indexmap::IndexMap;

use super::cell::{cell, raw, says_nobody};
use super::error::ImportFault;
use super::plan::Plan;
use super::rows::{Row, Rows};
use super::table::{Spot, TextReader};
use crate::id::Sym;

/// The rows that share an id with an earlier one.
pub(super) struct Twins<'t> {
    /// Reads the earlier row once more; made for the first one.
    reader: Option<TextReader<'t>>,
    compared: Vec<usize>,
    hasher: DefaultHashBuilder,
    /// The rows of each id that has several, by what they say.
    seen: IndexMap<Sym, IndexMap<u64, Spot>>,
    /// The same row twice: where, and where first.
    pub(super) merged: Vec<(Spot, Spot)>,
    /// Positions that still need an id of their own: the row, the id that they share, and why.
    pub(super) second: Vec<Second>,
}

/// A second seat under one id.
#[derive(Debug, Clone, Copy)]
pub(super) struct Second {
    pub(super) row: usize,
    pub(super) id: Sym,
    pub(super) spot: Spot,
    pub(super) first: Spot,
    /// Whether it is one seat that two people share, and not one person in two seats.
    pub(super) is_shared: bool,
}

impl std::fmt::Debug for Twins<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Twins")
            .field("merged", &self.merged)
            .field("second", &self.second)
            .finish_non_exhaustive()
    }
}

impl Twins<'_> {
    pub(super) fn new(plan: &Plan) -> Self {
        Self {
            reader: None,
            compared: plan.compared(),
            hasher: DefaultHashBuilder::default(),
            seen: IndexMap::new(),
            merged: Vec::new(),
            second: Vec::new(),
        }
    }

    fn content(&self, record: &ByteRecord) -> u64 {
        let cells: Vec<&str> = self.compared.iter().map(|&column| cell(record, column)).collect();
        self.hasher.hash_one(cells)
    }

    fn differing(&self, one: &ByteRecord, other: &ByteRecord) -> Vec<usize> {
        self.compared.iter().copied().filter(|&column| cell(one, column) != cell(other, column)).collect()
    }
}

impl Rows<'_> {
    /// Returns whether a row whose id is known is a seat of its own; if it is none, that is noted.
    pub(super) fn is_second_seat(&mut self, row: Row<'_>, first_row: u32) -> bool {
        let Some(&first_spot) = self.spots.get(first_row as usize) else { return false };
        if says_nobody(raw(row.record, self.plan.id)) {
            // A word for nobody is no id: each row under it is a vacancy of its own.
            self.second_seat(row, first_spot, false);
            return true;
        }
        let mut earlier = ByteRecord::new();
        let content = self.twins.content(row.record);
        if !self.twins.seen.contains_key(&row.id) {
            self.reread(first_spot, &mut earlier);
            let first = IndexMap::from([(self.twins.content(&earlier), first_spot)]);
            self.twins.seen.insert(row.id, first);
        }
        if let Some(&spot) = self.twins.seen.get(&row.id).and_then(|rows| rows.get(&content)) {
            self.reread(spot, &mut earlier);
            if self.twins.differing(row.record, &earlier).is_empty() {
                self.twins.merged.push((row.spot, spot));
                return false;
            }
        }
        self.reread(first_spot, &mut earlier);
        let differing = self.twins.differing(row.record, &earlier);
        let differs =
            |columns: &[Option<usize>]| columns.iter().flatten().any(|column| differing.contains(column));
        let plan = self.plan;
        let is_shared = differs(&[plan.person]);
        let elsewhere = differs(&[plan.title, plan.role, plan.manager, plan.department]);
        let strangers = !is_shared && self.are_strangers(row.record, &earlier);
        if strangers || !(is_shared || elsewhere) {
            let columns =
                differing.iter().map(|&column| format!("`{}`", self.columns.header(column))).collect();
            let (id, first_line) = (self.org.names.resolve(row.id).to_owned(), self.table.line(first_spot));
            self.fault(row.spot, ImportFault::Conflict { id, first_line, columns });
            return false;
        }
        self.twins.seen.entry(row.id).or_default().insert(content, row.spot);
        self.second_seat(row, first_spot, is_shared);
        true
    }

    fn second_seat(&mut self, row: Row<'_>, first: Spot, is_shared: bool) {
        let second = Second { row: self.spots.len(), id: row.id, spot: row.spot, first, is_shared };
        self.twins.second.push(second);
    }

    /// Returns whether ids of positions repeat so often, for other people each time, that they are codes of jobs.
    pub(super) fn position_ids_repeat(&self) -> bool {
        const AT_MOST: usize = 10;
        let shared = self.twins.second.iter().filter(|second| second.is_shared).count();
        1 < shared && self.spots.len() < shared * AT_MOST
    }

    fn reread(&mut self, spot: Spot, record: &mut ByteRecord) {
        let reader = self.twins.reader.get_or_insert_with(|| self.table.rereader());
        self.table.reread(reader, spot, record);
    }

    /// Returns whether two rows name two people.
    fn are_strangers(&self, one: &ByteRecord, other: &ByteRecord) -> bool {
        let (names, parts) = (self.plan.names.iter(), [self.plan.first_name, self.plan.last_name]);
        names.copied().chain(parts.into_iter().flatten()).any(|column| {
            let (one, other) = (cell(one, column), cell(other, column));
            !one.is_empty() && !other.is_empty() && !one.eq_ignore_ascii_case(other)
        })
    }

    /// Gives second seats ids of their own: the shared one, and the first number from 2 on that makes a new one.
    pub(super) fn name_second_seats(&mut self) {
        let mut next: IndexMap<Sym, u32> = IndexMap::new();
        for second in self.twins.second.clone() {
            let number = next.entry(second.id).or_insert(1);
            let base = self.org.names.resolve(second.id).to_owned();
            let id = loop {
                *number += 1;
                let id = format!("{base}#{number}");
                // Even an id that is merely mentioned is not new: a manager's, say, who is not in the file.
                if self.org.names.get(&id).is_none() {
                    break self.org.names.intern(&id);
                }
            };
            self.rename(second.row, id);
        }
    }

    fn rename(&mut self, row: usize, id: Sym) {
        if let Some(seat) = self.org.seats.get_mut(row) {
            seat.id = id;
        }
        let number = u32::try_from(row).unwrap_or(u32::MAX);
        super::rows::note_first(&mut self.row_of, id, number);
        if let Ok(place) = self.granted.binary_search(&number)
            && let Some(delegation) = self.org.delegations.get_mut(place)
        {
            delegation.to = id;
        }
    }
}

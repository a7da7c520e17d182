//! Finds managers who are not given by the id of a row: by a like id, a name, an address, a title, a role.

use csv::ByteRecord;
use indexmap::IndexMap;

use super::cell::{cell, optional};
use super::loose::{ManagerMatch, loose, loose_hash, spelling};
use super::roles::normal;
use super::rows::Rows;
use super::table::read;
use crate::graph_support::NONE;

/// The positions that a text leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hit {
    None,
    One(u32, ManagerMatch),
    /// Several, so that it says nothing.
    Several,
}

/// The one position that a key leads to, if there is just one.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    row: Option<u32>,
    several: bool,
}

impl Slot {
    fn hit(self, how: ManagerMatch) -> Hit {
        match self.row {
            _ if self.several => Hit::Several,
            Some(row) => Hit::One(row, how),
            None => Hit::None,
        }
    }
}

/// What the wanted texts lead to.
#[derive(Debug, Default)]
pub(super) struct Finder {
    ids: IndexMap<String, Slot>,
    people: IndexMap<String, Slot>,
    titles: IndexMap<String, Slot>,
    roles: IndexMap<String, Slot>,
}

impl Finder {
    /// Looks for all texts at once: each of the searches below goes over the file once at most.
    ///
    /// Of `words`, which stand for nobody unless an id is like one, only ids are looked at.
    pub(super) fn new(rows: &Rows<'_>, wanted: &[String], words: &[String]) -> Self {
        let mut finder = Self::default();
        finder.look_at_ids(rows, &[wanted, words].concat());
        finder.look_at_people(rows, wanted);
        finder.look_at_titles(rows);
        finder
    }

    /// Returns what a text leads to: the first search that finds anything decides.
    pub(super) fn find(&self, text: &str, rows: &Rows<'_>) -> Hit {
        let person = if text.contains('@') { ManagerMatch::Email } else { ManagerMatch::Name };
        let by = |table: &IndexMap<String, Slot>, key: &str, how| {
            table.get(key).copied().unwrap_or_default().hit(how)
        };
        let plain = normal(text);
        let tries = [
            self.find_id(text, rows),
            by(&self.people, &person_key(text), person),
            by(&self.titles, &plain, ManagerMatch::Title),
            by(&self.roles, &plain, ManagerMatch::Role),
        ];
        tries.into_iter().find(|hit| *hit != Hit::None).unwrap_or(Hit::None)
    }

    /// Returns what a text leads to as an id in another spelling.
    pub(super) fn find_id(&self, text: &str, rows: &Rows<'_>) -> Hit {
        let by_id = self.ids.get(&loose(text)).copied().unwrap_or_default();
        let how = |row| {
            let same = spelling(id_of(rows, row)) == spelling(text);
            if same { ManagerMatch::Spelling } else { ManagerMatch::Number }
        };
        by_id.hit(by_id.row.map_or(ManagerMatch::Spelling, how))
    }

    fn look_at_ids(&mut self, rows: &Rows<'_>, wanted: &[String]) {
        let mut hashes: Vec<u64> = wanted.iter().map(|text| loose_hash(text)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        self.ids = wanted.iter().map(|text| (loose(text), Slot::default())).collect();
        let is_wanted = |hash: u64| {
            if hashes.len() <= 16 { hashes.contains(&hash) } else { hashes.binary_search(&hash).is_ok() }
        };
        let names = &rows.org.names;
        for (row, seat) in (0..).zip(&rows.org.seats) {
            let persons = if rows.plan.person.is_some() { seat.holder } else { None };
            for sym in [Some(seat.id), persons].into_iter().flatten() {
                let id = names.resolve(sym);
                if is_wanted(loose_hash(id))
                    && let Some(slot) = self.ids.get_mut(&loose(id))
                {
                    meet(slot, row, rows);
                }
            }
        }
    }

    /// Goes over names and addresses, if any text can be one; they are read nowhere else.
    fn look_at_people(&mut self, rows: &Rows<'_>, wanted: &[String]) {
        let can_be = |text: &&String| {
            let digits = text.bytes().any(|byte| byte.is_ascii_digit());
            text.contains('@') || (!digits && text.chars().any(char::is_alphabetic))
        };
        self.people = wanted.iter().filter(can_be).map(|text| (person_key(text), Slot::default())).collect();
        let plan = rows.plan;
        let has_parts = plan.first_name.is_some() && plan.last_name.is_some();
        if self.people.is_empty() || (plan.names.is_empty() && plan.emails.is_empty() && !has_parts) {
            return;
        }
        let (mut reader, mut record, mut row) = (rows.table.reader(), ByteRecord::new(), 0_u32);
        while read(&mut reader, &mut record) {
            if rows.spots.get(row as usize) != Some(&rows.table.spot(&record)) {
                continue;
            }
            let single =
                plan.names.iter().chain(&plan.emails).map(|&column| cell(&record, column).to_owned());
            let parts = has_parts
                .then(|| [plan.first_name, plan.last_name].map(|column| optional(&record, column)).join(" "));
            for text in single.chain(parts) {
                if let Some(slot) = self.people.get_mut(&person_key(&text)) {
                    meet(slot, row, rows);
                }
            }
            row += 1;
        }
    }

    fn look_at_titles(&mut self, rows: &Rows<'_>) {
        for title in rows.titles.all.iter().filter(|title| title.rows != 0) {
            for (table, key) in [(&mut self.titles, &title.text), (&mut self.roles, &title.role)] {
                let slot = table.entry(normal(key)).or_default();
                meet(slot, title.first_row, rows);
                slot.several |= 1 < title.rows;
            }
        }
        self.titles.shift_remove("");
    }
}

/// Notes a position under a key; the other seats of one person are the same answer.
fn meet(slot: &mut Slot, row: u32, rows: &Rows<'_>) {
    let Some(known) = slot.row else {
        slot.row = Some(row);
        return;
    };
    let holder = |row: u32| rows.org.seats.get(row as usize).and_then(|seat| seat.holder);
    slot.several |= known != row && (holder(known).is_none() || holder(known) != holder(row));
}

fn id_of<'r>(rows: &'r Rows<'_>, row: u32) -> &'r str {
    let row = if row == NONE { None } else { rows.org.seats.get(row as usize) };
    row.map_or("", |seat| rows.org.names.resolve(seat.id))
}

/// Writes a name without case and order, so that `Doe, Jane` is `Jane Doe`; an address without case.
fn person_key(text: &str) -> String {
    if text.contains('@') {
        return text.trim().to_lowercase();
    }
    let plain = normal(text);
    let mut words: Vec<&str> = plain.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

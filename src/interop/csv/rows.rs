//! The rows of a file, each taken into the builder, or for one of the reasons not to.

use csv::ByteRecord;

use super::amounts::Amounts;
use super::cell::{cell, is_blank, optional, raw, says_nobody, says_nothing};
use super::channels::Channels;
use super::columns::Columns;
use super::error::{ImportError, ImportFault};
use super::options::CsvOptions;
use super::pay::Pays;
use super::plan::{Layout, Plan};
use super::status::{Standing, Statuses, yes};
use super::table::{Spot, Table};
use super::titles::Titles;
use super::twins::Twins;
use crate::calendar::Interval;
use crate::graph_support::NONE;
use crate::id::{ID_MAX_LEN, Sym, check_id};
use crate::org::OrgBuilder;

/// The rows that a note is about, by what it says.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) read: u64,
    pub(super) blank: u64,
    pub(super) short: Vec<Spot>,
    pub(super) long: Vec<Spot>,
    pub(super) headers_again: Vec<Spot>,
    pub(super) vacant: Vec<Spot>,
    pub(super) own_managers: Vec<Spot>,
    pub(super) fte_unread: Vec<Spot>,
    pub(super) limits_alone: Vec<Spot>,
    pub(super) specialists_without_channel: u64,
    pub(super) managers: u64,
    pub(super) channels_inferred: Vec<(Sym, u64)>,
}

/// Everything that is known of a file while it is read.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) columns: &'t Columns,
    pub(super) plan: &'t Plan,
    pub(super) file: Option<&'t str>,
    pub(super) org: OrgBuilder,
    /// Where the row of each position stands.
    pub(super) spots: Vec<Spot>,
    /// Which position has an id, by symbol.
    pub(super) row_of: Vec<u32>,
    /// Which position a person holds first, by symbol, where persons have ids of their own.
    pub(super) held_by: Vec<u32>,
    pub(super) dotted: Vec<(u32, Sym)>,
    pub(super) titles: Titles,
    pub(super) channels: Channels,
    pub(super) statuses: Statuses,
    pub(super) amounts: Option<Amounts>,
    pub(super) pays: Pays,
    /// When delegations are valid.
    pub(super) valid: Interval,
    /// The row of each delegation.
    pub(super) granted: Vec<u32>,
    pub(super) leavers: Vec<Leaver>,
    pub(super) twins: Twins<'t>,
    pub(super) tally: Tally,
    pub(super) errors: Vec<ImportError>,
}

/// A row about somebody who has left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaver {
    pub(super) id: Sym,
    /// The id by which others name them as their manager, if it is another.
    pub(super) person: Option<Sym>,
    pub(super) spot: Spot,
}

/// A row while it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'r> {
    pub(super) record: &'r ByteRecord,
    pub(super) spot: Spot,
    pub(super) id: Sym,
    pub(super) manager: Option<Sym>,
    pub(super) title: usize,
    pub(super) standing: Standing,
}

impl<'t> Rows<'t> {
    pub(super) fn new(
        table: &'t Table<'t>,
        layout: &'t Layout,
        options: &'t CsvOptions,
        org: OrgBuilder,
        amounts: Option<Amounts>,
    ) -> Self {
        Self {
            twins: Twins::new(&layout.plan),
            table,
            columns: &layout.columns,
            plan: &layout.plan,
            file: options.file.as_deref(),
            amounts,
            org,
            spots: Vec::new(),
            row_of: Vec::new(),
            held_by: Vec::new(),
            dotted: Vec::new(),
            titles: Titles::new(options.roles.clone()),
            channels: Channels::default(),
            statuses: Statuses::default(),
            pays: Pays::default(),
            valid: Interval::ALWAYS,
            granted: Vec::new(),
            leavers: Vec::new(),
            tally: Tally::default(),
            errors: Vec::new(),
        }
    }

    /// Notes an error at a row.
    pub(super) fn fault(&mut self, spot: Spot, what: ImportFault) {
        self.errors.push(ImportError::new(self.file, Some(self.table.line(spot)), what));
    }

    /// Takes one row: as a position, or for one of the reasons not to.
    pub(super) fn take(&mut self, record: &ByteRecord, id: Option<Sym>, manager: Option<Sym>) {
        let spot = self.table.spot(record);
        if record.len() != self.plan.width && !self.has_fitting_length(record, spot) {
            return;
        }
        let Some(id) = id else { return self.without_id(record, spot) };
        self.tally.read += 1;
        let title = self.titles.find(record, self.plan, &mut self.org);
        let row = Row { record, spot, id, manager, title, standing: self.standing(record, title) };
        if self.is_header_again(row) {
            return self.tally.headers_again.push(spot);
        }
        if row.standing == Standing::Left {
            let person = self.plan.person.map(|column| self.org.names.intern(cell(record, column)));
            return self.leavers.push(Leaver { id, person, spot });
        }
        let known = self.row_of.get(id.index()).copied().filter(|&known| known != NONE);
        if known.is_none_or(|first| self.is_second_seat(row, first)) {
            self.seat(row);
        }
    }

    /// Returns whether a row of another length than the header can be read; it is an error or noted.
    fn has_fitting_length(&mut self, record: &ByteRecord, spot: Spot) -> bool {
        let beyond = record.iter().skip(self.plan.width).any(|cell| !cell.trim_ascii().is_empty());
        if beyond {
            self.tally.read += 1;
            let (cells, columns) = (record.len(), self.plan.width);
            self.fault(spot, ImportFault::LongRow { cells, columns });
        } else if !is_blank(record) {
            let rows =
                if record.len() < self.plan.width { &mut self.tally.short } else { &mut self.tally.long };
            rows.push(spot);
        }
        !beyond
    }

    fn without_id(&mut self, record: &ByteRecord, spot: Spot) {
        if is_blank(record) {
            self.tally.blank += 1;
            return;
        }
        self.tally.read += 1;
        let column = self.columns.header(self.plan.id);
        self.fault(spot, ImportFault::MissingId { column });
    }

    /// Returns whether the row is the header once more, or the line of labels below a line of keys.
    fn is_header_again(&self, row: Row<'_>) -> bool {
        let header = |column: usize| self.columns.all.get(column).map_or("", |column| column.header.as_str());
        let is = |column: usize| header(column).as_bytes() == raw(row.record, column).trim_ascii();
        let also = self.plan.manager.or(self.plan.title);
        let again = is(self.plan.id) && also.is_none_or(is);
        again || (self.tally.read == 1 && self.columns.are_labels(row.record))
    }

    /// Returns who is in the seat: as the columns of that say, else as the title or the name says.
    fn standing(&mut self, record: &ByteRecord, title: usize) -> Standing {
        let mut standing = Standing::Held;
        for &column in &self.plan.statuses {
            let status = cell(record, column);
            if !status.is_empty() {
                standing = standing.max(self.statuses.read(status));
            }
        }
        let says = |column: Option<usize>| column.and_then(|column| yes(cell(record, column)));
        if says(self.plan.active) == Some(false) {
            return Standing::Left;
        }
        let nobody = || {
            let mut names = self.plan.names.iter().chain(&self.plan.first_name);
            names.any(|&column| says_nobody(raw(record, column)))
        };
        let no_person = || {
            self.plan.person.is_some_and(|column| {
                let person = cell(record, column);
                says_nothing(person) || says_nobody(person.as_bytes())
            })
        };
        let by_title = || self.titles.get(title).is_some_and(|title| title.vacant);
        let vacant = standing == Standing::Held
            && (says(self.plan.vacant) == Some(true)
                || by_title()
                || no_person()
                || nobody()
                || says_nobody(raw(record, self.plan.id)));
        if vacant { Standing::Vacant } else { standing }
    }

    /// Adds the position of a row.
    pub(super) fn seat(&mut self, row: Row<'_>) {
        let Ok(holder) = self.holder(row) else { return };
        let Some(role) = self.titles.get(row.title).map(|title| title.role_sym) else { return };
        let place = self.org.add_seat(row.id, role, holder);
        let number = u32::try_from(place).unwrap_or(NONE);
        self.spots.push(row.spot);
        note_first(&mut self.row_of, row.id, number);
        if let Some(person) = holder.filter(|_| self.plan.person.is_some()) {
            note_first(&mut self.held_by, person, number);
        }
        if row.standing == Standing::Vacant {
            self.tally.vacant.push(row.spot);
        }
        self.titles.count(row.title, number);
        self.manager(row, place);
        self.facts(row, place);
        self.authority(row, place);
    }

    /// Checks the ids of a row, and returns who holds the seat.
    fn holder(&mut self, row: Row<'_>) -> Result<Option<Sym>, Refused> {
        let plain = |id: &[u8]| id.len() <= ID_MAX_LEN && id.iter().all(u8::is_ascii_graphic);
        if !plain(raw(row.record, self.plan.id)) {
            self.checked(row, self.plan.id).ok_or(Refused)?;
        }
        if row.standing != Standing::Held {
            return Ok(None);
        }
        let Some(column) = self.plan.person else { return Ok(Some(row.id)) };
        let person = self.checked(row, column).ok_or(Refused)?;
        Ok(Some(self.org.names.intern(person)))
    }

    /// Returns an id that can be one; if it cannot, that is an error.
    fn checked<'r>(&mut self, row: Row<'r>, column: usize) -> Option<&'r str> {
        let id = cell(row.record, column);
        if let Err(why) = check_id(id) {
            let column = self.columns.header(column);
            self.fault(row.spot, ImportFault::InvalidId { column, id: id.to_owned(), why });
            return None;
        }
        Some(id)
    }

    fn manager(&mut self, row: Row<'_>, place: usize) {
        let own = if self.plan.by_person { optional(row.record, self.plan.person) } else { "" };
        let is_own = |&manager: &Sym| {
            if self.plan.by_person { self.org.names.resolve(manager) == own } else { manager == row.id }
        };
        let to_itself = row.manager.filter(is_own);
        if to_itself.is_some() {
            self.tally.own_managers.push(row.spot);
        } else if let Some(slot) = self.org.managers.get_mut(place) {
            *slot = row.manager;
        }
        for &column in &self.plan.dotted {
            let manager = cell(row.record, column);
            if !says_nothing(manager) {
                let manager = self.org.names.intern(manager);
                self.dotted.push((u32::try_from(place).unwrap_or(NONE), manager));
            }
        }
    }
}

/// Notes the row of a symbol, unless an earlier one is noted.
pub(super) fn note_first(rows: &mut Vec<u32>, sym: Sym, row: u32) {
    if rows.len() <= sym.index() {
        rows.resize(sym.index() + 1, NONE);
    }
    if let Some(slot) = rows.get_mut(sym.index()).filter(|slot| **slot == NONE) {
        *slot = row;
    }
}

/// An id of the row can be none, which has been noted.
struct Refused;

//! The reading of rows, a batch at a time.
//!
//! Ids are interned a batch at a time, before anything else is read of its rows: one lookup then does not wait
//! for the memory of the one before it, which makes the whole import a third faster. A second core that reads
//! ahead was tried and gains nothing: what it reads has to come over to the first.

use csv::ByteRecord;

use super::cell::cell;
use super::error::ImportFault;
use super::rows::Rows;
use super::table::{Spot, TextReader, read};
use crate::id::Sym;

/// Rows whose ids are looked up together.
const ROWS: usize = 512;

/// Some rows in a row.
struct Batch {
    records: Vec<ByteRecord>,
    filled: usize,
}

impl Batch {
    fn new(rows: usize) -> Self {
        Self { records: vec![ByteRecord::new(); rows], filled: 0 }
    }

    /// Reads the next rows in place of the last ones; returns whether there may be more.
    fn fill(&mut self, reader: &mut TextReader<'_>) -> bool {
        let rows = self.records.iter_mut();
        self.filled = rows.map_while(|record| read(reader, record).then_some(())).count();
        self.filled == self.records.len()
    }

    fn rows(&self) -> &[ByteRecord] {
        self.records.get(..self.filled).unwrap_or_default()
    }
}

/// What reading holds from batch to batch.
#[derive(Default)]
struct Progress {
    syms: Vec<(Option<Sym>, Option<Sym>)>,
    last: Option<Spot>,
}

impl Rows<'_> {
    /// Reads every row below the header.
    pub(super) fn read_all(&mut self) {
        let rows = self.table.rows_at_a_guess();
        self.make_room(rows);
        let (mut reader, mut progress) = (self.table.reader(), Progress::default());
        let mut batch = Batch::new(rows.clamp(1, ROWS));
        while batch.fill(&mut reader) {
            self.take_batch(batch.rows(), &mut progress);
        }
        self.take_batch(batch.rows(), &mut progress);
        // A quote that never closes takes the rest of the file into the last row.
        if let Some(last) = progress.last.filter(|&last| self.table.is_unclosed(last)) {
            self.fault(last, ImportFault::UnclosedQuote);
        }
    }

    fn take_batch(&mut self, records: &[ByteRecord], progress: &mut Progress) {
        self.intern(records, &mut progress.syms);
        for (record, &(id, manager)) in records.iter().zip(&progress.syms) {
            self.take(record, id, manager);
        }
        progress.last = records.last().map(|record| self.table.spot(record)).or(progress.last);
    }

    fn make_room(&mut self, rows: usize) {
        const ID_BYTES: usize = 8;
        self.org.reserve(rows, rows * ID_BYTES);
        self.spots.reserve(rows);
        self.row_of.reserve(rows);
        if self.plan.allocation.is_some() {
            self.granted.reserve(rows);
            self.org.delegations.reserve(rows);
        }
    }

    /// Interns the ids and the managers of a batch.
    fn intern(&mut self, records: &[ByteRecord], syms: &mut Vec<(Option<Sym>, Option<Sym>)>) {
        let names = &mut self.org.names;
        let mut intern = |text: &str| (!text.is_empty()).then(|| names.intern(text));
        syms.clear();
        syms.extend(records.iter().map(|record| (intern(cell(record, self.plan.id)), None)));
        if let Some(column) = self.plan.manager {
            for (record, (_, manager)) in records.iter().zip(&mut *syms) {
                *manager = intern(cell(record, column));
            }
        }
    }
}

//! From text to rows of cells: the separator, the header row, and where each row stands.

use std::io::Cursor;

use csv::{ByteRecord, Position, Reader, ReaderBuilder};

use super::error::ImportFault;
use super::field::CsvField;
use super::header::understand;
use super::text::{line_breaks, stated_separator};

/// The separators that are looked for, the most likely first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows may stand above the header, such as the name of a report.
const ABOVE_HEADER: usize = 10;

/// A reader of rows from text in memory.
pub(super) type TextReader<'t> = Reader<Cursor<&'t [u8]>>;

/// Where a row stands in the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Spot {
    pub(super) byte: u32,
    pub(super) line: u32,
}

/// The text of a file as a table.
#[derive(Debug)]
pub(super) struct Table<'t> {
    text: &'t [u8],
    pub(super) separator: u8,
    pub(super) headers: Vec<String>,
    pub(super) header_spot: Spot,
    /// The rows above the header.
    pub(super) above: u64,
    body: Spot,
    /// Where lines begin, if they end in a carriage return alone, which the reader does not count.
    cr_starts: Option<Vec<u32>>,
}

/// A row that may be the header.
struct Candidate {
    headers: Vec<String>,
    understood: usize,
    has_id: bool,
    above: u64,
    spot: Spot,
    body: Spot,
}

impl<'t> Table<'t> {
    /// Finds the separator and the header row.
    ///
    /// The separator is the one under which most headers are understood, and of several such the one that makes
    /// most columns. The header is the first row, or one of the next few if that one has a column of ids.
    pub(super) fn new(text: &'t [u8]) -> Result<Self, ImportFault> {
        if u32::try_from(text.len()).is_err() {
            return Err(ImportFault::TooLarge);
        }
        let (separators, start) = match stated_separator(text) {
            Some((separator, start)) => (vec![separator], Spot { byte: small(start as u64), line: 2 }),
            None => (SEPARATORS.to_vec(), Spot { byte: 0, line: 1 }),
        };
        let mut table = Self {
            text,
            separator: b',',
            headers: Vec::new(),
            header_spot: start,
            above: 0,
            body: start,
            cr_starts: cr_starts(text),
        };
        let mut best: Option<(u8, Candidate)> = None;
        for separator in separators {
            let Some(found) = table.candidate(separator) else { return Err(ImportFault::Empty) };
            if found.has_id && table.parts_alone(separator, &found) {
                best = Some((separator, found));
                break;
            }
            let worth = |it: &Candidate| (it.has_id, it.understood, it.headers.len());
            if best.as_ref().is_none_or(|(_, best)| worth(best) < worth(&found)) {
                best = Some((separator, found));
            }
        }
        let Some((separator, found)) = best else { return Err(ImportFault::Empty) };
        if found.understood == 0 {
            return Err(ImportFault::NoHeader { first: found.headers });
        }
        table.separator = separator;
        (table.headers, table.header_spot, table.above, table.body) =
            (found.headers, found.spot, found.above, found.body);
        Ok(table)
    }

    /// Returns whether no other separator stands in the header, so that none can make more of it.
    fn parts_alone(&self, separator: u8, found: &Candidate) -> bool {
        let header = self.text.get(found.spot.byte as usize..found.body.byte as usize).unwrap_or_default();
        SEPARATORS.iter().all(|other| *other == separator || !header.contains(other))
    }

    /// Returns the row that is most likely the header under a separator; none if there is no row at all.
    fn candidate(&self, separator: u8) -> Option<Candidate> {
        let mut reader = self.reader_from(self.body, separator, 1 << 12);
        let mut record = ByteRecord::new();
        let mut first = None;
        for above in 0..=ABOVE_HEADER {
            if !read(&mut reader, &mut record) {
                break;
            }
            let spot = self.spot_of(&record, self.body);
            let headers: Vec<String> =
                record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
            let mut fields: Vec<CsvField> =
                headers.iter().filter_map(|header| understand(header)).map(|found| found.field).collect();
            fields.sort_unstable();
            fields.dedup();
            let has_id = fields.iter().any(|field| matches!(field, CsvField::Id | CsvField::PositionId));
            let body = self.after(reader.position(), self.body);
            let understood = fields.len();
            let found = Candidate { headers, understood, has_id, above: above as u64, spot, body };
            if has_id && (above == 0 || 1 < understood) {
                return Some(found);
            }
            first.get_or_insert(found);
        }
        first
    }

    fn reader_from(&self, start: Spot, separator: u8, buffer: usize) -> TextReader<'t> {
        let rest = self.text.get(start.byte as usize..).unwrap_or_default();
        ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(buffer)
            .from_reader(Cursor::new(rest))
    }

    /// Returns a reader of the rows below the header.
    pub(super) fn reader(&self) -> TextReader<'t> {
        self.reader_from(self.body, self.separator, 1 << 16)
    }

    /// Returns a reader for single rows, which buffers little.
    pub(super) fn rereader(&self) -> TextReader<'t> {
        self.reader_from(self.body, self.separator, 1 << 10)
    }

    /// Guesses the number of rows from the length of the first ones, to make room for them.
    pub(super) fn rows_at_a_guess(&self) -> usize {
        const SAMPLE: usize = 1 << 16;
        const AT_MOST: usize = 1 << 23;
        let body = self.text.get(self.body.byte as usize..).unwrap_or_default();
        let sample = body.get(..SAMPLE).unwrap_or(body);
        let breaks = line_breaks(sample);
        let rows = body.len().saturating_mul(breaks) / sample.len().max(1);
        (rows + rows / 32 + 1).min(AT_MOST)
    }

    /// Reads the row at a spot once more.
    pub(super) fn reread(&self, reader: &mut TextReader<'_>, spot: Spot, record: &mut ByteRecord) {
        let mut position = Position::new();
        position.set_byte(u64::from(spot.byte.saturating_sub(self.body.byte)));
        if reader.seek(position).is_err() || !read(reader, record) {
            record.clear();
        }
    }

    /// Returns where a row below the header stands.
    pub(super) fn spot(&self, record: &ByteRecord) -> Spot {
        self.spot_of(record, self.body)
    }

    fn spot_of(&self, record: &ByteRecord, start: Spot) -> Spot {
        record.position().map_or(start, |position| self.after(position, start))
    }

    /// Returns the spot at a position of a reader that began at `start`, past the line breaks that stand there.
    fn after(&self, position: &Position, start: Spot) -> Spot {
        let mut byte = start.byte.saturating_add(small(position.byte()));
        let mut line = start.line.saturating_add(small(position.line()).saturating_sub(1));
        while let Some(&found @ (b'\n' | b'\r')) = self.text.get(byte as usize) {
            line += u32::from(found == b'\n');
            byte += 1;
        }
        Spot { byte, line }
    }

    /// Returns the number of the line of a spot.
    pub(super) fn line(&self, spot: Spot) -> u64 {
        match &self.cr_starts {
            None => spot.line.into(),
            Some(starts) => starts.partition_point(|&start| start <= spot.byte) as u64 + 1,
        }
    }

    /// Returns whether the quotes of the row that begins at a spot never close.
    pub(super) fn is_unclosed(&self, spot: Spot) -> bool {
        let (mut quoted, mut may_open) = (false, true);
        for &byte in self.text.get(spot.byte as usize..).unwrap_or_default() {
            if quoted {
                // A quote right after the closing one stands for itself, and opens again.
                (quoted, may_open) = (byte != b'"', true);
                continue;
            }
            quoted = byte == b'"' && may_open;
            may_open = byte == self.separator || matches!(byte, b'\n' | b'\r');
        }
        quoted
    }
}

/// Returns where lines begin, the first one apart, if they end in a carriage return alone.
fn cr_starts(text: &[u8]) -> Option<Vec<u32>> {
    if text.contains(&b'\n') || !text.contains(&b'\r') {
        return None;
    }
    let ends = text.iter().zip(1..).filter(|(byte, _)| **byte == b'\r');
    Some(ends.map(|(_, start)| start).collect())
}

/// Reads the next row; a reader of bytes in memory that takes rows of any length has no errors.
pub(super) fn read(reader: &mut TextReader<'_>, record: &mut ByteRecord) -> bool {
    reader.read_byte_record(record).unwrap_or(false)
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines on which the rows stand, and their first cells.
    fn rows(text: &str) -> Vec<(u64, String)> {
        let table = Table::new(text.as_bytes()).unwrap();
        let (mut reader, mut record) = (table.reader(), ByteRecord::new());
        let mut rows = Vec::new();
        while read(&mut reader, &mut record) {
            let first = String::from_utf8_lossy(record.get(0).unwrap_or_default()).into_owned();
            rows.push((table.line(table.spot(&record)), first));
        }
        rows
    }

    #[test]
    fn rows_stand_on_the_lines_that_an_editor_shows() {
        let expected = [(2, "a".to_owned()), (4, "b".to_owned()), (6, "c".to_owned())];
        for line_break in ["\n", "\r\n", "\r"] {
            let text = "id,title\na,CMO\n\nb,\"two\nlines\"\nc,x\n".replace('\n', line_break);
            assert_eq!(rows(&text), expected, "{text:?}");
            let above = format!("sep=,{line_break}Report of May{line_break}{text}");
            let shifted = expected.clone().map(|(line, id)| (line + 2, id));
            assert_eq!(rows(&above), shifted, "{above:?}");
        }
    }

    #[test]
    fn the_separator_is_the_one_that_makes_sense_of_the_header() {
        for (text, separator) in [
            ("id,title;x,manager id\n", b','),
            ("id;title, short;manager id\n", b';'),
            ("id\ttitle\tmanager id\n", b'\t'),
            ("id|title|manager id\n", b'|'),
            ("id\n1,2;3", b','),
            ("sep=|\nid;title|manager id\n", b'|'),
            ("\"id\";\"title\"\n", b';'),
        ] {
            assert_eq!(Table::new(text.as_bytes()).unwrap().separator, separator, "{text}");
        }
    }

    #[test]
    fn a_table_without_a_header_is_refused() {
        let error = |text: &str| Table::new(text.as_bytes()).unwrap_err();
        assert_eq!(error(""), ImportFault::Empty);
        assert_eq!(error("\n\r\n"), ImportFault::Empty);
        assert_eq!(error("sep=;\n"), ImportFault::Empty);
        let first = vec!["7".to_owned(), "Ann".to_owned()];
        assert_eq!(error("7,Ann\n8,Bob\n"), ImportFault::NoHeader { first });
    }

    #[test]
    fn a_quote_that_never_closes_is_seen() {
        for (row, unclosed) in [
            ("1,\"a", true),
            ("1,\"a\"\"", true),
            ("1,\"a\"", false),
            ("1,5\" pipe", false),
            ("1,5\"\"x", false),
            ("1,\"a\"\"b\"", false),
            ("1,\"a\"b\"", false),
            ("\"", true),
        ] {
            let text = format!("id,title\n{row}");
            let table = Table::new(text.as_bytes()).unwrap();
            assert_eq!(table.is_unclosed(table.body), unclosed, "{row}");
        }
    }

    #[test]
    fn a_row_can_be_read_again() {
        let text = "id,title\r\na,\"x\r\ny\"\r\nb,z\r\n";
        let table = Table::new(text.as_bytes()).unwrap();
        let (mut reader, mut record, mut spots) = (table.reader(), ByteRecord::new(), Vec::new());
        while read(&mut reader, &mut record) {
            spots.push(table.spot(&record));
        }
        for (spot, cells) in spots.into_iter().zip([["a", "x\r\ny"], ["b", "z"]]).rev() {
            table.reread(&mut reader, spot, &mut record);
            assert_eq!(record, cells.to_vec());
        }
    }
}

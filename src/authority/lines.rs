//! Entries as JSON Lines: one entry a line, of which none is lost in silence.

use std::borrow::Borrow;
use std::fmt;
use std::io::{self, BufRead, Read, Write};

use super::entry::Entry;

/// The longest line that is read, in bytes, its end not counted.
pub const LINE_MAX_LEN: usize = 1 << 20;

/// How many errors of a file are kept; the rest are counted.
const KEPT: usize = 10_000;

/// An entry, and the line of the file at which it stands, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntryLine {
    /// The number of the line, from 1; blank lines count.
    pub line: usize,
    /// The entry.
    pub entry: Entry,
}

impl Borrow<Entry> for EntryLine {
    fn borrow(&self) -> &Entry {
        &self.entry
    }
}

/// A line that is no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LineError {
    /// The name of the file.
    pub file: Box<str>,
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: LineFault,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LineFault {
    /// A byte that is not UTF-8.
    #[error("byte {column} is not UTF-8")]
    NotText {
        /// Which byte of the line it is, from 1.
        column: usize,
    },
    /// The last line ends before its entry does.
    #[error("the last line was cut off: its entry does not end")]
    CutOff,
    /// Text that is no JSON.
    #[error("{message}, at byte {column}")]
    Syntax {
        /// What is wrong.
        message: String,
        /// Which byte of the line it is, from 1.
        column: usize,
    },
    /// JSON that is no entry: a field that is unknown, missing or stated twice, a float for an amount, and so on.
    #[error("{message}")]
    NotAnEntry {
        /// What is wrong.
        message: String,
    },
    /// A line that is longer than [`LINE_MAX_LEN`].
    #[error("the line is longer than {LINE_MAX_LEN} bytes")]
    TooLong,
    /// The file could not be read further.
    #[error("cannot be read further: {message}")]
    Unreadable {
        /// Why not.
        message: String,
    },
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names and messages hold what the file holds: nothing that a terminal would obey goes out.
        let text = format!("{}:{}: {}", self.file, self.line, self.what);
        f.write_str(&text.replace(char::is_control, "\u{FFFD}"))
    }
}

impl std::error::Error for LineError {}

/// Everything that is wrong with a file of entries, in the order of its lines. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineErrors {
    list: Vec<LineError>,
    omitted: usize,
}

impl LineErrors {
    /// Returns the errors; of very many, the first ten thousand.
    pub fn iter(&self) -> std::slice::Iter<'_, LineError> {
        self.list.iter()
    }

    /// Returns the number of lines that are no entries.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len() + self.omitted
    }

    fn add(&mut self, error: LineError) {
        if self.list.len() < KEPT {
            self.list.push(error);
        } else {
            self.omitted += 1;
        }
    }
}

impl<'e> IntoIterator for &'e LineErrors {
    type Item = &'e LineError;
    type IntoIter = std::slice::Iter<'e, LineError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for LineErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.list.iter().enumerate() {
            write!(f, "{}error: {error}", if index == 0 { "" } else { "\n" })?;
        }
        match self.omitted {
            0 => Ok(()),
            more => write!(f, "\nerror: {more} more lines are no entries"),
        }
    }
}

impl std::error::Error for LineErrors {}

/// Reads all entries of a file of JSON Lines.
///
/// ```
/// use bagan::{Entry, Ledger, OrgBuilder, parse_date, read_entries, write_entry};
///
/// let entry = Entry::release("r-1", parse_date("2026-07-01")?, "po-1");
/// let mut file = Vec::new();
/// write_entry(&mut file, &entry)?;
/// file.extend(b"\n{\"entry\":\"release\",\"key\":\"r-2\"}\n{\"entry\":\"rel");
///
/// let errors = read_entries("entries.jsonl", &file).err().ok_or("two lines are none")?;
/// assert_eq!(
///     errors.to_string(),
///     "error: entries.jsonl:3: missing field `date`\n\
///      error: entries.jsonl:4: the last line was cut off: its entry does not end"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Every line that is no entry. See [`EntryReader`] for what a line may be.
pub fn read_entries(name: &str, bytes: &[u8]) -> Result<Vec<EntryLine>, LineErrors> {
    EntryReader::new(name, bytes).process(|entries| entries.collect())
}

/// Reads entries of JSON Lines one by one, so that a file of any size takes the memory of one line.
///
/// Lines end with LF or CRLF, the last one also without; a byte order mark at the start and blank lines are passed
/// over, and count as far as they are lines. After an error, it goes on with the next line.
///
/// ```
/// use bagan::{Ledger, EntryReader, OrgBuilder};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("seo", "");
/// org.position("seo", "specialist").holder("budi").channels(["seo"]).budget(1_000);
/// let org = org.build()?;
///
/// let file: &[u8] = br#"{"entry":"reserve","key":"po-1","date":"2026-07-01","position":"seo","channel":"seo","amount":60}
/// {"entry":"settle","key":"inv-1","date":"2026-07-02","reservation":"po-1","amount":"59.90"}"#;
/// let ledger = EntryReader::new("entries.jsonl", file).process(|entries| Ledger::replay(org, entries))??;
/// assert_eq!(ledger.version(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct EntryReader<R> {
    file: Box<str>,
    input: R,
    line: usize,
    bytes: Vec<u8>,
    is_at_end: bool,
}

impl<R: BufRead> EntryReader<R> {
    /// Reads from an input, which is named in errors.
    pub fn new(name: &str, input: R) -> Self {
        Self { file: name.into(), input, line: 0, bytes: Vec::new(), is_at_end: false }
    }

    /// Runs something over all entries, and returns what it made if every line is an entry.
    ///
    /// It sees the entries of the good lines alone. Lines that it does not ask for are checked all the same.
    ///
    /// # Errors
    /// Every line that is no entry.
    pub fn process<T>(
        mut self,
        run: impl FnOnce(&mut dyn Iterator<Item = EntryLine>) -> T,
    ) -> Result<T, LineErrors> {
        let mut errors = LineErrors { list: Vec::new(), omitted: 0 };
        let mut entries = self.by_ref().filter_map(|read| read.map_err(|error| errors.add(error)).ok());
        let made = run(&mut entries);
        entries.for_each(drop);
        if errors.list.is_empty() { Ok(made) } else { Err(errors) }
    }

    /// Reads the next line without its end; says whether it has one.
    fn read_line(&mut self) -> io::Result<bool> {
        self.bytes.clear();
        let most = u64::try_from(LINE_MAX_LEN + BOM.len() + b"\r\n".len()).unwrap_or(u64::MAX);
        self.input.by_ref().take(most).read_until(b'\n', &mut self.bytes)?;
        let has_end = self.bytes.ends_with(b"\n");
        self.line += usize::from(!self.bytes.is_empty());
        let ending = [&b"\r\n"[..], b"\n"].into_iter().find(|ending| self.bytes.ends_with(ending));
        self.bytes.truncate(self.bytes.len() - ending.map_or(0, <[u8]>::len));
        if self.line == 1 && self.bytes.starts_with(BOM) {
            self.bytes.drain(..BOM.len());
        }
        if LINE_MAX_LEN < self.bytes.len() && !has_end {
            self.input.skip_until(b'\n')?;
        }
        Ok(has_end)
    }

    fn parse(&self, has_end: bool) -> Result<Entry, LineFault> {
        if LINE_MAX_LEN < self.bytes.len() {
            return Err(LineFault::TooLong);
        }
        let text = std::str::from_utf8(&self.bytes).map_err(|error| match error.error_len() {
            None if !has_end => LineFault::CutOff,
            _ => LineFault::NotText { column: error.valid_up_to() + 1 },
        })?;
        if !text.trim_ascii_start().starts_with('{') {
            return Err(LineFault::NotAnEntry { message: "an entry is an object in braces".to_owned() });
        }
        serde_json::from_str(text).map_err(|error| {
            if error.is_eof() && !has_end {
                return LineFault::CutOff;
            }
            let message = error.to_string();
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
            let message = match message.strip_prefix("EOF while parsing ") {
                Some(inside) => format!("the line ends inside {inside}"),
                None => message.to_owned(),
            };
            if error.is_data() {
                return LineFault::NotAnEntry { message };
            }
            LineFault::Syntax { message, column: error.column() }
        })
    }
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

impl<R: BufRead> Iterator for EntryReader<R> {
    type Item = Result<EntryLine, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_at_end {
            let read = self.read_line();
            let result = match read {
                Ok(has_end) => {
                    self.is_at_end = !has_end && self.bytes.len() <= LINE_MAX_LEN;
                    if self.bytes.len() <= LINE_MAX_LEN && self.bytes.trim_ascii().is_empty() {
                        continue;
                    }
                    self.parse(has_end)
                }
                Err(error) => {
                    self.is_at_end = true;
                    self.line += 1;
                    Err(LineFault::Unreadable { message: error.to_string() })
                }
            };
            let line = self.line;
            let error = |what| LineError { file: self.file.clone(), line, what };
            return Some(result.map(|entry| EntryLine { line, entry }).map_err(error));
        }
        None
    }
}

/// Writes an entry as one line with its end, handed over in one call.
///
/// # Errors
/// What the output says; and [`io::ErrorKind::InvalidInput`] for an amount in minor units, which has no form without
/// its currency: see [`Entry::in_major_units`].
pub fn write_entry(output: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let invalid = |error: serde_json::Error| io::Error::new(io::ErrorKind::InvalidInput, error);
    let mut line = serde_json::to_vec(entry).map_err(invalid)?;
    line.push(b'\n');
    output.write_all(&line)
}

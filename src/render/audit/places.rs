//! At which line of a file each entry stands.

/// At which line of a file each entry of a ledger stands.
///
/// Entries that follow each other line by line take no room of their own, so that a file of ten million is as
/// cheap as one of ten.
///
/// ```
/// use bagan::EntryPlaces;
///
/// let mut places = EntryPlaces::new("entries.jsonl");
/// for line in [1, 2, 4] {
///     places.push(line); // line 3 is blank
/// }
/// assert_eq!((places.line(1), places.line(2), places.line(3)), (Some(2), Some(4), None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPlaces {
    name: String,
    /// The first entry of each run of lines, and its line.
    runs: Vec<(usize, usize)>,
    len: usize,
    /// The line that continues the last run.
    next: usize,
}

impl EntryPlaces {
    /// Makes the places of a file without entries.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), runs: Vec::new(), len: 0, next: 0 }
    }

    /// Adds the line of the next entry, from 1.
    pub fn push(&mut self, line: usize) {
        if line != self.next || self.runs.is_empty() {
            self.runs.push((self.len, line));
        }
        self.len += 1;
        self.next = line.saturating_add(1);
    }

    /// Returns the name of the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the line of an entry by its place among all, from 0; O(log runs).
    #[must_use]
    pub fn line(&self, index: usize) -> Option<usize> {
        let run = self.runs.partition_point(|(first, _)| *first <= index).checked_sub(1)?;
        let (first, line) = *self.runs.get(run)?;
        (index < self.len).then(|| line.saturating_add(index - first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_comes_back_whatever_is_left_out_between() {
        for lines in [&[][..], &[1], &[3], &[1, 2, 3], &[2, 3, 7, 8, 9, 11], &[0, 1]] {
            let mut places = EntryPlaces::new("f");
            for line in lines {
                places.push(*line);
            }
            let found: Vec<_> = (0..lines.len()).filter_map(|index| places.line(index)).collect();
            assert_eq!((found.as_slice(), places.line(lines.len())), (lines, None));
        }
    }

    #[test]
    fn lines_in_a_row_take_no_room() {
        let mut places = EntryPlaces::new("f");
        for line in 1..=100_000 {
            places.push(line);
        }
        assert_eq!((places.runs.len(), places.line(99_999)), (1, Some(100_000)));
    }
}

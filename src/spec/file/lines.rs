//! Where the lines of a text begin, and how many characters come before a byte.

use crate::spec::file::location::Location;
use crate::spec::tree::Span;

/// Every how many bytes the number of characters so far is kept.
const STRIDE: usize = 512;

/// An index of a text, made in one pass, that finds any place of it in O(log lines).
#[derive(Debug, Clone)]
pub(super) struct Lines {
    /// The offset of each line.
    starts: Vec<u32>,
    /// How many characters begin before each multiple of the stride.
    chars: Vec<u32>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let (mut starts, mut chars, mut count) = (vec![0], Vec::new(), 0);
        for (offset, byte) in (0_u32..).zip(text.bytes()) {
            if (offset as usize).is_multiple_of(STRIDE) {
                chars.push(count);
            }
            count += u32::from(begins_char(byte));
            if byte == b'\n' {
                starts.push(offset + 1);
            }
        }
        Self { starts, chars }
    }

    /// Returns the number of the line, from 1, that a byte is in.
    pub(super) fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// Returns the place of a stretch, as far as it lies in the line that it begins in.
    pub(super) fn location(&self, text: &str, span: Span) -> Location {
        let line = self.line(span.start);
        let line_start = self.starts.get(line - 1).map_or(0, |&start| start as usize);
        let line_end = match self.starts.get(line) {
            Some(&next) => next as usize - 1,
            None => text.len(),
        };
        let whole = text.get(line_start..line_end).unwrap_or_default();
        let line_end = line_start + whole.strip_suffix('\r').unwrap_or(whole).len();
        let start = boundary(text, (span.start as usize).min(line_end));
        let end = boundary(text, (span.end as usize).clamp(start, line_end));

        let column = self.chars_before(text, start) - self.chars_before(text, line_start) + 1;
        let length = self.chars_before(text, end) - self.chars_before(text, start);
        let before = text.get(line_start..start).unwrap_or_default();
        let after = text.get(start..line_end).unwrap_or_default();
        Location::new(line, column, length, (before, after))
    }

    fn chars_before(&self, text: &str, offset: usize) -> usize {
        let stride = offset / STRIDE;
        let known = self.chars.get(stride).map_or(0, |&chars| chars as usize);
        let from = if self.chars.len() <= stride { 0 } else { stride * STRIDE };
        let rest = text.as_bytes().get(from..offset).unwrap_or_default();
        known + rest.iter().filter(|&&byte| begins_char(byte)).count()
    }
}

/// Returns whether a byte of UTF-8 is the first of a character.
const fn begins_char(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// Returns the last offset up to `offset` at which a character begins.
fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|&offset| text.is_char_boundary(offset)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts from the beginning each time.
    fn naive(text: &str, offset: usize) -> (usize, usize) {
        let before = text.get(..offset).unwrap();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line, column)
    }

    #[test]
    fn places_are_those_that_counting_from_the_beginning_gives() {
        let text = "é漢\n\n".repeat(300) + &"数a".repeat(1000) + "\nlast";
        let lines = Lines::of(&text);
        for (offset, _) in text.char_indices().filter(|(_, c)| *c != '\n') {
            let at = u32::try_from(offset).unwrap();
            let place = lines.location(&text, Span { start: at, end: at + 1 });
            assert_eq!((place.line(), place.column()), naive(&text, offset), "byte {offset}");
        }
    }

    #[test]
    fn the_end_of_a_text_is_a_place() {
        for text in ["", "a", "a\n", "é", &"a".repeat(STRIDE), &"é".repeat(STRIDE)] {
            let end = u32::try_from(text.len()).unwrap();
            let place = Lines::of(text).location(text, Span { start: end, end: end + 7 });
            assert_eq!((place.line(), place.column()), naive(text, text.len()), "{text:?}");
            assert_eq!(place.length(), 1);
        }
    }

    #[test]
    fn a_stretch_of_several_lines_ends_with_its_first_one() {
        let text = "a = [\r\n1,\r\n]";
        let place = Lines::of(text).location(text, Span { start: 4, end: 12 });
        assert_eq!((place.line(), place.column(), place.length(), place.text()), (1, 5, 1, "a = ["));
    }
}

//! From bytes to text: encodings, the byte order mark, and the line with which Excel states its separator.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::error::ImportFault;
use crate::words::word_enum;

word_enum! {
    /// How the text of a file is written in bytes.
    pub enum TextEncoding ("text encoding") {
        /// UTF-8, with or without a byte order mark.
        Utf8 = "utf-8",
        /// UTF-16, low byte first.
        Utf16Le = "utf-16le",
        /// UTF-16, high byte first.
        Utf16Be = "utf-16be",
        /// Windows-1252, which is what a file that is nothing else is taken for.
        Windows1252 = "windows-1252",
    }
}

/// The text of a file.
#[derive(Debug)]
pub(super) struct Text<'b> {
    /// The characters in UTF-8, without a byte order mark.
    pub(super) bytes: Cow<'b, [u8]>,
    pub(super) encoding: TextEncoding,
    /// The line that is not UTF-8, if that is why the file is taken for Windows-1252.
    pub(super) not_utf8_on: Option<u64>,
}

/// Turns the bytes of a file into text, without a copy where they are UTF-8 already.
///
/// # Errors
/// [`ImportFault::NotText`], if a byte order mark promises an encoding that the rest does not keep to.
pub(super) fn decode(bytes: &[u8]) -> Result<Text<'_>, (Option<u64>, ImportFault)> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return match first_invalid(rest) {
            None => Ok(Text { bytes: rest.into(), encoding: TextEncoding::Utf8, not_utf8_on: None }),
            Some(line) => Err((Some(line), ImportFault::NotText { encoding: TextEncoding::Utf8 })),
        };
    }
    let utf16 = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((TextEncoding::Utf16Le, rest)),
        [0xFE, 0xFF, rest @ ..] => Some((TextEncoding::Utf16Be, rest)),
        // Latin letters in UTF-16 whose mark is missing: every other byte is zero, which no text in UTF-8 has.
        [low, 0, _, 0, ..] if *low != 0 => Some((TextEncoding::Utf16Le, bytes)),
        [0, low, 0, _, ..] if *low != 0 => Some((TextEncoding::Utf16Be, bytes)),
        _ => None,
    };
    if let Some((encoding, rest)) = utf16 {
        return decode_utf16(rest, encoding);
    }
    let not_utf8_on = first_invalid(bytes);
    if not_utf8_on.is_none() {
        return Ok(Text { bytes: bytes.into(), encoding: TextEncoding::Utf8, not_utf8_on });
    }
    // Every byte is a character there, so that nothing can fail.
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok(Text { bytes: owned(text), encoding: TextEncoding::Windows1252, not_utf8_on })
}

fn decode_utf16(rest: &[u8], encoding: TextEncoding) -> Result<Text<'_>, (Option<u64>, ImportFault)> {
    let decoder: &Encoding = if encoding == TextEncoding::Utf16Be { UTF_16BE } else { UTF_16LE };
    match decoder.decode_without_bom_handling_and_without_replacement(rest) {
        Some(text) => Ok(Text { bytes: owned(text), encoding, not_utf8_on: None }),
        None => Err((None, ImportFault::NotText { encoding })),
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'_, [u8]> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// Counts the line feeds of a text.
#[expect(
    clippy::naive_bytecount,
    reason = "it is counted once a file, and never longer than the reading takes"
)]
pub(super) fn line_breaks(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| byte == b'\n').count()
}

/// Returns the line of the first byte that is not UTF-8.
fn first_invalid(bytes: &[u8]) -> Option<u64> {
    let valid = Encoding::utf8_valid_up_to(bytes);
    let before = bytes.get(..valid).filter(|before| before.len() < bytes.len())?;
    Some(line_breaks(before) as u64 + 1)
}

/// Reads the line `sep=;` with which Excel opens a file: the separator, and how many bytes the line takes.
pub(super) fn stated_separator(text: &[u8]) -> Option<(u8, usize)> {
    let end = text.iter().position(|&byte| matches!(byte, b'\n' | b'\r')).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end)?;
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let (key, value) = line.split_at_checked(4)?;
    let &[separator] = value else { return None };
    let usable = separator.is_ascii() && !separator.is_ascii_alphanumeric() && separator != b'"';
    let breaks = if rest.starts_with(b"\r\n") { 2 } else { rest.len().min(1) };
    (key.eq_ignore_ascii_case(b"sep=") && usable).then_some((separator, end + breaks))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, TextEncoding, Option<u64>) {
        let text = decode(bytes).unwrap();
        (String::from_utf8(text.bytes.into_owned()).unwrap(), text.encoding, text.not_utf8_on)
    }

    #[test]
    fn text_in_utf_8_is_not_copied() {
        for bytes in ["id\ngülay".as_bytes(), b"\xEF\xBB\xBFid", b""] {
            let text = decode(bytes).unwrap();
            assert!(matches!(text.bytes, Cow::Borrowed(_)));
            assert_eq!(text.encoding, TextEncoding::Utf8);
            assert!(!text.bytes.starts_with(b"\xEF"));
        }
    }

    #[test]
    fn other_encodings_are_recognised() {
        let latin = (String::from("id\nJosé"), TextEncoding::Windows1252, Some(2));
        assert_eq!(read(b"id\nJos\xE9"), latin);
        let little: Vec<u8> = "id;é".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "id;é".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (mark, body, encoding) in [
            (&b"\xFF\xFE"[..], &little, TextEncoding::Utf16Le),
            (b"\xFE\xFF", &big, TextEncoding::Utf16Be),
            (b"", &little, TextEncoding::Utf16Le),
            (b"", &big, TextEncoding::Utf16Be),
        ] {
            assert_eq!(read(&[mark, body].concat()), ("id;é".to_owned(), encoding, None));
        }
    }

    #[test]
    fn a_mark_that_the_text_does_not_keep_to_is_an_error() {
        let (line, fault) = decode(b"\xEF\xBB\xBFid\n1\n\xE9").unwrap_err();
        assert_eq!((line, fault), (Some(3), ImportFault::NotText { encoding: TextEncoding::Utf8 }));
        assert!(decode(b"\xFF\xFEi").is_err());
        assert!(decode(b"\xFF\xFE\x00\xD8").is_err(), "half a surrogate pair");
    }

    #[test]
    fn excel_states_its_separator() {
        assert_eq!(stated_separator(b"sep=;\r\nid;title"), Some((b';', 7)));
        assert_eq!(stated_separator(b"\"SEP=\t\"\nid"), Some((b'\t', 8)));
        assert_eq!(stated_separator(b"sep=|"), Some((b'|', 5)));
        for other in [&b"sep=\nid"[..], b"sep=;;\n", b"sep=a\n", b"sep,id\n", b"", b"sep=\""] {
            assert_eq!(stated_separator(other), None);
        }
    }
}

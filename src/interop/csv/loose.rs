//! Ids that are one to whoever wrote them: in another case, with spaces, or as a spreadsheet rewrote a number.

use crate::words::word_enum;

word_enum! {
    /// By what a manager was found who is not given by the id of a row.
    pub enum ManagerMatch ("manager match") {
        /// The id, in another case or with other spaces.
        Spelling = "spelling",
        /// The id, with leading zeros or a `.0` that one of the two lacks.
        Number = "number",
        /// The name of the person.
        Name = "name",
        /// The address of the person.
        Email = "email",
        /// The title, which one row alone has.
        Title = "title",
        /// The role, which one row alone has.
        Role = "role",
        /// The name, address or title that stands in another column of the row.
        OtherColumn = "other-column",
    }
}

/// Writes an id without case and white space.
pub(super) fn spelling(id: &str) -> String {
    id.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Writes an id as [`spelling`] does, and a number without leading zeros and without decimals that are zeros.
pub(super) fn loose(id: &str) -> String {
    let plain = spelling(id);
    let whole = plain
        .split_once('.')
        .filter(|(_, after)| !after.is_empty() && after.bytes().all(|byte| byte == b'0'));
    let whole = whole.map_or(plain.as_str(), |(whole, _)| whole);
    if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return plain;
    }
    let trimmed = whole.trim_start_matches('0');
    if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }
}

/// Returns a hash that ids share which are one by [`loose`]; others rarely do.
///
/// It reads the bytes of an ASCII id once and allocates nothing, for it is taken of every id of the file.
pub(super) fn loose_hash(id: &str) -> u64 {
    if !id.is_ascii() {
        let plain = loose(id);
        return if plain.is_ascii() { loose_hash(&plain) } else { hash(plain.bytes()) };
    }
    let whole = id.trim_end_matches(['0', ' ']).strip_suffix('.').unwrap_or(id);
    if !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ') {
        let significant = whole.bytes().filter(|&byte| byte != b' ').skip_while(|&byte| byte == b'0');
        return hash(significant);
    }
    hash(id.bytes().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| byte.to_ascii_lowercase()))
}

/// FNV-1a, which is enough to tell most ids apart; those that it does not are compared in full.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_are_one_look_alike() {
        for (one, other) in [
            ("E 007", "e007"),
            ("00123", "123"),
            ("123.0", "123"),
            ("0123.00", "123"),
            ("ÄB", "äb"),
            ("000", "0"),
            ("1 23", "123"),
        ] {
            assert_eq!(loose(one), loose(other), "{one} {other}");
            assert_eq!(loose_hash(one), loose_hash(other), "{one} {other}");
        }
        for (one, other) in
            [("E007", "E7"), ("123.5", "123"), ("12", "120"), ("1.10", "1.1"), ("a.0", "a"), ("", "0")]
        {
            assert_ne!(loose(one), loose(other), "{one} {other}");
        }
    }

    #[test]
    fn the_hash_follows_the_text() {
        let ids = [
            "0", "00", "0.0", "1.0", "01", "1", "10", "10.", "a", "A", " a", "é", "É", ".0", "", "1.00.0",
            "٣", "0 0 1",
        ];
        for one in ids {
            for other in ids.iter().filter(|other| loose(one) == loose(other)) {
                assert_eq!(loose_hash(one), loose_hash(other), "{one:?} {other:?}");
            }
        }
    }
}

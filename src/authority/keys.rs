//! The keys of all entries: which one was seen, with what content, and what became of it.

use std::hash::{BuildHasher, Hash};

use hashbrown::{DefaultHashBuilder, HashTable};

use super::rows::small;
use super::tight;

/// The longest idempotency key, in bytes.
pub const KEY_MAX_LEN: usize = 256;

/// The keys of the entries that a ledger accepted, in their order.
///
/// Per entry: the text of its key, 8 bytes, and 5 to 10 bytes of the table that finds it.
#[derive(Clone, Default)]
pub(super) struct Keys {
    text: Vec<u8>,
    slots: Vec<Slot>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

/// Where the text of a key ends; a print of the entry's content, with its state in the last two bits.
#[derive(Debug, Clone, Copy)]
struct Slot {
    end: u32,
    print: u32,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It is no reservation.
    Done,
    /// A reservation that is neither settled nor released.
    Open,
    /// A reservation that is settled.
    Settled,
    /// A reservation that is released.
    Released,
}

/// The place of an entry among all, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EntryNo(pub(super) u32);

/// A key that is about to be looked up: its text, and its hash.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hashed<'k> {
    text: &'k str,
    hash: u64,
}

const STATE: u32 = 0b11;

/// Up to so many keys, memory is no matter.
const FEW: usize = 1 << 20;

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").field("len", &self.slots.len()).finish_non_exhaustive()
    }
}

impl Keys {
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Makes room for that many more keys of that many bytes in all.
    pub(super) fn reserve(&mut self, keys: usize, bytes: usize) {
        self.text.reserve(bytes);
        self.slots.reserve(keys);
        if self.table.capacity() < self.table.len() + keys {
            self.grow(self.table.len() + keys);
        }
    }

    /// Makes the table anew with room for that many keys.
    ///
    /// Goes through the keys in their order, which reads memory in its order; to move the entries of the old table
    /// would look each key up at a random place.
    fn grow(&mut self, capacity: usize) {
        let Self { text, slots, table, hasher } = self;
        *table = HashTable::new();
        table.reserve(capacity, |_| 0);
        let mut start = 0;
        for (no, slot) in (0..).zip(slots.iter()) {
            let end = slot.end as usize;
            let hash = hasher.hash_one(text.get(start..end).unwrap_or_default());
            // There is room, so that no entry has to be hashed again.
            table.insert_unique(hash, no, |_| hash);
            start = end;
        }
    }

    pub(super) fn hashed<'k>(&self, text: &'k str) -> Hashed<'k> {
        Hashed { text, hash: self.hasher.hash_one(text.as_bytes()) }
    }

    /// Returns a print of an entry's content: two entries of one content have the same.
    pub(super) fn print(&self, content: impl Hash) -> u32 {
        // The lower half of the hash, without the two bits that the state takes.
        let [a, b, c, d, ..] = self.hasher.hash_one(content).to_le_bytes();
        u32::from_le_bytes([a, b, c, d]) & !STATE
    }

    pub(super) fn find(&self, key: Hashed<'_>) -> Option<EntryNo> {
        let is = |no: &u32| slice(&self.text, &self.slots, *no) == key.text.as_bytes();
        self.table.find(key.hash, is).copied().map(EntryNo)
    }

    /// Returns whether one more key can be kept.
    pub(super) fn has_room(&self, key: Hashed<'_>) -> bool {
        let most = u32::MAX as usize;
        self.slots.len() < most && self.text.len().saturating_add(key.text.len()) <= most
    }

    /// Adds a key that is not there yet; there is room for it.
    pub(super) fn push(&mut self, key: Hashed<'_>, print: u32, state: State) -> EntryNo {
        if self.table.len() == self.table.capacity() {
            // A table that is small grows in large steps, for each makes it anew.
            let times = if self.table.len() < FEW { 4 } else { 2 };
            self.grow((times * self.table.len()).max(16));
        }
        let Self { text, slots, table, hasher } = self;
        let no = small(slots.len());
        tight::grow(text, key.text.len());
        text.extend_from_slice(key.text.as_bytes());
        tight::grow(slots, 1);
        slots.push(Slot { end: small(text.len()), print: print & !STATE | state.bits() });
        table.insert_unique(key.hash, no, |&no| hasher.hash_one(slice(text, slots, no)));
        EntryNo(no)
    }

    pub(super) fn is_print(&self, no: EntryNo, print: u32) -> bool {
        self.slots.get(no.0 as usize).is_some_and(|slot| slot.print & !STATE == print)
    }

    pub(super) fn state(&self, no: EntryNo) -> State {
        self.slots.get(no.0 as usize).map_or(State::Done, |slot| match slot.print & STATE {
            0 => State::Done,
            1 => State::Open,
            2 => State::Settled,
            _ => State::Released,
        })
    }

    pub(super) fn set_state(&mut self, no: EntryNo, state: State) {
        if let Some(slot) = self.slots.get_mut(no.0 as usize) {
            slot.print = slot.print & !STATE | state.bits();
        }
    }

    /// Returns the keys in the order of their entries, with what became of each.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, State)> {
        (0..small(self.slots.len())).map(EntryNo).map(|no| (self.text(no), self.state(no)))
    }

    /// Returns the text of the key of an entry.
    pub(super) fn text(&self, no: EntryNo) -> &str {
        std::str::from_utf8(slice(&self.text, &self.slots, no.0)).unwrap_or_default()
    }
}

impl State {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Open => "open",
            Self::Settled => "settled",
            Self::Released => "released",
        }
    }

    const fn bits(self) -> u32 {
        match self {
            Self::Done => 0,
            Self::Open => 1,
            Self::Settled => 2,
            Self::Released => 3,
        }
    }
}

fn slice<'t>(text: &'t [u8], slots: &[Slot], no: u32) -> &'t [u8] {
    let index = no as usize;
    let before = index.checked_sub(1).and_then(|before| slots.get(before));
    let start = before.map_or(0, |slot| slot.end as usize);
    let end = slots.get(index).map_or(start, |slot| slot.end as usize);
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_with_its_print_and_its_state() {
        let mut keys = Keys::default();
        for number in 0..1_000 {
            let text = format!("key-{number}");
            let key = keys.hashed(&text);
            assert_eq!(keys.find(key), None);
            assert!(keys.has_room(key));
            let print = keys.print(number);
            let no = keys.push(key, print, State::Open);
            assert!(keys.is_print(no, print) && !keys.is_print(no, print ^ 4));
        }
        let no = keys.find(keys.hashed("key-7")).unwrap();
        keys.set_state(no, State::Settled);
        assert_eq!((keys.state(no), keys.text(no), keys.len()), (State::Settled, "key-7", 1_000));
        assert!(keys.is_print(no, keys.print(7)));
        assert_eq!(keys.state(keys.find(keys.hashed("key-8")).unwrap()), State::Open);
    }

    #[test]
    fn keys_of_any_length_are_told_apart() {
        let mut keys = Keys::default();
        for text in ["", "a", "ab", "数字", "abcdefgh", "abcdefghi"] {
            keys.push(keys.hashed(text), 0, State::Done);
        }
        for text in ["", "a", "ab", "数字", "abcdefgh", "abcdefghi"] {
            let no = keys.find(keys.hashed(text)).unwrap();
            assert_eq!(keys.text(no), text);
        }
        assert_eq!(keys.find(keys.hashed("b")), None);
    }
}

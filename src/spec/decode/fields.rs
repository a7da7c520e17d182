//! The keys of one table.

use indexmap::IndexMap;

use crate::id::{ID_MAX_LEN, IdError};
use crate::spec::decode::problem::Decoder;
use crate::spec::fault::{SpecFault, clipped, similar};
use crate::spec::tree::{Node, Value};

/// Reads a value; `None` if it cannot, which it has noted.
type Read<'t, T> = fn(&mut Decoder, Node<'t>) -> Option<T>;

/// Reads a table, whatever it takes.
type Decode<'t, T> = fn(&mut Decoder, Node<'t>) -> T;

/// A table that is being decoded key by key: whatever was not asked for by the end is an unknown key.
pub(crate) struct Fields<'d, 't> {
    cx: &'d mut Decoder,
    table: Option<Node<'t>>,
    known: Vec<&'static str>,
    lacking: Vec<&'static str>,
}

impl<'d, 't> Fields<'d, 't> {
    /// Begins a table; if the node is none that is noted, and the table is as good as empty.
    pub(crate) fn of(cx: &'d mut Decoder, node: Node<'t>) -> Self {
        let table = of_kind(cx, node, Value::Table, "a table");
        Self { cx, table, known: Vec::with_capacity(16), lacking: Vec::new() }
    }

    /// Returns the value of a key; null is as good as nothing.
    fn find(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.known.push(key);
        self.table?.child(key).filter(|node| node.value() != Value::Null)
    }

    /// Reads the value of a key that must be there.
    pub(crate) fn required<T>(&mut self, key: &'static str, read: Read<'t, T>) -> Option<T> {
        let found = self.find(key);
        if found.is_none() {
            self.lacking.push(key);
        }
        read(self.cx, found?)
    }

    /// Reads the table of a key that must be there.
    pub(crate) fn required_table<T: Default>(&mut self, key: &'static str, decode: Decode<'t, T>) -> T {
        if let Some(node) = self.find(key) {
            return decode(self.cx, node);
        }
        self.lacking.push(key);
        T::default()
    }

    /// Reads the value of a key that may be left out.
    pub(crate) fn optional<T>(&mut self, key: &'static str, read: Read<'t, T>) -> Option<T> {
        let found = self.find(key)?;
        read(self.cx, found)
    }

    /// Reads the table of a key that may be left out.
    pub(crate) fn table<T>(&mut self, key: &'static str, decode: Decode<'t, T>) -> Option<T> {
        let found = self.find(key)?;
        Some(decode(self.cx, found))
    }

    /// Reads a list that may be left out.
    pub(crate) fn list<T>(&mut self, key: &'static str, decode: Decode<'t, T>) -> Option<Vec<T>> {
        let list = self.find(key)?;
        let list = of_kind(self.cx, list, Value::List, "a list")?;
        let mut items = Vec::with_capacity(list.len());
        items.extend(list.children().map(|item| decode(self.cx, item)));
        Some(items)
    }

    /// Reads a table of ids that may be left out, in the order of the file.
    pub(crate) fn by_id<T>(&mut self, key: &'static str, decode: Decode<'t, T>) -> IndexMap<String, T> {
        let mut items = IndexMap::new();
        let Some(table) = self.find(key) else { return items };
        let Some(table) = of_kind(self.cx, table, Value::Table, "a table") else { return items };
        items.reserve(table.len());
        for item in table.children() {
            // Faults further down would carry the id each time.
            if item.key().len() <= ID_MAX_LEN {
                let value = decode(self.cx, item);
                items.insert(item.key().to_owned(), value);
            } else {
                self.cx.key(item, IdError::TooLong);
            }
        }
        items
    }

    /// Notes the keys that nobody asked for, and the required ones that are not there.
    pub(crate) fn finish(self) {
        let Self { cx, table, known, mut lacking } = self;
        let Some(table) = table else { return };
        for item in table.children().filter(|item| !known.contains(&item.key())) {
            if !cx.has_room() {
                cx.more += 1;
                continue;
            }
            if let Some(meant) = similar(item.key(), &lacking) {
                // The one that is missing is there, with a slip: that is one fault.
                lacking.retain(|key| *key != meant);
                cx.leave(|| table.path().key(meant));
            }
            cx.key(item, SpecFault::UnknownKey { key: clipped(item.key()), known: known.clone() });
        }
        for key in lacking {
            cx.missing(table, key);
        }
    }
}

/// Returns the node if it is what is expected; otherwise notes what it is.
fn of_kind<'t>(
    cx: &mut Decoder,
    node: Node<'t>,
    value: Value<'static>,
    expected: &'static str,
) -> Option<Node<'t>> {
    if node.value() == value {
        return Some(node);
    }
    cx.wrong_type(node, expected);
    None
}

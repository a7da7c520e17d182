//! Where nodes stand in the text of their file.

use crate::org::{Path, Segment};
use crate::spec::tree::data::Span;
#[cfg(feature = "toml")]
use crate::spec::tree::data::{NodeId, Slice};
use crate::spec::tree::node::{Node, Value};
use crate::spec::tree::store::Tree;

/// Where a node stands: its key, if it has one, and its value, which of a table with a header is the header.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    pub(crate) key: Option<Span>,
    pub(crate) value: Option<Span>,
}

#[cfg(feature = "toml")]
impl Tree {
    /// Says where the newest node stands.
    pub(crate) fn place(&mut self, id: NodeId, place: Place) {
        self.places.resize(id.index(), Place::default());
        self.places.push(place);
    }

    /// Says where the value of a node stands after all.
    pub(crate) fn place_value(&mut self, id: NodeId, value: Span) {
        if let Some(place) = self.places.get_mut(id.index()) {
            place.value = Some(value);
        }
    }

    /// Returns the slice of `text` if the file holds it at `start` as it is, else keeps it; none without room.
    pub(crate) fn slice(&mut self, text: &str, start: u32) -> Option<Slice> {
        let at = start as usize;
        if self.file().get(at..at + text.len()) == Some(text) {
            return Some(Slice { start, len: u32::try_from(text.len()).ok()? });
        }
        self.keep(text)
    }
}

impl Tree {
    /// Returns the node at a path, or the nearest one above it that exists.
    pub(crate) fn nearest(&self, path: &Path) -> Node<'_> {
        let mut node = self.root();
        for segment in path.segments() {
            let below = match segment {
                Segment::Key(key) => node.child(key),
                Segment::Index(index) => node.item(*index),
            };
            match below {
                Some(below) => node = below,
                None => break,
            }
        }
        node
    }
}

impl Node<'_> {
    /// Returns the item at a place of a list.
    fn item(self, index: usize) -> Option<Self> {
        let index = u32::try_from(index).ok()?;
        self.tree.find_item(self.id, index).map(|id| self.tree.node(id))
    }

    /// Returns where the value stands.
    pub(crate) fn value_span(self) -> Option<Span> {
        self.tree.places.get(self.id.index())?.value
    }

    /// Returns where the key of the node stands, or the value if there is no key.
    pub(crate) fn key_span(self) -> Option<Span> {
        let place = self.tree.places.get(self.id.index())?;
        place.key.or(place.value)
    }

    /// Returns where one looks for the node: at a scalar, a list, a header, else at the key of a table.
    pub(crate) fn span(self) -> Option<Span> {
        let value = self.value_span();
        let text = value.and_then(|value| self.tree.file().get(value.start as usize..));
        let is_header = text.is_some_and(|text| text.starts_with('['));
        if self.value() == Value::Table && !is_header { self.key_span() } else { value.or(self.key_span()) }
    }
}

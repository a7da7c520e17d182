//! What TOML says of keys, dotted keys and headers: which may add to a table that is there already.

use crate::spec::reading::Repeated;
use crate::spec::toml::receive::Reader;
use crate::spec::tree::{Content, NodeId, Place, Slice, Span, Step};

/// How a table or a list came to be, which decides who may add to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// As a value: whole, and closed.
    Value,
    /// By a header of its own.
    Header,
    /// As a table above one that has a header.
    Implied,
    /// By a dotted key.
    Dotted,
    /// As the list of tables with `[[headers]]`.
    Headers,
}

/// One part of a dotted key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) slice: Slice,
    pub(super) span: Span,
}

impl Reader<'_> {
    fn origin(&self, id: NodeId) -> Origin {
        self.origins.get(id.index()).copied().unwrap_or(Origin::Value)
    }

    fn set_origin(&mut self, id: NodeId, origin: Origin) {
        if let Some(slot) = self.origins.get_mut(id.index()) {
            *slot = origin;
        }
    }

    fn find(&self, parent: NodeId, key: Key) -> Option<NodeId> {
        self.tree.find(parent, self.tree.text(key.slice))
    }

    /// Adds a child at a key.
    fn add(&mut self, parent: NodeId, key: Key, content: Content, origin: Origin) -> Option<NodeId> {
        let id = self.tree.add(parent, Step::Key(key.slice), content)?;
        self.origins.push(origin);
        self.tree.place(id, Place { key: Some(key.span), value: None });
        Some(id)
    }

    /// Adds the next item of a list.
    pub(super) fn push(&mut self, list: NodeId, content: Content, origin: Origin) -> Option<NodeId> {
        let id = self.tree.push(list, content)?;
        self.origins.push(origin);
        self.tree.place(id, Place::default());
        Some(id)
    }

    /// Notes that a key is stated again; whatever it is to hold has no place.
    fn repeats(&mut self, first: NodeId, key: Key) -> Option<NodeId> {
        self.repeated.push(Repeated { first, again: Some(key.span) });
        None
    }

    /// Makes the node of a `key = value`, to be filled; none if it is there already.
    pub(super) fn place_value(&mut self, container: NodeId, keys: &[Key]) -> Option<NodeId> {
        let (&last, above) = keys.split_last()?;
        let mut table = container;
        for &key in above {
            table = match self.find(table, key) {
                None => self.add(table, key, Content::Table, Origin::Dotted)?,
                Some(found) => match self.origin(found) {
                    Origin::Dotted => found,
                    Origin::Implied => {
                        self.set_origin(found, Origin::Dotted);
                        found
                    }
                    Origin::Value | Origin::Header | Origin::Headers => return self.repeats(found, key),
                },
            };
        }
        match self.find(table, last) {
            None => self.add(table, last, Content::Broken, Origin::Value),
            Some(found) => self.repeats(found, last),
        }
    }

    /// Opens the table of a `[header]`; none if it is there already.
    pub(super) fn open_table(&mut self, keys: &[Key], header: Span) -> Option<NodeId> {
        let (&last, above) = keys.split_last()?;
        let parent = self.descend(above)?;
        let table = match self.find(parent, last) {
            None => self.add(parent, last, Content::Table, Origin::Header)?,
            Some(found) if self.origin(found) == Origin::Implied => {
                self.set_origin(found, Origin::Header);
                found
            }
            Some(found) => return self.repeats(found, last),
        };
        self.tree.place_value(table, header);
        Some(table)
    }

    /// Opens the next table of a `[[header]]`; none if the key holds something else.
    pub(super) fn open_item(&mut self, keys: &[Key], header: Span) -> Option<NodeId> {
        let (&last, above) = keys.split_last()?;
        let parent = self.descend(above)?;
        let items = match self.find(parent, last) {
            None => {
                let items = self.add(parent, last, Content::List, Origin::Headers)?;
                self.tree.place_value(items, header);
                items
            }
            Some(found) if self.origin(found) == Origin::Headers => found,
            Some(found) => return self.repeats(found, last),
        };
        let item = self.push(items, Content::Table, Origin::Header)?;
        self.tree.place_value(item, header);
        Some(item)
    }

    /// Goes down the keys of a header from the root, through the last table of each list of headers.
    fn descend(&mut self, keys: &[Key]) -> Option<NodeId> {
        let mut table = NodeId::ROOT;
        for &key in keys {
            table = match self.find(table, key) {
                None => self.add(table, key, Content::Table, Origin::Implied)?,
                Some(found) => match self.origin(found) {
                    Origin::Header | Origin::Implied | Origin::Dotted => found,
                    Origin::Headers => self.tree.last(found)?,
                    Origin::Value => return self.repeats(found, key),
                },
            };
        }
        Some(table)
    }
}

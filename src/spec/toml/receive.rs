//! What becomes of each event of the parser.

use std::borrow::Cow;
use std::sync::Arc;

use toml_parser::decoder::Encoding;
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, ParseError, Raw};

use crate::spec::from_serde::DEPTH;
use crate::spec::reading::{Reading, Repeated};
use crate::spec::toml::sink::{Sink, span};
use crate::spec::toml::tables::{Key, Origin};
use crate::spec::tree::{Content, NodeId, Place, Span, Tree};

/// A tree that grows as the parser reports what it meets.
pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) tree: Tree,
    /// How each node came to be.
    pub(super) origins: Vec<Origin>,
    pub(super) repeated: Vec<Repeated>,
    pub(super) in_part: bool,
    /// The header that is being read: where it opens, and whether it is one of a list.
    header: Option<(Span, bool)>,
    /// The parts of the key that is being read.
    keys: Vec<Key>,
    /// Whether a part of that key is missing.
    is_fake: bool,
    /// The table that the lines go to; none after a header that opens no table.
    table: Option<NodeId>,
    /// The arrays and inline tables that are open; none for those that have no place.
    open: Vec<Option<NodeId>>,
    /// Where the value after `=` goes.
    slot: Slot,
}

/// Where a value goes.
#[derive(Debug, Clone, Copy)]
enum Slot {
    /// There was no `=`.
    None,
    /// Its key is stated already, or is none.
    Nowhere,
    At(NodeId),
}

impl<'t> Reader<'t> {
    pub(super) fn new(file: &'t Arc<str>) -> Self {
        let mut tree = Tree::new(Arc::clone(file));
        tree.place(NodeId::ROOT, Place { key: None, value: Some(Span::default()) });
        Self {
            text: file,
            tree,
            origins: vec![Origin::Header],
            repeated: Vec::new(),
            in_part: false,
            header: None,
            keys: Vec::new(),
            is_fake: false,
            table: Some(NodeId::ROOT),
            open: Vec::new(),
            slot: Slot::None,
        }
    }

    /// Ends the file.
    pub(super) fn finish(mut self, sink: Sink<'_>) -> Reading {
        self.end_line();
        Reading { tree: self.tree, repeated: self.repeated, faults: sink.faults, in_part: self.in_part }
    }

    pub(super) fn raw(&self, at: toml_parser::Span, encoding: Option<Encoding>) -> Raw<'t> {
        let text = self.text.get(at.start()..at.end()).unwrap_or_default();
        Raw::new_unchecked(text, encoding, at)
    }

    /// Takes the key that was read; none if part of it is missing.
    fn take_keys(&mut self) -> Vec<Key> {
        let mut keys = std::mem::take(&mut self.keys);
        if std::mem::take(&mut self.is_fake) {
            keys.clear();
        }
        keys
    }

    /// Opens the table of the header that was read.
    fn end_header(&mut self, close: Option<Span>) {
        let Some((open, is_item)) = self.header.take() else { return };
        let end = close.or(self.keys.last().map(|key| key.span)).unwrap_or(open).end;
        let keys = self.take_keys();
        let header = Span { start: open.start, end };
        self.table = if is_item { self.open_item(&keys, header) } else { self.open_table(&keys, header) };
        self.in_part |= keys.is_empty();
    }

    /// Ends a line: a header that was not closed opens its table all the same, and a key without a value has one
    /// that cannot be read.
    fn end_line(&mut self) {
        if self.header.is_some() {
            self.end_header(None);
        } else if self.open.is_empty() {
            self.fill();
        }
    }

    /// Returns the node for the next value, if it has a place.
    fn fill(&mut self) -> Option<NodeId> {
        match std::mem::replace(&mut self.slot, Slot::None) {
            Slot::None => {}
            Slot::Nowhere => return None,
            Slot::At(node) => return Some(node),
        }
        let container = self.open.last().copied().unwrap_or(self.table);
        if !self.keys.is_empty() || self.is_fake {
            let keys = self.take_keys();
            self.place_at(&keys, container)
        } else if let Content::List = self.tree.content(container?) {
            self.push(container?, Content::Broken, Origin::Value)
        } else {
            None
        }
    }

    fn place_at(&mut self, keys: &[Key], container: Option<NodeId>) -> Option<NodeId> {
        self.place_value(container?, keys)
    }

    /// Begins an array or an inline table; returns whether what is in it is to be read.
    fn begin(&mut self, at: toml_parser::Span, content: Content, error: &mut dyn ErrorSink) -> bool {
        let is_fine = self.open.len() < DEPTH;
        let node = self.fill();
        if is_fine {
            if let Some(node) = node {
                self.tree.set(node, content);
                self.tree.place_value(node, span(at));
            }
        } else {
            self.in_part = true;
            let message = format!("values nest more than {DEPTH} levels deep");
            error.report_error(ParseError::new(message).with_unexpected(at));
        }
        self.open.push(node.filter(|_| is_fine));
        is_fine
    }

    /// Ends an array or an inline table.
    fn end(&mut self, at: toml_parser::Span) {
        self.slot = Slot::None;
        self.take_keys();
        let Some(Some(node)) = self.open.pop() else { return };
        let close = span(at).end;
        let open = self.tree.node(node).value_span().unwrap_or_default();
        self.tree.place_value(node, Span { start: open.start, end: close });
        if at.is_empty() {
            // The text does not close it, and it may have taken in lines that were meant otherwise.
            let taken = self.text.get(open.start as usize..close as usize).unwrap_or_default();
            self.in_part |= taken.contains('\n');
            self.tree.set(node, Content::Broken);
        }
    }
}

impl EventReceiver for Reader<'_> {
    fn std_table_open(&mut self, at: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.end_line();
        self.header = Some((span(at), false));
    }

    fn std_table_close(&mut self, at: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.end_header(Some(span(at)));
    }

    fn array_table_open(&mut self, at: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.end_line();
        self.header = Some((span(at), true));
    }

    fn array_table_close(&mut self, at: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.end_header(Some(span(at)));
    }

    fn inline_table_open(&mut self, at: toml_parser::Span, error: &mut dyn ErrorSink) -> bool {
        self.begin(at, Content::Table, error)
    }

    fn inline_table_close(&mut self, at: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.end(at);
    }

    fn array_open(&mut self, at: toml_parser::Span, error: &mut dyn ErrorSink) -> bool {
        self.begin(at, Content::List, error)
    }

    fn array_close(&mut self, at: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.end(at);
    }

    fn simple_key(&mut self, at: toml_parser::Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        if self.keys.len() == DEPTH {
            if !std::mem::replace(&mut self.is_fake, true) {
                let message = format!("a key has more than {DEPTH} parts");
                error.report_error(ParseError::new(message).with_unexpected(at));
            }
            return;
        }
        let mut decoded = Cow::Borrowed("");
        self.raw(at, encoding).decode_key(&mut decoded, error);
        let start = span(at).start + u32::from(encoding.is_some());
        match self.tree.slice(&decoded, start) {
            Some(slice) if !at.is_empty() => self.keys.push(Key { slice, span: span(at) }),
            _ => self.is_fake = true,
        }
    }

    fn key_val_sep(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        let container = self.open.last().copied().unwrap_or(self.table);
        let keys = self.take_keys();
        self.slot = self.place_at(&keys, container).map_or(Slot::Nowhere, Slot::At);
    }

    fn scalar(&mut self, at: toml_parser::Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let node = self.fill();
        let content = self.decode(at, encoding, error);
        if let Some(node) = node {
            self.tree.set(node, content);
            self.tree.place_value(node, span(at));
        }
    }

    fn newline(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.end_line();
    }
}

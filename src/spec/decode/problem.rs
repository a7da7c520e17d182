//! What a decoder notes.

use crate::org::{Path, Segment};
use crate::spec::fault::{SpecFault, clipped};
use crate::spec::tree::{Node, NodeId, Value};

/// Which part of the file a problem points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A value.
    Value(NodeId),
    /// The key of a value.
    Key(NodeId),
    /// A stretch of the text where `first`, whose key stands there again, does not.
    #[cfg(feature = "toml")]
    Again { first: NodeId, at: crate::spec::tree::Span },
}

/// A fault and its place.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub(crate) at: Path,
    #[cfg_attr(
        not(any(feature = "toml", feature = "json")),
        expect(dead_code, reason = "there is no file to point at")
    )]
    pub(crate) mark: Mark,
    pub(crate) what: SpecFault,
}

/// How many problems are kept, and how much text their paths may take together; beyond that they are counted.
const KEPT: usize = 10_000;
const TEXT: usize = 1 << 26;

/// What has been found so far while a tree is decoded.
#[derive(Debug)]
pub(crate) struct Decoder {
    /// Whether part of the file could not be read, so that nothing can be said of what is missing.
    pub(crate) in_part: bool,
    pub(crate) problems: Vec<Problem>,
    /// How many more problems there were.
    pub(crate) more: usize,
    /// Where a stand-in is left for something that the file states, or may state, in a way that cannot be read.
    pub(crate) unread: Vec<Path>,
    text: usize,
}

impl Decoder {
    /// Begins with nothing found; of a tree that was read in part, nothing is said to be missing.
    pub(crate) fn new(in_part: bool) -> Self {
        Self { in_part, problems: Vec::new(), more: 0, unread: Vec::new(), text: 0 }
    }

    /// Notes what is wrong with a value.
    pub(crate) fn value(&mut self, node: Node<'_>, what: impl Into<SpecFault>) {
        self.note(|| node.path(), Mark::Value(node.id()), what.into());
    }

    /// Notes what is wrong with the key of a value.
    pub(crate) fn key(&mut self, node: Node<'_>, what: impl Into<SpecFault>) {
        self.note(|| node.path(), Mark::Key(node.id()), what.into());
    }

    /// Notes that a table lacks a key.
    pub(crate) fn missing(&mut self, table: Node<'_>, key: &'static str) {
        let at = || table.path().key(key);
        if self.in_part {
            self.leave(at);
        } else {
            self.note(at, Mark::Value(table.id()), SpecFault::MissingKey { key });
        }
    }

    /// Notes that a table has neither of two keys, or both.
    pub(crate) fn either(&mut self, table: Node<'_>, one: &'static str, other: &'static str) {
        if self.in_part {
            self.leave(|| table.path());
        } else {
            self.value(table, SpecFault::EitherKey { one, other });
        }
    }

    /// Notes that a key is stated again, by the value that it had first.
    pub(crate) fn repeated(&mut self, first: Node<'_>, mark: Mark) {
        let key = clipped(first.key());
        self.note(|| first.path(), mark, SpecFault::RepeatedKey { key, first_line: None });
    }

    /// Notes that a value is not of the type that was expected; one that could not be read is reported already.
    pub(crate) fn wrong_type(&mut self, node: Node<'_>, expected: &'static str) {
        match node.value() {
            Value::Broken => self.leave(|| node.path()),
            found => self.value(node, SpecFault::WrongType { expected, found: found.describe() }),
        }
    }

    /// Remembers that a stand-in is left at a path, of which nothing more is to be said.
    pub(crate) fn leave(&mut self, at: impl FnOnce() -> Path) {
        if self.unread.len() < KEPT && self.text < TEXT {
            let at = at();
            self.text += size(&at);
            self.unread.push(at);
        }
    }

    /// Returns whether one more problem would be kept.
    pub(crate) fn has_room(&self) -> bool {
        self.problems.len() < KEPT && self.text < TEXT
    }

    fn note(&mut self, at: impl FnOnce() -> Path, mark: Mark, what: SpecFault) {
        if !self.has_room() {
            self.more += 1;
            return;
        }
        let at = at();
        self.text += size(&at);
        self.problems.push(Problem { at, mark, what });
    }
}

/// Returns about how many bytes a path takes.
fn size(path: &Path) -> usize {
    let text = |segment: &Segment| match segment {
        Segment::Key(key) => key.len(),
        Segment::Index(_) => 0,
    };
    size_of_val(path.segments()) + path.segments().iter().map(text).sum::<usize>()
}

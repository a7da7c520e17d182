//! How a node lies in memory.

use std::num::NonZeroU32;

/// The number of a node, counted from 1, so that an `Option` is as small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(NonZeroU32);

impl NodeId {
    /// The node of the whole file.
    pub(crate) const ROOT: Self = Self(NonZeroU32::MIN);

    /// Returns the number of the node at place `index`, from 0; none past what a number can tell.
    pub(crate) fn at(index: usize) -> Option<Self> {
        NonZeroU32::new(u32::try_from(index).ok()?.checked_add(1)?).map(Self)
    }

    /// Returns the place of the node among all, from 0.
    pub(crate) const fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A stretch of the texts of a tree: of the file, or past its end of what was decoded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Slice {
    pub(super) start: u32,
    pub(super) len: u32,
}

/// A stretch of the text of a file, in bytes.
#[cfg(any(feature = "toml", feature = "json"))]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// How a node hangs below its parent.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// As the value of a key.
    Key(Slice),
    /// As an item of a list, from 0.
    Index(u32),
}

/// What a scalar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scalar {
    Text,
    /// Decimal digits with an optional sign, of any length.
    Integer,
    Float,
    Boolean,
    /// A date, a time of day, or both; not checked yet.
    DateTime,
    Null,
}

/// What a node is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Content {
    Table,
    List,
    Scalar(Scalar, Slice),
    /// A value that could not be read, which is reported already.
    Broken,
}

/// A node: what it is, and its place among the others.
#[derive(Debug, Clone)]
pub(super) struct Data {
    pub(super) parent: NodeId,
    pub(super) step: Step,
    pub(super) content: Content,
    pub(super) next: Option<NodeId>,
    pub(super) first: Option<NodeId>,
    pub(super) last: Option<NodeId>,
    pub(super) count: u32,
}

impl Data {
    pub(super) fn new(parent: NodeId, step: Step, content: Content) -> Self {
        Self { parent, step, content, next: None, first: None, last: None, count: 0 }
    }
}

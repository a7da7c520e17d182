//! The view of one value of a tree.

use crate::org::Path;
use crate::spec::tree::data::{Content, NodeId, Scalar, Step};
use crate::spec::tree::store::Tree;

/// What a node is, for decoders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value<'t> {
    Table,
    List,
    Text(&'t str),
    /// Decimal digits with an optional sign, of any length.
    Integer(&'t str),
    Float(&'t str),
    Boolean,
    DateTime(&'t str),
    Null,
    /// A value that could not be read, which is reported already.
    Broken,
}

impl Value<'_> {
    /// Says what this is, for a message.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::Table => "a table",
            Self::List => "a list",
            Self::Text(_) => "a text",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a float",
            Self::Boolean => "a boolean",
            Self::DateTime(text) if !text.contains(':') => "a date",
            Self::DateTime(text) if text.contains('-') => "a date-time",
            Self::DateTime(_) => "a time of day",
            Self::Null => "null",
            Self::Broken => "a value that cannot be read",
        }
    }
}

/// One value of a tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'t> {
    pub(super) tree: &'t Tree,
    pub(super) id: NodeId,
}

impl<'t> Node<'t> {
    pub(super) fn new(tree: &'t Tree, id: NodeId) -> Self {
        Self { tree, id }
    }

    /// Returns the number that finds this again in its tree.
    pub(crate) fn id(self) -> NodeId {
        self.id
    }

    /// Returns what the node is.
    pub(crate) fn value(self) -> Value<'t> {
        let (scalar, slice) = match self.tree.content(self.id) {
            Content::Table => return Value::Table,
            Content::List => return Value::List,
            Content::Broken => return Value::Broken,
            Content::Scalar(scalar, slice) => (scalar, slice),
        };
        let text = self.tree.text(slice);
        match scalar {
            Scalar::Text => Value::Text(text),
            Scalar::Integer => Value::Integer(text),
            Scalar::Float => Value::Float(text),
            Scalar::Boolean => Value::Boolean,
            Scalar::DateTime => Value::DateTime(text),
            Scalar::Null => Value::Null,
        }
    }

    /// Returns the key at which it stands; empty for the root and for the items of lists.
    pub(crate) fn key(self) -> &'t str {
        match self.tree.up(self.id) {
            Some((Step::Key(key), _)) => self.tree.text(key),
            _ => "",
        }
    }

    /// Returns the value at a key.
    pub(crate) fn child(self, key: &str) -> Option<Self> {
        self.tree.find(self.id, key).map(|id| self.tree.node(id))
    }

    /// Returns the values in a table or a list, in the order of the file.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> {
        self.tree.children(self.id).map(|id| self.tree.node(id))
    }

    /// Returns the number of values in a table or a list.
    pub(crate) fn len(self) -> usize {
        self.tree.count(self.id) as usize
    }

    /// Returns where the node stands. Costs O(depth).
    pub(crate) fn path(self) -> Path {
        let mut steps = Vec::new();
        let mut id = self.id;
        while let Some((step, above)) = self.tree.up(id) {
            steps.push(step);
            id = above;
        }
        steps.into_iter().rev().fold(Path::new(), |path, step| match step {
            Step::Key(key) => path.key(self.tree.text(key)),
            Step::Index(index) => path.index(index as usize),
        })
    }
}

//! The vector of nodes: how a child is added, and how it is found.

use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::spec::tree::data::{Content, Data, NodeId, Scalar, Slice, Step};
use crate::spec::tree::node::Node;

/// From how many children on a child is found by hash.
const INDEXED: u32 = 12;

/// About how many bytes of a file make a node.
const BYTES_A_NODE: usize = 16;

/// A file as tables, lists and scalars.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    file: Arc<str>,
    /// Texts after decoding, as far as the file does not hold them as they are.
    decoded: String,
    list: Vec<Data>,
    index: HashTable<NodeId>,
    hasher: DefaultHashBuilder,
    /// Where each node stands; empty if the format cannot tell.
    #[cfg(any(feature = "toml", feature = "json"))]
    pub(super) places: Vec<super::places::Place>,
}

impl Tree {
    /// Begins the tree of a file; an empty text stands for a file whose nodes have no places.
    pub(crate) fn new(file: Arc<str>) -> Self {
        let mut list = Vec::with_capacity(file.len() / BYTES_A_NODE + 1);
        list.push(Data::new(NodeId::ROOT, Step::Index(0), Content::Table));
        Self {
            file,
            decoded: String::new(),
            list,
            index: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            #[cfg(any(feature = "toml", feature = "json"))]
            places: Vec::new(),
        }
    }

    /// Returns the value of the whole file.
    pub(crate) fn root(&self) -> Node<'_> {
        self.node(NodeId::ROOT)
    }

    /// Returns the node with a number of this tree.
    pub(crate) fn node(&self, id: NodeId) -> Node<'_> {
        Node::new(self, id)
    }

    /// Keeps a text that the file does not hold as it is; none if there is no room for it.
    pub(crate) fn keep(&mut self, text: &str) -> Option<Slice> {
        let start = u32::try_from(self.file.len() + self.decoded.len()).ok()?;
        let len = u32::try_from(text.len()).ok()?;
        start.checked_add(len)?;
        self.decoded.push_str(text);
        Some(Slice { start, len })
    }

    /// Adds a child that has no such sibling yet; none if there is no room.
    pub(crate) fn add(&mut self, parent: NodeId, step: Step, content: Content) -> Option<NodeId> {
        let id = NodeId::at(self.list.len())?;
        self.list.push(Data::new(parent, step, content));
        let above = self.list.get_mut(parent.index())?;
        let before = above.last.replace(id);
        above.first.get_or_insert(id);
        above.count += 1;
        let count = above.count;
        if let Some(before) = before.and_then(|before| self.list.get_mut(before.index())) {
            before.next = Some(id);
        }
        if count == INDEXED {
            let mut child = self.first(parent);
            while let Some(id) = child {
                self.put_in_index(id);
                child = self.next(id);
            }
        } else if INDEXED < count {
            self.put_in_index(id);
        }
        Some(id)
    }

    /// Adds the next item of a list; none if there is no room.
    pub(crate) fn push(&mut self, list: NodeId, content: Content) -> Option<NodeId> {
        self.add(list, Step::Index(self.count(list)), content)
    }

    /// Says what a node is after all.
    pub(crate) fn set(&mut self, id: NodeId, content: Content) {
        if let Some(data) = self.list.get_mut(id.index()) {
            data.content = content;
        }
    }

    /// Keeps a scalar; broken if there is no room for it.
    pub(crate) fn scalar(&mut self, scalar: Scalar, text: &str) -> Content {
        self.keep(text).map_or(Content::Broken, |slice| Content::Scalar(scalar, slice))
    }

    fn put_in_index(&mut self, id: NodeId) {
        let hash = self.hash(id);
        let mut index = std::mem::take(&mut self.index);
        index.insert_unique(hash, id, |&id| self.hash(id));
        self.index = index;
    }

    fn hash(&self, id: NodeId) -> u64 {
        match self.up(id) {
            Some((Step::Key(key), parent)) => self.hash_step(parent, self.text(key)),
            Some((Step::Index(index), parent)) => self.hash_step(parent, index),
            None => 0,
        }
    }

    fn hash_step(&self, parent: NodeId, step: impl Hash) -> u64 {
        self.hasher.hash_one((parent, step))
    }
}

impl Tree {
    /// Returns the text of the file; empty if its nodes have no places.
    #[cfg(any(feature = "toml", feature = "json"))]
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Returns the text of a slice.
    pub(crate) fn text(&self, slice: Slice) -> &str {
        let start = slice.start as usize;
        let (from, start) = match start.checked_sub(self.file.len()) {
            Some(start) => (self.decoded.as_str(), start),
            None => (&*self.file, start),
        };
        from.get(start..start + slice.len as usize).unwrap_or_default()
    }

    /// Returns what a node is.
    pub(crate) fn content(&self, id: NodeId) -> Content {
        self.list.get(id.index()).map_or(Content::Broken, |data| data.content)
    }

    /// Returns how a node hangs below its parent, and the parent; none of the root.
    pub(super) fn up(&self, id: NodeId) -> Option<(Step, NodeId)> {
        let data = self.list.get(id.index()).filter(|_| id != NodeId::ROOT)?;
        Some((data.step, data.parent))
    }

    fn first(&self, id: NodeId) -> Option<NodeId> {
        self.list.get(id.index())?.first
    }

    fn next(&self, id: NodeId) -> Option<NodeId> {
        self.list.get(id.index())?.next
    }

    /// Returns the number of children.
    pub(super) fn count(&self, id: NodeId) -> u32 {
        self.list.get(id.index()).map_or(0, |data| data.count)
    }

    /// Returns the children, in the order of the file.
    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first(id), |&child| self.next(child))
    }

    /// Returns the last child.
    #[cfg(feature = "toml")]
    pub(crate) fn last(&self, id: NodeId) -> Option<NodeId> {
        self.list.get(id.index())?.last
    }

    /// Returns the child at a key.
    pub(crate) fn find(&self, parent: NodeId, key: &str) -> Option<NodeId> {
        let is_it = |&id: &NodeId| match self.up(id) {
            Some((Step::Key(own), above)) => above == parent && self.text(own) == key,
            _ => false,
        };
        if INDEXED <= self.count(parent) {
            return self.index.find(self.hash_step(parent, key), is_it).copied();
        }
        self.children(parent).find(is_it)
    }

    /// Returns the child at a place of a list.
    #[cfg(any(feature = "toml", feature = "json"))]
    pub(super) fn find_item(&self, parent: NodeId, index: u32) -> Option<NodeId> {
        let is_it = |&id: &NodeId| match self.up(id) {
            Some((Step::Index(own), above)) => above == parent && own == index,
            _ => false,
        };
        if INDEXED <= self.count(parent) {
            return self.index.find(self.hash_step(parent, index), is_it).copied();
        }
        self.children(parent).find(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        Tree::new("".into())
    }

    fn add(tree: &mut Tree, parent: NodeId, key: &str) -> NodeId {
        let key = tree.keep(key).unwrap();
        tree.add(parent, Step::Key(key), Content::Table).unwrap()
    }

    #[test]
    fn children_of_one_key_and_several_parents_are_told_apart() {
        let mut tree = tree();
        let above: Vec<NodeId> = (0..100).map(|n| add(&mut tree, NodeId::ROOT, &n.to_string())).collect();
        let below: Vec<NodeId> = above.iter().map(|&id| add(&mut tree, id, "7")).collect();
        for (above, below) in above.iter().zip(below) {
            assert_eq!(tree.find(*above, "7"), Some(below));
        }
    }

    #[test]
    fn a_child_is_found_before_and_after_there_is_an_index() {
        for size in 0..2 * INDEXED {
            let mut tree = tree();
            for number in 0..size {
                add(&mut tree, NodeId::ROOT, &number.to_string());
            }
            for number in 0..=size {
                let found = tree.find(NodeId::ROOT, &number.to_string());
                assert_eq!(found.is_some(), number < size, "{number} of {size}");
            }
            assert_eq!(tree.root().children().count(), size as usize);
        }
    }

    #[test]
    fn a_text_of_the_file_and_one_past_it_are_read_back() {
        let mut tree = Tree::new("file".into());
        let kept = tree.keep("decoded").unwrap();
        assert_eq!(tree.text(kept), "decoded");
        assert_eq!(tree.text(Slice { start: 1, len: 2 }), "il");
        assert_eq!(tree.text(Slice { start: 40, len: 2 }), "");
    }
}

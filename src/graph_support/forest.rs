//! A forest as flat arrays in pre-order, built from each node's parent in linear time.

/// No parent: the node is a root.
pub(crate) const NONE: u32 = u32::MAX;

/// A forest over the nodes `0..len`, with each node's place in a pre-order in which siblings keep their order.
///
/// In pre-order a subtree is one run, so that descendants are a slice and "is above" is two comparisons.
#[derive(Debug, Clone, Default)]
pub(crate) struct Forest {
    nodes: Vec<Node>,
    order: Vec<u32>,
}

/// What one step of a walk needs, side by side.
#[derive(Debug, Clone, Copy)]
struct Node {
    parent: u32,
    /// Place in pre-order.
    place: u32,
    /// Nodes in the subtree, this one included.
    size: u32,
    /// Steps to the root.
    depth: u32,
    /// Children.
    span: u32,
}

impl Forest {
    /// Builds the forest in which `parents[n]` is the parent of `n`, or [`NONE`].
    ///
    /// # Errors
    /// The cycles, if the parents have any: each as its nodes in the order child → parent, from its lowest node.
    pub(crate) fn new(parents: impl Iterator<Item = u32>) -> Result<Self, Vec<Vec<u32>>> {
        let mut nodes: Vec<Node> =
            parents.map(|parent| Node { parent, place: 0, size: 1, depth: 0, span: 0 }).collect();
        for index in 0..nodes.len() {
            if let Some(parent) = parent_of(&nodes, index).and_then(|parent| nodes.get_mut(parent)) {
                parent.span += 1;
            }
        }
        let upwards = leaves_first(&mut nodes);
        if upwards.len() != nodes.len() {
            return Err(cycles_of(&nodes, &upwards));
        }
        let order = place(&mut nodes, &upwards);
        Ok(Self { nodes, order })
    }

    /// Returns the nodes in pre-order.
    pub(crate) fn order(&self) -> &[u32] {
        &self.order
    }

    /// Returns the parent of `node`.
    pub(crate) fn parent(&self, node: u32) -> Option<u32> {
        self.node(node).map(|node| node.parent).filter(|&parent| parent != NONE)
    }

    /// Returns the steps from `node` to its root.
    pub(crate) fn depth(&self, node: u32) -> u32 {
        self.node(node).map_or(0, |node| node.depth)
    }

    /// Returns the number of children of `node`.
    pub(crate) fn span(&self, node: u32) -> u32 {
        self.node(node).map_or(0, |node| node.span)
    }

    /// Returns `node` and its descendants, in pre-order.
    pub(crate) fn subtree(&self, node: u32) -> &[u32] {
        let Some(node) = self.node(node) else { return &[] };
        let start = node.place as usize;
        self.order.get(start..start + node.size as usize).unwrap_or_default()
    }

    /// Returns the children of `node`, in their own order.
    pub(crate) fn children(&self, node: u32) -> impl Iterator<Item = u32> + Clone {
        let mut rest = self.subtree(node).get(1..).unwrap_or_default();
        std::iter::from_fn(move || {
            let &child = rest.first()?;
            let size = self.node(child).map_or(1, |node| node.size as usize);
            rest = rest.get(size..).unwrap_or_default();
            Some(child)
        })
    }

    /// Returns whether `above` is a proper ancestor of `below`.
    pub(crate) fn is_above(&self, above: u32, below: u32) -> bool {
        match (self.node(above), self.node(below)) {
            (Some(above), Some(below)) => above.place < below.place && below.place - above.place < above.size,
            _ => false,
        }
    }

    /// Returns the ancestors of `node`, nearest first.
    pub(crate) fn ancestors(&self, node: u32) -> impl Iterator<Item = u32> + Clone {
        std::iter::successors(self.parent(node), |&above| self.parent(above))
    }

    fn node(&self, node: u32) -> Option<&Node> {
        self.nodes.get(node as usize)
    }
}

fn parent_of(nodes: &[Node], index: usize) -> Option<usize> {
    nodes.get(index).map(|node| node.parent).filter(|&parent| parent != NONE).map(|parent| parent as usize)
}

/// Returns the nodes so that each comes after its children, and adds up the sizes; nodes on a cycle never come.
fn leaves_first(nodes: &mut [Node]) -> Vec<u32> {
    // `place` counts the children that are still to come.
    let mut order = Vec::with_capacity(nodes.len());
    for node in nodes.iter_mut() {
        node.place = node.span;
    }
    for start in 0..nodes.len() {
        if nodes.get(start).is_none_or(|node| node.span != 0) {
            continue;
        }
        let mut done = start;
        loop {
            order.push(u32::try_from(done).unwrap_or(NONE));
            let size = nodes.get(done).map_or(0, |node| node.size);
            let Some(above) = parent_of(nodes, done) else { break };
            let Some(parent) = nodes.get_mut(above) else { break };
            parent.size += size;
            parent.place -= 1;
            if parent.place != 0 {
                break;
            }
            done = above;
        }
    }
    order
}

/// Sets place and depth, given the nodes leaves first, and returns the pre-order.
fn place(nodes: &mut [Node], upwards: &[u32]) -> Vec<u32> {
    // Offsets among siblings, in the siblings' own order; `depth` counts what the parent has given out so far.
    let mut next_root = 0;
    for index in 0..nodes.len() {
        let size = nodes.get(index).map_or(0, |node| node.size);
        let given = match parent_of(nodes, index).and_then(|parent| nodes.get_mut(parent)) {
            Some(parent) => &mut parent.depth,
            None => &mut next_root,
        };
        let offset = *given;
        *given += size;
        if let Some(node) = nodes.get_mut(index) {
            node.place = offset;
        }
    }
    let mut order = vec![0; nodes.len()];
    for &index in upwards.iter().rev() {
        let above = parent_of(nodes, index as usize).and_then(|parent| nodes.get(parent)).copied();
        let Some(node) = nodes.get_mut(index as usize) else { continue };
        (node.depth, node.place) = match above {
            Some(parent) => (parent.depth + 1, parent.place + 1 + node.place),
            None => (0, node.place),
        };
        if let Some(slot) = order.get_mut(node.place as usize) {
            *slot = index;
        }
    }
    order
}

/// Returns the cycles among the nodes that are not in `done`.
fn cycles_of(nodes: &[Node], done: &[u32]) -> Vec<Vec<u32>> {
    let mut seen = vec![false; nodes.len()];
    for &node in done {
        if let Some(seen) = seen.get_mut(node as usize) {
            *seen = true;
        }
    }
    let mut cycles = Vec::new();
    for start in 0..nodes.len() {
        let mut cycle = Vec::new();
        let mut at = start;
        // What is left after the leaves have gone are cycles alone: each walk returns to where it began.
        while let Some(seen) = seen.get_mut(at).filter(|seen| !**seen) {
            *seen = true;
            cycle.push(u32::try_from(at).unwrap_or(NONE));
            let Some(above) = parent_of(nodes, at) else { break };
            at = above;
        }
        if !cycle.is_empty() {
            cycles.push(cycle);
        }
    }
    cycles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forest(parents: &[u32]) -> Forest {
        Forest::new(parents.iter().copied()).unwrap()
    }

    #[test]
    fn a_tree_comes_out_in_pre_order_with_siblings_in_their_own_order() {
        //        2
        //      /   \
        //     0     4
        //    / \
        //   1   3
        let forest = forest(&[2, 0, NONE, 0, 2]);
        assert_eq!(forest.order(), [2, 0, 1, 3, 4]);
        assert_eq!(forest.children(2).collect::<Vec<_>>(), [0, 4]);
        assert_eq!(forest.subtree(0), [0, 1, 3]);
        assert_eq!((forest.depth(2), forest.depth(3), forest.span(0), forest.span(1)), (0, 2, 2, 0));
        assert_eq!(forest.ancestors(3).collect::<Vec<_>>(), [0, 2]);
        assert!(forest.is_above(2, 3) && forest.is_above(0, 1));
        assert!(!forest.is_above(0, 4) && !forest.is_above(1, 1) && !forest.is_above(3, 0));
    }

    #[test]
    fn roots_keep_their_order_too() {
        assert_eq!(forest(&[NONE, 2, NONE, 0]).order(), [0, 3, 2, 1]);
    }

    #[test]
    fn no_nodes_is_a_forest() {
        assert!(forest(&[]).order().is_empty());
    }

    #[test]
    fn cycles_are_named_child_to_parent_and_what_hangs_below_them_is_not() {
        // 0 → 1 → 2 → 0, 3 below 2, 4 its own manager, 5 a root
        let cycles = Forest::new([1, 2, 0, 2, 4, NONE].into_iter()).unwrap_err();
        assert_eq!(cycles, [vec![0, 1, 2], vec![4]]);
    }

    #[test]
    fn a_chain_of_a_million_is_walked_without_recursion() {
        let chain = Forest::new(std::iter::once(NONE).chain(0..999_999)).unwrap();
        assert_eq!(chain.depth(999_999), 999_999);
        assert_eq!(chain.subtree(0).len(), 1_000_000);
        assert_eq!(chain.ancestors(999_999).count(), 999_999);
    }

    #[test]
    fn a_cycle_of_a_million_is_found_whole() {
        let cycles = Forest::new((1..1_000_000).chain([0])).unwrap_err();
        assert_eq!(cycles.iter().map(Vec::len).collect::<Vec<_>>(), [1_000_000]);
    }
}

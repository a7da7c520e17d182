//! One value a node, in a flat array that answers for every number.

/// One value for each of the nodes `0..len`, all alike at first; a number that is no node has the first value.
///
/// Reads and writes cannot fail, so that walks need not say what happens to a node that is none.
#[derive(Debug, Clone)]
pub(crate) struct PerNode<T> {
    values: Vec<T>,
    first: T,
}

impl<T: Copy> PerNode<T> {
    pub(crate) fn new(nodes: u32, first: T) -> Self {
        Self { values: vec![first; nodes as usize], first }
    }

    /// Returns the value of `node`.
    pub(crate) fn at(&self, node: u32) -> T {
        self.values.get(node as usize).copied().unwrap_or(self.first)
    }

    /// Sets the value of `node`, and returns the one before.
    pub(crate) fn set(&mut self, node: u32, value: T) -> T {
        match self.values.get_mut(node as usize) {
            Some(slot) => std::mem::replace(slot, value),
            None => self.first,
        }
    }

    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }

    pub(crate) fn into_values(self) -> Vec<T> {
        self.values
    }
}

impl<T: Copy + std::ops::AddAssign> PerNode<T> {
    /// Adds to the value of `node`.
    pub(crate) fn add(&mut self, node: u32, more: T) {
        if let Some(slot) = self.values.get_mut(node as usize) {
            *slot += more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PerNode;

    #[test]
    fn a_number_that_is_no_node_has_the_first_value_and_takes_none() {
        let mut values = PerNode::new(2, 7);
        assert_eq!((values.set(1, 3), values.set(2, 9)), (7, 7));
        values.add(0, 1);
        values.add(5, 1);
        assert_eq!((values.at(0), values.at(1), values.at(2)), (8, 3, 7));
        assert_eq!(values.values(), [8, 3]);
    }
}

//! Compact storage for what most nodes lack: [`Column`] for one value, [`Rows`] for a list.

/// One optional value per node; takes no memory until the first one is set.
#[derive(Debug, Clone)]
pub(crate) struct Column<T> {
    cells: Vec<Option<T>>,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self { cells: Vec::new() }
    }
}

impl<T> Column<T> {
    /// Sets the value of `node`.
    pub(crate) fn set(&mut self, node: usize, value: T) {
        if self.cells.len() <= node {
            self.cells.resize_with(node + 1, || None);
        }
        if let Some(cell) = self.cells.get_mut(node) {
            *cell = Some(value);
        }
    }

    /// Returns the value of `node`.
    pub(crate) fn get(&self, node: usize) -> Option<&T> {
        self.cells.get(node).and_then(Option::as_ref)
    }

    /// Returns the nodes that have a value, in order, with it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.cells.iter().enumerate().filter_map(|(node, cell)| cell.as_ref().map(|value| (node, value)))
    }
}

/// A list per node, all in one vector; takes no memory until the first item is pushed.
#[derive(Debug, Clone)]
pub(crate) struct Rows<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds an item to the list of `node`, which must not lie before the last node that got one.
    pub(crate) fn push(&mut self, node: usize, item: T) {
        let end = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        if self.ends.len() <= node {
            self.ends.resize(node + 1, end);
        }
        debug_assert_eq!(self.ends.len(), node + 1, "rows are filled in order");
        self.items.push(item);
        if let Some(last) = self.ends.last_mut() {
            *last = end.saturating_add(1);
        }
    }

    /// Returns the list of `node`.
    pub(crate) fn row(&self, node: usize) -> &[T] {
        let Some(&end) = self.ends.get(node) else { return &[] };
        let start = node.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.items.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Returns all items with their nodes, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        (0..self.ends.len()).flat_map(|node| self.row(node).iter().map(move |item| (node, item)))
    }

    /// Returns whether no list has an item.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Makes the same lists of other items; `f` gets the node, the place in its list, and the item.
    pub(crate) fn map_at<U>(self, mut f: impl FnMut(usize, usize, T) -> U) -> Rows<U> {
        let Self { ends, items } = self;
        let (mut node, mut at, mut start) = (0, 0_u32, 0_u32);
        let map = |item| {
            while let Some(&end) = ends.get(node).filter(|&&end| end <= at) {
                (node, start) = (node + 1, end);
            }
            let mapped = f(node, (at - start) as usize, item);
            at += 1;
            mapped
        };
        let items = items.into_iter().map(map).collect();
        Rows { ends, items }
    }
}

impl Rows<u32> {
    /// Groups `pairs` of (node, item) by node, for `nodes` nodes; items of a node keep their order.
    pub(crate) fn group(nodes: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut ends = vec![0_u32; nodes];
        for (node, _) in pairs.clone() {
            if let Some(count) = ends.get_mut(node as usize) {
                *count += 1;
            }
        }
        let mut start = 0;
        for count in &mut ends {
            // Holds the start of the row while it is filled, and so its end once it is full.
            start += std::mem::replace(count, start);
        }
        let mut items = vec![0; start as usize];
        for (node, item) in pairs {
            if let Some(next) = ends.get_mut(node as usize) {
                if let Some(slot) = items.get_mut(*next as usize) {
                    *slot = item;
                }
                *next += 1;
            }
        }
        if items.is_empty() {
            return Self::default();
        }
        Self { ends, items }
    }

    /// Puts each list of two or more items in the order of a key.
    pub(crate) fn sort_rows_by<K: Ord>(&mut self, mut key: impl FnMut(u32) -> K) {
        let mut start = 0;
        for &end in &self.ends {
            let row = self.items.get_mut(start as usize..end as usize).unwrap_or_default();
            if 1 < row.len() {
                row.sort_by_cached_key(|&item| key(item));
            }
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_gives_back_what_was_set_and_nothing_else() {
        let mut column = Column::default();
        assert_eq!(column.get(3), None);
        column.set(2, 'x');
        column.set(0, 'y');
        assert_eq!(
            (column.get(0), column.get(1), column.get(2), column.get(9)),
            (Some(&'y'), None, Some(&'x'), None)
        );
        assert_eq!(column.iter().collect::<Vec<_>>(), [(0, &'y'), (2, &'x')]);
    }

    #[test]
    fn rows_keep_items_apart_and_leave_gaps_empty() {
        let mut rows = Rows::default();
        rows.push(1, 'a');
        rows.push(1, 'b');
        rows.push(4, 'c');
        assert_eq!(
            (rows.row(0), rows.row(1), rows.row(3), rows.row(4), rows.row(5)),
            (&[][..], &['a', 'b'][..], &[][..], &['c'][..], &[][..])
        );
    }

    #[test]
    fn mapping_tells_the_node_and_the_place_of_each_item() {
        let mut rows = Rows::default();
        rows.push(1, 'a');
        rows.push(1, 'b');
        rows.push(4, 'c');
        let mapped = rows.map_at(|node, place, item| (node, place, item));
        assert_eq!(mapped.row(1), [(1, 0, 'a'), (1, 1, 'b')]);
        assert_eq!(mapped.row(4), [(4, 0, 'c')]);
    }

    #[test]
    fn grouping_sorts_by_node_and_keeps_the_order_within() {
        let pairs = [(2, 10), (0, 11), (2, 12), (9, 13)];
        let rows = Rows::group(3, pairs.into_iter());
        assert_eq!((rows.row(0), rows.row(1), rows.row(2)), (&[11][..], &[][..], &[10, 12][..]));
        assert!(Rows::group(3, std::iter::empty()).is_empty());
    }
}

//! Figures of a graph by their definitions, with matrices and lists of all ways. It shares no code with the crate.

/// A graph as a matrix, without loops.
pub(crate) struct Oracle {
    arc: Vec<Vec<bool>>,
}

/// A ratio, or none of nothing.
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole != 0).then(|| part as f64 / whole as f64)
}

impl Oracle {
    pub(crate) fn new(nodes: u32, arcs: &[(u32, u32)]) -> Self {
        let mut arc = vec![vec![false; nodes as usize]; nodes as usize];
        for (from, to) in arcs.iter().filter(|(from, to)| from != to && *from < nodes && *to < nodes) {
            arc[*from as usize][*to as usize] = true;
        }
        Self { arc }
    }

    fn nodes(&self) -> usize {
        self.arc.len()
    }

    fn arcs(&self) -> usize {
        self.arc.iter().flatten().filter(|arc| **arc).count()
    }

    /// Who reaches whom, each one itself included.
    fn reach(&self) -> Vec<Vec<bool>> {
        let mut reach = self.arc.clone();
        for (node, row) in reach.iter_mut().enumerate() {
            row[node] = true;
        }
        for through in 0..self.nodes() {
            for from in 0..self.nodes() {
                for to in 0..self.nodes() {
                    reach[from][to] |= reach[from][through] && reach[through][to];
                }
            }
        }
        reach
    }

    fn both_ways(&self) -> Self {
        let nodes = 0..self.nodes();
        let row = |a: usize| nodes.clone().map(move |b| self.arc[a][b] || self.arc[b][a]).collect();
        Self { arc: nodes.clone().map(row).collect() }
    }

    /// The same graph without a node; the others get new numbers.
    fn without(&self, gone: usize) -> Self {
        let left: Vec<usize> = (0..self.nodes()).filter(|node| *node != gone).collect();
        Self { arc: left.iter().map(|a| left.iter().map(|b| self.arc[*a][*b]).collect()).collect() }
    }

    /// The sizes of the pieces.
    fn parts(&self) -> Vec<usize> {
        let together = self.both_ways().reach();
        let first = |node: &usize| (0..*node).all(|before| !together[before][*node]);
        let size = |node: usize| together[node].iter().filter(|other| **other).count();
        (0..self.nodes()).filter(first).map(size).collect()
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + Clone + use<> {
        let nodes = self.nodes();
        (0..nodes).flat_map(move |a| (a + 1..nodes).map(move |b| (a, b)))
    }

    pub(crate) fn connectedness(&self) -> f64 {
        let together = self.both_ways().reach();
        let connected = self.pairs().filter(|(a, b)| together[*a][*b]).count();
        ratio(connected, self.pairs().count()).unwrap_or(1.0)
    }

    pub(crate) fn hierarchy(&self) -> Option<f64> {
        let reach = self.reach();
        let any = self.pairs().filter(|(a, b)| reach[*a][*b] || reach[*b][*a]);
        let one_way = any.clone().filter(|(a, b)| !(reach[*a][*b] && reach[*b][*a])).count();
        ratio(one_way, any.count())
    }

    pub(crate) fn efficiency(&self) -> Option<f64> {
        let parts = self.parts();
        let most: usize = parts.iter().map(|nodes| nodes * (nodes - 1) - (nodes - 1)).sum();
        let beyond = self.arcs() - parts.iter().map(|nodes| nodes - 1).sum::<usize>();
        ratio(beyond, most).map(|share| 1.0 - share)
    }

    pub(crate) fn without_upper_bound(&self) -> Vec<(u32, u32)> {
        let (reach, together) = (self.reach(), self.both_ways().reach());
        let has_none = |(a, b): &(usize, usize)| {
            let above: Vec<usize> =
                (0..self.nodes()).filter(|node| reach[*node][*a] && reach[*node][*b]).collect();
            !above.iter().any(|least| above.iter().all(|other| reach[*other][*least]))
        };
        let narrow = |node| u32::try_from(node).unwrap();
        let pairs = self.pairs().filter(|(a, b)| together[*a][*b]).filter(has_none);
        pairs.map(|(a, b)| (narrow(a), narrow(b))).collect()
    }

    pub(crate) fn upper_boundedness(&self) -> Option<f64> {
        let large = self.parts().into_iter().filter(|nodes| 3 <= *nodes);
        let most: usize = large.map(|nodes| (nodes - 1) * (nodes - 2) / 2).sum();
        ratio(self.without_upper_bound().len(), most).map(|share| 1.0 - share)
    }

    pub(crate) fn flow_hierarchy(&self) -> Option<f64> {
        let reach = self.reach();
        let nodes = 0..self.nodes();
        let arcs =
            nodes.clone().flat_map(|a| nodes.clone().map(move |b| (a, b))).filter(|(a, b)| self.arc[*a][*b]);
        ratio(arcs.filter(|(a, b)| !reach[*b][*a]).count(), self.arcs())
    }

    pub(crate) fn global_centrality(&self) -> Option<f64> {
        if self.arcs() == 0 {
            return None;
        }
        let others = self.nodes() - 1;
        let count = |row: &Vec<bool>| row.iter().filter(|reached| **reached).count() - 1;
        let shares: Vec<f64> = self.reach().iter().map(|row| count(row) as f64 / others as f64).collect();
        let most = shares.iter().copied().fold(0.0, f64::max);
        Some(shares.iter().map(|share| most - share).sum::<f64>() / others as f64)
    }

    /// By pair: the length of the shortest ways and how many there are.
    fn shortest(&self, start: usize) -> Vec<Option<(usize, f64)>> {
        let mut found = vec![None; self.nodes()];
        found[start] = Some((0, 1.0));
        for length in 1..self.nodes() {
            let last = found.clone();
            for (node, slot) in found.iter_mut().enumerate().filter(|(_, slot)| slot.is_none()) {
                let before = (0..last.len()).filter(|from| self.arc[*from][node]);
                let ways: f64 = before.filter_map(|from| last[from]).map(|(_, ways)| ways).sum();
                *slot = (0.0 < ways).then_some((length, ways));
            }
        }
        found
    }

    pub(crate) fn betweenness(&self) -> Vec<f64> {
        let nodes = 0..self.nodes();
        let shortest: Vec<_> = nodes.clone().map(|start| self.shortest(start)).collect();
        let through = |s: usize, v: usize, t: usize| {
            let (whole, first, second) = (shortest[s][t]?, shortest[s][v]?, shortest[v][t]?);
            (first.0 + second.0 == whole.0).then(|| first.1 * second.1 / whole.1)
        };
        let between = |v: usize| {
            let starts = nodes.clone().filter(|s| *s != v);
            let pairs = starts
                .flat_map(|s| (0..shortest.len()).filter(move |t| *t != v && *t != s).map(move |t| (s, t)));
            pairs.filter_map(|(s, t)| through(s, v, t)).sum()
        };
        nodes.clone().map(between).collect()
    }

    /// The number of nodes that a top reaches; tops are those to which no arc leads in the whole graph.
    fn reached(&self, tops: &[bool]) -> usize {
        let reach = self.reach();
        let is_reached = |node: &usize| (0..self.nodes()).any(|top| tops[top] && reach[top][*node]);
        (0..self.nodes()).filter(is_reached).count()
    }

    pub(crate) fn cut_off(&self) -> Option<Vec<u32>> {
        let tops: Vec<bool> = (0..self.nodes()).map(|node| self.arc.iter().all(|row| !row[node])).collect();
        if !tops.contains(&true) {
            return None;
        }
        let all = self.reached(&tops);
        let reach = self.reach();
        let lost = |gone: usize| {
            let is_reached = (0..self.nodes()).any(|top| tops[top] && reach[top][gone]);
            let mut left = tops.clone();
            left.remove(gone);
            u32::try_from(all - usize::from(is_reached) - self.without(gone).reached(&left)).unwrap()
        };
        Some((0..self.nodes()).map(lost).collect())
    }

    pub(crate) fn cut_nodes(&self) -> Vec<u32> {
        let parts = self.parts().len();
        let cuts = (0..self.nodes()).filter(|node| parts < self.without(*node).parts().len());
        cuts.map(|node| u32::try_from(node).unwrap()).collect()
    }

    pub(crate) fn layers(&self) -> Option<Vec<u32>> {
        let mut layers = vec![1; self.nodes()];
        for _ in 0..=self.nodes() {
            let last = layers.clone();
            for (node, layer) in layers.iter_mut().enumerate() {
                let superiors = (0..last.len()).filter(|from| self.arc[*from][node]);
                *layer = superiors.map(|from| last[from] + 1).max().unwrap_or(1);
            }
            if layers == last {
                return Some(layers);
            }
        }
        None
    }
}

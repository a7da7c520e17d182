//! Reporting lines that lead round in a circle: refused, or cut at the smallest id.

use super::error::ImportFault;
use super::options::CyclePolicy;
use super::rows::Rows;
use super::table::Spot;
use crate::graph_support::NONE;

/// A circle: its positions, each reporting to the next and the last to the first, from the smallest id on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Circle {
    pub(super) ids: Vec<String>,
    pub(super) spots: Vec<Spot>,
}

/// Finds every circle among parents, as rows from its lowest one on.
///
/// Costs O(rows): each row is walked from once, and a walk ends where an earlier one has been.
pub(super) fn circles(parents: &[u32]) -> Vec<Vec<u32>> {
    let mut walk_of = vec![0_u32; parents.len()];
    let mut found = Vec::new();
    for start in 0..u32::try_from(parents.len()).unwrap_or(NONE) {
        let (walk, mut at) = (start + 1, start);
        // Ends at a root, at a row of an earlier walk, or back on this walk.
        let meets = loop {
            match walk_of.get_mut(at as usize) {
                Some(slot) if *slot == 0 => *slot = walk,
                Some(slot) => break *slot == walk,
                None => break false,
            }
            at = parents.get(at as usize).copied().unwrap_or(NONE);
        };
        if meets {
            let next = |row: &u32| parents.get(*row as usize).copied();
            let round = std::iter::successors(next(&at), next).take_while(|&row| row != at);
            let mut circle: Vec<u32> = std::iter::once(at).chain(round).collect();
            let lowest = circle.iter().zip(0..).min().map_or(0, |(_, place)| place);
            circle.rotate_left(lowest);
            found.push(circle);
        }
    }
    found.sort_unstable();
    found
}

impl Rows<'_> {
    /// Refuses or cuts every circle; returns those that were cut.
    pub(super) fn settle_circles(&mut self, parents: &mut [u32], policy: CyclePolicy) -> Vec<Circle> {
        let mut cut = Vec::new();
        for mut rows in circles(parents) {
            let id = |row: &u32| {
                let seat = self.org.seats.get(*row as usize);
                seat.map_or("", |seat| self.org.names.resolve(seat.id))
            };
            let smallest = rows.iter().zip(0..).min_by_key(|(row, _)| id(row)).map_or(0, |(_, place)| place);
            rows.rotate_left(smallest);
            let ids: Vec<String> = rows.iter().map(|row| id(row).to_owned()).collect();
            let spots: Vec<Spot> =
                rows.iter().map(|&row| self.spots.get(row as usize).copied().unwrap_or_default()).collect();
            if policy == CyclePolicy::Refuse {
                let lines = spots.iter().map(|&spot| self.table.line(spot)).collect();
                let first = spots.first().copied().unwrap_or_default();
                self.fault(first, ImportFault::Cycle { ids, lines });
                continue;
            }
            for &row in rows.iter().take(1) {
                if let Some(parent) = parents.get_mut(row as usize) {
                    *parent = NONE;
                }
                if let Some(manager) = self.org.managers.get_mut(row as usize) {
                    *manager = None;
                }
            }
            cut.push(Circle { ids, spots });
        }
        cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_is_found_once_from_its_lowest_row() {
        assert!(circles(&[]).is_empty());
        assert!(circles(&[NONE, 0, 1]).is_empty());
        assert_eq!(circles(&[0]), [vec![0]]);
        assert_eq!(circles(&[1, 2, 0, 0]), [vec![0, 1, 2]]);
        assert_eq!(circles(&[3, 2, 1, 0, 1, NONE, 5]), [vec![0, 3], vec![1, 2]]);
    }

    #[test]
    fn a_long_chain_is_walked_once() {
        let chain: Vec<u32> = (0..1_000_000).map(|row| if row == 0 { NONE } else { row - 1 }).collect();
        assert!(circles(&chain).is_empty());
        let ring: Vec<u32> = (0..1_000_000).map(|row| (row + 1) % 1_000_000).collect();
        assert_eq!(circles(&ring).first().map(Vec::len), Some(1_000_000));
    }
}

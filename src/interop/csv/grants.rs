//! Allocations: from a cell beside a position to a delegation from its manager, or to a budget.

use super::amounts::{Amount, Target};
use super::error::{ImportError, ImportFault};
use super::rows::Rows;
use super::table::Spot;
use crate::graph_support::NONE;
use crate::money::Money;
use crate::role::Permission;

/// What there is to say of allocations.
#[derive(Debug, Default)]
pub(super) struct GrantNotes {
    pub(super) delegations: u64,
    pub(super) budgets: u64,
    pub(super) zero: Vec<Spot>,
    /// Limits of positions that hold a budget, which has none.
    pub(super) root_limits: Vec<Spot>,
    /// Managers who delegate and have no allocation of their own.
    pub(super) from_nothing: Vec<Spot>,
}

impl Rows<'_> {
    /// Settles the amounts that their columns had to explain.
    pub(super) fn settle_amounts(&mut self) {
        let Some(amounts) = self.amounts.take() else { return };
        for pending in &amounts.pending {
            let amount = amounts.settle(pending);
            match (pending.target, amount) {
                (Target::Pay(row), Amount::Exact(pay)) => self.pays.add(row, pay, pending.spot),
                (Target::Pay(_), Amount::Fault(fault)) => self.pays.fault(&fault, pending.spot),
                (Target::Approves(row), Amount::Exact(limit)) => {
                    self.org.extras.approves_up_to.set(row as usize, limit);
                }
                (Target::Allocation(place), Amount::Exact(money)) => {
                    if let Some(delegation) = self.org.delegations.get_mut(place) {
                        delegation.amount = money;
                    }
                }
                (Target::Limit(place, window), Amount::Exact(limit)) => {
                    if let Some(delegation) = self.org.delegations.get_mut(place) {
                        delegation.limits.set(window, limit);
                    }
                }
                (_, Amount::Fault(fault)) => self.fault(pending.spot, fault),
                (_, Amount::Pending) => {}
            }
        }
        for (row, pay) in self.pays.settle(amounts.currency()) {
            self.org.extras.pay.set(row as usize, pay);
        }
    }

    /// Gives each allocation its source: the manager, or, where there is none in the file, the outside.
    pub(super) fn settle_grants(&mut self, parents: &[u32]) -> GrantNotes {
        let mut notes = GrantNotes::default();
        let seats = self.org.seats.len();
        let (mut has_own, mut passes_on) = (vec![false; seats], vec![false; seats]);
        let (mut removed, mut total) = (Vec::new(), 0_i128);
        let granted = std::mem::take(&mut self.granted);
        for (place, &row) in granted.iter().enumerate() {
            let Some(delegation) = self.org.delegations.get_mut(place) else { break };
            if delegation.amount.is_zero() {
                notes.zero.extend(self.spots.get(row as usize));
                removed.push(place);
                continue;
            }
            total += i128::from(delegation.amount.minor());
            mark(&mut has_own, row as usize);
            let parent = parents.get(row as usize).map_or(NONE, |&parent| parent) as usize;
            let manager = self.org.managers.get(row as usize).copied().flatten();
            let Some(manager) = manager.filter(|_| parent < self.spots.len()) else {
                self.grant_budget(place, row, &mut notes);
                removed.push(place);
                continue;
            };
            // Most are so already: the cell of the manager holds the id.
            if delegation.from != manager {
                delegation.from = manager;
            }
            mark(&mut passes_on, parent);
        }
        self.granted = granted;
        self.remove_grants(&removed);
        self.allow_sub_delegation(&passes_on);
        let from_nothing = passes_on.iter().zip(&has_own).zip(&self.spots);
        notes.from_nothing =
            from_nothing.filter(|((passes, has), _)| **passes && !**has).map(|(_, &spot)| spot).collect();
        notes.delegations = self.granted.len() as u64;
        if i128::from(Money::MAX.minor()) < total {
            self.errors.push(ImportError::new(self.file, None, ImportFault::TotalOverflow));
        }
        notes
    }

    /// Removes the delegations at some places, which are sorted.
    fn remove_grants(&mut self, places: &[usize]) {
        remove_all(&mut self.granted, places);
        remove_all(&mut self.org.delegations, places);
    }

    /// Makes a budget of an allocation that has no source in the file.
    fn grant_budget(&mut self, place: usize, row: u32, notes: &mut GrantNotes) {
        let Some(delegation) = self.org.delegations.get(place) else { return };
        notes.budgets += 1;
        self.org.extras.budget.set(row as usize, delegation.amount);
        if !delegation.limits.unpack().is_empty() {
            notes.root_limits.extend(self.spots.get(row as usize));
        }
    }

    /// Those who pass part of an allocation on may do so.
    fn allow_sub_delegation(&mut self, passes_on: &[bool]) {
        for (place, &row) in self.granted.iter().enumerate() {
            if passes_on.get(row as usize) == Some(&true)
                && let Some(delegation) = self.org.delegations.get_mut(place)
            {
                delegation.sub_delegation = Some(Permission::Allowed);
            }
        }
    }
}

fn mark(marks: &mut [bool], place: usize) {
    if let Some(mark) = marks.get_mut(place) {
        *mark = true;
    }
}

/// Removes the items at some places, which are sorted; what lies between two of them moves in one piece.
fn remove_all<T: Copy>(items: &mut Vec<T>, places: &[usize]) {
    let mut to = places.first().copied().unwrap_or(items.len());
    for (index, &place) in places.iter().enumerate() {
        let end = places.get(index + 1).copied().unwrap_or(items.len());
        items.copy_within(place + 1..end, to);
        to += end - (place + 1);
    }
    items.truncate(to);
}

#[cfg(test)]
mod tests {
    use super::remove_all;

    #[test]
    fn items_are_removed_in_one_sweep() {
        let removed = |places: &[usize]| {
            let mut items = vec!['a', 'b', 'c', 'd', 'e'];
            remove_all(&mut items, places);
            items.into_iter().collect::<String>()
        };
        assert_eq!(removed(&[]), "abcde");
        assert_eq!(
            (removed(&[0]), removed(&[4]), removed(&[1, 2])),
            ("bcde".into(), "abcd".into(), "ade".into())
        );
        assert_eq!((removed(&[0, 2, 4]), removed(&[0, 1, 2, 3, 4])), ("bd".into(), String::new()));
    }
}

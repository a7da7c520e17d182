//! Allocations: from a cell beside a position to a delegation from its manager, or to a budget.

use super::amounts::{Amount, Target};
use super::error::{ImportError, ImportFault};
use super::rows::Rows;
use super::table::Spot;
use crate::calendar::Interval;
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
                    self.org.delegations.get_mut(place).into_iter().for_each(|it| it.amount = money);
                }
                (Target::Limit(place, window), Amount::Exact(limit)) => {
                    let delegation = self.org.delegations.get_mut(place);
                    delegation.into_iter().for_each(|it| it.limits.set(window, limit));
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
    pub(super) fn settle_grants(&mut self, parents: &[u32], valid: Interval) -> GrantNotes {
        let mut notes = GrantNotes::default();
        let seats = self.org.seats.len();
        let (mut has_own, mut passes_on) = (vec![false; seats], vec![false; seats]);
        let in_file = self.spots.len();
        let (mut kept, mut total) = (0, 0_i128);
        for (place, row) in std::mem::take(&mut self.granted).into_iter().enumerate() {
            let Some(&(mut delegation)) = self.org.delegations.get(place) else { break };
            let spot = self.spots.get(row as usize).copied().unwrap_or_default();
            if delegation.amount.is_zero() {
                notes.zero.push(spot);
                continue;
            }
            total += i128::from(delegation.amount.minor());
            has_own.get_mut(row as usize).into_iter().for_each(|it| *it = true);
            let parent = parents.get(row as usize).map_or(NONE, |&parent| parent) as usize;
            let Some(manager) = self.org.seats.get(parent).filter(|_| parent < in_file) else {
                notes.budgets += 1;
                self.org.extras.budget.set(row as usize, delegation.amount);
                if !delegation.limits.unpack().is_empty() {
                    notes.root_limits.push(spot);
                }
                continue;
            };
            (delegation.from, delegation.valid) = (manager.id, valid);
            passes_on.get_mut(parent).into_iter().for_each(|it| *it = true);
            if let Some(slot) = self.org.delegations.get_mut(kept) {
                *slot = delegation;
            }
            self.granted.push(row);
            kept += 1;
        }
        self.org.delegations.truncate(kept);
        notes.delegations = kept as u64;
        self.allow_sub_delegation(&passes_on);
        let from_nothing = passes_on.iter().zip(&has_own).zip(&self.spots);
        notes.from_nothing =
            from_nothing.filter(|((passes, has), _)| **passes && !**has).map(|(_, &spot)| spot).collect();
        if i128::from(Money::MAX.minor()) < total {
            self.errors.push(ImportError::new(self.file, None, ImportFault::TotalOverflow));
        }
        notes
    }

    /// Those who pass part of an allocation on may do so.
    fn allow_sub_delegation(&mut self, passes_on: &[bool]) {
        for (delegation, &row) in self.org.delegations.iter_mut().zip(&self.granted) {
            if passes_on.get(row as usize) == Some(&true) {
                delegation.sub_delegation = Some(Permission::Allowed);
            }
        }
    }
}

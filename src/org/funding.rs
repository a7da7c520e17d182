//! What each delegation is cut from, for all delegations at once.
//!
//! A rule that follows funding paths one by one walks the same stretch again for each delegation below it, and
//! looks through all accounts of a position again for each delegation that it gives. Here both are done once.

use crate::calendar::Date;
use crate::org::graph::Org;
use crate::org::index::{DelegationIx, PositionIx};

/// What each delegation of an org is cut from on one day.
#[derive(Debug)]
pub(crate) struct Funding {
    cuts: Vec<Option<DelegationIx>>,
    /// Whether something is cut from a delegation.
    are_sources: Vec<bool>,
}

impl Funding {
    /// Finds out what each delegation is cut from on a day.
    ///
    /// Costs O(positions + delegations + channels) for all.
    pub(crate) fn new(org: &Org, on: Date) -> Self {
        let cuts = cuts(org, on);
        Self { are_sources: are_sources(&cuts), cuts }
    }

    /// Returns the delegation that another is cut from.
    ///
    /// That is none for what is cut from a budget, or from nothing, and for what is not in force. Says the same as
    /// [`Delegation::cut_from`](crate::org::Delegation::cut_from).
    pub(crate) fn cut_of(&self, ix: DelegationIx) -> Option<DelegationIx> {
        cut_of(&self.cuts, ix)
    }

    /// Returns whether something is cut from a delegation.
    pub(crate) fn is_source(&self, ix: DelegationIx) -> bool {
        self.are_sources.get(ix.index()).copied().unwrap_or_default()
    }

    /// Returns the delegations so that each comes after the one that it is cut from; last those that nothing is cut
    /// from, in the order stated.
    ///
    /// Delegations that leave the line can be cut from each other in a circle, money that comes from nowhere; those
    /// are left out. Costs O(delegations): each is walked over once, however long the paths.
    pub(crate) fn sources_first(&self) -> Vec<DelegationIx> {
        sources_first(&self.cuts, &self.are_sources)
    }

    /// Returns whether every delegation is cut from a budget, or from nothing.
    pub(crate) fn is_flat(&self) -> bool {
        self.cuts.iter().all(Option::is_none)
    }
}

fn are_sources(cuts: &[Option<DelegationIx>]) -> Vec<bool> {
    let mut are_sources = vec![false; cuts.len()];
    for cut in cuts.iter().flatten() {
        if let Some(is_source) = are_sources.get_mut(cut.index()) {
            *is_source = true;
        }
    }
    are_sources
}

/// Returns what each delegation is cut from, by the place at which it is stated.
fn cuts(org: &Org, on: Date) -> Vec<Option<DelegationIx>> {
    let mut cuts = vec![None; org.delegations().len()];
    if cuts.is_empty() {
        return cuts;
    }
    // By channel: the last position that had a delegation for it, and the first such delegation.
    let mut own: Vec<Option<(PositionIx, DelegationIx)>> = vec![None; org.channels().len()];
    for position in org.positions() {
        if position.given().len() == 0 {
            continue;
        }
        let mut general = None;
        for delegation in position.received().filter(|delegation| delegation.is_in_force(on)) {
            let Some(channel) = delegation.channel() else {
                general = general.or(Some(delegation.ix()));
                continue;
            };
            match own.get_mut(channel.ix().index()) {
                Some(slot) if slot.is_none_or(|(holder, _)| holder != position.ix()) => {
                    *slot = Some((position.ix(), delegation.ix()));
                }
                _ => {}
            }
        }
        for delegation in position.given().filter(|delegation| delegation.is_in_force(on)) {
            let slot =
                delegation.channel().and_then(|channel| own.get(channel.ix().index()).copied().flatten());
            let of_channel = slot.filter(|(holder, _)| *holder == position.ix()).map(|(_, account)| account);
            if let Some(cut) = cuts.get_mut(delegation.ix().index()) {
                *cut = of_channel.or(general);
            }
        }
    }
    cuts
}

fn sources_first(cuts: &[Option<DelegationIx>], are_sources: &[bool]) -> Vec<DelegationIx> {
    let mut order = Vec::with_capacity(cuts.len());
    let mut steps = vec![Step::New; cuts.len()];
    let mut walked = Vec::new();
    let all =
        || are_sources.iter().enumerate().map(|(index, is_source)| (DelegationIx::new(index), *is_source));
    for (start, _) in all().filter(|(_, is_source)| *is_source) {
        let mut at = Some(start);
        while let Some(ix) = at {
            match steps.get_mut(ix.index()) {
                Some(step) if *step == Step::New => *step = Step::Walked,
                _ => break,
            }
            walked.push(ix);
            at = cut_of(cuts, ix);
        }
        // Where the walk ran into itself, what was walked from there on is a circle.
        let circle = at.filter(|ix| steps.get(ix.index()) == Some(&Step::Walked));
        let keep =
            circle.and_then(|ix| walked.iter().position(|walked| *walked == ix)).unwrap_or(walked.len());
        for ix in &walked {
            if let Some(step) = steps.get_mut(ix.index()) {
                *step = Step::Done;
            }
        }
        order.extend(walked.drain(..).take(keep).rev());
    }
    order.extend(all().filter(|(_, is_source)| !is_source).map(|(leaf, _)| leaf));
    order
}

fn cut_of(cuts: &[Option<DelegationIx>], ix: DelegationIx) -> Option<DelegationIx> {
    cuts.get(ix.index()).copied().flatten()
}

/// How far the walk has come with a delegation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    New,
    Walked,
    Done,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::Account;
    use crate::testing::{Numbers, ended, org, today};

    /// An org of a few positions, with delegations in every direction.
    fn tangle(seed: u64) -> Org {
        let mut numbers = Numbers(seed);
        org(|org| {
            for channel in 0..3 {
                org.channel(&format!("c{channel}"), "");
            }
            let positions = 2 + numbers.below(5);
            for index in 0..positions {
                let mut draft = org.position(&format!("p{index}"), "digital-marketing-manager");
                if 0 < index {
                    draft = draft.reports_to(&format!("p{}", numbers.below(index)));
                }
                if numbers.below(2) == 0 {
                    draft.budget(100);
                }
            }
            for _ in 0..numbers.below(12) {
                let from = numbers.below(positions);
                let to = (from + 1 + numbers.below(positions - 1)) % positions;
                let mut draft = org.delegation(&format!("p{from}"), &format!("p{to}"), 1);
                if numbers.below(3) != 0 {
                    draft = draft.channel(&format!("c{}", numbers.below(3)));
                }
                if numbers.below(6) == 0 {
                    draft.valid(ended());
                }
            }
        })
    }

    #[test]
    fn cuts_are_those_of_each_delegation() {
        for seed in 0..2_000 {
            let org = tangle(seed);
            let cuts = cuts(&org, today());
            for delegation in org.delegations() {
                let expected = match delegation.cut_from(today()) {
                    Some(Account::Delegation(from)) if delegation.is_in_force(today()) => Some(from.ix()),
                    _ => None,
                };
                assert_eq!(cut_of(&cuts, delegation.ix()), expected, "seed {seed}, {delegation:?}");
            }
        }
    }

    #[test]
    fn a_source_comes_first_and_only_circles_are_left_out() {
        let mut circles = 0;
        for seed in 0..2_000 {
            let cuts = cuts(&tangle(seed), today());
            let order = sources_first(&cuts, &are_sources(&cuts));
            let place = |ix: DelegationIx| order.iter().position(|placed| *placed == ix);
            for (index, cut) in cuts.iter().enumerate() {
                let ix = DelegationIx::new(index);
                let mut path = std::iter::successors(*cut, |ix| cut_of(&cuts, *ix)).take(cuts.len());
                if path.any(|above| above == ix) {
                    circles += 1;
                    assert_eq!(place(ix), None, "seed {seed}");
                    continue;
                }
                assert!(place(ix).is_some(), "seed {seed}");
                // A source on a circle has no place, and so is before every place.
                assert!(cut.and_then(place) < place(ix), "seed {seed}");
            }
            assert!(order.len() <= cuts.len());
            let sources = are_sources(&cuts);
            assert!(order.is_sorted_by_key(|ix| !sources[ix.index()]), "seed {seed}");
        }
        assert!(100 < circles, "the orgs are to have circles: {circles}");
    }

    #[test]
    fn a_path_of_a_million_is_walked_once() {
        // Each is cut from the next, so that the first walk covers all.
        let cuts: Vec<_> =
            (1..=1_000_000).map(|next| (next < 1_000_000).then(|| DelegationIx::new(next))).collect();
        let order = sources_first(&cuts, &are_sources(&cuts));
        assert_eq!((order.len(), order[0].index()), (1_000_000, 999_999));
    }
}

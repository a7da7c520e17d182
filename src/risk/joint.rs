//! The loss of several outcomes together, some of which fail for the same causes.

use crate::money::Money;
use crate::risk::causes::Causes;
use crate::risk::diagram::{Arena, Diagram, Join, Layout};
use crate::risk::error::RiskError;
use crate::risk::factor::{Correlation, OneFactor};
use crate::risk::fault_tree::FaultPart;
use crate::risk::loss::{LossDistribution, convolve};
use crate::risk::steps::Steps;

/// Outcomes and their losses, in groups that share no cause.
#[derive(Debug)]
pub(super) struct Joint {
    events: Vec<f64>,
    /// For each group, the diagram of its loss.
    groups: Vec<Layout>,
}

impl Joint {
    /// Groups the outcomes of `causes`, of which each loses its own amount.
    pub(super) fn new(causes: &Causes<'_>, losses: &[Money]) -> Result<Self, RiskError> {
        let mut groups = Vec::new();
        for group in groups_of(causes)? {
            let tops: Vec<FaultPart> =
                group.iter().filter_map(|&place| causes.tops.get(place).copied()).collect();
            let mut arena = Arena::new(causes.tree.order(&tops)?);
            let fails = causes.tree.diagrams(&mut arena, &tops)?;
            let losses = group.iter().filter_map(|&place| losses.get(place).copied());
            let loss = sum(&mut arena, &fails, losses)?;
            groups.push(arena.lay_out(loss));
        }
        Ok(Self { events: causes.tree.events().to_vec(), groups })
    }

    /// Returns the distribution of the sum of all losses.
    ///
    /// Groups are independent given the common factor: for each value of it their sum is a convolution.
    pub(super) fn distribution(&self, correlation: Correlation) -> Result<LossDistribution, RiskError> {
        let model = OneFactor::new(&self.events, correlation)?;
        // What may be lost is the same for every value of the factor; how likely it is differs.
        let mut steps = Steps::default();
        let independent = self.given(&self.events, &mut steps)?;
        if correlation == Correlation::INDEPENDENT {
            return Ok(LossDistribution::from_sorted(independent));
        }
        let groups: usize = self.groups.iter().map(Layout::cost).sum();
        let masses = model.mean(groups.saturating_add(steps.taken()), |p| {
            Ok(self.given(p, &mut Steps::default())?.into_iter().map(|(_, mass)| mass).collect())
        })?;
        let amounts = independent.into_iter().map(|(loss, _)| loss);
        Ok(LossDistribution::from_sorted(amounts.zip(masses).collect()))
    }

    fn given(&self, p: &[f64], steps: &mut Steps) -> Result<Vec<(i64, f64)>, RiskError> {
        let mut sum = vec![(0, 1.0)];
        for group in &self.groups {
            let loss: Vec<(i64, f64)> = group.values().zip(group.masses(p)).collect();
            sum = convolve(&sum, &loss, steps)?;
        }
        Ok(sum)
    }
}

/// Returns the diagram of what is lost in all: each loss, if its outcome fails.
fn sum(
    arena: &mut Arena,
    fails: &[Diagram],
    losses: impl Iterator<Item = Money>,
) -> Result<Diagram, RiskError> {
    let mut sum = arena.value(0)?;
    for (&fails, loss) in fails.iter().zip(losses) {
        let amount = arena.value(loss.minor())?;
        let lost = arena.join(Join::Times, fails, amount)?;
        sum = arena.join(Join::Plus, sum, lost)?;
    }
    Ok(sum)
}

/// Returns the places of the outcomes, those together that share a cause, by whatever others.
fn groups_of(causes: &Causes<'_>) -> Result<Vec<Vec<usize>>, RiskError> {
    // Each event points at a group that it is in; groups that turn out to be one point at the first.
    let mut group_of_event: Vec<Option<usize>> = vec![None; causes.tree.event_count()];
    let mut same_as: Vec<usize> = (0..causes.tops.len()).collect();
    for (place, &top) in causes.tops.iter().enumerate() {
        for event in causes.tree.order(&[top])? {
            let Some(slot) = group_of_event.get_mut(event as usize) else { continue };
            let other = find(&same_as, slot.unwrap_or(place));
            let own = find(&same_as, place);
            *slot = Some(own.min(other));
            if let Some(root) = same_as.get_mut(own.max(other)) {
                *root = own.min(other);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); causes.tops.len()];
    for place in 0..causes.tops.len() {
        if let Some(group) = groups.get_mut(find(&same_as, place)) {
            group.push(place);
        }
    }
    groups.retain(|group| !group.is_empty());
    Ok(groups)
}

fn find(same_as: &[usize], mut place: usize) -> usize {
    while let Some(&next) = same_as.get(place).filter(|&&next| next != place) {
        place = next;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Quantity;
    use crate::org::{Outcome, OutcomeKind};
    use crate::testing::org;

    /// What fails for one cause is lost together, also where a third outcome alone connects two.
    #[test]
    fn what_shares_a_cause_is_lost_together() {
        let org = org(|org| {
            let tenth: Quantity = "0.1".parse().unwrap();
            org.position("dmm", "digital-marketing-manager").holder("rina");
            for cause in ["x", "y"] {
                org.outcome(cause, OutcomeKind::Tactical, "dmm").probability(tenth);
            }
            for (id, rests_on) in [("a", ["x"].as_slice()), ("b", &["y"]), ("c", &["x", "y"])] {
                org.outcome(id, OutcomeKind::Strategic, "dmm").loss(1).rests_on(rests_on);
            }
        });
        let tops: Vec<Outcome<'_>> = ["a", "b", "c"].map(|id| org.outcome(id).unwrap()).into();
        let causes = Causes::of(&tops).unwrap();
        assert!(causes.unstated.is_empty(), "what rests on others need not state how likely it fails");
        let losses = vec![Money::from_minor(1); 3];
        let joint = Joint::new(&causes, &losses).unwrap();
        assert_eq!(joint.groups.len(), 1);
        let found: Vec<(i64, f64)> = joint
            .distribution(Correlation::INDEPENDENT)
            .unwrap()
            .iter()
            .map(|(loss, p)| (loss.minor(), p))
            .collect();
        // Neither cause, one of the two (its own outcome and the third), both.
        for ((loss, p), expected) in found.iter().zip([(0, 0.81), (2, 0.18), (3, 0.01)]) {
            assert!(*loss == expected.0 && (p - expected.1).abs() < 1e-15, "{found:?}");
        }
    }
}

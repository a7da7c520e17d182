//! Who answers for a topic, such as the return on what is spent.

use crate::check::Finding;
use crate::org::{Org, Outcome, OutcomeKind, OutcomeTopic, Position};
use crate::role::RoleClass;
use crate::rules::charge::STATE_STRATEGY;

/// The positions for whom neither they nor a DMM above answers for a topic.
#[derive(Debug)]
pub(super) struct Unanswered(Vec<bool>);

impl Unanswered {
    /// Finds them out from the top down, in O(positions + outcomes).
    pub(super) fn new(org: &Org, topic: OutcomeTopic) -> Self {
        let mut unanswered = vec![true; org.position_count()];
        for position in org.positions_top_down() {
            let above = position.manager().and_then(|manager| unanswered.get(manager.ix().index()).copied());
            let answers = position.class() == RoleClass::Manager
                && position.accountable_for().any(|outcome| outcome.is_about(topic));
            if let Some(slot) = unanswered.get_mut(position.ix().index()) {
                *slot = !answers && above.unwrap_or(true);
            }
        }
        Self(unanswered)
    }

    pub(super) fn has(&self, position: Position<'_>) -> bool {
        self.0.get(position.ix().index()).copied().unwrap_or_default()
    }
}

/// Adds to a finding how its position could come to answer for a topic: by a strategic outcome that it has, or another.
pub(super) fn with_cure(finding: Finding, position: Position<'_>, topic: OutcomeTopic) -> Finding {
    let finding = finding.fact("topic", topic.as_str());
    let strategic = position.accountable_for().filter(|outcome| outcome.kind() == OutcomeKind::Strategic);
    match strategic.min_by_key(|outcome| Outcome::id(*outcome)) {
        Some(outcome) => finding.fact("outcome", outcome).help(
            "add {topic} to what {outcome} is `about`, or state another outcome that {at} is accountable for",
        ),
        // The same words as of the other topic and of `manager-without-risk`: it is one line to add.
        None => finding.help(STATE_STRATEGY),
    }
}

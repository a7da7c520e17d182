//! Who answers for a topic, such as the return on what is spent.

use crate::check::{Context, Finding};
use crate::org::{Org, Outcome, OutcomeKind, OutcomeTopic, Position};
use crate::role::RoleClass;
use crate::rules::charge::{STATE_STRATEGY, Unaccounted};

/// The positions for whom neither they nor a DMM above answers for a topic.
#[derive(Debug)]
struct Unanswered(Vec<bool>);

impl Unanswered {
    /// Finds them out from the top down, in O(positions + outcomes).
    fn new(org: &Org, topic: OutcomeTopic) -> Self {
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

    fn has(&self, position: Position<'_>) -> bool {
        self.0.get(position.ix().index()).copied().unwrap_or_default()
    }
}

/// Reports the DMMs in charge of something that a topic is about, where nobody answers for it.
///
/// `charge` begins the finding about a DMM who is in charge of any. Who answers for nothing at all is left to
/// `authority-without-accountability`.
pub(super) fn report_unanswered(
    cx: &mut Context<'_, '_>,
    topic: OutcomeTopic,
    says: &'static str,
    charge: impl Fn(Position<'_>) -> Option<Finding>,
) {
    let org = cx.org();
    let (mut unanswered, mut unaccounted) = (None, Unaccounted::new(org, cx.as_of()));
    for dmm in org.positions().filter(|position| position.class() == RoleClass::Manager) {
        let Some(finding) = charge(dmm) else { continue };
        if !dmm.is_occupied() || !unanswered.get_or_insert_with(|| Unanswered::new(org, topic)).has(dmm) {
            continue;
        }
        if unaccounted.charge(dmm).is_some() {
            continue;
        }
        cx.report(with_cure(finding, dmm, topic).says(says));
    }
}

/// Adds to a finding how its position could come to answer for a topic: by a strategic outcome that it has, or another.
fn with_cure(finding: Finding, position: Position<'_>, topic: OutcomeTopic) -> Finding {
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

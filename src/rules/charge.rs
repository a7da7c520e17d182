//! Who has money or a team, and answers for nothing.

use crate::calendar::{Date, Interval};
use crate::money::Money;
use crate::org::{Org, Outcome, OutcomeKind, Position};
use crate::role::RoleClass;

/// What to state of a DMM who answers for no strategy: what `authority-without-accountability`, `roi-unowned`,
/// `team-performance-unowned` and `manager-without-risk` ask for together.
pub(crate) const STATE_STRATEGY: &str = "state the strategic outcome that {at} is accountable for, its `risk`, and \
                                         what it is `about`: roi, team-performance";

/// What a position is in charge of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Charge {
    /// The money that it holds on some day of the fiscal year.
    pub(crate) held: Money,
    /// Whether a marketing team reports to it.
    pub(crate) leads: bool,
}

/// Tells whose charge nobody answers for; `authority-without-accountability` reports it, and others leave it to that.
#[derive(Debug)]
pub(crate) struct Unaccounted<'o> {
    org: &'o Org,
    year: Interval,
    /// Found out for the first position that only spends: most orgs have none that answers for nothing.
    known: Option<Known>,
}

impl<'o> Unaccounted<'o> {
    pub(crate) fn new(org: &'o Org, as_of: Date) -> Self {
        Self { org, year: org.calendar().fiscal_year(as_of), known: None }
    }

    /// Returns what a position is in charge of, if it is, and neither it nor whoever pays it answers for that.
    ///
    /// The first call for who only spends is O(positions + outcomes).
    pub(crate) fn charge(&mut self, position: Position<'_>) -> Option<Charge> {
        if position.accountable_for().len() != 0 || position.class() == RoleClass::External {
            return None;
        }
        let held = position.held_during(self.year);
        let leads = position.span() != 0 && leads_marketing(position.class());
        if held.is_zero() && !leads || !position.is_occupied() {
            return None;
        }
        let decides = leads && position.class() == RoleClass::Manager
            || position.budget().is_some_and(|budget| !budget.is_zero())
            || passes_on(position, self.year);
        let works_for_another =
            !decides && self.known.get_or_insert_with(|| Known::of(self.org)).excuses(position);
        (!works_for_another).then_some(Charge { held, leads })
    }
}

/// Returns whether those who report to somebody of this class are a marketing team.
fn leads_marketing(class: RoleClass) -> bool {
    matches!(class, RoleClass::Manager | RoleClass::Contributor) || class.is_specialist()
}

fn passes_on(position: Position<'_>, year: Interval) -> bool {
    position.given().any(|delegation| delegation.valid().overlaps(&year))
}

/// What the outcomes of an org say of those who only spend.
#[derive(Debug)]
struct Known {
    /// Which positions do the work of some outcome.
    works: Vec<bool>,
    /// For which channels nobody answers.
    unowned: Vec<bool>,
}

impl Known {
    fn of(org: &Org) -> Self {
        let mut works = vec![false; org.position_count()];
        let mut unowned = vec![true; org.channels().len()];
        for responsible in org.outcomes().flat_map(Outcome::responsible) {
            if let Some(slot) = works.get_mut(responsible.ix().index()) {
                *slot = true;
            }
        }
        for outcome in org.outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Tactical) {
            let slot = outcome.channel().and_then(|channel| unowned.get_mut(channel.ix().index()));
            if let Some(slot) = slot {
                *slot = false;
            }
        }
        Self { works, unowned }
    }

    /// Returns whether somebody else answers for the work, or `channel-without-owner` says that nobody does.
    fn excuses(&self, position: Position<'_>) -> bool {
        let is_unowned = |ix: usize| self.unowned.get(ix).copied().unwrap_or_default();
        self.works.get(position.ix().index()).copied().unwrap_or_default()
            || position.channels().any(|channel| is_unowned(channel.ix().index()))
    }
}

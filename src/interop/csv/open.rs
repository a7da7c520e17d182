//! Rules that a file cannot inform, switched off where everyone can see it: in the policy of the org.

use super::grants::GrantNotes;
use super::rows::Rows;
use super::summary::SwitchedOff;
use crate::org::Level;

const WITHOUT_CHANNEL: SwitchedOff = SwitchedOff {
    rule: "specialist-without-channel",
    because: "the file has no column of channels",
    instead: "assign channels",
};

const WITHOUT_BUDGET: SwitchedOff = SwitchedOff {
    rule: "department-without-budget",
    because: "the file has no allocations",
    instead: "state budgets and delegations",
};

const UNFUNDED: SwitchedOff = SwitchedOff { rule: "unfunded-channel", ..WITHOUT_BUDGET };

const ENDLESS: SwitchedOff = SwitchedOff {
    rule: "endless-delegation",
    because: "the file has no dates of delegations",
    instead: "state when they are valid, or name the fiscal year to the import",
};

const WITHOUT_OUTCOME: SwitchedOff = SwitchedOff {
    rule: "authority-without-accountability",
    because: "the file has no outcomes",
    instead: "state who answers for what",
};

/// The other rules that look for an outcome and would miss it.
const OF_OUTCOMES: [&str; 3] = ["team-performance-unowned", "roi-unowned", "manager-without-risk"];

const UNOWNED: SwitchedOff = SwitchedOff { rule: "channel-without-owner", ..WITHOUT_OUTCOME };

const WITHOUT_COVER: SwitchedOff = SwitchedOff {
    rule: "single-point-of-failure",
    because: "the file does not say who stands in for whom",
    instead: "name deputies or stand-ins",
};

const WITHOUT_KPI: SwitchedOff =
    SwitchedOff { rule: "manager-without-kpi", because: "the file has no KPIs", instead: "state them" };

const WITHOUT_SUCCESSOR: SwitchedOff = SwitchedOff {
    rule: "no-successor",
    because: "the file does not say where a role leads",
    instead: "state the next steps of roles that differ from those of their class",
};

/// Sets the level of each such rule to `allow`, and returns what was set.
pub(super) fn switch_off(rows: &mut Rows<'_>, grants: &GrantNotes, has_dates: bool) -> Vec<SwitchedOff> {
    let without_channels = rows.plan.channels.is_empty() && rows.tally.specialists_without_channel != 0;
    let without_amounts = grants.delegations + grants.budgets == 0;
    let candidates = [
        (WITHOUT_CHANNEL, without_channels),
        (WITHOUT_BUDGET, without_amounts),
        (UNFUNDED, without_amounts && !rows.channels.is_empty()),
        (ENDLESS, grants.delegations != 0 && !has_dates),
        (WITHOUT_OUTCOME, true),
        (UNOWNED, !rows.channels.is_empty()),
        (WITHOUT_COVER, !rows.channels.is_empty()),
        (WITHOUT_KPI, rows.tally.managers != 0),
        (WITHOUT_SUCCESSOR, rows.tally.managers != 0),
    ];
    let of_outcomes = OF_OUTCOMES.map(|rule| (SwitchedOff { rule, ..WITHOUT_OUTCOME }, true));
    let off: Vec<SwitchedOff> = candidates
        .into_iter()
        .chain(of_outcomes)
        .filter(|(_, applies)| *applies)
        .map(|(off, _)| off)
        .collect();
    let levels = &mut rows.org.policy_mut().levels;
    levels.extend(off.iter().map(|off| (off.rule.to_owned(), Level::Allow)));
    off
}

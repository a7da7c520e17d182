//! What all figures are taken of.

use crate::calendar::Date;
use crate::check::{Check, Rule, Settings};
use crate::org::{Level, Org, Profile, Subject};
use crate::overview::figure::{Figure, Missing, Part, PartOf, Unit};
use crate::risk::Assumptions;

pub(super) const NO_OUTCOME: &str = "no outcome is stated";

/// An org on a day, with what figures are compared with and what is assumed.
#[derive(Debug, Clone)]
pub(super) struct Scene<'o> {
    pub(super) org: &'o Org,
    pub(super) on: Date,
    pub(super) profile: Profile,
    pub(super) settings: Settings,
    pub(super) assumed: Assumptions,
}

impl<'o> Scene<'o> {
    /// Counts what a rule finds, waived or not, and names what it is about.
    ///
    /// At whatever level it is, unless the org itself switches it off, as after an import that could not say what it asks.
    pub(super) fn found(&self, name: &'static str, unit: Unit, rule: &dyn Rule) -> Figure<'o> {
        let info = rule.info();
        if let Some(missing) = self.switched_off(rule) {
            return Figure::new(name, unit, Err(missing));
        }
        let check = Check::new(self.on).rule(rule).level(info.code, Level::Warn).profile(self.profile);
        let report = check.run(self.org);
        let mut subjects: Vec<(String, Subject)> = report
            .findings()
            .iter()
            .map(|found| found.finding.subject())
            .map(|subject| (self.org.path(subject).to_string(), subject))
            .collect();
        subjects.sort_unstable();
        let parts = subjects.iter().filter_map(|(_, subject)| self.part_of(*subject)).map(Part::named);
        Figure::count(name, unit, subjects.len()).parts(parts)
    }

    /// Says so if the org itself switches a rule off.
    pub(super) fn switched_off(&self, rule: &dyn Rule) -> Option<Missing> {
        let info = rule.info();
        let stated = self.org.policy().levels.iter().rev().find(|(rule, _)| info.is_called(rule));
        stated.filter(|(_, level)| **level == Level::Allow).map(|_| Missing::SwitchedOff(info.name))
    }

    /// Counts what a rule finds of outcomes; where none is stated, that is no zero.
    pub(super) fn of_outcomes(&self, name: &'static str, unit: Unit, rule: &dyn Rule) -> Figure<'o> {
        match self.org.outcomes().len() {
            0 => Figure::new(name, unit, Err(Missing::Unstated(NO_OUTCOME))),
            _ => self.found(name, unit, rule),
        }
    }

    fn part_of(&self, subject: Subject) -> Option<PartOf<'o>> {
        match subject {
            Subject::Position(ix) => Some(PartOf::Position(self.org.position_at(ix))),
            Subject::Channel(ix) => Some(PartOf::Channel(self.org.channel_at(ix))),
            Subject::Kpi(ix) => Some(PartOf::Kpi(self.org.kpi_at(ix))),
            Subject::Outcome(ix) => Some(PartOf::Outcome(self.org.outcome_at(ix))),
            _ => None,
        }
    }
}

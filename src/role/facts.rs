//! What the domain says of each role class.

use super::DecisionRight::{How, What, WhatNow, Why};
use super::Permission::{Allowed, NotAllowed};
use super::RoleClass::{
    CLevel, ChiefExecutive, Contributor, DepartmentHead, Director, External, Manager, Other,
    SeniorSpecialist, Specialist, VicePresident,
};
use super::{DecisionRight, Focus, Permission, Risk, RoleClass, Seniority};

/// What the domain says of a role class, with the statements that say it.
///
/// `None` and an empty list mean that the domain is silent, which forbids nothing; see the two permissions
/// for what silence means there.
///
#[doc = include_str!("facts.md")]
///
/// ```
/// use bagan::{Permission, RoleClass};
///
/// let facts = RoleClass::Specialist.facts();
/// assert_eq!(facts.channels_at_most, Some(2));
/// assert_eq!(facts.may_hold_budget, Permission::NotAllowed);
/// assert!(facts.statements.contains(&"S08"));
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClassFacts {
    /// The class that this is the row of.
    pub class: RoleClass,
    /// What the class looks at.
    pub focus: Option<Focus>,
    /// What the class decides.
    pub decides: &'static [DecisionRight],
    /// How much the class answers for.
    pub risk: Option<Risk>,
    /// Whether a position of the class may hold a budget of its own.
    pub may_hold_budget: Permission,
    /// Whether a position of the class may pass spending authority on.
    pub may_delegate: Permission,
    /// How many channels one position covers at most.
    pub channels_at_most: Option<u8>,
    /// The classes that a position of this class reports to; any other is off the line.
    pub reports_to: &'static [RoleClass],
    /// The classes that it works with across the lines; it is mutual.
    pub works_with: &'static [RoleClass],
    /// The classes that a career leads to from here.
    pub next: &'static [RoleClass],
    /// The lowest and the highest level of seniority.
    pub levels: Option<(Seniority, Seniority)>,
    /// The statements of the domain that this row rests on.
    pub statements: &'static [&'static str],
}

/// A class that the domain says nothing of.
const SILENT: ClassFacts = ClassFacts {
    class: Other,
    focus: None,
    decides: &[],
    risk: None,
    may_hold_budget: Allowed,
    may_delegate: Allowed,
    channels_at_most: None,
    reports_to: &[],
    works_with: &[],
    next: &[],
    levels: None,
    statements: &[],
};

/// What all classes above the manager have in common.
const EXECUTIVE: ClassFacts = ClassFacts {
    focus: Some(Focus::Business),
    decides: &[Why, What],
    risk: Some(Risk::High),
    levels: Some((Seniority::Executive, Seniority::Executive)),
    statements: &["S11", "S12", "S18", "S22"],
    ..SILENT
};

pub(super) static CHIEF_EXECUTIVE: ClassFacts =
    ClassFacts { class: ChiefExecutive, works_with: &[Manager], ..EXECUTIVE };

pub(super) static C_LEVEL: ClassFacts = ClassFacts {
    class: CLevel,
    reports_to: &[ChiefExecutive],
    works_with: &[Manager],
    next: &[ChiefExecutive],
    ..EXECUTIVE
};

pub(super) static VICE_PRESIDENT: ClassFacts = ClassFacts {
    class: VicePresident,
    reports_to: &[CLevel, ChiefExecutive],
    next: &[CLevel],
    levels: Some((Seniority::Senior, Seniority::Executive)),
    statements: &["S11", "S12", "S22"],
    ..EXECUTIVE
};

pub(super) static DIRECTOR: ClassFacts = ClassFacts {
    class: Director,
    reports_to: &[VicePresident, CLevel, ChiefExecutive],
    next: &[VicePresident, CLevel],
    levels: Some((Seniority::Senior, Seniority::Executive)),
    statements: &["S11", "S12", "S22"],
    ..EXECUTIVE
};

pub(super) static MANAGER: ClassFacts = ClassFacts {
    class: Manager,
    focus: Some(Focus::Strategy),
    decides: &[Why, What],
    risk: Some(Risk::High),
    reports_to: &[Director, VicePresident, CLevel, ChiefExecutive],
    works_with: &[ChiefExecutive, CLevel, DepartmentHead],
    next: &[Director, VicePresident],
    levels: Some((Seniority::Mid, Seniority::Senior)),
    statements: &["S02", "S03", "S05", "S11", "S12", "S13", "S14", "S16", "S18", "S22"],
    ..SILENT
};

pub(super) static SENIOR_SPECIALIST: ClassFacts = ClassFacts {
    class: SeniorSpecialist,
    next: &[Manager],
    levels: Some((Seniority::Mid, Seniority::Senior)),
    ..SPECIALIST_FACTS
};

pub(super) static SPECIALIST: ClassFacts = SPECIALIST_FACTS;

const SPECIALIST_FACTS: ClassFacts = ClassFacts {
    class: Specialist,
    focus: Some(Focus::Tactics),
    decides: &[How, WhatNow],
    risk: Some(Risk::Medium),
    may_hold_budget: NotAllowed,
    may_delegate: NotAllowed,
    channels_at_most: Some(2),
    reports_to: &[Manager, SeniorSpecialist],
    works_with: &[SeniorSpecialist, Specialist, Contributor],
    next: &[SeniorSpecialist, Manager],
    levels: Some((Seniority::Entry, Seniority::Mid)),
    statements: &["S02", "S07", "S08", "S09", "S12", "S13", "S15", "S17", "S19", "S21"],
};

pub(super) static CONTRIBUTOR: ClassFacts = ClassFacts {
    class: Contributor,
    may_hold_budget: NotAllowed,
    may_delegate: NotAllowed,
    works_with: &[SeniorSpecialist, Specialist],
    statements: &["S12", "S13", "S19"],
    ..SILENT
};

pub(super) static DEPARTMENT_HEAD: ClassFacts =
    ClassFacts { class: DepartmentHead, works_with: &[Manager], statements: &["S18"], ..SILENT };

pub(super) static EXTERNAL: ClassFacts =
    ClassFacts { class: External, may_hold_budget: NotAllowed, may_delegate: NotAllowed, ..SILENT };

pub(super) static OTHER: ClassFacts = SILENT;

#[cfg(test)]
mod tests {
    use super::*;

    /// The statements that speak of roles.
    const OF_ROLES: [&str; 17] = [
        "S02", "S03", "S05", "S07", "S08", "S09", "S11", "S12", "S13", "S14", "S15", "S16", "S17", "S18",
        "S19", "S21", "S22",
    ];

    fn all() -> impl Iterator<Item = &'static ClassFacts> {
        RoleClass::ALL.iter().map(|class| class.facts())
    }

    /// Writes the words of a list, or a dash.
    fn words<T: ToString>(list: impl IntoIterator<Item = T>) -> String {
        let words: Vec<_> = list.into_iter().map(|word| word.to_string()).collect();
        if words.is_empty() { "-".to_owned() } else { words.join(", ") }
    }

    fn row(facts: &ClassFacts) -> String {
        let cells = [
            facts.class.to_string(),
            words(facts.focus),
            words(facts.decides),
            words(facts.risk),
            facts.may_hold_budget.to_string(),
            facts.may_delegate.to_string(),
            words(facts.channels_at_most),
            words(facts.reports_to),
            words(facts.works_with),
            words(facts.next),
            facts.levels.map_or_else(|| "-".to_owned(), |(low, high)| format!("{low} to {high}")),
            words(facts.statements),
        ];
        format!("| {} |", cells.join(" | "))
    }

    #[test]
    fn every_class_has_its_own_row() {
        for class in RoleClass::ALL {
            assert_eq!(class.facts().class, *class);
        }
    }

    #[test]
    fn the_documented_table_is_the_table() {
        let documented: Vec<_> =
            include_str!("facts.md").lines().filter(|line| line.starts_with('|')).skip(2).collect();
        let rows: Vec<_> = all().map(row).collect();
        assert_eq!(documented, rows, "the table should read:\n{}", rows.join("\n"));
    }

    #[test]
    fn every_statement_about_roles_is_cited() {
        for statement in OF_ROLES {
            assert!(all().any(|facts| facts.statements.contains(&statement)), "{statement}");
        }
    }

    #[test]
    fn no_other_statement_is_cited_and_none_twice() {
        for facts in all() {
            assert!(facts.statements.iter().all(|cited| OF_ROLES.contains(cited)), "{}", facts.class);
            assert!(facts.statements.is_sorted_by(|one, two| one < two), "{}", facts.class);
        }
    }

    #[test]
    fn a_row_that_says_something_cites_a_statement() {
        for facts in all() {
            let silent = ClassFacts {
                class: facts.class,
                may_hold_budget: facts.may_hold_budget,
                may_delegate: facts.may_delegate,
                ..SILENT
            };
            assert_eq!(*facts == silent, facts.statements.is_empty(), "{}", facts.class);
        }
    }

    #[test]
    fn nobody_reports_to_a_lower_rank() {
        for facts in all() {
            for above in facts.reports_to {
                assert!(facts.class.rank().is_some(), "{}", facts.class);
                assert!(facts.class.rank() <= above.rank(), "{} reports to {above}", facts.class);
            }
        }
    }

    #[test]
    fn the_ladder_climbs_so_that_it_has_no_cycle() {
        for facts in all() {
            for next in facts.next {
                assert!(facts.class.rank().is_some(), "{}", facts.class);
                assert!(facts.class.rank() < next.rank(), "{} leads to {next}", facts.class);
            }
        }
    }

    #[test]
    fn working_together_is_mutual() {
        for facts in all() {
            for other in facts.works_with {
                assert!(other.facts().works_with.contains(&facts.class), "{} and {other}", facts.class);
            }
        }
    }

    #[test]
    fn levels_rise_with_the_ladder() {
        for facts in all() {
            let Some((low, high)) = facts.levels else { continue };
            assert!(low <= high, "{}", facts.class);
            for (next_low, next_high) in facts.next.iter().filter_map(|next| next.facts().levels) {
                assert!(low <= next_low && high <= next_high, "{}", facts.class);
            }
        }
    }

    #[test]
    fn only_those_who_may_hold_a_budget_may_delegate() {
        for facts in all() {
            let (hold, delegate) = (facts.may_hold_budget, facts.may_delegate);
            assert!(hold.is_allowed() || !delegate.is_allowed(), "{}", facts.class);
        }
    }
}

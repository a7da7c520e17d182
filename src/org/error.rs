//! Everything that keeps an org from being built: what cannot be a graph.

use std::fmt;

use thiserror::Error;

use crate::id::IdError;
use crate::money::MoneyError;
use crate::org::fails_with::FailsWith;
use crate::org::path::Path;
use crate::role::RoleClass;
use crate::words::word_enum;

word_enum! {
    /// The kinds of thing that have ids.
    pub enum Kind ("kind") {
        /// A seat in the org.
        Position = "position",
        /// A marketing channel.
        Channel = "channel",
        /// What a position is.
        Role = "role",
        /// A person, known by an id alone.
        Person = "person",
        /// Something that somebody answers for.
        Outcome = "outcome",
        /// A key performance indicator.
        Kpi = "KPI",
        /// An ad platform that spends an average.
        Platform = "platform",
    }
}

/// Every reason why an org cannot be built, in the order of the places they stand at. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildErrors(Vec<BuildError>);

impl BuildErrors {
    pub(crate) fn new(mut errors: Vec<BuildError>) -> Self {
        errors.sort_by(|a, b| a.at.cmp(&b.at));
        Self(errors)
    }

    /// Returns the errors.
    pub fn iter(&self) -> std::slice::Iter<'_, BuildError> {
        self.0.iter()
    }
}

impl<'e> IntoIterator for &'e BuildErrors {
    type Item = &'e BuildError;
    type IntoIter = std::slice::Iter<'e, BuildError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for BuildErrors {
    type Item = BuildError;
    type IntoIter = std::vec::IntoIter<BuildError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for BuildErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            write!(f, "{}{error}", if index == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl std::error::Error for BuildErrors {}

/// One reason why an org cannot be built: where, and what.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{at}: {what}")]
#[non_exhaustive]
pub struct BuildError {
    /// The place.
    pub at: Path,
    /// The fault.
    pub what: Fault,
}

impl BuildError {
    /// Returns how to mend it, if more can be said than the fault itself says.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.what.help()
    }
}

/// What is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// A text cannot be an id.
    #[error("`{}` is not an id of a {kind}: {why}", .id.escape_debug())]
    InvalidId {
        /// What it should name.
        kind: Kind,
        /// The text.
        id: String,
        /// Why not.
        why: IdError,
    },
    /// Two things of one kind have one id.
    #[error("{kind} `{id}` is stated twice")]
    DuplicateId {
        /// What the id names.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// An id that nothing has.
    #[error("there is no {kind} `{id}`")]
    UnknownId {
        /// What the id should name.
        kind: Kind,
        /// The id.
        id: String,
        /// An id of that kind that looks like it.
        similar: Option<String>,
    },
    /// One thing stands twice in one list.
    #[error("{kind} `{id}` stands twice in the list")]
    RepeatedId {
        /// What the id names.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// A thing points at itself where that has no meaning.
    #[error("{kind} `{id}` cannot point at itself here")]
    SelfReference {
        /// What the id names.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// Things that lead round to themselves: `a → b → a`.
    #[error("{relation} in a circle: {}", circle(.ids))]
    Cycle {
        /// What leads from each to the next, such as `positions report`.
        relation: &'static str,
        /// The ids, each once, from the smallest on.
        ids: Vec<String>,
    },
    /// A role of the user's own that does not say its class.
    #[error("role `{id}` has no class, and is none of the built-in roles")]
    RoleWithoutClass {
        /// The role.
        id: String,
    },
    /// A built-in role with another class.
    #[error("the built-in role `{id}` is of the class `{built_in}`, not `{stated}`")]
    BuiltInRoleClass {
        /// The role.
        id: String,
        /// Its class.
        built_in: RoleClass,
        /// The class as stated.
        stated: RoleClass,
    },
    /// An amount below zero.
    #[error("{amount} is below zero")]
    NegativeAmount {
        /// The amount, with its currency.
        amount: String,
    },
    /// A text or number that is no amount of the org's currency.
    #[error(transparent)]
    Amount(#[from] MoneyError),
    /// A factor with which a platform could not charge the average itself.
    #[error("{factor} times the average is less than the average")]
    FactorBelowOne {
        /// The factor.
        factor: String,
    },
    /// A number that is no probability.
    #[error("{number} is not a probability, which is from 0 to 1")]
    NotAProbability {
        /// The number.
        number: String,
    },
    /// An outcome that fails with none of those it rests on, or with more than there are.
    #[error("it fails with {fails_with} of the {of} outcomes that it rests on")]
    FailsWith {
        /// What is stated.
        fails_with: FailsWith,
        /// How many it rests on.
        of: usize,
    },
    /// The amounts of the org add up to more than money can hold.
    #[error("the amounts of the org add up to more than can be counted exactly")]
    TotalOverflow,
}

impl Fault {
    fn help(&self) -> Option<String> {
        match self {
            Self::UnknownId { similar: Some(similar), .. } => Some(format!("did you mean `{similar}`?")),
            Self::UnknownId { kind, .. } => Some(format!("state the {kind}, or correct the id")),
            Self::DuplicateId { .. } => Some("rename one of the two".to_owned()),
            Self::RepeatedId { .. } => Some("leave it out once".to_owned()),
            Self::Cycle { .. } => Some("one of these must lead elsewhere, or nowhere".to_owned()),
            Self::RoleWithoutClass { .. } => {
                let classes: Vec<_> = RoleClass::ALL.iter().map(|class| format!("`{class}`")).collect();
                Some(format!("add `class`, one of {}", classes.join(", ")))
            }
            Self::BuiltInRoleClass { .. } => {
                Some("leave the class out, or give the role an id of its own".to_owned())
            }
            Self::FactorBelowOne { .. } => Some("state the most that may be charged: 1 or more".to_owned()),
            Self::NotAProbability { .. } => Some("write 10% as 0.1".to_owned()),
            Self::FailsWith { of: 0, .. } => Some("state what it rests on as `rests-on`".to_owned()),
            Self::FailsWith { of, .. } => Some(format!("state `any`, `all` or a number from 1 to {of}")),
            Self::TotalOverflow => Some("state amounts in major units of the currency".to_owned()),
            _ => None,
        }
    }
}

/// Writes "`a` → `b` → `a`"; of a long one, the first few and how many more.
fn circle(ids: &[String]) -> String {
    const SHOWN: usize = 8;
    let mut steps: Vec<String> = ids.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
    if let Some(more) = ids.len().checked_sub(SHOWN).filter(|&more| more != 0) {
        steps.push(format!("{more} more"));
    }
    steps.extend(ids.first().map(|first| format!("`{first}`")));
    steps.join(" → ")
}

//! One figure: what it is, how much, of what, and compared with what.

use std::fmt::{self, Display};

use crate::metrics::SpanBand;
use crate::money::Money;
use crate::org::{Channel, Kpi, Outcome, Position, Role};
use crate::words::word_enum;

word_enum! {
    /// What a figure is about; the sections of an overview, in their order.
    pub enum Topic ("topic") {
        /// Positions, reporting lines, and how they hang together.
        Shape = "shape",
        /// Budgets, what is delegated of them, and to how many.
        Money = "money",
        /// Outcomes, KPIs and decision rights, and with whom they lie.
        Accountability = "accountability",
        /// What hangs on how few, how likely it fails, and what that costs.
        Risk = "risk",
        /// Persons, seats to fill, careers and pay.
        People = "people",
    }
}

word_enum! {
    /// What a figure counts, or how it is to be read.
    pub enum Unit ("unit") {
        /// Positions, held or vacant.
        Positions = "positions",
        /// Persons, each once, however many positions they hold.
        People = "people",
        /// Layers of positions, the top included.
        Layers = "layers",
        /// Direct reports.
        Reports = "reports",
        /// Lines between positions.
        Lines = "lines",
        /// Pairs of positions.
        Pairs = "pairs",
        /// Channels.
        Channels = "channels",
        /// Outcomes.
        Outcomes = "outcomes",
        /// KPIs.
        Kpis = "KPIs",
        /// Roles.
        Roles = "roles",
        /// Full-time jobs.
        FullTime = "full-time jobs",
        /// An index from 0 to 1.
        Index = "of 1",
        /// A share of a whole, from 0 to 1.
        Share = "share",
        /// A probability in a fiscal year, from 0 to 1.
        Probability = "probability",
        /// How many times one thing is another.
        Times = "times",
        /// An amount of the org's currency.
        Currency = "currency",
    }
}

/// How much.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Measure {
    /// A count.
    Count(u64),
    /// An upper bound of a count that is not known exactly.
    AtMost(u64),
    /// A number: a mean, an index, a share, a probability.
    Number(f64),
    /// An amount, in minor units of the org's currency.
    Amount(Money),
}

/// Why a figure cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Missing {
    /// It is not defined for this org.
    #[error("undefined: {0}")]
    Undefined(&'static str),
    /// The org does not state what it is made of.
    #[error("not stated: {0}")]
    Unstated(&'static str),
    /// The org's policy switches off the rule that would find it out.
    #[error("not looked for: the policy switches `{0}` off")]
    SwitchedOff(&'static str),
    /// It would take too long, or is too large to count.
    #[error("too large: {0}")]
    TooLarge(String),
}

/// On which side of a bound a figure should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// At the bound, or below it.
    AtMost,
    /// At the bound, or above it.
    AtLeast,
}

impl Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AtMost => "at most",
            Self::AtLeast => "at least",
        })
    }
}

/// What the policy asks of a figure, and whether the figure holds it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Preset {
    /// The threshold, as in `[policy.thresholds]`: stated there, or of the profile.
    pub threshold: &'static str,
    /// On which side of the bound the figure should be.
    pub side: Side,
    /// The bound, in the unit of the figure.
    pub bound: Measure,
    /// Whether the figure is on that side, or at the bound.
    pub holds: bool,
}

/// What a part of a figure is about.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum PartOf<'o> {
    /// A position.
    Position(Position<'o>),
    /// Two positions, by id.
    Pair(Position<'o>, Position<'o>),
    /// A channel.
    Channel(Channel<'o>),
    /// An outcome.
    Outcome(Outcome<'o>),
    /// A person.
    Person(&'o str),
    /// A KPI.
    Kpi(Kpi<'o>),
    /// A role.
    Role(Role<'o>),
    /// The managers whose spans are in a band.
    Band(SpanBand),
    /// A word for it, such as `strategic`.
    Word(&'static str),
}

/// One of those that make up a figure, or stand out in it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Part<'o> {
    /// Who or what it is.
    pub of: PartOf<'o>,
    /// How much of the figure it is, or its own figure; none where being named says it all.
    pub value: Option<Measure>,
}

/// A figure of an org, with its unit, what the policy asks of it, and who stands out in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Figure<'o> {
    /// The name, unique within a topic: a contract.
    pub name: &'static str,
    /// How much, or why that cannot be had.
    pub value: Result<Measure, Missing>,
    /// Of what.
    pub unit: Unit,
    /// What the policy asks of it.
    pub preset: Option<Preset>,
    /// What it is made of, or who stands out in it, [100](Self::MOST_PARTS) at most: the value says how many there are.
    pub parts: Vec<Part<'o>>,
}

impl<'o> Figure<'o> {
    /// The most parts that a figure names.
    pub const MOST_PARTS: usize = 100;

    pub(super) fn new(name: &'static str, unit: Unit, value: Result<Measure, Missing>) -> Self {
        Self { name, value, unit, preset: None, parts: Vec::new() }
    }

    pub(super) fn count(name: &'static str, unit: Unit, count: usize) -> Self {
        Self::new(name, unit, Ok(Measure::of(count)))
    }

    /// A number, or a word on why it is not defined.
    pub(super) fn number(
        name: &'static str,
        unit: Unit,
        number: Option<f64>,
        undefined: &'static str,
    ) -> Self {
        Self::new(name, unit, number.map(Measure::Number).ok_or(Missing::Undefined(undefined)))
    }

    /// Compares a figure with what the policy asks of it; one that cannot be had and holds says nothing.
    pub(super) fn compared(
        mut self,
        threshold: &'static str,
        side: Side,
        bound: Measure,
        holds: bool,
    ) -> Self {
        let says = self.value.is_ok() || !holds;
        self.preset = says.then_some(Preset { threshold, side, bound, holds });
        self
    }

    /// Adds parts, as many as there is room for.
    pub(super) fn parts(mut self, parts: impl IntoIterator<Item = Part<'o>>) -> Self {
        let room = Self::MOST_PARTS.saturating_sub(self.parts.len());
        self.parts.extend(parts.into_iter().take(room));
        self
    }

    /// Adds positions with a count each: the largest first, and of equals by id.
    pub(super) fn largest(self, positions: impl IntoIterator<Item = (Position<'o>, usize)>) -> Self {
        let mut sorted: Vec<_> = positions.into_iter().collect();
        sorted.sort_unstable_by_key(|(position, count)| (std::cmp::Reverse(*count), position.id()));
        self.parts(
            sorted.into_iter().map(|(position, count)| Part::with(position.into(), Measure::of(count))),
        )
    }

    /// Adds parts with an amount each: the largest first, and of equals by id.
    pub(super) fn amounts(self, amounts: impl IntoIterator<Item = (PartOf<'o>, Money)>) -> Self {
        let mut sorted: Vec<_> = amounts.into_iter().collect();
        sorted.sort_unstable_by_key(|(of, amount)| (std::cmp::Reverse(*amount), of.id()));
        self.parts(sorted.into_iter().map(|(of, amount)| Part::with(of, Measure::Amount(amount))))
    }

    /// Adds positions by id.
    pub(super) fn named(self, positions: impl IntoIterator<Item = Position<'o>>) -> Self {
        let mut sorted: Vec<_> = positions.into_iter().collect();
        sorted.sort_unstable_by_key(|position| position.id());
        self.parts(sorted.into_iter().map(|position| Part::named(position.into())))
    }
}

impl<'o> Part<'o> {
    pub(super) fn with(of: PartOf<'o>, value: Measure) -> Self {
        Self { of, value: Some(value) }
    }

    pub(super) fn named(of: PartOf<'o>) -> Self {
        Self { of, value: None }
    }

    pub(super) fn word(word: &'static str, value: Measure) -> Self {
        Self::with(PartOf::Word(word), value)
    }
}

impl<'o> PartOf<'o> {
    /// Returns the id of what it is, or the word for it; of a pair that of the first, of a band none.
    pub(crate) fn id(self) -> &'o str {
        match self {
            Self::Position(position) | Self::Pair(position, _) => position.id(),
            Self::Channel(channel) => channel.id(),
            Self::Outcome(outcome) => outcome.id(),
            Self::Kpi(kpi) => kpi.id(),
            Self::Role(role) => role.id(),
            Self::Person(id) => id,
            Self::Word(word) => word,
            Self::Band(_) => "",
        }
    }
}

impl<'o> From<Position<'o>> for PartOf<'o> {
    fn from(position: Position<'o>) -> Self {
        Self::Position(position)
    }
}

impl Measure {
    pub(super) fn of(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

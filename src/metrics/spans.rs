//! How many reports managers have.

use std::collections::BTreeMap;
use std::ops::{Bound, RangeBounds};

use crate::org::{Org, Position};
use crate::ratio::{float, length, share};

/// A range of spans with a name of its own.
///
/// The bands of [`Self::ALL`] follow the archetypes of managers in McKinsey, "How to identify the right 'spans of
/// control' for your organization" (2017), with one-over-ones and pairs below them. They sort; they do not judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpanBand {
    /// 1 report.
    OneOverOne,
    /// 2 reports.
    Pair,
    /// 3 to 5 reports: a player-coach.
    PlayerCoach,
    /// 6 or 7 reports: a coach.
    Coach,
    /// 8 to 10 reports: a supervisor.
    Supervisor,
    /// 11 to 15 reports: a facilitator.
    Facilitator,
    /// 16 reports or more: a coordinator.
    Coordinator,
}

impl SpanBand {
    /// Every band, from the narrowest to the widest; each manager is in exactly one.
    pub const ALL: &'static [Self] = &[
        Self::OneOverOne,
        Self::Pair,
        Self::PlayerCoach,
        Self::Coach,
        Self::Supervisor,
        Self::Facilitator,
        Self::Coordinator,
    ];

    /// Returns the fewest reports of the band, and the most if it has a most.
    #[must_use]
    pub const fn range(self) -> (usize, Option<usize>) {
        match self {
            Self::OneOverOne => (1, Some(1)),
            Self::Pair => (2, Some(2)),
            Self::PlayerCoach => (3, Some(5)),
            Self::Coach => (6, Some(7)),
            Self::Supervisor => (8, Some(10)),
            Self::Facilitator => (11, Some(15)),
            Self::Coordinator => (16, None),
        }
    }

    fn bounds(self) -> (Bound<usize>, Bound<usize>) {
        let (least, most) = self.range();
        (Bound::Included(least), most.map_or(Bound::Unbounded, Bound::Included))
    }
}

/// How many managers have how many direct reports.
///
/// A mean hides what matters here: an org of one-over-ones and one of crowds can have the same. A manager is whoever has
/// a report; those without are in no figure.
///
/// Made of an org ([`Self::of`], reporting lines alone), or of counts of one's own, with `collect`.
///
/// ```
/// use bagan::metrics::{SpanBand, Spans};
///
/// let spans: Spans = [6, 1, 0, 1, 9].into_iter().collect();
/// assert_eq!((spans.managers(), spans.mean(), spans.most()), (4, Some(4.25), Some(9)));
/// assert_eq!(spans.share(..=5), Some(0.5));
/// let coaches = spans.by_band().find(|(band, _)| *band == SpanBand::Coach);
/// assert_eq!(coaches, Some((SpanBand::Coach, 1)));
/// assert_eq!(Spans::from_iter([0, 0]).mean(), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans {
    /// The managers of each span that a manager has.
    managers: BTreeMap<usize, u64>,
}

impl FromIterator<usize> for Spans {
    fn from_iter<I: IntoIterator<Item = usize>>(counts: I) -> Self {
        let mut managers = BTreeMap::new();
        for span in counts.into_iter().filter(|span| *span != 0) {
            *managers.entry(span).or_default() += 1;
        }
        Self { managers }
    }
}

impl Spans {
    /// Counts the direct reports of each position of an org, in O(positions).
    #[must_use]
    pub fn of(org: &Org) -> Self {
        org.positions().map(Position::span).collect()
    }

    /// Returns the number of managers.
    #[must_use]
    pub fn managers(&self) -> u64 {
        self.managers.values().sum()
    }

    /// Returns the mean span of managers.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let reports = self.managers.iter().map(|(span, managers)| length(*span) * float(*managers));
        (!self.managers.is_empty()).then(|| reports.sum::<f64>() / float(self.managers()))
    }

    /// Returns the narrowest span of a manager.
    #[must_use]
    pub fn least(&self) -> Option<usize> {
        self.managers.first_key_value().map(|(span, _)| *span)
    }

    /// Returns the widest span.
    #[must_use]
    pub fn most(&self) -> Option<usize> {
        self.managers.last_key_value().map(|(span, _)| *span)
    }

    /// Returns the number of managers whose span is in a range, such as `6..=10`.
    pub fn within(&self, range: impl RangeBounds<usize>) -> u64 {
        self.managers.iter().filter(|(span, _)| range.contains(span)).map(|(_, managers)| managers).sum()
    }

    /// Returns the share of managers whose span is in a range, such as `..=1` for one-over-ones.
    pub fn share(&self, range: impl RangeBounds<usize>) -> Option<f64> {
        share(self.within(range), self.managers())
    }

    /// Returns each band with the number of managers in it, from the narrowest to the widest.
    pub fn by_band(&self) -> impl Iterator<Item = (SpanBand, u64)> {
        SpanBand::ALL.iter().map(|band| (*band, self.within(band.bounds())))
    }

    /// Returns each span that a manager has, with the number of managers who have it, from the narrowest to the widest.
    pub fn counts(&self) -> impl Iterator<Item = (usize, u64)> {
        self.managers.iter().map(|(span, managers)| (*span, *managers))
    }
}

/// Returns the positions with exactly one direct report, in the order stated: one-over-ones.
///
/// A manager of one adds a layer and little else; often the layer is what a reorganisation takes out first.
///
/// ```
/// use bagan::OrgBuilder;
/// use bagan::metrics::one_over_ones;
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.position("dmm", "digital-marketing-manager");
/// org.position("seo", "specialist").reports_to("dmm");
/// let org = org.build()?;
///
/// assert!(one_over_ones(&org).eq(org.position("dmm")));
/// # Ok::<(), bagan::BuildErrors>(())
/// ```
pub fn one_over_ones(org: &Org) -> impl Iterator<Item = Position<'_>> + Clone {
    org.positions().filter(|position| position.span() == 1)
}

//! [`SpendParams`]: what the requests and entries that strategies draw look like.

use proptest::option::Probability;
use proptest::sample::SizeRange;

use crate::calendar::Date;
use crate::strategies::pick::Pick;

/// What requests and entries a strategy draws: around which day, how many, and how often flawed.
///
/// ```
/// use bagan::parse_date;
/// use bagan::strategies::SpendParams;
///
/// let params = SpendParams::default().as_of(parse_date("2027-03-01")?).flaws(0.0).entries(1..=200);
/// # let _ = params;
/// # Ok::<(), bagan::CalendarError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct SpendParams {
    pub(super) as_of: Date,
    pub(super) flaws: Probability,
    pub(super) entries: SizeRange,
}

impl Default for SpendParams {
    /// Up to 40 entries around 1 July 2026, 6 of 100 of them flawed.
    fn default() -> Self {
        Self { as_of: Date::constant(2026, 7, 1), flaws: Probability::new(0.06), entries: (0..=40).into() }
    }
}

impl SpendParams {
    /// Sets the day around which spends are dated; 1 July 2026 unless set, as for [`OrgParams`].
    ///
    /// [`OrgParams`]: crate::strategies::OrgParams
    pub fn as_of(mut self, date: Date) -> Self {
        self.as_of = date;
        self
    }

    /// Sets how often something is plainly wrong; 0.06 unless set.
    ///
    /// An id, a key or an approver that there is not, another currency, an amount that is none, a key that was used
    /// before. Whatever else is refused asks for too much, at the wrong time or of the wrong people.
    ///
    /// # Panics
    /// A number that is not from 0 to 1 panics, as everywhere in proptest.
    pub fn flaws(mut self, probability: impl Into<Probability>) -> Self {
        self.flaws = probability.into();
        self
    }

    /// Returns whether a choice makes a flaw.
    pub(super) fn is_flawed(&self, pick: Pick) -> bool {
        pick.is(self.flaws)
    }

    /// Sets how many entries [`entries_of`](crate::strategies::entries_of) draws; up to 40 unless set.
    ///
    /// # Panics
    /// The strategy panics, as every one of proptest, if the range is empty.
    pub fn entries(mut self, count: impl Into<SizeRange>) -> Self {
        self.entries = count.into();
        self
    }
}

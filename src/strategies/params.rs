//! [`OrgParams`]: what the orgs that strategies make look like.

use proptest::option::Probability;
use proptest::sample::SizeRange;

use crate::calendar::Date;

/// What orgs a strategy makes: how many of what, how often, and for which day.
///
/// Sizes are given as everywhere in proptest: `5`, `1..10` or `1..=9`; they shrink to the least of the range.
///
/// ```
/// use bagan::parse_date;
/// use bagan::strategies::{OrgParams, org};
/// use proptest::prelude::*;
///
/// let params = OrgParams::default()
///     .positions(3..=8)
///     .channels(2)
///     .as_of(parse_date("2027-03-01")?)
///     .vacancies(0.0);
/// proptest!(ProptestConfig::with_cases(32), |(org in org(params))| {
///     prop_assert!((3..=8).contains(&org.position_count()));
///     prop_assert_eq!(org.channels().len(), 2);
///     prop_assert!(org.positions().all(|position| !position.is_vacant()));
/// });
/// # Ok::<(), bagan::CalendarError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct OrgParams {
    pub(super) positions: SizeRange,
    pub(super) channels: SizeRange,
    pub(super) delegations: SizeRange,
    pub(super) as_of: Date,
    pub(super) vacancies: Probability,
    pub(super) second_seats: Probability,
    pub(super) policies: Probability,
}

impl Default for OrgParams {
    /// From 1 to 24 positions, up to 5 channels and 12 delegations, around 1 July 2026.
    fn default() -> Self {
        Self {
            positions: (1..=24).into(),
            channels: (0..=5).into(),
            delegations: (0..=12).into(),
            as_of: Date::constant(2026, 7, 1),
            vacancies: Probability::new(0.15),
            second_seats: Probability::new(0.1),
            policies: Probability::new(0.25),
        }
    }
}

impl OrgParams {
    /// Sets how many positions there are; from 1 to 24 unless set.
    ///
    /// `org_breaking` adds the few that its fault needs.
    ///
    /// # Panics
    /// The strategy panics, as every one of proptest, if the range is empty. So do the two below.
    pub fn positions(mut self, count: impl Into<SizeRange>) -> Self {
        self.positions = count.into();
        self
    }

    /// Sets how many channels there are; up to 5 unless set.
    ///
    /// A clean org has fewer if it has too few specialists for so many: two for each of them, and none without one.
    pub fn channels(mut self, count: impl Into<SizeRange>) -> Self {
        self.channels = count.into();
        self
    }

    /// Sets how many delegations there are; up to 12 unless set.
    ///
    /// An org of one position has none. A clean org has as many as it needs, whatever is set here.
    pub fn delegations(mut self, count: impl Into<SizeRange>) -> Self {
        self.delegations = count.into();
        self
    }

    /// Sets the day that the org is made for; 1 July 2026 unless set.
    ///
    /// Delegations are dated around the fiscal year of that day, and a clean org is clean on it. The calendar has
    /// to reach beyond the next fiscal year: any day of the years -9000 to 9000 will do.
    pub fn as_of(mut self, date: Date) -> Self {
        self.as_of = date;
        self
    }

    /// Sets how often a position has no holder; 0.15 unless set. Somebody stands in for some of them.
    ///
    /// In a clean org somebody stands in wherever people report to the vacant seat.
    ///
    /// # Panics
    /// A number that is not from 0 to 1 panics, as everywhere in proptest. So it does in the two below.
    pub fn vacancies(mut self, probability: impl Into<Probability>) -> Self {
        self.vacancies = probability.into();
        self
    }

    /// Sets how often the holder of a position holds another one too; 0.1 unless set.
    pub fn second_seats(mut self, probability: impl Into<Probability>) -> Self {
        self.second_seats = probability.into();
        self
    }

    /// Sets how often an org states a policy of its own, waivers included; 0.25 unless set.
    ///
    /// A clean org never does: it is clean under the default policy.
    pub fn policies(mut self, probability: impl Into<Probability>) -> Self {
        self.policies = probability.into();
        self
    }
}

//! The average that a delegation is limited to, on a platform that evens out its days.

use crate::calendar::Window;
use crate::money::Money;
use crate::org::data::Limits;
use crate::org::delegation::Delegation;
use crate::org::graph::Org;
use crate::org::pacing::{Pacing, PacingPeriod};

/// A limit of the average day, as a platform's "daily budget" is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Average<'o> {
    amount: Money,
    platform: &'o str,
    pacing: Pacing,
}

impl<'o> Average<'o> {
    /// Returns the amount of the average day, in minor units.
    #[must_use]
    pub const fn amount(self) -> Money {
        self.amount
    }

    /// Returns the id of the platform.
    #[must_use]
    pub const fn platform(self) -> &'o str {
        self.platform
    }

    /// Returns how the platform spends an average.
    #[must_use]
    pub const fn pacing(self) -> Pacing {
        self.pacing
    }

    /// Returns the most that the platform may charge in a day, and in a week or a month.
    ///
    /// The cap of a platform's week is taken as the limit of the org's own week, on whatever days the two start.
    #[must_use]
    pub fn caps(self) -> Limits {
        let Self { amount, pacing, .. } = self;
        let (day, period) = (Some(pacing.day_cap(amount)), Some(pacing.period_cap(amount)));
        match pacing.period {
            PacingPeriod::Week(_) => Limits { day, week: period, ..Limits::default() },
            PacingPeriod::Month => Limits { day, month: period, ..Limits::default() },
        }
    }
}

impl<'o> Delegation<'o> {
    /// Returns the average that it is limited to, if one is stated.
    #[must_use]
    pub fn average(self) -> Option<Average<'o>> {
        let org = self.org();
        let data = org.averages.get(self.ix().index())?;
        let platform = org.platforms.get(data.platform.index())?;
        let (amount, pacing) = (data.amount, platform.pacing);
        Some(Average { amount, platform: org.names.resolve(platform.id), pacing })
    }

    /// Returns the limits that bind: those stated, and the caps of the average, the lower one of each window.
    ///
    /// See [`Self::hard_limits`] and [`Average::caps`].
    #[must_use]
    pub fn limits(self) -> Limits {
        let hard = self.hard_limits();
        let Some(average) = self.average() else { return hard };
        let caps = average.caps();
        let lower = |window| match (hard.get(window), caps.get(window)) {
            (Some(hard), Some(cap)) => Some(hard.min(cap)),
            (hard, cap) => hard.or(cap),
        };
        let [transaction, day, week, month] =
            [Window::Transaction, Window::Day, Window::Week, Window::Month].map(lower);
        Limits { transaction, day, week, month }
    }
}

impl Org {
    /// Returns the platforms that the org states, by id, in the order stated; those built in go without saying.
    pub fn platforms(&self) -> impl ExactSizeIterator<Item = (&str, Pacing)> + Clone {
        let stated = self.platforms.get(..self.stated_platforms).unwrap_or_default();
        stated.iter().map(|platform| (self.names.resolve(platform.id), platform.pacing))
    }
}

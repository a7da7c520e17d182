//! The organization itself: its currency and its calendar.

use proptest::prelude::*;

use crate::calendar::{Calendar, Date, Interval, MonthDay, Weekday};
use crate::money::Currency;
use crate::spec::{OrgSpec, OrganizationSpec};

/// A currency and a calendar; shrinks to rupiah and years that start on 1 January.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawOrganization {
    pub(super) currency: Currency,
    calendar: Calendar,
}

/// Draws currencies without minor units and with up to three digits of them, and fiscal years from any month on.
pub(super) fn organization() -> impl Strategy<Value = RawOrganization> {
    let codes = ["IDR", "EUR", "JPY", "KWD"];
    let currencies: Vec<Currency> = codes.iter().filter_map(|code| Currency::from_code(code).ok()).collect();
    let start = (1..=12_i8, 1..=28_i8);
    (prop::sample::select(currencies), start, prop::sample::select(Weekday::ALL)).prop_map(
        |(currency, (month, day), week_starts)| RawOrganization {
            currency,
            calendar: Calendar::new(MonthDay::new(month, day).unwrap_or_default(), week_starts),
        },
    )
}

impl RawOrganization {
    /// Begins a spec.
    pub(super) fn state(self) -> OrgSpec {
        let mut organization = OrganizationSpec::new("Nusantara Retail", self.currency.code());
        organization.fiscal_year_starts = self.calendar.fiscal_year_starts();
        organization.week_starts = self.calendar.week_starts();
        OrgSpec::new(organization)
    }

    /// Returns the fiscal year of a day.
    pub(super) fn year(self, date: Date) -> Interval {
        self.calendar.fiscal_year(date)
    }
}

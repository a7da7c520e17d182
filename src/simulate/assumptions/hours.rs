//! The hours at which people work.

use serde::{Deserialize, Serialize};

use crate::calendar::Weekday;

/// The hours of a day, and the days of a week, at which somebody works.
///
/// Hours are whole, from 0 to 24: `{ from = 9, until = 17 }` is eight hours, and `{ from = 0, until = 24 }` round the
/// clock. Unless `days` is stated, Monday to Friday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct WorkingHours {
    /// The hour at which work begins.
    pub from: u8,
    /// The hour at which it ends; above `from`.
    pub until: u8,
    /// The working days.
    #[serde(default = "office_days")]
    pub days: Vec<Weekday>,
}

impl WorkingHours {
    /// Round the clock, every day of the week.
    #[must_use]
    pub fn always() -> Self {
        Self { from: 0, until: 24, days: Weekday::ALL.to_vec() }
    }

    /// From 9 to 17, Monday to Friday: the hours that an office has unless it says otherwise.
    #[must_use]
    pub fn office() -> Self {
        Self { from: 9, until: 17, days: office_days() }
    }

    /// Returns which weekdays are worked, Monday first.
    pub(in crate::simulate) fn works(&self) -> [bool; 7] {
        let mut works = [false; 7];
        for (slot, day) in works.iter_mut().zip(Weekday::ALL) {
            *slot = self.days.contains(day);
        }
        works
    }

    /// Returns the minutes of a day between which work is done.
    pub(in crate::simulate) fn minutes(&self) -> (u16, u16) {
        (u16::from(self.from) * 60, u16::from(self.until) * 60)
    }

    pub(in crate::simulate) fn fault(&self) -> Option<&'static str> {
        match self {
            Self { from, until, .. } if until <= from => Some("must end after they begin"),
            Self { until, .. } if 24 < *until => Some("must end at 24 or before"),
            Self { days, .. } if days.is_empty() => Some("must have a working day"),
            _ => None,
        }
    }
}

fn office_days() -> Vec<Weekday> {
    use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
    vec![Monday, Tuesday, Wednesday, Thursday, Friday]
}

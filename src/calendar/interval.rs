//! Half-open stretches of days.

use std::fmt;

use super::{CalendarError, Date};

/// A stretch of days `[from, until)` with at least one day in it; either end may be open.
///
/// ```
/// use bagan::{Interval, parse_date};
///
/// let year = Interval::new(Some(parse_date("2026-01-01")?), Some(parse_date("2027-01-01")?))?;
/// assert!(year.contains(parse_date("2026-12-31")?));
/// assert!(!year.contains(parse_date("2027-01-01")?));
/// assert_eq!(year.to_string(), "from 2026-01-01 until 2027-01-01");
/// assert_eq!(Interval::ALWAYS.intersect(&year), Some(year));
/// # Ok::<(), bagan::CalendarError>(())
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Interval {
    from: Option<Date>,
    until: Option<Date>,
}

impl Interval {
    /// Every day; the default.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// Makes the interval of the days from `from` on and before `until`; `None` leaves an end open.
    ///
    /// # Errors
    ///
    /// [`CalendarError::EmptyInterval`] where `from` is not before `until`.
    pub fn new(from: Option<Date>, until: Option<Date>) -> Result<Self, CalendarError> {
        let first = from.unwrap_or(Date::MIN);
        match until {
            Some(until) if until <= first => Err(CalendarError::EmptyInterval { from: first, until }),
            _ => Ok(Self { from, until }),
        }
    }

    /// Makes an interval of two ends that are known to be in order.
    pub(super) const fn between(from: Option<Date>, until: Option<Date>) -> Self {
        Self { from, until }
    }

    /// Returns the first day, or `None` where there is none.
    #[must_use]
    pub const fn from(&self) -> Option<Date> {
        self.from
    }

    /// Returns the day after the last one, or `None` where there is none.
    #[must_use]
    pub const fn until(&self) -> Option<Date> {
        self.until
    }

    /// Returns whether the date is in the interval.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        !self.is_before(date) && !self.is_after(date)
    }

    /// Returns whether the interval has ended by the date.
    ///
    /// ```
    /// use bagan::{Interval, parse_date};
    ///
    /// let until_may = Interval::new(None, Some(parse_date("2026-05-01")?))?;
    /// assert!(!until_may.is_before(parse_date("2026-04-30")?));
    /// assert!(until_may.is_before(parse_date("2026-05-01")?));
    /// # Ok::<(), bagan::CalendarError>(())
    /// ```
    #[must_use]
    pub fn is_before(&self, date: Date) -> bool {
        self.until.is_some_and(|until| until <= date)
    }

    /// Returns whether the interval has not begun on the date.
    #[must_use]
    pub fn is_after(&self, date: Date) -> bool {
        self.from.is_some_and(|from| date < from)
    }

    /// Returns whether a day is in both intervals.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.intersect(other).is_some()
    }

    /// Returns the days that are in both intervals, or `None` where there are none.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let until = match (self.until, other.until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        // `None` is below every date, as an open beginning should be.
        Self::new(self.from.max(other.from), until).ok()
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.until) {
            (None, None) => f.write_str("always"),
            (Some(from), None) => write!(f, "from {from}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (Some(from), Some(until)) => write!(f, "from {from} until {until}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i8) -> Date {
        Date::new(2028, 2, day).unwrap()
    }

    /// Every interval that starts and ends on one of `days`, or is open.
    fn intervals(days: &[Date]) -> Vec<Interval> {
        let ends: Vec<_> = days.iter().copied().map(Some).chain([None]).collect();
        let pairs = ends.iter().flat_map(|from| ends.iter().map(|until| (*from, *until)));
        pairs.filter_map(|(from, until)| Interval::new(from, until).ok()).collect()
    }

    #[test]
    fn an_interval_without_a_day_is_refused() {
        let error = Interval::new(Some(day(29)), Some(day(29))).unwrap_err();
        assert_eq!(error, CalendarError::EmptyInterval { from: day(29), until: day(29) });
        assert_eq!(error.to_string(), "no day is from 2028-02-29 on and before 2028-02-29");
        assert!(Interval::new(Some(day(2)), Some(day(1))).is_err());
        assert!(Interval::new(None, Some(Date::MIN)).is_err());
    }

    #[test]
    fn the_first_and_the_last_date_can_be_held() {
        let first_day = Interval::new(None, Date::MIN.tomorrow().ok()).unwrap();
        assert!(first_day.contains(Date::MIN));
        assert!(Interval::new(Some(Date::MAX), None).unwrap().contains(Date::MAX));
        assert!(Interval::new(Some(Date::MIN), None).unwrap().contains(Date::MIN));
        assert!(Interval::ALWAYS.contains(Date::MIN) && Interval::ALWAYS.contains(Date::MAX));
        assert_eq!(Interval::default(), Interval::ALWAYS);
    }

    #[test]
    fn the_first_day_is_in_and_the_end_is_out() {
        let interval = Interval::new(Some(day(28)), Some(day(29))).unwrap();
        assert!(interval.is_after(day(27)) && !interval.is_before(day(27)));
        assert!(interval.contains(day(28)));
        assert!(interval.is_before(day(29)) && !interval.is_after(day(29)));
    }

    #[test]
    fn every_date_is_before_in_or_after() {
        let days: Vec<_> = (1..=4).map(day).chain([Date::MIN, Date::MAX]).collect();
        for interval in intervals(&days) {
            for date in &days {
                let sides = [interval.is_before(*date), interval.contains(*date), interval.is_after(*date)];
                assert_eq!(sides.iter().filter(|side| **side).count(), 1, "{interval} on {date}");
            }
        }
    }

    #[test]
    fn an_intersection_holds_the_days_that_both_hold() {
        let days: Vec<_> = (1..=5).map(day).chain([Date::MIN, Date::MAX]).collect();
        for one in intervals(&days) {
            for two in intervals(&days) {
                let both = |date: &Date| one.contains(*date) && two.contains(*date);
                let found = one.intersect(&two);
                assert_eq!(found, two.intersect(&one));
                assert_eq!(one.overlaps(&two), days.iter().any(both), "{one} and {two}");
                for date in &days {
                    assert_eq!(
                        found.is_some_and(|found| found.contains(*date)),
                        both(date),
                        "{one} and {two}"
                    );
                }
            }
        }
    }

    #[test]
    fn neighbours_do_not_overlap() {
        let one = Interval::new(None, Some(day(2))).unwrap();
        let two = Interval::new(Some(day(2)), None).unwrap();
        assert!(!one.overlaps(&two));
        assert_eq!(one.intersect(&two), None);
    }

    #[test]
    fn ends_are_printed_where_there_are_any() {
        let text = |from, until| Interval::new(from, until).unwrap().to_string();
        assert_eq!(text(None, None), "always");
        assert_eq!(text(Some(day(1)), None), "from 2028-02-01");
        assert_eq!(text(None, Some(day(1))), "until 2028-02-01");
        assert_eq!(text(Some(day(1)), Some(day(2))), "from 2028-02-01 until 2028-02-02");
    }
}

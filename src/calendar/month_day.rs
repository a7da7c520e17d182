//! Days of the year, without the year.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::two_digits;
use super::{CalendarError, Date};

/// A day of the year, such as the one on which fiscal years start; written as `MM-DD`.
///
/// `02-29` is such a day, and means 1 March in common years. Every day therefore stands once in every year,
/// in the same order, so that years which start on it cover all dates without a gap.
///
/// ```
/// use bagan::{MonthDay, parse_date};
///
/// let july: MonthDay = "07-01".parse()?;
/// assert_eq!(july.to_string(), "07-01");
/// assert_eq!(july.in_year(2026), Some(parse_date("2026-07-01")?));
/// assert!("7-1".parse::<MonthDay>().is_err());
/// # Ok::<(), bagan::CalendarError>(())
/// ```
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MonthDay {
    month: i8,
    day: i8,
}

/// A year that has all 366 days.
const LEAP_YEAR: i16 = 2000;

impl MonthDay {
    /// Makes the day of that number in that month, both counted from one.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotAMonthDay`] where no year has such a day.
    pub fn new(month: i8, day: i8) -> Result<Self, CalendarError> {
        match Date::new(LEAP_YEAR, month, day) {
            Ok(_) => Ok(Self { month, day }),
            Err(_) => Err(CalendarError::NotAMonthDay { text: format!("{month:02}-{day:02}") }),
        }
    }

    /// Returns the month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> i8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> i8 {
        self.day
    }

    /// Returns the date of this day in a year, or `None` where the year is outside -9999 to 9999.
    ///
    /// ```
    /// use bagan::{MonthDay, parse_date};
    ///
    /// let leap: MonthDay = "02-29".parse()?;
    /// assert_eq!(leap.in_year(2028), Some(parse_date("2028-02-29")?));
    /// assert_eq!(leap.in_year(2027), Some(parse_date("2027-03-01")?));
    /// # Ok::<(), bagan::CalendarError>(())
    /// ```
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Date> {
        match Date::new(year, self.month, self.day) {
            Ok(date) => Some(date),
            // Either the year is out of range, or this is the leap day of a common year.
            Err(_) => Date::new(year, 3, 1).ok(),
        }
    }
}

/// New Year's Day.
impl Default for MonthDay {
    fn default() -> Self {
        Self { month: 1, day: 1 }
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl FromStr for MonthDay {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let [m1, m2, b'-', d1, d2] = *text.as_bytes()
            && let (Some(month), Some(day)) = (two_digits(m1, m2), two_digits(d1, d2))
        {
            return Self::new(month, day);
        }
        Err(CalendarError::NotAMonthDay { text: text.to_owned() })
    }
}

impl Serialize for MonthDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_366_days_are_read_as_they_are_printed() {
        let mut date = Date::new(LEAP_YEAR, 1, 1).unwrap();
        for _ in 0..366 {
            let day = MonthDay::new(date.month(), date.day()).unwrap();
            assert_eq!(day.to_string().parse(), Ok(day));
            assert_eq!(day.in_year(LEAP_YEAR), Some(date));
            date = date.tomorrow().unwrap();
        }
    }

    #[test]
    fn days_that_no_year_has_are_refused() {
        for (text, month, day) in [("02-30", 2, 30), ("04-31", 4, 31), ("13-01", 13, 1), ("00-00", 0, 0)] {
            let expected = Err(CalendarError::NotAMonthDay { text: text.to_owned() });
            assert_eq!(MonthDay::new(month, day), expected);
            assert_eq!(text.parse(), expected);
        }
        assert!(MonthDay::new(i8::MIN, i8::MAX).is_err());
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in
            ["", "1-1", "0101", "01/01", "--01-01", "01-01 ", "-1-01", "01--1", "é-01", "٠1-1", "2026-01-01"]
        {
            assert_eq!(text.parse::<MonthDay>(), Err(CalendarError::NotAMonthDay { text: text.to_owned() }));
        }
    }

    #[test]
    fn the_leap_day_is_the_first_of_march_in_common_years() {
        let leap = MonthDay::new(2, 29).unwrap();
        assert_eq!(leap.in_year(2024), Date::new(2024, 2, 29).ok());
        assert_eq!(leap.in_year(1900), Date::new(1900, 3, 1).ok());
    }

    #[test]
    fn years_out_of_range_have_no_days() {
        for day in [MonthDay::default(), MonthDay::new(2, 29).unwrap()] {
            for year in [i16::MIN, -10_000, 10_000, i16::MAX] {
                assert_eq!(day.in_year(year), None);
            }
        }
    }

    #[test]
    fn serde_writes_and_reads_text() {
        let day: MonthDay = serde_json::from_str("\"04-06\"").unwrap();
        assert_eq!((day.month(), day.day()), (4, 6));
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"04-06\"");
        assert!(serde_json::from_str::<MonthDay>("\"4-6\"").is_err());
    }
}

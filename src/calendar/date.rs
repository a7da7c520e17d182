//! Dates as files write them, and the weeks of ISO 8601.

pub use jiff::civil::Date;

use super::CalendarError;

/// Reads a date written as `YYYY-MM-DD`, and in no other way.
///
/// ```
/// use bagan::{Date, parse_date};
///
/// assert_eq!(parse_date("2028-02-29")?, Date::new(2028, 2, 29)?);
/// assert!(parse_date("20280229").is_err());
/// assert!(parse_date("2028-02-29T00:00").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`CalendarError::NotADate`] where the text is written otherwise, or names a day that does not exist.
pub fn parse_date(text: &str) -> Result<Date, CalendarError> {
    date(text).ok_or_else(|| CalendarError::NotADate { text: text.to_owned() })
}

/// Returns the year and the number of the ISO 8601 week in which a date falls.
///
/// Weeks start on Monday, and belong to the year that holds their Thursday: the year may differ from that of
/// the date, and weeks are numbered to 52 or 53.
///
/// ```
/// use bagan::{iso_week, parse_date};
///
/// assert_eq!(iso_week(parse_date("2026-12-31")?), (2026, 53));
/// assert_eq!(iso_week(parse_date("2027-01-01")?), (2026, 53));
/// # Ok::<(), bagan::CalendarError>(())
/// ```
#[must_use]
pub fn iso_week(date: Date) -> (i16, i8) {
    let week = date.iso_week_date();
    (week.year(), week.week())
}

fn date(text: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return None;
    };
    let (century, year) = (two_digits(y1, y2)?, two_digits(y3, y4)?);
    Date::new(i16::from(century) * 100 + i16::from(year), two_digits(m1, m2)?, two_digits(d1, d2)?).ok()
}

/// Reads a number of two ASCII digits.
pub(super) fn two_digits(tens: u8, units: u8) -> Option<i8> {
    if !tens.is_ascii_digit() || !units.is_ascii_digit() {
        return None;
    }
    i8::try_from((tens - b'0') * 10 + (units - b'0')).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_printed() {
        for text in ["0000-01-01", "0001-01-01", "1999-12-31", "2000-02-29", "2024-02-29", "9999-12-31"] {
            assert_eq!(parse_date(text).map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["1900-02-29", "2023-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00"] {
            assert_eq!(parse_date(text), Err(CalendarError::NotADate { text: text.to_owned() }));
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in [
            "",
            "2026",
            "2026-1-1",
            "20260101",
            "2026/01/01",
            "01-01-2026",
            " 2026-01-01",
            "2026-01-01 ",
            "2026-01-01T00:00:00",
            "+2026-01-01",
            "-026-01-01",
            "-002026-01-01",
            "2026-W01-1",
            "٢٠26-01-01",
            "２-01-01",
            "2026–01–01",
        ] {
            assert_eq!(parse_date(text), Err(CalendarError::NotADate { text: text.to_owned() }), "{text}");
        }
    }

    #[test]
    fn a_long_year_has_week_53() {
        for (text, week) in [
            ("2004-12-31", (2004, 53)),
            ("2005-01-02", (2004, 53)),
            ("2005-01-03", (2005, 1)),
            ("2008-12-29", (2009, 1)),
            ("2024-12-30", (2025, 1)),
            ("2024-02-29", (2024, 9)),
        ] {
            assert_eq!(iso_week(parse_date(text).unwrap()), week, "{text}");
        }
    }

    #[test]
    fn the_first_and_the_last_date_have_a_week() {
        assert_eq!(iso_week(Date::MIN), (-9999, 1));
        assert_eq!(iso_week(Date::MAX), (9999, 52));
    }
}

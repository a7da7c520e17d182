//! Days of the week.

use crate::words::word_enum;

word_enum! {
    /// A day of the week; weeks of ISO 8601 start on Monday, those of some ad platforms on Sunday.
    ///
    /// ```
    /// use bagan::Weekday;
    ///
    /// assert_eq!("sunday".parse(), Ok(Weekday::Sunday));
    /// assert_eq!(Weekday::default(), Weekday::Monday);
    /// ```
    #[derive(Default)]
    pub enum Weekday ("weekday") {
        /// Monday, the default.
        #[default]
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl Weekday {
    /// Returns the same day in the words of the date library.
    pub(super) const fn to_jiff(self) -> jiff::civil::Weekday {
        use jiff::civil::Weekday as Jiff;
        match self {
            Self::Monday => Jiff::Monday,
            Self::Tuesday => Jiff::Tuesday,
            Self::Wednesday => Jiff::Wednesday,
            Self::Thursday => Jiff::Thursday,
            Self::Friday => Jiff::Friday,
            Self::Saturday => Jiff::Saturday,
            Self::Sunday => Jiff::Sunday,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_come_in_the_order_of_iso_8601() {
        let numbers: Vec<i8> = Weekday::ALL.iter().map(|day| day.to_jiff().to_monday_one_offset()).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
    }
}

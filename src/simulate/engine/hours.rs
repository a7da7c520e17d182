//! Working hours: how long work takes on the clock, for whoever works at set hours on set days.

/// Minutes of a day.
pub(super) const DAY: f64 = 1_440.0;

/// The hours at which somebody works: the same on every working day of the week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hours {
    /// The minute of the day at which work begins, and the minutes of work in a day.
    from: f64,
    length: f64,
    /// By weekday of the first day of the simulation: how many working days lie before that day of the week.
    before: [f64; 8],
    /// The places of the working days in a week that begins with the first day, and how many they are.
    days: [f64; 7],
}

impl Hours {
    /// Takes the minutes of a day and which weekdays are worked, Monday first, for a clock whose first day is the weekday
    /// at the place `first`.
    ///
    /// There is a working day, and it has a length.
    pub(super) fn new((from, until): (u16, u16), works: [bool; 7], first: usize) -> Self {
        let (mut before, mut days, mut count) = ([0.0; 8], [0.0; 7], 0);
        for (place, works) in works.iter().cycle().skip(first).take(7).enumerate() {
            if *works {
                if let Some(slot) = days.get_mut(count) {
                    *slot = small(place);
                }
                count += 1;
            }
            if let Some(slot) = before.get_mut(place + 1) {
                *slot = small(count);
            }
        }
        Self { from: f64::from(from), length: f64::from(until) - f64::from(from), before, days }
    }

    fn per_week(&self) -> f64 {
        self.before[7]
    }

    /// Returns the minutes that are worked from the beginning to a moment.
    pub(super) fn worked(&self, at: f64) -> f64 {
        let day = (at / DAY).floor();
        let week = (day / 7.0).floor();
        let place = day - week * 7.0;
        let (before, after) = (self.working_days_before(place), self.working_days_before(place + 1.0));
        let today = (at - day * DAY - self.from).clamp(0.0, self.length);
        let days = week * self.per_week() + before;
        days * self.length + if before < after { today } else { 0.0 }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place from 0 to 7")]
    fn working_days_before(&self, place: f64) -> f64 {
        self.before.get(place as usize).copied().unwrap_or_else(|| self.per_week())
    }

    /// Returns the first moment by which so many minutes are worked.
    fn moment(&self, worked: f64) -> f64 {
        // The day before the one on which a next minute would be worked is full: it ends there.
        let days = (worked / self.length).ceil().max(1.0) - 1.0;
        let week = (days / self.per_week()).floor();
        let day = self.day(days - week * self.per_week());
        week * 7.0 * DAY + day * DAY + self.from + (worked - days * self.length)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place from 0 to 6")]
    fn day(&self, number: f64) -> f64 {
        self.days.get(number as usize).copied().unwrap_or_default()
    }

    /// Returns the first moment from one on at which work is done.
    pub(super) fn opens(&self, at: f64) -> f64 {
        let worked = self.worked(at);
        let days = (worked / self.length).floor();
        let week = (days / self.per_week()).floor();
        let day = self.day(days - week * self.per_week());
        (week * 7.0 * DAY + day * DAY + self.from + (worked - days * self.length)).max(at)
    }

    /// Returns the moment at which work of so many minutes is done that begins at a moment, or when hours begin.
    pub(super) fn done(&self, begins: f64, work: f64) -> f64 {
        self.moment(self.worked(begins) + work).max(begins)
    }
}

fn small(count: usize) -> f64 {
    u8::try_from(count).map_or(0.0, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: [bool; 7] = [true, true, true, true, true, false, false];

    /// The minute of a time on a day, from the first one on.
    fn at(day: u32, hour: u32, minute: u32) -> f64 {
        f64::from(day * 1_440 + hour * 60 + minute)
    }

    #[test]
    fn work_is_done_at_working_hours_alone() {
        // The first day is a Thursday.
        let hours = Hours::new((9 * 60, 17 * 60), OFFICE, 3);
        assert_eq!(hours.done(at(0, 10, 0), 30.0), at(0, 10, 30));
        assert_eq!(hours.done(at(0, 7, 0), 30.0), at(0, 9, 30), "before hours");
        assert_eq!(hours.done(at(0, 16, 50), 30.0), at(1, 9, 20), "over night");
        assert_eq!(hours.done(at(1, 16, 50), 30.0), at(4, 9, 20), "over the weekend");
        assert_eq!(hours.done(at(2, 12, 0), 8.0 * 60.0), at(4, 17, 0), "a whole day ends with it");
        assert_eq!(hours.done(at(0, 9, 0), 5.0 * 480.0 + 1.0), at(7, 9, 1), "a week");
        assert_eq!(hours.done(at(2, 12, 0), 0.0), at(2, 12, 0), "no work takes no time");
    }

    #[test]
    fn round_the_clock_time_is_work() {
        let hours = Hours::new((0, 1_440), [true; 7], 2);
        for (begins, work) in [(0.0, 1.5), (1_439.0, 2.0), (10_080.0, 10_080.0), (5.0, 0.25)] {
            assert!((hours.done(begins, work) - (begins + work)).abs() < 1e-9, "{begins} {work}");
        }
    }

    #[test]
    fn what_is_worked_is_what_lies_between() {
        let hours = Hours::new((9 * 60, 17 * 60), OFFICE, 6);
        let mut minutes = 0.0;
        for minute in 0..21 * 1_440_u32 {
            assert!((hours.worked(f64::from(minute)) - minutes).abs() < 1e-9, "{minute}");
            let (day, of_day) = (minute / 1_440 % 7, minute % 1_440);
            let is_open = (1..6).contains(&day) && (540..1_020).contains(&of_day);
            minutes += f64::from(u8::from(is_open));
        }
    }
}

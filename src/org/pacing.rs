//! How an ad platform spends an average: how much more it may charge in one day, and how much in a week or month.

use crate::calendar::{Calendar, Date, Interval, MonthDay, Weekday};
use crate::money::{Money, Quantity};

/// What a platform makes of a "daily budget", which is an average and no cap.
///
/// Some days cost more and others less; what a platform promises are a most for one day, and a most for a longer
/// period, each so many times the average. What it serves above these it does not charge.
///
/// ```
/// use bagan::{Currency, Pacing};
///
/// let dollar = Currency::from_code("USD")?;
/// let average = dollar.major(5)?;
/// assert_eq!(Pacing::GOOGLE_ADS.day_cap(average), dollar.major(10)?);
/// assert_eq!(Pacing::GOOGLE_ADS.period_cap(average), dollar.major(152)?);
/// assert_eq!(Pacing::META.day_cap(average), dollar.parse("8.75")?);
/// # Ok::<(), bagan::MoneyError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pacing {
    /// The most that is charged for one day, times the average.
    pub day: Quantity,
    /// The longer period.
    pub period: PacingPeriod,
    /// The most that is charged for such a period, times the average.
    pub factor: Quantity,
}

/// Over what a platform evens out its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PacingPeriod {
    /// A week that starts on that day, whatever day the org's own weeks start on.
    Week(Weekday),
    /// A calendar month.
    Month,
}

/// The platforms that every org knows, unless it states them anew.
pub(crate) const BUILT_IN_PLATFORMS: [(&str, Pacing); 2] =
    [("google-ads", Pacing::GOOGLE_ADS), ("meta", Pacing::META)];

const MILLION: i128 = 1_000_000;

impl Pacing {
    /// Google Ads: up to 2 times the average in a day, and 30.4 times it in a calendar month.
    ///
    /// Not for campaigns that pay for conversions, whose days may cost more. Source: Google Ads Help, "About average
    /// daily budgets and spending limits" (support.google.com/google-ads/answer/1704443).
    pub const GOOGLE_ADS: Self = Self::new(
        Quantity::from_millionths(2_000_000),
        PacingPeriod::Month,
        Quantity::from_millionths(30_400_000),
    );

    /// Meta: up to 1.75 times the average in a day, and 7 times it in a week from Sunday to Saturday.
    ///
    /// Older accounts have 1.25 times in a day: state the platform anew for those. Secondary sources, read in 2024:
    /// support.zenvia.com and leadenforce.com; of 1.25, leadsengine.net.
    pub const META: Self = Self::new(
        Quantity::from_millionths(1_750_000),
        PacingPeriod::Week(Weekday::Sunday),
        Quantity::from_millionths(7_000_000),
    );

    /// Makes the pacing of a platform: the most in a day, the longer period, and the most in one such period.
    ///
    /// An org takes factors of 1 or more: with less, a platform could not charge the average itself.
    #[must_use]
    pub const fn new(day: Quantity, period: PacingPeriod, factor: Quantity) -> Self {
        Self { day, period, factor }
    }

    /// Returns the most that is charged for one day.
    ///
    /// Rounded down to the minor unit; [`Money::MAX`] where it is more than money can hold, and never below zero.
    #[must_use]
    pub fn day_cap(self, average: Money) -> Money {
        cap(self.day, average)
    }

    /// Returns the most that is charged for one period, rounded as [`Self::day_cap`].
    #[must_use]
    pub fn period_cap(self, average: Money) -> Money {
        cap(self.factor, average)
    }

    /// Returns the period in which a date falls, by the platform's own weeks.
    #[must_use]
    pub fn period_of(self, date: Date) -> Interval {
        match self.period {
            PacingPeriod::Week(starts) => Calendar::new(MonthDay::default(), starts).week(date),
            PacingPeriod::Month => Calendar::default().month(date),
        }
    }

    /// Returns what is charged of each amount that was served, given the average.
    ///
    /// Each day is charged up to [`Self::day_cap`], and each period up to [`Self::period_cap`]; what is left is the
    /// overdelivery that the platform credits. Dates come in order; amounts of one day count together, and an amount
    /// below zero, a correction, makes room again. The average is the same throughout: bill the days before and
    /// after a change apart.
    ///
    /// ```
    /// use bagan::{Date, Money, Pacing};
    ///
    /// let day = |day| Date::constant(2026, 7, day);
    /// let served = [(day(1), Money::from_minor(2_500)), (day(2), Money::from_minor(500))];
    /// let charged: Vec<_> = Pacing::GOOGLE_ADS.bill(Money::from_minor(1_000), served).collect();
    /// assert_eq!(charged, [(day(1), Money::from_minor(2_000)), (day(2), Money::from_minor(500))]);
    /// ```
    pub fn bill<I: IntoIterator<Item = (Date, Money)>>(
        self,
        average: Money,
        served: I,
    ) -> impl Iterator<Item = (Date, Money)> + use<I> {
        let (mut day, mut period) = (Meter::new(self.day_cap(average)), Meter::new(self.period_cap(average)));
        served.into_iter().map(move |(date, served)| {
            day.go_to(date, || Calendar::default().day(date));
            period.go_to(date, || self.period_of(date));
            let charged = served.min(day.left()).min(period.left());
            day.charge(charged);
            period.charge(charged);
            (date, charged)
        })
    }
}

/// What has been charged of a cap in the stretch of days that is being counted.
#[derive(Debug)]
struct Meter {
    cap: Money,
    days: Option<Interval>,
    charged: Money,
}

impl Meter {
    const fn new(cap: Money) -> Self {
        Self { cap, days: None, charged: Money::ZERO }
    }

    /// Begins anew where the date is past the days that are being counted.
    fn go_to(&mut self, date: Date, days: impl FnOnce() -> Interval) {
        if !self.days.is_some_and(|days| days.contains(date)) {
            (self.days, self.charged) = (Some(days()), Money::ZERO);
        }
    }

    /// Returns how much more may be charged.
    fn left(&self) -> Money {
        self.cap.checked_sub(self.charged).unwrap_or(Money::MAX)
    }

    fn charge(&mut self, amount: Money) {
        // Only corrections can leave the range, downwards: the cap is not passed.
        self.charged = self.charged.checked_add(amount).unwrap_or(Money::from_minor(i64::MIN));
    }
}

/// Returns so many times an average, rounded down to the minor unit.
fn cap(factor: Quantity, average: Money) -> Money {
    if average.is_negative() || factor < Quantity::ZERO {
        return Money::ZERO;
    }
    let minor = factor.scale(average).and_then(|millionths| i64::try_from(millionths / MILLION).ok());
    minor.map_or(Money::MAX, Money::from_minor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn date(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    /// Bills amounts of days, given by date.
    fn bill(pacing: Pacing, average: i64, served: &[(&str, i64)]) -> Vec<i64> {
        let served = served.iter().map(|(day, minor)| (date(day), Money::from_minor(*minor)));
        pacing.bill(Money::from_minor(average), served).map(|(_, charged)| charged.minor()).collect()
    }

    #[test]
    fn caps_are_exact_and_rounded_down() {
        let pacing = Pacing::new(quantity("1.000001"), PacingPeriod::Month, quantity("30.4"));
        for (average, day, month) in
            [(0, 0, 0), (1, 1, 30), (999_999, 999_999, 30_399_969), (1_000_000, 1_000_001, 30_400_000)]
        {
            let average = Money::from_minor(average);
            assert_eq!((pacing.day_cap(average).minor(), pacing.period_cap(average).minor()), (day, month));
        }
    }

    #[test]
    fn caps_stop_at_what_money_can_hold() {
        let huge = Pacing::new(Quantity::from_millionths(i128::MAX), PacingPeriod::Month, Quantity::ONE);
        assert_eq!(Pacing::META.day_cap(Money::MAX), Money::MAX);
        assert_eq!(huge.day_cap(Money::from_minor(1)), Money::MAX);
        assert_eq!(huge.day_cap(Money::MAX), Money::MAX);
        assert_eq!(huge.day_cap(Money::ZERO), Money::ZERO);
        assert_eq!(huge.period_cap(Money::MAX), Money::MAX);
        assert_eq!(Pacing::META.day_cap(Money::from_minor(-5)), Money::ZERO);
        let below = Pacing::new(Quantity::from(-1), PacingPeriod::Month, Quantity::ONE);
        assert_eq!(below.day_cap(Money::from_minor(5)), Money::ZERO);
    }

    #[test]
    fn periods_are_the_platforms_own() {
        let day = date("2026-07-01"); // a Wednesday
        assert_eq!(Pacing::META.period_of(day).to_string(), "from 2026-06-28 until 2026-07-05");
        assert_eq!(Pacing::GOOGLE_ADS.period_of(day).to_string(), "from 2026-07-01 until 2026-08-01");
        assert!(Pacing::META.period_of(Date::MIN).contains(Date::MIN));
        assert!(Pacing::GOOGLE_ADS.period_of(Date::MAX).contains(Date::MAX));
    }

    #[test]
    fn a_week_begins_anew_on_its_first_day() {
        let week: Vec<(&str, i64)> = vec![
            ("2026-07-01", 20),
            ("2026-07-02", 20),
            ("2026-07-03", 20),
            ("2026-07-04", 30), // Saturday
            ("2026-07-05", 30),
        ];
        assert_eq!(bill(Pacing::META, 10, &week), [17, 17, 17, 17, 17]);
        let more = [&week[..4], &[("2026-07-04", 30)], &week[4..]].concat();
        assert_eq!(bill(Pacing::META, 10, &more), [17, 17, 17, 17, 0, 17]);
        let old = Pacing { day: quantity("3"), ..Pacing::META };
        assert_eq!(bill(old, 10, &week), [20, 20, 20, 10, 30]);
    }

    #[test]
    fn amounts_of_one_day_count_together_and_a_correction_makes_room() {
        let day = "2026-07-01";
        assert_eq!(bill(Pacing::META, 10, &[(day, 10), (day, 10), (day, -5), (day, 9)]), [10, 7, -5, 5]);
        assert_eq!(bill(Pacing::META, 10, &[(day, i64::MIN), (day, i64::MIN), (day, i64::MAX)])[2], i64::MAX);
    }

    #[test]
    fn an_average_of_nothing_charges_nothing() {
        assert_eq!(bill(Pacing::GOOGLE_ADS, 0, &[("2026-07-01", 5)]), [0]);
        assert_eq!(bill(Pacing::GOOGLE_ADS, 5, &[]), [0; 0]);
    }
}

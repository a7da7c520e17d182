//! When requests come: a Poisson process whose rate is that of the day.

use crate::simulate::engine::hours::DAY;
use crate::simulate::streams::Stream;

/// How many requests are expected on each day, and at which hours they come.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pattern {
    /// By day: the requests that are expected before it; one more for those of all days.
    before: Vec<f64>,
    /// The minutes of a day between which requests come, as likely at one as at another.
    between: (f64, f64),
}

impl Pattern {
    /// Takes the requests that are expected on each day: at least 0.
    pub(super) fn new(of_days: impl IntoIterator<Item = f64>, (from, until): (u16, u16)) -> Self {
        let mut before = vec![0.0];
        let mut sum = 0.0;
        before.extend(of_days.into_iter().map(|expected| {
            sum += expected;
            sum
        }));
        Self { before, between: (f64::from(from), f64::from(until)) }
    }
}

/// How far a stream of requests has come.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Arrivals {
    /// The requests that were expected until now.
    expected: f64,
    day: usize,
}

impl Arrivals {
    /// Returns the moment of the next request; infinite if none comes any more.
    ///
    /// Between two requests, as many are expected as an exponential of mean 1 says: so the process is Poisson however
    /// its rate changes (time change; Lewis and Shedler, 1979, section 1).
    pub(super) fn next(&mut self, pattern: &Pattern, stream: &mut Stream) -> f64 {
        self.expected += gap(stream);
        loop {
            let Some([before, after]) =
                pattern.before.get(self.day..).and_then(|days| days.first_chunk::<2>())
            else {
                return f64::INFINITY;
            };
            if self.expected < *after {
                let share = (self.expected - before) / (after - before);
                let (from, until) = pattern.between;
                return day_start(self.day) + from + share * (until - from);
            }
            self.day += 1;
        }
    }
}

/// Draws an exponential of mean 1.
pub(super) fn gap(stream: &mut Stream) -> f64 {
    -libm::log(stream.uniform())
}

/// Returns the minute at which a day begins.
#[expect(clippy::cast_precision_loss, reason = "days are far fewer than 2^53")]
pub(super) fn day_start(day: usize) -> f64 {
    day as f64 * DAY
}

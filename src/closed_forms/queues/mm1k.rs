//! M/M/1/K: a desk with room for so many.

use crate::closed_forms::error::{ClosedFormError, above_zero, at_least_one, at_least_zero};

/// A desk of one server with room for `K` requests, the one worked on included: one more is turned away.
///
/// It is stable at any load. (D. Gross and C. M. Harris, Fundamentals of Queueing Theory, section 2.5.)
///
/// ```
/// use bagan::closed_forms::Mm1k;
///
/// let desk = Mm1k::new(1.0, 1.0, 4)?;
/// assert!((desk.turned_away() - 0.2).abs() < 1e-12);
/// assert!((desk.number_mean() - 2.0).abs() < 1e-12);
/// assert!((desk.time_mean() - 2.5).abs() < 1e-12);
/// # Ok::<(), bagan::closed_forms::ClosedFormError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mm1k {
    /// Those that are let in, in a unit of time.
    let_in: f64,
    turned_away: f64,
    number_mean: f64,
}

impl Mm1k {
    /// Takes the requests that come in a unit of time, those that are done in it, and the room.
    ///
    /// Takes as many steps as there is room.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] if a rate is not above 0 and finite, or there is no room.
    pub fn new(arrivals: f64, service: f64, room: u32) -> Result<Self, ClosedFormError> {
        above_zero("the rate of arrivals", arrivals)?;
        above_zero("the rate of service", service)?;
        at_least_one("the room", room)?;
        let rho = at_least_zero("arrivals for each that is served", arrivals / service)?;
        // Weights from the fuller end down where the desk is mostly full: no power overflows.
        let (step, from_full) = if 1.0 < rho { (1.0 / rho, true) } else { (rho, false) };
        let (mut weight, mut sum, mut moment) = (1.0, 0.0, 0.0);
        let mut last = 1.0;
        for steps in 0..=room {
            let number = if from_full { room - steps } else { steps };
            sum += weight;
            moment += weight * f64::from(number);
            last = weight;
            weight *= step;
        }
        let (full, empty) = if from_full { (1.0, last) } else { (last, 1.0) };
        // Of the two ways to count who is let in, the one that loses no digits.
        let let_in = if from_full { service * (1.0 - empty / sum) } else { arrivals * (1.0 - full / sum) };
        Ok(Self { let_in, turned_away: full / sum, number_mean: moment / sum })
    }

    /// Returns the share of requests that are turned away.
    #[must_use]
    pub fn turned_away(self) -> f64 {
        self.turned_away
    }

    /// Returns the mean number at the desk.
    #[must_use]
    pub fn number_mean(self) -> f64 {
        self.number_mean
    }

    /// Returns the mean time at the desk of those that are let in (J. D. C. Little, 1961).
    #[must_use]
    pub fn time_mean(self) -> f64 {
        self.number_mean / self.let_in
    }
}

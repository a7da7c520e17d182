//! M/G/1: a desk of one server, work of any spread.

use crate::closed_forms::error::{ClosedFormError, above_zero, at_least_zero};

/// A desk of one server whose work is spread in any way (F. Pollaczek, 1930; A. Khinchine, 1932).
///
/// Twice the variance of work makes the wait longer, at the same load: what spreads is what waits.
///
/// ```
/// use bagan::closed_forms::Mg1;
///
/// // The mean of work, and its squared coefficient of variation: 0 is constant, 1 as exponential.
/// let even = Mg1::new(0.8, 1.0, 0.0)?;
/// let spread = Mg1::new(0.8, 1.0, 1.0)?;
/// assert!((even.wait_mean().ok_or("overloaded")? - 2.0).abs() < 1e-12);
/// assert!((spread.wait_mean().ok_or("overloaded")? - 4.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mg1 {
    arrivals: f64,
    mean: f64,
    scv: f64,
}

impl Mg1 {
    /// Takes the requests that come in a unit of time, the mean time that one takes, and its squared coefficient of
    /// variation: its variance over the square of its mean.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] if one is negative or not finite, or the mean is 0.
    pub fn new(arrivals: f64, mean: f64, scv: f64) -> Result<Self, ClosedFormError> {
        at_least_zero("the rate of arrivals", arrivals)?;
        above_zero("the mean of work", mean)?;
        at_least_zero("the squared coefficient of variation", scv)?;
        Ok(Self { arrivals, mean, scv })
    }

    /// Returns the share of time that the server is busy: from 1 on, the desk is overloaded.
    #[must_use]
    pub fn load(self) -> f64 {
        self.arrivals * self.mean
    }

    /// Returns the mean time that requests wait before work begins; none of an overloaded desk.
    #[must_use]
    pub fn wait_mean(self) -> Option<f64> {
        let load = Some(self.load()).filter(|load| *load < 1.0)?;
        Some(load * self.mean * (1.0 + self.scv) / (2.0 * (1.0 - load)))
    }

    /// Returns the mean time from a request to the end of work on it; none of an overloaded desk.
    #[must_use]
    pub fn time_mean(self) -> Option<f64> {
        Some(self.wait_mean()? + self.mean)
    }

    /// Returns the mean number that wait; none of an overloaded desk.
    #[must_use]
    pub fn queue_mean(self) -> Option<f64> {
        Some(self.wait_mean()? * self.arrivals)
    }
}

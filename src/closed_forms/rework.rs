//! Work that comes back.

use crate::closed_forms::error::{ClosedFormError, at_least_one, at_least_zero};

/// Work that comes back with the same probability each time, and is then done again.
///
/// ```
/// use bagan::closed_forms::Rework;
///
/// let half = Rework::new(0.5)?;
/// assert!((half.work(8.0)? - 16.0).abs() < 1e-12);
/// assert!((half.work_capped(8.0, 3)? - 14.0).abs() < 1e-12); // done three times at most
/// # Ok::<(), bagan::closed_forms::ClosedFormError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rework {
    comes_back: f64,
}

impl Rework {
    /// Takes the probability that work comes back.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] if it is not from 0 to below 1.
    pub fn new(comes_back: f64) -> Result<Self, ClosedFormError> {
        if (0.0..1.0).contains(&comes_back) {
            return Ok(Self { comes_back });
        }
        let (what, expected) = ("the probability that work comes back", "from 0 to below 1");
        Err(ClosedFormError::OutOfRange { what, expected, value: comes_back })
    }

    /// Returns how often work is done, on average.
    #[must_use]
    pub fn attempts(self) -> f64 {
        1.0 / (1.0 - self.comes_back)
    }

    /// Returns the variance of how often it is done.
    #[must_use]
    pub fn attempts_variance(self) -> f64 {
        self.comes_back * self.attempts() * self.attempts()
    }

    /// Returns the time that work takes in the end, from the time that it takes once.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] if the time is negative or not finite.
    pub fn work(self, once: f64) -> Result<f64, ClosedFormError> {
        Ok(at_least_zero("the time that work takes once", once)? * self.attempts())
    }

    /// As [`work`](Self::work), where it is done so many times at most.
    ///
    /// # Errors
    /// As [`work`](Self::work), and if it may not even be done once.
    pub fn work_capped(self, once: f64, most: u32) -> Result<f64, ClosedFormError> {
        at_least_one("the most times that work is done", most)?;
        Ok(self.work(once)? * (1.0 - libm::pow(self.comes_back, f64::from(most))))
    }
}

//! What a figure of an org takes for granted.

use crate::risk::error::{RiskError, inside};
use crate::risk::factor::Correlation;

/// What the caller assumes, since no org states it: how failures hang together, and how bad a year the tail begins at.
///
/// ```
/// use bagan::risk::Assumptions;
///
/// let assumed = Assumptions::new(0.2, 0.95)?; // a common factor of 0.2; the worst 5% of years
/// assert_eq!((assumed.correlation().rho(), assumed.level()), (0.2, 0.95));
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumptions {
    correlation: Correlation,
    level: f64,
}

impl Assumptions {
    /// Failures that have nothing to do with each other, and the worst 5% of years.
    pub const INDEPENDENT: Self = Self { correlation: Correlation::INDEPENDENT, level: 0.95 };

    /// States the correlation `rho` of one common factor, from 0 to 1, and the level of the tail, such as 0.95.
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] unless `rho` is from 0 to 1 and the level above 0 and below 1.
    pub fn new(rho: f64, level: f64) -> Result<Self, RiskError> {
        Ok(Self { correlation: Correlation::new(rho)?, level: inside("a level", level)? })
    }

    /// Returns how strongly one common factor drives failures.
    #[must_use]
    pub const fn correlation(self) -> Correlation {
        self.correlation
    }

    /// Returns the level at which the tail begins.
    #[must_use]
    pub const fn level(self) -> f64 {
        self.level
    }
}

/// A figure computed twice: as if failures were independent, and with the correlation assumed.
///
/// The two bracket nothing; they say how much of a figure is the assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Both<T> {
    /// As if failures were independent.
    pub independent: T,
    /// With the correlation assumed.
    pub correlated: T,
}

impl<T> Both<T> {
    /// Returns what a function makes of each of the two.
    pub(crate) fn map<U>(self, figure: impl Fn(T) -> U) -> Both<U> {
        Both { independent: figure(self.independent), correlated: figure(self.correlated) }
    }
}

impl<T: Copy> Both<T> {
    /// Computes a figure with each correlation; once, if they are the same.
    pub(super) fn of(
        assumed: Correlation,
        mut figure: impl FnMut(Correlation) -> Result<T, RiskError>,
    ) -> Result<Self, RiskError> {
        let independent = figure(Correlation::INDEPENDENT)?;
        let correlated = if assumed == Correlation::INDEPENDENT { independent } else { figure(assumed)? };
        Ok(Self { independent, correlated })
    }
}

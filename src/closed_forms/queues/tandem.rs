//! Desks in a row, each of which passes a share of what it does on to the next.

use crate::closed_forms::error::{ClosedFormError, at_least_zero, probability};
use crate::closed_forms::queues::Mmc;

/// Desks of a reporting line: each works on what comes to it, and passes a share on (J. R. Jackson, 1957).
///
/// What leaves such a desk comes to the next as random as it came to the first, so each is an [`Mmc`] of its own.
///
/// ```
/// use bagan::closed_forms::Tandem;
///
/// // Two requests a day; six leads do half a request a day each and pass 30% on, a head does one and passes on 20%.
/// let line = Tandem::new(2.0, &[(0.5, 6), (1.0, 1), (0.4, 1)], &[0.3, 0.2])?;
/// assert!((line.time_mean().ok_or("a desk is overloaded")? - 3.249_047).abs() < 1e-6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Tandem {
    arrivals: f64,
    desks: Vec<Mmc>,
}

impl Tandem {
    /// Takes what comes to the first desk in a unit of time, of each desk what one server does in it and the servers, and
    /// the share that each but the last passes on.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] for a rate, a number of servers or a share that cannot be, and
    /// [`ClosedFormError::Shape`] if there is no desk, or shares are not one fewer than desks.
    pub fn new(arrivals: f64, desks: &[(f64, u32)], passed_on: &[f64]) -> Result<Self, ClosedFormError> {
        at_least_zero("the rate of arrivals", arrivals)?;
        if desks.len() != passed_on.len() + 1 {
            return Err(ClosedFormError::Shape { what: "there must be one desk more than shares passed on" });
        }
        let mut coming = arrivals;
        let mut shares = passed_on.iter();
        let mut row = Vec::with_capacity(desks.len());
        for (service, servers) in desks {
            row.push(Mmc::new(coming, *service, *servers)?);
            coming *= probability("the share passed on", shares.next().copied().unwrap_or(0.0))?;
        }
        Ok(Self { arrivals, desks: row })
    }

    /// Returns the desks, the first one first, each with what comes to it.
    #[must_use]
    pub fn desks(&self) -> &[Mmc] {
        &self.desks
    }

    /// Returns the mean number at all desks; none if one is overloaded.
    #[must_use]
    pub fn number_mean(&self) -> Option<f64> {
        self.desks.iter().map(|desk| desk.number_mean()).sum()
    }

    /// Returns the mean time from a request to the end of work on it; none if a desk is overloaded, or nothing comes.
    #[must_use]
    pub fn time_mean(&self) -> Option<f64> {
        (0.0 < self.arrivals).then_some(())?;
        Some(self.number_mean()? / self.arrivals)
    }
}

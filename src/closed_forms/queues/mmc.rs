//! M/M/c: a desk of several servers, exponential work, and room for all.

use crate::closed_forms::error::{ClosedFormError, above_zero, at_least_one, at_least_zero};

/// A desk at which requests come at random, work is exponential, and some work side by side (A. K. Erlang, 1917).
///
/// ```
/// use bagan::closed_forms::Mmc;
///
/// let desk = Mmc::new(2.4, 1.0, 3)?;
/// assert!((desk.load() - 0.8).abs() < 1e-12);
/// assert!((desk.waits().ok_or("overloaded")? - 0.647_191_011_236).abs() < 1e-12);
/// assert!((desk.wait_mean().ok_or("overloaded")? - 1.078_651_685_393).abs() < 1e-12);
/// assert_eq!(Mmc::new(3.0, 1.0, 3)?.wait_mean(), None); // it falls behind for ever
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mmc {
    arrivals: f64,
    service: f64,
    servers: u32,
    /// Erlang B.
    blocks: f64,
}

impl Mmc {
    /// Takes the requests that come in a unit of time, those that one server does in it, and the servers.
    ///
    /// Takes as many steps as there are servers.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] if a rate is negative or not finite, or there is no service or server.
    pub fn new(arrivals: f64, service: f64, servers: u32) -> Result<Self, ClosedFormError> {
        at_least_zero("the rate of arrivals", arrivals)?;
        above_zero("the rate of service", service)?;
        at_least_one("the number of servers", servers)?;
        let offered = above_or_zero(arrivals / service)?;
        let blocks =
            (1..=servers).fold(1.0, |blocks, k| offered * blocks / (f64::from(k) + offered * blocks));
        Ok(Self { arrivals, service, servers, blocks })
    }

    /// Returns how busy each server would be if all that comes could be done: from 1 on, the desk is overloaded.
    #[must_use]
    pub fn load(self) -> f64 {
        self.arrivals / self.service / f64::from(self.servers)
    }

    /// Returns the share of requests that find all servers busy, were those turned away (Erlang B): stable at any load.
    #[must_use]
    pub fn blocks(self) -> f64 {
        self.blocks
    }

    /// Returns the probability that a request has to wait (Erlang C); none of an overloaded desk.
    #[must_use]
    pub fn waits(self) -> Option<f64> {
        let rho = self.stable()?;
        Some(self.blocks / (1.0 - rho * (1.0 - self.blocks)))
    }

    /// Returns the mean time that requests wait before work begins; none of an overloaded desk.
    #[must_use]
    pub fn wait_mean(self) -> Option<f64> {
        Some(self.waits()? / self.slack())
    }

    /// Returns the mean time from a request to the end of work on it; none of an overloaded desk.
    #[must_use]
    pub fn time_mean(self) -> Option<f64> {
        Some(self.wait_mean()? + 1.0 / self.service)
    }

    /// Returns the mean number that wait; none of an overloaded desk.
    #[must_use]
    pub fn queue_mean(self) -> Option<f64> {
        Some(self.wait_mean()? * self.arrivals)
    }

    /// Returns the mean number at the desk, those worked on included; none of an overloaded desk.
    #[must_use]
    pub fn number_mean(self) -> Option<f64> {
        Some(self.time_mean()? * self.arrivals)
    }

    /// Returns the probability that nobody is at the desk; none of an overloaded one.
    #[must_use]
    pub fn empty(self) -> Option<f64> {
        let rho = self.stable()?;
        let offered = rho * f64::from(self.servers);
        // The weight of each number at the desk, from that of none; of as many as servers and more, a geometric tail.
        let (mut weight, mut sum) = (1.0, 1.0);
        for k in 1..self.servers {
            weight *= offered / f64::from(k);
            sum += weight;
        }
        let full = weight * offered / f64::from(self.servers);
        Some(1.0 / (sum + full / (1.0 - rho)))
    }

    /// Returns the probability that a request waits longer than a time; none of an overloaded desk, or a time below 0.
    #[must_use]
    pub fn waits_longer_than(self, time: f64) -> Option<f64> {
        (0.0 <= time).then_some(())?;
        Some(self.waits()? * libm::exp(-self.slack() * time))
    }

    fn stable(self) -> Option<f64> {
        Some(self.load()).filter(|load| *load < 1.0)
    }

    /// What the desk could do above what comes.
    fn slack(self) -> f64 {
        f64::from(self.servers) * self.service - self.arrivals
    }
}

/// Checks that a ratio of two rates did not overflow.
fn above_or_zero(offered: f64) -> Result<f64, ClosedFormError> {
    at_least_zero("arrivals for each that is served", offered)
}

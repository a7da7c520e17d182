//! Averages over a standard normal variable, by the trapezoidal rule.
//!
//! For functions as smooth as these the rule converges faster than any power of the step (L. N. Trefethen and
//! J. A. C. Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56, 2014; not opened): halving the
//! step about squares the error twice.

use crate::risk::error::RiskError;
use crate::risk::normal::density;

/// The trapezoidal rule over a standard normal factor.
pub(super) struct Trapezoid<F> {
    cost: usize,
    figures: F,
    spent: usize,
}

impl<F: FnMut(f64) -> Result<Vec<f64>, RiskError>> Trapezoid<F> {
    /// Beyond this, the factor's density is below 1e-31.
    const REACH: f64 = 12.0;
    const AGREES: f64 = 1e-11;
    /// How many steps a figure may take in all.
    const MOST: usize = 1 << 28;

    /// Averages figures of one value of the factor, which take about `cost` steps each time.
    pub(super) fn new(cost: usize, figures: F) -> Self {
        Self { cost: cost.max(1), figures, spent: 0 }
    }

    /// Halves the step until two results agree, and returns the finer one.
    ///
    /// The figures are made of `number` functions that grow, off the real line, as the normal distribution of an
    /// argument whose square is `steepness` times that of the factor.
    pub(super) fn converge(mut self, number: usize, steepness: f64) -> Result<Vec<f64>, RiskError> {
        // The rule is off by exp(-2π² / (h² growth)), as far as the figures grow off the real line as Φ does.
        const EXPONENT: f64 = 20.0;
        let growth = 1.0 + count(number) * steepness;
        let first = std::f64::consts::PI * (2.0 / (EXPONENT * growth)).sqrt();
        let mut step = first.min(0.5);
        let mut sums = Vec::new();
        self.add_points(&mut sums, 0.0, step)?;
        let mut coarse: Vec<f64> = sums.iter().map(|sum| sum * step).collect();
        loop {
            // The points halfway between those there are.
            self.add_points(&mut sums, 0.5, step)?;
            step *= 0.5;
            let fine: Vec<f64> = sums.iter().map(|sum| sum * step).collect();
            let off = fine.iter().zip(&coarse).map(|(fine, coarse)| (fine - coarse).abs());
            if off.fold(0.0, f64::max) <= Self::AGREES {
                return Ok(fine);
            }
            coarse = fine;
        }
    }

    /// Adds the figures at the points `(k + shift) × step`, each times the density.
    fn add_points(&mut self, sums: &mut Vec<f64>, shift: f64, step: f64) -> Result<(), RiskError> {
        // Said before it is tried: at least so many points lie within reach.
        let points = 2.0 * Self::REACH / step * count(self.cost);
        if count(Self::MOST) < points + count(self.spent) {
            return Err(RiskError::TooLarge {
                what: "steps of the average over the factor",
                most: Self::MOST,
            });
        }
        let mut place = shift;
        while place * step <= Self::REACH {
            self.add_point(sums, place * step)?;
            if 0.0 < place {
                self.add_point(sums, -place * step)?;
            }
            place += 1.0;
        }
        Ok(())
    }

    fn add_point(&mut self, sums: &mut Vec<f64>, factor: f64) -> Result<(), RiskError> {
        self.spent = self.spent.saturating_add(self.cost);
        let figures = (self.figures)(factor)?;
        add(sums, &figures, density(factor));
        Ok(())
    }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

/// Adds `weight` times each figure to its sum.
pub(super) fn add(sums: &mut Vec<f64>, figures: &[f64], weight: f64) {
    sums.resize(figures.len(), 0.0);
    for (sum, figure) in sums.iter_mut().zip(figures) {
        *sum += weight * figure;
    }
}

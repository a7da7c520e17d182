//! Sums of squared deviations that neither overflow nor vanish.

/// A sum of squares, in units of the square of a power of two that is at least the largest deviation so far.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Spread {
    squares: f64,
    /// 0 where every deviation so far is.
    scale: f64,
}

impl Spread {
    /// Makes the unit large enough for a deviation; powers of two, so that no digit is lost.
    pub(super) fn fit(&mut self, deviation: f64) {
        let size = deviation.abs();
        if size <= self.scale {
            return;
        }
        let (_, exponent) = libm::frexp(size);
        let scale = libm::ldexp(1.0, exponent);
        let shrunk = self.scale / scale;
        *self = Self { squares: self.squares * shrunk * shrunk, scale };
    }

    /// Adds the product of two deviations that fit.
    pub(super) fn add(&mut self, one: f64, two: f64) {
        if 0.0 < self.scale {
            self.squares += (one / self.scale) * (two / self.scale);
        }
    }

    /// Adds another sum, and the square of a deviation that many times.
    pub(super) fn merge(&mut self, other: &Self, deviation: f64, times: f64) {
        self.fit(other.scale * 0.5);
        self.fit(deviation);
        if self.scale <= 0.0 {
            return;
        }
        let (theirs, between) = (other.scale / self.scale, deviation / self.scale);
        self.squares += other.squares * theirs * theirs + between * between * times;
    }

    /// Returns the unit.
    pub(super) const fn scale(&self) -> f64 {
        self.scale
    }

    /// Returns the sum in that unit.
    pub(super) const fn squares(&self) -> f64 {
        self.squares
    }

    /// Returns the root of the sum over a count.
    pub(super) fn root_of_mean(&self, count: f64) -> f64 {
        (self.squares / count).sqrt() * self.scale
    }
}

//! Draws from a gamma distribution.

use rand::Rng;

use crate::risk::quantile;
use crate::simulate::streams::uniform;

/// Draws from a gamma distribution of shape 1 or above, as a multiple of `shape - 1/3`.
///
/// The method of G. Marsaglia and W. W. Tsang ("A simple method for generating gamma variables", ACM TOMS 26, 2000): the
/// cube of a normal variable, of which about one in fifty is drawn again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cube {
    /// `1 / (3 √(shape - 1/3))`.
    slope: f64,
}

impl Cube {
    /// Prepares for `1 / √(shape - 1/3)`.
    pub(super) const fn new(reciprocal_root: f64) -> Self {
        Self { slope: reciprocal_root / 3.0 }
    }

    pub(super) fn draw<R: Rng + ?Sized>(self, rng: &mut R) -> f64 {
        loop {
            let x = quantile(uniform(rng));
            let w = self.slope * x;
            let v = (1.0 + w) * (1.0 + w) * (1.0 + w);
            // Whether to take it is drawn in any case, so that a draw takes an even number of words.
            let u = uniform(rng);
            if w <= -1.0 {
                continue;
            }
            let square = x * x;
            if u < 1.0 - 0.0331 * square * square || libm::log(u) < log_odds(x, w, v) {
                return v;
            }
        }
    }
}

/// `x² / 2 + d (1 - v + ln v)`, where `9 d w² = x²`: near 0 by its series, which needs no `d`.
fn log_odds(x: f64, w: f64, v: f64) -> f64 {
    const NEAR: f64 = 0.01;
    let square = x * x;
    if w.abs() < NEAR {
        let series = -1.0 / 4.0 + w * (1.0 / 5.0 + w * (-1.0 / 6.0 + w * (1.0 / 7.0 - w / 8.0)));
        return square / 3.0 * (w * w) * series;
    }
    0.5 * square + square / (9.0 * w * w) * (1.0 - v + 3.0 * libm::log1p(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_the_odds_meet() {
        for x in [-2.5, -0.3, 1.0, 3.0] {
            for w in [-0.0099, 0.0099_f64] {
                let v = (1.0 + w) * (1.0 + w) * (1.0 + w);
                let direct = 0.5 * x * x + x * x / (9.0 * w * w) * (1.0 - v + 3.0 * libm::log1p(w));
                assert!((log_odds(x, w, v) - direct).abs() < 1e-11, "{x} {w}");
            }
        }
    }
}

//! The standard normal distribution.
//!
//! The transcendental functions come from `libm`, and not from the platform, so that a figure has the same bits on
//! every machine.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use crate::risk::error::{RiskError, probability};

/// Returns the density of the standard normal distribution.
pub(super) fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) / (2.0 * PI).sqrt()
}

/// Returns the probability that a standard normal variable is at most `x`: `erfc(-x / √2) / 2`.
///
/// The relative error is below 1e-13 for `-37 <= x`, so that small tails are as good as large ones; below that the
/// result nears the smallest floats and loses digits.
///
/// ```
/// use bagan::risk::normal_cdf;
///
/// assert_eq!(normal_cdf(0.0), 0.5);
/// assert!((normal_cdf(-6.0) / 9.865_876_450_376_98e-10 - 1.0).abs() < 1e-13);
/// ```
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// Returns the `x` that a standard normal variable exceeds with the probability `1 - p`; infinite at 0 and at 1.
///
/// A first guess (Abramowitz and Stegun 26.2.23, within 4.5e-4) is refined on [`normal_cdf`] by Halley's method, which
/// triples the digits with each step. The error is below 1e-13 × (1 + |x|) for `p` from 1e-300 to 0.5; above 0.5, what
/// `1 - p` loses by rounding is lost.
///
/// ```
/// use bagan::risk::normal_quantile;
///
/// assert!((normal_quantile(0.975)? - 1.959_963_984_540_054).abs() < 1e-13);
/// assert_eq!(normal_quantile(0.5)?, 0.0);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// # Errors
/// [`RiskError::OutOfRange`] if `p` is no probability.
pub fn normal_quantile(p: f64) -> Result<f64, RiskError> {
    probability(p).map(quantile)
}

/// As [`normal_quantile`], of what is known to be a probability.
pub(super) fn quantile(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if 1.0 <= p {
        return f64::INFINITY;
    }
    if p < 0.5 {
        lower(p)
    } else if 0.5 < p {
        -lower(1.0 - p)
    } else {
        0.0
    }
}

/// The quantile of `0 < p < 0.5`.
fn lower(p: f64) -> f64 {
    const STEPS: usize = 6;
    let mut x = -guess(p);
    for _ in 0..STEPS {
        let off = (normal_cdf(x) - p) / density(x);
        let step = off / (1.0 + 0.5 * x * off);
        if !step.is_finite() {
            break;
        }
        x -= step;
        if step.abs() <= f64::EPSILON * x.abs() {
            break;
        }
    }
    x
}

/// The distance from 0 of the quantile of `p`, within 4.5e-4.
fn guess(p: f64) -> f64 {
    let t = (-2.0 * libm::log(p)).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    t - above / below
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found} is not {expected}");
    }

    /// Made by the series of erf in decimals of 700 digits.
    #[test]
    fn the_tails_are_as_good_as_the_middle() {
        for (x, cdf) in CDF {
            near(normal_cdf(x), cdf, 1e-13);
        }
    }

    const CDF: [(f64, f64); 7] = [
        (-30.0, 4.906_713_927_148_187e-198),
        (-8.5, 9.479_534_822_203_318e-18),
        (-6.0, 9.865_876_450_376_98e-10),
        (-1.25, 0.105_649_773_666_855_25),
        (-0.001, 0.499_601_057_786_088_93),
        (0.75, 0.773_372_647_623_131_8),
        (3.0, 0.998_650_101_968_369_9),
    ];

    #[test]
    fn a_quantile_is_where_the_distribution_has_its_probability() {
        for (x, p) in CDF {
            if p <= 0.5 {
                assert!((quantile(p) - x).abs() <= 1e-13 * (1.0 + x.abs()), "{p}");
            }
        }
        for thousandth in 1..1000 {
            let p = f64::from(thousandth) / 1000.0;
            near(normal_cdf(quantile(p)), p, 1e-14);
            assert!((quantile(p) + quantile(1.0 - p)).abs() < 1e-12);
        }
    }

    #[test]
    fn the_ends_are_infinite_and_beyond_them_there_is_nothing() {
        assert_eq!(normal_quantile(0.0), Ok(f64::NEG_INFINITY));
        assert_eq!(normal_quantile(1.0), Ok(f64::INFINITY));
        for p in [-1e-9, 1.000_001, f64::INFINITY] {
            assert_eq!(
                normal_quantile(p),
                Err(RiskError::OutOfRange { what: "a probability", expected: "from 0 to 1", value: p })
            );
        }
        assert!(normal_quantile(f64::NAN).is_err());
    }
}

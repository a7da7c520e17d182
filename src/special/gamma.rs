//! The regularised incomplete gamma functions.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use crate::special::stirling::{log_less_linear, stirling_error};

/// The two tails of a distribution at a point, each with the digits that it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tails {
    /// The probability to be at most there.
    pub(crate) lower: f64,
    /// The probability to be beyond.
    pub(crate) upper: f64,
}

/// Returns the tails at `ratio` times the mean of a gamma distribution whose coefficient of variation is `spread`, above
/// 0.
///
/// By the series of `P` below the mean and the continued fraction of `Q` above it (DLMF 8.7.1, 8.9.2); of a spread below
/// 0.003 by the uniform expansion of N. M. Temme (DLMF 8.12). The error is below 1e-12. Costs some 10 / spread steps, 3,000 at most.
pub(crate) fn gamma(spread: f64, ratio: f64) -> Tails {
    const NARROW: f64 = 0.003;
    if ratio <= 0.0 {
        return Tails { lower: 0.0, upper: 1.0 };
    }
    if ratio.is_infinite() {
        return Tails { lower: 1.0, upper: 0.0 };
    }
    if spread < NARROW {
        return narrow(spread, ratio);
    }
    let shape = 1.0 / (spread * spread);
    let x = shape * ratio;
    if x < shape + 1.0 {
        let lower = (power(shape, ratio) * series(shape, x) / shape).min(1.0);
        return Tails { lower, upper: 1.0 - lower };
    }
    let upper = (power(shape, ratio) * fraction(shape, x)).min(1.0);
    Tails { lower: 1.0 - upper, upper }
}

/// Returns `x^a e^-x / Γ(a)` for `x` of `ratio` times `a`.
fn power(a: f64, ratio: f64) -> f64 {
    (a / (2.0 * PI)).sqrt() * libm::exp(a * log_less_linear(ratio, ratio - 1.0) - stirling_error(a))
}

/// `1 + x / (a + 1) + x² / ((a + 1) (a + 2)) + …`
fn series(a: f64, x: f64) -> f64 {
    const MOST: u32 = 100_000;
    let (mut term, mut sum) = (1.0, 1.0);
    for k in (1..MOST).map(f64::from) {
        term *= x / (a + k);
        sum += term;
        if term <= 0.5 * f64::EPSILON * sum {
            break;
        }
    }
    sum
}

/// The continued fraction of `Γ(a, x) e^x / x^a`, by Lentz's algorithm.
fn fraction(a: f64, x: f64) -> f64 {
    const MOST: u32 = 100_000;
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut b = x + 1.0 - a;
    let (mut above, mut below) = (1.0 / TINY, 1.0 / away(b));
    let mut value = below;
    for k in (1..MOST).map(f64::from) {
        let term = -k * (k - a);
        b += 2.0;
        below = 1.0 / away(term * below + b);
        above = away(b + term / above);
        value *= above * below;
        if (above * below - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

/// Temme's expansion: the normal distribution of a stretched distance, and what that is off by.
fn narrow(spread: f64, ratio: f64) -> Tails {
    const FIRST: [f64; 8] = [
        -1.0 / 3.0,
        1.0 / 12.0,
        -2.0 / 135.0,
        1.0 / 864.0,
        1.0 / 2835.0,
        -139.0 / 777_600.0,
        1.0 / 25_515.0,
        -571.0 / 261_273_600.0,
    ];
    const SECOND: [f64; 3] = [-1.0 / 540.0, -1.0 / 288.0, 1.0 / 378.0];
    let distance = (-2.0 * log_less_linear(ratio, ratio - 1.0)).max(0.0).sqrt().copysign(ratio - 1.0);
    let z = distance / spread;
    let polynomial = |terms: &[f64]| terms.iter().rev().fold(0.0, |sum, term| sum * distance + term);
    let off = if z.abs() < 38.0 {
        let weight = libm::exp(-0.5 * z * z) * spread / (2.0 * PI).sqrt();
        weight * (polynomial(&FIRST) + polynomial(&SECOND) * spread * spread)
    } else {
        0.0
    };
    Tails {
        lower: (0.5 * libm::erfc(-z * FRAC_1_SQRT_2) - off).clamp(0.0, 1.0),
        upper: (0.5 * libm::erfc(z * FRAC_1_SQRT_2) + off).clamp(0.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_phase_is_exponential_and_four_are_a_sum() {
        for ratio in [1e-6, 0.3, 0.999, 1.0, 1.5, 7.0, 30.0] {
            let one = gamma(1.0, ratio);
            assert!((one.upper - libm::exp(-ratio)).abs() <= 1e-14, "{ratio}");
            assert!((one.lower + libm::expm1(-ratio)).abs() <= 1e-14, "{ratio}");
            let x = 4.0 * ratio;
            let erlang = libm::exp(-x) * (1.0 + x + x * x / 2.0 + x * x * x / 6.0);
            assert!((gamma(0.5, ratio).upper / erlang - 1.0).abs() < 1e-11, "{ratio}");
        }
    }

    /// A half of a degree of freedom: the square of a normal variable.
    #[test]
    fn a_shape_of_a_half_is_a_squared_normal_variable() {
        for ratio in [1e-9, 0.01, 0.5, 1.0, 4.0, 25.0] {
            let found = gamma(2.0_f64.sqrt(), ratio);
            assert!((found.lower - libm::erf((ratio / 2.0).sqrt())).abs() < 1e-13, "{ratio}");
        }
    }

    #[test]
    fn both_ways_meet_where_a_spread_is_narrow() {
        for spread in [0.003, 0.004] {
            for z in [-8.0, -3.0, -1.0, -0.01, 0.0, 0.02, 1.0, 2.5, 6.0] {
                let ratio = 1.0 + z * spread;
                let (series, expansion) = (gamma(spread, ratio), narrow(spread, ratio));
                assert!((series.lower - expansion.lower).abs() < 1e-12, "{z}: {series:?} {expansion:?}");
                assert!((series.upper - expansion.upper).abs() < 1e-12, "{z}: {series:?} {expansion:?}");
            }
        }
    }

    #[test]
    fn any_spread_has_tails_that_add_to_one() {
        for spread in [1e-300, 1e-20, 1e-8, 1e-3, 0.1, 3.0, 1e3, 1e6] {
            for ratio in [0.0, 1e-300, 0.5, 1.0, 1.0 + 1e-8, 2.0, 1e9, f64::INFINITY] {
                let Tails { lower, upper } = gamma(spread, ratio);
                assert!((0.0..=1.0).contains(&lower) && (0.0..=1.0).contains(&upper), "{spread} {ratio}");
                assert!((lower + upper - 1.0).abs() < 1e-12, "{spread} {ratio}: {lower} {upper}");
            }
        }
    }
}

//! The regularised incomplete beta function.

use std::f64::consts::PI;

use crate::special::stirling::{log_less_linear, stirling_error};

/// Returns `I_x(a, b)` for `a` and `b` above 0, by a continued fraction, with `y = 1 - x` as exact as the
/// caller knows it.
///
/// The relative error is below 1e-12 up to `a + b = 1e7`. Costs some √(a + b) steps.
pub(crate) fn beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    // The fraction converges quickly on this side of the mean, and the function is its own mirror.
    if (a + 1.0) / (a + b + 2.0) < x {
        return 1.0 - power(a, b, x, y) / fraction(b, a, y, x);
    }
    power(a, b, x, y) / fraction(a, b, x, y)
}

/// Returns `x^a y^b / B(a, b)`: what it is at the mean, times what it loses by the distance from there.
fn power(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let away = x * b - y * a;
    let (first, second) = (x * (1.0 + b / a), y * (1.0 + a / b));
    let lost = a * log_less_linear(first, away / a) + b * log_less_linear(second, -away / b);
    let error = stirling_error(a + b) - stirling_error(a) - stirling_error(b);
    (a / (a + b) * b / (2.0 * PI)).sqrt() * libm::exp(lost + error)
}

/// Returns `1 / B(a, b)`.
#[cfg(feature = "simulate")]
pub(super) fn reciprocal(a: f64, b: f64) -> f64 {
    let error = stirling_error(a + b) - stirling_error(a) - stirling_error(b);
    let lost = a * libm::log1p(b / a) + b * libm::log1p(a / b);
    (a / (a + b) * b / (2.0 * PI)).sqrt() * libm::exp(lost + error)
}

/// The continued fraction that a `power` is divided by, by Lentz's algorithm.
///
/// The even part of DLMF 8.17.22 (A. R. `DiDonato` and A. H. Morris, ACM TOMS 18, 1992, equation 9), which loses no digits
/// where `a` is large and `x` is near 1.
fn fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    const MOST: u32 = 100_000;
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let excess = a * y - b * x + 1.0;
    let mut value = away(a * excess / (a + 1.0));
    let (mut above, mut below) = (value, 0.0);
    for m in (1..MOST).map(f64::from) {
        let odd = a + 2.0 * m - 1.0;
        let step = m * (b - m) * x / odd;
        let up = (a + m - 1.0) / odd * (a + b + m - 1.0) * x * step;
        let down = m + step + (a + m) * (excess + m * (1.0 + y)) / (a + 2.0 * m + 1.0);
        below = 1.0 / away(down + up * below);
        above = away(down + up / above);
        value *= above * below;
        if (above * below - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sums of binomial probabilities, each by factors.
    #[test]
    fn it_is_a_tail_of_the_binomial() {
        for p in [0.01, 0.2, 0.5, 0.77, 0.999] {
            for n in [1_u32, 7, 30] {
                for k in 1..=n {
                    let choose = |k: u32| (1..=k).fold(1.0, |c, i| c * f64::from(n + 1 - i) / f64::from(i));
                    let term = |k: u32| {
                        choose(k) * f64::powf(p, f64::from(k)) * f64::powf(1.0 - p, f64::from(n - k))
                    };
                    let tail: f64 = (k..=n).map(term).sum();
                    let found = beta(f64::from(k), f64::from(n + 1 - k), p, 1.0 - p);
                    assert!((found - tail).abs() < 1e-13, "{k} of {n} at {p}: {found} is not {tail}");
                }
            }
        }
    }

    #[test]
    fn closed_forms_hold_for_any_exponent() {
        for x in [1e-9, 0.003, 0.4, 0.9, 0.999_999] {
            for exponent in [0.3, 1.0, 2.5, 1e4] {
                let found = beta(exponent, 1.0, x, 1.0 - x);
                let expected = libm::pow(x, exponent);
                assert!((found - expected).abs() <= 1e-12 * expected, "{x}^{exponent}: {found}");
            }
            // The arcsine law.
            let expected = 2.0 / PI * libm::asin(x.sqrt());
            assert!((beta(0.5, 0.5, x, 1.0 - x) - expected).abs() < 1e-13, "{x}");
        }
    }

    #[test]
    fn large_parameters_keep_their_digits() {
        for half in [1e3, 1e5, 1e7] {
            // Symmetric about a half.
            assert!((beta(half, half, 0.5, 0.5) - 0.5).abs() < 1e-12, "{half}");
            let x = 0.5 - 1.0 / half.sqrt();
            assert!((beta(half, half, x, 1.0 - x) + beta(half, half, 1.0 - x, x) - 1.0).abs() < 1e-12);
        }
    }
}

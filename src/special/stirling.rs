//! What Stirling's formula is off by, and the logarithm without its linear term.

use std::f64::consts::PI;

/// Returns `ln Γ(z) - ((z - ½) ln z - z + ½ ln 2π)` for a `z` above 0, by its series where that converges (DLMF 5.11.1).
pub(super) fn stirling_error(z: f64) -> f64 {
    const SERIES: [f64; 8] = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
        -3617.0 / 122_400.0,
    ];
    if z < 10.0 {
        return libm::lgamma(z) - ((z - 0.5) * libm::log(z) - z + 0.5 * libm::log(2.0 * PI));
    }
    let square = (1.0 / z) / z;
    SERIES.iter().rev().fold(0.0, |sum, term| sum * square + term) / z
}

/// Returns `ln(1 + x) - x` for an `x` above -1, without the digits that the difference would lose near 0; `ratio` is
/// `1 + x`, with the digits that `x` does not have near -1.
pub(super) fn log_less_linear(ratio: f64, x: f64) -> f64 {
    const TERMS: u32 = 9;
    if 0.1 < x.abs() {
        return libm::log(ratio) - x;
    }
    // ln(1 + x) is 2 atanh r.
    let r = x / (2.0 + x);
    let square = r * r;
    let odd = (1..=TERMS).rev().map(f64::from);
    let series = odd.fold(0.0, |sum, k| (sum + 2.0 / (2.0 * k + 1.0)) * square);
    r * (series - x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_the_error_of_stirling_meet() {
        for z in [10.0, 12.5, 40.0, 100.0] {
            let direct = libm::lgamma(z) - ((z - 0.5) * libm::log(z) - z + 0.5 * libm::log(2.0 * PI));
            assert!((stirling_error(z) - direct).abs() < 1e-13 * z, "{z}");
        }
        // ln Γ(1) is 0.
        assert!((stirling_error(1.0) - (1.0 - 0.5 * libm::log(2.0 * PI))).abs() < 1e-16);
    }

    #[test]
    fn the_logarithm_keeps_its_digits_near_0() {
        for x in [-0.1, -1e-3, -1e-9, 1e-9, 1e-3, 0.1] {
            // The Taylor series, which takes more terms.
            let taylor: f64 = (2..40).rev().map(|k: i32| -f64::powi(-x, k) / f64::from(k)).sum();
            assert!((log_less_linear(1.0 + x, x) / taylor - 1.0).abs() < 1e-14, "{x}");
            assert!((log_less_linear(1.0 + x, x) - (libm::log1p(x) - x)).abs() < 1e-16, "{x}");
        }
        assert_eq!(log_less_linear(1.0, 0.0).to_bits() << 1, 0);
    }
}

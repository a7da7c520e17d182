//! Student's t distribution.

use crate::special::beta::{beta, reciprocal};

/// Returns the probability that Student's t with `freedom` degrees of freedom, above 0, is at least `t` away from 0.
///
/// The incomplete beta function of `freedom / (freedom + t²)`, and 0 where that is below the least float (DLMF 8.17; W. S. Gosset, "Student", 1908).
pub(crate) fn two_sided(t: f64, freedom: f64) -> f64 {
    let ratio = t.abs() / freedom.sqrt();
    // Squares of what is at most 1, so that none overflows.
    let (x, y) = if ratio <= 1.0 {
        let square = ratio * ratio;
        (1.0 / (1.0 + square), square / (1.0 + square))
    } else {
        let square = (1.0 / ratio) * (1.0 / ratio);
        (square / (1.0 + square), 1.0 / (1.0 + square))
    };
    beta(0.5 * freedom, 0.5, x, y)
}

/// Returns the `t` that Student's t exceeds in size with the probability `outside`, above 0 and below 1; `normal` is
/// the same figure of the normal distribution.
///
/// Newton's method from the normal quantile: the tail is convex and the start lies below, so that each step goes up and
/// none too far.
pub(crate) fn upper_quantile(outside: f64, freedom: f64, normal: f64) -> f64 {
    const STEPS: u32 = 2_000;
    let mut t = normal.max(1e-9);
    for _ in 0..STEPS {
        let tail = two_sided(t, freedom);
        let step = (tail - outside) / slope(t, freedom);
        if !step.is_finite() {
            break;
        }
        t += step;
        if step.abs() <= 4.0 * f64::EPSILON * t {
            break;
        }
    }
    t
}

/// How fast the two tails lose probability at `t`: twice the density.
fn slope(t: f64, freedom: f64) -> f64 {
    // The density at 0 is 1 / (√freedom B(freedom / 2, 1 / 2)), and that is of two gamma functions.
    let at_0 = reciprocal(0.5 * freedom, 0.5) / freedom.sqrt();
    let ratio = t / freedom.sqrt();
    2.0 * at_0 * libm::exp(-0.5 * (freedom + 1.0) * log_of_one_and_square(ratio))
}

/// `ln(1 + r²)`, without overflow.
fn log_of_one_and_square(ratio: f64) -> f64 {
    if ratio <= 1.0 { libm::log1p(ratio * ratio) } else { 2.0 * libm::log(libm::hypot(1.0, ratio)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::risk::normal_quantile;

    fn quantile(outside: f64, freedom: f64) -> f64 {
        upper_quantile(outside, freedom, normal_quantile(1.0 - 0.5 * outside).unwrap())
    }

    fn near(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found} is not {expected}");
    }

    /// One degree is the Cauchy distribution, two have a root.
    #[test]
    fn closed_forms_hold() {
        for t in [1e-9, 0.3, 1.0, 12.7, 1e6, 1e150] {
            near(two_sided(t, 1.0), 2.0 / std::f64::consts::PI * libm::atan2(1.0, t), 1e-13);
            near(two_sided(-t, 1.0), two_sided(t, 1.0), 0.0);
        }
        for t in [0.01_f64, 0.5, 2.0, 9.0] {
            near(two_sided(t, 2.0), 1.0 - t / (2.0 + t * t).sqrt(), 1e-12);
        }
        for outside in [0.5, 0.05, 1e-6, 1e-15] {
            near(quantile(outside, 1.0), 1.0 / libm::tan(0.5 * std::f64::consts::PI * outside), 1e-9);
        }
    }

    /// Fisher and Yates' table, to its three digits, and its last row.
    #[test]
    fn the_printed_table_holds() {
        for (freedom, five, one) in [(4.0, 2.776, 4.604), (10.0, 2.228, 3.169), (120.0, 1.980, 2.617)] {
            assert!((quantile(0.05, freedom) - five).abs() < 6e-4);
            assert!((quantile(0.01, freedom) - one).abs() < 6e-4);
        }
        assert!((quantile(0.05, 1e9) - 1.959_963_985).abs() < 1e-8);
    }

    #[test]
    fn a_quantile_leaves_as_much_outside_as_it_says() {
        for freedom in [1.0, 2.0, 7.5, 99.0, 1e4, 1e7] {
            for outside in [0.9, 0.2, 0.05, 1e-4, 1e-10] {
                near(two_sided(quantile(outside, freedom), freedom), outside, 1e-10);
            }
        }
    }
}

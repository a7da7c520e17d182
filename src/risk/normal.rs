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
/// Algorithm AS 241 (M. J. Wichura, "The percentage points of the normal distribution", Applied Statistics 37, 1988):
/// ratios of polynomials in three ranges. The relative error is below 1e-14 for `p` from 1e-300 to 0.5; above 0.5, what
/// `1 - p` loses by rounding is lost. Costs some 5 ns, and a logarithm in the tails.
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
#[inline]
pub(crate) fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(&CENTRE, 0.180_625 - q * q);
    }
    let tail = -lower_tail(if q < 0.0 { p } else { 1.0 - p });
    if q < 0.0 { tail } else { -tail }
}

/// How far below 0 the quantile of a `p` at most 0.075 is.
fn lower_tail(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::INFINITY;
    }
    let r = (-libm::log(p)).sqrt();
    if r <= 5.0 { ratio(&FLANK, r - 1.6) } else { ratio(&TAIL, r - 5.0) }
}

/// Returns one polynomial over another, from the constant terms up; in pairs, so that no step waits for all others.
#[inline]
fn ratio([above, below]: &[[f64; 8]; 2], x: f64) -> f64 {
    let square = x * x;
    let fourth = square * square;
    let polynomial = |[a, b, c, d, e, f, g, h]: &[f64; 8]| {
        let low = (a + b * x) + (c + d * x) * square;
        let high = (e + f * x) + (g + h * x) * square;
        low + high * fourth
    };
    polynomial(above) / polynomial(below)
}

/// The coefficients of AS 241, from the constant terms up, in three ranges.
const CENTRE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];

const FLANK: [[f64; 8]; 2] = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        0.000_774_545_014_278_341_4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        0.000_547_593_808_499_534_5,
        1.050_750_071_644_416_9e-9,
    ],
];

const TAIL: [[f64; 8]; 2] = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        0.000_786_869_131_145_613_3,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_7e-15,
    ],
];

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

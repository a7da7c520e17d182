//! From counts to floats, at one place.

#![expect(clippy::float_arithmetic, reason = "figures are ratios; no amount of money is kept in one")]

/// Returns a count as a float: exact up to 2^53, the nearest one above.
#[expect(clippy::cast_precision_loss, reason = "a relative error of 2^-53, in a figure that is a ratio")]
pub(crate) fn float(count: u64) -> f64 {
    count as f64
}

/// Returns the length of a list as a float.
pub(crate) fn length(length: usize) -> f64 {
    float(u64::try_from(length).unwrap_or(u64::MAX))
}

/// Returns a part as a share of the whole, which is none of nothing.
pub(crate) fn share(part: u64, whole: u64) -> Option<f64> {
    (whole != 0).then(|| float(part) / float(whole))
}

/// Returns one integer over another, which is none over 0: each is rounded once, and so is the ratio.
#[expect(clippy::cast_precision_loss, reason = "a relative error of 2^-53, in a figure that is a ratio")]
pub(crate) fn of_integers(above: i128, below: i128) -> Option<f64> {
    (below != 0).then(|| above as f64 / below as f64)
}

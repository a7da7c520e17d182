//! Several approvers who err: what they accept together (R. K. Sah and J. E. Stiglitz, "The Architecture of Economic
//! Systems: Hierarchies and Polyarchies", American Economic Review 76, 1986; "Committees, Hierarchies and Polyarchies",
//! Economic Journal 98, 1988).

use crate::closed_forms::error::{ClosedFormError, at_least_one, probability};
use crate::risk::poisson_binomial;

/// Returns the probability that all accept: approvers in a row, each of whom must.
///
/// Forms nest: a row of two beside a row of three is a [`polyarchy`] of two hierarchies.
///
/// ```
/// use bagan::closed_forms::{hierarchy, polyarchy};
///
/// let accepts = polyarchy(&[hierarchy(&[0.9, 0.8])?, hierarchy(&[0.7, 0.6, 0.5])?])?;
/// assert!((accepts - 0.7788).abs() < 1e-12);
/// # Ok::<(), bagan::closed_forms::ClosedFormError>(())
/// ```
///
/// # Errors
/// [`ClosedFormError`] if one accepts with no probability, or there are no approvers.
pub fn hierarchy(accepts: &[f64]) -> Result<f64, ClosedFormError> {
    let approvers = checked(accepts)?;
    Ok(approvers.iter().product())
}

/// Returns the probability that any accepts: approvers side by side, one of whom suffices.
///
/// # Errors
/// As [`hierarchy`].
pub fn polyarchy(accepts: &[f64]) -> Result<f64, ClosedFormError> {
    let approvers = checked(accepts)?;
    // By way of the logarithms, so that many small probabilities are not rounded away.
    let none: f64 = approvers.iter().map(|p| libm::log1p(-p)).sum();
    Ok(-libm::expm1(none))
}

/// Returns the probability that at least so many accept: a committee.
///
/// # Errors
/// As [`hierarchy`], and if `needed` is 0 or more than there are.
pub fn committee(needed: usize, accepts: &[f64]) -> Result<f64, ClosedFormError> {
    let approvers = checked(accepts)?;
    if needed == 0 || approvers.len() < needed {
        return Err(ClosedFormError::Shape { what: "a committee needs from one to all of its members" });
    }
    let counts = poisson_binomial(approvers)
        .map_err(|_| ClosedFormError::Shape { what: "the members accept with no probabilities" })?;
    Ok(counts.iter().skip(needed).sum::<f64>().min(1.0))
}

/// Returns how many approvers of a hierarchy of `n` look at a request, on average: the first who rejects it ends it.
///
/// # Errors
/// [`ClosedFormError::OutOfRange`] if one accepts with no probability, or there are none.
pub fn hierarchy_evaluations(accepts: f64, n: u32) -> Result<f64, ClosedFormError> {
    probability("the probability to accept", accepts)?;
    at_least_one("the number of approvers", n)?;
    Ok(geometric(accepts, n))
}

/// Returns how many approvers of a polyarchy of `n` look at a request, on average: the first who accepts it ends it.
///
/// # Errors
/// As [`hierarchy_evaluations`].
pub fn polyarchy_evaluations(accepts: f64, n: u32) -> Result<f64, ClosedFormError> {
    hierarchy_evaluations(1.0 - probability("the probability to accept", accepts)?, n)
}

/// The sum of the first `n` powers from the 0th on.
fn geometric(ratio: f64, n: u32) -> f64 {
    if 1.0 <= ratio {
        return f64::from(n);
    }
    -libm::expm1(f64::from(n) * libm::log(ratio)) / (1.0 - ratio)
}

fn checked(accepts: &[f64]) -> Result<&[f64], ClosedFormError> {
    for p in accepts {
        probability("the probability to accept", *p)?;
    }
    if accepts.is_empty() {
        return Err(ClosedFormError::Shape { what: "there must be an approver" });
    }
    Ok(accepts)
}

/// How a form of approval treats requests that are worth their money, and those that are not.
///
/// ```
/// use bagan::closed_forms::{Screening, hierarchy, polyarchy};
///
/// // Two approvers, each of whom accepts 80% of the good and 30% of the bad.
/// let both = Screening::new(hierarchy(&[0.8, 0.8])?, hierarchy(&[0.3, 0.3])?)?;
/// let either = Screening::new(polyarchy(&[0.8, 0.8])?, polyarchy(&[0.3, 0.3])?)?;
/// assert!((both.omission() - 0.36).abs() < 1e-12 && (both.commission() - 0.09).abs() < 1e-12);
/// // Where half of the requests are good, and as much is gained by one as lost by the other:
/// assert!((both.value(0.5, 1.0, -1.0)? - 0.275).abs() < 1e-12);
/// assert!((either.value(0.5, 1.0, -1.0)? - 0.225).abs() < 1e-12);
/// # Ok::<(), bagan::closed_forms::ClosedFormError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screening {
    accepts_good: f64,
    accepts_bad: f64,
}

impl Screening {
    /// Takes the probabilities with which a good and a bad request are accepted.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] if one is no probability.
    pub fn new(accepts_good: f64, accepts_bad: f64) -> Result<Self, ClosedFormError> {
        probability("the probability to accept a good request", accepts_good)?;
        probability("the probability to accept a bad request", accepts_bad)?;
        Ok(Self { accepts_good, accepts_bad })
    }

    /// Returns the share of good requests that is rejected (an error of the first kind).
    #[must_use]
    pub fn omission(self) -> f64 {
        1.0 - self.accepts_good
    }

    /// Returns the share of bad requests that is accepted (an error of the second kind).
    #[must_use]
    pub fn commission(self) -> f64 {
        self.accepts_bad
    }

    /// Returns what a request is worth on average, for the share of good ones, what a good one that is accepted gains, and
    /// what a bad one does: usually less than 0. In the unit of the two.
    ///
    /// # Errors
    /// [`ClosedFormError::OutOfRange`] if the share is no probability, or a gain is not finite.
    pub fn value(self, good_share: f64, good: f64, bad: f64) -> Result<f64, ClosedFormError> {
        probability("the share of good requests", good_share)?;
        if let Some(value) = [good, bad].into_iter().find(|gain| !gain.is_finite()) {
            return Err(ClosedFormError::OutOfRange { what: "a gain", expected: "finite", value });
        }
        Ok(good_share * good * self.accepts_good + (1.0 - good_share) * bad * self.accepts_bad)
    }
}

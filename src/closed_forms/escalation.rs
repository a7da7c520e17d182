//! How far up requests go.

use crate::closed_forms::error::{ClosedFormError, at_least_one, at_least_zero, probability};

/// The levels of a line at which requests are decided: the first is that of the lowest limit.
#[derive(Debug, Clone, PartialEq)]
pub struct EscalationLevels {
    shares: Vec<f64>,
}

impl EscalationLevels {
    /// Returns the share of requests that is decided at each level, the lowest first.
    #[must_use]
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// Returns the share that is decided at a level, counted from 0; none above the top.
    #[must_use]
    pub fn share(&self, level: usize) -> Option<f64> {
        self.shares.get(level).copied()
    }

    /// Returns the expected level, counted from 1: what the mean request takes in approvals if each desk works on it.
    #[must_use]
    pub fn expected(&self) -> f64 {
        self.moment(|level| level)
    }

    /// Returns how often the mean request is passed on.
    #[must_use]
    pub fn expected_escalations(&self) -> f64 {
        self.moment(|level| level - 1.0)
    }

    /// Returns the variance of the level.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let mean = self.expected();
        self.moment(|level| (level - mean) * (level - mean))
    }

    fn moment(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.shares.iter().zip(1_u32..).map(|(share, level)| share * of(f64::from(level))).sum()
    }
}

/// Returns the levels of requests under limits: each is decided by the first whose limit covers it, or by the top, who
/// has none.
///
/// `above` is the probability that an amount is above a limit, such as `Distribution::survival` of `simulate`.
///
/// # Errors
/// [`ClosedFormError::OutOfRange`] if a limit is negative or not finite, or `above` returns no probability;
/// [`ClosedFormError::Shape`] if limits do not rise, or more is above a higher limit than above a lower one.
pub fn levels_of_amounts(
    limits: &[f64],
    above: impl Fn(f64) -> f64,
) -> Result<EscalationLevels, ClosedFormError> {
    let (mut below, mut comes) = (0.0, 1.0);
    let mut shares = Vec::with_capacity(limits.len() + 1);
    for limit in limits {
        let limit = at_least_zero("a limit", *limit)?;
        let passes = probability("the share above a limit", above(limit))?;
        if limit < below || comes < passes {
            return Err(ClosedFormError::Shape { what: "limits must rise, and shares above them fall" });
        }
        shares.push(comes - passes);
        (below, comes) = (limit, passes);
    }
    shares.push(comes);
    Ok(EscalationLevels { shares })
}

/// The most levels of a line.
const LEVELS: u32 = 1_000_000;

/// Returns the levels of requests of which each level passes the same share on, and the top none.
///
/// # Errors
/// [`ClosedFormError::OutOfRange`] if the share is no probability, or levels are not from 1 to 1,000,000.
pub fn levels_of_share(passed_on: f64, levels: u32) -> Result<EscalationLevels, ClosedFormError> {
    probability("the share passed on", passed_on)?;
    at_least_one("the number of levels", levels)?;
    if LEVELS < levels {
        let (what, expected) = ("the number of levels", "1,000,000 or fewer");
        return Err(ClosedFormError::OutOfRange { what, expected, value: f64::from(levels) });
    }
    let mut comes = 1.0;
    let mut shares = Vec::new();
    for _ in 1..levels {
        shares.push(comes * (1.0 - passed_on));
        comes *= passed_on;
    }
    shares.push(comes);
    Ok(EscalationLevels { shares })
}

//! Running until a figure is known as precisely as wanted.

use crate::simulate::error::SimulationError;
use crate::simulate::figures::OF_DESIGN;
use crate::simulate::named;
use crate::simulate::statistics::{Confidence, Estimate, replications_needed};

/// The years before the first look: too few of them, and their spread is luck.
pub(super) const FIRST_LOOK: u64 = 64;

/// How precisely a figure of the whole design is to be known: [`Simulation::until`](crate::simulate::Simulation::until).
///
/// Years are run until half of the interval of the mean is narrow enough, in every design, or there are as many as allowed.
/// The first look is after 64 years, each further one after as many as the spread so far says are needed, at least 64 more
/// and at most twice as many: so that looks depend on the outcomes alone, and not on threads.
///
/// Whoever stops when the interval looks narrow stops a little more often where the spread happens to look small: such
/// intervals hold the mean somewhat less often than they say. With 64 years to begin with and few looks that is little;
/// for an exact one, simulate as many years as came out with another seed. The procedure and its coverage are in A. M.
/// Law, Simulation Modeling and Analysis, section 9.4.1 (the book was not opened), from which the relative width is
/// too: half of the interval within γ/(1 + γ) of the mean that was found, so that it is within γ of the true one.
///
/// ```
/// use bagan::simulate::{Assumptions, Precision, Simulation, Stop};
/// use bagan::{OrgBuilder, parse_date};
///
/// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
/// org.channel("social", "Paid social");
/// org.position("dmm", "digital-marketing-manager").holder("rina").budget(3_000_000_000_i64);
/// org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
/// org.delegation("dmm", "social", 2_400_000_000_i64).channel("social").transaction(2_000_000);
///
/// let (from, until) = (parse_date("2026-01-01")?, parse_date("2026-03-01")?);
/// let wait = Precision::relative("wait_mean", 0.1)?.at_most(2_000);
/// let outcomes = Simulation::new(Assumptions::default(), from, until).until(wait).run(org.build()?)?;
/// assert_eq!(outcomes.stop(), Stop::Precise);
/// assert!(outcomes.replications() < 2_000);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Precision {
    figure: String,
    width: Width,
    confidence: Confidence,
    at_most: u64,
    of: Of,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Width {
    Absolute(f64),
    Relative(f64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    EachDesign,
    Differences,
}

/// Why no more years were run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stop {
    /// There are as many as were asked for.
    Replications,
    /// The figure is known as precisely as was wanted.
    Precise,
    /// There are as many as were allowed, and the figure is not known so precisely.
    AtMost {
        /// About how many years would do, as far as the spread so far tells; none if it does not.
        needed: Option<u64>,
    },
}

impl Precision {
    /// Asks for half of an interval of at most so much, in the figure's unit, at a confidence of 95%, and allows 10,000
    /// years.
    ///
    /// # Errors
    /// [`SimulationError::Assumption`] if it is not above 0 and finite; [`SimulationError::UnknownFigure`].
    pub fn half_width(figure: &str, half_width: f64) -> Result<Self, SimulationError> {
        Self::new(figure, Width::Absolute(positive("half-width", half_width)?))
    }

    /// Asks for half of an interval of at most such a share of the mean: 0.05 is within 5% of it.
    ///
    /// # Errors
    /// As [`half_width`](Self::half_width).
    pub fn relative(figure: &str, share: f64) -> Result<Self, SimulationError> {
        Self::new(figure, Width::Relative(positive("share", share)?))
    }

    fn new(figure: &str, width: Width) -> Result<Self, SimulationError> {
        named::design_figure(figure)?;
        let (confidence, at_most) = (Confidence::NINETY_FIVE, 10_000);
        Ok(Self { figure: figure.to_owned(), width, confidence, at_most, of: Of::EachDesign })
    }

    /// Sets how sure the interval is to be.
    #[must_use]
    pub fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// Sets how many years may be run.
    #[must_use]
    pub fn at_most(mut self, replications: u64) -> Self {
        self.at_most = replications;
        self
    }

    /// Asks it of the difference of each further design from the first, in place of each design.
    ///
    /// On common random numbers that takes far fewer years, and is what tells designs apart.
    #[must_use]
    pub fn of_differences(mut self) -> Self {
        self.of = Of::Differences;
        self
    }

    /// Returns the name of the figure.
    #[must_use]
    pub fn figure(&self) -> &str {
        &self.figure
    }

    pub(super) fn most(&self) -> u64 {
        self.at_most
    }

    pub(super) fn is_of_differences(&self) -> bool {
        self.of == Of::Differences
    }

    /// The place of the figure among those of the design.
    pub(super) fn place(&self) -> usize {
        OF_DESIGN.iter().position(|(name, ..)| *name == self.figure).unwrap_or_default()
    }

    /// What is wanted, in words: `within 5% of its mean`.
    pub(super) fn wanted(&self) -> String {
        match self.width {
            Width::Absolute(half_width) => format!("within {half_width}"),
            Width::Relative(share) => format!("within {}% of its mean", share * 100.0),
        }
    }

    /// Looks at the estimates so far: whether all of them are precise enough, and how many years it takes, if they tell.
    pub(super) fn look<'e>(&self, estimates: impl Iterator<Item = &'e Estimate>) -> Look {
        let mut look = Look { is_precise: true, needed: Some(0) };
        for estimate in estimates {
            let target = match self.width {
                Width::Absolute(half_width) => Some(half_width),
                Width::Relative(share) => estimate.mean().map(|mean| mean.abs() * (share / (1.0 + share))),
            };
            let interval = estimate.interval(self.confidence);
            look.is_precise &=
                interval.zip(target).is_some_and(|(interval, target)| interval.half_width() <= target);
            let needed = target
                .and_then(|target| replications_needed(estimate, target, self.confidence).ok().flatten());
            look.needed = look.needed.zip(needed).map(|(most, more)| most.max(more));
        }
        look
    }
}

/// What a look at the estimates says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) is_precise: bool,
    pub(super) needed: Option<u64>,
}

impl Look {
    /// Returns after how many years to look again.
    pub(super) fn next(self, done: u64, at_most: u64) -> u64 {
        let twice = done.saturating_mul(2);
        let next = self.needed.map_or(twice, |needed| needed.clamp(done.saturating_add(FIRST_LOOK), twice));
        next.min(at_most)
    }
}

fn positive(what: &'static str, value: f64) -> Result<f64, SimulationError> {
    if 0.0 < value && value.is_finite() {
        return Ok(value);
    }
    let (path, what, value) = (format!("precision.{what}"), "must be above 0 and finite", value.to_string());
    Err(SimulationError::Assumption { path, what, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimate(values: &[f64]) -> Estimate {
        let mut estimate = Estimate::new();
        for value in values {
            estimate.add(*value).unwrap();
        }
        estimate
    }

    #[test]
    fn a_look_asks_all_and_knows_how_many_it_takes() {
        let (narrow, wide) = (estimate(&[10.0, 10.1, 9.9, 10.0]), estimate(&[1.0, 19.0, 10.0, 12.0]));
        let wanted = Precision::half_width("wait_p95", 0.5).unwrap();
        let of = |estimates: &[Estimate]| wanted.look(estimates.iter());
        assert!(of(&[narrow]).is_precise && !of(&[narrow, wide]).is_precise);
        let needed = replications_needed(&wide, 0.5, Confidence::NINETY_FIVE).unwrap();
        assert_eq!(of(&[narrow, wide]).needed, needed);
        // A figure that no year defines is not precise, and tells nothing.
        let none = of(&[narrow, Estimate::new()]);
        assert_eq!((none.is_precise, none.needed, none.next(64, 10_000)), (false, None, 128));
    }

    #[test]
    fn a_relative_width_is_of_the_true_mean() {
        let found = estimate(&[90.0, 110.0, 100.0, 100.0]);
        let half = found.interval(Confidence::NINETY_FIVE).unwrap().half_width();
        let gamma = half / (100.0 - half);
        let is_precise = |share| Precision::relative("spend", share).unwrap().look([found].iter()).is_precise;
        assert!(is_precise(gamma * 1.001) && !is_precise(gamma * 0.999));
    }

    #[test]
    fn looks_are_never_further_than_twice_as_many_nor_nearer_than_a_few() {
        let after = |needed, done| Look { is_precise: false, needed }.next(done, 1_000);
        assert_eq!((after(Some(70), 64), after(Some(900), 64), after(Some(300), 200)), (128, 128, 300));
        assert_eq!((after(Some(0), 200), after(None, 600)), (264, 1_000));
    }

    #[test]
    fn what_cannot_be_asked_is_refused() {
        for width in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(
                Precision::half_width("spend", width).is_err()
                    && Precision::relative("spend", width).is_err()
            );
        }
        let error = Precision::relative("wait_p59", 0.1).unwrap_err().to_string();
        assert!(error.contains("wait_p95"), "{error}");
    }
}

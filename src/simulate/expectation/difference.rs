//! What is expected of several designs: of one of them, or of how two differ.

use crate::simulate::designs::Designs;
use crate::simulate::expectation::expected::Expected;
use crate::simulate::expectation::message::{self, Asked};
use crate::simulate::expectation::question::Bound;
use crate::simulate::expectation::unmet::{Unmet, UnmetKind};
use crate::simulate::named::{alike, design_figure};
use crate::simulate::outcomes::Outcomes;
use crate::simulate::report::quantity;
use crate::simulate::statistics::Confidence;

/// The figure that something is expected of; next comes of which designs.
#[derive(Debug, Clone)]
#[must_use = "nothing is asked yet"]
pub struct DesignsExpected<'o> {
    designs: &'o Designs,
    figure: String,
}

/// What is expected of the difference of two designs, ended by [`below`](Self::below), [`above`](Self::above) or
/// [`between`](Self::between).
///
/// The answers are those of [`Expected`]. The interval is that of the mean of differences year by year, on common random
/// numbers.
#[derive(Debug, Clone)]
#[must_use = "nothing is asked before `below`, `above` or `between`"]
pub struct ExpectedDifference<'o> {
    designs: &'o Designs,
    figure: String,
    first: String,
    second: String,
    confidence: Confidence,
}

impl Designs {
    /// Begins to say what is expected of a figure of one of the designs, or of the difference of two.
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use bagan::{OrgBuilder, parse_date};
    /// # use bagan::simulate::{Assumptions, Simulation};
    /// # let design = |limit: i64| {
    /// #     let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// #     org.channel("social", "Paid social");
    /// #     org.position("dmm", "digital-marketing-manager").holder("rina").budget(3_000_000_000_i64);
    /// #     org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
    /// #     org.delegation("dmm", "social", 2_400_000_000_i64).channel("social").transaction(limit);
    /// #     org.build().map(Arc::new)
    /// # };
    /// # let designs = [("central", design(2_000_000)?), ("delegated", design(20_000_000)?)];
    /// # let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    /// # let simulation = Simulation::new(Assumptions::default(), from, until).replications(20);
    /// let designs = simulation.compare(designs)?;
    /// designs.expect("approved_after_approval").difference("delegated", "central").below(0.0)?;
    /// designs.expect("wait_p95").in_design("delegated").below(48.0)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn expect(&self, figure: &str) -> DesignsExpected<'_> {
        DesignsExpected { designs: self, figure: figure.to_owned() }
    }

    fn named(&self, design: &str) -> Result<(&str, &Outcomes), String> {
        self.iter().find(|(name, _)| *name == design).ok_or_else(|| {
            format!("there is no design `{design}`: {}", alike(design, self.iter().map(|(name, _)| name)))
        })
    }
}

impl<'o> DesignsExpected<'o> {
    /// Means the figure of one design.
    pub fn in_design(self, design: &str) -> Expected<'o> {
        match self.designs.named(design) {
            Ok((name, outcomes)) => Expected::new(Ok(outcomes), Some(name), &self.figure),
            Err(why) => Expected::new(Err(why), None, &self.figure),
        }
    }

    /// Means the difference of the figure of two designs, the first less the second.
    pub fn difference(self, first: &str, second: &str) -> ExpectedDifference<'o> {
        let Self { designs, figure } = self;
        let (first, second, confidence) = (first.to_owned(), second.to_owned(), Confidence::NINETY_FIVE);
        ExpectedDifference { designs, figure, first, second, confidence }
    }
}

impl ExpectedDifference<'_> {
    /// Sets how sure to be; 95% unless set.
    pub fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// Expects the difference to be less than a bound: below 0, the first design has less.
    ///
    /// # Errors
    /// [`Unmet`], unless that is so at the confidence.
    pub fn below(self, bound: f64) -> Result<(), Unmet> {
        self.ask(Bound::Below(bound))
    }

    /// Expects the difference to be more than a bound: above 0, the first design has more.
    ///
    /// # Errors
    /// As [`below`](Self::below).
    pub fn above(self, bound: f64) -> Result<(), Unmet> {
        self.ask(Bound::Above(bound))
    }

    /// Expects the difference to be from one bound to another, both allowed: that designs hardly differ.
    ///
    /// # Errors
    /// As [`below`](Self::below).
    pub fn between(self, low: f64, high: f64) -> Result<(), Unmet> {
        self.ask(Bound::Between(low, high))
    }

    fn ask(self, bound: Bound) -> Result<(), Unmet> {
        let (first, one) = self.designs.named(&self.first).map_err(Unmet::mistaken)?;
        let (second, two) = self.designs.named(&self.second).map_err(Unmet::mistaken)?;
        let name = design_figure(&self.figure).map_err(|error| Unmet::mistaken(error.to_string()))?;
        if !bound.is_sound() {
            let bound = bound.says(|value| value.to_string());
            return Err(Unmet::mistaken(format!("nothing can be {bound}: bounds are finite and in order")));
        }
        let Some((comparison, figure)) = self.designs.compare(first, second, name).zip(one.figure(name))
        else {
            return Err(Unmet::mistaken(format!("there is no figure `{name}`")));
        };
        let context = || {
            let of = |design: &str, outcomes| {
                message::figures(&format!("the design `{design}`"), outcomes, outcomes.of_design())
            };
            of(first, one) + &of(second, two) + &message::setting(one)
        };
        let subject = format!("`{name}` of `{first}` less that of `{second}`");
        if comparison.count() == 0 {
            let text = format!("undefined: {subject} is defined in no year\n{}", context());
            return Err(Unmet { kind: UnmetKind::Undefined, text });
        }
        let show = |value, decimals| quantity(one.org(), figure.unit, value, decimals);
        Asked::of_mean(subject, bound, comparison.difference(), self.confidence, &show).answer(context)
    }
}

//! What is expected of a figure of one design.

use crate::org::{Channel, Position};
use crate::simulate::expectation::message::{self, Asked};
use crate::simulate::expectation::question::{Bound, Measured};
use crate::simulate::expectation::unmet::{Unmet, UnmetKind};
use crate::simulate::named::alike;
use crate::simulate::outcomes::{Outcome, Outcomes};
use crate::simulate::report::{percentage, quantity, stated_percentage};
use crate::simulate::statistics::{Confidence, QuantileType};

/// What is expected of a figure, ended by [`below`](Self::below), [`above`](Self::above) or [`between`](Self::between).
///
/// Of its mean over years, with an interval of 95%, unless said otherwise. There are three answers: `Ok` where the
/// whole interval is on the right side; [`UnmetKind::NotMet`] where all of it is on the wrong side;
/// [`UnmetKind::Undecided`] where it is on both, and about how many years would tell. A figure that was the same in
/// every year has an interval without width: of what is too rare to come in so many years,
/// [`in_most_years`](Self::in_most_years) says how often it may come. Bounds are in the figure's unit: hours, and minor
/// units of the currency.
#[derive(Debug, Clone)]
#[must_use = "nothing is asked before `below`, `above` or `between`"]
pub struct Expected<'o> {
    /// The outcomes of a design by its name, or why there are none.
    outcomes: Result<&'o Outcomes, String>,
    design: Option<&'o str>,
    figure: String,
    at: At,
    of: Of,
    confidence: Confidence,
}

#[derive(Debug, Clone)]
enum At {
    Design,
    Channel(String),
    Position(String),
}

#[derive(Debug, Clone, Copy)]
enum Of {
    Mean,
    Quantile(f64),
    AtLeastInShare(f64),
    BelowInShare(f64),
}

impl Outcomes {
    /// Begins to say what is expected of a figure of the design, or of one of its channels or positions.
    ///
    /// ```
    /// use bagan::simulate::{Assumptions, Simulation, UnmetKind};
    /// use bagan::{Org, parse_date};
    ///
    /// let org = Org::from_toml(&std::fs::read_to_string("examples/orgs/nusantara.toml")?)?;
    /// let (from, until) = (parse_date("2026-01-01")?, parse_date("2027-01-01")?);
    /// let outcomes = Simulation::new(Assumptions::default(), from, until).replications(30).run(org)?;
    ///
    /// outcomes.expect("wait_p95").below(72.0)?;
    /// outcomes.expect("wait_p95").in_most_years(0.8).below(100.0)?;
    /// outcomes.expect("uncovered_days").on_channel("seo").below(1.0)?;
    /// outcomes.expect("load").at_position("dmm-acquisition").between(0.0, 0.6)?;
    ///
    /// let unmet = outcomes.expect("wait_p95").below(1.0).unwrap_err();
    /// assert_eq!(unmet.kind(), UnmetKind::NotMet);
    /// let unknown = outcomes.expect("wait_p59").below(1.0).unwrap_err();
    /// assert!(unknown.to_string().contains("did you mean `wait_p95`?"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn expect(&self, figure: &str) -> Expected<'_> {
        Expected::new(Ok(self), None, figure)
    }
}

impl<'o> Expected<'o> {
    pub(super) fn new(outcomes: Result<&'o Outcomes, String>, design: Option<&'o str>, figure: &str) -> Self {
        let (at, of, confidence) = (At::Design, Of::Mean, Confidence::NINETY_FIVE);
        Self { outcomes, design, figure: figure.to_owned(), at, of, confidence }
    }

    /// Means the figure of a channel, by id.
    pub fn on_channel(mut self, id: &str) -> Self {
        self.at = At::Channel(id.to_owned());
        self
    }

    /// Means the figure of a position, by id.
    pub fn at_position(mut self, id: &str) -> Self {
        self.at = At::Position(id.to_owned());
        self
    }

    /// Means a quantile over years in place of the mean: 0.5 is the median year.
    ///
    /// Of type 7 of Hyndman and Fan, with an interval that asks nothing of the distribution.
    pub fn quantile(mut self, p: f64) -> Self {
        self.of = Of::Quantile(p);
        self
    }

    /// Expects it in at least such a share of years: 0.95 is in 19 of 20.
    ///
    /// The interval of the share is that of Clopper and Pearson, which holds it at least as often as it says.
    pub fn in_most_years(mut self, share: f64) -> Self {
        self.of = Of::AtLeastInShare(share);
        self
    }

    /// Expects it in less than such a share of years: `in_few_years(0.05).above(10.0)` allows more than 10 in less than one
    /// year of 20.
    pub fn in_few_years(mut self, share: f64) -> Self {
        self.of = Of::BelowInShare(share);
        self
    }

    /// Sets how sure to be; 95% unless set.
    pub fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// Expects less than a bound.
    ///
    /// # Errors
    /// [`Unmet`], unless that is so at the confidence.
    pub fn below(self, bound: f64) -> Result<(), Unmet> {
        self.ask(Bound::Below(bound))
    }

    /// Expects more than a bound.
    ///
    /// # Errors
    /// As [`below`](Self::below).
    pub fn above(self, bound: f64) -> Result<(), Unmet> {
        self.ask(Bound::Above(bound))
    }

    /// Expects something from one bound to another, both allowed.
    ///
    /// # Errors
    /// As [`below`](Self::below).
    pub fn between(self, low: f64, high: f64) -> Result<(), Unmet> {
        self.ask(Bound::Between(low, high))
    }

    fn ask(self, bound: Bound) -> Result<(), Unmet> {
        let outcomes = *self.outcomes.as_ref().map_err(|why| Unmet::mistaken(why.clone()))?;
        let figures = self.figures(outcomes).map_err(Unmet::mistaken)?;
        self.check(bound).map_err(Unmet::mistaken)?;
        let Some(figure) = figures.iter().find(|figure| figure.name == self.figure).copied() else {
            let known = alike(&self.figure, figures.iter().map(|figure| figure.name));
            return Err(Unmet::mistaken(format!(
                "there is no figure `{}` of {}: {known}",
                self.figure,
                self.whose()
            )));
        };
        let context = || {
            message::figures(&self.whose(), outcomes, figures.iter().copied()) + &message::setting(outcomes)
        };
        if figure.estimate.count() == 0 {
            let line = format!("undefined: `{}` of {} is defined in no year", self.figure, self.whose());
            return Err(Unmet { kind: UnmetKind::Undefined, text: line + "\n" + &context() });
        }
        match self.of {
            Of::Mean => self.ask_mean(outcomes, figure, bound, context),
            Of::Quantile(p) => self.ask_quantile(outcomes, figure, bound, p, context),
            Of::AtLeastInShare(share) => {
                self.ask_share(outcomes, figure, bound, Bound::AtLeast(share), context)
            }
            Of::BelowInShare(share) => self.ask_share(outcomes, figure, bound, Bound::Below(share), context),
        }
    }

    /// Returns the figures of what is meant.
    fn figures(&self, outcomes: &'o Outcomes) -> Result<Vec<Outcome<'o>>, String> {
        match &self.at {
            At::Design => Ok(outcomes.of_design().collect()),
            At::Channel(id) => outcomes.of_channel(id).map(Iterator::collect).ok_or_else(|| {
                let known: Vec<&str> = outcomes.org().channels().map(Channel::id).collect();
                if known.contains(&id.as_str()) {
                    return format!("nobody is assigned the channel `{id}`");
                }
                format!("there is no channel `{id}`: {}", alike(id, known.into_iter()))
            }),
            At::Position(id) => outcomes.of_position(id).map(Iterator::collect).ok_or_else(|| {
                let known: Vec<&str> = outcomes.org().positions().map(Position::id).collect();
                format!("there is no position `{id}`: {}", alike(id, known.into_iter()))
            }),
        }
    }

    fn check(&self, bound: Bound) -> Result<(), String> {
        if !bound.is_sound() {
            let bound = bound.says(|value| value.to_string());
            return Err(format!("nothing can be {bound}: bounds are finite and in order"));
        }
        match self.of {
            Of::Quantile(p) if !(0.0 < p && p < 1.0) => {
                Err(format!("a quantile must be of above 0 and below 1, and is of {p}"))
            }
            Of::AtLeastInShare(share) | Of::BelowInShare(share) if !(0.0 < share && share < 1.0) => {
                Err(format!("a share of years must be above 0 and below 1, and is {share}"))
            }
            _ => Ok(()),
        }
    }

    /// Says of what the figure is.
    fn whose(&self) -> String {
        match (&self.at, self.design) {
            (At::Channel(id), _) => format!("the channel `{id}`"),
            (At::Position(id), _) => format!("the position `{id}`"),
            (At::Design, Some(design)) => format!("the design `{design}`"),
            (At::Design, None) => "the design".to_owned(),
        }
    }

    /// Says which figure it is of what.
    fn named(&self) -> String {
        match (&self.at, self.design) {
            (At::Design, None) => format!("`{}`", self.figure),
            _ => format!("`{}` of {}", self.figure, self.whose()),
        }
    }

    fn ask_mean(
        &self,
        outcomes: &Outcomes,
        figure: Outcome<'_>,
        bound: Bound,
        context: impl FnOnce() -> String,
    ) -> Result<(), Unmet> {
        let show = |value, decimals| quantity(outcomes.org(), figure.unit, value, decimals);
        let subject = format!("the mean of {}", self.named());
        Asked::of_mean(subject, bound, figure.estimate, self.confidence, &show).answer(context)
    }

    fn ask_quantile(
        &self,
        outcomes: &Outcomes,
        figure: Outcome<'_>,
        bound: Bound,
        p: f64,
        context: impl FnOnce() -> String,
    ) -> Result<(), Unmet> {
        let quantiles = figure.quantiles();
        let measured = quantiles.as_ref().and_then(|quantiles| {
            let value = quantiles.quantile(p, QuantileType::Linear).ok()?;
            let interval = quantiles.interval(p, self.confidence).ok().flatten()?;
            Some(Measured { value, lower: interval.lower, upper: interval.upper })
        });
        let years = quantiles.as_ref().map_or(0, |quantiles| quantiles.values().len());
        let needed = match measured {
            Some(measured) => measured.needed(bound, u64::try_from(years).unwrap_or(u64::MAX)),
            None => Some(self.confidence.least_values(p)),
        };
        let show = |value, decimals| quantity(outcomes.org(), figure.unit, value, decimals);
        let subject = format!("the {} quantile over years of {}", stated_percentage(p), self.named());
        let confidence = self.confidence;
        Asked { subject, bound, measured, confidence, show: &show, needed }.answer(context)
    }

    fn ask_share(
        &self,
        outcomes: &Outcomes,
        figure: Outcome<'_>,
        in_a_year: Bound,
        bound: Bound,
        context: impl FnOnce() -> String,
    ) -> Result<(), Unmet> {
        let frequency = figure.years(|value| in_a_year.holds(value));
        let interval = frequency.exact_interval(self.confidence);
        let measured = frequency.share().zip(interval);
        let measured = measured.map(|(value, interval)| Measured::new(value, interval));
        let years = u64::from(frequency.trials());
        let needed = measured.and_then(|measured| measured.needed(bound, years));
        let is = in_a_year.says(|value| quantity(outcomes.org(), figure.unit, value, 1));
        let subject =
            format!("the share of years with {} {is} ({} of {years})", self.named(), frequency.happened());
        let confidence = self.confidence;
        Asked { subject, bound, measured, confidence, show: &percentage, needed }.answer(context)
    }
}

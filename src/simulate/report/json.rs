//! The JSON of simulated designs: an object that programs read, and whose field names are a contract.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::org::{Channel, Position};
use crate::simulate::designs::Designs;
use crate::simulate::figures::{OF_DESIGN, OutcomeUnit};
use crate::simulate::outcomes::{Outcome, Outcomes};
use crate::simulate::precision::Stop;
use crate::simulate::statistics::{Confidence, Estimate, QuantileInterval, QuantileType, Quantiles};
use crate::simulate::tail::TailLoss;
use crate::simulate::warnings::Warning;

/// Where the tail of losses begins.
const LEVEL: f64 = 0.95;

#[derive(Serialize)]
struct Simulated<'d> {
    format: u32,
    replications: u64,
    seed: u64,
    from: Option<String>,
    until: Option<String>,
    stop: Option<Stopped<'d>>,
    sampled_years: Sampled,
    /// By Hyndman and Fan.
    quantile_type: u32,
    designs: Vec<Design<'d>>,
    differences: Vec<Difference<'d>>,
}

/// How running until a precision ended.
#[derive(Serialize)]
struct Stopped<'d> {
    figure: &'d str,
    is_precise: bool,
    replications_needed: Option<u64>,
}

/// Of how many years the values are kept that quantiles are of.
#[derive(Serialize)]
struct Sampled {
    designs: u64,
    channels_and_positions: u64,
}

#[derive(Serialize)]
struct Design<'d> {
    name: &'d str,
    figures: Figures<'d>,
    tail_loss: Option<Tail>,
    channels: Entities<'d>,
    positions: Entities<'d>,
    who_bears: Bearers<'d>,
    warnings: Vec<Warned>,
}

#[derive(Serialize)]
struct Difference<'d> {
    design: &'d str,
    from: &'d str,
    figures: Compared<'d>,
}

#[derive(Serialize)]
struct Figure {
    unit: OutcomeUnit,
    count: u64,
    mean: Option<f64>,
    standard_error: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
}

#[derive(Serialize)]
struct SampledFigure {
    #[serde(flatten)]
    figure: Figure,
    p5: Option<f64>,
    p50: Option<f64>,
    p95: Option<f64>,
}

#[derive(Serialize)]
struct DesignFigure {
    #[serde(flatten)]
    figure: SampledFigure,
    p5_interval: Option<Ends>,
    p50_interval: Option<Ends>,
    p95_interval: Option<Ends>,
}

/// An interval of a quantile.
#[derive(Serialize)]
struct Ends {
    lower: f64,
    upper: f64,
    coverage: f64,
}

#[derive(Serialize)]
struct ComparedFigure {
    #[serde(flatten)]
    difference: Figure,
    p_value: Option<f64>,
}

#[derive(Serialize)]
struct Tail {
    level: f64,
    value_at_risk: f64,
    value_at_risk_interval: Option<Ends>,
    conditional_value_at_risk: f64,
    standard_error: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    years: u64,
    years_beyond: u64,
}

#[derive(Serialize)]
struct Warned {
    kind: &'static str,
    message: String,
    position: Option<String>,
}

impl Figure {
    fn new(unit: OutcomeUnit, estimate: &Estimate) -> Self {
        let interval = estimate.interval(Confidence::NINETY_FIVE);
        Self {
            unit,
            count: estimate.count(),
            mean: estimate.mean(),
            standard_error: estimate.standard_error(),
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
        }
    }
}

impl SampledFigure {
    fn new(own: &Outcome<'_>, quantiles: Option<&Quantiles>) -> Self {
        let of = |p| quantiles.and_then(|quantiles| quantiles.quantile(p, QuantileType::Linear).ok());
        Self { figure: Figure::new(own.unit, own.estimate), p5: of(0.05), p50: of(0.5), p95: of(0.95) }
    }
}

impl DesignFigure {
    fn new(own: &Outcome<'_>) -> Self {
        let quantiles = own.quantiles();
        let of = |p| quantiles.as_ref()?.interval(p, Confidence::NINETY_FIVE).ok()?.map(Ends::new);
        Self {
            p5_interval: of(0.05),
            p50_interval: of(0.5),
            p95_interval: of(0.95),
            figure: SampledFigure::new(own, quantiles.as_ref()),
        }
    }
}

impl Ends {
    fn new(interval: QuantileInterval) -> Self {
        let QuantileInterval { lower, upper, coverage } = interval;
        Self { lower, upper, coverage }
    }
}

impl Tail {
    fn new(tail: &TailLoss) -> Self {
        let interval = tail.conditional_interval(Confidence::NINETY_FIVE);
        Self {
            level: tail.level,
            value_at_risk: tail.value_at_risk,
            value_at_risk_interval: tail.value_at_risk_interval(Confidence::NINETY_FIVE).map(Ends::new),
            conditional_value_at_risk: tail.conditional_value_at_risk,
            standard_error: tail.standard_error(),
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
            years: tail.years,
            years_beyond: tail.years_beyond,
        }
    }
}

impl Warned {
    fn new(warning: &Warning) -> Self {
        let position = match warning {
            Warning::Overloaded { position, .. } => Some(position.clone()),
            _ => None,
        };
        Self { kind: warning.kind(), message: warning.to_string(), position }
    }
}

/// The figures of a design as an object, by name.
struct Figures<'d>(&'d Outcomes);

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.of_design().map(|own| (own.name, DesignFigure::new(&own))))
    }
}

/// Channels or positions as an object, by id, each with its figures.
struct Entities<'d>(Vec<(&'d str, OfEntity<'d>)>);

struct OfEntity<'d>(Vec<Outcome<'d>>);

impl Serialize for OfEntity<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0.iter().map(|own| (own.name, SampledFigure::new(own, own.quantiles().as_ref()))),
        )
    }
}

impl Serialize for Entities<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for (id, figures) in &self.0 {
            object.serialize_entry(id, figures)?;
        }
        object.end()
    }
}

/// The tails of positions, by id.
struct Bearers<'d>(&'d Outcomes);

impl Serialize for Bearers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The level is one.
        let bearers = self.0.who_bears(LEVEL).unwrap_or_default();
        serializer.collect_map(bearers.into_iter().map(|(id, tail)| (id, Tail::new(&tail))))
    }
}

/// What a design differs by from the first, by figure.
struct Compared<'d> {
    designs: &'d Designs,
    place: usize,
}

impl Serialize for Compared<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let figures = OF_DESIGN.iter().enumerate();
        serializer.collect_map(figures.filter_map(|(figure, &(name, unit, _))| {
            let comparison = self.designs.pair(self.place, 0, figure)?;
            let difference = Figure::new(unit, comparison.difference());
            Some((name, ComparedFigure { difference, p_value: comparison.p_value() }))
        }))
    }
}

impl<'d> Design<'d> {
    fn new(name: &'d str, outcomes: &'d Outcomes) -> Self {
        let org = outcomes.org();
        let channels = org.channels().map(Channel::id);
        let positions = org.positions().map(Position::id);
        let channels = channels.filter_map(|id| Some((id, OfEntity(outcomes.of_channel(id)?.collect()))));
        let positions = positions.filter_map(|id| Some((id, OfEntity(outcomes.of_position(id)?.collect()))));
        Self {
            name,
            figures: Figures(outcomes),
            tail_loss: outcomes.tail_loss(LEVEL).ok().flatten().as_ref().map(Tail::new),
            channels: Entities(channels.collect()),
            positions: Entities(positions.collect()),
            who_bears: Bearers(outcomes),
            warnings: outcomes.warnings().iter().map(Warned::new).collect(),
        }
    }
}

impl Serialize for Designs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = self.iter().next().map(|(_, outcomes)| outcomes);
        let of_first = |count: fn(&Outcomes) -> u64| first.map_or(0, count);
        let (from, until) = first.map(Outcomes::days).unzip();
        let stop = first.and_then(|outcomes| {
            let replications_needed = match outcomes.stop() {
                Stop::AtMost { needed } => needed,
                _ => None,
            };
            let is_precise = outcomes.stop() == Stop::Precise;
            Some(Stopped { figure: outcomes.precision()?.figure(), is_precise, replications_needed })
        });
        let others = self.iter().enumerate().skip(1);
        let from_first = self.iter().next().map_or("", |(name, _)| name);
        let differences = others.map(|(place, (design, _))| Difference {
            design,
            from: from_first,
            figures: Compared { designs: self, place },
        });
        let simulated = Simulated {
            format: 1,
            replications: of_first(Outcomes::replications),
            seed: of_first(Outcomes::seed),
            from: from.map(|day| day.to_string()),
            until: until.map(|day| day.to_string()),
            stop,
            sampled_years: Sampled {
                designs: of_first(Outcomes::sampled_years),
                // The design that keeps fewest of them.
                channels_and_positions: self
                    .iter()
                    .map(|(_, outcomes)| outcomes.sampled_years_of_entities())
                    .min()
                    .unwrap_or_default(),
            },
            quantile_type: 7,
            designs: self.iter().map(|(name, outcomes)| Design::new(name, outcomes)).collect(),
            differences: differences.collect(),
        };
        simulated.serialize(serializer)
    }
}

#[cfg(feature = "json")]
impl Designs {
    /// Writes the outcomes as indented JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings and finite numbers: nothing here can fail to serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

//! The JSON of simulated designs: an object that programs read, and whose field names are a contract.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::org::{Channel, Position};
use crate::simulate::designs::Designs;
use crate::simulate::figures::{OF_DESIGN, OutcomeUnit};
use crate::simulate::outcomes::Outcome;
use crate::simulate::statistics::{Confidence, Estimate};

#[derive(Serialize)]
struct Simulated<'d> {
    format: u32,
    replications: u64,
    seed: u64,
    designs: Vec<Design<'d>>,
    differences: Vec<Difference<'d>>,
}

#[derive(Serialize)]
struct Design<'d> {
    name: &'d str,
    figures: Figures<Vec<Outcome<'d>>>,
    channels: Entities<'d>,
    positions: Entities<'d>,
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
struct ComparedFigure {
    #[serde(flatten)]
    difference: Figure,
    p_value: Option<f64>,
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

/// Figures as an object, by name.
struct Figures<F>(F);

impl Serialize for Figures<Vec<Outcome<'_>>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|own| (own.name, Figure::new(own.unit, own.estimate))))
    }
}

/// Channels or positions as an object, by id, each with its figures.
struct Entities<'d>(Vec<(&'d str, Vec<Outcome<'d>>)>);

impl Serialize for Entities<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for (id, figures) in &self.0 {
            object.serialize_entry(id, &Figures(figures.clone()))?;
        }
        object.end()
    }
}

/// What two designs differ by, by figure.
struct Compared<'d> {
    designs: &'d Designs,
    /// The place of the further design.
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

impl Serialize for Designs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = self.iter().next();
        let designs = self.iter().map(|(name, outcomes)| {
            let org = outcomes.org();
            let channels = org.channels().map(Channel::id);
            let positions = org.positions().map(Position::id);
            Design {
                name,
                figures: Figures(outcomes.of_design().collect()),
                channels: Entities(
                    channels.filter_map(|id| Some((id, outcomes.of_channel(id)?.collect()))).collect(),
                ),
                positions: Entities(
                    positions.filter_map(|id| Some((id, outcomes.of_position(id)?.collect()))).collect(),
                ),
            }
        });
        let differences = first.into_iter().flat_map(|(from, _)| {
            let others = self.iter().enumerate().skip(1);
            others.map(move |(place, (design, _))| Difference {
                design,
                from,
                figures: Compared { designs: self, place },
            })
        });
        let simulated = Simulated {
            format: 1,
            replications: first.map_or(0, |(_, outcomes)| outcomes.replications()),
            seed: first.map_or(0, |(_, outcomes)| outcomes.seed()),
            designs: designs.collect(),
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

//! The JSON of an overview: an object that programs read, and whose field names are a contract.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::money::{Amount, Currency};
use crate::overview::{Figure, Measure, Overview, Part, PartOf, Preset, Side, Unit};
use crate::render::overview::words;

#[derive(Serialize)]
struct Assumed {
    correlation: f64,
    level: f64,
}

#[derive(Serialize)]
struct FigureJson<'o> {
    value: Option<Value>,
    unit: &'o str,
    exact: bool,
    missing: Option<String>,
    preset: Option<PresetJson>,
    parts: Vec<PartJson<'o>>,
}

#[derive(Serialize)]
struct PresetJson {
    threshold: &'static str,
    side: &'static str,
    bound: Value,
    holds: bool,
}

#[derive(Serialize)]
struct PartJson<'o> {
    of: Of<'o>,
    value: Option<Value>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Of<'o> {
    One(&'o str),
    Two([&'o str; 2]),
    Band(String),
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Count(u64),
    Number(f64),
    Amount(Amount),
}

impl Serialize for Overview<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        let assumed = self.assumptions();
        object.serialize_entry("format", &1)?;
        object.serialize_entry("organization", self.org().name())?;
        object.serialize_entry("as_of", &self.as_of().to_string())?;
        object.serialize_entry("profile", &self.profile())?;
        object.serialize_entry(
            "assumptions",
            &Assumed { correlation: assumed.correlation().rho(), level: assumed.level() },
        )?;
        for (topic, figures) in self.topics() {
            object.serialize_entry(topic.as_str(), &Section(figures, self.org().currency()))?;
        }
        object.end()
    }
}

#[cfg(feature = "json")]
impl Overview<'_> {
    /// Writes the overview as indented JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings, amounts and finite numbers: nothing here can fail to serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

struct Section<'f, 'o>(&'f [Figure<'o>], Currency);

impl Serialize for Section<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(figures, currency) = *self;
        serializer.collect_map(figures.iter().map(|figure| (figure.name, FigureJson::new(figure, currency))))
    }
}

impl<'o> FigureJson<'o> {
    fn new(figure: &'o Figure<'o>, currency: Currency) -> Self {
        let value = |measure: Measure| Value::new(measure, currency);
        Self {
            value: figure.value.as_ref().ok().map(|measure| value(*measure)),
            unit: match figure.unit {
                Unit::Currency => currency.code(),
                unit => unit.as_str(),
            },
            exact: !matches!(figure.value, Ok(Measure::AtMost(_))),
            missing: figure.value.as_ref().err().map(ToString::to_string),
            preset: figure.preset.as_ref().map(|preset| PresetJson::new(preset, currency)),
            parts: figure.parts.iter().map(|part| PartJson::new(part, currency)).collect(),
        }
    }
}

impl PresetJson {
    fn new(preset: &Preset, currency: Currency) -> Self {
        let side = match preset.side {
            Side::AtMost => "at-most",
            Side::AtLeast => "at-least",
        };
        let Preset { threshold, bound, holds, .. } = *preset;
        Self { threshold, side, bound: Value::new(bound, currency), holds }
    }
}

impl<'o> PartJson<'o> {
    fn new(part: &Part<'o>, currency: Currency) -> Self {
        let of = match part.of {
            PartOf::Pair(one, other) => Of::Two([one.id(), other.id()]),
            PartOf::Band(band) => Of::Band(words::reports(band)),
            thing => Of::One(thing.id()),
        };
        Self { of, value: part.value.map(|measure| Value::new(measure, currency)) }
    }
}

impl Value {
    fn new(measure: Measure, currency: Currency) -> Self {
        match measure {
            Measure::Count(count) | Measure::AtMost(count) => Self::Count(count),
            Measure::Number(number) => Self::Number(number),
            Measure::Amount(money) => Self::Amount(Amount::of(money, currency)),
        }
    }
}

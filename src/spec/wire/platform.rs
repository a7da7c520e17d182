//! `[platforms]`.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::calendar::Weekday;
use crate::money::Quantity;
use crate::org::{OrgBuilder, Pacing, PacingPeriod};
use crate::spec::decode::{Decoder, Fields, quantity, word};
use crate::spec::fault::SpecFault;
use crate::spec::tree::{Node, Value};

/// An ad platform: `{ day, month }`, or `{ day, week, week-starts }`, each factor times the average.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlatformSpec {
    /// How it spends an average.
    pub pacing: Pacing,
}

impl PlatformSpec {
    /// States how a platform spends an average.
    pub fn new(pacing: Pacing) -> Self {
        Self { pacing }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let day = fields.required("day", quantity);
        let (week, month) = (fields.optional("week", quantity), fields.optional("month", quantity));
        let starts = fields.optional("week-starts", word::<Weekday>);
        fields.finish();
        let has = |key| node.child(key).is_some();
        if has("week") == has("month") && matches!(node.value(), Value::Table) {
            cx.either(node, "week", "month");
        } else if has("month")
            && let Some(starts) = node.child("week-starts")
        {
            cx.key(starts, SpecFault::KeyWithout { key: "week-starts", without: "week" });
        }
        let period =
            if has("month") { PacingPeriod::Month } else { PacingPeriod::Week(starts.unwrap_or_default()) };
        // What cannot be read stands for a factor of which the builder says nothing.
        let factor = |factor: Option<Quantity>| factor.unwrap_or(Quantity::ONE);
        Self::new(Pacing::new(factor(day), period, factor(week.or(month))))
    }

    pub(super) fn state(self, id: &str, org: &mut OrgBuilder) {
        org.platform(id, self.pacing);
    }
}

impl Serialize for PlatformSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Pacing { day, period, factor } = self.pacing;
        let mut table = serializer.serialize_map(None)?;
        table.serialize_entry("day", &day)?;
        match period {
            PacingPeriod::Month => table.serialize_entry("month", &factor)?,
            PacingPeriod::Week(starts) => {
                table.serialize_entry("week", &factor)?;
                table.serialize_entry("week-starts", &starts)?;
            }
        }
        table.end()
    }
}

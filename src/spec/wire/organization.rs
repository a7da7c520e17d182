//! `[organization]` and `[channels]`.

use serde::{Serialize, Serializer};

use crate::calendar::{Calendar, MonthDay, Weekday};
use crate::org::{Channel, Org, OrgBuilder};
use crate::spec::decode::{Decoder, Fields, month_day, text, word};
use crate::spec::tree::{Node, Value};
use crate::spec::wire::as_text::is_default;

/// The organization as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct OrganizationSpec {
    /// The name.
    pub name: String,
    /// The ISO 4217 code of the one currency, such as `IDR`.
    pub currency: String,
    /// The day on which fiscal years start; 1 January unless stated.
    pub fiscal_year_starts: MonthDay,
    /// The day on which weeks start; Monday unless stated.
    #[serde(skip_serializing_if = "is_default")]
    pub week_starts: Weekday,
}

impl OrganizationSpec {
    /// Names an organization and its currency.
    pub fn new(name: &str, currency: &str) -> Self {
        Self { name: name.to_owned(), currency: currency.to_owned(), ..Self::default() }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            name: fields.required("name", text).unwrap_or_default(),
            currency: fields.required("currency", text).unwrap_or_default(),
            fiscal_year_starts: fields.optional("fiscal-year-starts", month_day).unwrap_or_default(),
            week_starts: fields.optional("week-starts", word).unwrap_or_default(),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self) -> OrgBuilder {
        let Self { name, currency, fiscal_year_starts, week_starts } = self;
        let mut org = OrgBuilder::new(name, currency);
        org.calendar(Calendar::new(*fiscal_year_starts, *week_starts));
        org
    }

    pub(super) fn of(org: &Org) -> Self {
        Self {
            name: org.name().to_owned(),
            currency: org.currency().code().to_owned(),
            fiscal_year_starts: org.calendar().fiscal_year_starts(),
            week_starts: org.calendar().week_starts(),
        }
    }
}

/// A channel: a file writes its name alone, or an empty table if it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChannelSpec {
    /// The name for people to read; never empty.
    pub name: Option<String>,
}

impl ChannelSpec {
    /// Names a channel; an empty name is none.
    pub fn new(name: &str) -> Self {
        Self { name: (!name.is_empty()).then(|| name.to_owned()) }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        if matches!(node.value(), Value::Table) {
            let mut fields = Fields::of(cx, node);
            let name = fields.optional("name", text).unwrap_or_default();
            fields.finish();
            return Self::new(&name);
        }
        Self::new(&text(cx, node).unwrap_or_default())
    }

    pub(super) fn state(&self, id: &str, org: &mut OrgBuilder) {
        org.channel(id, self.name.as_deref().unwrap_or_default());
    }

    pub(super) fn of(channel: Channel<'_>) -> Self {
        Self::new(channel.name().unwrap_or_default())
    }
}

impl Serialize for ChannelSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        match &self.name {
            Some(name) => serializer.serialize_str(name),
            None => serializer.serialize_map(Some(0))?.end(),
        }
    }
}

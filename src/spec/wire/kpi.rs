//! `[[kpis]]`.

use serde::Serialize;

use crate::money::Quantity;
use crate::org::{Kpi, OrgBuilder};
use crate::spec::decode::{Decoder, Fields, id, quantity, text};
use crate::spec::tree::Node;

/// A key performance indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct KpiSpec {
    /// The id.
    pub id: String,
    /// The name for people to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The position that owns it.
    pub owner: String,
    /// The target of the fiscal year, in the KPI's own unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
    /// The KPI that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributes_to: Option<String>,
    /// The outcome that it measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measures: Option<String>,
}

impl KpiSpec {
    /// Makes a KPI and names its owner.
    pub fn new(id: &str, owner: &str) -> Self {
        Self { id: id.to_owned(), owner: owner.to_owned(), ..Self::default() }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            id: fields.required("id", id).unwrap_or_default(),
            name: fields.optional("name", text),
            owner: fields.required("owner", id).unwrap_or_default(),
            target: fields.optional("target", quantity),
            contributes_to: fields.optional("contributes-to", id),
            measures: fields.optional("measures", id),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, org: &mut OrgBuilder) {
        let Self { id, name, owner, target, contributes_to, measures } = self;
        let mut kpi = org.kpi(id, owner);
        if let Some(name) = name {
            kpi = kpi.name(name);
        }
        if let Some(target) = target {
            kpi = kpi.target(*target);
        }
        if let Some(whole) = contributes_to {
            kpi = kpi.contributes_to(whole);
        }
        if let Some(outcome) = measures {
            kpi.measures(outcome);
        }
    }

    pub(super) fn of(kpi: Kpi<'_>) -> Self {
        Self {
            id: kpi.id().to_owned(),
            name: kpi.name().map(str::to_owned),
            owner: kpi.owner().id().to_owned(),
            target: kpi.target(),
            contributes_to: kpi.contributes_to().map(|whole| whole.id().to_owned()),
            measures: kpi.measures().map(|outcome| outcome.id().to_owned()),
        }
    }
}

//! `[positions.<id>]`.

use serde::Serialize;

use crate::money::{Amount, Currency, Quantity};
use crate::org::{Channel, OrgBuilder, Position};
use crate::role::{DecisionRight, Seniority};
use crate::spec::decode::{Decoder, Fields, amount, id, id_or_empty, quantity, text, word};
use crate::spec::tree::Node;

/// A position: a seat in the org.
///
/// ```
/// use bagan::{OrgSpec, OrganizationSpec, PositionSpec};
///
/// let mut spec = OrgSpec::new(OrganizationSpec::new("Nusantara Retail", "IDR"));
/// let mut social = PositionSpec::new("specialist");
/// social.holder = Some("budi".to_owned());
/// spec.positions.insert("social".to_owned(), social);
/// let org = bagan::Org::try_from(&spec)?;
/// assert_eq!(org.position("social").and_then(|social| social.holder()), Some("budi"));
/// # Ok::<(), bagan::BuildErrors>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PositionSpec {
    /// The role: a built-in one, or one of the file's own.
    pub role: String,
    /// A title for people to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The person who holds it; vacant without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// The person who stands in while it is vacant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting: Option<String>,
    /// The solid reporting line; a root without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<String>,
    /// The secondary reporting lines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dotted_lines: Vec<String>,
    /// The positions that it works with; both sides see it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub works_with: Vec<String>,
    /// The channels that it is assigned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// The decision rights that it has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decides: Vec<DecisionRight>,
    /// The budget of the fiscal year, granted from outside the org.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Amount>,
    /// The largest single spend that it may approve; that of its role unless stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approves_up_to: Option<Amount>,
    /// The career level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Seniority>,
    /// The pay of a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Amount>,
    /// The share of a full-time job, 1 being full time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fte: Option<Quantity>,
}

impl PositionSpec {
    /// Makes a vacant position in a role that reports to nobody.
    pub fn new(role: &str) -> Self {
        Self { role: role.to_owned(), ..Self::default() }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            role: fields.required("role", id).unwrap_or_default(),
            title: fields.optional("title", text),
            holder: fields.optional("holder", id),
            acting: fields.optional("acting", id),
            reports_to: fields.optional("reports-to", id),
            dotted_lines: fields.list("dotted-lines", id_or_empty).unwrap_or_default(),
            works_with: fields.list("works-with", id_or_empty).unwrap_or_default(),
            channels: fields.list("channels", id_or_empty).unwrap_or_default(),
            decides: fields.list("decides", word).into_iter().flatten().flatten().collect(),
            budget: fields.optional("budget", amount),
            approves_up_to: fields.optional("approves-up-to", amount),
            level: fields.optional("level", word),
            pay: fields.optional("pay", amount),
            fte: fields.optional("fte", quantity),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, id: &str, org: &mut OrgBuilder) {
        let mut position = org
            .position(id, &self.role)
            .dotted_lines(&self.dotted_lines)
            .works_with(&self.works_with)
            .channels(&self.channels)
            .decides(self.decides.iter().copied());
        if let Some(title) = &self.title {
            position = position.title(title);
        }
        if let Some(person) = &self.holder {
            position = position.holder(person);
        }
        if let Some(person) = &self.acting {
            position = position.acting(person);
        }
        if let Some(manager) = &self.reports_to {
            position = position.reports_to(manager);
        }
        if let Some(amount) = &self.budget {
            position = position.budget(amount.clone());
        }
        if let Some(amount) = &self.approves_up_to {
            position = position.approves_up_to(amount.clone());
        }
        if let Some(level) = self.level {
            position = position.level(level);
        }
        if let Some(amount) = &self.pay {
            position = position.pay(amount.clone());
        }
        if let Some(share) = self.fte {
            position.fte(share);
        }
    }

    pub(super) fn of(position: Position<'_>, currency: Currency) -> Self {
        let amount = |money| Amount::of(money, currency);
        let owned = |text: &str| text.to_owned();
        Self {
            role: position.role().id().to_owned(),
            title: position.title().map(owned),
            holder: position.holder().map(owned),
            acting: position.acting().map(owned),
            reports_to: position.manager().map(|manager| manager.id().to_owned()),
            dotted_lines: ids(position.dotted_lines()),
            works_with: ids(position.works_with_stated()),
            channels: position.channels().map(Channel::id).map(owned).collect(),
            decides: position.decides().collect(),
            budget: position.budget().map(amount),
            approves_up_to: position.stated_approval_limit().map(amount),
            level: position.level(),
            pay: position.pay().map(amount),
            fte: position.fte(),
        }
    }
}

/// Returns the ids of positions.
pub(super) fn ids<'o>(positions: impl Iterator<Item = Position<'o>>) -> Vec<String> {
    positions.map(|position| position.id().to_owned()).collect()
}

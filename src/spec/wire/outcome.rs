//! `[[outcomes]]`.

use serde::Serialize;

use crate::money::{Amount, Currency, Quantity};
use crate::org::{Channel, FailsWith, OrgBuilder, Outcome, OutcomeKind, OutcomeTopic};
use crate::role::Risk;
use crate::spec::decode::{Decoder, Fields, amount, fails_with, id, id_or_empty, quantity, text, word};
use crate::spec::tree::Node;
use crate::spec::wire::as_text::is_default;
use crate::spec::wire::position::ids;

/// An outcome: something that exactly one position answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct OutcomeSpec {
    /// The id.
    pub id: String,
    /// The name for people to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Strategic or tactical.
    pub kind: OutcomeKind,
    /// What a strategic one is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<OutcomeTopic>,
    /// The channel whose result it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// How much risk it bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    /// The position that answers for it.
    pub accountable: String,
    /// The positions that do the work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub responsible: Vec<String>,
    /// The positions that are asked before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consulted: Vec<String>,
    /// The positions that are told after.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub informed: Vec<String>,
    /// The probability that it fails by itself in a fiscal year, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability: Option<Quantity>,
    /// What is lost if it fails, besides what is lost with those it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<Amount>,
    /// The outcomes that it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<String>,
    /// How many of those must fail for it to fail.
    #[serde(skip_serializing_if = "is_default")]
    pub fails_with: FailsWith,
}

impl OutcomeSpec {
    /// Makes an outcome and names who answers for it.
    pub fn new(id: &str, kind: OutcomeKind, accountable: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: None,
            kind,
            about: Vec::new(),
            channel: None,
            risk: None,
            accountable: accountable.to_owned(),
            responsible: Vec::new(),
            consulted: Vec::new(),
            informed: Vec::new(),
            probability: None,
            loss: None,
            rests_on: Vec::new(),
            fails_with: FailsWith::default(),
        }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            id: fields.required("id", id).unwrap_or_default(),
            name: fields.optional("name", text),
            kind: fields.required("kind", word).unwrap_or(OutcomeKind::Strategic),
            about: fields.list("about", word).into_iter().flatten().flatten().collect(),
            channel: fields.optional("channel", id),
            risk: fields.optional("risk", word),
            accountable: fields.required("accountable", id).unwrap_or_default(),
            responsible: fields.list("responsible", id_or_empty).unwrap_or_default(),
            consulted: fields.list("consulted", id_or_empty).unwrap_or_default(),
            informed: fields.list("informed", id_or_empty).unwrap_or_default(),
            probability: fields.optional("probability", quantity),
            loss: fields.optional("loss", amount),
            rests_on: fields.list("rests-on", id_or_empty).unwrap_or_default(),
            fails_with: fields.optional("fails-with", fails_with).unwrap_or_default(),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, org: &mut OrgBuilder) {
        let Self {
            id, name, kind, about, channel, risk, accountable, responsible, consulted, informed, ..
        } = self;
        let Self { probability, loss, rests_on, fails_with, .. } = self;
        let mut outcome = org
            .outcome(id, *kind, accountable)
            .about(about.iter().copied())
            .responsible(responsible)
            .consulted(consulted)
            .informed(informed)
            .rests_on(rests_on)
            .fails_with(*fails_with);
        if let Some(name) = name {
            outcome = outcome.name(name);
        }
        if let Some(channel) = channel {
            outcome = outcome.channel(channel);
        }
        if let Some(risk) = risk {
            outcome = outcome.risk(*risk);
        }
        if let Some(probability) = probability {
            outcome = outcome.probability(*probability);
        }
        if let Some(loss) = loss {
            outcome.loss(loss.clone());
        }
    }

    pub(super) fn of(outcome: Outcome<'_>, currency: Currency) -> Self {
        Self {
            id: outcome.id().to_owned(),
            name: outcome.name().map(str::to_owned),
            kind: outcome.kind(),
            about: outcome.about().collect(),
            channel: outcome.channel().map(Channel::id).map(str::to_owned),
            risk: outcome.risk(),
            accountable: outcome.accountable().id().to_owned(),
            responsible: ids(outcome.responsible()),
            consulted: ids(outcome.consulted()),
            informed: ids(outcome.informed()),
            probability: outcome.probability(),
            loss: outcome.loss().map(|loss| Amount::of(loss, currency)),
            rests_on: outcome.rests_on().map(|other| other.id().to_owned()).collect(),
            fails_with: outcome.fails_with(),
        }
    }
}

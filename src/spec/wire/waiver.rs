//! `[[waivers]]`.

use serde::Serialize;

use crate::calendar::Date;
use crate::org::{OrgBuilder, Path, Waiver};
use crate::spec::decode::{Decoder, Fields, date, id, path, text};
use crate::spec::tree::Node;
use crate::spec::wire::as_text;

/// A finding that somebody accepts, until a date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct WaiverSpec {
    /// The rule, by name or code.
    pub rule: String,
    /// What the finding is about, such as `positions.social` or `delegations.dmm.social.seo`.
    #[serde(serialize_with = "as_text::display")]
    pub at: Path,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The first day on which it no longer holds.
    #[serde(serialize_with = "as_text::date", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl WaiverSpec {
    /// Accepts what a rule finds about `at`, for a reason.
    pub fn new(rule: &str, at: Path, reason: &str) -> Self {
        Self { rule: rule.to_owned(), at, reason: reason.to_owned(), owner: None, until: None }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            rule: fields.required("rule", id).unwrap_or_default(),
            at: fields.required("at", path).unwrap_or_default(),
            reason: fields.required("reason", text).unwrap_or_default(),
            owner: fields.optional("owner", text),
            until: fields.optional("until", date),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, org: &mut OrgBuilder) {
        let Self { rule, at, reason, owner, until } = self;
        let mut waiver = Waiver::new(rule, at.clone(), reason);
        waiver.owner = owner.as_deref().map(Into::into);
        waiver.until = *until;
        org.waiver(waiver);
    }

    pub(super) fn of(waiver: &Waiver) -> Self {
        let Waiver { rule, at, reason, owner, until } = waiver;
        Self {
            rule: rule.to_string(),
            at: at.clone(),
            reason: reason.to_string(),
            owner: owner.as_deref().map(str::to_owned),
            until: *until,
        }
    }
}

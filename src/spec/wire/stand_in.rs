//! `[[stand-ins]]`.

use serde::Serialize;

use crate::calendar::Interval;
use crate::org::{OrgBuilder, StandIn};
use crate::spec::decode::{Decoder, Fields, id, interval, text};
use crate::spec::tree::Node;
use crate::spec::wire::as_text;

/// A stand-in: the person of one position acts in another, on some days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct StandInSpec {
    /// The position that is stood in for.
    pub position: String,
    /// The position whose person stands in.
    pub by: String,
    /// When it is in force: `{ from, until }`, without the first day on which it no longer is.
    #[serde(serialize_with = "as_text::interval")]
    pub valid: Interval,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl StandInSpec {
    /// Lets the person of `by` act in `position` on some days.
    pub fn new(position: &str, by: &str, valid: Interval) -> Self {
        Self { position: position.to_owned(), by: by.to_owned(), valid, reason: None }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            position: fields.required("position", id).unwrap_or_default(),
            by: fields.required("by", id).unwrap_or_default(),
            valid: fields.required("valid", interval).unwrap_or_default(),
            reason: fields.optional("reason", text),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, org: &mut OrgBuilder) {
        let Self { position, by, valid, reason } = self;
        let stand_in = org.stand_in(position, by, *valid);
        if let Some(reason) = reason {
            stand_in.reason(reason);
        }
    }

    pub(super) fn of(stand_in: StandIn<'_>) -> Self {
        Self {
            position: stand_in.position().id().to_owned(),
            by: stand_in.by().id().to_owned(),
            valid: stand_in.valid(),
            reason: stand_in.reason().map(str::to_owned),
        }
    }
}

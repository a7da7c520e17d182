//! `[roles.<id>]`.

use serde::Serialize;

use crate::money::{Amount, Currency};
use crate::org::{OrgBuilder, Role};
use crate::role::RoleClass;
use crate::spec::decode::{Decoder, Fields, amount, id_or_empty, text, word};
use crate::spec::tree::Node;
use crate::spec::wire::pay_band::{LevelsSpec, PayBandSpec};

/// A role of the user's own, or what is stated of a built-in one besides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct RoleSpec {
    /// The class that the rules speak of; required unless the role is built in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<RoleClass>,
    /// The name for people to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The largest single spend that a position in this role may approve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approves_up_to: Option<Amount>,
    /// The pay of a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_band: Option<PayBandSpec>,
    /// The career levels; those of the class unless stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<LevelsSpec>,
    /// The next steps on the career ladder; those of the class unless stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Vec<String>>,
}

impl RoleSpec {
    /// Makes a role of a class.
    pub fn new(class: RoleClass) -> Self {
        Self { class: Some(class), ..Self::default() }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            class: fields.optional("class", word),
            name: fields.optional("name", text),
            approves_up_to: fields.optional("approves-up-to", amount),
            pay_band: fields.optional("pay-band", PayBandSpec::decode),
            levels: fields.optional("levels", LevelsSpec::decode),
            next: fields.list("next", id_or_empty),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, id: &str, org: &mut OrgBuilder) {
        let Self { class, name, approves_up_to, pay_band, levels, next } = self;
        let currency = org.currency();
        let mut role = org.role(id);
        if let Some(class) = class {
            role = role.class(*class);
        }
        if let Some(name) = name {
            role = role.name(name);
        }
        if let Some(amount) = approves_up_to {
            role = role.approves_up_to(amount.clone());
        }
        if let Some(band) = pay_band {
            role = role.pay_band(band.minimum.clone(), band.midpoint(currency), band.maximum.clone());
        }
        if let Some(LevelsSpec { lowest, highest }) = levels {
            role = role.levels(*lowest, *highest);
        }
        if let Some(next) = next {
            role.next(next);
        }
    }

    pub(super) fn of(role: Role<'_>, currency: Currency) -> Self {
        Self {
            class: role.stated_class(),
            name: role.stated_name().map(str::to_owned),
            approves_up_to: role.approves_up_to().map(|money| Amount::of(money, currency)),
            pay_band: role.pay_band().map(|band| PayBandSpec::of(band, currency)),
            levels: role.stated_levels().map(|(lowest, highest)| LevelsSpec { lowest, highest }),
            next: role.stated_next().map(|next| next.map(|role| role.id().to_owned()).collect()),
        }
    }
}

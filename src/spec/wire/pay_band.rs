//! `pay-band` and `levels` of a role.

use serde::Serialize;

use crate::money::{Amount, Currency, Money};
use crate::org::PayBand;
use crate::role::Seniority;
use crate::spec::decode::{Decoder, Fields, amount, word};
use crate::spec::tree::Node;

/// The pay of a year at the bottom, the middle and the top of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PayBandSpec {
    /// The least.
    pub minimum: Amount,
    /// What the market pays; the middle of the two ends unless stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub midpoint: Option<Amount>,
    /// The most.
    pub maximum: Amount,
}

impl PayBandSpec {
    /// States the two ends of a band.
    pub fn new(minimum: impl Into<Amount>, maximum: impl Into<Amount>) -> Self {
        Self { minimum: minimum.into(), midpoint: None, maximum: maximum.into() }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Option<Self> {
        let mut fields = Fields::of(cx, node);
        let minimum = fields.required("minimum", amount);
        let midpoint = fields.optional("midpoint", amount);
        let maximum = fields.required("maximum", amount);
        fields.finish();
        Some(Self { minimum: minimum?, midpoint, maximum: maximum? })
    }

    /// Returns the midpoint as stated, else the middle; nothing where the ends are no amounts themselves.
    pub(super) fn midpoint(&self, currency: Option<Currency>) -> Amount {
        let middle_of_ends = || {
            let currency = currency?;
            Some(middle(self.minimum.resolve(currency).ok()?, self.maximum.resolve(currency).ok()?))
        };
        self.midpoint.clone().unwrap_or_else(|| middle_of_ends().unwrap_or_default().into())
    }

    pub(super) fn of(band: PayBand, currency: Currency) -> Self {
        Self {
            minimum: Amount::of(band.minimum, currency),
            midpoint: Some(Amount::of(band.midpoint, currency)),
            maximum: Amount::of(band.maximum, currency),
        }
    }
}

/// Returns the amount halfway, rounded down to a minor unit; not below zero.
fn middle(minimum: Money, maximum: Money) -> Money {
    Money::from_minor(i64::midpoint(minimum.minor(), maximum.minor()).max(0))
}

/// The lowest and the highest career level of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct LevelsSpec {
    /// The lowest.
    pub lowest: Seniority,
    /// The highest.
    pub highest: Seniority,
}

impl LevelsSpec {
    /// States both levels.
    pub fn new(lowest: Seniority, highest: Seniority) -> Self {
        Self { lowest, highest }
    }

    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Option<Self> {
        let mut fields = Fields::of(cx, node);
        let lowest = fields.required("lowest", word);
        let highest = fields.required("highest", word);
        fields.finish();
        Some(Self { lowest: lowest?, highest: highest? })
    }
}

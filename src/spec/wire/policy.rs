//! `[policy]`.

use indexmap::IndexMap;
use serde::Serialize;

use crate::money::{Amount, Currency, Quantity};
use crate::org::{Level, OrgBuilder, Path, Policy, Profile, Thresholds};
use crate::spec::decode::{Decoder, Fields, amount, count, quantity, word};
use crate::spec::tree::Node;
use crate::spec::wire::as_text::is_default;

/// The levels and thresholds of the rules, as far as they differ from those of a profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PolicySpec {
    /// The preset to start from; `scale-up` unless stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// The level of single rules, by name or code.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub levels: IndexMap<String, Level>,
    /// The figures that rules compare with.
    #[serde(skip_serializing_if = "is_default")]
    pub thresholds: ThresholdsSpec,
}

impl PolicySpec {
    pub(super) fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let levels = fields.by_id("levels", word::<Level>);
        let spec = Self {
            profile: fields.optional("profile", word),
            levels: levels.into_iter().filter_map(|(rule, level)| Some((rule, level?))).collect(),
            thresholds: fields.table("thresholds", ThresholdsSpec::decode).unwrap_or_default(),
        };
        fields.finish();
        spec
    }

    pub(super) fn state(&self, org: &mut OrgBuilder) {
        let thresholds = self.thresholds.state(org);
        *org.policy_mut() = Policy { profile: self.profile, levels: self.levels.clone(), thresholds };
    }

    pub(super) fn of(policy: &Policy, currency: Currency) -> Self {
        let Policy { profile, levels, thresholds } = policy;
        Self {
            profile: *profile,
            levels: levels.clone(),
            thresholds: ThresholdsSpec::of(thresholds, currency),
        }
    }
}

/// The figures that rules compare with; each is an inclusive bound.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ThresholdsSpec {
    /// The most direct reports that one position should have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span_at_most: Option<u32>,
    /// The fewest direct reports that a position with reports should have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span_at_least: Option<u32>,
    /// The most layers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layers_at_most: Option<u32>,
    /// The fewest others in marketing that a specialist should work with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partners_at_least: Option<u32>,
    /// How many times what it holds a position may delegate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overcommit: Option<Quantity>,
    /// The largest share of a budget that may stay undelegated, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idle_share_at_most: Option<Quantity>,
    /// How many times the midpoint of a specialist's band a DMM's should be at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_midpoint_at_least: Option<Quantity>,
    /// The amount of one spend above which two people must approve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dual_control_above: Option<Amount>,
    /// The most outcomes that one position should answer for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcomes_at_most: Option<u32>,
    /// The largest share of what a position delegates that should go to one other, or one channel, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concentration_at_most: Option<Quantity>,
}

impl ThresholdsSpec {
    fn decode(cx: &mut Decoder, node: Node<'_>) -> Self {
        let mut fields = Fields::of(cx, node);
        let spec = Self {
            span_at_most: fields.optional("span-at-most", count),
            span_at_least: fields.optional("span-at-least", count),
            layers_at_most: fields.optional("layers-at-most", count),
            partners_at_least: fields.optional("partners-at-least", count),
            overcommit: fields.optional("overcommit", quantity),
            idle_share_at_most: fields.optional("idle-share-at-most", quantity),
            manager_midpoint_at_least: fields.optional("manager-midpoint-at-least", quantity),
            dual_control_above: fields.optional("dual-control-above", amount),
            outcomes_at_most: fields.optional("outcomes-at-most", count),
            concentration_at_most: fields.optional("concentration-at-most", quantity),
        };
        fields.finish();
        spec
    }

    fn state(&self, org: &mut OrgBuilder) -> Thresholds {
        let Self {
            span_at_most,
            span_at_least,
            layers_at_most,
            partners_at_least,
            overcommit,
            idle_share_at_most,
            manager_midpoint_at_least,
            dual_control_above,
            outcomes_at_most,
            concentration_at_most,
        } = self.clone();
        let at = || Path::new().field("policy.thresholds.dual-control-above");
        let dual_control_above = dual_control_above.and_then(|amount| org.money(&amount, at));
        Thresholds {
            span_at_most,
            span_at_least,
            layers_at_most,
            partners_at_least,
            overcommit,
            idle_share_at_most,
            manager_midpoint_at_least,
            dual_control_above,
            outcomes_at_most,
            concentration_at_most,
        }
    }

    fn of(thresholds: &Thresholds, currency: Currency) -> Self {
        // Named one by one, so that a new threshold does not compile until the file has a key for it.
        let Thresholds {
            span_at_most,
            span_at_least,
            layers_at_most,
            partners_at_least,
            overcommit,
            idle_share_at_most,
            manager_midpoint_at_least,
            dual_control_above,
            outcomes_at_most,
            concentration_at_most,
        } = thresholds.clone();
        let dual_control_above = dual_control_above.map(|money| Amount::of(money, currency));
        Self {
            span_at_most,
            span_at_least,
            layers_at_most,
            partners_at_least,
            overcommit,
            idle_share_at_most,
            manager_midpoint_at_least,
            dual_control_above,
            outcomes_at_most,
            concentration_at_most,
        }
    }
}

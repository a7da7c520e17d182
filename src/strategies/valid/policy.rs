//! The policy and the waivers.

use proptest::prelude::*;

use crate::check::Rule;
use crate::money::Quantity;
use crate::org::{Level, Path, Profile};
use crate::rules;
use crate::spec::{OrgSpec, PolicySpec, WaiverSpec};
use crate::strategies::pick::{Pick, pick};
use crate::strategies::valid::money::{RawAmount, amount};
use crate::strategies::valid::whole::Known;

/// A policy and waivers before it is known what they are about.
#[derive(Debug, Clone)]
pub(super) struct RawPolicy {
    profile: Option<Profile>,
    levels: Vec<(Pick, bool, Level)>,
    counts: [Option<u32>; 4],
    shares: [Option<i128>; 3],
    dual_control_above: Option<RawAmount>,
    outcomes_at_most: Option<u32>,
    concentration: Option<i128>,
    waivers: Vec<RawWaiver>,
}

#[derive(Debug, Clone)]
struct RawWaiver {
    rule: Option<Pick>,
    at: Pick,
    ended: Option<bool>,
    owner: Option<Pick>,
}

/// Draws policies.
pub(super) fn policy() -> impl Strategy<Value = RawPolicy> {
    let level = (pick(), any::<bool>(), prop::sample::select(Level::ALL));
    (
        prop::option::of(prop::sample::select(Profile::ALL)),
        prop::collection::vec(level, 0..3),
        prop::array::uniform4(prop::option::weighted(0.2, 0..12_u32)),
        prop::array::uniform3(prop::option::weighted(0.2, 0..=1_000_000_i128)),
        prop::option::weighted(0.2, amount()),
        (prop::option::weighted(0.2, 0..12_u32), prop::option::weighted(0.2, 0..=1_000_000_i128)),
        prop::collection::vec(waiver(), 0..3),
    )
        .prop_map(
            |(
                profile,
                levels,
                counts,
                shares,
                dual_control_above,
                (outcomes_at_most, concentration),
                waivers,
            )| RawPolicy {
                profile,
                levels,
                counts,
                shares,
                dual_control_above,
                outcomes_at_most,
                concentration,
                waivers,
            },
        )
}

fn waiver() -> impl Strategy<Value = RawWaiver> {
    (prop::option::weighted(0.9, pick()), pick(), prop::option::of(any::<bool>()), prop::option::of(pick()))
        .prop_map(|(rule, at, ended, owner)| RawWaiver { rule, at, ended, owner })
}

impl RawPolicy {
    /// States the policy and the waivers of a spec that is otherwise complete.
    pub(super) fn state(&self, known: &Known, spec: &mut OrgSpec) {
        let mut policy = PolicySpec { profile: self.profile, ..PolicySpec::default() };
        for (rule, by_code, level) in &self.levels {
            if let Some(info) = rule.of(rules::ALL).map(Rule::info) {
                let rule = if *by_code { info.code } else { info.name };
                policy.levels.insert(rule.to_owned(), *level);
            }
        }
        let [span_at_most, span_at_least, layers_at_most, partners_at_least] = self.counts;
        policy.thresholds.span_at_most = span_at_most;
        policy.thresholds.span_at_least = span_at_least;
        policy.thresholds.layers_at_most = layers_at_most;
        policy.thresholds.partners_at_least = partners_at_least;
        let [overcommit, idle, midpoint] = self.shares.map(|share| share.map(Quantity::from_millionths));
        policy.thresholds.overcommit = overcommit.and_then(|share| share.checked_add(Quantity::ONE));
        policy.thresholds.idle_share_at_most = idle;
        policy.thresholds.manager_midpoint_at_least = midpoint;
        policy.thresholds.dual_control_above =
            self.dual_control_above.map(|amount| amount.state(known.currency));
        policy.thresholds.outcomes_at_most = self.outcomes_at_most;
        policy.thresholds.concentration_at_most = self.concentration.map(Quantity::from_millionths);
        spec.policy = policy;
        let places = places(spec);
        spec.waivers = self.waivers.iter().filter_map(|waiver| waiver.state(known, &places)).collect();
    }
}

/// Returns the places that a finding may be at.
fn places(spec: &OrgSpec) -> Vec<Path> {
    let root = Path::new;
    let positions = spec.positions.keys().map(|id| root().key("positions").key(id));
    let channels = spec.channels.keys().map(|id| root().key("channels").key(id));
    let delegations = spec.delegations.iter().map(|delegation| {
        let path = root().key("delegations").key(&delegation.from).key(&delegation.to);
        delegation.channel.iter().fold(path, |path, channel| path.key(channel))
    });
    std::iter::once(root()).chain(positions).chain(channels).chain(delegations).collect()
}

impl RawWaiver {
    fn state(&self, known: &Known, places: &[Path]) -> Option<WaiverSpec> {
        let rule = self.rule.and_then(|pick| pick.of(rules::ALL));
        let rule = rule.map_or("no-such-rule", |rule| rule.info().name);
        let at = places.get(self.at.place(places.len())?)?.clone();
        let mut spec = WaiverSpec::new(rule, at, "accepted until it is mended");
        spec.owner = self.owner.and_then(|pick| known.id(known.lines.positions.any(pick)?));
        spec.until = self.ended.and_then(|ended| if ended { Some(known.as_of) } else { known.year.until() });
        Some(spec)
    }
}

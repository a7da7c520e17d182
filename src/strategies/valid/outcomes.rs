//! Outcomes and KPIs.

use proptest::prelude::*;

use crate::money::Quantity;
use crate::org::{FailsWith, OutcomeKind, OutcomeTopic};
use crate::role::Risk;
use crate::spec::{KpiSpec, OrgSpec, OutcomeSpec};
use crate::strategies::pick::{Pick, distinct, pick};
use crate::strategies::valid::money::{RawAmount, amount};
use crate::strategies::valid::whole::Known;

/// An outcome before the positions are known.
#[derive(Debug, Clone)]
pub(super) struct RawOutcome {
    kind: OutcomeKind,
    about: Vec<OutcomeTopic>,
    accountable: Pick,
    channel: Option<Pick>,
    risk: Option<Risk>,
    named: bool,
    lists: [Vec<Pick>; 3],
    risks: RawRisks,
}

/// What an outcome may state of its failing.
#[derive(Debug, Clone)]
struct RawRisks {
    probability: Option<i128>,
    loss: Option<RawAmount>,
    rests_on: Vec<Pick>,
    fails_with: FailsWith,
}

fn risks() -> impl Strategy<Value = RawRisks> {
    let fails_with = prop_oneof![
        3 => Just(FailsWith::Any),
        1 => Just(FailsWith::All),
        1 => (1..3_u32).prop_map(FailsWith::AtLeast),
    ];
    (
        prop::option::of(0..=1_000_000_i128),
        prop::option::of(amount()),
        prop::collection::vec(pick(), 0..3),
        fails_with,
    )
        .prop_map(|(probability, loss, rests_on, fails_with)| RawRisks {
            probability,
            loss,
            rests_on,
            fails_with,
        })
}

/// Draws outcomes.
pub(super) fn outcome() -> impl Strategy<Value = RawOutcome> {
    (
        prop::sample::select(OutcomeKind::ALL),
        prop::sample::subsequence(OutcomeTopic::ALL, 0..=2),
        pick(),
        prop::option::of(pick()),
        prop::option::of(prop::sample::select(Risk::ALL)),
        any::<bool>(),
        prop::array::uniform3(prop::collection::vec(pick(), 0..3)),
        risks(),
    )
        .prop_map(|(kind, about, accountable, channel, risk, named, lists, risks)| RawOutcome {
            kind,
            about,
            accountable,
            channel,
            risk,
            named,
            lists,
            risks,
        })
}

impl RawOutcome {
    /// States the outcome at a place, which may rest on those before it; nothing in an org of nobody. The first answers
    /// where the one picked is gone.
    pub(super) fn state(&self, place: usize, known: &Known, stated: &OrgSpec) -> Option<OutcomeSpec> {
        let accountable = known.id(known.lines.positions.any(self.accountable).unwrap_or_default())?;
        let mut spec = OutcomeSpec::new(&format!("outcome-{}", place + 1), self.kind, &accountable);
        spec.name = self.named.then(|| format!("Outcome number {}", place + 1));
        spec.about.clone_from(&self.about);
        spec.channel = self.channel.and_then(|pick| known.channel(pick));
        spec.risk = self.risk;
        let list =
            |picks: &Vec<Pick>| known.ids(picks.iter().filter_map(|pick| known.lines.positions.any(*pick)));
        let [responsible, consulted, informed] = &self.lists;
        spec.responsible = list(responsible);
        spec.consulted = list(consulted);
        spec.informed = list(informed);
        self.risks.state(&mut spec, known, &stated.outcomes);
        Some(spec)
    }
}

impl RawRisks {
    fn state(&self, spec: &mut OutcomeSpec, known: &Known, before: &[OutcomeSpec]) {
        spec.probability = self.probability.map(Quantity::from_millionths);
        spec.loss = self.loss.map(|loss| loss.state(known.currency));
        let places = distinct(self.rests_on.iter().filter_map(|pick| pick.place(before.len())));
        let ids = places.into_iter().filter_map(|place| before.get(place));
        spec.rests_on = ids.map(|outcome| outcome.id.clone()).collect();
        if self.fails_with.of(spec.rests_on.len()).is_some() {
            spec.fails_with = self.fails_with;
        }
    }
}

/// A KPI before the positions are known.
#[derive(Debug, Clone)]
pub(super) struct RawKpi {
    owner: Pick,
    target: Option<i128>,
    contributes_to: Option<Pick>,
    measures: Option<Pick>,
    named: bool,
}

/// Draws KPIs.
pub(super) fn kpi() -> impl Strategy<Value = RawKpi> {
    (
        pick(),
        prop::option::of(prop_oneof![(0..100_000_i128).prop_map(|n| n * 1_000_000), 0..1_000_000_i128]),
        prop::option::of(pick()),
        prop::option::of(pick()),
        any::<bool>(),
    )
        .prop_map(|(owner, target, contributes_to, measures, named)| RawKpi {
            owner,
            target,
            contributes_to,
            measures,
            named,
        })
}

impl RawKpi {
    /// States the KPI at a place, a part of one before it; nothing in an org of nobody.
    pub(super) fn state(&self, place: usize, known: &Known, stated: &OrgSpec) -> Option<KpiSpec> {
        let owner = known.id(known.lines.positions.any(self.owner).unwrap_or_default())?;
        let mut spec = KpiSpec::new(&format!("kpi-{}", place + 1), &owner);
        spec.name = self.named.then(|| format!("KPI number {}", place + 1));
        spec.target = self.target.map(Quantity::from_millionths);
        let whole = self.contributes_to.and_then(|pick| stated.kpis.get(pick.place(stated.kpis.len())?));
        spec.contributes_to = whole.map(|kpi| kpi.id.clone());
        let outcomes = &stated.outcomes;
        let measured = self.measures.and_then(|pick| outcomes.get(pick.place(outcomes.len())?));
        spec.measures = measured.map(|outcome| outcome.id.clone());
        Some(spec)
    }
}

//! Outcomes and KPIs.

use proptest::prelude::*;

use crate::money::Quantity;
use crate::org::OutcomeKind;
use crate::role::Risk;
use crate::spec::{KpiSpec, OutcomeSpec};
use crate::strategies::pick::{Pick, distinct, pick};
use crate::strategies::valid::whole::Known;

/// An outcome before the positions are known.
#[derive(Debug, Clone)]
pub(super) struct RawOutcome {
    kind: OutcomeKind,
    accountable: Pick,
    channel: Option<Pick>,
    risk: Option<Risk>,
    named: bool,
    lists: [Vec<Pick>; 3],
}

/// Draws outcomes.
pub(super) fn outcome() -> impl Strategy<Value = RawOutcome> {
    (
        prop::sample::select(OutcomeKind::ALL),
        pick(),
        prop::option::of(pick()),
        prop::option::of(prop::sample::select(Risk::ALL)),
        any::<bool>(),
        prop::array::uniform3(prop::collection::vec(pick(), 0..3)),
    )
        .prop_map(|(kind, accountable, channel, risk, named, lists)| RawOutcome {
            kind,
            accountable,
            channel,
            risk,
            named,
            lists,
        })
}

impl RawOutcome {
    /// States the outcome at a place; nothing if nobody can answer for it.
    pub(super) fn state(&self, place: usize, known: &Known) -> Option<OutcomeSpec> {
        let accountable = known.id(self.accountable)?;
        let mut spec = OutcomeSpec::new(&format!("outcome-{}", place + 1), self.kind, &accountable);
        spec.name = self.named.then(|| format!("Outcome number {}", place + 1));
        spec.channel = known.channel(self.channel);
        spec.risk = self.risk;
        let list = |picks: &Vec<Pick>| {
            known.ids(distinct(picks.iter().filter_map(|pick| pick.place(known.positions.len()))))
        };
        let [responsible, consulted, informed] = &self.lists;
        spec.responsible = list(responsible);
        spec.consulted = list(consulted);
        spec.informed = list(informed);
        Some(spec)
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
    /// States the KPI at a place, a part of one before it; nothing if nobody can own it.
    pub(super) fn state(&self, place: usize, known: &Known, outcomes: &[OutcomeSpec]) -> Option<KpiSpec> {
        let mut spec = KpiSpec::new(&kpi_id(place), &known.id(self.owner)?);
        spec.name = self.named.then(|| format!("KPI number {}", place + 1));
        spec.target = self.target.map(Quantity::from_millionths);
        spec.contributes_to = self.contributes_to.and_then(|pick| pick.place(place)).map(kpi_id);
        let measured = self.measures.and_then(|pick| outcomes.get(pick.place(outcomes.len())?));
        spec.measures = measured.map(|outcome| outcome.id.clone());
        Some(spec)
    }
}

fn kpi_id(place: usize) -> String {
    format!("kpi-{}", place + 1)
}

//! Views of outcomes and KPIs: who answers for what, and how it is measured.

use crate::money::{Money, Quantity};
use crate::org::channel::Channel;
use crate::org::data::{OrgKpi, OrgOutcome, OutcomeKind, OutcomeTopic};
use crate::org::fails_with::FailsWith;
use crate::org::graph::Org;
use crate::org::index::{KpiIx, OutcomeIx, PositionIx};
use crate::org::position::Position;
use crate::org::view::view;
use crate::role::Risk;

view!(
    /// Something that exactly one position is accountable for.
    Outcome,
    OutcomeIx
);

impl<'o> Outcome<'o> {
    fn data(self) -> Option<&'o OrgOutcome> {
        self.org.outcomes.get(self.ix.index())
    }

    fn list(
        self,
        list: fn(&'o OrgOutcome) -> &'o [PositionIx],
    ) -> impl ExactSizeIterator<Item = Position<'o>> + Clone {
        self.data().map(list).unwrap_or_default().iter().map(move |&ix| self.org.position_at(ix))
    }

    /// Returns the id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.data().map_or("", |data| self.org.names.resolve(data.id))
    }

    /// Returns the name for people to read, if one is stated.
    #[must_use]
    pub fn name(self) -> Option<&'o str> {
        self.data().and_then(|data| data.name.as_deref())
    }

    /// Returns whether it is strategic or tactical.
    #[must_use]
    pub fn kind(self) -> OutcomeKind {
        self.data().map_or(OutcomeKind::Strategic, |data| data.kind)
    }

    /// Returns what it is about, as far as the domain has a word for it, in the order stated.
    pub fn about(self) -> impl ExactSizeIterator<Item = OutcomeTopic> + Clone {
        self.data().map(|data| data.about.as_slice()).unwrap_or_default().iter().copied()
    }

    /// Returns whether it is about a topic, among others.
    #[must_use]
    pub fn is_about(self, topic: OutcomeTopic) -> bool {
        self.about().any(|stated| stated == topic)
    }

    /// Returns the channel whose result it is, if one is stated.
    #[must_use]
    pub fn channel(self) -> Option<Channel<'o>> {
        self.data().and_then(|data| data.channel).map(|ix| self.org.channel_at(ix))
    }

    /// Returns how much risk it bears, if that is stated.
    #[must_use]
    pub fn risk(self) -> Option<Risk> {
        self.data().and_then(|data| data.risk)
    }

    /// Returns the position that answers for it.
    #[must_use]
    pub fn accountable(self) -> Position<'o> {
        self.org.position_at(self.data().map_or(PositionIx::new(0), |data| data.accountable))
    }

    /// Returns the positions that do the work, in the order stated.
    pub fn responsible(self) -> impl ExactSizeIterator<Item = Position<'o>> + Clone {
        self.list(|data| &data.responsible)
    }

    /// Returns the positions that are asked before, in the order stated.
    pub fn consulted(self) -> impl ExactSizeIterator<Item = Position<'o>> + Clone {
        self.list(|data| &data.consulted)
    }

    /// Returns the positions that are told after, in the order stated.
    pub fn informed(self) -> impl ExactSizeIterator<Item = Position<'o>> + Clone {
        self.list(|data| &data.informed)
    }

    /// Returns the probability that it fails by itself in a fiscal year, from 0 to 1, if that is stated.
    ///
    /// Of an outcome that rests on others it is that of failing for a cause of its own, while they hold.
    #[must_use]
    pub fn probability(self) -> Option<Quantity> {
        self.data().and_then(|data| data.probability)
    }

    /// Returns what is lost if it fails, besides what is lost with those it rests on, if that is stated.
    #[must_use]
    pub fn loss(self) -> Option<Money> {
        self.data().and_then(|data| data.loss)
    }

    /// Returns the outcomes that it rests on, in the order stated: as a rule, a strategic one on tactical ones.
    ///
    /// It fails when [so many](Self::fails_with) of them do. Nothing rests on itself, by however many steps.
    pub fn rests_on(self) -> impl ExactSizeIterator<Item = Self> + Clone {
        let rests_on = self.data().map(|data| &*data.rests_on).unwrap_or_default();
        rests_on.iter().map(move |&ix| self.org.outcome_at(ix))
    }

    /// Returns how many of the outcomes that it rests on must fail for it to fail; any, unless stated.
    #[must_use]
    pub fn fails_with(self) -> FailsWith {
        self.data().map(|data| data.fails_with).unwrap_or_default()
    }
}

impl<'o> Position<'o> {
    /// Returns the outcomes that the position is accountable for, in the order stated.
    pub fn accountable_for(self) -> impl ExactSizeIterator<Item = Outcome<'o>> + Clone {
        let row = self.org().accountable_for.row(self.ix().index()).iter();
        row.map(move |&ix| self.org().outcome_at(OutcomeIx::new(ix as usize)))
    }
}

view!(
    /// A key performance indicator, its owner and its target.
    Kpi,
    KpiIx
);

impl<'o> Kpi<'o> {
    fn data(self) -> Option<&'o OrgKpi> {
        self.org.kpis.get(self.ix.index())
    }

    /// Returns the id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.data().map_or("", |data| self.org.names.resolve(data.id))
    }

    /// Returns the name for people to read, if one is stated.
    #[must_use]
    pub fn name(self) -> Option<&'o str> {
        self.data().and_then(|data| data.name.as_deref())
    }

    /// Returns the position that owns it.
    #[must_use]
    pub fn owner(self) -> Position<'o> {
        self.org.position_at(self.data().map_or(PositionIx::new(0), |data| data.owner))
    }

    /// Returns the target of the fiscal year, in the KPI's own unit, if one is stated.
    #[must_use]
    pub fn target(self) -> Option<Quantity> {
        self.data().and_then(|data| data.target)
    }

    /// Returns the KPI that it is a part of.
    #[must_use]
    pub fn contributes_to(self) -> Option<Self> {
        self.data().and_then(|data| data.contributes_to).map(|ix| self.org.kpi_at(ix))
    }

    /// Returns the outcome that it measures, if one is stated.
    #[must_use]
    pub fn measures(self) -> Option<Outcome<'o>> {
        self.data().and_then(|data| data.outcome).map(|ix| self.org.outcome_at(ix))
    }
}

//! [`Org`]: what the builder made, and the way in to every view.

use crate::calendar::Calendar;
use crate::graph_support::{Column, Forest, Rows};
use crate::id::{Names, Sym};
use crate::money::{Currency, Money};
use crate::org::channel::Channel;
use crate::org::data::{
    ChannelData, OrgAverage, OrgDelegation, OrgExtras, OrgKpi, OrgOutcome, OrgStandIn, PlatformData,
    RoleData, Seat,
};
use crate::org::delegation::Delegation;
use crate::org::index::{ChannelIx, DelegationIx, KpiIx, OutcomeIx, PositionIx, RoleIx, Subject, WaiverIx};
use crate::org::outcome::{Kpi, Outcome};
use crate::org::path::Path;
use crate::org::person::Person;
use crate::org::policy::{Policy, Waiver};
use crate::org::position::Position;
use crate::org::resolve::Lookup;
use crate::org::role::Role;

/// A valid org: positions, who reports to whom, who may spend how much, who answers for what.
///
/// An org never changes. It is made by [`OrgBuilder::build`](crate::OrgBuilder::build), from an org file or from
/// an import, and asked through views that borrow it and cost nothing to copy.
///
/// Two orgs are the same to every query, whatever order their parts were stated in; iterators follow that order.
#[derive(Clone)]
pub struct Org {
    pub(crate) names: Names,
    pub(crate) name: Box<str>,
    pub(crate) currency: Currency,
    pub(crate) calendar: Calendar,
    pub(crate) policy: Policy,
    pub(crate) waivers: Vec<Waiver>,
    pub(crate) channels: Vec<ChannelData>,
    /// Those that the org states, as many as `stated_platforms`, then those built in if any is named.
    pub(crate) platforms: Vec<PlatformData>,
    pub(crate) stated_platforms: usize,
    pub(crate) roles: Vec<RoleData>,
    /// The roles that the user states something of, in the order stated.
    pub(crate) stated_roles: Vec<RoleIx>,
    pub(crate) seats: Vec<Seat<RoleIx>>,
    pub(crate) forest: Forest,
    pub(crate) extras: OrgExtras,
    pub(crate) dotted_back: Rows<u32>,
    pub(crate) works_with_back: Rows<u32>,
    pub(crate) stand_ins: Vec<OrgStandIn>,
    /// The places of the stand-ins of each position.
    pub(crate) stood_in: Rows<u32>,
    pub(crate) delegations: Vec<OrgDelegation>,
    /// By delegation.
    pub(crate) averages: Column<OrgAverage>,
    pub(crate) received: Rows<u32>,
    pub(crate) given: Rows<u32>,
    pub(crate) outcomes: Vec<OrgOutcome>,
    /// The outcomes that each position answers for.
    pub(crate) accountable_for: Rows<u32>,
    pub(crate) kpis: Vec<OrgKpi>,
    /// Who holds what, sorted by person.
    pub(crate) holdings: Vec<(Sym, PositionIx)>,
    pub(crate) position_of: Lookup<PositionIx>,
    pub(crate) channel_of: Lookup<ChannelIx>,
    pub(crate) role_of: Lookup<RoleIx>,
    pub(crate) outcome_of: Lookup<OutcomeIx>,
    pub(crate) kpi_of: Lookup<KpiIx>,
}

impl Org {
    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the one currency of all amounts.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns where fiscal years and weeks begin.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// Returns the policy as the org states it.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Returns the waivers, in the order stated.
    #[must_use]
    pub fn waivers(&self) -> &[Waiver] {
        &self.waivers
    }

    /// Writes an amount with the org's currency: `IDR 12,400,000,000`.
    pub fn display(&self, money: Money) -> impl std::fmt::Display {
        self.currency.display(money)
    }

    /// Returns the number of positions.
    #[must_use]
    pub fn position_count(&self) -> usize {
        self.seats.len()
    }

    /// Returns the positions, in the order stated.
    pub fn positions(&self) -> impl ExactSizeIterator<Item = Position<'_>> + Clone {
        (0..self.seats.len()).map(|index| self.position_at(PositionIx::new(index)))
    }

    /// Returns the positions so that each comes after its manager and right before its own reports.
    pub fn positions_top_down(&self) -> impl DoubleEndedIterator<Item = Position<'_>> + Clone {
        self.forest.order().iter().map(|&index| self.position_at(PositionIx::new(index as usize)))
    }

    /// Returns the positions that report to nobody, in the order stated.
    pub fn roots(&self) -> impl Iterator<Item = Position<'_>> + Clone {
        self.positions().filter(|position| position.manager().is_none())
    }

    /// Returns the position with an id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<Position<'_>> {
        self.position_of.find(&self.names, id).map(|ix| self.position_at(ix))
    }

    /// Returns the position with a handle of this org.
    #[must_use]
    pub fn position_at(&self, ix: PositionIx) -> Position<'_> {
        Position::new(self, ix)
    }

    /// Returns the channels, in the order stated.
    pub fn channels(&self) -> impl ExactSizeIterator<Item = Channel<'_>> + Clone {
        (0..self.channels.len()).map(|index| self.channel_at(ChannelIx::new(index)))
    }

    /// Returns the channel with an id.
    #[must_use]
    pub fn channel(&self, id: &str) -> Option<Channel<'_>> {
        self.channel_of.find(&self.names, id).map(|ix| self.channel_at(ix))
    }

    /// Returns the channel with a handle of this org.
    #[must_use]
    pub fn channel_at(&self, ix: ChannelIx) -> Channel<'_> {
        Channel::new(self, ix)
    }

    /// Returns the roles: the built-in ones, then the user's own in the order stated.
    pub fn roles(&self) -> impl ExactSizeIterator<Item = Role<'_>> + Clone {
        (0..self.roles.len()).map(|index| self.role_at(RoleIx::new(index)))
    }

    /// Returns the roles that the org states something of, in the order stated.
    pub fn stated_roles(&self) -> impl ExactSizeIterator<Item = Role<'_>> + Clone {
        self.stated_roles.iter().map(|&ix| self.role_at(ix))
    }

    /// Returns the role with an id.
    #[must_use]
    pub fn role(&self, id: &str) -> Option<Role<'_>> {
        self.role_of.find(&self.names, id).map(|ix| self.role_at(ix))
    }

    /// Returns the role with a handle of this org.
    #[must_use]
    pub fn role_at(&self, ix: RoleIx) -> Role<'_> {
        Role::new(self, ix)
    }

    /// Returns the delegations, in the order stated.
    pub fn delegations(&self) -> impl ExactSizeIterator<Item = Delegation<'_>> + Clone {
        (0..self.delegations.len()).map(|index| self.delegation_at(DelegationIx::new(index)))
    }

    /// Returns the delegation with a handle of this org.
    #[must_use]
    pub fn delegation_at(&self, ix: DelegationIx) -> Delegation<'_> {
        Delegation::new(self, ix)
    }

    /// Returns the outcomes, in the order stated.
    pub fn outcomes(&self) -> impl ExactSizeIterator<Item = Outcome<'_>> + Clone {
        (0..self.outcomes.len()).map(|index| self.outcome_at(OutcomeIx::new(index)))
    }

    /// Returns the outcome with an id.
    #[must_use]
    pub fn outcome(&self, id: &str) -> Option<Outcome<'_>> {
        self.outcome_of.find(&self.names, id).map(|ix| self.outcome_at(ix))
    }

    /// Returns the outcome with a handle of this org.
    #[must_use]
    pub fn outcome_at(&self, ix: OutcomeIx) -> Outcome<'_> {
        Outcome::new(self, ix)
    }

    /// Returns the KPIs, in the order stated.
    pub fn kpis(&self) -> impl ExactSizeIterator<Item = Kpi<'_>> + Clone {
        (0..self.kpis.len()).map(|index| self.kpi_at(KpiIx::new(index)))
    }

    /// Returns the KPI with an id.
    #[must_use]
    pub fn kpi(&self, id: &str) -> Option<Kpi<'_>> {
        self.kpi_of.find(&self.names, id).map(|ix| self.kpi_at(ix))
    }

    /// Returns the KPI with a handle of this org.
    #[must_use]
    pub fn kpi_at(&self, ix: KpiIx) -> Kpi<'_> {
        Kpi::new(self, ix)
    }

    /// Returns the person with an id, if that person holds a position.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<Person<'_>> {
        let sym = self.names.get(id)?;
        let found = self.holdings.binary_search_by_key(&sym, |(person, _)| *person).is_ok();
        found.then(|| Person::new(self, sym))
    }

    /// Returns the people who hold positions, each once.
    pub fn people(&self) -> impl Iterator<Item = Person<'_>> {
        self.holdings
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|held| held.first())
            .map(|(sym, _)| Person::new(self, *sym))
    }

    /// Returns the path that names a subject: `positions.social`, or `delegations.dmm.social.seo`.
    ///
    /// This is the path that a waiver names; for the place of a delegation in the file see [`Self::file_path`].
    #[must_use]
    pub fn path(&self, subject: Subject) -> Path {
        let path = Path::new();
        match subject {
            Subject::Org => path,
            Subject::Position(ix) => path.key("positions").key(self.position_at(ix).id()),
            Subject::Channel(ix) => path.key("channels").key(self.channel_at(ix).id()),
            Subject::Role(ix) => path.key("roles").key(self.role_at(ix).id()),
            Subject::Outcome(ix) => path.key("outcomes").key(self.outcome_at(ix).id()),
            Subject::Kpi(ix) => path.key("kpis").key(self.kpi_at(ix).id()),
            Subject::Waiver(ix) => path.key("waivers").index(ix.index()),
            Subject::Delegation(ix) => {
                let delegation = self.delegation_at(ix);
                let path = path.key("delegations").key(delegation.from().id()).key(delegation.to().id());
                match delegation.channel() {
                    Some(channel) => path.key(channel.id()),
                    None => path,
                }
            }
        }
    }

    /// Returns the place of a subject in an org file: as [`Self::path`], but `delegations[2]`, `outcomes[0]`, `kpis[1]`.
    #[must_use]
    pub fn file_path(&self, subject: Subject) -> Path {
        match subject {
            Subject::Delegation(ix) => Path::new().key("delegations").index(ix.index()),
            Subject::Outcome(ix) => Path::new().key("outcomes").index(ix.index()),
            Subject::Kpi(ix) => Path::new().key("kpis").index(ix.index()),
            _ => self.path(subject),
        }
    }

    /// Returns the handles of the waivers, in the order stated.
    pub(crate) fn waiver_handles(&self) -> impl Iterator<Item = (WaiverIx, &Waiver)> {
        self.waivers.iter().enumerate().map(|(index, waiver)| (WaiverIx::new(index), waiver))
    }
}

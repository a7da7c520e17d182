//! The org as a whole: everything drawn, then put together.

use proptest::prelude::*;

use crate::calendar::{Date, Interval};
use crate::money::Currency;
use crate::role::BUILT_IN_ROLES;
use crate::spec::{ChannelSpec, OrgSpec};
use crate::strategies::naming;
use crate::strategies::organization::{RawOrganization, organization};
use crate::strategies::params::OrgParams;
use crate::strategies::pick::Pick;
use crate::strategies::valid::money::{RawDelegation, delegation};
use crate::strategies::valid::outcomes::{RawKpi, RawOutcome, kpi, outcome};
use crate::strategies::valid::policy::{RawPolicy, policy};
use crate::strategies::valid::roles::{self, RawRole, role};
use crate::strategies::valid::seats::{RawSeat, seat};

/// Draws valid orgs.
pub(in crate::strategies) fn spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    let seat = seat(&params);
    let OrgParams { positions, channels, delegations, as_of, policies, .. } = params;
    // What is left of the list of positions is what a person looks at first: it shrinks first.
    (
        prop::collection::vec(seat, positions),
        prop::collection::vec(delegation(), delegations),
        prop::collection::vec(any::<bool>(), channels),
        prop::collection::vec(outcome(), 0..4),
        prop::collection::vec(kpi(), 0..4),
        prop::collection::vec(role(), 0..4),
        prop::option::weighted(policies, policy()),
        organization(),
    )
        .prop_map(move |(seats, delegations, channels, outcomes, kpis, roles, policy, organization)| {
            let raw = Raw { seats, delegations, channels, outcomes, kpis, roles, policy, organization };
            raw.state(as_of)
        })
}

/// Everything that was drawn.
#[derive(Debug)]
struct Raw {
    seats: Vec<RawSeat>,
    delegations: Vec<RawDelegation>,
    channels: Vec<bool>,
    outcomes: Vec<RawOutcome>,
    kpis: Vec<RawKpi>,
    roles: Vec<RawRole>,
    policy: Option<RawPolicy>,
    organization: RawOrganization,
}

/// What the parts of an org say of each other: ids by place.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) positions: Vec<String>,
    pub(super) roles: Vec<String>,
    /// The place of the manager; always below the position's own.
    pub(super) managers: Vec<Option<usize>>,
    pub(super) channels: Vec<String>,
    pub(super) currency: Currency,
    pub(super) year: Interval,
    pub(super) as_of: Date,
}

impl Known {
    /// Returns the places of all managers above, the lowest first.
    pub(super) fn chain(&self, place: usize) -> Vec<usize> {
        let manager = |place: &usize| self.managers.get(*place).copied().flatten();
        std::iter::successors(manager(&place), manager).collect()
    }

    /// Returns the id of a position.
    pub(super) fn id(&self, pick: Pick) -> Option<String> {
        self.positions.get(pick.place(self.positions.len())?).cloned()
    }

    /// Returns the ids of positions.
    pub(super) fn ids(&self, places: Vec<usize>) -> Vec<String> {
        places.into_iter().filter_map(|place| self.positions.get(place).cloned()).collect()
    }

    /// Returns the id of a channel.
    pub(super) fn channel(&self, pick: Option<Pick>) -> Option<String> {
        self.channels.get(pick?.place(self.channels.len())?).cloned()
    }
}

impl Raw {
    fn state(&self, as_of: Date) -> OrgSpec {
        let currency = self.organization.currency;
        let mut spec = self.organization.state();
        spec.roles = roles::state(&self.roles, currency);
        let known = self.know(&spec, as_of);
        let channels = known.channels.iter().zip(&self.channels).map(|(id, named)| {
            let name = if *named { id.to_uppercase() } else { String::new() };
            (id.clone(), ChannelSpec::new(&name))
        });
        spec.channels = channels.collect();
        let seats = self.seats.iter().enumerate().zip(&known.positions);
        spec.positions = seats.map(|((place, seat), id)| (id.clone(), seat.state(place, &known))).collect();
        spec.delegations = self.delegations.iter().filter_map(|raw| raw.state(&known)).collect();
        let outcomes = self.outcomes.iter().enumerate();
        spec.outcomes = outcomes.filter_map(|(place, raw)| raw.state(place, &known)).collect();
        let kpis = self.kpis.iter().enumerate();
        spec.kpis = kpis.filter_map(|(place, raw)| raw.state(place, &known, &spec.outcomes)).collect();
        if let Some(policy) = &self.policy {
            policy.state(&known, &mut spec);
        }
        spec
    }

    /// Gives everything its id.
    fn know(&self, spec: &OrgSpec, as_of: Date) -> Known {
        let own = spec.roles.keys().map(String::as_str);
        let own = own.filter(|id| BUILT_IN_ROLES.iter().all(|role| role.id != *id));
        let roles: Vec<&str> = BUILT_IN_ROLES.iter().map(|role| role.id).chain(own).collect();
        let roles = self.seats.iter().filter_map(|seat| seat.line.role.of(&roles));
        let roles: Vec<String> = roles.map(str::to_owned).collect();
        let seats = self.seats.iter().zip(&roles).enumerate();
        Known {
            positions: seats
                .map(|(place, (seat, role))| naming::position(role, place, seat.line.script))
                .collect(),
            managers: (self.seats.iter().enumerate())
                .map(|(place, seat)| seat.line.manager?.place(place))
                .collect(),
            channels: (0..self.channels.len()).map(naming::channel).collect(),
            roles,
            currency: self.organization.currency,
            year: self.organization.year(as_of),
            as_of,
        }
    }
}

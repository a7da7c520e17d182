//! The org as a whole: everything drawn, then put together.

use proptest::prelude::*;

use crate::calendar::{Date, Interval};
use crate::money::Currency;
use crate::spec::{ChannelSpec, OrgSpec};
use crate::strategies::naming;
use crate::strategies::organization::{RawOrganization, organization};
use crate::strategies::params::OrgParams;
use crate::strategies::pick::{Pick, distinct, sometimes};
use crate::strategies::sparse::{Item, Ranks, sparse};
use crate::strategies::valid::lines::Lines;
use crate::strategies::valid::money::{RawDelegation, delegation};
use crate::strategies::valid::outcomes::{RawKpi, RawOutcome, kpi, outcome};
use crate::strategies::valid::platforms::{self, RawPlatform, platforms};
use crate::strategies::valid::policy::{RawPolicy, policy};
use crate::strategies::valid::roles::{self, RawRole, role};
use crate::strategies::valid::seats::{RawSeat, seat};
use crate::strategies::valid::stand_ins::{RawStandIn, stand_in};

/// Draws valid orgs.
pub(in crate::strategies) fn spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    let seat = seat(&params);
    let stand_ins = prop::collection::vec(stand_in(), 1..4);
    let OrgParams { positions, channels, delegations, as_of, policies, .. } = params;
    // What is left of the list of positions is what a person looks at first: it shrinks first.
    (
        sparse(seat, positions),
        (prop::collection::vec(delegation(), delegations), prop::option::weighted(0.25, stand_ins)),
        (sparse(any::<bool>(), channels), platforms()),
        prop::collection::vec(outcome(), 0..4),
        prop::collection::vec(kpi(), 0..4),
        sparse(role(), (0..4).into()),
        sometimes(policies, policy()),
        organization(),
    )
        .prop_map(
            move |(seats, money, (channels, platforms), outcomes, kpis, roles, policy, organization)| {
                let (delegations, stand_ins) = money;
                let stand_ins = stand_ins.unwrap_or_default();
                let raw = Raw {
                    seats,
                    delegations,
                    stand_ins,
                    platforms,
                    channels,
                    outcomes,
                    kpis,
                    roles,
                    policy,
                    organization,
                };
                raw.state(as_of)
            },
        )
}

/// Everything that was drawn.
#[derive(Debug)]
struct Raw {
    seats: Vec<Item<RawSeat>>,
    delegations: Vec<RawDelegation>,
    stand_ins: Vec<RawStandIn>,
    platforms: Vec<RawPlatform>,
    channels: Vec<Item<bool>>,
    outcomes: Vec<RawOutcome>,
    kpis: Vec<RawKpi>,
    roles: Vec<Item<RawRole>>,
    policy: Option<RawPolicy>,
    organization: RawOrganization,
}

impl Raw {
    fn state(&self, as_of: Date) -> OrgSpec {
        let currency = self.organization.currency;
        let mut spec = self.organization.state();
        spec.platforms = platforms::state(&self.platforms);
        let role_ids = roles::ids(&self.roles);
        spec.roles = roles::state(&self.roles, &role_ids, currency);
        let known = Known {
            lines: Lines::new(&self.seats, &role_ids),
            channels: Ranks::of(&self.channels),
            platforms: platforms::ids(self.platforms.len()),
            currency,
            year: self.organization.year(as_of),
            as_of,
        };
        let names = self.channels.iter().filter(|channel| channel.kept).map(|channel| channel.value);
        let channel = |(place, named): (usize, bool)| {
            let id = naming::channel(place);
            let name = if named { id.to_uppercase() } else { String::new() };
            (id, ChannelSpec::new(&name))
        };
        spec.channels = names.enumerate().map(channel).collect();
        let seats = self.seats.iter().filter(|seat| seat.kept).enumerate();
        spec.positions = seats
            .filter_map(|(place, seat)| Some((known.id(place)?, seat.value.state(place, &known))))
            .collect();
        spec.delegations = self.delegations.iter().filter_map(|raw| raw.state(&known)).collect();
        spec.stand_ins = self.stand_ins.iter().filter_map(|raw| raw.state(&known)).collect();
        for (place, raw) in self.outcomes.iter().enumerate() {
            let outcome = raw.state(place, &known, &spec);
            spec.outcomes.extend(outcome);
        }
        for (place, raw) in self.kpis.iter().enumerate() {
            let kpi = raw.state(place, &known, &spec);
            spec.kpis.extend(kpi);
        }
        if let Some(policy) = &self.policy {
            policy.state(&known, &mut spec);
        }
        spec
    }
}

/// What the parts of an org say of each other.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) lines: Lines,
    pub(super) channels: Ranks,
    pub(super) platforms: &'static [&'static str],
    pub(super) currency: Currency,
    pub(super) year: Interval,
    pub(super) as_of: Date,
}

impl Known {
    /// Returns the id of the position at a place.
    pub(super) fn id(&self, place: usize) -> Option<String> {
        self.lines.ids.get(place).cloned()
    }

    /// Returns the ids of the positions at these places, each once.
    pub(super) fn ids(&self, places: impl Iterator<Item = usize>) -> Vec<String> {
        distinct(places).into_iter().filter_map(|place| self.id(place)).collect()
    }

    /// Returns the id of the channel picked.
    pub(super) fn channel(&self, pick: Pick) -> Option<String> {
        self.channels.any(pick).map(naming::channel)
    }
}

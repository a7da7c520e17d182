//! The plan of a clean org: everything drawn, then decided step by step, then stated.

use proptest::prelude::*;

use crate::calendar::{Calendar, Date};
use crate::spec::{ChannelSpec, OrgSpec, PositionSpec, RoleSpec};
use crate::strategies::clean::answers;
use crate::strategies::clean::channels::{self, Channels};
use crate::strategies::clean::details;
use crate::strategies::clean::ladders;
use crate::strategies::clean::lines::{Seat, lines};
use crate::strategies::clean::money::{Grant, Measure};
use crate::strategies::clean::partners::Partners;
use crate::strategies::clean::people::{self, Filled};
use crate::strategies::clean::purses::{self, Purse};
use crate::strategies::clean::raw::{RawSeat, seat};
use crate::strategies::naming;
use crate::strategies::organization::{RawOrganization, organization};
use crate::strategies::params::OrgParams;
use crate::strategies::pick::{Pick, pick};
use crate::strategies::sparse::{Item, Ranks, sparse};

/// Draws clean orgs.
pub(in crate::strategies) fn spec(params: OrgParams) -> impl Strategy<Value = OrgSpec> {
    let seat = seat(&params);
    let OrgParams { positions, channels, as_of, .. } = params;
    let (fewest, most) = channels.start_end_incl();
    (
        sparse(seat, positions),
        fewest..=most,
        any::<bool>(),
        (pick(), prop::sample::select(&[1, 1_000_000][..])),
        organization(),
    )
        .prop_map(move |(seats, channels, tidy, (shares, scale), organization)| {
            Raw { seats, channels, tidy, shares, scale, organization }.state(as_of)
        })
}

/// Everything that was drawn.
#[derive(Debug)]
struct Raw {
    seats: Vec<Item<RawSeat>>,
    channels: usize,
    tidy: bool,
    shares: Pick,
    scale: i64,
    organization: RawOrganization,
}

/// Everything that is decided.
#[derive(Debug)]
pub(super) struct Plan<'r> {
    pub(super) raw: Vec<&'r RawSeat>,
    pub(super) seats: Vec<Seat>,
    pub(super) filled: Vec<Filled>,
    pub(super) channels: Channels,
    pub(super) purses: Vec<Purse>,
    pub(super) ids: Vec<String>,
    pub(super) roles: Vec<String>,
}

impl Plan<'_> {
    fn new(items: &[Item<RawSeat>], channels: usize) -> Plan<'_> {
        let raw: Vec<&RawSeat> = items.iter().filter(|item| item.kept).map(|item| &item.value).collect();
        let seats = lines(&raw, &Ranks::of(items));
        let filled = people::fill(&seats, &raw);
        let channels = channels::assign(&seats, &raw, channels);
        let purses = purses::fill(&seats, &raw, &filled, &channels);
        let role = |(seat, raw): (&Seat, &&RawSeat)| {
            format!("{}{}", if raw.line.house_role { "house-" } else { "" }, seat.role.id)
        };
        let roles: Vec<String> = seats.iter().zip(&raw).map(role).collect();
        let ids = roles.iter().zip(&raw).enumerate();
        let ids = ids.map(|(place, (role, raw))| naming::position(role, place, raw.line.script)).collect();
        Plan { raw, seats, filled, channels, purses, ids, roles }
    }

    pub(super) fn is_occupied(&self, place: usize) -> bool {
        self.filled.get(place).is_some_and(|filled| *filled != Filled::Empty)
    }

    fn channels_of(&self, place: usize) -> Vec<String> {
        self.channels.of.get(place).into_iter().flatten().map(|&channel| naming::channel(channel)).collect()
    }

    fn position(&self, place: usize, measure: &Measure) -> PositionSpec {
        let mut spec = PositionSpec::new(self.roles.get(place).map_or("", String::as_str));
        let manager = self.seats.get(place).and_then(|seat| seat.manager);
        spec.reports_to = manager.and_then(|manager| self.ids.get(manager)).cloned();
        match self.filled.get(place) {
            Some(Filled::Held(person)) => spec.holder = Some(naming::person(*person)),
            Some(Filled::Acting(person)) => spec.acting = Some(naming::person(*person)),
            Some(Filled::Empty) | None => {}
        }
        spec.channels = self.channels_of(place);
        if let Some(purse) = self.purses.get(place) {
            let budget = if purse.fed_by.is_some() { purse.topped_up } else { purse.given };
            spec.budget = (budget != 0).then(|| measure.amount(budget));
        }
        details::dotted_lines(self, place, &mut spec);
        spec
    }

    /// States what a position is given by those above.
    fn delegations(&self, place: usize, measure: &Measure, spec: &mut OrgSpec) -> Option<()> {
        let purse = self.purses.get(place).filter(|purse| purse.given != 0)?;
        let grant = Grant {
            from: self.ids.get(purse.fed_by?)?,
            to: self.ids.get(place)?,
            class: self.seats.get(place)?.class(),
            channels: &self.channels_of(place),
            parts: purse.given,
            passes_on: purse.feeds,
            general: purse.general,
            raw: &self.raw.get(place)?.money.grant,
        };
        spec.delegations.extend(grant.state(measure));
        Some(())
    }
}

impl Raw {
    fn state(&self, as_of: Date) -> OrgSpec {
        let plan = Plan::new(&self.seats, self.channels);
        let partners = Partners::of(&plan.seats).filter(|_| self.tidy);
        let measure = self.measure(as_of);
        let mut spec = self.organization.state();
        let channels = (0..plan.channels.count).map(naming::channel);
        spec.channels = channels.map(|id| (id, ChannelSpec::default())).collect();
        let deputies = answers::deputies(&plan);
        for (place, (seat, id)) in plan.seats.iter().zip(&plan.ids).enumerate() {
            let mut position = plan.position(place, &measure);
            if deputies.get(place) == Some(&true) {
                position.acting = Some(naming::person(plan.seats.len() + place));
            }
            if self.tidy {
                details::career(seat, &mut position);
            }
            if let Some(partners) = &partners {
                partners.state(&plan, place, &mut position);
            }
            if position.role != seat.role.id {
                spec.roles.insert(position.role.clone(), RoleSpec::new(seat.class()));
            }
            spec.positions.insert(id.clone(), position);
            plan.delegations(place, &measure, &mut spec);
        }
        answers::outcomes(&plan, &mut spec);
        ladders::steps(&plan, &mut spec);
        details::kpis(&plan, &mut spec);
        if self.tidy {
            ladders::pay(&plan, self.scale, &mut spec);
        }
        spec
    }

    fn measure(&self, as_of: Date) -> Measure {
        let year = self.organization.year(as_of);
        Measure {
            shares: self.shares,
            scale: self.scale,
            year,
            next_year: year.until().map(|next| self.organization.year(next)),
            month: Calendar::default().month(as_of),
        }
    }
}

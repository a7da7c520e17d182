//! Positions: the line, the people, the work, the money and the career.

use proptest::prelude::*;

use crate::money::Quantity;
use crate::role::{DecisionRight, Seniority};
use crate::spec::PositionSpec;
use crate::strategies::naming;
use crate::strategies::params::OrgParams;
use crate::strategies::pick::{Pick, distinct, pick};
use crate::strategies::valid::money::{RawAmount, amount};
use crate::strategies::valid::whole::Known;

const TITLES: &[&str] = &["Head of growth", "SEO & \"content\"", "Kepala pemasaran", "数字营销经理"];

/// A position before the others are known.
#[derive(Debug, Clone)]
pub(super) struct RawSeat {
    pub(super) line: RawLine,
    people: RawPeople,
    work: RawWork,
    money: RawMoney,
}

/// What the position is, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct RawLine {
    pub(super) manager: Option<Pick>,
    pub(super) role: Pick,
    pub(super) script: Option<Pick>,
    dotted: Vec<Pick>,
    title: Option<&'static str>,
}

#[derive(Debug, Clone)]
struct RawPeople {
    vacant: bool,
    second_seat: Option<Pick>,
    acting: Option<Pick>,
    works_with: Vec<Pick>,
}

#[derive(Debug, Clone)]
struct RawWork {
    channels: Vec<Pick>,
    decides: Vec<DecisionRight>,
    level: Option<Seniority>,
    fte: Option<i128>,
}

#[derive(Debug, Clone)]
struct RawMoney {
    budget: Option<RawAmount>,
    approves_up_to: Option<RawAmount>,
    pay: Option<RawAmount>,
}

/// Draws positions.
pub(super) fn seat(params: &OrgParams) -> impl Strategy<Value = RawSeat> + use<> {
    (line(), people(params), work(), money()).prop_map(|(line, people, work, money)| RawSeat {
        line,
        people,
        work,
        money,
    })
}

fn line() -> impl Strategy<Value = RawLine> {
    (
        prop::option::weighted(0.9, pick()),
        pick(),
        prop::option::weighted(0.1, pick()),
        prop::collection::vec(pick(), 0..2),
        prop::option::weighted(0.2, prop::sample::select(TITLES)),
    )
        .prop_map(|(manager, role, script, dotted, title)| RawLine {
            manager,
            role,
            script,
            dotted,
            title,
        })
}

fn people(params: &OrgParams) -> impl Strategy<Value = RawPeople> + use<> {
    (
        prop::bool::weighted(params.vacancies.into()),
        prop::option::weighted(params.second_seats, pick()),
        prop::option::weighted(0.3, pick()),
        prop::collection::vec(pick(), 0..3),
    )
        .prop_map(|(vacant, second_seat, acting, works_with)| RawPeople {
            vacant,
            second_seat,
            acting,
            works_with,
        })
}

fn work() -> impl Strategy<Value = RawWork> {
    (
        prop::collection::vec(pick(), 0..4),
        prop::sample::subsequence(DecisionRight::ALL, 0..=2),
        prop::option::weighted(0.3, prop::sample::select(Seniority::ALL)),
        prop::option::weighted(0.2, prop_oneof![Just(1_000_000), Just(500_000), 0..2_000_000_i128]),
    )
        .prop_map(|(channels, decides, level, fte)| RawWork { channels, decides, level, fte })
}

fn money() -> impl Strategy<Value = RawMoney> {
    (
        prop::option::weighted(0.3, amount()),
        prop::option::weighted(0.2, amount()),
        prop::option::weighted(0.2, amount()),
    )
        .prop_map(|(budget, approves_up_to, pay)| RawMoney { budget, approves_up_to, pay })
}

impl RawSeat {
    /// States the position at a place.
    pub(super) fn state(&self, place: usize, known: &Known) -> PositionSpec {
        let mut spec = PositionSpec::new(known.roles.get(place).map_or("", String::as_str));
        let amount = |amount: Option<RawAmount>| amount.map(|amount| amount.state(known.currency));
        let others = |picks: &[Pick]| {
            let places = picks.iter().filter_map(|pick| pick.other_than(place, known.positions.len()));
            known.ids(distinct(places))
        };
        let manager = known.managers.get(place).copied().flatten();
        spec.reports_to = manager.and_then(|place| known.positions.get(place).cloned());
        spec.dotted_lines = others(&self.line.dotted);
        spec.title = self.line.title.map(str::to_owned);
        self.people.state(place, known.positions.len(), &mut spec);
        spec.works_with = others(&self.people.works_with);
        let channels = self.work.channels.iter().filter_map(|pick| pick.place(known.channels.len()));
        spec.channels =
            distinct(channels).iter().filter_map(|place| known.channels.get(*place).cloned()).collect();
        spec.decides.clone_from(&self.work.decides);
        spec.level = self.work.level;
        spec.fte = self.work.fte.map(Quantity::from_millionths);
        spec.budget = amount(self.money.budget);
        spec.approves_up_to = amount(self.money.approves_up_to);
        spec.pay = amount(self.money.pay);
        spec
    }
}

impl RawPeople {
    /// States who holds the position and who stands in: people of their own, or those of other positions.
    fn state(&self, place: usize, count: usize, spec: &mut PositionSpec) {
        let holder = self.second_seat.and_then(|pick| pick.place(count)).unwrap_or(place);
        spec.holder = (!self.vacant).then(|| naming::person(holder));
        // One more person than there are positions: somebody from outside may stand in too.
        spec.acting = self.acting.and_then(|pick| pick.place(count + 1)).map(naming::person);
    }
}

//! From what is stated to an [`Org`], or to every reason why not.

use crate::graph_support::{Forest, NONE, Rows};
use crate::id::{Names, Sym};
use crate::org::build_platforms::{averages, platforms};
use crate::org::build_risk;
use crate::org::build_roles::roles;
use crate::org::build_stand_ins::{stand_ins, stood_in};
use crate::org::builder::OrgBuilder;
use crate::org::data::{
    DelegationData, Extras, KpiData, OrgDelegation, OrgExtras, OrgKpi, OrgOutcome, OutcomeData, Seat,
};
use crate::org::error::{BuildErrors, Fault, Kind};
use crate::org::graph::Org;
use crate::org::index::{ChannelIx, KpiIx, OutcomeIx, PositionIx, RoleIx};
use crate::org::path::Path;
use crate::org::resolve::{Lookup, Resolver};

/// Builds the org.
pub(crate) fn build(builder: OrgBuilder) -> Result<Org, BuildErrors> {
    let OrgBuilder { names, errors, .. } = builder;
    let mut cx = Resolver::new(names, errors);
    register_all(&mut cx, &builder.channels, &builder.seats, &builder.outcomes, &builder.kpis);
    let (roles, stated_roles) = roles(&mut cx, builder.roles);
    let forest = forest(&mut cx, &builder.seats, &builder.managers);
    let seats = seats(&mut cx, builder.seats);
    drop(builder.managers);
    let extras = extras(&mut cx, &seats, builder.extras);
    let stand_ins = stand_ins(&mut cx, builder.stand_ins);
    let delegations = delegations(&mut cx, builder.delegations);
    let platforms = platforms(&mut cx, &builder.platforms, &builder.averages);
    let averages = averages(&mut cx, &builder.averages);
    let outcomes = outcomes(&mut cx, builder.outcomes);
    let kpis = kpis(&mut cx, builder.kpis);
    check_total(&mut cx, &extras, &delegations);

    let (Some(currency), Some(forest), true) = (builder.currency, forest, cx.errors.is_empty()) else {
        return Err(BuildErrors::new(cx.errors));
    };
    let count = seats.len();
    let mut org = Org {
        stood_in: stood_in(count, &stand_ins),
        received: group(count, delegations.iter().map(|delegation| delegation.to)),
        accountable_for: group(count, outcomes.iter().map(|outcome| outcome.accountable)),
        given: group(count, delegations.iter().map(|delegation| delegation.from)),
        dotted_back: reverse(count, &extras.dotted),
        works_with_back: reverse(count, &extras.works_with),
        holdings: holdings(&seats),
        names: cx.names,
        name: builder.name,
        currency,
        calendar: builder.calendar,
        policy: builder.policy,
        waivers: builder.waivers,
        channels: builder.channels,
        platforms,
        stated_platforms: builder.platforms.len(),
        roles,
        stated_roles,
        seats,
        forest,
        extras,
        stand_ins,
        delegations,
        averages,
        outcomes,
        kpis,
        position_of: cx.positions,
        channel_of: cx.channels,
        role_of: cx.roles,
        outcome_of: cx.outcomes,
        kpi_of: cx.kpis,
    };
    org.order_stand_ins();
    org.order_delegations();
    Ok(org)
}

/// Gives each id its handle.
fn register_all(
    cx: &mut Resolver,
    channels: &[crate::org::data::ChannelData],
    seats: &[Seat<Sym>],
    outcomes: &[OutcomeData<Sym, Sym>],
    kpis: &[KpiData<Sym, Sym, Sym>],
) {
    let mut positions = Lookup::default();
    register(cx, Kind::Position, &mut positions, seats.iter().map(|seat| seat.id), PositionIx::new);
    cx.positions = positions;
    let mut lookup = Lookup::default();
    register(cx, Kind::Channel, &mut lookup, channels.iter().map(|channel| channel.id), ChannelIx::new);
    cx.channels = lookup;
    let mut lookup = Lookup::default();
    register(cx, Kind::Outcome, &mut lookup, outcomes.iter().map(|outcome| outcome.id), OutcomeIx::new);
    cx.outcomes = lookup;
    let mut lookup = Lookup::default();
    register(cx, Kind::Kpi, &mut lookup, kpis.iter().map(|kpi| kpi.id), KpiIx::new);
    cx.kpis = lookup;
}

fn register<Ix: Copy>(
    cx: &mut Resolver,
    kind: Kind,
    lookup: &mut Lookup<Ix>,
    ids: impl Iterator<Item = Sym>,
    handle: fn(usize) -> Ix,
) {
    for (index, id) in ids.enumerate() {
        let at = |names: &Names| place_of(kind, index, names.resolve(id));
        cx.check_id(kind, id, at);
        if lookup.insert(id, handle(index)).is_some() {
            let (at, text) = (at(&cx.names), cx.text(id));
            cx.fault(at, Fault::DuplicateId { kind, id: text });
        }
    }
}

/// Returns where a thing stands in an org file: some kinds are tables of ids, others lists.
pub(super) fn place_of(kind: Kind, index: usize, id: &str) -> Path {
    let path = Path::new();
    match kind {
        Kind::Position | Kind::Person => path.key("positions").key(id),
        Kind::Channel => path.key("channels").key(id),
        Kind::Role => path.key("roles").key(id),
        Kind::Outcome => path.key("outcomes").index(index),
        Kind::Kpi => path.key("kpis").index(index),
        Kind::Platform => path.key("platforms").key(id),
    }
}

fn position_path(names: &Names, id: Sym) -> Path {
    Path::new().key("positions").key(names.resolve(id))
}

pub(super) fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE)
}

/// Notes a cycle, from its smallest id on, at the place of that id's node.
pub(super) fn report_cycle(
    cx: &mut Resolver,
    relation: &'static str,
    ids: &[Sym],
    cycle: &[u32],
    at: impl Fn(usize, &str) -> Path,
) {
    let named = cycle.iter().filter_map(|&node| Some((node as usize, cx.text(*ids.get(node as usize)?))));
    let mut named: Vec<(usize, String)> = named.collect();
    let smallest = (0..named.len()).min_by_key(|&place| named.get(place).map(|(_, id)| id));
    named.rotate_left(smallest.unwrap_or_default());
    let at = named.first().map(|(node, id)| at(*node, id)).unwrap_or_default();
    cx.fault(at, Fault::Cycle { relation, ids: named.into_iter().map(|(_, id)| id).collect() });
}

/// Builds the reporting lines; a manager that nobody stated is noted, and stands for none.
fn forest(cx: &mut Resolver, seats: &[Seat<Sym>], managers: &[Option<Sym>]) -> Option<Forest> {
    let parents = seats.iter().zip(managers).map(|(seat, manager)| match manager {
        None => NONE,
        Some(manager) => {
            let known = cx.positions.get(*manager);
            if known.is_none() {
                cx.position(*manager, |names| position_path(names, seat.id).key("reports-to"));
            }
            known.map_or(NONE, |ix| small(ix.index()))
        }
    });
    match Forest::new(parents) {
        Ok(forest) => Some(forest),
        Err(found) => {
            let ids: Vec<Sym> = seats.iter().map(|seat| seat.id).collect();
            for cycle in found {
                report_cycle(cx, "positions report", &ids, &cycle, |_, id| {
                    Path::new().key("positions").key(id).key("reports-to")
                });
            }
            None
        }
    }
}

fn seats(cx: &mut Resolver, seats: Vec<Seat<Sym>>) -> Vec<Seat<RoleIx>> {
    let resolve = |seat: Seat<Sym>| {
        let role = cx.role(seat.role, |names| position_path(names, seat.id).key("role"));
        if let Some(holder) = seat.holder.filter(|&holder| holder != seat.id) {
            cx.check_id(Kind::Person, holder, |names| position_path(names, seat.id).key("holder"));
        }
        Seat { id: seat.id, role, holder: seat.holder }
    };
    seats.into_iter().map(resolve).collect()
}

fn extras(cx: &mut Resolver, seats: &[Seat<RoleIx>], extras: Extras<Sym, Sym>) -> OrgExtras {
    let id_at = |row: usize| seats.get(row).map(|seat| seat.id);
    let at = |names: &Names, row: usize, field: &str| {
        id_at(row).map(|id| position_path(names, id)).unwrap_or_default().key(field)
    };
    let lists = [
        (&extras.channels, "channels", Kind::Channel),
        (&extras.dotted, "dotted-lines", Kind::Position),
        (&extras.works_with, "works-with", Kind::Position),
    ];
    for (rows, field, kind) in lists {
        for row in 0..if rows.is_empty() { 0 } else { seats.len() } {
            let own = id_at(row).filter(|_| kind == Kind::Position);
            cx.check_list(kind, rows.row(row), own, |names| at(names, row, field));
        }
    }
    for (row, &person) in extras.acting.iter() {
        cx.check_id(Kind::Person, person, |names| at(names, row, "acting"));
    }
    OrgExtras {
        channels: extras
            .channels
            .map_at(|row, place, sym| cx.channel(sym, |names| at(names, row, "channels").index(place))),
        dotted: extras
            .dotted
            .map_at(|row, place, sym| cx.position(sym, |names| at(names, row, "dotted-lines").index(place))),
        works_with: extras
            .works_with
            .map_at(|row, place, sym| cx.position(sym, |names| at(names, row, "works-with").index(place))),
        title: extras.title,
        acting: extras.acting,
        budget: extras.budget,
        approves_up_to: extras.approves_up_to,
        pay: extras.pay,
        fte: extras.fte,
        level: extras.level,
        decides: extras.decides,
    }
}

fn delegations(cx: &mut Resolver, delegations: Vec<DelegationData<Sym, Sym>>) -> Vec<OrgDelegation> {
    let mut index = 0;
    let resolve = |delegation: DelegationData<Sym, Sym>| {
        let at = Path::new().key("delegations").index(index);
        index += 1;
        let DelegationData { from, to, channel, amount, limits, valid, sub_delegation } = delegation;
        if from == to {
            let id = cx.text(to);
            cx.fault(at.clone().key("to"), Fault::SelfReference { kind: Kind::Position, id });
        }
        DelegationData {
            from: cx.position(from, |_| at.clone().key("from")),
            to: cx.position(to, |_| at.clone().key("to")),
            channel: channel.map(|channel| cx.channel(channel, |_| at.key("channel"))),
            amount,
            limits,
            valid,
            sub_delegation,
        }
    };
    delegations.into_iter().map(resolve).collect()
}

fn outcomes(cx: &mut Resolver, outcomes: Vec<OutcomeData<Sym, Sym>>) -> Vec<OrgOutcome> {
    let list = |cx: &mut Resolver, list: Vec<Sym>, at: Path| {
        cx.check_list(Kind::Position, &list, None, |_| at.clone());
        let resolve = |(place, sym)| cx.position(sym, |_| at.clone().index(place));
        list.into_iter().enumerate().map(resolve).collect()
    };
    let resolve = |(index, outcome): (usize, OutcomeData<Sym, Sym>)| {
        let at = Path::new().key("outcomes").index(index);
        let rests_on = build_risk::rests_on(cx, index, &outcome);
        OutcomeData {
            id: outcome.id,
            name: outcome.name,
            kind: outcome.kind,
            about: outcome.about,
            risk: outcome.risk,
            channel: outcome.channel.map(|channel| cx.channel(channel, |_| at.clone().key("channel"))),
            accountable: cx.position(outcome.accountable, |_| at.clone().key("accountable")),
            responsible: list(cx, outcome.responsible, at.clone().key("responsible")),
            consulted: list(cx, outcome.consulted, at.clone().key("consulted")),
            informed: list(cx, outcome.informed, at.key("informed")),
            probability: outcome.probability,
            loss: outcome.loss,
            rests_on,
            fails_with: outcome.fails_with,
        }
    };
    let outcomes: Vec<OrgOutcome> = outcomes.into_iter().enumerate().map(resolve).collect();
    build_risk::check(cx, &outcomes);
    outcomes
}

fn kpis(cx: &mut Resolver, kpis: Vec<KpiData<Sym, Sym, Sym>>) -> Vec<OrgKpi> {
    let ids: Vec<Sym> = kpis.iter().map(|kpi| kpi.id).collect();
    let at = |index: usize| Path::new().key("kpis").index(index);
    let parent = |kpi: &KpiData<Sym, Sym, Sym>| kpi.contributes_to.and_then(|to| cx.kpis.get(to));
    let parents: Vec<u32> = kpis.iter().map(|kpi| parent(kpi).map_or(NONE, |to| small(to.index()))).collect();
    let resolve = |(index, kpi): (usize, KpiData<Sym, Sym, Sym>)| KpiData {
        id: kpi.id,
        name: kpi.name,
        target: kpi.target,
        owner: cx.position(kpi.owner, |_| at(index).key("owner")),
        contributes_to: kpi.contributes_to.map(|kpi| cx.kpi(kpi, |_| at(index).key("contributes-to"))),
        outcome: kpi.outcome.map(|outcome| cx.outcome(outcome, |_| at(index).key("measures"))),
    };
    let kpis: Vec<OrgKpi> = kpis.into_iter().enumerate().map(resolve).collect();
    for cycle in Forest::new(parents.into_iter()).err().unwrap_or_default() {
        report_cycle(cx, "KPIs contribute", &ids, &cycle, |index, _| at(index).key("contributes-to"));
    }
    kpis
}

/// Checks that all amounts that are ever added up fit together, so that no sum of some can overflow.
fn check_total(cx: &mut Resolver, extras: &OrgExtras, delegations: &[OrgDelegation]) {
    let budgets = extras.budget.iter().map(|(_, money)| i128::from(money.minor()));
    let delegated = delegations.iter().map(|delegation| i128::from(delegation.amount.minor()));
    if i128::from(i64::MAX) < budgets.chain(delegated).sum() {
        cx.fault(Path::new(), Fault::TotalOverflow);
    }
}

fn group(count: usize, positions: impl Iterator<Item = PositionIx> + Clone) -> Rows<u32> {
    Rows::group(count, positions.map(|ix| small(ix.index())).zip(0..))
}

fn reverse(count: usize, rows: &Rows<PositionIx>) -> Rows<u32> {
    if rows.is_empty() {
        return Rows::default();
    }
    let pairs: Vec<(u32, u32)> = rows.iter().map(|(from, to)| (small(to.index()), small(from))).collect();
    Rows::group(count, pairs.into_iter())
}

fn holdings(seats: &[Seat<RoleIx>]) -> Vec<(Sym, PositionIx)> {
    let held =
        seats.iter().enumerate().filter_map(|(index, seat)| Some((seat.holder?, PositionIx::new(index))));
    let mut holdings: Vec<_> = held.collect();
    holdings.sort_unstable();
    holdings
}

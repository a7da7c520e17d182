//! What a simulation of an org may assume.

use std::ops::Range;

use indexmap::IndexMap;
use proptest::prelude::*;

use crate::calendar::Weekday;
use crate::org::{Channel, Org, Position};
use crate::simulate::assumptions::{
    Assumptions, DeskAssumptions, MovesWithin, Panel, QueueOrder, RequestAssumptions, Route,
    StaffAssumptions, VacantSeats, WorkingHours,
};
use crate::simulate::{Distribution, DistributionError};

/// Makes assumptions that a simulation of an org may have: each field stated or not, for all and for some of its channels,
/// desks and positions.
///
/// Every draw passes [`Assumptions::check`], and names ids of the org alone. Rates are such that a year is simulated in some
/// milliseconds: up to 6 requests a day on a channel, 40 absences and 20 leavings a year. Up to 10 days are warm-up, so that
/// there must be more days than that. Shrinks to the defaults.
///
/// ```
/// use std::sync::Arc;
///
/// use bagan::parse_date;
/// use bagan::simulate::Simulation;
/// use bagan::strategies::{OrgParams, assumptions_of, org};
/// use proptest::prelude::*;
///
/// let (from, until) = (parse_date("2026-07-01")?, parse_date("2026-08-01")?);
/// let drawn = org(OrgParams::default()).prop_map(Arc::new).prop_flat_map(|org| {
///     let assumed = assumptions_of(&org);
///     (Just(org), assumed)
/// });
/// proptest!(ProptestConfig::with_cases(16), |((org, assumed) in drawn)| {
///     let outcomes = Simulation::new(assumed, from, until).replications(2).run(org)?;
///     let spend = outcomes.figure("spend").and_then(|spend| spend.estimate.least());
///     prop_assert!(0.0 <= spend.unwrap_or_default());
/// });
/// # Ok::<(), bagan::CalendarError>(())
/// ```
pub fn assumptions_of(org: &Org) -> BoxedStrategy<Assumptions> {
    let channels: Vec<String> = org.channels().map(|channel: Channel<'_>| channel.id().to_owned()).collect();
    let positions: Vec<String> = org.positions().map(|seat: Position<'_>| seat.id().to_owned()).collect();
    let route = prop::sample::select(Route::ALL);
    Draw::<Assumptions>::new()
        .field(0..=10_u32, |all, days| all.warm_up_days = days.unwrap_or_default())
        .field(route, |all, route| all.route = route.unwrap_or_default())
        .field(0.0..=1.0, |all, rho: Option<f64>| all.failures.correlation = rho.unwrap_or_default())
        .field(requests(), |all, requests| all.requests = requests.unwrap_or_default())
        .field(some_of(&channels, &requests()), |all, own| all.channels = own.unwrap_or_default())
        .field(desk(), |all, desk| all.desk = desk.unwrap_or_default())
        .field(some_of(&positions, &desk()), |all, own| all.desks = own.unwrap_or_default())
        .field(staff(), |all, staff| all.staff = staff.unwrap_or_default())
        .field(some_of(&positions, &staff()), |all, own| all.positions = own.unwrap_or_default())
        .0
}

/// Requests on a channel: a line for each field.
fn requests() -> BoxedStrategy<RequestAssumptions> {
    Draw::<RequestAssumptions>::new()
        .field(0.0..6.0, |requests, per_day| requests.per_day = per_day)
        .field(distribution(0.0..1e8), |requests, amount| requests.amount = amount)
        .field(hours(), |requests, hours| requests.hours = hours)
        .field(prop::array::uniform12(0.0..2.0), |requests, months| requests.months = months)
        .field(0.0..=1.0, |requests, share| requests.bad_share = share)
        .field(0..=3_u32, |requests, appeals| requests.appeals = appeals)
        .field(distribution(0.0..3.0), |requests, delivery| requests.delivery = delivery)
        .0
}

/// Work at a desk: a line for each field.
fn desk() -> BoxedStrategy<DeskAssumptions> {
    Draw::<DeskAssumptions>::new()
        .field(hours(), |desk, hours| desk.hours = hours)
        .field(distribution(0.01..120.0), |desk, service| desk.service = service)
        .field(0.0..0.95, |desk, share| desk.other_work = share)
        .field(prop::sample::select(QueueOrder::ALL), |desk, order| desk.order = order)
        .field(1..=4_u32, |desk, servers| desk.servers = servers)
        .field(1..=20_u32, |desk, room| desk.room = room)
        .field(0.0..0.9, |desk, share| desk.rework = share)
        .field(0.0..=1.0, |desk, chance| desk.accepts_good = chance)
        .field(0.0..=1.0, |desk, chance| desk.accepts_bad = chance)
        .field(panel(), |desk, panel| desk.panel = panel)
        .0
}

fn panel() -> BoxedStrategy<Panel> {
    (1..=5_u32)
        .prop_flat_map(|members| (Just(members), 1..=members))
        .prop_map(|(of, k)| Panel::new(of, k))
        .boxed()
}

/// Comings and goings in a position: a line for each field.
fn staff() -> BoxedStrategy<StaffAssumptions> {
    Draw::<StaffAssumptions>::new()
        .field(0.0..40.0, |staff, rate| staff.absences_per_year = rate)
        .field(distribution(0.0..20.0), |staff, days| staff.absence_days = days)
        .field(0.0..20.0, |staff, rate| staff.leaving_per_year = rate)
        .field(distribution(0.0..60.0), |staff, days| staff.days_to_fill = days)
        .field(0.0..=1.0, |staff, share| staff.filled_from_within = share)
        .field(distribution(0.0..20.0), |staff, days| staff.days_to_promote = days)
        .field(prop::sample::select(MovesWithin::ALL), |staff, moves| staff.moves_within = moves)
        .field(distribution(0.0..90.0), |staff, days| staff.onboarding_days = days)
        .field(0.1..=1.0, |staff, speed| staff.onboarding_speed = speed)
        .field(prop::sample::select(VacantSeats::ALL), |staff, fate| staff.vacant_seats = fate)
        .0
}

/// A struct whose fields are stated one after the other, each or not.
struct Draw<T: std::fmt::Debug>(BoxedStrategy<T>);

impl<T: Clone + Default + std::fmt::Debug + 'static> Draw<T> {
    fn new() -> Self {
        Self(Just(T::default()).boxed())
    }

    fn field<S>(self, values: S, set: fn(&mut T, Option<S::Value>)) -> Self
    where
        S: Strategy + 'static,
        S::Value: Clone,
    {
        let drawn = (self.0, prop::option::of(values)).prop_map(move |(mut whole, value)| {
            set(&mut whole, value);
            whole
        });
        Self(drawn.boxed())
    }
}

/// Up to three of some ids, each with something of its own.
fn some_of<T: Clone + std::fmt::Debug + 'static>(
    ids: &[String],
    own: &BoxedStrategy<T>,
) -> BoxedStrategy<IndexMap<String, T>> {
    if ids.is_empty() {
        return Just(IndexMap::new()).boxed();
    }
    let pairs = (prop::sample::select(ids.to_vec()), own.clone());
    prop::collection::vec(pairs, 0..=3).prop_map(|pairs| pairs.into_iter().collect()).boxed()
}

fn hours() -> BoxedStrategy<WorkingHours> {
    let days = prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7);
    let hours = (0..24_u8, 1..=24_u8, days);
    hours.prop_map(|(from, length, days)| WorkingHours { from, until: (from + length).min(24), days }).boxed()
}

/// A distribution of any form and of such a size, but for tails.
fn distribution(sizes: Range<f64>) -> BoxedStrategy<Distribution> {
    let above_zero = sizes.start.max(1e-3)..sizes.end;
    let (size, spread) = (move || sizes.clone(), || 0.0..3.0);
    prop_oneof![
        made(size(), Distribution::constant),
        made(size(), Distribution::exponential),
        made((size(), spread()), |(mean, spread)| Distribution::lognormal(mean, spread)),
        made((size(), spread()), |(mean, spread)| Distribution::gamma(mean, spread)),
        made((size(), size()), |(one, two): (f64, f64)| Distribution::uniform(one.min(two), one.max(two))),
        made([size(), size(), size()], |mut ends: [f64; 3]| {
            ends.sort_by(f64::total_cmp);
            let [least, likely, most] = ends;
            Distribution::pert(least, likely, most)
        }),
        made((above_zero, 1.1..4.0), |(least, tail)| Distribution::pareto(least, tail)),
        made(prop::collection::vec(size(), 1..4), Distribution::empirical),
    ]
    .boxed()
}

/// What a constructor makes of values for which it does not fail.
#[expect(clippy::expect_used, reason = "invariant: strategies draw numbers that distributions may have")]
fn made<S>(
    values: S,
    make: impl Fn(S::Value) -> Result<Distribution, DistributionError> + 'static,
) -> BoxedStrategy<Distribution>
where
    S: Strategy + 'static,
{
    values.prop_map(move |value| make(value).expect("drawn numbers make a distribution")).boxed()
}

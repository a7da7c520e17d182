//! Makers of specs that build: a parent's index is below its own, ids are distinct, lists name nothing twice.

use bagan::{
    Amount, AverageSpec, BUILT_IN_ROLES, ChannelSpec, Currency, Date, DecisionRight, DelegationSpec,
    FailsWith, Interval, KpiSpec, Level, LevelsSpec, LimitsSpec, Money, MonthDay, OrgSpec, OrganizationSpec,
    OutcomeKind, OutcomeSpec, OutcomeTopic, Pacing, PacingPeriod, Path, PayBandSpec, Permission,
    PlatformSpec, PolicySpec, PositionSpec, Profile, Quantity, Risk, RoleClass, RoleSpec, Seniority,
    StandInSpec, ThresholdsSpec, WaiverSpec, Weekday, check_id,
};
use proptest::option::of as maybe;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// Makes a spec with something in every section.
pub(crate) fn spec() -> impl Strategy<Value = OrgSpec> {
    (ids(8), ids(4), ids(4), ids(4)).prop_flat_map(|(positions, channels, roles, things)| {
        let parts = (
            organization(),
            all(&channels, |_| text().prop_map(|name| ChannelSpec::new(&name)).boxed()),
            all(&roles, role),
            all(&positions, {
                let (positions, channels, roles) = (positions.clone(), channels.clone(), roles.clone());
                move |at| position(at, &positions, &channels, &roles).boxed()
            }),
            (stand_ins(&positions), platforms(), delegations(&positions, &channels)),
            all(&things, outcome(&positions, &channels)),
            all(&things, kpi(&things, &positions)),
            policy(),
            prop::collection::vec(waiver(), 0..3),
        );
        parts.prop_map(
            move |(
                organization,
                names,
                classes,
                seats,
                (stand_ins, platforms, delegations),
                outcomes,
                kpis,
                policy,
                waivers,
            )| {
                let mut spec = OrgSpec::new(organization);
                spec.channels = channels.iter().cloned().zip(names).collect();
                spec.roles = roles.iter().cloned().zip(classes).collect();
                if spec.delegations.len() % 2 == 1 {
                    spec.roles.insert("specialist".to_owned(), RoleSpec::default());
                }
                for at in 0..spec.roles.len() {
                    let (id, role) = spec.roles.get_index_mut(at).unwrap();
                    if BUILT_IN_ROLES.iter().any(|built_in| built_in.id == id) {
                        role.class = None;
                    }
                    // The ladder leads up the list, so that it has no circle.
                    let next = roles.get(at + 1..).unwrap_or_default().iter().take(2).cloned().collect();
                    role.next = (at % 3 != 0).then_some(next);
                }
                spec.positions = positions.iter().cloned().zip(seats).collect();
                spec.platforms = platforms;
                spec.stand_ins = stand_ins;
                spec.delegations = delegations;
                spec.outcomes = outcomes;
                spec.kpis = kpis;
                spec.policy = policy;
                spec.waivers = waivers;
                spec
            },
        )
    })
}

/// Makes one value a place of a list of ids.
fn all<T: std::fmt::Debug>(
    ids: &[String],
    make: impl Fn(usize) -> BoxedStrategy<T>,
) -> Vec<BoxedStrategy<T>> {
    (0..ids.len()).map(make).collect()
}

/// Makes distinct ids: plain ones, ones that need quotes, ones of any script, ones that differ in case alone.
fn ids(most: usize) -> impl Strategy<Value = Vec<String>> {
    let id = prop_oneof![
        4 => "[a-z]{1,6}(-[a-z0-9_]{1,3})?",
        1 => select(vec!["a.b", "a b", "\"", "'", "\\", "#", "=", "[x]", "SEO", "seo", "true", "1", "2026-01-01", "é"])
            .prop_map(str::to_owned),
        1 => "\\PC{1,8}".prop_filter("an id", |text| check_id(text).is_ok()),
    ];
    prop::collection::btree_set(id, 1..most)
        .prop_map(|ids| ids.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[A-Za-z ]{1,12}", 1 => any::<String>(), 1 => "[\"'\\\\\\n\\r\\t\\x00\\x1b]{1,6}"]
}

/// Makes an amount that is written as the crate writes it.
fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![3 => 0..1_000_000_i64, 2 => (0..10_000_i64).prop_map(|units| units * 100)].prop_map(of_minor)
}

/// Makes an amount up to the largest; such amounts may not be added up.
fn any_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![amount(), (0..=i64::MAX).prop_map(of_minor), Just(of_minor(i64::MAX))]
}

fn of_minor(minor: i64) -> Amount {
    Amount::of(Money::from_minor(minor), Currency::from_code("IDR").unwrap())
}

fn quantity() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        (0..3_000_000_i128).prop_map(Quantity::from_millionths),
        any::<i64>().prop_map(Quantity::from),
        (i128::MIN / 2..i128::MAX / 2).prop_map(Quantity::from_millionths),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (0..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn word<T: Copy + std::fmt::Debug + 'static>(words: &'static [T]) -> impl Strategy<Value = T> {
    select(words)
}

fn organization() -> impl Strategy<Value = OrganizationSpec> {
    (text(), 1..=12_i8, 1..=28_i8, word(Weekday::ALL)).prop_map(|(name, month, day, week_starts)| {
        let mut spec = OrganizationSpec::new(&name, "IDR");
        spec.fiscal_year_starts = MonthDay::new(month, day).unwrap();
        spec.week_starts = week_starts;
        spec
    })
}

fn role(_: usize) -> BoxedStrategy<RoleSpec> {
    let levels = (word(Seniority::ALL), word(Seniority::ALL));
    let parts = (word(RoleClass::ALL), maybe(text()), maybe(any_amount()), maybe(pay_band()), maybe(levels));
    let role = parts.prop_map(|(class, name, approves_up_to, pay_band, levels)| {
        let mut role = RoleSpec::new(class);
        role.name = name;
        role.approves_up_to = approves_up_to;
        role.pay_band = pay_band;
        role.levels = levels.map(|(lowest, highest)| LevelsSpec::new(lowest, highest));
        role
    });
    role.boxed()
}

fn pay_band() -> impl Strategy<Value = PayBandSpec> {
    (0..1_000_i64, 0..1_000_i64, 0..1_000_i64).prop_map(|(minimum, midpoint, maximum)| {
        let mut band = PayBandSpec::new(of_minor(minimum), of_minor(maximum));
        band.midpoint = Some(of_minor(midpoint));
        band
    })
}

fn position(
    at: usize,
    positions: &[String],
    channels: &[String],
    roles: &[String],
) -> impl Strategy<Value = PositionSpec> + use<> {
    let others: Vec<String> = positions.iter().filter(|id| **id != positions[at]).cloned().collect();
    let built_in = ["cmo", "specialist", "other"].map(str::to_owned);
    let role = select([roles, &built_in].concat());
    let manager = if at == 0 { Just(None).boxed() } else { maybe(select(positions[..at].to_vec())).boxed() };
    let people = (maybe(ids(2)), maybe(ids(2)), maybe(text()));
    let lines = (manager, some_of(&others), some_of(&others), some_of(channels));
    let amounts = (maybe(amount()), maybe(any_amount()), maybe(any_amount()));
    let rest = (subsequence(DecisionRight::ALL, 0..=4), maybe(word(Seniority::ALL)), maybe(quantity()));
    (role, people, lines, amounts, rest).prop_map(|(role, people, lines, amounts, rest)| {
        let mut spec = PositionSpec::new(&role);
        spec.holder = people.0.map(|ids| ids[0].clone());
        spec.acting = people.1.map(|ids| ids[0].clone());
        spec.title = people.2;
        (spec.reports_to, spec.dotted_lines, spec.works_with, spec.channels) = lines;
        (spec.budget, spec.approves_up_to, spec.pay) = amounts;
        (spec.decides, spec.level, spec.fte) = rest;
        spec
    })
}

/// Makes a list of some of the ids, each once, in any order.
fn some_of(ids: &[String]) -> impl Strategy<Value = Vec<String>> + use<> {
    subsequence(ids.to_vec(), 0..=ids.len()).prop_shuffle()
}

fn interval() -> impl Strategy<Value = Interval> {
    (maybe(date()), maybe(date())).prop_map(|(from, until)| Interval::new(from, until).unwrap_or_default())
}

/// Makes platforms: some of the user's own, some built in and stated anew.
fn platforms() -> impl Strategy<Value = indexmap::IndexMap<String, PlatformSpec>> {
    let id = prop_oneof![
        select(vec!["google-ads", "meta", "own ads", "数字"]).prop_map(str::to_owned),
        "[a-z]{1,6}"
    ];
    let factor = || (1_000_000..1_000_000_000_000_000_000_000_i128).prop_map(Quantity::from_millionths);
    let period = prop_oneof![Just(PacingPeriod::Month), word(Weekday::ALL).prop_map(PacingPeriod::Week)];
    let pacing =
        (factor(), period, factor()).prop_map(|(day, period, factor)| Pacing::new(day, period, factor));
    prop::collection::vec((id, pacing.prop_map(PlatformSpec::new)), 0..4)
        .prop_map(|platforms| platforms.into_iter().collect())
}

fn stand_ins(positions: &[String]) -> BoxedStrategy<Vec<StandInSpec>> {
    if positions.len() < 2 {
        return Just(Vec::new()).boxed();
    }
    let ends = subsequence(positions.to_vec(), 2).prop_shuffle();
    let stand_in = (ends, interval(), maybe(text())).prop_map(|(ends, valid, reason)| {
        let mut spec = StandInSpec::new(&ends[0], &ends[1], valid);
        spec.reason = reason;
        spec
    });
    prop::collection::vec(stand_in, 0..4).boxed()
}

fn delegations(positions: &[String], channels: &[String]) -> BoxedStrategy<Vec<DelegationSpec>> {
    if positions.len() < 2 {
        return Just(Vec::new()).boxed();
    }
    let ends = subsequence(positions.to_vec(), 2);
    let limits = (maybe(any_amount()), maybe(any_amount()), maybe(any_amount()), maybe(any_amount()));
    let valid = interval();
    // The platforms may be stated or not: what is built in is there anyway.
    let average = maybe((any_amount(), select(vec!["google-ads", "meta"])));
    let parts = (
        ends,
        maybe(select(channels.to_vec())),
        amount(),
        (limits, average),
        valid,
        maybe(word(Permission::ALL)),
    );
    let delegation = parts.prop_map(|(ends, channel, amount, (limits, average), valid, sub_delegation)| {
        let mut spec = DelegationSpec::new(&ends[0], &ends[1], amount);
        spec.channel = channel;
        let mut set = LimitsSpec::default();
        (set.transaction, set.day, set.week, set.month) = limits;
        set.average = average.map(|(day, platform)| AverageSpec::new(day, platform));
        spec.limits = set;
        spec.valid = valid;
        spec.sub_delegation = sub_delegation;
        spec
    });
    prop::collection::vec(delegation, 0..4).boxed()
}

fn outcome(positions: &[String], channels: &[String]) -> impl Fn(usize) -> BoxedStrategy<OutcomeSpec> {
    let (positions, channels) = (positions.to_vec(), channels.to_vec());
    move |at| {
        let who = select(positions.clone());
        let lists = (some_of(&positions), some_of(&positions), some_of(&positions));
        let channel = maybe(select(channels.clone()));
        let about = prop::collection::vec(word(OutcomeTopic::ALL), 0..3);
        let parts =
            (maybe(text()), word(OutcomeKind::ALL), about, channel, maybe(word(Risk::ALL)), who, lists);
        let fails_with =
            prop_oneof![Just(FailsWith::Any), Just(FailsWith::All), (1..9_u32).prop_map(FailsWith::AtLeast)];
        let probability = maybe((0..=1_000_000_i128).prop_map(Quantity::from_millionths));
        // What an outcome rests on stands before it, so that there is no circle.
        let before: Vec<String> = (0..at).map(|at| format!("outcome {at}")).collect();
        let parts = (parts, (probability, maybe(amount()), some_of(&before), fails_with));
        let outcome =
            parts.prop_map(move |((name, kind, about, channel, risk, accountable, lists), risks)| {
                let mut spec = OutcomeSpec::new(&format!("outcome {at}"), kind, &accountable);
                (spec.name, spec.about, spec.channel, spec.risk) = (name, about, channel, risk);
                (spec.responsible, spec.consulted, spec.informed) = lists;
                (spec.probability, spec.loss, spec.rests_on, spec.fails_with) = risks;
                if spec.fails_with.of(spec.rests_on.len()).is_none() {
                    spec.fails_with = FailsWith::Any;
                }
                spec
            });
        outcome.boxed()
    }
}

fn kpi(kpis: &[String], positions: &[String]) -> impl Fn(usize) -> BoxedStrategy<KpiSpec> {
    let (kpis, positions) = (kpis.to_vec(), positions.to_vec());
    move |at| {
        let (id, above) = (kpis[at].clone(), kpis[..at].to_vec());
        let parts =
            (maybe(text()), select(positions.clone()), maybe(quantity()), any::<Index>(), any::<bool>());
        let kpi = parts.prop_map(move |(name, owner, target, whole, measures)| {
            let mut spec = KpiSpec::new(&id, &owner);
            (spec.name, spec.target) = (name, target);
            spec.contributes_to = (!above.is_empty()).then(|| whole.get(&above).clone());
            spec.measures = measures.then(|| format!("outcome {at}"));
            spec
        });
        kpi.boxed()
    }
}

fn policy() -> impl Strategy<Value = PolicySpec> {
    let levels = prop::collection::vec((text(), word(Level::ALL)), 0..3);
    let counts = (maybe(any::<u32>()), maybe(any::<u32>()), maybe(any::<u32>()), maybe(any::<u32>()));
    let figures = (maybe(quantity()), maybe(quantity()), maybe(quantity()), maybe(any_amount()));
    let of_accountability = (maybe(any::<u32>()), maybe(quantity()));
    (maybe(word(Profile::ALL)), levels, counts, figures, of_accountability).prop_map(
        |(profile, levels, counts, figures, of_accountability)| {
            let mut thresholds = ThresholdsSpec::default();
            (
                thresholds.span_at_most,
                thresholds.span_at_least,
                thresholds.layers_at_most,
                thresholds.partners_at_least,
            ) = counts;
            (
                thresholds.overcommit,
                thresholds.idle_share_at_most,
                thresholds.manager_midpoint_at_least,
                thresholds.dual_control_above,
            ) = figures;
            (thresholds.outcomes_at_most, thresholds.concentration_at_most) = of_accountability;
            let mut spec = PolicySpec::default();
            spec.profile = profile;
            spec.levels = levels.into_iter().filter(|(rule, _)| rule.len() <= bagan::ID_MAX_LEN).collect();
            spec.thresholds = thresholds;
            spec
        },
    )
}

fn waiver() -> impl Strategy<Value = WaiverSpec> {
    let step = prop_oneof![any::<String>().prop_map(Ok), any::<usize>().prop_map(Err)];
    let path = prop::collection::vec(step, 0..4).prop_map(|steps| {
        steps.into_iter().fold(Path::new(), |path, step| match step {
            Ok(key) => path.key(&key),
            Err(index) => path.index(index),
        })
    });
    (text(), path, text(), maybe(text()), maybe(date())).prop_map(|(rule, at, reason, owner, until)| {
        let mut spec = WaiverSpec::new(&rule, at, &reason);
        (spec.owner, spec.until) = (owner, until);
        spec
    })
}

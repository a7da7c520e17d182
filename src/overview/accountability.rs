//! Outcomes, KPIs and decision rights, and with whom they lie.

use crate::metrics::Concentration;
use crate::org::{Org, OutcomeKind, OutcomeTopic, Position};
use crate::overview::figure::{Figure, Measure, Missing, Part, Side, Unit};
use crate::overview::scene::{NO_OUTCOME, Scene};
use crate::role::{DecisionRight, RoleClass};
use crate::rules::accountability::{
    AccountableVacant, AuthorityWithoutAccountability, ChannelWithoutOwner, NobodyResponsible, RoiUnowned,
    TeamPerformanceUnowned,
};
use crate::rules::kpi::{KpiAdrift, ManagerWithoutKpi};

const NO_KPI: &str = "no KPI is stated";

pub(super) fn figures<'o>(cx: &Scene<'o>) -> Vec<Figure<'o>> {
    let org = cx.org;
    let spread = Concentration::of_accountability(org);
    vec![
        outcomes(org),
        topics(org),
        cx.of_outcomes("vacant_accountable", Unit::Outcomes, &AccountableVacant),
        cx.of_outcomes("nobody_responsible", Unit::Outcomes, &NobodyResponsible),
        cx.of_outcomes("channels_without_owner", Unit::Channels, &ChannelWithoutOwner),
        cx.of_outcomes("answering_for_nothing", Unit::Positions, &AuthorityWithoutAccountability),
        cx.of_outcomes("teams_unowned", Unit::Positions, &TeamPerformanceUnowned),
        cx.of_outcomes("roi_unowned", Unit::Positions, &RoiUnowned),
        most_outcomes(cx),
        Figure::count("accountable", Unit::Positions, accountable(org).count()),
        Figure::new(
            "equally_accountable",
            Unit::Positions,
            spread
                .map(|spread| Measure::Number(spread.effective_number()))
                .ok_or(Missing::Unstated(NO_OUTCOME)),
        ),
        kpis(org),
        cx.found("kpis_adrift", Unit::Kpis, &KpiAdrift),
        managers_without_kpi(cx),
        decisions(org),
    ]
}

fn outcomes(org: &Org) -> Figure<'_> {
    let of = |kind| org.outcomes().filter(move |outcome| outcome.kind() == kind).count();
    let kinds = OutcomeKind::ALL.iter().map(|kind| Part::word(kind.as_str(), Measure::of(of(*kind))));
    Figure::count("outcomes", Unit::Outcomes, org.outcomes().len()).parts(kinds)
}

/// The outcomes that say what they are about, by topic; one may be about several.
fn topics(org: &Org) -> Figure<'_> {
    let about = |topic| org.outcomes().filter(move |outcome| outcome.is_about(topic)).count();
    let topics = OutcomeTopic::ALL.iter().map(|topic| (topic.as_str(), about(*topic)));
    let parts =
        topics.filter(|(_, count)| *count != 0).map(|(topic, count)| Part::word(topic, Measure::of(count)));
    let all = org.outcomes().filter(|outcome| outcome.about().len() != 0).count();
    Figure::count("with_a_topic", Unit::Outcomes, all).parts(parts)
}

fn accountable(org: &Org) -> impl Iterator<Item = Position<'_>> + Clone {
    org.positions().filter(|position| position.accountable_for().len() != 0)
}

fn most_outcomes<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let most = cx.settings.outcomes_at_most;
    let own = || accountable(cx.org).filter(|position| position.class() != RoleClass::External);
    let counts = || own().map(|position| (position, position.accountable_for().len()));
    let value = counts().map(|(_, count)| count).max().map(Measure::of).ok_or(Missing::Unstated(NO_OUTCOME));
    let beyond: Vec<_> = counts().filter(|(_, count)| (most as usize) < *count).collect();
    Figure::new("most_outcomes", Unit::Outcomes, value)
        .compared("outcomes-at-most", Side::AtMost, Measure::Count(most.into()), beyond.is_empty())
        .largest(beyond)
}

fn kpis(org: &Org) -> Figure<'_> {
    let with_target = org.kpis().filter(|kpi| kpi.target().is_some()).count();
    let measuring = org.kpis().filter(|kpi| kpi.measures().is_some()).count();
    Figure::count("kpis", Unit::Kpis, org.kpis().len()).parts([
        Part::word("with a target", Measure::of(with_target)),
        Part::word("of an outcome", Measure::of(measuring)),
    ])
}

fn managers_without_kpi<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let (name, unit) = ("managers_without_kpi", Unit::Positions);
    match cx.org.kpis().len() {
        0 => Figure::new(name, unit, Err(Missing::Unstated(NO_KPI))),
        _ => cx.found(name, unit, &ManagerWithoutKpi),
    }
}

/// The positions that state a decision right, and of them those who decide why, what, how and what now.
fn decisions(org: &Org) -> Figure<'_> {
    let deciding =
        |right| org.positions().filter(move |position| position.decides().any(|own| own == right)).count();
    let rights =
        DecisionRight::ALL.iter().map(|right| Part::word(right.as_str(), Measure::of(deciding(*right))));
    let all = org.positions().filter(|position| position.decides().len() != 0).count();
    Figure::count("deciding", Unit::Positions, all).parts(rights)
}

//! What hangs on how few, how likely it fails, and what that costs.

use crate::metrics::{BusFactor, Coverage};
use crate::money::Money;
use crate::org::{Org, Outcome, OutcomeKind};
use crate::overview::figure::{Figure, Measure, Missing, Part, PartOf, Unit};
use crate::overview::scene::{NO_OUTCOME, Scene};
use crate::risk::{Both, Correlation, Loss, RiskError, any_fails, burden, expected_loss, lacks_probability};
use crate::role::Risk;
use crate::rules::risk::{ManagerWithoutRisk, SinglePointOfFailure};

/// The share of the work that is left without anyone: more than half.
const LEFT: f64 = 0.5;

const NO_STRATEGY: &str = "no strategic outcome is stated";
const NO_PROBABILITY: &str = "not every outcome has a probability";
const NO_LOSS: &str = "not every outcome has a probability and a loss";

pub(super) fn figures<'o>(cx: &Scene<'o>) -> Vec<Figure<'o>> {
    let org = cx.org;
    let mut figures = vec![
        cx.found("channels_on_one_person", Unit::Channels, &SinglePointOfFailure),
        bus_factor("bus_factor_of_channels", &Coverage::of_channels(org), "nobody is assigned a channel"),
        bus_factor("bus_factor_of_outcomes", &Coverage::of_outcomes(org), NO_OUTCOME),
        levels(org),
        cx.of_outcomes("managers_without_risk", Unit::Positions, &ManagerWithoutRisk),
        without("without_probability", org, lacks_probability),
        without("without_loss", org, |outcome| outcome.loss().is_none()),
        strategic(cx),
        expected(cx),
    ];
    figures.extend(tail(cx));
    figures.push(bears_most(cx));
    figures
}

fn bus_factor<'o>(name: &'static str, work: &Coverage<&'o str>, undefined: &'static str) -> Figure<'o> {
    let Some(found) = work.bus_factor(LEFT) else {
        return Figure::new(name, Unit::People, Err(Missing::Undefined(undefined)));
    };
    let people = found.people();
    let measure = match (&found, Measure::of(people.len())) {
        (BusFactor::AtMost(_), Measure::Count(count)) => Measure::AtMost(count),
        (_, exact) => exact,
    };
    let parts = people.iter().map(|person| Part::named(PartOf::Person(person)));
    Figure::new(name, Unit::People, Ok(measure)).parts(parts)
}

/// The outcomes that state a risk, by level.
fn levels(org: &Org) -> Figure<'_> {
    let with = |risk| org.outcomes().filter(move |outcome| outcome.risk() == Some(risk)).count();
    let levels = Risk::ALL.iter().rev().map(|risk| Part::word(risk.as_str(), Measure::of(with(*risk))));
    let all = org.outcomes().filter(|outcome| outcome.risk().is_some()).count();
    Figure::count("with_a_risk", Unit::Outcomes, all).parts(levels)
}

fn without<'o>(name: &'static str, org: &'o Org, lacks: fn(Outcome<'o>) -> bool) -> Figure<'o> {
    let mut lacking: Vec<_> = org.outcomes().filter(|outcome| lacks(*outcome)).collect();
    lacking.sort_unstable_by_key(|outcome| outcome.id());
    let parts = lacking.iter().map(|outcome| Part::named(PartOf::Outcome(*outcome)));
    Figure::count(name, Unit::Outcomes, lacking.len()).parts(parts)
}

/// How likely at least one strategic outcome fails.
fn strategic<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let mut strategic =
        cx.org.outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Strategic).peekable();
    let value = match strategic.peek() {
        None => Err(Missing::Unstated(NO_STRATEGY)),
        Some(_) => known(any_fails(strategic, cx.assumed), NO_PROBABILITY),
    };
    with_both(cx, "any_strategy_fails", Unit::Probability, value, Measure::Number)
}

fn expected<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let value = stated(cx).and_then(|()| known(expected_loss(cx.org.outcomes(), cx.assumed), NO_LOSS));
    with_both(cx, "expected_loss", Unit::Currency, value, Measure::Amount)
}

/// How bad the worst years are for all outcomes together.
fn tail<'o>(cx: &Scene<'o>) -> [Figure<'o>; 2] {
    let loss =
        stated(cx).and_then(|()| known(burden(cx.org.outcomes(), cx.assumed).map(|all| all.loss), NO_LOSS));
    let of = |name, figure: fn(&Loss) -> Money| {
        let both = loss.clone().map(|loss| loss.map(|loss| figure(&loss)));
        with_both(cx, name, Unit::Currency, both, Measure::Amount)
    };
    [
        of("value_at_risk", |loss| loss.value_at_risk),
        of("conditional_value_at_risk", |loss| loss.conditional_value_at_risk),
    ]
}

/// The largest expected loss for which one position answers.
fn bears_most<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let (name, unit) = ("bears_most", Unit::Currency);
    let bearing = cx.org.positions().filter(|position| position.accountable_for().len() != 0);
    let losses = bearing.map(|position| {
        let loss = known(expected_loss(position.accountable_for(), cx.assumed), NO_LOSS)?;
        Ok((position, loss.independent))
    });
    match stated(cx).and_then(|()| losses.collect::<Result<Vec<_>, Missing>>()) {
        Err(missing) => Figure::new(name, unit, Err(missing)),
        Ok(mut losses) => {
            losses.sort_unstable_by_key(|(position, loss)| (std::cmp::Reverse(*loss), position.id()));
            let most = losses.first().map_or(Money::ZERO, |(_, loss)| *loss);
            Figure::new(name, unit, Ok(Measure::Amount(most))).parts(
                losses.into_iter().map(|(position, loss)| Part::with(position.into(), Measure::Amount(loss))),
            )
        }
    }
}

/// Says so if there is no outcome to lose anything by.
fn stated(cx: &Scene<'_>) -> Result<(), Missing> {
    if cx.org.outcomes().len() == 0 { Err(Missing::Unstated(NO_OUTCOME)) } else { Ok(()) }
}

/// Returns a figure that the org states enough for, and that is not too large.
fn known<T>(found: Result<Option<T>, RiskError>, unstated: &'static str) -> Result<T, Missing> {
    match found {
        Ok(figure) => figure.ok_or(Missing::Unstated(unstated)),
        Err(error) => Err(Missing::TooLarge(error.to_string())),
    }
}

/// A figure as if failures were independent, and where a correlation is assumed, with it.
fn with_both<'o, T: Copy>(
    cx: &Scene<'o>,
    name: &'static str,
    unit: Unit,
    value: Result<Both<T>, Missing>,
    measure: fn(T) -> Measure,
) -> Figure<'o> {
    let is_assumed = cx.assumed.correlation() != Correlation::INDEPENDENT;
    let correlated = value.as_ref().ok().filter(|_| is_assumed).map(|both| both.correlated);
    Figure::new(name, unit, value.map(|both| measure(both.independent)))
        .parts(correlated.map(|correlated| Part::word("correlated", measure(correlated))))
}

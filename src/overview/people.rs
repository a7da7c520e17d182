//! Persons, seats to fill, careers and pay.

use std::collections::BTreeMap;

use crate::career::{Cover, Ladder};
use crate::money::{Money, Quantity};
use crate::org::Position;
use crate::overview::figure::{Figure, Measure, Missing, Part, PartOf, Side, Unit};
use crate::overview::money::number;
use crate::overview::scene::Scene;
use crate::pay::{
    Cost, CostRollUp, PayBasis, SumTooLarge, compa_ratio, median, midpoint_gap, spreads, supervisor_premiums,
};
use crate::rules::career::NoSuccessor;
use crate::rules::pay::PayOutsideBand;

const NO_PAY: &str = "no position states its `pay`";
const NO_PAY_AND_BAND: &str = "no position has both a pay and a band";
const NO_VACANCY_WITH_BAND: &str = "no vacant position states its `pay` or has a role with a `pay-band`";

/// Pay is taken as it is stated.
const BASIS: PayBasis = PayBasis::AsStated;

pub(super) fn figures<'o>(cx: &Scene<'o>) -> Vec<Figure<'o>> {
    let mut figures = people(cx).to_vec();
    figures.extend([full_time(cx), succession(cx)]);
    figures.extend(costs(CostRollUp::of(cx.org).total()));
    figures.push(compa_ratios(cx));
    figures.push(outside_band(cx));
    figures.push(premium(cx));
    figures.push(gap(cx));
    figures
}

/// The persons who hold a position, or act in one that is vacant, and those in several.
fn people<'o>(cx: &Scene<'o>) -> [Figure<'o>; 2] {
    let seats = seats(cx);
    let several: Vec<_> = seats.iter().filter(|(_, seats)| 1 < **seats).collect();
    let parts =
        several.iter().map(|(person, seats)| Part::with(PartOf::Person(person), Measure::of(**seats)));
    [
        Figure::count("people", Unit::People, seats.len()),
        Figure::count("in_several_positions", Unit::People, several.len()).parts(parts),
    ]
}

/// By person, in how many positions they are.
fn seats<'o>(cx: &Scene<'o>) -> BTreeMap<&'o str, usize> {
    let mut seats = BTreeMap::new();
    for person in cx.org.positions().filter_map(Position::occupant) {
        *seats.entry(person).or_default() += 1;
    }
    seats
}

/// The shares of a full-time job that positions state, added up.
fn full_time<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let (name, unit) = ("full_time_equivalents", Unit::FullTime);
    let stated = || cx.org.positions().filter_map(Position::fte);
    let without = cx.org.position_count() - stated().count();
    if stated().next().is_none() {
        return Figure::new(name, unit, Err(Missing::Unstated("no position states its `fte`")));
    }
    let sum: i128 = stated().map(Quantity::millionths).fold(0, i128::saturating_add);
    Figure::new(name, unit, Ok(number(Quantity::from_millionths(sum))))
        .parts((without != 0).then(|| Part::word("not stated", Measure::of(without))))
}

/// The share of seats with reports for which somebody is ready, and the seats for which nobody is.
fn succession<'o>(cx: &Scene<'o>) -> Figure<'o> {
    if let Some(missing) = cx.switched_off(&NoSuccessor) {
        return Figure::new("succession_cover", Unit::Share, Err(missing));
    }
    let cover = Cover::of(&Ladder::of(cx.org));
    Figure::number("succession_cover", Unit::Share, cover.share(), "no seat with reports is on the ladder")
        .named(cover.uncovered())
}

/// What a year of pay costs, what of it is for those with reports, and what filling the vacancies would add.
fn costs<'o>(cost: Cost) -> [Figure<'o>; 4] {
    let amount = |name, counted: u32, unstated, sum: Result<Money, SumTooLarge>| {
        let value = match sum {
            _ if counted == 0 => Err(Missing::Unstated(unstated)),
            Ok(sum) => Ok(Measure::Amount(sum)),
            Err(error) => Err(Missing::TooLarge(error.to_string())),
        };
        Figure::new(name, Unit::Currency, value)
    };
    [
        amount("pay", cost.paid(), NO_PAY, cost.pay()),
        Figure::count("pay_not_stated", Unit::Positions, cost.unstated() as usize),
        Figure::number("management_share", Unit::Share, cost.management_share(), NO_PAY),
        amount("cost_of_vacancies", cost.priced_vacancies(), NO_VACANCY_WITH_BAND, cost.vacancies()),
    ]
}

/// The positions that are paid less or more than their band has; no zero where none has both a pay and a band.
fn outside_band<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let name = "outside_band";
    let mut banded = cx
        .org
        .positions()
        .filter(|position| position.pay().is_some() && position.role().pay_band().is_some());
    match banded.next() {
        None => Figure::new(name, Unit::Positions, Err(Missing::Unstated(NO_PAY_AND_BAND))),
        Some(_) => cx.found(name, Unit::Positions, &PayOutsideBand),
    }
}

/// The median compa-ratio of all positions, and that of each role.
fn compa_ratios<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let mut ratios: Vec<f64> =
        cx.org.positions().filter_map(|position| compa_ratio(position, BASIS)).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    let mut by_role = spreads(cx.org, BASIS);
    by_role.sort_unstable_by_key(|spread| spread.role.id());
    Figure::number("median_compa_ratio", Unit::Times, median(&ratios), NO_PAY_AND_BAND).parts(
        by_role
            .into_iter()
            .map(|spread| Part::with(PartOf::Role(spread.role), Measure::Number(spread.median))),
    )
}

/// The least that a manager is paid above the highest-paid report, and those who are not paid more.
fn premium<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let mut premiums: Vec<_> =
        supervisor_premiums(cx.org, BASIS).map(|premium| (premium.over_highest, premium.manager)).collect();
    premiums.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.id().cmp(b.1.id())));
    let least = premiums.first().map(|(premium, _)| *premium);
    let low = premiums.into_iter().filter(|(premium, _)| *premium <= 0.0);
    Figure::number("least_premium", Unit::Share, least, "no manager and report both state their `pay`")
        .parts(low.map(|(premium, manager)| Part::with(manager.into(), Measure::Number(premium))))
}

/// How many times the highest midpoint of a specialist's role the lowest of a DMM's is.
fn gap<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let gap = midpoint_gap(cx.org);
    let least = cx.settings.manager_midpoint_at_least;
    let holds = gap.is_none_or(|gap| gap.reaches(least));
    let roles = gap.into_iter().flat_map(|gap| [gap.manager, gap.specialist]);
    let undefined = "no role of a DMM and no role of a specialist both have a `pay-band`";
    Figure::number("midpoint_gap", Unit::Times, gap.map(|gap| gap.times), undefined)
        .compared("manager-midpoint-at-least", Side::AtLeast, number(least), holds)
        .parts(roles.map(|role| Part::named(PartOf::Role(role))))
}

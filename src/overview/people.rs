//! Persons, seats to fill, careers and pay.

use std::collections::BTreeMap;

use crate::overview::figure::{Figure, Measure, Missing, Part, PartOf, Unit};
use crate::overview::scene::Scene;

pub(super) fn figures<'o>(cx: &Scene<'o>) -> Vec<Figure<'o>> {
    vec![people(cx), in_several_seats(cx), full_time(cx)]
}

/// The persons who hold a position, or act in one that is vacant.
fn people<'o>(cx: &Scene<'o>) -> Figure<'o> {
    Figure::count("people", Unit::People, seats(cx).len())
}

fn in_several_seats<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let several: Vec<_> = seats(cx).into_iter().filter(|(_, seats)| 1 < *seats).collect();
    let parts = several.iter().map(|(person, seats)| Part::with(PartOf::Person(person), Measure::of(*seats)));
    Figure::count("in_several_positions", Unit::People, several.len()).parts(parts)
}

/// By person, in how many positions they are.
fn seats<'o>(cx: &Scene<'o>) -> BTreeMap<&'o str, usize> {
    let mut seats = BTreeMap::new();
    for person in cx.org.positions().filter_map(|position| position.occupant()) {
        *seats.entry(person).or_default() += 1;
    }
    seats
}

/// The shares of a full-time job that positions state, added up.
fn full_time<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let (name, unit) = ("full_time_equivalents", Unit::FullTime);
    let stated = || cx.org.positions().filter_map(|position| position.fte());
    let without = cx.org.position_count() - stated().count();
    if stated().next().is_none() {
        return Figure::new(name, unit, Err(Missing::Unstated("no position states its `fte`")));
    }
    let sum: i128 = stated().map(|share| share.millionths()).fold(0, i128::saturating_add);
    Figure::new(name, unit, Ok(Measure::Number(millionths(sum))))
        .parts((without != 0).then(|| Part::word("not stated", Measure::of(without))))
}

#[expect(clippy::cast_precision_loss, reason = "a sum of shares, to read")]
fn millionths(sum: i128) -> f64 {
    sum as f64 / 1e6
}

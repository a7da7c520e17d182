//! Budgets, what is delegated of them, and to how many.

use crate::metrics::Concentration;
use crate::money::{Money, Quantity};
use crate::org::{Channel, Delegation, Funding, Org, Position};
use crate::overview::figure::{Figure, Measure, Missing, Part, PartOf, Side, Unit};
use crate::overview::scene::Scene;
use crate::ratio::of_integers;
use crate::rules::budget::{UnfundedChannel, idle};
use crate::rules::exceeds;
use crate::rules::risk::largest_shares;

const NO_BUDGET: &str = "no position has a budget";
const NOTHING_HELD: &str = "nobody holds money on that day";

pub(super) fn figures<'o>(cx: &Scene<'o>) -> Vec<Figure<'o>> {
    let org = cx.org;
    let budgets = sum(org.positions().filter_map(Position::budget));
    let funding = Funding::new(org, cx.on);
    let delegated = sum(org
        .delegations()
        .filter(|delegation| delegation.is_in_force(cx.on) && funding.cut_of(delegation.ix()).is_none())
        .filter(|delegation| delegation.from().budget().is_some())
        .map(Delegation::amount));
    let kept = Concentration::of_budget(org, cx.on);
    vec![
        budget(org, budgets),
        Figure::new("delegated", Unit::Currency, Ok(Measure::Amount(delegated))),
        Figure::number("delegated_share", Unit::Share, ratio(delegated, budgets), NO_BUDGET),
        largest_commitment(cx),
        largest_idle_share(cx),
        largest_part(cx),
        channels(cx, &funding),
        cx.found("unfunded_channels", Unit::Channels, &UnfundedChannel),
        holders(cx),
        Figure::number(
            "equal_holders",
            Unit::Positions,
            kept.map(|kept| kept.effective_number()),
            NOTHING_HELD,
        ),
    ]
}

fn budget(org: &Org, budgets: Money) -> Figure<'_> {
    let stated = org.positions().filter_map(|position| Some((position.into(), position.budget()?)));
    Figure::new("budget", Unit::Currency, Ok(Measure::Amount(budgets))).amounts(stated)
}

/// How many times what it holds a position delegates at most.
fn largest_commitment<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let on = cx.on;
    let givers = cx.org.positions().filter(|position| position.given().len() != 0);
    let sums = givers.map(|position| (position, position.delegated(on), position.held(on)));
    compared(
        Figure::new("largest_commitment", Unit::Times, Err(Missing::Undefined(NOTHING_HELD))),
        sums.filter(|(_, delegated, _)| !delegated.is_zero()),
        "overcommit",
        cx.settings.overcommit,
    )
}

fn largest_idle_share<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let year = cx.org.calendar().fiscal_year(cx.on);
    let idle = cx
        .org
        .positions()
        .filter_map(|position| idle(position, year).map(|(idle, held)| (position, idle, held)));
    compared(
        Figure::new(
            "largest_idle_share",
            Unit::Share,
            Err(Missing::Undefined("nobody with a team holds money")),
        ),
        idle,
        "idle-share-at-most",
        cx.settings.idle_share_at_most,
    )
}

/// The largest part that one other position, or one channel, has of what a position delegates to three or more.
fn largest_part<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let mut room = Vec::new();
    let mut parts = Vec::new();
    for position in cx.org.positions() {
        let largest = largest_shares(position, cx.on, &mut room);
        parts.extend(largest.into_iter().flatten().map(|largest| (position, largest.amount, largest.total)));
    }
    compared(
        Figure::new(
            "largest_part",
            Unit::Share,
            Err(Missing::Undefined("nobody delegates to three or more")),
        ),
        parts,
        "concentration-at-most",
        cx.settings.concentration_at_most,
    )
}

/// Takes the largest of several ratios, compares it with the most that it should be, and names whoever is beyond.
///
/// Ratios are compared exactly, as amounts.
fn compared<'o>(
    mut figure: Figure<'o>,
    ratios: impl IntoIterator<Item = (Position<'o>, Money, Money)>,
    threshold: &'static str,
    most: Quantity,
) -> Figure<'o> {
    let mut beyond = Vec::new();
    let mut largest: Option<f64> = None;
    for (position, part, whole) in ratios {
        let Some(ratio) = ratio(part, whole) else {
            // What is delegated without holding any has no ratio, and is beyond every one.
            beyond.extend((!part.is_zero()).then_some((position, f64::INFINITY)));
            continue;
        };
        largest = Some(largest.map_or(ratio, |largest| largest.max(ratio)));
        if exceeds(part, whole, most) {
            beyond.push((position, ratio));
        }
    }
    match largest {
        _ if beyond.iter().any(|(_, ratio)| ratio.is_infinite()) => {
            figure.value = Err(Missing::Undefined("somebody delegates money and holds none"));
        }
        Some(largest) => figure.value = Ok(Measure::Number(largest)),
        None => {}
    }
    // Of several ratios of one position, the largest.
    beyond.sort_unstable_by(|a, b| a.0.id().cmp(b.0.id()).then_with(|| b.1.total_cmp(&a.1)));
    beyond.dedup_by_key(|(position, _)| *position);
    beyond.sort_by(|a, b| b.1.total_cmp(&a.1));
    let holds = beyond.is_empty();
    let parts = beyond.into_iter().map(|(position, ratio)| Part {
        of: position.into(),
        value: ratio.is_finite().then_some(Measure::Number(ratio)),
    });
    figure.compared(threshold, Side::AtMost, number(most), holds).parts(parts)
}

/// What is set aside for channels: delegations for one, cut from money for all.
fn channels<'o>(cx: &Scene<'o>, funding: &Funding) -> Figure<'o> {
    let org = cx.org;
    let mut sums = vec![Money::ZERO; org.channels().len()];
    for delegation in org.delegations().filter(|delegation| delegation.is_in_force(cx.on)) {
        let is_within =
            funding.cut_of(delegation.ix()).is_some_and(|cut| org.delegation_at(cut).channel().is_some());
        let Some(channel) = delegation.channel().filter(|_| !is_within) else { continue };
        if let Some(slot) = sums.get_mut(channel.ix().index()) {
            *slot = slot.add_capped(delegation.amount());
        }
    }
    let total = sum(sums.iter().copied());
    let by_channel = org.channels().zip(sums).filter(|(_, sum)| !sum.is_zero());
    Figure::new("set_aside_for_channels", Unit::Currency, Ok(Measure::Amount(total)))
        .amounts(by_channel.map(|(channel, sum): (Channel<'o>, _)| (PartOf::Channel(channel), sum)))
}

/// The positions that hold a budget, or a delegation in force.
fn holders<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let holders = cx.org.positions().filter(|position| position.accounts(cx.on).next().is_some());
    Figure::count("holders", Unit::Positions, holders.count())
}

/// Adds up amounts of one org, whose amounts fit together (an invariant of [`Org`]).
fn sum(amounts: impl Iterator<Item = Money>) -> Money {
    amounts.fold(Money::ZERO, Money::add_capped)
}

fn ratio(part: Money, whole: Money) -> Option<f64> {
    of_integers(part.minor().into(), whole.minor().into())
}

#[expect(clippy::cast_precision_loss, reason = "a number to show; what it is compared with, it is exactly")]
pub(super) fn number(quantity: Quantity) -> Measure {
    Measure::Number(quantity.millionths() as f64 / 1e6)
}

//! Positions, reporting lines, and how they hang together.

use crate::metrics::{Lines, Reach, Spans, Structure, TooLarge, UpperBounds, least_layers, one_over_ones};
use crate::org::{Org, Position};
use crate::overview::figure::{Figure, Measure, Missing, Part, PartOf, Side, Unit};
use crate::overview::scene::Scene;
use crate::ratio::float;
use crate::role::RoleClass;
use crate::rules::reporting::may_be_narrow;

/// How many seats are named that stand out.
const SHOWN: usize = 5;

/// Up to how many pairs the first ones by id are named.
const SORTED: u64 = 10_000;

const NOBODY_HAS_REPORTS: &str = "nobody has reports";
const NO_LINES: &str = "there are no lines";
const TOO_FEW: &str = "no three positions hang together";

pub(super) fn figures<'o>(cx: &Scene<'o>) -> Vec<Figure<'o>> {
    let org = cx.org;
    let mut figures = vec![positions(org), tops(org), layers(cx), least(cx)];
    figures.extend(spans(cx));
    let lines = Structure::new(org, Lines::SolidAndDotted);
    figures.extend(tree(&lines));
    figures.push(cut_off(&lines));
    figures.push(bottlenecks(org));
    figures.push(connectors(org));
    figures
}

fn positions(org: &Org) -> Figure<'_> {
    let vacant = || org.positions().filter(|position| position.is_vacant());
    let acting = vacant().filter(|position| position.acting().is_some()).count();
    let (all, vacant) = (org.position_count(), vacant().count());
    let of = |word, count| Part::word(word, Measure::of(count));
    Figure::count("positions", Unit::Positions, all).parts([
        of("held", all - vacant),
        of("acting", acting),
        of("vacant", vacant - acting),
    ])
}

fn tops(org: &Org) -> Figure<'_> {
    Figure::count("tops", Unit::Positions, org.roots().count()).named(org.roots())
}

fn layers<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let layers = cx.org.positions().map(Position::layer).max().unwrap_or_default();
    let most = cx.settings.layers_at_most;
    Figure::count("layers", Unit::Layers, layers).compared(
        "layers-at-most",
        Side::AtMost,
        Measure::Count(most.into()),
        layers <= most as usize,
    )
}

/// The layers that so many positions would need with the widest spans that the policy allows.
fn least<'o>(cx: &Scene<'o>) -> Figure<'o> {
    let least = least_layers(cx.org.position_count() as u64, cx.settings.span_at_most.into());
    let least = least.map(Measure::Count).ok_or(Missing::Undefined("nobody may have reports"));
    Figure::new("least_layers", Unit::Layers, least)
}

fn spans<'o>(cx: &Scene<'o>) -> [Figure<'o>; 5] {
    let org = cx.org;
    let managers =
        || org.positions().filter(|position| position.span() != 0 && position.class() != RoleClass::External);
    let spans: Spans = managers().map(Position::span).collect();
    let bands = spans.by_band().filter(|(_, managers)| *managers != 0);
    let bands = bands.map(|(band, managers)| Part::with(PartOf::Band(band), Measure::Count(managers)));
    let (most, least) = (cx.settings.span_at_most, cx.settings.span_at_least);
    let with_span = |manager: Position<'o>| (manager, manager.span());
    let wide: Vec<_> = managers().map(with_span).filter(|(_, span)| (most as usize) < *span).collect();
    let asked: Vec<_> = managers().filter(|manager| !may_be_narrow(manager.class())).map(with_span).collect();
    let narrowest = asked.iter().map(|(_, span)| *span).min();
    let narrow: Vec<_> = asked.into_iter().filter(|(_, span)| *span < least as usize).collect();
    let span = |span: Option<usize>| span.map(Measure::of).ok_or(Missing::Undefined(NOBODY_HAS_REPORTS));
    [
        Figure::new("managers", Unit::Positions, Ok(Measure::Count(spans.managers()))).parts(bands),
        Figure::number("mean_span", Unit::Reports, spans.mean(), NOBODY_HAS_REPORTS),
        Figure::new("widest_span", Unit::Reports, span(spans.most()))
            .compared("span-at-most", Side::AtMost, Measure::Count(most.into()), wide.is_empty())
            .largest(wide),
        Figure::new("narrowest_span", Unit::Reports, span(narrowest))
            .compared("span-at-least", Side::AtLeast, Measure::Count(least.into()), narrow.is_empty())
            .largest(narrow),
        Figure::count("one_over_ones", Unit::Positions, one_over_ones(org).count()).named(one_over_ones(org)),
    ]
}

/// How far solid and dotted lines are a tree, and where they are not.
fn tree<'o>(lines: &Structure<'o>) -> Vec<Figure<'o>> {
    let graph = lines.graph();
    let reach = graph.reach();
    let bounds = lines.upper_bounds();
    let index = |name, value: Result<Option<f64>, TooLarge>, undefined| match value {
        Ok(number) => Figure::number(name, Unit::Index, number, undefined),
        Err(error) => Figure::new(name, Unit::Index, Err(too_large(error))),
    };
    let of_reach = |figure: fn(&Reach) -> Option<f64>| reach.as_ref().map(figure).map_err(|error| *error);
    let of_bounds =
        |figure: fn(&UpperBounds) -> Option<f64>| bounds.as_ref().map(figure).map_err(|error| *error);
    let dotted = lines.org().positions().map(|position| position.dotted_lines().len()).sum();
    vec![
        Figure::count("dotted_lines", Unit::Lines, dotted),
        index("connectedness", Ok(Some(graph.connectedness())), NO_LINES),
        index("hierarchy", of_reach(Reach::hierarchy), NO_LINES),
        index("efficiency", Ok(graph.efficiency()), NO_LINES),
        index("upper_boundedness", of_bounds(UpperBounds::boundedness), TOO_FEW),
        escalation(lines, &bounds),
        index("flow_hierarchy", Ok(graph.flow_hierarchy()), NO_LINES),
        index("reaching_centrality", of_reach(Reach::global_centrality), NO_LINES),
    ]
}

/// The pairs of whom nobody can say who settles what they disagree on; they are named where they are not too many.
fn escalation<'o>(lines: &Structure<'o>, bounds: &Result<UpperBounds, TooLarge>) -> Figure<'o> {
    let (name, unit) = ("pairs_without_escalation", Unit::Pairs);
    let bounds = match bounds {
        Ok(bounds) => bounds,
        Err(error) => return Figure::new(name, unit, Err(too_large(*error))),
    };
    let figure = Figure::new(name, unit, Ok(Measure::Count(bounds.missing())));
    if SORTED < bounds.missing() {
        return figure;
    }
    let by_id = |(a, b): (Position<'o>, Position<'o>)| if a.id() <= b.id() { (a, b) } else { (b, a) };
    let mut pairs: Vec<_> = lines.pairs(bounds).map(by_id).collect();
    pairs.sort_unstable_by_key(|(a, b)| (a.id(), b.id()));
    figure.parts(pairs.into_iter().map(|(a, b)| Part::named(PartOf::Pair(a, b))))
}

/// The most positions that lose every line to a top if one seat below the tops is taken out.
fn cut_off<'o>(lines: &Structure<'o>) -> Figure<'o> {
    let (name, unit) = ("cut_off", Unit::Positions);
    let Some(cut_off) = lines.cut_off() else {
        return Figure::new(name, unit, Err(Missing::Undefined("nobody is on top")));
    };
    let below = cut_off.filter(|(position, others)| position.manager().is_some() && *others != 0);
    let mut below: Vec<_> = below.map(|(position, others)| (position, others as usize)).collect();
    below.sort_unstable_by_key(|(position, others)| (std::cmp::Reverse(*others), position.id()));
    let most = below.first().map_or(0, |(_, others)| *others);
    Figure::count(name, unit, most).largest(below.into_iter().take(SHOWN))
}

/// The largest share of ways from one position to another that lead through a third, along reporting lines and
/// collaboration.
fn bottlenecks(org: &Org) -> Figure<'_> {
    let (name, unit) = ("bottleneck", Unit::Share);
    let others = org.position_count().saturating_sub(1);
    let pairs = others as u64 * others.saturating_sub(1) as u64;
    if pairs == 0 {
        return Figure::new(name, unit, Err(Missing::Undefined("there are no three positions")));
    }
    match Structure::new(org, Lines::SolidAndCollaboration).betweenness() {
        Err(error) => Figure::new(name, unit, Err(too_large(error))),
        Ok(between) => {
            let share = |between: f64| between / float(pairs);
            let mut between: Vec<_> = between.filter(|(_, between)| 0.0 < *between).collect();
            between.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.id().cmp(b.0.id())));
            let most = between.first().map_or(0.0, |(_, most)| share(*most));
            let shown = between.into_iter().take(SHOWN);
            Figure::new(name, unit, Ok(Measure::Number(most))).parts(
                shown.map(|(position, between)| Part::with(position.into(), Measure::Number(share(between)))),
            )
        }
    }
}

/// Those who alone connect people who work together.
fn connectors(org: &Org) -> Figure<'_> {
    let ties = Structure::new(org, Lines::Collaboration);
    let connectors = ties.cut_positions();
    Figure::count("connectors", Unit::Positions, connectors.len()).named(connectors)
}

fn too_large(error: TooLarge) -> Missing {
    Missing::TooLarge(error.to_string())
}

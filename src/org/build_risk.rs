//! What outcomes state of their risk: probabilities, losses, and what rests on what.

use std::collections::VecDeque;

use crate::graph_support::cycles;
use crate::id::Sym;
use crate::money::Quantity;
use crate::org::build::{report_cycle, small};
use crate::org::data::{OrgOutcome, OutcomeData};
use crate::org::error::{Fault, Kind};
use crate::org::index::OutcomeIx;
use crate::org::path::Path;
use crate::org::resolve::Resolver;

fn at(index: usize) -> Path {
    Path::new().key("outcomes").index(index)
}

/// Resolves what an outcome rests on, and checks that it can be added up.
pub(super) fn rests_on(cx: &mut Resolver, index: usize, outcome: &OutcomeData<Sym, Sym>) -> Vec<OutcomeIx> {
    let list = at(index).key("rests-on");
    cx.check_list(Kind::Outcome, &outcome.rests_on, Some(outcome.id), |_| list.clone());
    let fails_with = outcome.fails_with;
    let of = outcome.rests_on.len();
    if (of != 0 || fails_with != crate::org::FailsWith::default()) && fails_with.of(of).is_none() {
        cx.fault(at(index).key("fails-with"), Fault::FailsWith { fails_with, of });
    }
    if let Some(probability) =
        outcome.probability.filter(|number| !(Quantity::ZERO..=Quantity::ONE).contains(number))
    {
        let number = probability.to_string();
        cx.fault(at(index).key("probability"), Fault::NotAProbability { number });
    }
    let resolve = |(place, &sym)| cx.outcome(sym, |_| list.clone().index(place));
    outcome.rests_on.iter().enumerate().map(resolve).collect()
}

/// Checks that no outcome rests on itself, by however many steps, and that all losses together can be counted.
pub(super) fn check(cx: &mut Resolver, outcomes: &[OrgOutcome]) {
    let losses = outcomes.iter().filter_map(|outcome| outcome.loss);
    if i128::from(i64::MAX) < losses.map(|loss| i128::from(loss.minor())).sum() {
        cx.fault(Path::new(), Fault::TotalOverflow);
    }
    let ids: Vec<Sym> = outcomes.iter().map(|outcome| outcome.id).collect();
    let arcs = outcomes.iter().enumerate().flat_map(|(from, outcome)| {
        // Whoever names itself is told so already.
        let others = outcome.rests_on.iter().map(|ix| ix.index()).filter(move |&to| to != from);
        others.map(move |to| (small(from), small(to)))
    });
    for component in cycles(outcomes.len(), arcs) {
        let first =
            component.iter().min_by_key(|&&node| ids.get(node as usize).map(|&id| cx.names.resolve(id)));
        let Some(&first) = first else { continue };
        let cycle = shortest(outcomes, &component, first);
        report_cycle(cx, "outcomes rest on each other", &ids, &cycle, |index, _| at(index).key("rests-on"));
    }
}

/// Returns a shortest way from one of a component back to it: of many circles, one that is easy to see.
fn shortest(outcomes: &[OrgOutcome], component: &[u32], first: u32) -> Vec<u32> {
    let mut came_from: Vec<Option<u32>> = vec![None; component.len()];
    let mut next = VecDeque::from([first]);
    while let Some(node) = next.pop_front() {
        let rests_on = outcomes.get(node as usize).map(|outcome| &*outcome.rests_on).unwrap_or_default();
        for to in rests_on.iter().map(|ix| small(ix.index())).filter(|&to| to != node) {
            if to == first {
                return way_to(node, component, &came_from);
            }
            let place = component.binary_search(&to).ok();
            if let Some(slot) = place.and_then(|place| came_from.get_mut(place)).filter(|slot| slot.is_none())
            {
                *slot = Some(node);
                next.push_back(to);
            }
        }
    }
    component.to_vec()
}

fn way_to(node: u32, component: &[u32], came_from: &[Option<u32>]) -> Vec<u32> {
    let mut way = vec![node];
    let before = |node: u32| came_from.get(component.binary_search(&node).ok()?).copied().flatten();
    while let Some(node) = way.last().and_then(|&node| before(node)) {
        way.push(node);
    }
    way.reverse();
    way
}

//! From fault trees to decision diagrams, in which what is shared is there once.

use std::collections::VecDeque;

use crate::risk::diagram::{Arena, Diagram, Join};
use crate::risk::error::RiskError;
use crate::risk::fault_tree::{FaultPart, FaultTree, Part};

impl FaultTree {
    /// Returns the events under `tops`, level by level from the tops down: what stands high decides much.
    pub(super) fn order(&self, tops: &[FaultPart]) -> Result<Vec<u32>, RiskError> {
        if let [top] = tops
            && let Some(Part::Event(event)) = self.parts.get(top.index())
        {
            return Ok(vec![*event]);
        }
        let mut seen = vec![false; self.parts.len()];
        let mut level = VecDeque::new();
        for &top in tops {
            self.check(top)?;
            level.push_back(top);
        }
        let mut order = Vec::new();
        while let Some(part) = level.pop_front() {
            let Some(seen) = seen.get_mut(part.index()).filter(|seen| !**seen) else { continue };
            *seen = true;
            match self.parts.get(part.index()) {
                Some(Part::Event(event)) => order.push(*event),
                Some(Part::AtLeast(_, of)) => level.extend(of),
                None => {}
            }
        }
        Ok(order)
    }

    /// Returns, for each of `tops`, the diagram of whether it happens, in an arena of their order.
    pub(super) fn diagrams(&self, arena: &mut Arena, tops: &[FaultPart]) -> Result<Vec<Diagram>, RiskError> {
        let never = arena.value(0)?;
        let mut place_of: Vec<Option<u32>> = vec![None; self.events.len()];
        let mut needed = vec![false; self.parts.len()];
        for (place, event) in (0..).zip(self.order(tops)?) {
            set(&mut place_of, event, Some(place));
        }
        for top in tops {
            set(&mut needed, top.0, true);
        }
        for (place, part) in self.parts.iter().enumerate().rev() {
            if let (Some(true), Part::AtLeast(_, of)) = (needed.get(place), part) {
                for part in of {
                    set(&mut needed, part.0, true);
                }
            }
        }
        let mut made = vec![never; self.parts.len()];
        for ((index, part), _) in (0..).zip(&self.parts).zip(&needed).filter(|(_, needed)| **needed) {
            let diagram = match part {
                Part::Event(event) => match place_of.get(*event as usize).copied().flatten() {
                    Some(place) => arena.event(place)?,
                    None => never,
                },
                Part::AtLeast(k, of) => {
                    let of = of.iter().filter_map(|part| made.get(part.index()).copied());
                    gate(arena, *k, of.collect())?
                }
            };
            set(&mut made, index, diagram);
        }
        Ok(tops.iter().filter_map(|top| made.get(top.index()).copied()).collect())
    }
}

fn set<T>(slots: &mut [T], place: u32, value: T) {
    if let Some(slot) = slots.get_mut(place as usize) {
        *slot = value;
    }
}

/// Returns the diagram of at least `k` of these; the ends, any and all, need no rows in between.
fn gate(arena: &mut Arena, k: usize, mut of: Vec<Diagram>) -> Result<Diagram, RiskError> {
    // From the last event on: what is joined then stands above what there is, and leaves it as it is.
    of.sort_by_key(|&diagram| std::cmp::Reverse(arena.first_place(diagram)));
    let by = match k {
        1 => Join::Max,
        k if k == of.len() => Join::Times,
        k => return arena.at_least(k, &of),
    };
    let mut joined = arena.value(i64::from(by == Join::Times))?;
    for next in of {
        joined = arena.join(by, joined, next)?;
    }
    Ok(joined)
}

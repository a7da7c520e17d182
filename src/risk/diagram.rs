//! Decision diagrams: what follows from which events happen, with everything that is shared kept once.
//!
//! A diagram asks for one event after the other, in one order, and ends in a number: 0 or 1 for whether something
//! fails, or a loss. Equal parts are one part (Bryant 1986, there for 0 and 1), so that its size depends on how
//! events are shared and not on how many combinations there are.

use hashbrown::HashMap;

use crate::risk::error::RiskError;

/// The most parts that diagrams may have in all.
const MOST: usize = 1 << 20;

/// How many steps of joining an arena may take for each part that it may have.
const STEPS_A_PART: usize = 1 << 6;

/// A diagram of an arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Diagram(u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    /// The end: a number.
    Value(i64),
    /// Asks for the event at a place of the order: goes on with one diagram if it does not happen, else with the other.
    Ask { place: u32, no: Diagram, yes: Diagram },
}

/// What two diagrams are joined by, end by end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Join {
    /// The larger of the two: "or".
    Max,
    /// The product: "and"; or a loss, if it comes to it.
    Times,
    /// The sum.
    Plus,
}

/// Diagrams that share their parts, and ask for the events in the same order.
#[derive(Debug)]
pub(super) struct Arena {
    /// The events, in the order in which they are asked for.
    order: Vec<u32>,
    most: usize,
    /// How many steps of joining there were.
    steps: usize,
    parts: Vec<Part>,
    known: HashMap<Part, Diagram>,
    joined: HashMap<(Join, Diagram, Diagram), Diagram>,
}

impl Arena {
    /// Begins without any diagrams; they ask for these events, in this order.
    pub(super) fn new(order: Vec<u32>) -> Self {
        Self::with_room(order, MOST)
    }

    /// As [`new`](Self::new), for so many parts at most.
    pub(super) fn with_room(order: Vec<u32>, most: usize) -> Self {
        Self { order, most, steps: 0, parts: Vec::new(), known: HashMap::new(), joined: HashMap::new() }
    }

    fn part(&self, diagram: Diagram) -> Part {
        self.parts.get(diagram.0 as usize).copied().unwrap_or(Part::Value(0))
    }

    fn add(&mut self, part: Part) -> Result<Diagram, RiskError> {
        if let Some(&known) = self.known.get(&part) {
            return Ok(known);
        }
        let Some(place) = u32::try_from(self.parts.len()).ok().filter(|_| self.parts.len() < self.most)
        else {
            return Err(RiskError::TooLarge { what: "parts of a decision diagram", most: self.most });
        };
        self.parts.push(part);
        self.known.insert(part, Diagram(place));
        Ok(Diagram(place))
    }

    /// Returns the diagram of a number that holds whatever happens.
    pub(super) fn value(&mut self, value: i64) -> Result<Diagram, RiskError> {
        self.add(Part::Value(value))
    }

    /// Returns the diagram that is 1 if the event at a place of the order happens.
    pub(super) fn event(&mut self, place: u32) -> Result<Diagram, RiskError> {
        let (no, yes) = (self.value(0)?, self.value(1)?);
        self.add(Part::Ask { place, no, yes })
    }

    /// Joins two diagrams; a loop with a stack of its own, for diagrams may be as deep as there are events.
    pub(super) fn join(&mut self, by: Join, one: Diagram, other: Diagram) -> Result<Diagram, RiskError> {
        enum Step {
            Visit(Diagram, Diagram),
            Finish(Diagram, Diagram, u32),
        }
        let mut steps = vec![Step::Visit(one, other)];
        let mut done = Vec::new();
        while let Some(step) = steps.pop() {
            match step {
                Step::Visit(one, other) => {
                    self.step()?;
                    let (one, other) = if one < other { (one, other) } else { (other, one) };
                    if let Some(joined) = self.joined_already(by, one, other)? {
                        done.push(joined);
                        continue;
                    }
                    let place = self.first_place(one).min(self.first_place(other));
                    let (one_no, one_yes) = self.given(one, place);
                    let (other_no, other_yes) = self.given(other, place);
                    steps.push(Step::Finish(one, other, place));
                    steps.push(Step::Visit(one_yes, other_yes));
                    steps.push(Step::Visit(one_no, other_no));
                }
                Step::Finish(one, other, place) => {
                    let (Some(yes), Some(no)) = (done.pop(), done.pop()) else { continue };
                    let joined = if no == yes { no } else { self.add(Part::Ask { place, no, yes })? };
                    self.joined.insert((by, one, other), joined);
                    done.push(joined);
                }
            }
        }
        done.pop().ok_or(RiskError::Empty { what: "diagrams" })
    }

    /// Counts a step, as long as it and what is remembered of the steps is not too much.
    fn step(&mut self) -> Result<(), RiskError> {
        let what = "steps of joining diagrams";
        let (most, most_known) = (self.most.saturating_mul(STEPS_A_PART), self.most.saturating_mul(4));
        if most_known < self.joined.len() {
            return Err(RiskError::TooLarge { what, most: most_known });
        }
        if most <= self.steps {
            return Err(RiskError::TooLarge { what, most });
        }
        self.steps += 1;
        Ok(())
    }

    /// Returns what two diagrams are joined, if that is known or plain to see.
    fn joined_already(
        &mut self,
        by: Join,
        one: Diagram,
        other: Diagram,
    ) -> Result<Option<Diagram>, RiskError> {
        match (by, self.part(one), self.part(other)) {
            (Join::Times, Part::Value(a), Part::Value(b)) => self.value(a.saturating_mul(b)).map(Some),
            (Join::Max, Part::Value(a), Part::Value(b)) => self.value(a.max(b)).map(Some),
            (Join::Plus, Part::Value(a), Part::Value(b)) => {
                self.value(a.checked_add(b).ok_or(RiskError::LossOverflow)?).map(Some)
            }
            (Join::Times, Part::Value(0), _) | (Join::Times | Join::Max, _, Part::Value(1)) => {
                Ok(Some(if matches!(by, Join::Max) { other } else { one }))
            }
            (Join::Times, _, Part::Value(0)) | (Join::Times | Join::Max, Part::Value(1), _) => {
                Ok(Some(if matches!(by, Join::Max) { one } else { other }))
            }
            (Join::Plus | Join::Max, Part::Value(0), _) => Ok(Some(other)),
            (Join::Plus | Join::Max, _, Part::Value(0)) => Ok(Some(one)),
            _ => Ok(self.joined.get(&(by, one, other)).copied()),
        }
    }

    /// Returns the place of the event that a diagram asks for first; the ends come after all events.
    pub(super) fn first_place(&self, diagram: Diagram) -> u32 {
        match self.part(diagram) {
            Part::Ask { place, .. } => place,
            Part::Value(_) => u32::MAX,
        }
    }

    /// Returns what a diagram is if an event does not happen, and if it does.
    fn given(&self, diagram: Diagram, asked: u32) -> (Diagram, Diagram) {
        match self.part(diagram) {
            Part::Ask { place, no, yes } if place == asked => (no, yes),
            Part::Ask { .. } | Part::Value(_) => (diagram, diagram),
        }
    }

    /// Returns the diagram that is 1 if at least `k` of these are, which are 0 or 1 each.
    ///
    /// Costs about `k` joins for each; it is best to begin with those that ask for the last events.
    pub(super) fn at_least(&mut self, k: usize, of: &[Diagram]) -> Result<Diagram, RiskError> {
        let never = self.value(0)?;
        let Some(most) = k.checked_sub(1).filter(|_| k <= of.len()) else {
            return self.value(i64::from(k == 0));
        };
        // By how many of those so far are 1: at least 1, at least 2 … at least k.
        let mut rows = vec![never; most + 1];
        for &next in of {
            let mut below = self.value(1)?;
            for row in &mut rows {
                let with_next = self.join(Join::Times, below, next)?;
                below = *row;
                *row = self.join(Join::Max, *row, with_next)?;
            }
        }
        Ok(rows.last().copied().unwrap_or(never))
    }

    /// Lays a diagram out to be evaluated often.
    pub(super) fn lay_out(&self, diagram: Diagram) -> Layout {
        // Parts stand after those they lead to, so that going down the arena never meets a part before its turn.
        let mut needed = vec![false; diagram.0 as usize + 1];
        let mark = |needed: &mut Vec<bool>, diagram: Diagram| {
            if let Some(slot) = needed.get_mut(diagram.0 as usize) {
                *slot = true;
            }
        };
        mark(&mut needed, diagram);
        let mut asks = Vec::new();
        let mut values = Vec::new();
        for place in (0..=diagram.0).rev() {
            if needed.get(place as usize) != Some(&true) {
                continue;
            }
            match self.part(Diagram(place)) {
                Part::Value(value) => values.push((value, place)),
                Part::Ask { place: asked, no, yes } => {
                    mark(&mut needed, no);
                    mark(&mut needed, yes);
                    let event = self.order.get(asked as usize).copied().unwrap_or_default();
                    asks.push((place, event, no.0, yes.0));
                }
            }
        }
        values.sort_unstable();
        Layout { top: diagram.0, asks, values }
    }
}

/// A diagram, from its top down.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    top: u32,
    /// Place, event, where it goes on if not, where if so.
    asks: Vec<(u32, u32, u32, u32)>,
    values: Vec<(i64, u32)>,
}

impl Layout {
    /// Returns the numbers that it may end in, from the smallest on.
    pub(super) fn values(&self) -> impl ExactSizeIterator<Item = i64> + '_ {
        self.values.iter().map(|&(value, _)| value)
    }

    /// Returns about how many steps an evaluation takes.
    pub(super) fn cost(&self) -> usize {
        self.asks.len() + self.values.len()
    }

    /// Returns the probability of each number that it may end in, if event i happens with the probability `p[i]`.
    pub(super) fn masses(&self, p: &[f64]) -> Vec<f64> {
        let mut mass = vec![0.0; self.top as usize + 1];
        if let Some(top) = mass.last_mut() {
            *top = 1.0;
        }
        for &(place, event, no, yes) in &self.asks {
            let here = mass.get(place as usize).copied().unwrap_or_default();
            let p = p.get(event as usize).copied().unwrap_or_default();
            if let Some(slot) = mass.get_mut(no as usize) {
                *slot += here * (1.0 - p);
            }
            if let Some(slot) = mass.get_mut(yes as usize) {
                *slot += here * p;
            }
        }
        let at = |&(_, place): &(i64, u32)| mass.get(place as usize).copied().unwrap_or_default();
        self.values.iter().map(at).collect()
    }

    /// Returns the probability that it ends in 1, if event i happens with the probability `p[i]`.
    pub(super) fn chance(&self, p: &[f64]) -> f64 {
        // A sum of nothing is a negative zero.
        self.values().zip(self.masses(p)).filter(|&(value, _)| value == 1).map(|(_, mass)| mass).sum::<f64>()
            + 0.0
    }
}

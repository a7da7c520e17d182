//! Fault trees: how likely something fails that rests on others, when some of them are shared.

use crate::risk::diagram::Arena;
use crate::risk::error::{RiskError, probability};
use crate::risk::factor::{Correlation, OneFactor};

/// A part of a [`FaultTree`]; it means nothing in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaultPart(pub(super) u32);

impl FaultPart {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A fault tree: basic events, and gates over them and over each other.
///
/// An event or gate that stands under several others is one thing that happens or does not, and counts once:
/// probabilities are exact, by a decision diagram, and not products of gates. Gates name parts that are there already,
/// so that there are no circles.
///
/// ```
/// use bagan::risk::FaultTree;
///
/// let mut tree = FaultTree::new();
/// let (a, b, c) = (tree.event(0.1)?, tree.event(0.2)?, tree.event(0.3)?);
/// let left = tree.any(&[a, b])?;
/// let right = tree.any(&[a, c])?;
/// let top = tree.all(&[left, right])?;
/// // A alone, or B and C: 0.1 + 0.9 × 0.06. The product of the gates would say 0.28 × 0.37 = 0.1036.
/// assert!((tree.probability(top)? - 0.154).abs() < 1e-15);
/// # Ok::<(), bagan::risk::RiskError>(())
/// ```
///
/// The size of the diagram is what limits a tree: 2^20 parts and 2^26 steps of making it, beyond which there is an error.
/// With up to 20 events it never gets there; trees of thousands of events do not either, unless everything is shared
/// with everything. A gate of `k` of `n` takes about k (n - k) parts and kn steps: a thousand of two thousand is the
/// largest of halves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FaultTree {
    pub(super) events: Vec<f64>,
    pub(super) parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    Event(u32),
    AtLeast(usize, Vec<FaultPart>),
}

impl FaultTree {
    /// Begins a tree without any parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn add(&mut self, part: Part) -> Result<FaultPart, RiskError> {
        const MOST: usize = u32::MAX as usize;
        let place = u32::try_from(self.parts.len());
        let place = place.map_err(|_| RiskError::TooLarge { what: "parts of a fault tree", most: MOST })?;
        self.parts.push(part);
        Ok(FaultPart(place))
    }

    /// Adds a basic event, which happens with the probability `p`, independently of all others.
    ///
    /// # Errors
    /// [`RiskError::OutOfRange`] if `p` is no probability.
    pub fn event(&mut self, p: f64) -> Result<FaultPart, RiskError> {
        let p = probability(p)?;
        // There are no more events than parts.
        let part = self.add(Part::Event(u32::try_from(self.events.len()).unwrap_or(u32::MAX)))?;
        self.events.push(p);
        Ok(part)
    }

    /// Adds what happens if any of these does; of nothing, it never happens.
    ///
    /// # Errors
    /// [`RiskError::UnknownPart`] if the tree does not have one of them.
    pub fn any(&mut self, of: &[FaultPart]) -> Result<FaultPart, RiskError> {
        self.at_least(1, of)
    }

    /// Adds what happens if all of these do; of nothing, it always happens.
    ///
    /// # Errors
    /// As [`any`](Self::any).
    pub fn all(&mut self, of: &[FaultPart]) -> Result<FaultPart, RiskError> {
        self.at_least(of.len(), of)
    }

    /// Adds what happens if at least `k` of these do; one that is named twice counts twice.
    ///
    /// # Errors
    /// As [`any`](Self::any).
    pub fn at_least(&mut self, k: usize, of: &[FaultPart]) -> Result<FaultPart, RiskError> {
        for part in of {
            self.check(*part)?;
        }
        self.add(Part::AtLeast(k, of.to_vec()))
    }

    pub(super) fn check(&self, part: FaultPart) -> Result<(), RiskError> {
        let index = part.0 as usize;
        if index < self.parts.len() { Ok(()) } else { Err(RiskError::UnknownPart { index }) }
    }

    /// Returns the number of basic events.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.events.len()
    }

    /// Returns the probability that a part happens: exact up to rounding.
    ///
    /// # Errors
    /// [`RiskError::TooLarge`] if its diagram has more than 2^20 parts; [`RiskError::UnknownPart`].
    pub fn probability(&self, top: FaultPart) -> Result<f64, RiskError> {
        self.probability_with(top, Correlation::INDEPENDENT)
    }

    /// Returns the probability that a part happens if one common factor drives the basic events.
    ///
    /// The absolute error is that of [`OneFactor`], below 1e-13.
    ///
    /// # Errors
    /// As [`probability`](Self::probability); [`RiskError::TooLarge`] also if the average takes too long.
    pub fn probability_with(&self, top: FaultPart, correlation: Correlation) -> Result<f64, RiskError> {
        self.check(top)?;
        if let Some(Part::Event(event)) = self.parts.get(top.0 as usize) {
            // An event is as likely as it is, whatever drives it.
            return Ok(self.events.get(*event as usize).copied().unwrap_or_default());
        }
        let mut arena = Arena::new(self.order(&[top])?);
        let diagram = self.diagrams(&mut arena, &[top])?.into_iter().next().unwrap_or(arena.value(0)?);
        let layout = arena.lay_out(diagram);
        let model = OneFactor::new(&self.events, correlation)?;
        let mean = model.mean(layout.cost(), |p| Ok(vec![layout.chance(p)]))?;
        Ok(mean.first().copied().unwrap_or_default())
    }

    /// Returns the probabilities of the basic events, in the order they were added.
    pub(super) fn events(&self) -> &[f64] {
        &self.events
    }

    /// Returns which parts happen, in the order they were added, if these events do.
    #[cfg(feature = "simulate")]
    pub(super) fn happening(&self, events: &[bool]) -> Vec<bool> {
        let mut happens: Vec<bool> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            // Gates name parts that are there already.
            let is = |part: &FaultPart| happens.get(part.index()).copied().unwrap_or_default();
            happens.push(match part {
                Part::Event(event) => events.get(*event as usize).copied().unwrap_or_default(),
                Part::AtLeast(needed, of) => *needed <= of.iter().filter(|part| is(part)).count(),
            });
        }
        happens
    }
}

#[cfg(test)]
mod tests;

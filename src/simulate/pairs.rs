//! Every pair of designs, figure by figure, as running comparisons.

use crate::simulate::figures::OF_DESIGN;
use crate::simulate::statistics::Comparison;
use crate::simulate::summary::Part;

/// The comparisons of designs by their places: of the first with the second, the first with the third, and so on.
///
/// They take the same memory for any number of years. A pair the other way round is its mirror.
#[derive(Debug)]
pub(super) struct Pairs {
    designs: usize,
    /// By pair, then by figure.
    comparisons: Vec<Comparison>,
}

impl Pairs {
    pub(super) fn new(designs: usize) -> Self {
        let pairs = designs * designs.saturating_sub(1) / 2;
        Self { designs, comparisons: vec![Comparison::new(); pairs * OF_DESIGN.len()] }
    }

    /// How many comparisons there are.
    pub(super) fn width(&self) -> usize {
        self.comparisons.len()
    }

    /// Adds years of all designs.
    pub(super) fn add(&mut self, parts: &[Part]) {
        let firsts = parts
            .iter()
            .enumerate()
            .flat_map(|(place, first)| parts.iter().skip(place + 1).map(move |second| (first, second)));
        for (comparisons, (first, second)) in self.comparisons.chunks_exact_mut(OF_DESIGN.len()).zip(firsts) {
            for (one, two) in first.design().zip(second.design()) {
                for (comparison, (one, two)) in comparisons.iter_mut().zip(one.iter().zip(two)) {
                    // What is undefined is refused, and makes no pair.
                    comparison.add(*one, *two).unwrap_or_default();
                }
            }
        }
    }

    /// Adds years that came after these.
    pub(super) fn merge(&mut self, later: &Self) {
        for (comparison, more) in self.comparisons.iter_mut().zip(&later.comparisons) {
            comparison.merge(more);
        }
    }

    /// Returns the comparison of a figure of two different designs by their places, the first less the second.
    pub(super) fn of(&self, first: usize, second: usize, figure: usize) -> Option<Comparison> {
        if second < first {
            return self.of(second, first, figure).map(|pair| pair.mirrored());
        }
        if first == second || self.designs <= second {
            return None;
        }
        // The pairs of those before the first, then those of the first.
        let before = first * (2 * self.designs - first - 1) / 2;
        let pair = before + (second - first - 1);
        self.comparisons.get(pair * OF_DESIGN.len() + figure).copied()
    }

    /// Returns the comparisons of a figure of the first design with each other one.
    pub(super) fn with_first(&self, figure: usize) -> impl Iterator<Item = &Comparison> {
        self.comparisons.iter().skip(figure).step_by(OF_DESIGN.len()).take(self.designs.saturating_sub(1))
    }
}

//! What is to happen when: events in the order of time.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// Events that are still to come. Of those at one moment, the one that was noted first comes first.
#[derive(Debug, Clone)]
pub(super) struct Agenda<E> {
    heap: BinaryHeap<Reverse<Noted<E>>>,
    noted: u64,
}

#[derive(Debug, Clone)]
struct Noted<E> {
    at: f64,
    number: u64,
    event: E,
}

impl<E> Agenda<E> {
    pub(super) fn new() -> Self {
        Self { heap: BinaryHeap::new(), noted: 0 }
    }

    pub(super) fn clear(&mut self) {
        self.heap.clear();
        self.noted = 0;
    }

    /// Notes an event at a moment, in minutes.
    pub(super) fn note(&mut self, at: f64, event: E) {
        self.heap.push(Reverse(Noted { at, number: self.noted, event }));
        self.noted += 1;
    }

    /// Returns the moment of the next event; infinite if there is none.
    pub(super) fn next_at(&self) -> f64 {
        self.heap.peek().map_or(f64::INFINITY, |Reverse(noted)| noted.at)
    }

    pub(super) fn next(&mut self) -> Option<(f64, E)> {
        self.heap.pop().map(|Reverse(noted)| (noted.at, noted.event))
    }
}

impl<E> Ord for Noted<E> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at.total_cmp(&other.at).then(self.number.cmp(&other.number))
    }
}

impl<E> PartialOrd for Noted<E> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<E> PartialEq for Noted<E> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<E> Eq for Noted<E> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_in_the_order_of_time_and_then_of_noting() {
        let mut agenda = Agenda::new();
        for (at, event) in [(2.0, 'c'), (1.0, 'a'), (2.0, 'd'), (1.0, 'b')] {
            agenda.note(at, event);
        }
        assert_eq!(agenda.next_at().total_cmp(&1.0), Ordering::Equal);
        let order: String = std::iter::from_fn(|| agenda.next()).map(|(_, event)| event).collect();
        assert_eq!((order.as_str(), agenda.next_at().is_infinite()), ("abcd", true));
    }
}

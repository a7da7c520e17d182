//! A choice that is made before it is known among how many things.

use proptest::prelude::*;

/// A choice among things whose number is not known yet; shrinks to the first.
///
/// It is a [`prop::sample::Index`] of 16 bits: a shrink takes a quarter of the steps, so that they go further.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pick(u16);

/// Makes a choice.
pub(super) fn pick() -> impl Strategy<Value = Pick> + Clone {
    any::<u16>().prop_map(Pick)
}

impl Pick {
    /// Returns the place chosen among `count`; none among none.
    pub(super) fn place(self, count: usize) -> Option<usize> {
        (count != 0).then(|| (usize::from(self.0) * count) >> u16::BITS)
    }

    /// Returns the place chosen among `count` without the place `own`.
    pub(super) fn other_than(self, own: usize, count: usize) -> Option<usize> {
        let place = self.place(count.checked_sub(1)?)?;
        Some(if place < own { place } else { place + 1 })
    }

    /// Returns the one chosen; none of none.
    pub(super) fn of<T: Copy>(self, items: &[T]) -> Option<T> {
        items.get(self.place(items.len())?).copied()
    }
}

/// Returns the places chosen among `count`, each once.
pub(super) fn distinct(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut distinct = Vec::new();
    for place in places {
        if !distinct.contains(&place) {
            distinct.push(place);
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_can_be_chosen_and_none_beyond() {
        let places = |of: fn(Pick) -> Option<usize>| {
            let mut places: Vec<_> = (0..=u16::MAX).map(|raw| of(Pick(raw))).collect();
            places.dedup();
            places
        };
        assert_eq!(places(|pick| pick.place(0)), [None]);
        assert_eq!(places(|pick| pick.place(3)), [Some(0), Some(1), Some(2)]);
        assert_eq!(places(|pick| pick.other_than(1, 3)), [Some(0), Some(2)]);
        assert_eq!(places(|pick| pick.other_than(0, 1)), [None]);
    }
}

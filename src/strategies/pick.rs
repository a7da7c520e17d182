//! A choice that is made before it is known among how many things.

use proptest::array::UniformArrayStrategy;
use proptest::option::Probability;
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

/// Makes so many choices at once, for drafts of many of them: a `prop_oneof` costs a generator for each of its arms.
pub(super) fn picks<const N: usize>() -> impl Strategy<Value = [Pick; N]> + Clone {
    UniformArrayStrategy::<_, [u16; N]>::new(any::<u16>()).prop_map(|raw| raw.map(Pick))
}

/// The choices of a draft: four groups of three.
pub(super) type Choices = [[Pick; 3]; 4];

/// Makes the choices of a draft.
pub(super) fn choices() -> impl Strategy<Value = Choices> + Clone {
    UniformArrayStrategy::<_, Choices>::new(picks::<3>())
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

    /// Returns the place chosen among things that come up as often as their weights say.
    pub(super) fn among(self, weights: &[usize]) -> usize {
        let mut place = self.place(weights.iter().sum()).unwrap_or_default();
        let is_beyond = |weight: &&usize| match place.checked_sub(**weight) {
            Some(rest) => {
                place = rest;
                true
            }
            None => false,
        };
        weights.iter().take_while(is_beyond).count()
    }

    /// Returns a number of so much at most, either way; shrinks to 0.
    pub(super) fn near(self, most: u16) -> i16 {
        let place = self.place(usize::from(most) * 2 + 1).unwrap_or_default();
        let size = i16::try_from(place.div_ceil(2)).unwrap_or_default();
        if place.is_multiple_of(2) { -size } else { size }
    }

    /// Returns whether something comes up that does so with this probability; shrinks to not.
    #[expect(clippy::float_arithmetic, reason = "a probability is a float")]
    pub(super) fn is(self, probability: Probability) -> bool {
        let share = f64::from(u16::MAX - self.0) / f64::from(u16::MAX);
        share < f64::from(probability) || 1.0 <= f64::from(probability)
    }

    /// Returns the one chosen; none of none.
    pub(super) fn of<T: Copy>(self, items: &[T]) -> Option<T> {
        items.get(self.place(items.len())?).copied()
    }
}

/// Draws something as often as asked for: never and always too, at which `prop::option::weighted` panics.
pub(super) fn sometimes<S>(probability: Probability, something: S) -> BoxedStrategy<Option<S::Value>>
where
    S: Strategy + 'static,
    S::Value: Clone,
{
    let share = f64::from(probability);
    if share <= 0.0 {
        return Just(None).boxed();
    }
    if 1.0 <= share {
        return something.prop_map(Some).boxed();
    }
    prop::option::weighted(probability, something).boxed()
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
        assert_eq!(places(|pick| Some(pick.among(&[2, 0, 1]))), [Some(0), Some(2)]);
    }

    #[test]
    fn numbers_near_nothing_shrink_to_it() {
        let all: Vec<i16> = (0..=u16::MAX).map(|raw| Pick(raw).near(2)).collect();
        assert!((-2..=2).all(|number| all.contains(&number)) && all.iter().all(|number| number.abs() <= 2));
        assert_eq!((Pick(0).near(2), Pick(0).near(0)), (0, 0));
    }

    #[test]
    fn what_is_never_and_what_is_always() {
        let count = |probability: f64| {
            let is = |raw: &u16| Pick(*raw).is(Probability::new(probability));
            (0..=u16::MAX).filter(is).count()
        };
        assert_eq!((count(0.0), count(1.0)), (0, 65_536));
        assert!((13_000..13_200).contains(&count(0.2)));
        assert!(!Pick(0).is(Probability::new(0.9)));
    }
}

//! The search for the smallest group of people whose loss leaves enough work: branch and bound, and greedy.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::ratio::length;

/// Pieces of work by who covers them: a bit a person, and how many pieces those people, and no others, cover.
pub(crate) struct Items {
    people: u32,
    covers: Vec<(u32, usize)>,
}

impl Items {
    /// Takes up to 32 people, and for each item the places of its people.
    pub(crate) fn new(people: usize, items: &[Vec<usize>]) -> Self {
        let mut covers = BTreeMap::new();
        for item in items {
            let cover = item.iter().fold(0_u32, |cover, place| cover | 1 << place);
            *covers.entry(cover).or_default() += 1;
        }
        Self { people: u32::try_from(people).unwrap_or(u32::BITS), covers: covers.into_iter().collect() }
    }

    /// Returns whether up to `more` of the people in `open` could still leave `least` pieces, beside those `gone`.
    ///
    /// Never says no where they could. A piece that needs k more people to go counts for 1/k with each of them: a group
    /// that leaves it has all k, so that what a group leaves is at most what its people count for together.
    fn outlook(&self, gone: u32, open: u32, more: u32, least: usize) -> Outlook {
        let mut left = 0;
        let mut counts = [0_u64; u32::BITS as usize];
        for (cover, pieces) in &self.covers {
            let mut missing = cover & !gone;
            let needed = missing.count_ones();
            if needed == 0 {
                left += pieces;
                continue;
            }
            if missing & !open != 0 || more < needed {
                continue;
            }
            let each = (*pieces as u64).saturating_mul(PIECE.div_ceil(u64::from(needed)));
            while missing != 0 {
                if let Some(count) = counts.get_mut(missing.trailing_zeros() as usize) {
                    *count = count.saturating_add(each);
                }
                missing &= missing - 1;
            }
        }
        if least <= left {
            return Outlook::Enough;
        }
        counts.sort_unstable_by_key(|count| Reverse(*count));
        let most = counts.iter().take(more as usize).fold(0_u64, |sum, count| sum.saturating_add(*count));
        let wanted = ((least - left) as u64).saturating_mul(PIECE);
        if wanted <= most { Outlook::Open } else { Outlook::Hopeless }
    }
}

/// What can become of a group.
#[derive(PartialEq, Eq)]
enum Outlook {
    /// It leaves enough already.
    Enough,
    /// Nothing says that it cannot be made to.
    Open,
    /// It cannot be made to with so few more.
    Hopeless,
}

/// One piece of work, in a unit that is whole for each of up to 25 people; beyond, a part is rounded up.
const PIECE: u64 = 26_771_144_400;

/// Returns how many of so many pieces are more than a share of them; none if that is more than there are.
pub(crate) fn least_left(pieces: usize, share: f64) -> Option<usize> {
    let whole = length(pieces);
    // The quotient is compared as a user would: 7 of 10 is not more than 0.7.
    let is_more = |left: usize| share < length(left) / whole;
    if !is_more(pieces) {
        return None;
    }
    let (mut below, mut enough) = (0, pieces);
    if is_more(0) {
        return Some(0);
    }
    while below + 1 < enough {
        let middle = usize::midpoint(below, enough);
        if is_more(middle) { enough = middle } else { below = middle }
    }
    Some(enough)
}

/// Returns the smallest group whose loss leaves `least` pieces; of several, the one whose people come first.
pub(crate) fn smallest(items: &Items, least: usize) -> Option<u32> {
    (0..=items.people).find_map(|size| group_of(items, size, least))
}

/// Returns the first group of up to `size` people whose loss leaves `least` pieces.
fn group_of(items: &Items, size: u32, least: usize) -> Option<u32> {
    let everyone = u32::MAX.checked_shr(u32::BITS - items.people).unwrap_or_default();
    // Groups that are still to be tried: who is gone, and the first person not yet decided on. The last comes first.
    let mut to_try = vec![(0_u32, 0_u32)];
    while let Some((gone, next)) = to_try.pop() {
        let undecided = u32::MAX.checked_shl(next).unwrap_or_default() & everyone;
        match items.outlook(gone, undecided, size - gone.count_ones(), least) {
            Outlook::Enough => return Some(gone),
            Outlook::Hopeless => {}
            // Nobody is undecided, or nobody more may go: then nothing counts, and the outlook is hopeless.
            Outlook::Open => to_try.extend([(gone, next + 1), (gone | 1 << next, next + 1)]),
        }
    }
    None
}

/// Returns people, by place, in the order in which the greedy search takes them, until `least` pieces are left.
pub(crate) fn greedy(people: usize, items: &[Vec<usize>], least: usize) -> Vec<usize> {
    let mut covers = vec![0_usize; people];
    for place in items.iter().flatten() {
        if let Some(count) = covers.get_mut(*place) {
            *count += 1;
        }
    }
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); people];
    for (number, item) in items.iter().enumerate() {
        for place in item {
            if let Some(of) = of.get_mut(*place) {
                of.push(number);
            }
        }
    }
    let mut here: Vec<usize> = items.iter().map(Vec::len).collect();
    let mut left = here.iter().filter(|people| **people == 0).count();
    // Work that somebody covers who is not gone yet has someone left: nobody's count ever changes.
    let mut by_cover: Vec<usize> = (0..people).filter(|place| covers.get(*place) != Some(&0)).collect();
    by_cover.sort_by_key(|place| Reverse(covers.get(*place).copied()));
    let mut order = Vec::new();
    for place in by_cover {
        if least <= left {
            break;
        }
        order.push(place);
        for number in of.get(place).into_iter().flatten() {
            if let Some(people) = here.get_mut(*number) {
                *people -= 1;
                left += usize::from(*people == 0);
            }
        }
    }
    order
}

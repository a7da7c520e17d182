//! Amounts by day for many accounts, packed: most are read again only when something comes out of order.

use std::ops::Range;

use super::tight;

/// The days of all accounts, in blocks of one cache line each; those of one account lead back in time.
///
/// A day takes the bytes that its distance from the day before and its amount need, five to seven as a rule.
#[derive(Debug, Clone, Default)]
pub(super) struct Days {
    blocks: Vec<Block>,
}

/// The latest block of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chain(u32);

impl Chain {
    /// No day yet.
    pub(super) const EMPTY: Self = Self(u32::MAX);
}

/// Some days of one account, in order, all later than those of the block before.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Block {
    before: Chain,
    /// The first and the last day in it.
    first: i32,
    last: i32,
    used: u8,
    /// Pairs of numbers of variable length: how many days after the one before, and the amount.
    bytes: [u8; ROOM],
}

const ROOM: usize = 51;

/// The most bytes of a number of 64 bits, seven bits each.
const LONGEST: usize = 10;

impl Days {
    /// Returns whether one more block for each of so many accounts can be numbered.
    pub(super) fn has_room(&self, accounts: usize) -> bool {
        self.blocks.len() + accounts < u32::MAX as usize
    }

    /// Adds a day that is later than all others of its account.
    pub(super) fn push(&mut self, chain: &mut Chain, day: i32, amount: u64) {
        let Self { blocks } = self;
        if let Some(block) = blocks.get_mut(chain.0 as usize)
            && block.append(day, amount)
        {
            return;
        }
        *chain = add_block(blocks, Block::of(*chain, day, amount));
    }

    /// Adds to the amount of any day; an amount below zero takes away from what is there.
    ///
    /// Costs O(blocks of the account since that day).
    pub(super) fn add(&mut self, chain: &mut Chain, day: i32, amount: i64) {
        if amount == 0 {
            return;
        }
        let Self { blocks } = self;
        let mut at = *chain;
        while let Some(block) = blocks.get(at.0 as usize).filter(|block| day < block.first) {
            // The earliest block takes whatever comes before it.
            if block.before == Chain::EMPTY {
                break;
            }
            at = block.before;
        }
        let Some(block) = blocks.get(at.0 as usize).copied() else {
            self.push(chain, day, 0_u64.wrapping_add_signed(amount));
            return;
        };
        let mut cells = block.cells();
        match cells.binary_search_by_key(&day, |(day, _)| *day) {
            Ok(place) => {
                if let Some((_, held)) = cells.get_mut(place) {
                    *held = held.wrapping_add_signed(amount);
                }
                cells.retain(|(_, held)| *held != 0);
            }
            Err(place) => cells.insert(place, (day, 0_u64.wrapping_add_signed(amount))),
        }
        rewrite(blocks, at, block.before, &cells);
    }

    /// Returns what the days in a range hold. Costs O(blocks of the account since the range begins).
    pub(super) fn sum(&self, chain: Chain, days: Range<i32>) -> u64 {
        let mut sum = 0_u64;
        for block in self.back(chain).take_while(|block| days.start <= block.last) {
            if block.first < days.end {
                let inside = block.cells().into_iter().filter(|(day, _)| days.contains(day));
                sum = inside.fold(sum, |sum, (_, amount)| sum.saturating_add(amount));
            }
        }
        sum
    }

    /// Returns all days of an account, in order.
    pub(super) fn all(&self, chain: Chain) -> Vec<(i32, u64)> {
        let mut days: Vec<_> = self.back(chain).flat_map(|block| block.cells().into_iter().rev()).collect();
        days.reverse();
        days
    }

    fn back(&self, chain: Chain) -> impl Iterator<Item = &Block> {
        let at = |chain: Chain| self.blocks.get(chain.0 as usize);
        std::iter::successors(at(chain), move |block| at(block.before))
    }
}

impl Block {
    fn of(before: Chain, day: i32, amount: u64) -> Self {
        let mut block = Self { before, first: day, last: day, used: 0, bytes: [0; ROOM] };
        block.append(day, amount);
        block
    }

    /// Adds a day that is later than all others, if it fits.
    fn append(&mut self, day: i32, amount: u64) -> bool {
        let mut end = usize::from(self.used);
        if end == 0 {
            (self.first, self.last) = (day, day);
        }
        if ROOM < end + written_len(distance(self.last, day)) + written_len(amount) {
            return false;
        }
        for number in [distance(self.last, day), amount] {
            end = write(&mut self.bytes, end, number);
        }
        self.used = u8::try_from(end).unwrap_or(u8::MAX);
        self.last = day;
        true
    }

    fn cells(&self) -> Vec<(i32, u64)> {
        let mut rest = self.bytes.get(..usize::from(self.used)).unwrap_or_default();
        let mut day = self.first;
        let mut cells = Vec::with_capacity(16);
        while let (Some(passed), Some(amount)) = (read(&mut rest), read(&mut rest)) {
            day = day.wrapping_add_unsigned(u32::try_from(passed).unwrap_or_default());
            cells.push((day, amount));
        }
        cells
    }
}

/// Writes other days in place of those of a block, and what does not fit into new blocks before it.
fn rewrite(blocks: &mut Vec<Block>, at: Chain, before: Chain, cells: &[(i32, u64)]) {
    let mut before = before;
    let mut block: Option<Block> = None;
    for &(day, amount) in cells {
        if block.as_mut().is_some_and(|block| block.append(day, amount)) {
            continue;
        }
        if let Some(full) = block {
            before = add_block(blocks, full);
        }
        block = Some(Block::of(before, day, amount));
    }
    if let Some(old) = blocks.get_mut(at.0 as usize) {
        // Without any day it keeps its place in the chain.
        *old = block.unwrap_or(Block { before, used: 0, last: old.first, ..*old });
    }
}

fn add_block(blocks: &mut Vec<Block>, block: Block) -> Chain {
    tight::grow(blocks, 1);
    blocks.push(block);
    Chain(u32::try_from(blocks.len() - 1).unwrap_or(u32::MAX))
}

fn distance(from: i32, to: i32) -> u64 {
    u64::try_from(i64::from(to) - i64::from(from)).unwrap_or_default()
}

/// Returns how many bytes a number takes.
fn written_len(number: u64) -> usize {
    let bits = 64 - number.leading_zeros() as usize;
    bits.div_ceil(7).max(1)
}

/// Writes a number, seven bits a byte, the low ones first; a set high bit says that more follow. Returns the end.
fn write(bytes: &mut [u8; ROOM], start: usize, number: u64) -> usize {
    let mut rest = number;
    let mut end = start;
    for byte in bytes.iter_mut().skip(start).take(LONGEST) {
        let [low, ..] = rest.to_le_bytes();
        rest >>= 7;
        end += 1;
        *byte = if rest == 0 { low & 0x7F } else { low | 0x80 };
        if rest == 0 {
            break;
        }
    }
    end
}

/// Reads a number, and goes on after it; none at the end.
fn read(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for (place, &byte) in bytes.iter().enumerate().take(LONGEST) {
        number |= u64::from(byte & 0x7F) << (7 * place);
        if byte < 0x80 {
            *bytes = bytes.get(place + 1..)?;
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::testing::Numbers;

    #[test]
    fn numbers_of_any_size_are_read_as_they_were_written() {
        for number in [0, 1, 127, 128, 16_383, 16_384, u64::from(u32::MAX), u64::MAX - 1, u64::MAX] {
            let mut bytes = [0; ROOM];
            let end = write(&mut bytes, 3, number);
            assert_eq!(end - 3, written_len(number), "{number}");
            let mut rest = &bytes[3..end];
            assert_eq!((read(&mut rest), rest.len()), (Some(number), 0));
        }
    }

    /// Compares with a map, over days in order, out of order, far apart, taken away again, of three accounts at once.
    #[test]
    fn days_are_those_of_a_map() {
        for seed in 0..300 {
            let mut numbers = Numbers(seed);
            let mut days = Days::default();
            let mut accounts: [(Chain, BTreeMap<i32, u64>); 3] =
                std::array::from_fn(|_| (Chain::EMPTY, BTreeMap::new()));
            let reach = [40, 400, 2_000_000_000][usize::try_from(seed % 3).unwrap()];
            for _ in 0..300 {
                let (chain, map) = &mut accounts[usize::try_from(numbers.below(3)).unwrap()];
                let day = i32::try_from(numbers.below(reach)).unwrap() - 20;
                let amount = 1 + (numbers.below(u64::MAX) >> numbers.below(64) >> 1);
                let last = map.keys().next_back().copied();
                if last.is_none_or(|last| last < day) {
                    days.push(chain, day, amount);
                    map.insert(day, amount);
                    continue;
                }
                let held = map.get(&day).copied().unwrap_or_default();
                // Now and then all of a day is taken away again.
                let take = numbers.below(4) == 0 && 0 < held && i64::try_from(held).is_ok();
                let change =
                    if take { -i64::try_from(held).unwrap() } else { i64::try_from(amount >> 9).unwrap() };
                days.add(chain, day, change);
                match held.wrapping_add_signed(change) {
                    0 => map.remove(&day),
                    held => map.insert(day, held),
                };
            }
            for (chain, map) in &accounts {
                assert_eq!(days.all(*chain), map.iter().map(|(day, held)| (*day, *held)).collect::<Vec<_>>());
                for _ in 0..20 {
                    let from = i32::try_from(numbers.below(reach)).unwrap() - 25;
                    let until = from.saturating_add(i32::try_from(numbers.below(reach / 3)).unwrap());
                    let expected =
                        map.range(from..until).fold(0, |sum: u64, (_, held)| sum.saturating_add(*held));
                    assert_eq!(days.sum(*chain, from..until), expected, "seed {seed}: {from}..{until}");
                }
            }
        }
    }

    #[test]
    fn a_day_that_was_emptied_can_be_filled_again() {
        let (mut days, mut chain) = (Days::default(), Chain::EMPTY);
        days.push(&mut chain, 7, 5);
        days.add(&mut chain, 7, -5);
        assert_eq!(days.all(chain), []);
        days.add(&mut chain, 3, 2);
        days.push(&mut chain, 9, 1);
        assert_eq!(days.all(chain), [(3, 2), (9, 1)]);
        assert_eq!(days.sum(chain, i32::MIN..i32::MAX), 3);
    }
}

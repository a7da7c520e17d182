//! A made-up org of any size, from a fixed seed.

use bagan::{Org, OrgBuilder};

/// A small generator of numbers (`SplitMix64`): the same on every machine, for ever.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let number = (z ^ (z >> 31)) % u64::try_from(bound).unwrap_or(u64::MAX);
        usize::try_from(number).unwrap_or(0)
    }
}

/// Builds an org of `positions` positions with spans of 4 to 11, a dotted line for one in `dotted`, and someone to work
/// with for one in three.
pub(crate) fn org(positions: usize, dotted: usize) -> Org {
    let mut numbers = Numbers(20_261_124);
    let mut org = OrgBuilder::new("Bench", "IDR");
    let (mut manager, mut left) = (0, 4);
    for own in 0..positions {
        let id = format!("p{own}");
        let mut draft = org.position(&id, "other");
        if own == 0 {
            continue;
        }
        if left == 0 {
            manager += 1;
            left = 4 + numbers.below(8);
        }
        left -= 1;
        draft = draft.reports_to(&format!("p{manager}"));
        if own % dotted == dotted - 1 {
            draft = draft.dotted_lines([format!("p{}", numbers.below(own))]);
        }
        if numbers.below(3) == 0 {
            draft.works_with([format!("p{}", numbers.below(own))]);
        }
    }
    org.build().unwrap_or_else(|errors| panic!("{errors}"))
}

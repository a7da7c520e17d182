//! A made-up org of any size as CSV, from a fixed seed.

use std::fmt::Write;

/// A small generator of numbers (`SplitMix64`): the same on every machine, for ever.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
}

const CHANNELS: [&str; 8] = ["sem", "seo", "social", "display", "video", "email", "affiliate", "marketplace"];
const NAMES: [&str; 8] = ["Siti", "Budi", "Łukasz", "Nguyễn", "はるか", "\"Wijaya, Ayu\"", "Zoë", "Мария"];

/// Writes an org of `positions` positions: spans of 4 to 11, money cut from above, one in 200 over-delegated.
pub(crate) fn generate(positions: usize) -> Vec<u8> {
    let mut numbers = Numbers(20_261_124);
    // Parents first, each a little ahead of its reports; rows are written in a scattered order below.
    let mut parents = vec![usize::MAX; positions];
    let (mut next, mut parent) = (1, 0);
    while next < positions {
        let span = 4 + numbers.below(8);
        for _ in 0..span {
            if let Some(slot) = parents.get_mut(next) {
                *slot = parent;
                next += 1;
            }
        }
        parent += 1;
    }
    let height = heights(&parents);
    let mut text =
        String::from("id,name,title,manager_id,channel,allocation,daily_limit,weekly_limit,monthly_limit\n");
    let step = scatter(positions);
    for row in 0..positions {
        let own = (row * step) % positions;
        write_row(&mut text, &mut numbers, own, &parents, height.get(own).copied().unwrap_or(0));
    }
    text.into_bytes()
}

fn heights(parents: &[usize]) -> Vec<u32> {
    let mut heights = vec![0_u32; parents.len()];
    for own in (1..parents.len()).rev() {
        let above = heights.get(own).map_or(1, |height| height + 1);
        if let Some(height) = parents.get(own).and_then(|&parent| heights.get_mut(parent)) {
            *height = above.max(*height);
        }
    }
    heights
}

/// Returns a step that visits every row once, in an order that looks like none.
fn scatter(positions: usize) -> usize {
    let common = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let wanted = positions * 618 / 1000 + 1;
    (wanted..2 * wanted + positions).find(|&step| common(step, positions) == 1).unwrap_or(1)
}

fn write_row(text: &mut String, numbers: &mut Numbers, own: usize, parents: &[usize], height: u32) {
    let title = match (own, height) {
        (0, _) => "Chief Executive Officer",
        (_, 0) => "SEO Specialist",
        (_, 1) => "Digital Marketing Manager",
        (_, 2) => "Director of Marketing",
        _ => "VP of Marketing",
    };
    let name = NAMES.get(own % NAMES.len()).copied().unwrap_or_default();
    let channels =
        if height == 0 { own % CHANNELS.len()..own % CHANNELS.len() + 1 } else { 0..CHANNELS.len() };
    let channels = CHANNELS.get(channels).unwrap_or_default().join("|");
    let parent = parents.get(own).filter(|&&parent| parent != usize::MAX);
    let manager = parent.map(|parent| format!("P{parent:07}")).unwrap_or_default();
    let base = 10_u64.pow(height.min(6)) * 1_000_000;
    let amount = if numbers.below(200) == 0 { base * 20 } else { base + numbers.below(base / 10) };
    let day = amount / 50;
    let row = writeln!(
        text,
        "P{own:07},{name},{title},{manager},{channels},{amount},{day},{},{}",
        day * 5,
        day * 15
    );
    row.unwrap_or_default();
}

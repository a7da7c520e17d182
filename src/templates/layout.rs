//! [`Layout`]: how many people go where, before anybody is drawn.

use std::ops::Range;

use crate::templates::crew::Kind;
use crate::templates::template::Template;
use crate::templates::words::SEGMENTS;

/// A DMM's team to be: which channels it runs, and how many people are in it besides the DMM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) kind: Kind,
    pub(super) channels: Range<usize>,
    pub(super) people: usize,
}

/// How many of everything a template has at a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// The heads of departments that marketing works with: one or two.
    pub(super) heads: usize,
    /// The creative people of all: of the hub alone.
    pub(super) studio: usize,
    /// The managers of segments without a team of their own: of the matrix alone.
    pub(super) segments: usize,
    /// The teams; of a hub and its spokes the hub comes first.
    pub(super) units: Vec<Unit>,
}

/// How many people a team should have, the DMM included, where more teams are possible.
const USUAL: usize = 6;
/// The most people that are looked at, far above what any template takes.
const MANY: u32 = 600;

impl Layout {
    /// Lays a template out, unless it does not take so many people and channels.
    pub(super) fn of(template: Template, people: u32, channels: usize) -> Option<Self> {
        let people = usize::try_from(people.min(MANY + 1)).ok()?;
        let second = if template == Template::FounderLed { 8 } else { 16 };
        let with = |heads| Self::with(template, people, channels, heads);
        if second <= people { with(2).or_else(|| with(1)) } else { with(1) }
    }

    /// Returns the fewest and the most people that a template takes.
    pub(super) fn people(template: Template, channels: usize) -> Option<(u32, u32)> {
        let takes = |people: &u32| Self::of(template, *people, channels).is_some();
        Some(((1..=MANY).find(takes)?, (1..=MANY).rev().find(takes)?))
    }

    /// Returns how many people are drawn, to be compared with how many there should be.
    #[cfg(test)]
    pub(super) fn drawn(&self, fixed: usize) -> usize {
        let units: usize = self.units.iter().map(|unit| 1 + unit.people).sum();
        fixed + self.heads + self.studio + self.segments + units
    }

    fn with(template: Template, people: usize, channels: usize, heads: usize) -> Option<Self> {
        // Besides the heads there are a chief executive and, but for a founder who is one, a CMO.
        let rest = |others: usize| people.checked_sub(others + heads);
        let plain = |units| Self { heads, studio: 0, segments: 0, units };
        match template {
            Template::FounderLed => units(Kind::Flat, rest(1)?, channels, 1..=1).map(plain),
            Template::FunctionalByChannel => units(Kind::InHouse, rest(2)?, channels, 2..=8).map(plain),
            Template::InHouseWithAgency => units(Kind::WithAgency, rest(2)?, channels, 2..=8).map(plain),
            Template::PodsBySegment => alike(rest(2)?, channels, 2..=SEGMENTS.len()).map(plain),
            Template::Matrix => {
                let usual = (people / 16).clamp(2, 4);
                (2..=usual).rev().find_map(|segments| {
                    let units = units(Kind::InHouse, rest(2)?.checked_sub(segments)?, channels, 2..=6)?;
                    Some(Self { heads, studio: 0, segments, units })
                })
            }
            Template::HubAndSpoke => {
                let studio = if people < 20 { 1 } else { 2 };
                // A managing director of the business units as well.
                let units = hub(rest(3)?.checked_sub(studio)?, channels)?;
                Some(Self { heads, studio, segments: 0, units })
            }
        }
    }
}

/// Divides channels and people among teams, each of which has channels of its own.
fn units(
    kind: Kind,
    pool: usize,
    channels: usize,
    teams: std::ops::RangeInclusive<usize>,
) -> Option<Vec<Unit>> {
    let (fewest, most) = (*teams.start(), (*teams.end()).min(channels));
    let usual = (pool / USUAL).min(most).max(fewest);
    let counts = (fewest..=usual).rev().chain(usual + 1..=most);
    counts.filter(|teams| *teams <= channels).find_map(|teams| {
        let runs: Vec<Range<usize>> = (0..teams).map(|team| part(channels, teams, team)).collect();
        let least: Vec<usize> = runs.iter().map(|channels| kind.least(channels.len())).collect();
        let people = spread(pool.checked_sub(teams)?, &least, kind.most())?;
        Some(runs.into_iter().zip(people).map(|(channels, people)| Unit { kind, channels, people }).collect())
    })
}

/// Divides people among teams, each of which runs all channels.
fn alike(pool: usize, channels: usize, teams: std::ops::RangeInclusive<usize>) -> Option<Vec<Unit>> {
    let kind = Kind::InHouse;
    let least = kind.least(channels);
    let usual = (pool / USUAL.max(least + 2)).clamp(*teams.start(), *teams.end());
    let counts = (*teams.start()..=usual).rev().chain(usual + 1..=*teams.end());
    counts.into_iter().find_map(|teams| {
        let people = spread(pool.checked_sub(teams)?, &vec![least; teams], kind.most())?;
        Some(people.into_iter().map(|people| Unit { kind, channels: 0..channels, people }).collect())
    })
}

/// Lays out a hub of seniors who know every channel, and spokes that run some.
fn hub(pool: usize, channels: usize) -> Option<Vec<Unit>> {
    let least = Kind::Seniors.least(channels);
    let rest = pool.checked_sub(1)?;
    let spokes = |hub: usize| {
        let teams = alike(rest.checked_sub(hub)?, 1, 2..=SEGMENTS.len())?;
        let first = Unit { kind: Kind::Seniors, channels: 0..channels, people: hub };
        // What a spoke runs is settled once it is known how many specialists it has.
        Some(std::iter::once(first).chain(teams).collect())
    };
    let usual = (rest / 4).min(12).max(least);
    if Kind::Seniors.most() < least {
        return None;
    }
    (least..=usual).rev().chain(usual + 1..=Kind::Seniors.most()).find_map(spokes)
}

/// Returns the run of one of several parts, which are as even as can be.
pub(super) fn part(whole: usize, parts: usize, part: usize) -> Range<usize> {
    part * whole / parts.max(1)..(part + 1) * whole / parts.max(1)
}

/// Divides people so that every team has its least and none more than the most, as evenly as can be.
fn spread(people: usize, least: &[usize], most: usize) -> Option<Vec<usize>> {
    // Most that is tried does not fit, and is refused before anybody is counted out.
    if most * least.len() < people || least.iter().any(|least| most < *least) {
        return None;
    }
    let mut parts = least.to_vec();
    let mut left = people.checked_sub(least.iter().sum())?;
    while left != 0 {
        let smallest = parts.iter_mut().min().filter(|part| **part < most)?;
        *smallest += 1;
        left -= 1;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_between_the_least_and_the_most_is_laid_out_in_full() {
        for template in Template::ALL.iter().copied() {
            let (fewest, most) = template.channels_range();
            for channels in [1, 2, 3, 4, 5, 6, 7, 12, 20, 21, 39, 40, 60, 66, 96, 99, 100] {
                if channels < fewest || most < channels {
                    continue;
                }
                let (least, top) = Layout::people(template, channels).unwrap();
                for people in least..=top {
                    let layout = Layout::of(template, people, channels);
                    let layout = layout
                        .unwrap_or_else(|| panic!("{template} {channels} {people} of {least} to {top}"));
                    let fixed = match template {
                        Template::FounderLed => 1,
                        Template::HubAndSpoke => 3,
                        _ => 2,
                    };
                    assert_eq!(layout.drawn(fixed), people as usize, "{template} {channels} {layout:?}");
                }
            }
        }
    }

    #[test]
    fn the_most_channels_are_the_most_that_can_be_run() {
        for template in [Template::FounderLed, Template::HubAndSpoke] {
            assert_eq!(Layout::people(template, template.channels_range().1 + 1), None, "{template}");
        }
    }

    #[test]
    fn people_are_spread_evenly_within_bounds() {
        assert_eq!(spread(10, &[2, 5], 7), Some(vec![5, 5]));
        assert_eq!(spread(6, &[2, 5], 7), None);
        assert_eq!(spread(15, &[2, 5], 7), None);
        assert_eq!(spread(14, &[2, 5], 7), Some(vec![7, 7]));
    }
}

//! How money is spread: nobody is given more than the others together, and no channel that several share is.

use crate::strategies::clean::channels::Channels;
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::purses::{Purse, shares};
use crate::strategies::clean::raw::RawSeat;

/// Spreads what is fed from one purse at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evening<'p> {
    pub(super) seats: &'p [Seat],
    pub(super) raw: &'p [&'p RawSeat],
    pub(super) channels: &'p Channels,
}

impl<'p> Evening<'p> {
    /// Evens out what those who are fed from a purse are given, which is filled after theirs.
    ///
    /// Even two are evened out, so that a third may be added who gets little.
    pub(super) fn even_out(self, feeder: usize, purses: &mut [Purse], passed_on: &mut [i64]) {
        let is_fed = |purse: &Purse| purse.fed_by == Some(feeder) && purse.given != 0;
        let fed: Vec<usize> =
            purses.iter().enumerate().filter(|(_, purse)| is_fed(purse)).map(|(place, _)| place).collect();
        if let Some(total) = passed_on.get_mut(feeder).filter(|_| 1 < fed.len()) {
            self.cut(&fed, purses, total);
        }
        self.mix(&fed, purses);
    }

    /// Cuts what one is given to what the others have together; who passes money on may have more, for it spreads below.
    fn cut(self, fed: &[usize], purses: &mut [Purse], total: &mut i64) {
        // Twice, since what is cut is rounded to whole shares, and then another may have more than the rest.
        for place in fed.iter().chain(fed).copied() {
            let Some(purse) = purses.get_mut(place).filter(|purse| !purse.feeds) else { continue };
            let others = *total - purse.given;
            if others < purse.given {
                let share = shares(self.channels_of(place).len());
                purse.given = others / share * share;
                *total = others + purse.given;
            }
        }
    }

    /// Gives money for all channels at once where one of them would get half or more.
    fn mix(self, fed: &[usize], purses: &mut [Purse]) {
        let by_channel: Vec<usize> =
            fed.iter().copied().filter(|place| self.is_by_channel(*place, purses)).collect();
        let given = |place: usize| purses.get(place).map_or(0, |purse| purse.given);
        let in_all: i64 = by_channel.iter().map(|place| given(*place)).sum();
        let on = |channel: usize| {
            by_channel.iter().copied().filter(move |place| self.channels_of(*place).contains(&channel))
        };
        let covered = (0..self.channels.count).filter(|channel| on(*channel).next().is_some()).count();
        let dominates = |channel: usize| {
            let share: i64 =
                on(channel).map(|place| given(place) / shares(self.channels_of(place).len())).sum();
            // What several share counts even alone, for more channels may be added; what one has, among three, for
            // another may come to share it.
            let enough = if 1 < on(channel).count() { 1 } else { 3 };
            enough <= covered && in_all <= 2 * share
        };
        if !(0..self.channels.count).any(dominates) {
            return;
        }
        for place in by_channel {
            if let Some(purse) = purses.get_mut(place) {
                purse.general = true;
            }
        }
    }

    /// Returns whether a position would be given money for each of its channels.
    fn is_by_channel(self, place: usize, purses: &[Purse]) -> bool {
        self.seats.get(place).is_some_and(|seat| seat.class().is_specialist())
            && self.raw.get(place).is_some_and(|raw| !raw.money.grant.general)
            && purses.get(place).is_some_and(|purse| !purse.feeds)
    }

    fn channels_of(self, place: usize) -> &'p [usize] {
        self.channels.of.get(place).map_or(&[], Vec::as_slice)
    }
}

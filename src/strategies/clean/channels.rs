//! The channels: each has a specialist who is paid for it, and no specialist has more than two (S08).

use crate::role::RoleClass;
use crate::strategies::clean::lines::Seat;
use crate::strategies::clean::raw::{RawSeat, RawWork};
use crate::strategies::pick::distinct;

/// Who is assigned which channels.
#[derive(Debug)]
pub(super) struct Channels {
    pub(super) count: usize,
    /// The channels of each position, by place.
    pub(super) of: Vec<Vec<usize>>,
    /// Whether a position is the first specialist of a channel, who has to have money for it.
    pub(super) is_first: Vec<bool>,
}

/// Assigns the channels that are wanted, or as many as there are specialists for.
pub(super) fn assign(seats: &[Seat], raw: &[&RawSeat], wanted: usize) -> Channels {
    let specialists = seats.iter().filter(|seat| seat.class().is_specialist()).count();
    let count = wanted.clamp(specialists.min(1), 2 * specialists);
    let mut channels = Channels { count, of: Vec::new(), is_first: Vec::new() };
    let mut number = 0;
    for (seat, raw) in seats.iter().zip(raw) {
        if !seat.class().is_specialist() {
            channels.of.push(helps_with(seat, &raw.work, count));
            channels.is_first.push(false);
            continue;
        }
        // The first round covers every channel or every specialist; a second one covers what is left.
        let first = if number < count { Some(number) } else { raw.work.channel.place(count) };
        let left = Some(number + specialists).filter(|channel| *channel < count);
        let second = left.or_else(|| raw.work.second_channel?.place(count));
        channels.of.push(distinct(first.into_iter().chain(second)));
        channels.is_first.push(number < count);
        number += 1;
    }
    channels
}

/// Returns the channel of somebody who is no specialist: a contributor may have one.
///
/// A DMM may not: whoever holds a budget leaves the spending to others.
fn helps_with(seat: &Seat, raw: &RawWork, count: usize) -> Vec<usize> {
    let may = seat.class() == RoleClass::Contributor;
    raw.helps_with.filter(|_| may).and_then(|pick| pick.place(count)).into_iter().collect()
}

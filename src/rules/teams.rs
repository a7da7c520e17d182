//! Which channels a team works on.

use crate::org::{Channel, ChannelIx, Org, Position};

/// Which channels each team is assigned: a question about a whole subtree, answered in O(log n).
#[derive(Debug)]
pub(crate) struct Teams {
    /// The place of each position from the top down; a subtree is a run of places.
    places: Vec<usize>,
    /// Each channel with the places of the positions that are assigned it, sorted.
    assigned: Vec<(ChannelIx, usize)>,
}

impl Teams {
    pub(crate) fn new(org: &Org) -> Self {
        let mut places = vec![0; org.position_count()];
        let mut assigned = Vec::new();
        for (place, position) in org.positions_top_down().enumerate() {
            if let Some(slot) = places.get_mut(position.ix().index()) {
                *slot = place;
            }
            assigned.extend(position.channels().map(|channel| (channel.ix(), place)));
        }
        assigned.sort_unstable();
        Self { places, assigned }
    }

    /// Returns whether the position, or anyone below it, is assigned the channel.
    pub(crate) fn has(&self, position: Position<'_>, channel: Channel<'_>) -> bool {
        let Some(&first) = self.places.get(position.ix().index()) else { return false };
        let end = first + position.subtree().len();
        let next = self.assigned.partition_point(|&pair| pair < (channel.ix(), first));
        self.assigned.get(next).is_some_and(|&pair| pair < (channel.ix(), end))
    }
}

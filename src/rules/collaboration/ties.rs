//! Which channels of a team hang together: a union-find over positions and channels.

use std::collections::BTreeMap;

use crate::org::{ChannelIx, Org, PositionIx};

/// Something that is tied to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Position(PositionIx),
    Channel(ChannelIx),
}

/// The ties of one team.
#[derive(Debug, Default)]
pub(super) struct Ties {
    places: BTreeMap<Node, usize>,
    /// To which place each place is tied; to itself if it is the first of its group.
    tied_to: Vec<usize>,
}

impl Ties {
    /// Forgets everything, and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.places.clear();
        self.tied_to.clear();
    }

    pub(super) fn tie_positions(&mut self, one: PositionIx, other: PositionIx) {
        self.tie(Node::Position(one), Node::Position(other));
    }

    pub(super) fn tie_channel(&mut self, position: PositionIx, channel: ChannelIx) {
        self.tie(Node::Position(position), Node::Channel(channel));
    }

    fn tie(&mut self, one: Node, other: Node) {
        let (one, other) = (self.place(one), self.place(other));
        let (one, other) = (self.first(one), self.first(other));
        if let Some(slot) = self.tied_to.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }

    fn place(&mut self, node: Node) -> usize {
        let next = self.tied_to.len();
        let place = *self.places.entry(node).or_insert(next);
        if place == next {
            self.tied_to.push(next);
        }
        place
    }

    /// Returns the first place of a group, and shortens the way there.
    fn first(&mut self, mut place: usize) -> usize {
        loop {
            let above = self.tied_to.get(place).copied().unwrap_or(place);
            if above == place {
                return place;
            }
            let next = self.tied_to.get(above).copied().unwrap_or(above);
            if let Some(slot) = self.tied_to.get_mut(place) {
                *slot = next;
            }
            place = next;
        }
    }

    /// Returns the channels by group: each group by name, and the groups by their first names.
    pub(super) fn channel_groups(&mut self, org: &Org) -> Vec<Vec<ChannelIx>> {
        let nodes: Vec<(Node, usize)> = self.places.iter().map(|(node, place)| (*node, *place)).collect();
        let mut groups: BTreeMap<usize, Vec<ChannelIx>> = BTreeMap::new();
        for (node, place) in nodes {
            if let Node::Channel(channel) = node {
                groups.entry(self.first(place)).or_default().push(channel);
            }
        }
        let name = |channel: &ChannelIx| org.channel_at(*channel).id();
        let mut groups: Vec<Vec<ChannelIx>> = groups.into_values().collect();
        if 1 < groups.len() {
            for group in &mut groups {
                group.sort_unstable_by_key(name);
            }
            groups.sort_unstable_by_key(|group| group.first().map(name));
        }
        groups
    }
}

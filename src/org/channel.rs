//! The view of a channel.

use crate::org::graph::Org;
use crate::org::index::ChannelIx;
use crate::org::position::Position;
use crate::org::view::view;

view!(
    /// A marketing channel.
    Channel,
    ChannelIx
);

impl<'o> Channel<'o> {
    /// Returns the id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.org.channels.get(self.ix.index()).map_or("", |channel| self.org.names.resolve(channel.id))
    }

    /// Returns the name for people to read, if one is stated.
    #[must_use]
    pub fn name(self) -> Option<&'o str> {
        self.org.channels.get(self.ix.index()).and_then(|channel| channel.name.as_deref())
    }

    /// Returns the positions that are assigned the channel, in the order stated.
    ///
    /// Costs O(positions of the org).
    pub fn positions(self) -> impl Iterator<Item = Position<'o>> + Clone {
        self.org.positions().filter(move |position| position.is_assigned(self))
    }
}

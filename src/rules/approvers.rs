//! Who above a position may approve how much, for many positions of long chains.

use hashbrown::HashMap;

use crate::calendar::Date;
use crate::money::Money;
use crate::org::{Channel, ChannelIx, Position, PositionIx};

/// The highest approval limits above positions, remembered so that no stretch of a chain is walked twice.
///
/// An approval limit may depend on the channel, so what is remembered is of one channel. Asked channel by channel
/// this costs O(positions above those asked for) a channel, whatever the number of questions.
#[derive(Debug)]
pub(crate) struct Approvers<'o> {
    on: Date,
    channel: Option<ChannelIx>,
    /// By position: the highest limits of the position itself and of those above it.
    known: HashMap<PositionIx, Highest<'o>>,
}

impl<'o> Approvers<'o> {
    pub(crate) fn new(on: Date) -> Self {
        Self { on, channel: None, known: HashMap::new() }
    }

    /// Returns the highest limit of a position above, occupied by another person, for a channel or for any.
    pub(crate) fn highest_above(
        &mut self,
        position: Position<'o>,
        channel: Option<Channel<'o>>,
    ) -> Option<Money> {
        let asked = channel.map(Channel::ix);
        if self.channel != asked {
            self.channel = asked;
            self.known.clear();
        }
        let mut walked = Vec::new();
        let mut highest = Highest::default();
        for above in position.chain() {
            if let Some(known) = self.known.get(&above.ix()) {
                highest = *known;
                break;
            }
            walked.push(above);
        }
        for above in walked.into_iter().rev() {
            if let Some(limit) = above.occupant().and_then(|_| above.approval_limit(channel, self.on)) {
                highest = highest.with(above, limit);
            }
            self.known.insert(above.ix(), highest);
        }
        highest.for_another_than(position)
    }
}

/// The two highest limits of different people: whoever asks is one person at most.
#[derive(Debug, Clone, Copy, Default)]
struct Highest<'o> {
    first: Option<(Money, Position<'o>)>,
    second: Option<(Money, Position<'o>)>,
}

impl<'o> Highest<'o> {
    fn with(self, position: Position<'o>, limit: Money) -> Self {
        let new = Some((limit, position));
        let Some((highest, holder)) = self.first else { return Self { first: new, second: None } };
        let same_person = holder.shares_person_with(position);
        if highest < limit {
            return Self { first: new, second: if same_person { self.second } else { self.first } };
        }
        if !same_person && self.second.is_none_or(|(second, _)| second < limit) {
            return Self { first: self.first, second: new };
        }
        self
    }

    fn for_another_than(self, position: Position<'_>) -> Option<Money> {
        let other = self.first.filter(|(_, holder)| !holder.shares_person_with(position)).or(self.second);
        other.map(|(limit, _)| limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::Org;
    use crate::rules::testing::{org, today};
    use crate::testing::Numbers;

    /// Positions in lines of several lengths, few people in them, limits from three sources.
    fn lines(seed: u64) -> Org {
        let mut numbers = Numbers(seed);
        org(|org| {
            org.channel("seo", "").channel("ppc", "");
            let positions = 2 + numbers.below(8);
            for index in 0..positions {
                let mut draft = org.position(&format!("p{index}"), "digital-marketing-manager");
                if 0 < index {
                    draft = draft.reports_to(&format!("p{}", index - 1 - numbers.below(index.min(2))));
                }
                if numbers.below(4) != 0 {
                    draft = draft.holder(&format!("person{}", numbers.below(3)));
                }
                if numbers.below(3) == 0 {
                    draft.approves_up_to(Money::from_minor(numbers.small(5)));
                }
            }
            for to in 1..positions {
                for channel in [None, Some("seo")] {
                    if numbers.below(2) == 0 {
                        let limit = Money::from_minor(numbers.small(5));
                        let draft = org.delegation("p0", &format!("p{to}"), 1).transaction(limit);
                        channel.map(|channel| draft.channel(channel));
                    }
                }
            }
        })
    }

    #[test]
    fn the_highest_is_that_of_a_walk_up_the_chain() {
        for seed in 0..2_000 {
            let org = lines(seed);
            let mut approvers = Approvers::new(today());
            let channels = org.channels().map(Some).chain([None]);
            // From below first: what is remembered of the positions passed is asked for next.
            let upwards: Vec<_> = org.positions_top_down().rev().collect();
            for channel in channels {
                for &position in &upwards {
                    let others = position
                        .chain()
                        .filter(|above| above.is_occupied() && !above.shares_person_with(position));
                    let walked = others.filter_map(|above| above.approval_limit(channel, today())).max();
                    let found = approvers.highest_above(position, channel);
                    assert_eq!(found, walked, "seed {seed}, {position:?} {channel:?}");
                }
            }
        }
    }
}

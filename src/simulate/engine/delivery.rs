//! Platforms serve what was asked for, or more, or less.

use crate::authority::Request;
use crate::money::Money;
use crate::simulate::engine::world::{Ask, World};

impl World<'_> {
    /// Charges what the platform serves of a request that was approved today, where that is not what was asked for.
    pub(super) fn deliver(&mut self, ask: Ask, multiple: f64) {
        let (Some(day), Some(source)) = (self.today(), self.plan.sources.get(ask.source)) else { return };
        let request = Request::new(ask.asker, source.channel, ask.amount, day.date);
        let delivery = self.ledger.deliver(&request, served(ask.amount, multiple), day);
        if self.counts() {
            self.tally.delivered(&ask, delivery);
        }
    }
}

/// Returns so many times an amount, in whole minor units.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "what is served is drawn; a cast stops at the ends"
)]
fn served(asked: Money, multiple: f64) -> Money {
    Money::from_minor(((asked.minor() as f64 * multiple).round() as i64).max(0))
}

//! What a row says of its position besides who is in it and where it stands: title, channels, hours, pay, money.

use super::amounts::{Amount, Target};
use super::cell::{cell, optional, raw, says_nothing};
use super::error::ImportFault;
use super::pay::{PayDoubt, is_of_a_year};
use super::roles::Reason;
use super::rows::{Row, Rows};
use crate::calendar::Interval;
use crate::id::Sym;
use crate::money::{Money, Quantity};

impl Rows<'_> {
    /// Adds title, channels, hours and pay.
    pub(super) fn facts(&mut self, row: Row<'_>, place: usize) {
        self.title_and_channels(row, place);
        if let Some(column) = self.plan.fte {
            self.fte(row, place, cell(row.record, column));
        }
        if let Some(column) = self.plan.pay {
            self.pay(row, place, column);
        }
    }

    fn title_and_channels(&mut self, row: Row<'_>, place: usize) {
        let mut any = false;
        for &column in &self.plan.channels {
            let text = cell(row.record, column);
            if text.is_empty() {
                continue;
            }
            let named = self.channels.of_cell(text, &mut self.org);
            for &channel in &named.channels {
                // Only further columns can repeat a channel.
                if !any || !self.org.extras.channels.row(place).contains(&channel) {
                    self.org.extras.channels.push(place, channel);
                }
            }
            any |= !named.channels.is_empty();
            if let Some((id, why)) = named.bad.clone() {
                let column = self.columns.header(column);
                self.fault(row.spot, ImportFault::InvalidId { column, id, why });
            }
        }
        let Some(title) = self.titles.get(row.title) else { return };
        if let Some(shown) = &title.shown {
            self.org.extras.title.set(place, shown.clone());
        }
        // A cell that is left empty says that there is no channel, unless the user's map knows better.
        let infer = !any && (self.plan.channels.is_empty() || title.reason == Reason::Map);
        for channel in title.channels.iter().filter(|_| infer) {
            // Ids that the map gives to channels were checked with the map.
            let Ok(channel) = self.channels.channel(channel, &mut self.org) else { continue };
            self.org.extras.channels.push(place, channel);
            count(&mut self.tally.channels_inferred, channel);
            any = true;
        }
        self.tally.specialists_without_channel += u64::from(title.is_specialist && !any);
        self.tally.managers += u64::from(title.is_manager);
    }

    fn fte(&mut self, row: Row<'_>, place: usize, text: &str) {
        if says_nothing(text) {
            return;
        }
        let percent = text.ends_with('%') || self.plan.fte_in_percent;
        match share(text.trim_end_matches('%').trim(), percent) {
            Some(fte) => self.org.extras.fte.set(place, fte),
            None => self.tally.fte_unread.push(row.spot),
        }
    }

    fn pay(&mut self, row: Row<'_>, place: usize, column: usize) {
        let text = cell(row.record, column);
        if says_nothing(text) {
            return;
        }
        let bases = &mut self.plan.pay_bases.iter().map(|&column| cell(row.record, column));
        let currency = optional(row.record, self.plan.currency);
        let doubt = match &self.amounts {
            None => Some(PayDoubt::NoCurrency),
            Some(amounts) if is_other(currency, amounts.currency().code()) => Some(PayDoubt::OtherCurrency),
            Some(_) if !bases.all(is_of_a_year) => Some(PayDoubt::OtherPeriod),
            Some(_) => None,
        };
        if let Some(doubt) = doubt {
            return self.pays.doubt(doubt, row.spot);
        }
        let number = u32::try_from(place).unwrap_or(u32::MAX);
        let Some(amounts) = &mut self.amounts else { return };
        match amounts.read(text, column, Target::Pay(number), row.spot) {
            Amount::Exact(pay) => self.pays.add(number, pay, row.spot),
            Amount::Pending => {}
            Amount::Fault(fault) => self.pays.fault(&fault, row.spot),
        }
    }

    /// Adds allocation, limits and approval limit.
    pub(super) fn authority(&mut self, row: Row<'_>, place: usize) {
        if self.amounts.is_none() {
            return self.without_currency(row);
        }
        let number = u32::try_from(place).unwrap_or(u32::MAX);
        let allocation = self.plan.allocation.filter(|&column| !says_nothing(cell(row.record, column)));
        if let Some(column) = allocation {
            let next = self.org.delegations.len();
            let amount = self.amount(row, column, Target::Allocation(next)).unwrap_or_default();
            self.org.add_delegation(row.manager.unwrap_or(row.id), row.id, amount);
            if self.valid != Interval::ALWAYS
                && let Some(delegation) = self.org.delegations.get_mut(next)
            {
                delegation.valid = self.valid;
            }
            self.granted.push(number);
            for &(window, column) in &self.plan.limits {
                if let Some(limit) = self.amount(row, column, Target::Limit(next, window))
                    && let Some(delegation) = self.org.delegations.get_mut(next)
                {
                    delegation.limits.set(window, limit);
                }
            }
        } else if self.plan.limits.iter().any(|&(_, column)| !says_nothing(cell(row.record, column))) {
            self.tally.limits_alone.push(row.spot);
        }
        if let Some(column) = self.plan.approves
            && let Some(limit) = self.amount(row, column, Target::Approves(number))
        {
            self.org.extras.approves_up_to.set(place, limit);
        }
    }

    /// Reads an amount that must be right, or is an error.
    fn amount(&mut self, row: Row<'_>, column: usize, target: Target) -> Option<Money> {
        let amounts = self.amounts.as_mut()?;
        let plain = amounts.read_plain(raw(row.record, column));
        if plain.is_some() && self.plan.currency.is_none() {
            return plain;
        }
        let text = cell(row.record, column);
        if says_nothing(text) {
            return None;
        }
        let currency = optional(row.record, self.plan.currency);
        if is_other(currency, amounts.currency().code()) {
            let fault = amounts.other_currency(self.columns.header(column), currency);
            self.fault(row.spot, fault);
            return None;
        }
        match amounts.read(text, column, target, row.spot) {
            Amount::Exact(money) => return Some(money),
            Amount::Pending => {}
            Amount::Fault(fault) => self.fault(row.spot, fault),
        }
        None
    }

    /// Asks for a currency where a row holds an amount that cannot be left out.
    fn without_currency(&mut self, row: Row<'_>) {
        let amounts = |&column: &usize| !says_nothing(cell(row.record, column));
        if let Some(column) = self.plan.authority().find(amounts) {
            let column = self.columns.header(column);
            let fault = ImportFault::NoCurrency { column };
            if !self.errors.iter().any(|error| error.what == fault) {
                self.fault(row.spot, fault);
            }
        }
    }
}

fn is_other(found: &str, currency: &str) -> bool {
    !found.is_empty() && !found.eq_ignore_ascii_case(currency) && !says_nothing(found)
}

fn count(counts: &mut Vec<(Sym, u64)>, sym: Sym) {
    match counts.iter_mut().find(|(known, _)| *known == sym) {
        Some((_, count)) => *count += 1,
        None => counts.push((sym, 1)),
    }
}

/// Reads a share of a full-time job, which is above nothing and at most two.
fn share(text: &str, percent: bool) -> Option<Quantity> {
    let share: Quantity = text.replace(',', ".").parse().ok()?;
    let share = if percent { Quantity::from_millionths(share.millionths() / 100) } else { share };
    (Quantity::ZERO < share && share <= Quantity::from(2)).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_as_numbers_or_in_percent() {
        let half = "0.5".parse().ok();
        assert_eq!((share("0.5", false), share("0,5", false), share("50", true)), (half, half, half));
        assert_eq!((share("1.0", false), share("100", true)), (Some(Quantity::ONE), Some(Quantity::ONE)));
        for text in ["0", "-1", "100", "half", ""] {
            assert_eq!(share(text, false), None, "{text}");
        }
    }
}

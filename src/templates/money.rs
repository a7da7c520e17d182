//! How money is divided and passed on.

use crate::money::{Amount, Money};
use crate::role::Permission;
use crate::spec::DelegationSpec;
use crate::templates::error::TemplateError;
use crate::templates::limits::{approval, limits, rounded};
use crate::templates::sketch::Sketch;
use crate::templates::team::{Member, Seat, Team};

/// The weight of a channel: so many people can share it evenly.
const CHANNEL: u64 = 720_720;

/// The largest budget: every amount is stated four times at most on its way down, and an org adds all of them up.
const MOST: i64 = i64::MAX / 4;

/// One share of an amount: its weight, and the least it may be in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) weight: u64,
    pub(super) least: i64,
}

impl Share {
    pub(super) fn new(weight: usize, least: i64) -> Self {
        Self { weight: weight as u64, least }
    }
}

/// Divides an amount by weight, so that the parts add up to it and none is below its least.
///
/// Where it is large enough the parts are round, but for the first, which takes what is left over.
pub(super) fn split(total: i64, shares: &[Share]) -> Option<Vec<i64>> {
    let least: i64 = shares.iter().map(|share| share.least).sum();
    let round = total.checked_div(least.checked_mul(100)?)?.max(1);
    let grain = 10_i64.pow(round.ilog10());
    let base: Vec<i64> = shares.iter().map(|share| (share.least + grain - 1) / grain).collect();
    let rest = Money::from_minor(total / grain - base.iter().sum::<i64>());
    if rest.is_negative() {
        return None;
    }
    let weights: Vec<u64> = shares.iter().map(|share| share.weight).collect();
    let parts = rest.split(&weights)?.into_iter().zip(base);
    let mut parts: Vec<i64> = parts.map(|(part, base)| (part.minor() + base) * grain).collect();
    *parts.first_mut()? += total % grain;
    Some(parts)
}

/// Returns what is passed on of an amount that keeps so many percent in hand, if that leaves the least.
pub(super) fn passed_on(amount: i64, kept_percent: i64, least: i64) -> i64 {
    let passed = i128::from(amount) * i128::from(100 - kept_percent) / 100;
    rounded(i64::try_from(passed).unwrap_or_default(), 3).max(least)
}

/// What one person spends on one channel.
#[derive(Debug, Clone, Copy)]
struct Pair {
    member: usize,
    channel: usize,
    share: Share,
}

impl Team {
    /// Returns the least that the team can spend: one minor unit for everybody on each channel.
    pub(super) fn least(&self) -> i64 {
        i64::try_from(self.members.iter().map(|member| member.channels.len()).sum::<usize>())
            .unwrap_or(i64::MAX)
    }

    /// Divides the team's money: evenly over channels, and over the people on each; an agency has the larger part.
    fn pairs(&self) -> Vec<Pair> {
        let is_agency = |member: &Member| member.seat == Seat::Agency;
        let agencies = self.members.iter().filter(|member| is_agency(member)).count();
        let on = |channel: usize, agency: bool| {
            let on = self.members.iter().filter(move |member| is_agency(member) == agency);
            on.filter(|member| member.channels.contains(&channel)).count().max(1) as u64
        };
        let pair = |member: usize, of: &Member, channel: usize| {
            // Of one agency among a few the larger part would be too much in one place (RSK004).
            let parts = match (agencies, is_agency(of)) {
                (0 | 1, _) | (_, false) => 1,
                (_, true) => 2,
            };
            let weight = parts * CHANNEL / on(channel, is_agency(of));
            Pair { member, channel, share: Share { weight, least: 1 } }
        };
        let members = self.members.iter().enumerate();
        members
            .flat_map(|(index, member)| {
                member.channels.iter().map(move |channel| pair(index, member, *channel))
            })
            .collect()
    }
}

impl Sketch<'_> {
    /// Returns the whole budget, if it is enough for so much and an org can count it; else says what would be.
    pub(super) fn budget(&self, least: i64) -> Result<i64, TemplateError> {
        let budget = self.size.budget.minor();
        if least <= budget && budget <= MOST { Ok(budget) } else { Err(self.refused(least)) }
    }

    /// Divides an amount among shares that it is enough for.
    pub(super) fn split(&self, total: i64, shares: &[Share]) -> Result<Vec<i64>, TemplateError> {
        let least: i64 = shares.iter().map(|share| share.least).sum();
        split(total, shares).ok_or_else(|| self.refused(least))
    }

    fn refused(&self, least: i64) -> TemplateError {
        let size = self.size;
        let shown = |minor: i64| size.currency.display(Money::from_minor(minor)).to_string();
        TemplateError::Budget {
            template: self.template,
            budget: shown(size.budget.minor()),
            least: shown(least),
            most: shown(MOST),
        }
    }

    /// Grants a budget, and says how much its holder may approve at once.
    pub(super) fn grant(&mut self, to: &str, budget: i64, approves_one_in: i64) {
        self.edit(to, |position, currency| {
            position.budget = Some(Amount::of(Money::from_minor(budget), currency));
            position.approves_up_to = Some(approval(budget, approves_one_in, currency));
        });
    }

    /// Says how much a position may approve at once that holds no budget: a part of somebody else's.
    pub(super) fn approves(&mut self, position: &str, budget: i64, one_in: i64) {
        self.edit(position, |position, currency| {
            position.approves_up_to = Some(approval(budget, one_in, currency));
        });
    }

    /// Delegates money to a manager, who passes it on and approves what is above the limits below.
    pub(super) fn delegate_to_manager(&mut self, from: &str, to: &str, amount: i64) {
        let currency = self.size.currency;
        let mut delegation = self.delegation(from, to, amount);
        delegation.limits.transaction =
            Some(Amount::of(Money::from_minor(rounded(amount / 20, 2).max(1)), currency));
        self.spec.delegations.push(delegation);
        self.approves(to, amount, 20);
    }

    /// Delegates money for all channels of a position, within limits.
    pub(super) fn delegate_in_general(
        &mut self,
        from: &str,
        to: &str,
        amount: i64,
        further: Option<Permission>,
    ) {
        let mut delegation = self.delegation(from, to, amount);
        delegation.limits = limits(amount, self.size.currency);
        delegation.sub_delegation = further;
        self.spec.delegations.push(delegation);
    }

    /// Delegates a team's money: to everybody for each channel, and through the leads to those whom they lead.
    pub(super) fn fund(&mut self, team: usize, from: &str, total: i64) -> Result<(), TemplateError> {
        let Some(team) = self.teams.get(team).cloned() else { return Ok(()) };
        let pairs = team.pairs();
        // Members follow their lead, so that what goes to one account is one run.
        let account = |pair: &Pair| {
            let holder = team.members.get(pair.member).and_then(|member| member.lead).unwrap_or(pair.member);
            let leads = team.members.get(holder).is_some_and(|member| member.seat == Seat::Lead);
            (holder, (!leads).then_some(pair.channel))
        };
        let runs: Vec<&[Pair]> = pairs.chunk_by(|one, other| account(one) == account(other)).collect();
        let shares: Vec<Share> = runs.iter().map(|pairs| joined(pairs)).collect();
        for (pairs, amount) in runs.iter().zip(self.split(total, &shares)?) {
            let Some((holder, channel)) = pairs.first().map(account) else { continue };
            let Some(member) = team.members.get(holder) else { continue };
            if let Some(channel) = channel {
                self.delegate_for(from, &member.id, channel, amount);
                continue;
            }
            self.delegate_in_general(from, &member.id, amount, Some(Permission::Allowed));
            self.fund_led(&team, holder, pairs, amount)?;
        }
        Ok(())
    }

    /// Delegates a lead's money to those whom it leads, but for what it spends itself.
    ///
    /// What the lead keeps of its own channel may leave another one with too large a part of the rest (RSK004); that part is
    /// cut, and the lead keeps the difference, too.
    fn fund_led(
        &mut self,
        team: &Team,
        lead: usize,
        pairs: &[Pair],
        total: i64,
    ) -> Result<(), TemplateError> {
        let Some(from) = team.members.get(lead) else { return Ok(()) };
        let shares: Vec<Share> = pairs.iter().map(|pair| pair.share).collect();
        let amounts = self.split(total, &shares)?;
        let passed_on: Vec<(&Pair, i64)> =
            pairs.iter().zip(amounts).filter(|(pair, _)| pair.member != lead).collect();
        let cut: Vec<(&Pair, i64)> =
            passed_on.iter().map(|(pair, amount)| (*pair, cut(&passed_on, pair, *amount))).collect();
        let is_too_much =
            |channel| is_judged(&cut, channel) && 3 * whole(&cut) < 5 * on_channel(&cut, channel);
        if cut.iter().any(|(pair, _)| is_too_much(pair.channel)) {
            self.fund_in_general(team, from, &cut);
            return Ok(());
        }
        for (pair, amount) in cut {
            if let Some(member) = team.members.get(pair.member) {
                self.delegate_for(&from.id, &member.id, pair.channel, amount);
            }
        }
        Ok(())
    }

    /// Delegates to each for all channels together, where there are too few minor units to spread over channels.
    fn fund_in_general(&mut self, team: &Team, from: &Member, passed_on: &[(&Pair, i64)]) {
        for of_one in passed_on.chunk_by(|one, other| one.0.member == other.0.member) {
            let amount = of_one.iter().map(|(_, amount)| amount).sum();
            let member = of_one.first().and_then(|(pair, _)| team.members.get(pair.member));
            if let Some(member) = member {
                self.delegate_in_general(&from.id, &member.id, amount, None);
            }
        }
    }

    fn delegate_for(&mut self, from: &str, to: &str, channel: usize, amount: i64) {
        let mut delegation = self.delegation(from, to, amount);
        delegation.channel = self.size.channels.get(channel).map(|(id, _)| id.clone());
        delegation.limits = limits(amount, self.size.currency);
        self.spec.delegations.push(delegation);
    }

    fn delegation(&self, from: &str, to: &str, amount: i64) -> DelegationSpec {
        let amount = Amount::of(Money::from_minor(amount), self.size.currency);
        let mut delegation = DelegationSpec::new(from, to, amount);
        delegation.valid = self.size.year;
        delegation
    }
}

/// Cuts what is passed on to one for a channel, so that the channel has no more than seven twelfths of all that is.
fn cut(passed_on: &[(&Pair, i64)], of: &Pair, amount: i64) -> i64 {
    let channel = on_channel(passed_on, of.channel);
    let others = whole(passed_on) - channel;
    // Seven parts for the channel, where the others have five.
    if !is_judged(passed_on, of.channel) || channel * 5 <= others * 7 {
        return amount;
    }
    let cut = i128::from(amount) * others * 7 / (channel * 5);
    i64::try_from(cut).unwrap_or(amount).max(1)
}

/// Returns whether the part of a channel is judged at all: among three channels, or, of one person's, among three people.
fn is_judged(passed_on: &[(&Pair, i64)], channel: usize) -> bool {
    let several = |of: fn(&Pair) -> usize| {
        let mut each: Vec<usize> = passed_on.iter().map(|(pair, _)| of(pair)).collect();
        each.sort_unstable();
        each.dedup();
        3 <= each.len()
    };
    let people = passed_on.iter().filter(|(pair, _)| pair.channel == channel).count();
    several(|pair| pair.channel) || people == 1 && several(|pair| pair.member)
}

fn whole(passed_on: &[(&Pair, i64)]) -> i128 {
    passed_on.iter().map(|(_, amount)| i128::from(*amount)).sum()
}

fn on_channel(passed_on: &[(&Pair, i64)], channel: usize) -> i128 {
    let on = passed_on.iter().filter(|(pair, _)| pair.channel == channel);
    on.map(|(_, amount)| i128::from(*amount)).sum()
}

/// Joins the shares of one account.
fn joined(pairs: &[Pair]) -> Share {
    let add = |sum: Share, pair: &Pair| Share {
        weight: sum.weight.saturating_add(pair.share.weight),
        least: sum.least + pair.share.least,
    };
    pairs.iter().fold(Share { weight: 0, least: 0 }, add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_none_is_below_its_least() {
        let shares = [Share::new(3, 1), Share::new(1, 4), Share::new(2, 2)];
        for total in (7..3_000).chain([999_999, 1_000_000_007, i64::MAX / 4]) {
            let parts = split(total, &shares).unwrap();
            assert_eq!(parts.iter().sum::<i64>(), total);
            assert!(parts.iter().zip(shares).all(|(part, share)| share.least <= *part), "{total}: {parts:?}");
        }
        assert_eq!(split(6, &shares), None);
        assert_eq!(split(0, &[]), None);
    }

    #[test]
    fn large_parts_are_round_but_for_the_first() {
        let shares = [Share::new(1, 1), Share::new(1, 1), Share::new(1, 1)];
        assert_eq!(split(1_000_001, &shares), Some(vec![334_001, 333_000, 333_000]));
    }
}

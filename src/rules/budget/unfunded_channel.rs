//! `BUD009`, unfunded-channel.

use crate::calendar::Date;
use crate::check::{Context, Finding, Value};
use crate::org::{Channel, Org, Position, PositionIx};
use crate::rules::declare_rule;
use crate::rules::teams::Teams;

/// How many positions a message names; it counts more than these.
const NAMED: usize = 6;

declare_rule! {
    /// Finds channels that positions are assigned, none of whom was given money for them (S04 S12).
    ///
    /// A budget covers every channel of its holder, and so does a delegation without a channel.
    ///
    /// ## Why it matters
    /// A DMM plans the budget so that all channels work as one. A channel that people work on without any money
    /// was forgotten in the plan, or its money is with somebody who does not work on it.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation").channel("email", "Email");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo", "email"]);
    /// org.delegation("dmm", "seo", 400_000).channel("seo").day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unfunded-channel").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation").channel("email", "Email");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo", "email"]);
    /// org.delegation("dmm", "seo", 400_000).channel("seo").day(5_000);
    /// org.delegation("dmm", "seo", 100_000).channel("email").day(1_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unfunded-channel").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A channel that nobody is assigned (`channel-without-specialist`). One whose money went to somebody who does not
    /// work on it, or whose people got money for another (`delegation-outside-channels`). A channel whose money has run out, which
    /// `expired-delegation` finds, or is still to come.
    pub struct UnfundedChannel {
        code: "BUD009",
        name: "unfunded-channel",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let mut coverages = survey(org);
    leave_misdirected(org, cx.as_of(), &mut coverages);
    for (channel, coverage) in org.channels().zip(coverages) {
        if coverage.assigned == 0 || coverage.funded {
            continue;
        }
        cx.report(
            Finding::at(channel)
                .fact("positions", coverage.positions(org))
                .says("{at} is assigned to {positions} without any money to spend on it")
                .help("delegate money for {at} to a position that is assigned it"),
        );
    }
}

/// Who is assigned one channel, and whether one of them was given money for it.
#[derive(Debug, Clone, Copy, Default)]
struct Coverage {
    assigned: usize,
    funded: bool,
    first: [Option<PositionIx>; NAMED],
    last: Option<PositionIx>,
}

impl Coverage {
    fn assign(&mut self, position: PositionIx) {
        if let Some(slot) = self.first.get_mut(self.assigned) {
            *slot = Some(position);
        }
        self.assigned += 1;
        self.last = Some(position);
    }

    /// Returns the positions by name, or how many they are.
    fn positions(&self, org: &Org) -> Value {
        if NAMED < self.assigned {
            return Value::count(self.assigned, "position", "positions");
        }
        Value::list(org, self.first.iter().flatten().map(|&ix| org.position_at(ix)))
    }
}

/// Returns the coverage of each channel, from one walk over all positions.
fn survey(org: &Org) -> Vec<Coverage> {
    let mut coverages = vec![Coverage::default(); org.channels().len()];
    if coverages.is_empty() {
        return coverages;
    }
    for position in org.positions() {
        if position.channels().len() == 0 {
            continue;
        }
        let funded = has_general_money(position);
        for channel in position.channels() {
            if let Some(coverage) = coverages.get_mut(channel.ix().index()) {
                coverage.assign(position.ix());
                coverage.funded |= funded;
            }
        }
        for delegation in position.received().filter(|delegation| !delegation.amount().is_zero()) {
            let channel = delegation.channel().map(|channel| channel.ix().index());
            if let Some(coverage) = channel.and_then(|channel| coverages.get_mut(channel)) {
                // Money for a channel that the position is not assigned funds nothing.
                coverage.funded |= coverage.last == Some(position.ix());
            }
        }
    }
    coverages
}

/// Counts channels as funded whose money went astray: a delegation for a channel that the delegate does not work on.
///
/// Both the channel that it is for and those of the delegate, for which of the two was meant nobody knows;
/// `delegation-outside-channels` reports it.
fn leave_misdirected(org: &Org, today: Date, coverages: &mut [Coverage]) {
    let is_open = |channel: Channel<'_>, coverages: &[Coverage]| {
        coverages.get(channel.ix().index()).is_some_and(|coverage| coverage.assigned != 0 && !coverage.funded)
    };
    let mut teams = None;
    for delegation in org.delegations() {
        let (to, Some(channel)) = (delegation.to(), delegation.channel()) else { continue };
        let mut left_open = to.channels().chain([channel]).filter(|channel| is_open(*channel, coverages));
        if delegation.amount().is_zero() || left_open.next().is_none() || to.is_assigned(channel) {
            continue;
        }
        if delegation.has_ended(today) || teams.get_or_insert_with(|| Teams::new(org)).has(to, channel) {
            continue;
        }
        for channel in to.channels().chain([channel]) {
            if let Some(coverage) = coverages.get_mut(channel.ix().index()) {
                coverage.funded = true;
            }
        }
    }
}

/// Returns whether the position was given money for whatever it is assigned.
fn has_general_money(position: Position<'_>) -> bool {
    let mut delegated = position.received().filter(|delegation| delegation.channel().is_none());
    position.budget().is_some_and(|budget| !budget.is_zero())
        || delegated.any(|delegation| !delegation.amount().is_zero())
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "unfunded-channel";
    const FOUND: &str = "`seo` is assigned to `blog` and `seo` without any money to spend on it";

    fn team(org: &mut OrgBuilder) {
        org.channel("seo", "").channel("ppc", "");
        org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        org.position("blog", "specialist").reports_to("dmm").channels(["seo"]);
        org.position("ppc", "specialist").holder("agus").reports_to("dmm");
    }

    #[test]
    fn a_channel_that_only_the_manager_has_money_for_is_found() {
        let org = org(team);
        assert_eq!(findings(&org, RULE), [FOUND]);
    }

    #[test]
    fn one_of_those_assigned_is_enough() {
        for channel in [None, Some("seo")] {
            let org = org(|org| {
                team(org);
                let draft = org.delegation("dmm", "blog", 1);
                channel.map(|channel| draft.channel(channel));
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{channel:?}");
        }
    }

    #[test]
    fn an_amount_of_nothing_funds_nothing() {
        let org = org(|org| {
            team(org);
            org.delegation("dmm", "blog", 0).channel("seo");
            org.delegation("dmm", "seo", 0).channel("ppc");
            org.delegation("dmm", "blog", 0);
        });
        assert_eq!(findings(&org, RULE), [FOUND]);
    }

    #[test]
    fn money_that_went_astray_is_left_to_another_rule() {
        for (to, channel) in [("seo", "ppc"), ("ppc", "seo")] {
            for (valid, expected) in [(ended(), 1), (to_come(), 0)] {
                let org = org(|org| {
                    team(org);
                    org.delegation("dmm", to, 1).channel(channel).valid(valid);
                });
                assert_eq!(findings(&org, RULE).len(), expected, "{to} {channel} {valid}");
                assert_eq!(
                    findings(&org, "delegation-outside-channels").len(),
                    1 - expected,
                    "{to} {channel}"
                );
            }
        }
    }

    #[test]
    fn money_of_a_lead_for_a_channel_of_the_team_did_not_go_astray() {
        let org = org(|org| {
            team(org);
            org.position("lead", "lead-specialist").reports_to("dmm");
            org.position("ads", "specialist").reports_to("lead").channels(["ppc"]);
            org.delegation("dmm", "lead", 1).channel("ppc");
            org.delegation("dmm", "blog", 1).channel("seo");
        });
        assert_eq!(findings(&org, RULE), ["`ppc` is assigned to `ads` without any money to spend on it"]);
    }

    #[test]
    fn a_manager_who_works_on_the_channel_pays_from_the_budget() {
        let org = org(|org| {
            team(org);
            org.position("founder", "digital-marketing-manager").holder("sari").budget(1).channels(["seo"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn money_that_has_run_out_or_is_to_come_is_not_this_rules() {
        for valid in [ended(), to_come()] {
            let org = org(|org| {
                team(org);
                org.delegation("dmm", "seo", 1).channel("seo").valid(valid);
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{valid}");
        }
    }

    #[test]
    fn a_channel_that_nobody_is_assigned_is_left_alone() {
        let org = org(|org| {
            org.channel("seo", "");
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn beyond_a_few_the_positions_are_counted() {
        for (count, found) in [(6, "`p0`, `p1`, `p2`, `p3`, `p4` and `p5`"), (7, "7 positions")] {
            let org = org(|org| {
                org.channel("seo", "");
                for index in (0..count).rev() {
                    org.position(&format!("p{index}"), "specialist").channels(["seo"]);
                }
            });
            let expected = format!("`seo` is assigned to {found} without any money to spend on it");
            assert_eq!(findings(&org, RULE), [expected]);
        }
    }
}

//! `BUD004`, delegation-outside-channels.

use crate::check::{Context, Finding};
use crate::org::{Channel, Delegation};
use crate::rules::declare_rule;
use crate::rules::teams::Teams;

/// How many channels of the delegate are looked at one by one: more than a specialist has (S08).
const FEW: usize = 8;

declare_rule! {
    /// Finds delegations for a channel that neither the delegate nor anyone below it is assigned (S13).
    ///
    /// A manager need not be assigned a channel to hold money for it: the team may be.
    ///
    /// ## Why it matters
    /// A specialist manages the spend of the assigned channel. Money for another one cannot be spent: it is either
    /// a mistake in the channel or an assignment that somebody forgot.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation").channel("email", "Email");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    /// org.delegation("dmm", "seo", 400_000).channel("email").day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("delegation-outside-channels").count(), 1);
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
    /// org.delegation("dmm", "seo", 400_000).channel("email").day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("delegation-outside-channels").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A delegation without a channel, which covers whatever the delegate is assigned, and one that has ended.
    pub struct DelegationOutsideChannels {
        code: "BUD004",
        name: "delegation-outside-channels",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    // Most delegates are assigned their channel; the teams are looked at only for the others.
    let mut teams = None;
    for delegation in org.delegations() {
        let Some(channel) = delegation.channel() else { continue };
        let assigned = delegation.to().channels().take(FEW).any(|own| own == channel);
        if assigned || delegation.has_ended(cx.as_of()) {
            continue;
        }
        if !teams.get_or_insert_with(|| Teams::new(org)).has(delegation.to(), channel) {
            cx.report(finding(delegation, channel));
        }
    }
}

fn finding(delegation: Delegation<'_>, channel: Channel<'_>) -> Finding {
    let to = delegation.to();
    let says = match to.span() {
        0 => "{at} is for a channel that {to} is not assigned",
        _ => "{at} is for a channel that neither {to} nor anyone below is assigned",
    };
    Finding::at(delegation)
        .field("channel")
        .fact("to", to)
        .fact("channel", channel)
        .says(says)
        .help("assign {channel} to {to}, or delegate to a position that is assigned it")
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::rules::testing::fields;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "delegation-outside-channels";

    fn team(org: &mut OrgBuilder) {
        org.channel("seo", "").channel("ppc", "").channel("email", "");
        org.position("cmo", "cmo").holder("sari").budget(1_000);
        // Stated before its manager, so that places and handles differ.
        org.position("email", "specialist").holder("ayu").reports_to("crm").channels(["email"]);
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
        org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
        org.position("ppc", "specialist").reports_to("dmm").channels(["ppc"]);
        org.position("crm", "digital-marketing-manager").holder("adit").reports_to("cmo");
    }

    #[test]
    fn a_specialist_who_is_not_assigned_the_channel_is_found() {
        let org = org(|org| {
            team(org);
            org.delegation("cmo", "seo", 100).channel("ppc");
        });
        assert_eq!(
            findings(&org, RULE),
            ["the delegation from `cmo` to `seo` for `ppc` is for a channel that `seo` is not assigned"]
        );
        assert_eq!(fields(&org, RULE), ["channel"]);
    }

    #[test]
    fn a_manager_whose_team_is_not_assigned_the_channel_is_found() {
        let org = org(|org| {
            team(org);
            org.delegation("cmo", "dmm", 100).channel("email");
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the delegation from `cmo` to `dmm` for `email` is for a channel that neither `dmm` nor anyone \
              below is assigned"
            ]
        );
    }

    #[test]
    fn the_channels_of_a_team_are_the_managers_too() {
        let org = org(|org| {
            team(org);
            org.delegation("cmo", "dmm", 100).channel("seo");
            org.delegation("cmo", "dmm", 100).channel("ppc");
            org.delegation("cmo", "crm", 100).channel("email");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_delegation_for_every_channel_is_left_alone() {
        let org = org(|org| {
            team(org);
            org.position("blog", "specialist").reports_to("dmm");
            org.delegation("dmm", "blog", 100);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn the_last_of_many_channels_counts_too() {
        let ids: Vec<String> = (0..20).map(|index| format!("c{index}")).collect();
        let org = org(|org| {
            for id in &ids {
                org.channel(id, "");
            }
            org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
            org.position("all", "specialist").reports_to("dmm").channels(&ids);
            org.delegation("dmm", "all", 100).channel("c19");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_delegation_that_has_ended_is_left_alone_and_one_to_come_is_not() {
        for (valid, found) in [(ended(), 0), (to_come(), 1)] {
            let org = org(|org| {
                team(org);
                org.delegation("dmm", "seo", 100).channel("ppc").valid(valid);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{valid}");
        }
    }

    #[test]
    fn teams_are_those_of_a_walk_through_the_subtree() {
        let org = org(team);
        let teams = super::Teams::new(&org);
        for position in org.positions() {
            for channel in org.channels() {
                let walked = position.subtree().any(|below| below.is_assigned(channel));
                assert_eq!(teams.has(position, channel), walked, "{position:?} {channel:?}");
            }
        }
    }
}

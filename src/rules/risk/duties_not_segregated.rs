//! `RSK006`, duties-not-segregated.

use crate::check::{Context, Finding, Value};
use crate::org::{Account, Channel};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds positions that hold a budget and spend it on a channel themselves, with nobody in between (S12, S13).
    ///
    /// The crate sees who sets a budget, who limits and who spends. Who books a spend and who reconciles the invoice
    /// is not part of an org file, so that those two duties have to be segregated, and checked, where they are done.
    ///
    /// ## Why it matters
    /// Who sets the money should not be who spends it, books it and reconciles it: a DMM allocates, a specialist
    /// spends within limits. "Separating the responsibilities for authorizing transactions, processing and recording
    /// them, reviewing the transactions" keeps an error, or worse, from passing unseen (GAO, Standards for Internal
    /// Control in the Federal Government, GAO-14-704G, 10.03). A budget has no limits, so that no spend of its
    /// holder ever needs an approval.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000).channels(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("duties-not-segregated").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.channel("seo", "Search engine optimisation");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm").channels(["seo"]);
    /// org.delegation("dmm", "seo", 400_000).channel("seo").day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("duties-not-segregated").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// An org whose policy asks two people to approve a spend (`dual-control-above`) that is smaller than the
    /// budget. Who may hold no budget (`budget-below-manager`). An empty seat, and the class `external`. One person
    /// in two seats (`manager-of-oneself`, `self-approval`).
    pub struct DutiesNotSegregated {
        code: "RSK006",
        name: "duties-not-segregated",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (org, today) = (cx.org(), cx.as_of());
    let dual_control = cx.settings().dual_control_above;
    for position in org.positions() {
        let Some(budget) = position.budget().filter(|budget| !budget.is_zero()) else { continue };
        if position.channels().len() == 0
            || !position.is_occupied()
            || position.class() == RoleClass::External
            || !position.class().facts().may_hold_budget.is_allowed()
            || dual_control.is_some_and(|above| above < budget)
        {
            continue;
        }
        let from_budget =
            |channel: &Channel<'_>| matches!(position.account_for(*channel, today), Some(Account::Budget(_)));
        let channels = position.channels().filter(from_budget);
        if channels.clone().next().is_none() {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("channels")
                .fact("budget", budget)
                .fact("channels", Value::list(org, channels))
                .says("{at} holds a budget of {budget} and spends it on {channels} itself: nobody limits or approves that")
                .help("delegate to somebody who is assigned {channels}, or state `dual-control-above` in the policy"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::money::Money;
    use crate::org::OrgBuilder;
    use crate::rules::testing::{fields, findings, org};
    use crate::testing::{ended, this_year};

    const RULE: &str = "duties-not-segregated";

    fn found(role: &str, state: impl FnOnce(&mut OrgBuilder)) -> Vec<String> {
        let org = org(|org| {
            org.channel("seo", "").channel("ppc", "");
            org.position("cmo", "cmo").holder("sari").budget(1_000);
            org.position("seat", role).holder("rina").reports_to("cmo").budget(500).channels(["seo", "ppc"]);
            state(org);
        });
        let found = findings(&org, RULE);
        assert_eq!(fields(&org, RULE), vec!["channels"; found.len()]);
        found
    }

    #[test]
    fn who_spends_an_own_budget_is_found_with_the_channels() {
        assert_eq!(
            found("digital-marketing-manager", |_| {}),
            [
                "`seat` holds a budget of IDR 500 and spends it on `ppc` and `seo` itself: nobody limits or approves that"
            ]
        );
    }

    #[test]
    fn what_somebody_else_delegated_for_a_channel_is_spent_first() {
        let for_one = |valid| {
            found("digital-marketing-manager", |org| {
                org.delegation("cmo", "seat", 100).channel("seo").day(1).valid(valid);
            })
        };
        assert!(for_one(this_year())[0].contains("on `ppc` itself"), "{:?}", for_one(this_year()));
        assert!(for_one(ended())[0].contains("on `ppc` and `seo` itself"));
        let for_all = found("digital-marketing-manager", |org| {
            org.delegation("cmo", "seat", 100).day(1);
        });
        assert_eq!(for_all, [""; 0]);
    }

    #[test]
    fn dual_control_below_the_budget_is_a_second_pair_of_eyes() {
        for (above, expected) in [(499, 0), (500, 1), (501, 1)] {
            let found = found("digital-marketing-manager", |org| {
                org.policy_mut().thresholds.dual_control_above = Some(Money::from_minor(above * 100));
            });
            assert_eq!(found.len(), expected, "{above}");
        }
    }

    #[test]
    fn who_may_hold_none_and_outsiders_are_left_alone() {
        for role in ["specialist", "copywriter", "external"] {
            assert_eq!(found(role, |_| {}), [""; 0], "{role}");
        }
    }

    #[test]
    fn no_channel_no_money_and_an_empty_seat_are_left_alone() {
        let found = found("specialist", |org| {
            org.position("a", "digital-marketing-manager").holder("budi").budget(500);
            org.position("b", "digital-marketing-manager").holder("ayu").budget(0).channels(["seo"]);
            org.position("c", "digital-marketing-manager").budget(500).channels(["seo"]);
        });
        assert_eq!(found, [""; 0]);
    }
}

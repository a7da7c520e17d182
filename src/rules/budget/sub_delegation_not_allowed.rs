//! `BUD013`, sub-delegation-not-allowed.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds delegations that are cut from one which may not be delegated further (policy, S13).
    ///
    /// A delegation says so itself, with `sub-delegation`; else the role class of its delegate decides: a manager
    /// may pass money on, a specialist may not. What is not in force on the day of the check does not count.
    ///
    /// ## Why it matters
    /// A specialist manages the spend within limits that the DMM set for that one person. Passed on, the money is
    /// spent by somebody whom the DMM did not choose.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
    /// org.position("seo", "specialist").holder("budi").reports_to("lead");
    /// org.delegation("dmm", "lead", 600_000).day(5_000);
    /// org.delegation("lead", "seo", 400_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("sub-delegation-not-allowed").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, Permission, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
    /// org.position("seo", "specialist").holder("budi").reports_to("lead");
    /// org.delegation("dmm", "lead", 600_000).day(5_000).sub_delegation(Permission::Allowed);
    /// org.delegation("lead", "seo", 400_000).day(5_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("sub-delegation-not-allowed").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// What is cut from a budget: whether the holder may have one is the affair of `budget-below-manager`.
    pub struct SubDelegationNotAllowed {
        code: "BUD013",
        name: "sub-delegation-not-allowed",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    let funding = cx.funding();
    for delegation in org.delegations() {
        let Some(account) = funding.cut_of(delegation.ix()).map(|ix| org.delegation_at(ix)) else { continue };
        if account.sub_delegation().is_allowed() {
            continue;
        }
        cx.report(
            Finding::at(delegation)
                .field("from")
                .fact("account", account)
                .fact("grantor", account.from())
                .fact("to", delegation.to())
                .says("{at} is cut from {account}, which may not be delegated further")
                .help("let {grantor} allow sub-delegation there, or delegate to {to} itself"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::role::Permission::{Allowed, NotAllowed};
    use crate::rules::testing::helps;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "sub-delegation-not-allowed";

    fn line(org: &mut OrgBuilder) {
        org.channel("seo", "").channel("ppc", "");
        org.position("cmo", "cmo").holder("sari").budget(1_000);
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
        org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
        org.position("seo", "specialist").holder("budi").reports_to("lead");
    }

    #[test]
    fn a_specialist_who_passes_money_on_is_found() {
        let org = org(|org| {
            line(org);
            org.delegation("dmm", "lead", 100);
            org.delegation("lead", "seo", 50).channel("seo");
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the delegation from `lead` to `seo` for `seo` is cut from the delegation from `dmm` to `lead`, \
              which may not be delegated further"
            ]
        );
        assert_eq!(helps(&org, RULE), ["let `dmm` allow sub-delegation there, or delegate to `seo` itself"]);
    }

    #[test]
    fn what_is_stated_goes_before_the_role_class() {
        for (to_dmm, to_lead, found) in
            [(None, Some(Allowed), 0), (None, Some(NotAllowed), 1), (Some(NotAllowed), Some(Allowed), 1)]
        {
            let org = org(|org| {
                line(org);
                let draft = org.delegation("cmo", "dmm", 100);
                to_dmm.map(|permission| draft.sub_delegation(permission));
                let draft = org.delegation("dmm", "lead", 100);
                to_lead.map(|permission| draft.sub_delegation(permission));
                org.delegation("lead", "seo", 50);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{to_dmm:?} {to_lead:?}");
        }
    }

    #[test]
    fn the_account_that_it_is_cut_from_decides() {
        let org = org(|org| {
            line(org);
            org.delegation("dmm", "lead", 100).channel("seo").sub_delegation(Allowed);
            org.delegation("dmm", "lead", 100);
            org.delegation("lead", "seo", 50).channel("seo");
            org.delegation("lead", "seo", 50).channel("ppc");
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the delegation from `lead` to `seo` for `ppc` is cut from the delegation from `dmm` to `lead`, \
              which may not be delegated further"
            ]
        );
    }

    #[test]
    fn a_budget_may_be_delegated() {
        let org = org(|org| {
            line(org);
            org.position("owner", "specialist").holder("agus").budget(100);
            org.position("below", "specialist").holder("ayu").reports_to("owner");
            org.delegation("cmo", "dmm", 100);
            org.delegation("owner", "below", 100);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn only_what_is_in_force_counts() {
        for not_now in [ended(), to_come()] {
            let org = org(|org| {
                line(org);
                org.delegation("dmm", "lead", 100).valid(not_now);
                org.delegation("lead", "seo", 50);
                org.position("peer", "lead-specialist").holder("agus").reports_to("dmm");
                org.position("junior", "specialist").holder("ayu").reports_to("peer");
                org.delegation("dmm", "peer", 100);
                org.delegation("peer", "junior", 50).valid(not_now);
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{not_now}");
        }
    }

    #[test]
    fn circles_end() {
        let org = org(|org| {
            line(org);
            org.delegation("lead", "seo", 100);
            org.delegation("seo", "lead", 100);
        });
        assert_eq!(findings(&org, RULE).len(), 2);
    }
}

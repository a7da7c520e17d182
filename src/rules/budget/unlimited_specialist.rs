//! `BUD007`, unlimited-specialist.

use crate::check::{Context, Finding};
use crate::rules::declare_rule;

declare_rule! {
    /// Finds money delegated to a specialist with neither a daily nor a weekly limit (S13).
    ///
    /// A senior specialist counts as one. An average limits the day as well, by what its platform may charge. A limit further up does not count: others spend from it too, and it says
    /// nothing of this specialist.
    ///
    /// ## Why it matters
    /// A specialist manages daily and weekly spend within limits that the DMM sets. Without any, one wrong setting
    /// in an ad platform can spend the year's money overnight, before anyone looks.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).month(40_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unlimited-specialist").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000_000);
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("dmm", "seo", 400_000).week(10_000).month(40_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("unlimited-specialist").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A delegation of zero, and one that has ended.
    pub struct UnlimitedSpecialist {
        code: "BUD007",
        name: "unlimited-specialist",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for delegation in cx.org().delegations() {
        let (class, limits) = (delegation.to().class(), delegation.limits());
        let limited = limits.day.or(limits.week).is_some();
        let money = !delegation.amount().is_zero() && !delegation.has_ended(cx.as_of());
        if limited || !class.is_specialist() || !money {
            continue;
        }
        cx.report(
            Finding::at(delegation)
                .fact("to", delegation.to())
                .fact("class", class)
                .fact("amount", delegation.amount())
                .says("{at} lets a {class} spend {amount} with neither a daily nor a weekly limit")
                .help("limit what {to} may spend a day or a week"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::money::Money;
    use crate::org::{DelegationDraft, OrgBuilder};
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "unlimited-specialist";

    fn team(org: &mut OrgBuilder) {
        org.position("cmo", "cmo").holder("sari").budget(1_000);
        org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
        org.position("lead", "lead-specialist").reports_to("dmm");
        org.position("seo", "specialist").holder("budi").reports_to("lead");
        org.position("writer", "copywriter").holder("ayu").reports_to("dmm");
    }

    fn found(to: &str, limits: fn(DelegationDraft<'_>) -> DelegationDraft<'_>) -> usize {
        let org = org(|org| {
            team(org);
            limits(org.delegation("dmm", to, 100));
        });
        findings(&org, RULE).len()
    }

    #[test]
    fn a_specialist_without_limits_is_found() {
        let org = org(|org| {
            team(org);
            org.delegation("dmm", "lead", 100).transaction(1).month(10);
        });
        assert_eq!(
            findings(&org, RULE),
            [
                "the delegation from `dmm` to `lead` lets a senior-specialist spend IDR 100 with neither a daily nor \
              a weekly limit"
            ]
        );
    }

    #[test]
    fn a_daily_or_a_weekly_limit_is_enough() {
        assert_eq!(found("seo", |draft| draft), 1);
        assert_eq!(found("seo", |draft| draft.day(0)), 0);
        assert_eq!(found("seo", |draft| draft.week(Money::MAX)), 0);
        assert_eq!(
            found("seo", |draft| draft.average(1, "google-ads")),
            0,
            "a platform keeps to a day's most"
        );
    }

    #[test]
    fn only_specialists_need_one() {
        let org = org(|org| {
            team(org);
            org.delegation("cmo", "dmm", 100);
            org.delegation("dmm", "writer", 100);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_limit_further_up_does_not_count() {
        let org = org(|org| {
            team(org);
            org.delegation("dmm", "lead", 100).day(10);
            org.delegation("lead", "seo", 100);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn what_has_ended_or_is_zero_is_left_alone_and_what_is_to_come_is_not() {
        assert_eq!(found("seo", |draft| draft.valid(ended())), 0);
        assert_eq!(found("seo", |draft| draft.valid(to_come())), 1);
        let zero = org(|org| {
            team(org);
            org.delegation("dmm", "seo", 0);
        });
        assert_eq!(findings(&zero, RULE), [""; 0]);
    }
}

//! `ACC001`, strategy-below-manager.

use crate::check::{Context, Finding};
use crate::org::OutcomeKind;
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds strategic outcomes that a specialist or another contributor answers for (S03, S16).
    ///
    /// ## Why it matters
    /// A DMM is the strategic decision maker and answers for the final result; a specialist answers for a channel.
    /// Whoever answers for a strategy without deciding why and what is blamed for other people's decisions.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("growth", OutcomeKind::Strategic, "seo").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("strategy-below-manager").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("strategy-below-manager").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A specialist who is responsible, consulted or informed. Heads of other departments, people outside the org,
    /// and roles that the domain says nothing of.
    pub struct StrategyBelowManager {
        code: "ACC001",
        name: "strategy-below-manager",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for outcome in cx.org().outcomes().filter(|outcome| outcome.kind() == OutcomeKind::Strategic) {
        let accountable = outcome.accountable();
        let class = accountable.class();
        if !class.is_specialist() && class != RoleClass::Contributor {
            continue;
        }
        cx.report(
            Finding::at(outcome)
                .field("accountable")
                .fact("accountable", accountable)
                .fact("class", class)
                .says("{at} is strategic, and {accountable}, of the class {class}, answers for it")
                .help("let a DMM answer for {at}, with {accountable} responsible, or state it as tactical"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::org::OutcomeKind;
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "strategy-below-manager";

    #[test]
    fn a_specialist_a_lead_and_a_contributor_are_found() {
        for (role, class) in [
            ("specialist", "specialist"),
            ("lead-specialist", "senior-specialist"),
            ("copywriter", "contributor"),
        ] {
            let org = org(|org| {
                org.position("seat", role).holder("budi");
                org.outcome("growth", OutcomeKind::Strategic, "seat");
            });
            let found = format!("`growth` is strategic, and `seat`, of the class {class}, answers for it");
            assert_eq!(findings(&org, RULE), [found]);
            assert_eq!(fields(&org, RULE), ["accountable"]);
        }
    }

    #[test]
    fn a_tactical_outcome_and_work_on_a_strategic_one_are_a_specialists() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("seo", "specialist").holder("budi").reports_to("dmm");
            org.outcome("visits", OutcomeKind::Tactical, "seo");
            org.outcome("growth", OutcomeKind::Strategic, "dmm").responsible(["seo"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn executives_and_those_of_whom_the_domain_is_silent_are_left_alone() {
        for role in ["cmo", "head-of-sales", "external", "other"] {
            let org = org(|org| {
                org.position("seat", role).holder("sari");
                org.outcome("growth", OutcomeKind::Strategic, "seat");
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{role}");
        }
    }
}

//! `RSK001`, risk-above-role.

use crate::check::{Context, Finding, Value};
use crate::org::OutcomeKind;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds outcomes that bear more risk than the role of whoever answers for them, as high risk at a specialist (S17).
    ///
    /// ## Why it matters
    /// A DMM bears high risk and a specialist medium risk: they differ in seniority, means and pay (S11, S16, S20).
    /// A specialist who answers for the failure of a business result carries a DMM's risk without a DMM's authority.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, Risk, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("visits", OutcomeKind::Tactical, "seo").risk(Risk::High).responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("risk-above-role").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, OutcomeKind, Risk, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.outcome("visits", OutcomeKind::Tactical, "dmm").risk(Risk::High).responsible(["seo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("risk-above-role").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// An outcome whose risk is not stated. A strategic outcome of a specialist (`strategy-below-manager`). Contributors, heads of other departments, people outside the org, and
    /// other roles, of whose risk the domain says nothing.
    pub struct RiskAboveRole {
        code: "RSK001",
        name: "risk-above-role",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for outcome in cx.org().outcomes() {
        let accountable = outcome.accountable();
        let class = accountable.class();
        // That a specialist answers for a strategy is `strategy-below-manager`'s affair, whatever its risk.
        if class.is_specialist() && outcome.kind() == OutcomeKind::Strategic {
            continue;
        }
        let (Some(risk), Some(most)) = (outcome.risk(), class.facts().risk) else { continue };
        if risk <= most {
            continue;
        }
        cx.report(
            Finding::at(outcome)
                .field("risk")
                .fact("risk", Value::Word(risk.as_str()))
                .fact("most", Value::Word(most.as_str()))
                .fact("class", class)
                .fact("accountable", accountable)
                .says("{at} bears {risk} risk, and {accountable}, who answers for it, {most} at most: that of a {class}")
                .help("let a DMM answer for {at}, or leave {accountable} the part of it that is tactical"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::org::OutcomeKind;
    use crate::role::Risk;
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "risk-above-role";

    fn found(role: &str, risk: Option<Risk>) -> Vec<String> {
        let org = org(|org| {
            org.position("seat", role).holder("budi");
            let draft = org.outcome("visits", OutcomeKind::Tactical, "seat").responsible(["seat"]);
            risk.map(|risk| draft.risk(risk));
        });
        let found = findings(&org, RULE);
        assert_eq!(fields(&org, RULE), vec!["risk"; found.len()]);
        found
    }

    #[test]
    fn high_risk_at_a_specialist_or_a_lead_is_found() {
        for (role, class) in [("specialist", "specialist"), ("lead-specialist", "senior-specialist")] {
            let expected = format!(
                "`visits` bears high risk, and `seat`, who answers for it, medium at most: that of a {class}"
            );
            assert_eq!(found(role, Some(Risk::High)), [expected]);
        }
    }

    #[test]
    fn a_strategy_is_left_to_another_rule() {
        let org = org(|org| {
            org.position("seat", "specialist").holder("budi");
            org.outcome("growth", OutcomeKind::Strategic, "seat").risk(Risk::High);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn medium_low_and_unstated_risk_are_silent() {
        for risk in [Some(Risk::Medium), Some(Risk::Low), None] {
            assert_eq!(found("specialist", risk), [""; 0]);
        }
    }

    #[test]
    fn managers_executives_and_those_of_whom_the_domain_is_silent_are_left_alone() {
        for role in ["digital-marketing-manager", "cmo", "copywriter", "external", "other"] {
            assert_eq!(found(role, Some(Risk::High)), [""; 0], "{role}");
        }
    }
}

//! `DEC001`, strategy-decided-below.

use crate::check::{Context, Finding, Value};
use crate::role::DecisionRight;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds specialists, senior ones included, who decide why or what (S05, S09).
    ///
    /// ## Why it matters
    /// Why and what are the DMM's questions, who answers for the final result. Where a specialist decides them, one
    /// channel's view becomes the goal of all, and nobody who answers for the whole has said yes.
    ///
    /// ## Example
    /// ```
    /// use bagan::{DecisionRight, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina");
    /// org.position("seo", "specialist").reports_to("dmm").decides([DecisionRight::What, DecisionRight::How]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("strategy-decided-below").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{DecisionRight, OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").decides([DecisionRight::What]);
    /// org.position("seo", "specialist").reports_to("dmm").decides([DecisionRight::How]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("strategy-decided-below").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// Positions whose decision rights are not stated; contributors, of whose decisions the domain says nothing.
    pub struct StrategyDecidedBelow {
        code: "DEC001",
        name: "strategy-decided-below",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let org = cx.org();
    for position in org.positions().filter(|position| position.class().is_specialist()) {
        let strategic = position.decides().filter(|right| right.is_strategic());
        if strategic.clone().next().is_none() {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("decides")
                .fact("rights", Value::list(org, strategic.map(DecisionRight::as_str).map(Value::Word)))
                .says("{at} is a specialist and decides {rights}")
                .help("leave {rights} to the DMM, and let {at} decide how and what now"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::role::DecisionRight::{How, What, WhatNow, Why};
    use crate::role::RoleClass;
    use crate::rules::testing::{fields, findings, org};

    const RULE: &str = "strategy-decided-below";

    #[test]
    fn a_specialist_who_decides_why_or_what_is_found() {
        let org = org(|org| {
            org.position("seo", "specialist").decides([Why, What, How]);
            org.position("lead", "lead-specialist").decides([What]);
            org.position("ppc", "specialist").decides([How, WhatNow]);
            org.position("email", "specialist");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`lead` is a specialist and decides what", "`seo` is a specialist and decides what and why"]
        );
        assert_eq!(fields(&org, RULE), ["decides"; 2]);
    }

    #[test]
    fn everyone_else_may_decide_why_and_what() {
        for class in RoleClass::ALL.iter().filter(|class| !class.is_specialist()) {
            let org = org(|org| {
                org.role("role").class(*class);
                org.position("a", "role").decides([Why, What]);
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{class}");
        }
    }
}

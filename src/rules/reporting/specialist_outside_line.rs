//! `RPT001`, specialist-outside-line.

use crate::check::{Context, Finding};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds specialists who report to neither a DMM nor a senior specialist (S15).
    ///
    /// ## Why it matters
    /// A specialist works independently in the field of expertise, and needs a manager who sets limits and
    /// answers for the result. A specialist below a director, a peer or nobody has neither.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("seo", "specialist").holder("budi").reports_to("cmo");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-outside-line").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("specialist-outside-line").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A manager of the class `external`, of whom the org says nothing.
    pub struct SpecialistOutsideLine {
        code: "RPT001",
        name: "specialist-outside-line",
        levels: { startup: Warn, scale_up: Deny, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        if position.class() != RoleClass::Specialist {
            continue;
        }
        let Some(manager) = position.manager() else {
            cx.report(
                Finding::at(position)
                    .says("{at} is a specialist and reports to nobody")
                    .help("let {at} report to a DMM or a senior specialist"),
            );
            continue;
        };
        let class = manager.class();
        if matches!(class, RoleClass::Manager | RoleClass::SeniorSpecialist | RoleClass::External) {
            continue;
        }
        cx.report(
            Finding::at(position)
                .field("reports-to")
                .fact("manager", manager)
                .fact("class", class)
                .says("{at} is a specialist and reports to {manager}, who is neither a DMM nor a senior specialist")
                .help("let {at} report to a DMM or a senior specialist"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "specialist-outside-line";

    #[test]
    fn a_specialist_below_a_director_is_found() {
        let org = org(|org| {
            org.position("director", "director-of-marketing").holder("sari");
            org.position("seo", "specialist").holder("budi").reports_to("director");
        });
        assert_eq!(
            findings(&org, RULE),
            ["`seo` is a specialist and reports to `director`, who is neither a DMM nor a senior specialist"]
        );
    }

    #[test]
    fn a_specialist_who_reports_to_nobody_is_found() {
        let org = org(|org| {
            org.position("seo", "specialist").holder("budi");
        });
        assert_eq!(findings(&org, RULE), ["`seo` is a specialist and reports to nobody"]);
    }

    #[test]
    fn a_dmm_and_a_senior_specialist_are_both_right() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("lead", "lead-specialist").holder("dewi").reports_to("dmm");
            org.position("seo", "specialist").holder("budi").reports_to("lead");
            org.position("ppc", "specialist").holder("agus").reports_to("dmm");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn a_dotted_line_does_not_count() {
        let org = org(|org| {
            org.position("dmm", "digital-marketing-manager").holder("rina");
            org.position("cmo", "cmo").holder("sari");
            org.position("seo", "specialist").holder("budi").reports_to("cmo").dotted_lines(["dmm"]);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn a_manager_outside_the_org_is_left_alone() {
        let org = org(|org| {
            org.position("e9", "external").holder("e9");
            org.position("seo", "specialist").holder("budi").reports_to("e9");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}

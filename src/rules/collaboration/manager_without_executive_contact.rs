//! `COL001`, manager-without-executive-contact.

use crate::check::{Context, Finding};
use crate::role::RoleClass;
use crate::rules::collaboration::contacts::managers_without;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs who neither work with nor report to anybody of the C-level (S18).
    ///
    /// Of several DMMs in one line the topmost alone is reported: the others speak through that one.
    ///
    /// ## Why it matters
    /// A DMM often works with the CMO and the CEO, to align with the company's goals and to report marketing's effect
    /// on the business. Without that contact the goals arrive by hearsay, and so do the results.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("sales", "head-of-sales").holder("joko");
    /// org.position("director", "director-of-marketing").holder("dian").reports_to("cmo");
    /// org.position("dmm", "digital-marketing-manager").reports_to("director").works_with(["sales"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-executive-contact").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("sales", "head-of-sales").holder("joko");
    /// org.position("director", "director-of-marketing").holder("dian").reports_to("cmo");
    /// org.position("dmm", "digital-marketing-manager").reports_to("director").works_with(["sales", "cmo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-executive-contact").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM who reports to the C-level, by a solid or a dotted line; one who works with somebody of the class
    /// `external`, of whom the org says nothing, or whose line passes through such a position. An org that states no
    /// `works-with` at all.
    pub struct ManagerWithoutExecutiveContact {
        code: "COL001",
        name: "manager-without-executive-contact",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in managers_without(cx.org(), RoleClass::is_executive) {
        cx.report(
            Finding::at(position)
                .says("{at} is a DMM who neither works with nor reports to anybody of the C-level")
                .help("name the CMO or the CEO in `works-with`, or somebody of the class external for one outside"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "manager-without-executive-contact";

    fn dmm(works_with: &[&str]) -> Vec<String> {
        let org = org(|org| {
            org.position("ceo", "ceo");
            org.position("cmo", "cmo").reports_to("ceo");
            org.position("director", "director-of-marketing").reports_to("cmo");
            org.position("sales", "head-of-sales");
            org.position("agency", "external");
            org.position("dmm", "digital-marketing-manager").reports_to("director").works_with(works_with);
            org.position("seo", "specialist").reports_to("dmm").works_with(["agency"]);
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_dmm_without_a_contact_is_found_and_any_of_the_c_level_will_do() {
        let found = ["`dmm` is a DMM who neither works with nor reports to anybody of the C-level"];
        assert_eq!(dmm(&[]), found);
        assert_eq!(dmm(&["sales", "director"]), found);
        for partner in ["cmo", "ceo", "agency"] {
            assert_eq!(dmm(&[partner]), [""; 0], "{partner}");
        }
    }

    #[test]
    fn who_names_whom_does_not_matter_and_a_line_will_do() {
        let org = org(|org| {
            org.position("ceo", "ceo").works_with(["a"]);
            org.position("cmo", "cmo");
            org.position("a", "digital-marketing-manager");
            org.position("b", "digital-marketing-manager").reports_to("cmo");
            org.position("c", "digital-marketing-manager").dotted_lines(["cmo"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }

    #[test]
    fn of_several_in_one_line_the_topmost_is_found() {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("dmm", "digital-marketing-manager");
            org.position("deputy", "digital-marketing-manager").reports_to("dmm");
            org.position("seo", "specialist").reports_to("deputy");
            org.position("writer", "copywriter").works_with(["seo"]);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn a_line_that_leaves_the_org_and_an_org_without_collaboration_are_left_alone() {
        let outside = org(|org| {
            org.position("holding", "external");
            org.position("dmm", "digital-marketing-manager").reports_to("holding").works_with(["seo"]);
            org.position("seo", "specialist").reports_to("dmm");
        });
        assert_eq!(findings(&outside, RULE), [""; 0]);
        let unstated = org(|org| {
            org.position("dmm", "digital-marketing-manager");
        });
        assert_eq!(findings(&unstated, RULE), [""; 0]);
    }
}

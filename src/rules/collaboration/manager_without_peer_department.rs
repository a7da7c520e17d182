//! `COL002`, manager-without-peer-department.

use crate::check::{Context, Finding};
use crate::role::RoleClass;
use crate::rules::collaboration::contacts::managers_without;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs who work with no head of another department (S18).
    ///
    /// The head of sales is one, and so is a product manager.
    ///
    /// Of several DMMs in one line the topmost alone is reported: the others speak through that one.
    ///
    /// ## Why it matters
    /// What marketing promises, sales has to keep and product has to build. A DMM whose work ends at the department's
    /// door hears of the conflict from the customer.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari");
    /// org.position("sales", "head-of-sales").holder("joko");
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").works_with(["cmo"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-peer-department").count(), 1);
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
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo").works_with(["sales"]);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("manager-without-peer-department").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM who reports to the head of another department; one who works with somebody of the class `external`, of
    /// whom the org says nothing, or whose line passes through such a position. An org that states no `works-with` at
    /// all.
    pub struct ManagerWithoutPeerDepartment {
        code: "COL002",
        name: "manager-without-peer-department",
        levels: { startup: Allow, scale_up: Warn, audited: Warn },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in managers_without(cx.org(), |class| class == RoleClass::DepartmentHead) {
        cx.report(
            Finding::at(position)
                .says("{at} is a DMM who works with no head of another department")
                .help(
                    "name the head of sales, a product manager or another in `works-with`, or somebody of the class \
                     external for one outside",
                ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{findings, org};

    const RULE: &str = "manager-without-peer-department";

    fn dmm(works_with: &[&str]) -> Vec<String> {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("sales", "head-of-sales");
            org.position("product", "product-manager");
            org.position("agency", "external");
            org.position("dmm", "digital-marketing-manager").reports_to("cmo").works_with(works_with);
            org.position("seo", "specialist").reports_to("dmm").works_with(["agency"]);
        });
        findings(&org, RULE)
    }

    #[test]
    fn a_dmm_without_a_peer_is_found_and_any_head_will_do() {
        let found = ["`dmm` is a DMM who works with no head of another department"];
        assert_eq!(dmm(&[]), found);
        assert_eq!(dmm(&["cmo", "seo"]), found);
        for partner in ["sales", "product", "agency"] {
            assert_eq!(dmm(&[partner]), [""; 0], "{partner}");
        }
    }

    #[test]
    fn an_org_without_heads_has_nobody_to_hear_from_all_the_same() {
        let org = org(|org| {
            org.position("cmo", "cmo");
            org.position("dmm", "digital-marketing-manager").works_with(["cmo"]);
        });
        assert_eq!(findings(&org, RULE).len(), 1);
    }

    #[test]
    fn an_org_without_collaboration_is_left_alone() {
        let org = org(|org| {
            org.position("sales", "head-of-sales");
            org.position("dmm", "digital-marketing-manager");
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}

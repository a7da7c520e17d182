//! `BUD006`, department-without-budget.

use crate::check::{Context, Finding, Value};
use crate::org::{Delegation, Position};
use crate::role::RoleClass;
use crate::rules::declare_rule;

declare_rule! {
    /// Finds DMMs with direct reports and no money: neither a budget nor anything delegated to them (S12).
    ///
    /// ## Why it matters
    /// A DMM sets and allocates the department's total budget. One without money cannot answer for its return,
    /// and whoever pays the team instead makes the DMM's decisions.
    ///
    /// ## Example
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari").budget(1_000_000);
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("department-without-budget").count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Instead:
    /// ```
    /// use bagan::{OrgBuilder, check, parse_date};
    ///
    /// let mut org = OrgBuilder::new("Nusantara Retail", "IDR");
    /// org.position("cmo", "cmo").holder("sari").budget(1_000_000);
    /// org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
    /// org.position("seo", "specialist").holder("budi").reports_to("dmm");
    /// org.delegation("cmo", "dmm", 1_000_000);
    /// let org = org.build()?;
    /// let report = check(&org, parse_date("2026-07-01")?);
    /// assert_eq!(report.by_rule("department-without-budget").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// ## What it leaves alone
    /// A DMM without direct reports, who has no department to pay for. A DMM to whom money was delegated that has
    /// run out, which `expired-delegation` finds, or is still to come.
    pub struct DepartmentWithoutBudget {
        code: "BUD006",
        name: "department-without-budget",
        levels: { startup: Allow, scale_up: Warn, audited: Deny },
        since: "0.1.0",
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for position in cx.org().positions() {
        let leads = position.span() != 0 && position.class() == RoleClass::Manager;
        if !leads || has_money(position) {
            continue;
        }
        cx.report(
            Finding::at(position)
                .fact("reports", Value::count(position.span(), "direct report", "direct reports"))
                .says("{at} leads {reports} and holds no money")
                .help("grant {at} a budget, or delegate to it from above"),
        );
    }
}

/// Returns whether the position was ever given more than zero.
fn has_money(position: Position<'_>) -> bool {
    let given = |delegated: Delegation<'_>| !delegated.amount().is_zero();
    position.budget().is_some_and(|budget| !budget.is_zero()) || position.received().any(given)
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;
    use crate::rules::testing::{findings, org};
    use crate::testing::{ended, to_come};

    const RULE: &str = "department-without-budget";

    fn department(org: &mut OrgBuilder) {
        org.position("cmo", "cmo").holder("sari").budget(1_000);
        org.position("seo", "specialist").holder("budi").reports_to("dmm");
        org.position("ppc", "specialist").reports_to("dmm");
    }

    #[test]
    fn a_dmm_with_a_team_and_no_money_is_found() {
        let org = org(|org| {
            department(org);
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
        });
        assert_eq!(findings(&org, RULE), ["`dmm` leads 2 direct reports and holds no money"]);
    }

    #[test]
    fn a_budget_or_a_delegation_mends_it_and_zero_does_not() {
        for (budget, delegated, found) in [(1, 0, 0), (0, 1, 0), (0, 0, 1)] {
            let org = org(|org| {
                department(org);
                org.position("dmm", "digital-marketing-manager").reports_to("cmo").budget(budget);
                org.delegation("cmo", "dmm", delegated);
            });
            assert_eq!(findings(&org, RULE).len(), found, "{budget} {delegated}");
        }
    }

    #[test]
    fn money_that_has_run_out_or_is_to_come_is_not_this_rules() {
        for valid in [ended(), to_come()] {
            let org = org(|org| {
                department(org);
                org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("cmo");
                org.delegation("cmo", "dmm", 1).valid(valid);
            });
            assert_eq!(findings(&org, RULE), [""; 0], "{valid}");
        }
    }

    #[test]
    fn only_a_dmm_with_direct_reports_has_a_department() {
        let org = org(|org| {
            org.position("director", "director-of-marketing").holder("sari");
            org.position("dmm", "digital-marketing-manager").holder("rina").reports_to("director");
            org.position("lead", "lead-specialist").holder("dewi");
            org.position("seo", "specialist").holder("budi").reports_to("lead").dotted_lines(["dmm"]);
        });
        assert_eq!(findings(&org, RULE), [""; 0]);
    }
}
